"""Registering a person, and correcting what is known of one."""

from datetime import date

from django import forms

from regio.models import Gebruiker
from regio.toegang import Bereik
from statushouders.codes import (
    Correctiereden,
    Doelgroep,
    Geslacht,
    Leerroute,
    Niveau,
    Sector,
    Taalniveau,
    Verblijfsoort,
    Wet,
)
from statushouders.models import Kenmerk, Naam, Statushouder
from statushouders.models.statushouder import Veld
from statushouders.services.dossierplaats import mogelijke_contactpersonen, plaats_van_dossier
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    GemeenteKeuze,
    breedte,
    dag,
    keuze,
    tegels,
    tekst,
)

WAAR = (
    (Verblijfsoort.AZC, "In een azc, nog niet gekoppeld"),
    (Verblijfsoort.KOPPELING, "Gekoppeld aan een gemeente"),
    (Verblijfsoort.VESTIGING, "Woont in een gemeente"),
)
LANGSTE_NAAM = Naam._meta.get_field("voornaam").max_length
LANGSTE_KENMERK = Kenmerk._meta.get_field("kenmerk").max_length


class Feiten(DossierForm):
    """The facts that a registration may give and a correction may change."""

    wet = keuze("Wet", Wet.choices)
    datum_bekendmaking = dag(
        "Bekendmaking verblijfsrecht",
        required=False,
        help_text="Bij asiel de dag van de beschikking.",
    )
    leerroute = keuze("Leerroute", Leerroute.choices)
    opleidingsniveau = keuze("Opleidingsniveau", Niveau.choices)
    geslacht = keuze("Geslacht", Geslacht.choices)
    taalniveau = keuze("Nederlands spreken", Taalniveau.choices)
    beroepswens = keuze("Wil werken in", Sector.choices, leeg=True, required=False)
    beschikbaar_uren = forms.IntegerField(
        label="Beschikbaar, uren per week",
        required=False,
        min_value=0,
        max_value=60,
        widget=forms.NumberInput(attrs=breedte(6, inputmode="numeric")),
    )
    termijn_einde = dag("Einde inburgeringstermijn", required=False)
    datum_brede_intake = dag("Brede intake", required=False)
    datum_pip = dag("PIP", required=False)
    diplomawaardering_aangevraagd_op = dag("Diplomawaardering aangevraagd", required=False)
    diplomawaardering_afgerond_op = dag("Diplomawaardering afgerond", required=False)
    wet_bron = tekst(
        "Waar blijkt de wet uit?",
        langst=Statushouder._meta.get_field("wet_bron").max_length,
        help_text="Bijvoorbeeld: DUO-portaal, 12 mei 2026.",
    )


def _wie(kolommen: int = 4) -> dict:
    return {
        "voornaam": tekst("Voornaam", kolommen, langst=LANGSTE_NAAM),
        "achternaam": tekst("Achternaam", kolommen, langst=LANGSTE_NAAM),
        "kenmerk": tekst(
            "Kenmerk",
            kolommen,
            langst=LANGSTE_KENMERK,
            help_text="Klantnummer, nooit een BSN.",
        ),
    }


def _geboortejaar(kolommen: int) -> forms.IntegerField:
    return forms.IntegerField(
        label="Geboortejaar",
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs=breedte(kolommen, inputmode="numeric", autocomplete="off")),
        error_messages={
            "required": "Vul het geboortejaar in, met vier cijfers.",
            "invalid": "Vul het geboortejaar in met vier cijfers, zoals 1994.",
            "min_value": "Vul een jaar in vanaf 1900.",
            "max_value": "Vul een jaar in tot en met 2100.",
        },
    )


