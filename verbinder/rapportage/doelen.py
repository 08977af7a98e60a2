"""Goals in the report: what was realised, from what is published and from nothing else.

A number that is counted anew for a goal would be one more number about few people, which no audit
has seen. So E1 is worked out from cells that are in a report already. Where those do not say it
(people counted over two half-years may be the same people) the report says so, and the number
stands on the dashboard. The cells are kept with the figures, so an adopted report keeps its goals.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from regio.models import Arbeidsmarktregio, Doel, Richting
from regio.perioden import Halfjaar, halfjaar_van
from regio.plannen import doelen_in
from verbinder.indicatoren import Cijfer, Datumbasis, Eenheid, Indicator, Maat, Plaats
from verbinder.indicatoren.doelen import E1, VOOR_DOELEN, Realisatie, doelprocent, meet_doel
from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL
from verbinder.onthulling.cellen import Status
from verbinder.rapportage.boek import ALLE, Boek, Rapportcel
from verbinder.rapportage.cijfers import Cijferset, meting_van
from verbinder.rapportage.document import Tabel
from verbinder.rapportage.opslag import boek_van, gepubliceerd

DOEL = "doel"
# Each of these is counted once, in the half-year in which it happened.
OPTELBAAR = (Eenheid.TRAJECTEN, Eenheid.PLAATSINGEN)
LANGSTE_LABEL = 250
NIET_TE_PUBLICEREN = (
    "Niet uitgesplitst: dit volgt niet uit de gepubliceerde cijfers, bijvoorbeeld omdat mensen in "
    "meer dan een halfjaar kunnen meetellen. De verbinder ziet het aantal op het dashboard."
)


def met_doelen(cijfers: Cijferset) -> Cijferset:
    """The same figures with a cell for each goal of the adopted plans that runs in the period."""
    op = timezone.localdate(cijfers.bekend_op)
    boek = boek_met_doelen(cijfers.boek, cijfers.regio, cijfers.halfjaar, op=op)
    return replace(cijfers, boek=boek)


def boek_met_doelen(boek: Boek, regio: Arbeidsmarktregio, halfjaar: Halfjaar, *, op: date) -> Boek:
    """The book with a cell for each goal, worked out from its cells and from earlier books."""
    doelen = doelen_in(regio, halfjaar, op=op)
    boeken = _Boeken(boek, regio, halfjaar)
    cellen = [
        _cel(plaats, doel, VOOR_DOELEN[doel.indicator], boeken)
        for plaats, doel in _op_plaats(doelen).items()
        if doel.indicator in VOOR_DOELEN
    ]
    return Boek((*boek, *cellen)) if cellen else boek


def ware_doelen(cijfers: Cijferset, *, toen: bool = False) -> dict[Plaats, Cijfer]:
    """The true realisation of each goal, for an internal file; `toen` as for the figures."""
    meting = meting_van(cijfers, toen=toen)
    op = timezone.localdate(cijfers.bekend_op)
    waar = {}
    for plaats, doel in _op_plaats(doelen_in(cijfers.regio, cijfers.halfjaar, op=op)).items():
        realisatie = meet_doel(doel, meting)
        if realisatie.aantal is not None:
            waar[plaats] = _waar(plaats, doel, realisatie)
    return waar


def _waar(plaats: Plaats, doel: Doel, realisatie: Realisatie) -> Cijfer:
    """A share as it is, a count beside its limit as a count, else the part of what was aimed at."""
    if doel.is_percentage:
        van, procent = realisatie.geheel, realisatie.procent
    elif doel.richting == Richting.HOOGSTENS:
        return Cijfer(
            plaats, Eenheid(doel.eenheid), Maat.AANTAL, realisatie.aantal, None, realisatie.aantal
        )
    else:
        van, procent = doel.aantal, realisatie.procent
    return Cijfer(plaats, E1.eenheid, E1.maat, realisatie.aantal, van, procent)


class _Boeken:
    """The published cells of this half-year and of those before it, read when asked for."""

    def __init__(self, boek: Boek, regio: Arbeidsmarktregio, halfjaar: Halfjaar):
        self.halfjaar = halfjaar
        self._regio = regio
        self._boeken: dict[Halfjaar, Boek | None] = {halfjaar: boek}

    def van(self, halfjaar: Halfjaar) -> Boek | None:
        if halfjaar not in self._boeken:
            opname = gepubliceerd(self._regio, halfjaar)
            self._boeken[halfjaar] = opname and boek_van(opname)
        return self._boeken[halfjaar]


def _cel(plaats: Plaats, doel: Doel, indicator: Indicator, boeken: _Boeken) -> Rapportcel:
    halfjaren = _halfjaren(doel, indicator, boeken.halfjaar)
    bronnen = [cel for halfjaar in halfjaren for cel in _bronnen(doel, boeken.van(halfjaar))]
    status, n = _samen(bronnen)
    vast = Rapportcel(plaats, _label(doel), str(E1.eenheid), str(E1.maat), str(status), str(status))
    if n is None:
        return vast
    if doel.is_percentage:
        return replace(vast, weergave=f"{n} % van {doel.grens}", getal=Decimal(n))
    if doel.richting == Richting.HOOGSTENS:
        return replace(
            vast,
            eenheid=doel.eenheid,
            maat=str(Maat.AANTAL),
            weergave=f"{n} van {doel.grens}",
            getal=Decimal(n),
        )
    procent = doelprocent(n, doel.aantal)
    return replace(vast, weergave=f"{procent} %", getal=procent, teller=n, noemer=doel.aantal)


def _halfjaren(doel: Doel, indicator: Indicator, nu: Halfjaar) -> list[Halfjaar]:
    """The half-years whose published cells together say what was realised; none when none do."""
    if indicator.eenheid == Eenheid.WERKGEVERS and len(doel.gemeenten.all()) > 1:
        return []  # one employer may count in two gemeenten
    if indicator.maat == Maat.PERCENTAGE and len(doel.gemeenten.all()) > 1:
        return []  # the shares of two gemeenten are not the share of both
    if indicator.datumbasis == Datumbasis.PEILDATUM:
        return [nu] if doel.begindatum <= nu.peildatum <= doel.einddatum else []
    if indicator.maat == Maat.PERCENTAGE:
        return [nu] if doel.begindatum <= nu.van and nu.peildatum <= doel.einddatum else []
    begin = halfjaar_van(doel.begindatum)
    if doel.begindatum != begin.van or doel.einddatum < nu.peildatum:
        return []
    halfjaren = [nu]
    while halfjaren[-1] > begin:
        halfjaren.append(halfjaren[-1].vorige)
    return halfjaren if len(halfjaren) == 1 or indicator.eenheid in OPTELBAAR else []


def _bronnen(doel: Doel, boek: Boek | None) -> Iterator[Rapportcel | None]:
    """The cells of the territory and actielijn of the goal; None for one that is not there."""
    lijn = None if doel.actielijn_id is None else str(doel.actielijn_id)
    gemeenten = [gemeente.code for gemeente in doel.gemeenten.all()]
    for gemeente in gemeenten or [None]:
        delen = [("gemeente", gemeente), ("actielijn", lijn)]
        gekozen = [(naam, code) for naam, code in delen if code is not None]
        uitsplitsing = KRUIS.join(naam for naam, _ in gekozen) or TOTAAL
        categorie = KRUIS.join(code for _, code in gekozen) or ALLE
        yield boek and boek.zoek(doel.indicator, uitsplitsing, categorie)


def _samen(bronnen: Sequence[Rapportcel | None]) -> tuple[str, int | None]:
    """Their sum; or the reason of the first that is no number."""
    if not bronnen or None in bronnen:
        return Status.NIET_UITGESPLITST, None
    cellen = [cel for cel in bronnen if cel is not None]
    geen_getal = [cel for cel in cellen if cel.getal is None]
    if geen_getal:
        return geen_getal[0].status, None
    return Status.GETAL, sum(int(cel.getal or 0) for cel in cellen)


def _op_plaats(doelen: Iterable[Doel]) -> dict[Plaats, Doel]:
    """Each goal in a cell of its own: `C3/D1`, and `C3/D1.2` for the D1 of a second plan."""
    per_plaats: dict[Plaats, Doel] = {}
    for doel in doelen:
        categorie = f"{doel.indicator}/{doel.code}"
        plaats, nummer = Plaats(E1.code, _uitsplitsing(doel), categorie), 1
        while plaats in per_plaats:
            nummer += 1
            plaats = plaats._replace(categorie=f"{categorie}.{nummer}")
        per_plaats[plaats] = doel
    return per_plaats


def _uitsplitsing(doel: Doel) -> str:
    """`doel` for the whole region, else also what it is narrowed to."""
    delen = [DOEL]
    if doel.gemeenten.all():
        delen.append("gemeente")
    if doel.actielijn_id is not None:
        delen.append("actielijn")
    return KRUIS.join(delen)


def _label(doel: Doel) -> str:
    """What people read beside it: how many, when, and where."""
    namen = [gemeente.naam for gemeente in doel.gemeenten.all()]
    waar = ", ".join(namen) if len(namen) <= 3 else f"{len(namen)} gemeenten"
    achter = (
        f": {doel.streven}, {doel.begindatum:%d-%m-%Y} tot en met "
        f"{doel.einddatum:%d-%m-%Y}"
        + (f", {waar}" if waar else "")
        + (f", actielijn {doel.actielijn_id}" if doel.actielijn_id is not None else "")
    )
    return f"{doel.omschrijving[: LANGSTE_LABEL - len(achter)]}{achter}"


def doelcellen(boek: Boek) -> list[Rapportcel]:
    """The goals of a report, in order."""
    return [cel for cel in boek if cel.plaats.indicator == E1.code]


def doelen_van(boek: Boek, indicator: str) -> list[Rapportcel]:
    """The goals of the whole region for one figure."""
    begin = f"{indicator}/"
    return [
        cel
        for cel in doelcellen(boek)
        if cel.plaats.uitsplitsing == DOEL and cel.plaats.categorie.startswith(begin)
    ]


def bereikt(cel: Rapportcel) -> str:
    """`40 van 60 = 67 %`; what else a goal shows says it all by itself."""
    if cel.teller is None:
        return cel.weergave
    return f"{cel.teller} van {cel.noemer} = {cel.weergave}"


def doeltabel(boek: Boek) -> Tabel | None:
    """All goals with what was realised; None when the report has none."""
    cellen = doelcellen(boek)
    if not cellen:
        return None
    noten = ["Doelen in verschillende eenheden zijn niet op te tellen."]
    if any(cel.is_getal for cel in cellen):
        noten.append("Bereikt is berekend uit de gepubliceerde, afgeronde aantallen.")
    if any(cel.status == Status.NIET_UITGESPLITST for cel in cellen):
        noten.append(NIET_TE_PUBLICEREN)
    return Tabel(
        "Doelen uit het plan van aanpak",
        ("Doel", "Bereikt"),
        tuple((cel.label, bereikt(cel)) for cel in cellen),
        noten=tuple(noten),
    )
