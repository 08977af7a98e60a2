"""Measure figures: one SQL statement per indicator, as the role that counts every row.

The statement groups by all asked breakdowns at once (GROUPING SETS), so there is never a query
per gemeente, per category or per month.
"""

from collections.abc import Collection, Iterable

from django.db import connection

from regio.rijrechten import als_teller
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.begrippen import Cijfer, Indicator, Maat, Plaats
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.meting import Meting, door_de_ogen_van
from verbinder.indicatoren.tellen import (
    ALLES,
    NIETS,
    Gemeten,
    cijfer_van,
    gelezen,
    opgeteld,
    rijen,
    uitsplitsingen_in,
)
from verbinder.indicatoren.uitsplitsingen import KRUIS, ONBEKEND, Categorieen, delen, tabellen_van


def meet(
    meting: Meting,
    indicatoren: Iterable[Indicator] | None = None,
    tabellen: Collection[str] | None = None,
) -> list[Cijfer]:
    """The true figures of `indicatoren` (all) in `tabellen` (all of each), in a fixed order.

    A table is a breakdown or a crossing (`gemeente×actielijn`); the headline is always there.
    Every category of a closed list has a figure, also at 0.
    """
    gekozen = list(INDICATOREN.values() if indicatoren is None else indicatoren)
    categorieen = Categorieen(meting.gebied, meting.periode, meting.indeling_op)
    cijfers: list[Cijfer] = []
    with als_teller(), door_de_ogen_van(meting), connection.cursor() as cursor:
        for indicator in gekozen:
            te_meten = gekozen_tabellen(indicator, tabellen)
            sql = f"{rijen(indicator, uitsplitsingen_in(te_meten), meting)} "
            cursor.execute(sql + opgeteld(indicator, te_meten), meting.parameters)
            gemeten = dict(gelezen(rij, te_meten) for rij in cursor.fetchall())
            cijfers += cijfers_uit(gemeten, indicator, te_meten, categorieen)
    return cijfers


def personen_achter(meting: Meting, indicator: Indicator, plaats: Plaats) -> list[int]:
    """The primary keys of the persons that one cell counts (for a percentage: its numerator).

    Only keys leave the counting role; which of them may be opened is decided by the caller. Nobody
    is behind an amount.
    """
    if indicator.van_geld:
        return []
    van_plaats = delen(plaats.uitsplitsing)
    voorwaarden = [f"{deel} = %(waarde_{deel})s" for deel in van_plaats]
    waarden = {
        f"waarde_{deel}": waarde
        for deel, waarde in zip(van_plaats, plaats.categorie.split(KRUIS), strict=False)
    }
    if indicator.maat == Maat.PERCENTAGE:
        voorwaarden.append("telt")
    # Behind an agreement with an employer there is nobody.
    voorwaarden.append("persoon is not null")
    waar = f"where {' and '.join(voorwaarden)}"
    sql = f"{rijen(indicator, van_plaats, meting)} select distinct persoon from rij {waar}"
    with als_teller(), door_de_ogen_van(meting), connection.cursor() as cursor:
        cursor.execute(sql, {**meting.parameters, **waarden})
        return [persoon for (persoon,) in cursor.fetchall()]


def gekozen_tabellen(indicator: Indicator, tabellen: Collection[str] | None) -> list[str]:
    """The tables of an indicator that are asked; None asks all."""
    return [t for t in tabellen_van(indicator) if tabellen is None or t in tabellen]


def cijfers_uit(
    gemeten: Gemeten, indicator: Indicator, tabellen: Iterable[str], categorieen: Categorieen
) -> list[Cijfer]:
    """The headline and every cell of these tables, at 0 where nothing was counted."""
    if indicator is G1:
        return _onbekend(gemeten, categorieen)
    totaal = gemeten.get(ALLES, NIETS)
    cijfers = [cijfer_van(indicator, Plaats(indicator.code), totaal)]
    for tabel in tabellen:
        # Also what is in no list: a gemeente that ended before the period, for what ripened in it.
        gezien = sorted(categorie for eigen_tabel, categorie in gemeten if eigen_tabel == tabel)
        for categorie in dict.fromkeys([*categorieen.labels(indicator, tabel), *gezien]):
            teller, noemer, waarde = gemeten.get((tabel, categorie), NIETS)
            if set(delen(tabel)) & set(indicator.noemer_is_totaal_bij):
                noemer = totaal[1]
            plaats = Plaats(indicator.code, tabel, categorie)
            cijfers.append(cijfer_van(indicator, plaats, (teller, noemer, waarde)))
    return cijfers


def _onbekend(gemeten: Gemeten, categorieen: Categorieen) -> list[Cijfer]:
    """G1 has as uitsplitsing the breakdown that it speaks of, and as category "onbekend"."""
    return [
        cijfer_van(G1, Plaats(G1.code, over, ONBEKEND), gemeten.get(("gegeven", over), NIETS))
        for over in categorieen.labels(G1, "gegeven")
    ]
