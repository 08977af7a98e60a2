"""The rule of small numbers: true figures in, what may be shown out. See docs/kleine-aantallen.md.

A pure function of the figures and of the tables that the audit left out. Page, chart, file, API
and e-mail all show these cells and nothing else.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from regio.bedragen import op_de_cent
from verbinder.indicatoren import INDICATOREN, Cijfer, Eenheid, Maat, Plaats, procent
from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL, delen
from verbinder.onthulling.cellen import Cel, Status, Tabel, getal, woord
from verbinder.onthulling.lijsten import (
    bestaat_nooit,
    heeft_samenvoeging,
    samengevoegd,
)

# No count up to and with this one is ever shown, whatever the rule.
HOOGSTE_GEHEIM = 7
GEHEIM_IN_WOORDEN = f"{HOOGSTE_GEHEIM} of minder"
# Never a median under this true number, whatever the rule.
MEDIAAN_VANAF_PERSONEN = 10
# Nor an amount per person.
PER_PERSOON_VANAF = 10


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A named rule. The numbers are persons, trajecten or plaatsingen, as published.

    Rules differ in how much they show, not in how a number is rounded, except that `koppen_exact`
    shows headlines from `geheim_tot_en_met` + 1 as they are. A stricter rule may merge a list that
    a milder one shows in full; who holds both knows more, so each is audited beside the other.
    """

    naam: str
    omschrijving: str
    geheim_tot_en_met: int = HOOGSTE_GEHEIM
    afronden_op: int = 5
    koppen_exact: bool = False
    uitsplitsen_vanaf: int = 50
    kruisen_vanaf: int | None = 150  # None: no crossings at all
    noemer_vanaf: int = 20
    mediaan_vanaf: int = 10
    volledig_vanaf: int = 500  # from here trajectsoort, percentages per cell and full lists
    smalste: int = 3  # a secret cell keeps at least this distance between its extremes

    def rond(self, n: int, *, kop: bool = False) -> int | None:
        """The published form of a count; None is "geheim"."""
        if n <= self.geheim_tot_en_met:
            return None
        if kop and self.koppen_exact:
            return n
        stap = self.afronden_op
        return (2 * n + stap) // (2 * stap) * stap

    def grenzen(self, gepubliceerd: int | None, *, kop: bool = False) -> tuple[int, int]:
        """The smallest and largest count that `rond` turns into this."""
        if gepubliceerd is None:
            return 0, self.geheim_tot_en_met
        if kop and self.koppen_exact:
            return gepubliceerd, gepubliceerd
        halve_stap = self.afronden_op // 2
        onder = max(self.geheim_tot_en_met + 1, gepubliceerd - halve_stap)
        return onder, gepubliceerd + (self.afronden_op - 1) // 2


STANDAARD = Regel(
    naam="standaard",
    omschrijving=(
        "7 of minder is geheim, de rest is afgerond op vijftallen; uitsplitsen vanaf 50, "
        "kruisen vanaf 150."
    ),
)
STRENG = Regel(
    naam="streng",
    omschrijving=(
        "Voor openbare stukken: als standaard, maar uitsplitsen vanaf 100, percentages vanaf 50, "
        "medianen vanaf 20 en geen kruisingen."
    ),
    uitsplitsen_vanaf=100,
    kruisen_vanaf=None,
    noemer_vanaf=50,
    mediaan_vanaf=20,
    volledig_vanaf=2000,
)
MILD = Regel(
    naam="mild",
    omschrijving=(
        "Als standaard, maar totalen vanaf 8 staan er precies. De controle laat daardoor meer "
        "uitsplitsingen weg."
    ),
    koppen_exact=True,
)
REGELS = {regel.naam: regel for regel in (STANDAARD, STRENG, MILD)}


