"""Everything that happened to one person, newest first, in one query."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import CharField, DateField, F, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from statushouders.codes import (
    Afsluitreden,
    Contactsoort,
    Eindreden,
    Nazorgantwoord,
    Plaatsingsoort,
    Uitkeringsoort,
    Verblijfsoort,
)
from statushouders.models import (
    Actie,
    Begeleiding,
    Contactmoment,
    EerdereAanmelding,
    EerdereWaarde,
    Nazorgmoment,
    Overdracht,
    Overdrachtstand,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
    Verwijzing,
)
from statushouders.models.statushouder import Veld
from statushouders.models.verwijzing import Begeleidrol, Verwijsstand

CONTACT, ACTIE, OPEN = "contact", "actie", "open"
TRAJECT_BEGIN, TRAJECT_EINDE = "traject_begin", "traject_einde"
PLAATSING_BEGIN, PLAATSING_EINDE = "plaatsing_begin", "plaatsing_einde"
NAZORG = "nazorg"
VERBLIJF, UITKERING, WAARDE = "verblijf", "uitkering", "waarde"
AANGEMELD, AFGESLOTEN, OVERGEDRAGEN = "aangemeld", "afgesloten", "overgedragen"
VERWIJZING, BEGELEIDING = "verwijzing", "begeleiding"
MEESTE = 400
KOLOMMEN = ("datum_", "soort_", "code_", "tekst_", "wie_", "sleutel_")

# Which events belong together when somebody wants to see one kind only.
GROEPEN = {
    "contact": ("Contact", (CONTACT, ACTIE)),
    "traject": ("Trajecten", (TRAJECT_BEGIN, TRAJECT_EINDE)),
    "plaatsing": ("Plaatsingen", (PLAATSING_BEGIN, PLAATSING_EINDE, NAZORG)),
    "hulp": ("Hulp", (VERWIJZING, BEGELEIDING)),
    "dossier": ("Dossier", (VERBLIJF, UITKERING, WAARDE, AANGEMELD, AFGESLOTEN, OVERGEDRAGEN)),
}


@dataclass(frozen=True)
class Gebeurtenis:
    """One line of the timeline. `code` belongs to `soort`; `tekst` is a name or a note."""

    datum: date
    soort: str
    code: str
    tekst: str
    wie: str
    sleutel: UUID | None

    @property
    def titel(self) -> str:
        """What happened, in a few words."""
        return TITELS[self.soort](self)

    @property
    def groep(self) -> str:
        """The key in `GROEPEN`."""
        return next((sleutel for sleutel, (_, s) in GROEPEN.items() if self.soort in s), "")


TITELS = {
    CONTACT: lambda g: Contactsoort(g.code).label,
    ACTIE: lambda g: f"Gedaan: {g.tekst}",
    OPEN: lambda g: g.tekst,
    TRAJECT_BEGIN: lambda g: f"Traject begint: {g.tekst}",
    TRAJECT_EINDE: lambda g: f"Traject eindigt: {g.tekst} ({Eindreden(g.code).label.lower()})",
    PLAATSING_BEGIN: lambda g: _met(Plaatsingsoort(g.code).label, g.tekst),
    PLAATSING_EINDE: lambda g: _met(f"Einde: {Plaatsingsoort(g.code).label.lower()}", g.tekst),
    NAZORG: lambda g: f"Nazorg: {Nazorgantwoord(g.code).label.lower()}",
    VERBLIJF: lambda g: _met(Verblijfsoort(g.code).label, g.tekst),
    UITKERING: lambda g: Uitkeringsoort(g.code).label,
    WAARDE: lambda g: f"{Veld(g.code).label} verandert",
    VERWIJZING: lambda g: f"Verwezen naar {g.tekst} ({Verwijsstand(g.code).label.lower()})",
    BEGELEIDING: lambda g: _met(Begeleidrol(g.code).label, g.tekst),
    OVERGEDRAGEN: lambda g: f"Dossier overgedragen aan {g.tekst}",
    AANGEMELD: lambda g: "Aangemeld",
    AFGESLOTEN: lambda g: _met("Niet meer in beeld", g.code and Afsluitreden(g.code).label.lower()),
}


def _met(titel: str, tekst: str) -> str:
    return f"{titel}: {tekst}" if tekst else titel


def tijdlijn(persoon: Statushouder) -> list[Gebeurtenis]:
    """At most 400 events, newest first; open next steps come along as `OPEN`."""
    delen = [*_werk(persoon), *_hulp(persoon), *_feiten(persoon), *_dossier(persoon)]
    vragen = [deel.order_by().values_list(*KOLOMMEN) for deel in delen]
    alles = vragen[0].union(*vragen[1:], all=True).order_by("-datum_", "soort_")
    return [Gebeurtenis(*rij) for rij in alles[:MEESTE]]


def _deel(
    rijen: QuerySet, soort: str, datum: str, *, code="", tekst="", wie="", sleutel="sleutel"
) -> QuerySet:
    """The columns of one kind of event; `code`, `tekst` and `wie` name fields."""
    leeg = Value("", output_field=TextField())
    return rijen.annotate(
        datum_=Cast(F(datum), DateField()),
        soort_=Value(soort, output_field=CharField()),
        code_=Cast(code, TextField()) if code else leeg,
        tekst_=Coalesce(Cast(tekst, TextField()), leeg) if tekst else leeg,
        wie_=Coalesce(Cast(wie, TextField()), leeg) if wie else leeg,
        sleutel_=F(sleutel) if sleutel else Value(None, output_field=UUIDField()),
    )


def _werk(persoon: Statushouder) -> list[QuerySet]:
    contact = Contactmoment.objects.filter(statushouder=persoon)
    acties = Actie.objects.filter(statushouder=persoon)
    trajecten = Traject.objects.filter(statushouder=persoon).exclude(eindreden=Eindreden.CORRECTIE)
    plaatsingen = Plaatsing.objects.filter(statushouder=persoon, ingetrokken_op__isnull=True)
    nazorg = Nazorgmoment.objects.filter(statushouder=persoon)
    werk = {"code": "soort", "tekst": "werkgever__naam"}
    return [
        _deel(contact, CONTACT, "datum", code="soort", tekst="notitie", wie="door__naam"),
        # What a contact finished stands in that contact.
        _deel(
            acties.filter(klaar_op__isnull=False, klaar_bij__isnull=True),
            ACTIE,
            "klaar_op",
            tekst="omschrijving",
        ),
        _deel(
            acties.filter(klaar_op__isnull=True),
            OPEN,
            "datum",
            tekst="omschrijving",
            wie="voor__naam",
        ),
        _deel(nazorg, NAZORG, "datum", code="antwoord", wie="door__naam"),
        _deel(trajecten, TRAJECT_BEGIN, "begindatum", tekst="soort__naam", wie="aanbieder__naam"),
        _deel(
            trajecten.filter(einddatum__isnull=False),
            TRAJECT_EINDE,
            "einddatum",
            code="eindreden",
            tekst="soort__naam",
        ),
        _deel(plaatsingen, PLAATSING_BEGIN, "begindatum", **werk),
        _deel(plaatsingen.filter(einddatum__isnull=False), PLAATSING_EINDE, "einddatum", **werk),
    ]


def _hulp(persoon: Statushouder) -> list[QuerySet]:
    verwijzingen = Verwijzing.objects.filter(statushouder=persoon)
    begeleiding = Begeleiding.objects.filter(statushouder=persoon)
    overdrachten = Overdracht.objects.filter(
        statushouder=persoon, stand=Overdrachtstand.AANVAARD, binnen_regio=True
    )
    return [
        _deel(
            verwijzingen,
            VERWIJZING,
            "gevraagd_op",
            code="stand",
            tekst="naar__naam",
            wie="door__naam",
        ),
        _deel(begeleiding, BEGELEIDING, "van", code="rol", tekst="naam"),
        _deel(
            overdrachten,
            OVERGEDRAGEN,
            "beslist_op",
            tekst="naar_gemeente__naam",
            wie="beslist_door__naam",
        ),
    ]


def _feiten(persoon: Statushouder) -> list[QuerySet]:
    verblijven = Verblijf.objects.filter(statushouder=persoon)
    uitkeringen = Uitkering.objects.filter(statushouder=persoon)
    waarden = EerdereWaarde.objects.filter(statushouder=persoon).annotate(
        dag_erna=F("tot_en_met") + Value(timedelta(days=1))
    )
    return [
        _deel(verblijven, VERBLIJF, "van", code="soort", tekst="gemeente__naam", sleutel=""),
        _deel(uitkeringen, UITKERING, "van", code="soort", sleutel=""),
        _deel(waarden, WAARDE, "dag_erna", code="veld", sleutel=""),
    ]


def _dossier(persoon: Statushouder) -> list[QuerySet]:
    zelf = Statushouder.objects.filter(pk=persoon.pk)
    eerder = EerdereAanmelding.objects.filter(statushouder=persoon)
    delen = [
        _deel(zelf, AANGEMELD, "aangemeld_op", sleutel=""),
        _deel(eerder, AANGEMELD, "aangemeld_op", sleutel=""),
        _deel(eerder, AFGESLOTEN, "afgesloten_op", code="afsluitreden", sleutel=""),
    ]
    if persoon.afgesloten_op is not None:
        delen.append(_deel(zelf, AFGESLOTEN, "afgesloten_op", code="afsluitreden", sleutel=""))
    return delen
