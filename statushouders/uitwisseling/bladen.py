"""The columns of the workbook, listed once: for reading in, for the template and for writing out.

Each sheet is a resource of django-import-export: its fields give names, order and how a cell is
read and shown. Reading, checking and writing whole workbooks is ours; see
docs/besluiten/inlezen-met-eigen-motor.md.
"""

from import_export.fields import Field
from import_export.resources import Resource

from regio.uitwisseling.koppen import herkenbaar
from statushouders import codes
from statushouders.uitwisseling.velden import (
    CodeVeld,
    DatumVeld,
    EmailVeld,
    GemeenteVeld,
    JaarVeld,
    JaNeeVeld,
    NaslagVeld,
    OrganisatieVeld,
    TekstVeld,
    UrenVeld,
    VerwijzingVeld,
)

# Sheets of our own template that hold no data.
ZONDER_GEGEVENS = ("uitleg", "lijsten")


class Kolom(Field):
    """A column. `verplicht` for a new row; `leeg` is its value when nothing is filled in, or `-`.

    `sleutel` columns say which row it is and are required always. `veld` is the attribute of the
    model that the column fills.
    """

    def __init__(
        self, widget, uitleg: str = "", *, verplicht=False, sleutel=False, leeg=None, veld=None
    ):
        super().__init__(widget=widget, attribute=veld)
        self.uitleg = uitleg or widget.uitleg
        self.sleutel = sleutel
        self.verplicht = verplicht or sleutel
        self.leeg = leeg

    @property
    def veld(self) -> str:
        return self.attribute or self.column_name


class Blad(Resource):
    """One sheet. `naam` is its name in the exchange format, `omschrijving` says what a row is."""

    naam = ""
    omschrijving = ""

    @classmethod
    def kolommen(cls) -> dict[str, Kolom]:
        """Every column by its name, in order."""
        return cls.fields

    @classmethod
    def sleutelkolommen(cls) -> list[str]:
        """The columns that say which row it is."""
        return [naam for naam, kolom in cls.fields.items() if kolom.sleutel]


def _verwijzing(uitleg: str, **kwargs) -> Kolom:
    return Kolom(VerwijzingVeld(), uitleg, **kwargs)


def _datum(uitleg: str, *, toekomst: bool = False, **kwargs) -> Kolom:
    return Kolom(DatumVeld(toekomst=toekomst), uitleg, **kwargs)


def _keuze(lijst, uitleg: str, **kwargs) -> Kolom:
    return Kolom(CodeVeld(lijst), uitleg, **kwargs)


class StatushoudersBlad(Blad):
    """Who: one row per person."""

    naam = "statushouders"
    omschrijving = "Een rij per persoon."

    kenmerk = _verwijzing("uw eigen klantnummer, nooit een BSN", sleutel=True)
    voornaam = Kolom(TekstVeld(100), "mag leeg blijven", leeg="")
    achternaam = Kolom(TekstVeld(100), "mag leeg blijven", leeg="")
    geboortejaar = Kolom(JaarVeld(), "alleen het jaar, vier cijfers", verplicht=True)
    geslacht = _keuze(codes.Geslacht, "", leeg=codes.Geslacht.ONBEKEND)
    doelgroep = _keuze(codes.Doelgroep, "", verplicht=True)
    wet = _keuze(codes.Wet, "de inburgeringswet", verplicht=True)
    datum_bekendmaking = _datum("de dag waarop het verblijfsrecht bekend werd gemaakt")
    leerroute = _keuze(codes.Leerroute, "alleen bij de Wi2021", leeg=codes.Leerroute.ONBEKEND)
    opleidingsniveau = _keuze(codes.Niveau, "", leeg=codes.Niveau.ONBEKEND)
    taalniveau = _keuze(codes.Taalniveau, "Nederlands spreken", leeg=codes.Taalniveau.ONBEKEND)
    termijn_einde = _datum("de laatste dag van de inburgeringstermijn", toekomst=True)
    aangemeld_op = _datum("de eerste dag in beeld", verplicht=True)
    afgesloten_op = _datum("de laatste dag in beeld")
    datum_brede_intake = _datum("de dag van de brede intake")
    datum_pip = _datum("de dagtekening van het PIP")
    diplomawaardering_aangevraagd_op = _datum("de dag van de aanvraag")
    diplomawaardering_afgerond_op = _datum("de dag waarop de waardering klaar was")
    contactpersoon = Kolom(EmailVeld())