def publiceer(
    cijfers: Iterable[Cijfer],
    regel: Regel = STANDAARD,
    weggelaten: Collection[tuple[str, str]] = frozenset(),
    *,
    niet_aangeleverd: Collection[str] = frozenset(),
    nog_niet_bekend: Collection[str] = frozenset(),
) -> list[Cel]:
    """The cells of one region and half-year, in the order of `cijfers`, merged ones behind theirs.

    `cijfers` are the true figures, complete: every indicator with its headline. `weggelaten` holds
    the (indicator, uitsplitsing) pairs that the audit left out. `niet_aangeleverd` are codes of
    gemeenten that delivered nothing, `nog_niet_bekend` codes of indicators that cannot be judged
    yet.
    """
    per_tabel = _per_tabel(cijfers)
    boek = _Boek(per_tabel, regel, weggelaten)
    cellen: list[Cel] = []
    for tabel, rij in per_tabel.items():
        if tabel.indicator in nog_niet_bekend:
            cellen += [woord(cijfer, Status.NOG_NIET_BEKEND) for cijfer in rij]
            continue
        for cel in boek.cellen(tabel, rij):
            ontbreekt = _hangt_af_van(cel, niet_aangeleverd)
            cellen.append(_niet_aangeleverd(cel) if ontbreekt else cel)
    return cellen


def _hangt_af_van(cel: Cel, niet_aangeleverd: Collection[str]) -> bool:
    """Whether the cell is of a gemeente that delivered nothing. Money is known without it, but not
    divided by people of whom some are missing."""
    if per(cel.plaats.indicator):
        return bool(niet_aangeleverd)
    if cel.eenheid in OPENBARE_EENHEDEN or "gemeente" not in delen(cel.plaats.uitsplitsing):
        return False
    return cel.plaats.categorie.split(KRUIS)[0] in niet_aangeleverd


def getoonde_tabellen(
    cijfers: Iterable[Cijfer], regel: Regel, weggelaten: Collection[tuple[str, str]] = frozenset()
) -> frozenset[Tabel]:
    """The tables of people that are shown: neither too small nor left out."""
    per_tabel = _per_tabel(cijfers)
    boek = _Boek(per_tabel, regel, weggelaten)
    return frozenset(
        t
        for t, rij in per_tabel.items()
        if rij[0].eenheid not in OPENBARE_EENHEDEN and boek.verborgen(t, rij[0]) is None
    )


def _per_tabel(cijfers: Iterable[Cijfer]) -> dict[Tabel, list[Cijfer]]:
    per_tabel: dict[Tabel, list[Cijfer]] = {}
    for cijfer in cijfers:
        per_tabel.setdefault(Tabel(*cijfer.plaats[:2]), []).append(cijfer)
    return per_tabel


def _niet_aangeleverd(cel: Cel) -> Cel:
    return woord(cel, Status.NIET_AANGELEVERD, samengevoegd=cel.samengevoegd)


