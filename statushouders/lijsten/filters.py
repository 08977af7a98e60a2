"""Which persons a list shows. Every filter stands in the address; a name never does."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast

from regio.models import Actielijn, Gebruiker, Gemeente
from regio.perioden import maanden_later
from regio.toegang import Bereik
from statushouders.codes import Fase, Niveau, Wet
from statushouders.models import Statushouder, Traject
from statushouders.querysets import StatushouderQuerySet, van_gebruiker
from statushouders.zoeken import zoek

DAGEN_ZONDER_CONTACT = 30
MAANDEN_VOOR_TERMIJN = 6
MIJN, NIEMAND, IEDEREEN = "mijn", "niemand", "iedereen"
NIET_GEKOPPELD = "geen"
ALLE = "alle"
TERMIJN, VOORBIJ = "termijn", "einde"
LET_OP = {
    TERMIJN: "Termijn loopt af binnen 6 maanden",
    VOORBIJ: "Traject voorbij verwacht einde",
}
VOLGORDES = {
    "naam": "Naam",
    "contact": "Langst geen contact",
    "stap": "Volgende stap",
    "nieuw": "Laatst aangemeld",
}


@dataclass(frozen=True)
class Filter:
    """What stands in the address of a list. Empty means: makes no difference."""

    wie: str = IEDEREEN
    gemeente: str = ""
    actielijn: str = ""
    fase: str = ""
    contact: str = ""
    wet: str = ""
    opleiding: str = ""
    let_op: str = ""
    volgorde: str = "naam"

    def als_vraag(self, standaard: "Filter", **anders: str) -> str:
        """The query string of this filter, without what `standaard` says already."""
        waarden = asdict(replace(self, **anders))
        gewoon = asdict(standaard)
        return urlencode({veld: w for veld, w in waarden.items() if w != gewoon[veld]})


VASTE_LABELS = {
    "fase": {**dict(Fase.choices), ALLE: "Ook afgesloten"},
    "contact": {str(DAGEN_ZONDER_CONTACT): "Langer dan 30 dagen geleden"},
    "wet": dict(Wet.choices),
    "opleiding": dict(Niveau.choices),
    "let_op": LET_OP,
    "volgorde": VOLGORDES,
}


class Keuzes:
    """What there is to choose from, for one user; read once, and only when a filter needs it."""

    def __init__(self, bereik: Bereik, gebruiker: Gebruiker):
        self._bereik, self._gebruiker = bereik, gebruiker

    def labels(self, veld: str) -> dict[str, str]:
        """The labels of one filter, by value."""
        return VASTE_LABELS.get(veld) or dict(self._eigen[veld])

    @cached_property
    def _eigen(self) -> dict[str, list[tuple[str, str]]]:
        van = _lees_keuzes(self._bereik)
        collegas = [paar for paar in van["wie"] if paar[0] != str(self._gebruiker.pk)]
        return {
            "wie": [(NIEMAND, "Van niemand"), (IEDEREEN, "Van iedereen"), *collegas],
            "gemeente": [(NIET_GEKOPPELD, "Nog niet gekoppeld"), *van["gemeente"]],
            "actielijn": sorted(van["actielijn"]),
        }


def _lees_keuzes(bereik: Bereik) -> dict[str, list[tuple[str, str]]]:
    """The gemeenten, actielijnen and colleagues that a user may filter on, in one query."""
    personen = Statushouder.objects.zichtbaar_voor(bereik).geldig()
    contactpersonen = personen.filter(contactpersoon__isnull=False).values("contactpersoon")
    rijen = (
        _paren(Gemeente.objects.filter(pk__in=bereik.gemeenten), "gemeente", "code", "naam")
        .union(
            _paren(Actielijn.objects.all(), "actielijn", "code", "korte_naam"),
            _paren(Gebruiker.objects.filter(pk__in=contactpersonen), "wie", "pk", "naam"),
        )
        .order_by("naam_")
    )
    van: dict[str, list] = {"gemeente": [], "actielijn": [], "wie": []}
    for soort, waarde, naam in rijen:
        van[soort].append((waarde, f"{waarde} {naam}" if soort == "actielijn" else naam))
    return van


def _paren(rijen, soort: str, waarde: str, naam: str):
    return (
        rijen.order_by()
        .annotate(
            soort_=Value(soort, output_field=TextField()),
            waarde_=Cast(waarde, TextField()),
            naam_=Cast(naam, TextField()),
        )
        .values_list("soort_", "waarde_", "naam_")
    )


def lees_filter(vraag, keuzes: Keuzes, standaard: Filter) -> Filter:
    """The filter that an address asks for; what it cannot mean is left out."""
    gevonden = {}
    for veld in fields(Filter):
        waarde = vraag.get(veld.name, "")
        altijd = veld.name == "wie" and waarde in (MIJN, NIEMAND, IEDEREEN)
        if altijd or (waarde and waarde in keuzes.labels(veld.name)):
            gevonden[veld.name] = waarde
    return replace(standaard, **gevonden)


def personen_van(
    filter_: Filter, *, bereik: Bereik, gebruiker: Gebruiker, op: date, naam: str = ""
) -> StatushouderQuerySet:
    """The persons of a list as of `op`; without order, but best first when a `naam` is asked."""
    personen = Statushouder.objects.zichtbaar_voor(bereik).filter(
        van_wie(filter_.wie, gebruiker, op=op), _feiten(filter_, op)
    )
    personen = _in_fase(personen, filter_.fase, op)
    if filter_.contact:
        personen = personen.zonder_contact_sinds(op - timedelta(days=DAGEN_ZONDER_CONTACT))
    return zoek(personen, naam) if naam else personen


def _in_fase(personen: StatushouderQuerySet, fase: str, op: date) -> StatushouderQuerySet:
    if fase == ALLE:
        return personen.geldig()
    return personen.in_fase(fase, op) if fase else personen.niet_afgesloten(op)


def van_wie(wie: str, gebruiker: Gebruiker, *, op: date) -> Q:
    """Persons of the user (and of who they stand in for), of nobody, of a colleague, or all."""
    if wie == IEDEREEN:
        return Q()
    if wie == NIEMAND:
        return Q(contactpersoon__isnull=True)
    if wie == MIJN:
        return van_gebruiker(gebruiker, op)
    return Q(contactpersoon=int(wie))


def termijn_loopt_af(op: date) -> Q:
    """The inburgeringstermijn ends within six months."""
    return Q(termijn_einde__gte=op, termijn_einde__lte=maanden_later(op, MAANDEN_VOOR_TERMIJN))


def traject_voorbij(op: date) -> Q:
    """A traject runs that was expected to have ended."""
    trajecten = Traject.objects.filter(statushouder=OuterRef("pk")).voorbij_verwacht_einde(op)
    return Q(Exists(trajecten))


def _feiten(filter_: Filter, op: date) -> Q:
    voorwaarde = Q()
    if filter_.gemeente == NIET_GEKOPPELD:
        voorwaarde &= Q(dossiergemeente__isnull=True)
    elif filter_.gemeente:
        voorwaarde &= Q(dossiergemeente__code=filter_.gemeente)
    if filter_.wet:
        voorwaarde &= Q(wet=filter_.wet)
    if filter_.opleiding:
        voorwaarde &= Q(opleidingsniveau=filter_.opleiding)
    if filter_.actielijn:
        trajecten = Traject.objects.filter(
            statushouder=OuterRef("pk"), actielijn=int(filter_.actielijn)
        ).lopend(op)
        voorwaarde &= Q(Exists(trajecten))
    if filter_.let_op == TERMIJN:
        voorwaarde &= termijn_loopt_af(op)
    elif filter_.let_op == VOORBIJ:
        voorwaarde &= traject_voorbij(op)
    return voorwaarde
