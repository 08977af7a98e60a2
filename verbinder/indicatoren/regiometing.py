"""Everything that a report counts: of the region, of who delivered, and of each gemeente alone.

One statement per figure: its rows are found once, and added up in those three ways.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from regio.rijrechten import als_teller
from regio.toegang import Gebied
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.begrippen import Cijfer, Indicator, Plaats
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.meten import cijfers_uit, gekozen_tabellen
from verbinder.indicatoren.meting import Meting, door_de_ogen_van
from verbinder.indicatoren.tellen import (
    OVERAL,
    Gemeten,
    cijfer_van,
    gelezen,
    opgeteld,
    rijen,
    telt_in,
    uitsplitsingen_in,
)
from verbinder.indicatoren.uitsplitsingen import (
    KRUIS,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    TOTAAL,
    Categorieen,
    delen,
)

GEMEENTE = "gemeente"


@dataclass(frozen=True)
class Regiometing:
    """`alles` of the whole region, `geteld` of who counts in its totals, in the same order of
    figures; `per_gemeente` what each that counts (by code) has of its own, of all that is not zero.
    """

    alles: list[Cijfer]
    geteld: list[Cijfer]
    per_gemeente: dict[str, list[Cijfer]]


def meet_regio(
    geteld: Meting,
    indicatoren: Iterable[Indicator] | None = None,
    tabellen: Collection[str] | None = None,
) -> Regiometing:
    """Measure the region of `geteld`: whole, and as far as `geteld` counts it. See `meet`."""
    heel = replace(geteld, gebied=Gebied(geteld.gebied.regio_id))
    van_alles, van_geteld = (
        Categorieen(meting.gebied, meting.periode, meting.indeling_op) for meting in (heel, geteld)
    )
    uitkomst = Regiometing([], [], {})
    with als_teller(), door_de_ogen_van(geteld), connection.cursor() as cursor:
        for indicator in INDICATOREN.values() if indicatoren is None else indicatoren:
            te_meten = gekozen_tabellen(indicator, tabellen)
            alles, deel = _meet(cursor, indicator, te_meten, heel, geteld)
            uitkomst.alles.extend(cijfers_uit(alles, indicator, te_meten, van_alles))
            uitkomst.geteld.extend(cijfers_uit(deel, indicator, te_meten, van_geteld))
            for code, cijfer in _eigen_cijfers(indicator, deel):
                uitkomst.per_gemeente.setdefault(code, []).append(cijfer)
    uitkomst.per_gemeente.pop(NOG_NIET_GEKOPPELD, None)
    return uitkomst


def _meet(
    cursor, indicator: Indicator, tabellen: Sequence[str], heel: Meting, geteld: Meting
) -> tuple[Gemeten, Gemeten]:
    """What the figure counts in the whole region; and where it counts, also in each gemeente."""
    van_geteld = [*tabellen, *_per_gemeente(indicator, tabellen)]
    armen = {"deel": opgeteld(indicator, van_geteld, "'deel', ", "telt_mee")}
    voorwaarde = telt_in(geteld, indicator)
    if voorwaarde != OVERAL:
        armen["alles"] = opgeteld(indicator, tabellen, "'alles', ")
    met = rijen(indicator, uitsplitsingen_in(van_geteld), heel, f"{voorwaarde} as telt_mee")
    cursor.execute(f"{met} {' union all '.join(armen.values())}", geteld.parameters)
    gemeten: dict[str, Gemeten] = {"deel": {}, "alles": {}}
    for arm, *rij in cursor.fetchall():
        plek, maten = gelezen(rij, van_geteld if arm == "deel" else tabellen)
        gemeten[arm][plek] = maten
    return gemeten["alles" if "alles" in armen else "deel"], gemeten["deel"]


def _per_gemeente(indicator: Indicator, tabellen: Sequence[str]) -> list[str]:
    """Each table crossed with gemeente. A row counts in one gemeente, so that is what measuring
    each gemeente alone gives. Money is of the region."""
    if indicator.van_geld:
        return []
    los = [TOTAAL, *(tabel for tabel in tabellen if GEMEENTE not in delen(tabel))]
    return [KRUIS.join((GEMEENTE, *delen(tabel))) for tabel in los]


def _eigen_cijfers(indicator: Indicator, gemeten: Gemeten) -> Iterator[tuple[str, Cijfer]]:
    """The code of a gemeente and a figure of its own."""
    noemers = {code: maten[1] for (tabel, code), maten in gemeten.items() if tabel == GEMEENTE}
    for (tabel, categorie), (teller, noemer, waarde) in gemeten.items():
        eerste, *stukken = delen(tabel) or [""]
        code, *codes = categorie.split(KRUIS)
        if eerste != GEMEENTE or indicator.van_geld or (indicator is G1 and not stukken):
            continue
        if set(stukken) & set(indicator.noemer_is_totaal_bij):
            noemer = noemers[code]
        if indicator is G1:
            plaats = Plaats(G1.code, codes[0], ONBEKEND)
        elif stukken:
            plaats = Plaats(indicator.code, KRUIS.join(stukken), KRUIS.join(codes))
        else:
            plaats = Plaats(indicator.code)
        yield code, cijfer_van(indicator, plaats, (teller, noemer, waarde))