class AanmeldForm(Feiten):
    """Quick registration: who, where and since when; the rest stays folded."""

    METEEN = (
        "voornaam",
        "achternaam",
        "geboortejaar",
        "verblijf_soort",
        "verblijf_gemeente",
        "verblijf_van",
        "doelgroep",
        "aangemeld_op",
        "contactpersoon",
        "kenmerk",
    )
    field_order = METEEN

    geboortejaar = _geboortejaar(4)
    verblijf_soort = tegels("Waar is deze persoon nu?", WAAR)
    verblijf_van = dag("Sinds", 4)
    doelgroep = keuze("Doelgroep", Doelgroep.choices, 4)
    aangemeld_op = dag("Aangemeld op", 4)

    def __init__(self, *args, bereik: Bereik, gebruiker: Gebruiker, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= _wie()
        self.fields["verblijf_gemeente"] = GemeenteKeuze(
            label="Gemeente", regios=bereik.regios or bereik.publicaties, op=op, kolommen=4
        )
        self.fields["verblijf_gemeente"].help_text = "Bij een azc: waar het azc staat."
        self.fields["contactpersoon"] = forms.TypedChoiceField(
            label="Contactpersoon",
            choices=[("ik", f"{gebruiker.naam} (ik)"), ("niemand", "Nog niemand")],
            coerce=lambda keuze: gebruiker if keuze == "ik" else None,
            widget=forms.Select(attrs=breedte(4)),
        )
        self.order_fields(self.METEEN)

    @classmethod
    def beginwaarden(cls, op: date) -> dict:
        """What is filled in beforehand."""
        return {
            "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
            "verblijf_soort": Verblijfsoort.VESTIGING,
            "aangemeld_op": op,
            "contactpersoon": "ik",
            "wet": Wet.ONBEKEND,
            "leerroute": Leerroute.ONBEKEND,
            "opleidingsniveau": Niveau.ONBEKEND,
            "geslacht": Geslacht.ONBEKEND,
            "taalniveau": Taalniveau.ONBEKEND,
        }

    def meteen(self):
        """The fields that show at once."""
        return [self[naam] for naam in self.METEEN]

    def meer(self):
        """The fields that stay folded until asked for."""
        return [self[naam] for naam in self.fields if naam not in self.METEEN]

    @property
    def meer_open(self) -> bool:
        """Whether a folded field needs attention."""
        return any(veld.errors for veld in self.meer())


class GegevensForm(Feiten):
    """Correct the facts of one person: what is filled in was always so."""

    geboortejaar = _geboortejaar(6)
    doelgroep = keuze("Doelgroep", Doelgroep.choices)
    aangemeld_op = dag("Aangemeld op")
    reden = keuze(
        "Waarom verbetert u dit?",
        Correctiereden.choices,
        leeg=True,
        required=False,
        help_text="Nodig als u een bekend gegeven verandert dat in de cijfers telt.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    VOLGORDE = ("voornaam", "achternaam", "kenmerk", "geboortejaar", "doelgroep", "wet", "wet_bron")

    def __init__(self, *args, met_naam: bool, **kwargs):
        super().__init__(*args, **kwargs)
        wie = _wie(6)
        if not met_naam:
            wie = {"kenmerk": wie["kenmerk"]}
        self.fields |= wie
        for naam in wie:
            self.fields[naam].show_hidden_initial = True
        self.order_fields(self.VOLGORDE)
        self.fields["reden"] = self.fields.pop("reden")

    @classmethod
    def beginwaarden(cls, persoon: Statushouder, *, kenmerk: str) -> dict:
        """The facts as they stand."""
        waarden = {
            naam: getattr(persoon, naam)
            for naam in cls.base_fields
            if naam not in ("reden",) and hasattr(persoon, naam)
        }
        naam = getattr(persoon, "naam", None)
        waarden["voornaam"] = naam.voornaam if naam else ""
        waarden["achternaam"] = naam.achternaam if naam else ""
        return {**waarden, "kenmerk": kenmerk}


class WaardeVanafForm(DossierForm):
    """A fact that is another one from a day on; what it was until then stays true."""

    vanaf = dag("Vanaf", 6)

    def __init__(self, *args, veld: Veld, persoon: Statushouder, **kwargs):
        super().__init__(*args, **kwargs)
        model = Statushouder._meta.get_field(veld)
        nu = getattr(persoon, veld)
        keuzes = [paar for paar in model.choices if paar[0] != nu]
        self.fields["waarde"] = keuze(veld.label, keuzes, leeg=True)
        self.order_fields(["waarde", "vanaf"])


class OvernameForm(DossierForm):
    """Who is the contactpersoon from now on."""

    def __init__(self, *args, persoon: Statushouder, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contactpersoon"] = forms.ModelChoiceField(
            label="Contactpersoon",
            queryset=mogelijke_contactpersonen(plaats_van_dossier(persoon), op=op),
            required=False,
            empty_label="Niemand",
            widget=forms.Select(attrs=breedte(6)),
        )