class VerblijfBlad(Blad):
    """Where, from when to when: azc, koppeling, vestiging."""

    naam = "verblijf"
    omschrijving = "Een rij per periode in een azc, van koppeling of van vestiging."

    kenmerk = _verwijzing("het kenmerk van de persoon", sleutel=True)
    soort = _keuze(codes.Verblijfsoort, "", sleutel=True)
    gemeente = Kolom(
        GemeenteVeld(),
        "GM-code of naam; bij een azc de gemeente waar het staat",
        veld="gemeente_id",
    )
    van = _datum("de eerste dag", sleutel=True)
    tot_en_met = _datum("de laatste dag; leeg als het nog loopt")


class UitkeringBlad(Blad):
    """What somebody lives on, from when to when."""

    naam = "uitkering"
    omschrijving = "Een rij per periode met of zonder bijstand."

    kenmerk = _verwijzing("het kenmerk van de persoon", sleutel=True)
    soort = _keuze(codes.Uitkeringsoort, "", sleutel=True)
    van = _datum("de eerste dag", sleutel=True)
    tot_en_met = _datum("de laatste dag; leeg als het nog loopt")


class TrajectenBlad(Blad):
    """A route along one actielijn."""

    naam = "trajecten"
    omschrijving = "Een rij per traject."

    traject = _verwijzing("uw eigen nummer van het traject", sleutel=True)
    kenmerk = _verwijzing("het kenmerk van de persoon", verplicht=True)
    actielijn = Kolom(
        NaslagVeld("actielijnen"), "1, 2, 3 of 4", verplicht=True, veld="actielijn_id"
    )
    soort = Kolom(NaslagVeld("trajectsoorten"), verplicht=True, veld="soort_id")
    aanbieder = Kolom(OrganisatieVeld(), "naam van de aanbieder")
    begindatum = _datum("de eerste dag", verplicht=True)
    einddatum = _datum("de laatste dag; leeg als het nog loopt")
    eindreden = _keuze(codes.Eindreden, "verplicht als er een einddatum is", leeg="")


class PlaatsingenBlad(Blad):
    """Work, paid or not, study or a place to learn."""

    naam = "plaatsingen"
    omschrijving = "Een rij per baan, opleiding of (werk)plek."

    plaatsing = _verwijzing("uw eigen nummer van de plaatsing", sleutel=True)
    kenmerk = _verwijzing("het kenmerk van de persoon", verplicht=True)
    traject = _verwijzing("het nummer van het traject waar de plaatsing uit volgt")
    soort = _keuze(codes.Plaatsingsoort, "", verplicht=True)
    werkgever = Kolom(OrganisatieVeld(), "naam van de werkgever of school")
    sector = _keuze(codes.Sector, "letter van de SBI", leeg="")
    begindatum = _datum("de eerste dag", verplicht=True)
    einddatum = _datum("de laatste dag; leeg als het nog loopt")
    uren_per_week = Kolom(UrenVeld())
    contractvorm = _keuze(codes.Contractvorm, "", leeg="")
    functieniveau = _keuze(codes.Niveau, "het niveau van de functie", leeg=codes.Niveau.ONBEKEND)
    afspraak_werkgever = Kolom(JaNeeVeld(), "via een afspraak met de werkgever", leeg=False)
    loonkostensubsidie = Kolom(JaNeeVeld(), leeg=False)


class ContactmomentenBlad(Blad):
    """Contact with somebody."""

    naam = "contactmomenten"
    omschrijving = "Een rij per contact."

    kenmerk = _verwijzing("het kenmerk van de persoon", sleutel=True)
    datum = _datum("de dag van het contact", sleutel=True)
    soort = _keuze(codes.Contactsoort, "leeg is een gesprek", leeg=codes.Contactsoort.GESPREK)
    notitie = Kolom(
        TekstVeld(2000, regels=True), "kort; geen BSN en geen medische gegevens", leeg=""
    )


BLADEN: dict[str, type[Blad]] = {
    blad.naam: blad
    for blad in (
        StatushoudersBlad,
        VerblijfBlad,
        UitkeringBlad,
        TrajectenBlad,
        PlaatsingenBlad,
        ContactmomentenBlad,
    )
}
HERKENBARE_BLADEN = frozenset(herkenbaar(naam) for naam in BLADEN)
