"""The SQL of a figure: its rows with their categories, and what is added up of them in each table.

`meten` asks one figure after another, `samen` all that a page needs, `regiometing` what a report
of a region needs. All three count with these pieces.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache

from regio.bedragen import op_de_cent
from statushouders.codes import VOLWASSEN
from verbinder.indicatoren.begrippen import (
    Cijfer,
    Geldtelling,
    Indicator,
    Maat,
    Plaats,
    procent,
)
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.uitsplitsingen import KRUIS, LEEFTIJD, TOTAAL, delen, kolom_van

ALLES = (TOTAAL, "alle")
# The condition of who counts every row.
OVERAL = "true"
NIETS = (0, 0, None)
# (table, category) -> teller, noemer, waarde, of the cells that have rows.
Gemeten = dict[tuple[str, str], tuple]


def uitsplitsingen_in(tabellen: Iterable[str]) -> list[str]:
    """Every breakdown that some of the tables speaks of, in a fixed order."""
    return sorted({deel for tabel in tabellen for deel in delen(tabel)})


def ligging(meting: Meting) -> str:
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


def telt_in(meting: Meting, indicator: Indicator) -> str:
    """Which of the region's rows count here, as a condition. Applied last: a gemeente counts the
    same rows in its own figures as the region does for it. The money of a region is whole, whoever
    takes part."""
    gebied = meting.gebied
    if indicator.van_geld and (gebied.met_ongekoppeld or gebied.gemeenten is None):
        return OVERAL
    if gebied.gemeenten is None:
        return OVERAL if gebied.met_ongekoppeld else "r.gemeente_id is not null"
    ongekoppeld = " or r.gemeente_id is null" if gebied.met_ongekoppeld else ""
    return f"(r.gemeente_id = any(%(gemeenten)s){ongekoppeld})"


def rijen(indicator: Indicator, uitsplitsingen: Sequence[str], meting: Meting, *extra: str) -> str:
    """`with rij as (...)`: the rows of the figure with their categories, and columns `extra`."""
    geld = isinstance(indicator.telling, Geldtelling)
    gemeten = {
        Maat.PERCENTAGE: ("r.telt",),
        Maat.MEDIAAN: ("r.waarde",),
        Maat.SOM: ("r.waarde",),
        Maat.VERHOUDING: ("r.waarde", "r.noemer"),
    }.get(indicator.maat, ())
    kolommen = ", ".join(
        (
            "null as persoon" if geld else "r.persoon",
            *((f"r.{indicator.telling.uniek} as geteld",) if indicator.telling.uniek else ()),
            *gemeten,
            *(f"{kolom_van(indicator, u)} as {u}" for u in uitsplitsingen),
            *extra,
        )
    )
    volwassen = f" and {LEEFTIJD} >= {VOLWASSEN}" if indicator.maat == Maat.PERCENTAGE else ""
    # Only where something of the person is asked: looking up each costs as much as the counting.
    vraagt_persoon = "p." in kolommen + volwassen
    persoon = "join statushouders_statushouder p on p.id = r.persoon" if vraagt_persoon else ""
    return f"""
        with ligging as ({ligging(meting)}),
        rij as (
            select {kolommen}
            from ({indicator.telling.rijen}) r {persoon}
            where {telt_in(meting, indicator)}{volwassen}
        )"""


def opgeteld(indicator: Indicator, tabellen: Collection[str], vooraf: str = "", waar: str = OVERAL):
    """The numbers of all tables and the headline, out of `rij`. Read a row with `gelezen`.

    A row is: `vooraf`, which breakdowns it does not speak of (as `grouping` says it), the
    categories, then teller, noemer, waarde.
    """
    namen = ", ".join(uitsplitsingen_in(tabellen))
    categorieen = ", ".join(f"{naam}::text" for naam in uitsplitsingen_in(tabellen))
    groepen = ", ".join(f"({', '.join(delen(tabel))})" for tabel in _met_totaal(tabellen))
    return (
        f"select {vooraf} {f'grouping({namen})' if namen else 0}, array[{categorieen}]::text[], "
        f"{_maten(indicator)} from rij where {waar} group by grouping sets ({groepen})"
    )


def gelezen(rij: Iterable, tabellen: Collection[str]) -> tuple[tuple[str, str], tuple]:
    """Table and category of a row of `opgeteld`, and its numbers; without its `vooraf`."""
    bits, categorieen, *maten = rij
    uitsplitsingen, namen = _sleutel(tuple(tabellen))
    tabel = namen[bits]
    waarden = dict(zip(uitsplitsingen, categorieen, strict=True))
    return (tabel, KRUIS.join(waarden[deel] for deel in delen(tabel)) or "alle"), tuple(maten)


def cijfer_van(indicator: Indicator, plaats: Plaats, gemeten: tuple) -> Cijfer:
    """The figure of a cell, from its teller, noemer and waarde."""
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


@cache
def _sleutel(tabellen: tuple[str, ...]) -> tuple[list[str], dict[int, str]]:
    """The breakdowns of these tables, and which bits of `grouping` mean which table."""
    uitsplitsingen = uitsplitsingen_in(tabellen)
    tabellen_ = _met_totaal(tabellen)
    return uitsplitsingen, {_bits(delen(tabel), uitsplitsingen): tabel for tabel in tabellen_}


def _met_totaal(tabellen: Collection[str]) -> list[str]:
    return list(dict.fromkeys((TOTAAL, *tabellen)))


def _bits(tabel: Collection[str], uitsplitsingen: Iterable[str]) -> int:
    """What `grouping` says of a table: a bit for each breakdown that it does not speak of."""
    bits = 0
    for uitsplitsing in uitsplitsingen:
        bits = bits * 2 + (uitsplitsing not in tabel)
    return bits
