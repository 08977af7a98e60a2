"""Measure figures: one SQL statement per indicator, as the role that counts every row.

The statement groups by all asked breakdowns at once (GROUPING SETS), so there is never a query
per gemeente, per category or per month.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection

from regio.bedragen import op_de_cent
from regio.perioden import Periode
from regio.rijrechten import als_teller
from regio.toegang import Gebied
from statushouders.codes import VOLWASSEN
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.begrippen import (
    Cijfer,
    Geldtelling,
    Indicator,
    Maat,
    Plaats,
    procent,
)
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.uitsplitsingen import (
    KRUIS,
    LEEFTIJD,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    Categorieen,
    kolom_van,
    tabellen_van,
)

ALLES = ("totaal", "alle")


@dataclass(frozen=True)
class Meting:
    """What to measure: where, when, in which division, and as known when.

    `indeling_op`: a day whose division of the country is used for every row ("naar huidige
    indeling"); None uses the division of each row's own day ("zoals toen").
    `bekend_op`: only what was recorded at that moment; None is all that is known now.
    """

    gebied: Gebied
    periode: Periode
    indeling_op: date | None = None
    bekend_op: datetime | None = None

    @property
    def parameters(self) -> dict:
        return {
            "regio": self.gebied.regio_id,
            "van": self.periode.van,
            "peildatum": self.periode.peildatum,
            "jaarbegin": self.periode.peildatum.replace(month=1, day=1),
            "indeling_op": self.indeling_op,
            "bekend_op": self.bekend_op,
            "gemeenten": sorted(self.gebied.gemeenten or ()),
        }


def meet(
    meting: Meting,
    indicatoren: Iterable[Indicator] | None = None,
    tabellen: Iterable[str] | None = None,
) -> list[Cijfer]:
    """The true figures of `indicatoren` (all) in `tabellen` (all of each), in a fixed order.

    A table is a breakdown or a crossing (`gemeente×actielijn`); the headline is always there.
    Every category of a closed list has a figure, also at 0.
    """
    gekozen = list(INDICATOREN.values() if indicatoren is None else indicatoren)
    gewenst = None if tabellen is None else set(tabellen)
    categorieen = Categorieen(meting.gebied, meting.periode, meting.indeling_op)
    cijfers: list[Cijfer] = []
    with als_teller():
        _stel_in(meting)
        for indicator in gekozen:
            te_meten = [t for t in tabellen_van(indicator) if gewenst is None or t in gewenst]
            cijfers += _cijfers(indicator, te_meten, meting, categorieen)
        _stel_in(None)
    return cijfers


def meet_per_gemeente(
    meting: Meting,
    indicatoren: Iterable[Indicator] | None = None,
    tabellen: Iterable[str] | None = None,
) -> dict[str, list[Cijfer]]:
    """Per gemeente (by code) its own true figures, of all that is not zero.

    A row counts in one gemeente, so a table crossed with gemeente is what measuring each gemeente
    alone gives, in one statement per indicator.
    """
    gewenst = None if tabellen is None else set(tabellen)
    per_gemeente: dict[str, list[Cijfer]] = {}
    with als_teller():
        _stel_in(meting)
        for indicator in INDICATOREN.values() if indicatoren is None else indicatoren:
            if indicator.van_geld:
                continue
            te_meten = [t for t in tabellen_van(indicator) if gewenst is None or t in gewenst]
            for code, cijfer in _eigen_cijfers(indicator, te_meten, meting):
                per_gemeente.setdefault(code, []).append(cijfer)
        _stel_in(None)
    per_gemeente.pop(NOG_NIET_GEKOPPELD, None)
    return per_gemeente


def _eigen_cijfers(
    indicator: Indicator, tabellen: Sequence[str], meting: Meting
) -> Iterator[tuple[str, Cijfer]]:
    los = ["totaal", *(t for t in tabellen if "gemeente" not in _delen(t))]
    met_gemeente = [KRUIS.join(("gemeente", *_delen(tabel))) for tabel in los]
    gemeten = _meet_tabellen(indicator, met_gemeente, meting)
    noemers = {code: m[1] for (tabel, code), m in gemeten.items() if tabel == "gemeente"}
    for (tabel, categorie), (teller, noemer, waarde) in gemeten.items():
        stukken, codes = _delen(tabel)[1:], categorie.split(KRUIS)
        if not _delen(tabel) or (indicator is G1 and not stukken):
            continue
        if set(stukken) & set(indicator.noemer_is_totaal_bij):
            noemer = noemers[codes[0]]
        if indicator is G1:
            plaats = Plaats(G1.code, codes[1], ONBEKEND)
        elif stukken:
            plaats = Plaats(indicator.code, KRUIS.join(stukken), KRUIS.join(codes[1:]))
        else:
            plaats = Plaats(indicator.code)
        yield codes[0], _cijfer(indicator, plaats, (teller, noemer, waarde))


def personen_achter(meting: Meting, indicator: Indicator, plaats: Plaats) -> list[int]:
    """The primary keys of the persons that one cell counts (for a percentage: its numerator).

    Only keys leave the counting role; which of them may be opened is decided by the caller. Nobody
    is behind an amount.
    """
    if indicator.van_geld:
        return []
    delen = _delen(plaats.uitsplitsing)
    voorwaarden = [f"{deel} = %(waarde_{deel})s" for deel in delen]
    waarden = {
        f"waarde_{deel}": waarde
        for deel, waarde in zip(delen, plaats.categorie.split(KRUIS), strict=False)
    }
    if indicator.maat == Maat.PERCENTAGE:
        voorwaarden.append("telt")
    # Behind an agreement with an employer there is nobody.
    voorwaarden.append("persoon is not null")
    waar = f"where {' and '.join(voorwaarden)}"
    sql = f"{_met(indicator, delen, meting)} select distinct persoon from rij {waar}"
    with als_teller(), connection.cursor() as cursor:
        _stel_in(meting)
        cursor.execute(sql, {**meting.parameters, **waarden})
        personen = [persoon for (persoon,) in cursor.fetchall()]
        _stel_in(None)
    return personen


def _stel_in(meting: Meting | None) -> None:
    """Look through the eyes of `bekend_op`: other views under the same table names.

    The planner cannot guess how many rows of the history held at a moment; it guesses one, and
    then a nested loop costs minutes.
    """
    if meting is not None and meting.bekend_op is None:
        return
    pad = "bekend_op, public" if meting else "public"
    moment = meting.bekend_op.isoformat() if meting and meting.bekend_op else ""
    lussen = "off" if meting else "on"
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('search_path', %s, true), set_config('verbinder.bekend_op', %s, "
            "true), set_config('enable_nestloop', %s, true)",
            [pad, moment, lussen],
        )


def _delen(tabel: str) -> list[str]:
    return [] if tabel == "totaal" else tabel.split(KRUIS)


def _ligging(meting: Meting) -> str:
    """Where everyone counts in the region, by date, in the asked division."""
    if meting.indeling_op is None:
        return """
            select statushouder_id, gemeente_id, van, tot_en_met
            from statushouders_ligging where regio_id = %(regio)s"""
    return """
        select l.statushouder_id, case when l.gemeente_id is not null then nu.geldt_als_id end
               as gemeente_id, l.van, l.tot_en_met
        from statushouders_ligging l
        join gemeente_ligging nu on nu.gemeente_id = l.plaats_id
            and %(indeling_op)s between nu.van and nu.tot_en_met
        where nu.regio_id = %(regio)s"""


def _gebied(meting: Meting, *, geld: bool = False) -> str:
    """Which of the region's rows count here. Applied last: a gemeente counts the same rows in its
    own figures as the region does for it. The money of a region is whole, whoever takes part."""
    gebied = meting.gebied
    if geld and (gebied.met_ongekoppeld or gebied.gemeenten is None):
        return ""
    delen = []
    if gebied.gemeenten is not None:
        delen.append("r.gemeente_id = any(%(gemeenten)s)")
        if gebied.met_ongekoppeld:
            delen = [f"({delen[0]} or r.gemeente_id is null)"]
    elif not gebied.met_ongekoppeld:
        delen.append("r.gemeente_id is not null")
    return "".join(f" and {deel}" for deel in delen)


def _met(indicator: Indicator, uitsplitsingen: Sequence[str], meting: Meting) -> str:
    """`with rij as (...)`: the rows of the figure with their categories."""
    geld = isinstance(indicator.telling, Geldtelling)
    kolommen = "".join(f", {kolom_van(indicator, u)} as {u}" for u in uitsplitsingen)
    extra = {
        Maat.PERCENTAGE: ", r.telt",
        Maat.MEDIAAN: ", r.waarde",
        Maat.SOM: ", r.waarde",
        Maat.VERHOUDING: ", r.waarde, r.noemer",
    }.get(indicator.maat, "")
    uniek = f", r.{indicator.telling.uniek} as geteld" if indicator.telling.uniek else ""
    volwassen = f" and {LEEFTIJD} >= {VOLWASSEN}" if indicator.maat == Maat.PERCENTAGE else ""
    # Only where something of the person is asked: looking up each costs as much as the counting.
    vraagt_persoon = "p." in kolommen + volwassen
    persoon = "join statushouders_statushouder p on p.id = r.persoon" if vraagt_persoon else ""
    return f"""
        with ligging as ({_ligging(meting)}),
        rij as (
            select {"null as persoon" if geld else "r.persoon"}{uniek}{extra}{kolommen}
            from ({indicator.telling.rijen}) r {persoon}
            where true{volwassen}{_gebied(meting, geld=geld)}
        )"""


def _maten(indicator: Indicator) -> str:
    """The aggregate columns: teller, noemer, waarde. Sums and ratios stand in the last, the
    denominator of a ratio in hundredths, so that the columns of all figures are of one type."""
    geteld = "count(distinct geteld)" if indicator.telling.uniek else "count(*)"
    match indicator.maat:
        case Maat.PERCENTAGE:
            return f"{geteld} filter (where telt), {geteld}, null::numeric"
        case Maat.MEDIAAN:
            mediaan = "percentile_cont(0.5) within group (order by waarde)"
            return f"null::bigint, {geteld}, {mediaan}::numeric"
        case Maat.SOM:
            return "null::bigint, null::bigint, sum(waarde)::numeric"
        case Maat.VERHOUDING:
            return "null::bigint, round(100 * sum(noemer))::bigint, sum(waarde)::numeric"
        case _:
            return f"{geteld}, null::bigint, null::numeric"


def _cijfers(
    indicator: Indicator, tabellen: Sequence[str], meting: Meting, categorieen: Categorieen
) -> list[Cijfer]:
    gemeten = _meet_tabellen(indicator, tabellen, meting)
    if indicator is G1:
        return _onbekend(gemeten, categorieen)
    totaal = gemeten.get(ALLES, (0, 0, None))
    cijfers = [_cijfer(indicator, Plaats(indicator.code), totaal)]
    for tabel in tabellen:
        # Also what is in no list: a gemeente that ended before the period, for what ripened in it.
        gezien = sorted(categorie for eigen_tabel, categorie in gemeten if eigen_tabel == tabel)
        for categorie in dict.fromkeys([*categorieen.labels(indicator, tabel), *gezien]):
            teller, noemer, waarde = gemeten.get((tabel, categorie), (0, 0, None))
            if set(_delen(tabel)) & set(indicator.noemer_is_totaal_bij):
                noemer = totaal[1]
            plaats = Plaats(indicator.code, tabel, categorie)
            cijfers.append(_cijfer(indicator, plaats, (teller, noemer, waarde)))
    return cijfers


def _onbekend(gemeten: dict, categorieen: Categorieen) -> list[Cijfer]:
    """G1 has as uitsplitsing the breakdown that it speaks of, and as category "onbekend"."""
    return [
        _cijfer(G1, Plaats(G1.code, over, ONBEKEND), gemeten.get(("gegeven", over), (0, 0, None)))
        for over in categorieen.labels(G1, "gegeven")
    ]


def _meet_tabellen(
    indicator: Indicator, tabellen: Sequence[str], meting: Meting
) -> dict[tuple[str, str], tuple]:
    """(table, category) -> (teller, noemer, waarde), for the cells that have rows."""
    uitsplitsingen = sorted({deel for tabel in tabellen for deel in _delen(tabel)})
    groepen = ["()", *(f"({', '.join(_delen(tabel))})" for tabel in tabellen)]
    kolommen = "".join(f"{u}, " for u in uitsplitsingen)
    welke = f"grouping({', '.join(uitsplitsingen)})" if uitsplitsingen else "0"
    sql = (
        f"{_met(indicator, uitsplitsingen, meting)} select {welke}, {kolommen}{_maten(indicator)}"
        f" from rij group by grouping sets ({', '.join(groepen)})"
    )
    # The bits of `grouping` say which breakdowns a row does not speak of.
    namen = {_bits(_delen(tabel), uitsplitsingen): tabel for tabel in ("totaal", *tabellen)}
    with connection.cursor() as cursor:
        cursor.execute(sql, meting.parameters)
        rijen = cursor.fetchall()
    gemeten = {}
    for bits, *rest in rijen:
        tabel = namen[bits]
        waarden = dict(zip(uitsplitsingen, rest, strict=False))
        categorie = KRUIS.join(waarden[deel] for deel in _delen(tabel)) or "alle"
        gemeten[tabel, categorie] = tuple(rest[len(uitsplitsingen) :])
    return gemeten


def _bits(delen: Sequence[str], uitsplitsingen: Sequence[str]) -> int:
    bits = 0
    for uitsplitsing in uitsplitsingen:
        bits = bits * 2 + (uitsplitsing not in delen)
    return bits


def _cijfer(indicator: Indicator, plaats: Plaats, gemeten: tuple) -> Cijfer:
    teller, noemer, waarde = gemeten
    match indicator.maat:
        case Maat.PERCENTAGE:
            waarde = procent(teller, noemer)
        case Maat.MEDIAAN:
            teller = None
            waarde = None if waarde is None else Decimal(waarde).normalize() + 0
        case Maat.SOM:
            teller = waarde = op_de_cent(waarde or 0)
            noemer = None
        case Maat.VERHOUDING:
            teller, noemer = op_de_cent(waarde or 0), Decimal(noemer or 0) / 100
            waarde = op_de_cent(teller / noemer) if noemer > 0 else None
        case _:
            noemer, waarde = None, teller
    return Cijfer(plaats, indicator.eenheid, indicator.maat, teller, noemer, waarde)