class _Boek:
    """The tables of one publication: which are shown, and in which form."""

    def __init__(
        self,
        per_tabel: dict[Tabel, list[Cijfer]],
        regel: Regel,
        weggelaten: Collection[tuple[str, str]],
    ):
        self._regel = regel
        self._weg = frozenset(Tabel(*tabel) for tabel in weggelaten)
        self._koppen = {
            tabel.indicator: _cel(rij[0], regel, kop=True)
            for tabel, rij in per_tabel.items()
            if tabel.uitsplitsing == TOTAAL
        }
        in_beeld = self._koppen.get("A1")
        omvang = in_beeld.gepubliceerd if in_beeld else None
        self._kleine_regio = (omvang or 0) < regel.volledig_vanaf

    def cellen(self, tabel: Tabel, rij: Sequence[Cijfer]) -> list[Cel]:
        """What is shown of one table."""
        verborgen = self.verborgen(tabel, rij[0])
        if verborgen:
            return [woord(c, Status.NVT if _nooit(c) else verborgen) for c in rij]
        is_kop = tabel.indicator not in self._koppen or tabel.uitsplitsing == TOTAAL
        if not self._voegt_samen(tabel):
            return [_cel(cijfer, self._regel, kop=is_kop) for cijfer in rij]
        return [self._los(cijfer) for cijfer in rij] + self._samengevoegd(tabel, rij)

    def verborgen(self, tabel: Tabel, voorbeeld: Cijfer) -> Status | None:
        """Why no cell of the table is shown; None when it is."""
        kop = self._koppen.get(tabel.indicator)
        stukken = delen(tabel.uitsplitsing)
        weg = {tabel, Tabel(tabel.indicator), Tabel(per(tabel.indicator))}
        if weg & self._weg:
            return Status.NIET_UITGESPLITST
        if voorbeeld.eenheid in OPENBARE_EENHEDEN:
            return None
        if not stukken or kop is None:
            return None
        if any(Tabel(tabel.indicator, stuk) in self._weg for stuk in stukken):
            return Status.NIET_UITGESPLITST
        vanaf = self._regel.kruisen_vanaf if len(stukken) > 1 else self._regel.uitsplitsen_vanaf
        omvang = _omvang(kop)
        if vanaf is None or omvang is None or omvang < vanaf:
            return Status.TE_KLEIN
        per_cel = voorbeeld.maat in (Maat.PERCENTAGE, Maat.MEDIAAN)
        if self._kleine_regio and (per_cel or "trajectsoort" in stukken):
            return Status.TE_KLEIN
        return None

    def _voegt_samen(self, tabel: Tabel) -> bool:
        """A crossing always merges; a breakdown while the number it divides is not large."""
        if tabel.indicator not in self._koppen or not heeft_samenvoeging(tabel.uitsplitsing):
            return False
        omvang = _omvang(self._koppen[tabel.indicator]) or 0
        return KRUIS in tabel.uitsplitsing or omvang < self._regel.volledig_vanaf

    def _los(self, cijfer: Cijfer) -> Cel:
        """A code of a merged list: shown when it stands alone there, else not divided."""
        if _nooit(cijfer):
            return woord(cijfer, Status.NVT)
        _, uitsplitsing, categorie = cijfer.plaats
        if samengevoegd(uitsplitsing, categorie) == categorie:
            return _cel(cijfer, self._regel, kop=False)
        return woord(cijfer, Status.NIET_UITGESPLITST)

    def _samengevoegd(self, tabel: Tabel, rij: Sequence[Cijfer]) -> list[Cel]:
        return [
            _cel(som, self._regel, kop=False, samengevoegd=True)
            for som in samengevoegde_cijfers(tabel, rij)
        ]


def samengevoegde_cijfers(tabel: Tabel, rij: Sequence[Cijfer]) -> list[Cijfer]:
    """The true figures of the merged categories of a table, where they can be added up.

    A median cannot, nor can employers: one employer may stand in several categories.
    """
    if rij[0].maat == Maat.MEDIAAN or rij[0].eenheid == Eenheid.WERKGEVERS:
        return []
    groepen: dict[str, list[Cijfer]] = {}
    for cijfer in rij:
        naam = samengevoegd(tabel.uitsplitsing, cijfer.plaats.categorie)
        if naam != cijfer.plaats.categorie and not _nooit(cijfer):
            groepen.setdefault(naam, []).append(cijfer)
    return [_som(tabel, naam, groep) for naam, groep in groepen.items()]


def _som(tabel: Tabel, naam: str, groep: Sequence[Cijfer]) -> Cijfer:
    eerste = groep[0]
    plaats = Plaats(tabel.indicator, tabel.uitsplitsing, naam)
    teller = sum(int(cijfer.teller or 0) for cijfer in groep)
    if eerste.maat != Maat.PERCENTAGE:
        return Cijfer(plaats, eerste.eenheid, eerste.maat, teller, None, teller)
    indicator = INDICATOREN.get(tabel.indicator)
    vaste_noemer = indicator and set(delen(tabel.uitsplitsing)) & set(
        indicator.noemer_is_totaal_bij
    )
    noemers = [int(cijfer.noemer or 0) for cijfer in groep]
    noemer = noemers[0] if vaste_noemer else sum(noemers)
    return Cijfer(plaats, eerste.eenheid, eerste.maat, teller, noemer, procent(teller, noemer))


def _nooit(cijfer: Cijfer) -> bool:
    """Empty by definition, and indeed empty."""
    return not cijfer.teller and bestaat_nooit(cijfer.plaats)


def _omvang(kop: Cel) -> int | None:
    """The published number that an indicator's breakdowns divide; None when not published."""
    if kop.status != Status.GETAL:
        return None
    if kop.maat in (Maat.PERCENTAGE, Maat.MEDIAAN):
        return kop.noemer
    return int(kop.gepubliceerd or 0)


# Money, hours and gemeenten are no persons: shown as they are.
OPENBARE_EENHEDEN = (Eenheid.EURO, Eenheid.UREN, Eenheid.GEMEENTEN)


def _cel(cijfer: Cijfer, regel: Regel, *, kop: bool, samengevoegd: bool = False) -> Cel:
    """One figure after the rule."""
    if _nooit(cijfer):
        return woord(cijfer, Status.NVT)
    if per(cijfer.plaats.indicator):
        return _bedrag_per_persoon(cijfer, regel)
    if cijfer.eenheid in OPENBARE_EENHEDEN:
        return _openbaar(cijfer)
    match cijfer.maat:
        case Maat.PERCENTAGE:
            cel = _percentage(cijfer, regel, kop)
        case Maat.MEDIAAN:
            cel = _mediaan(cijfer, regel, kop)
        case _:
            rond = regel.rond(int(cijfer.waarde or 0), kop=kop)
            cel = woord(cijfer, Status.GEHEIM) if rond is None else getal(cijfer, rond)
    return replace(cel, samengevoegd=True) if samengevoegd else cel


def per(indicator: str) -> str:
    """The count of persons that this amount is divided by, or nothing."""
    return INDICATOREN[indicator].per if indicator in INDICATOREN else ""


def _openbaar(cijfer: Cijfer) -> Cel:
    """Money to the cent, hours and gemeenten whole."""
    if cijfer.waarde is None:
        return woord(cijfer, Status.NVT)
    if cijfer.eenheid == Eenheid.UREN:
        heel = Decimal(cijfer.waarde).quantize(Decimal(1), ROUND_HALF_UP)
        return getal(cijfer, heel + 0)
    return getal(cijfer, cijfer.waarde)


def _bedrag_per_persoon(cijfer: Cijfer, regel: Regel) -> Cel:
    """From the published number of people, and only when that says that there are ten or more: an
    amount to the cent beside the exact one would give the number of people away."""
    noemer = regel.rond(int(cijfer.noemer or 0), kop=True)
    if noemer is None:
        return woord(cijfer, Status.GEHEIM)
    if regel.grenzen(noemer, kop=True)[0] < PER_PERSOON_VANAF:
        return woord(cijfer, Status.TE_KLEIN)
    return getal(cijfer, op_de_cent(Decimal(cijfer.teller or 0) / noemer), noemer=noemer)


def _percentage(cijfer: Cijfer, regel: Regel, kop: bool) -> Cel:
    noemer = regel.rond(int(cijfer.noemer or 0), kop=kop)
    teller = regel.rond(int(cijfer.teller or 0), kop=kop)
    if noemer is None:
        return woord(cijfer, Status.GEHEIM)
    if noemer < regel.noemer_vanaf:
        return woord(cijfer, Status.TE_KLEIN)
    if teller is None:
        return woord(cijfer, Status.GEHEIM, noemer=noemer)
    waarde = procent(teller, noemer)
    return getal(cijfer, waarde or 0, " %", teller=teller, noemer=noemer)


def _mediaan(cijfer: Cijfer, regel: Regel, kop: bool) -> Cel:
    n = int(cijfer.noemer or 0)
    rond = regel.rond(n, kop=kop)
    if rond is None:
        return woord(cijfer, Status.GEHEIM)
    if cijfer.waarde is None or n < MEDIAAN_VANAF_PERSONEN or rond < regel.mediaan_vanaf:
        return woord(cijfer, Status.TE_KLEIN)
    return getal(cijfer, cijfer.waarde, noemer=rond)
