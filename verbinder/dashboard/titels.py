"""Titles that say what a chart shows, made by rules. Pure functions on true figures.

Each returns a sentence that is literally true of the figures, or nothing when they are too small
or too alike to say anything; the chart then carries its neutral name.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from verbinder.dashboard.woorden import getal, meervoud
from verbinder.indicatoren import procent

# Nothing is concluded about fewer.
TE_WEINIG = 10
# A change is a change from this many on, and from one in this many of where it began.
KLEINSTE_VERSCHIL, KLEINSTE_DEEL = 5, 10
MINSTE_GEMEENTEN = 3


class Deel(NamedTuple):
    """One part of a whole, with its name as it stands in the chart."""

    naam: str
    aantal: int


def aan_het_werk(in_beeld: int, werken: int) -> str:
    """How many of the people in beeld work."""
    if in_beeld < TE_WEINIG:
        return ""
    begin = f"Van {getal(in_beeld)} mensen in beeld"
    if werken == 0:
        return f"{begin} is nog niemand aan het werk"
    if werken == in_beeld:
        return f"Alle {getal(in_beeld)} mensen in beeld zijn aan het werk"
    if werken == 1:
        return f"{begin} is er 1 aan het werk"
    return f"{begin} zijn er {getal(werken)} aan het werk"


def verloop(wat: str, momenten: Sequence[str], waarden: Sequence[int]) -> str:
    """How a number went from the first moment to the last; all moments must be whole half-years.

    `wat` is a plural that can be counted: "mensen naar betaald werk".
    """
    if len(waarden) < 2:
        return ""
    eerst, laatst = waarden[0], waarden[-1]
    if max(eerst, laatst) < TE_WEINIG:
        return ""
    cijfers = f"{getal(laatst)} in {momenten[-1]}, {getal(eerst)} in {momenten[0]}"
    verschil = laatst - eerst
    if verschil == 0:
        return f"Evenveel {wat}: {cijfers}"
    if abs(verschil) * KLEINSTE_DEEL < eerst:
        return f"Ongeveer evenveel {wat}: {cijfers}"
    if abs(verschil) < KLEINSTE_VERSCHIL:
        return ""
    return f"{'Meer' if verschil > 0 else 'Minder'} {wat}: {cijfers}"


def grootste(delen: Sequence[Deel], wat: str) -> str:
    """The largest part of a whole whose parts do not overlap.

    `wat` names the whole in the plural: "lopende trajecten".
    """
    totaal = sum(deel.aantal for deel in delen)
    eerste = _enige_grootste(delen)
    if totaal < TE_WEINIG or eerste is None:
        return ""
    if eerste.aantal == totaal:
        return f"Alle {getal(totaal)} {wat}: {eerste.naam}"
    uit = f"{getal(eerste.aantal)} van de {getal(totaal)}"
    if 2 * eerste.aantal > totaal:
        return f"Meer dan de helft van de {wat}: {eerste.naam} ({uit})"
    return f"Het vaakst: {eerste.naam}, {uit} {wat}"


def _enige_grootste(delen: Sequence[Deel]) -> Deel | None:
    """The part that is larger than every other; None for a tie or when all are zero."""
    op_grootte = sorted(delen, key=lambda deel: deel.aantal, reverse=True)
    if not op_grootte or op_grootte[0].aantal == 0:
        return None
    if len(op_grootte) > 1 and op_grootte[0].aantal == op_grootte[1].aantal:
        return None
    return op_grootte[0]


def grootste_per_gemeente(rijen: Sequence[Sequence[Deel]]) -> str:
    """Which part is the largest in most gemeenten; gemeenten without any row do not count."""
    met_iets = [delen for delen in rijen if any(deel.aantal for deel in delen)]
    if len(met_iets) < MINSTE_GEMEENTEN:
        return ""
    koplopers = [_enige_grootste(delen) for delen in met_iets]
    namen = [deel.naam for deel in koplopers if deel]
    if not namen:
        return ""
    vaakst = max(sorted(set(namen)), key=namen.count)
    keer = namen.count(vaakst)
    if keer == len(met_iets):
        return f"{vaakst} is in elke gemeente het grootst"
    if 2 * keer > len(met_iets):
        return f"{vaakst} is in {keer} van de {len(met_iets)} gemeenten het grootst"
    return ""


def aandeel(n: int, noemer: int, zin: str) -> str:
    """A share as a sentence. `zin` holds `{deel}`, `{n}` and `{N}`."""
    if noemer < TE_WEINIG:
        return ""
    deel = "niemand" if n == 0 else "iedereen" if n == noemer else f"{procent(n, noemer)} %"
    return zin.format(deel=deel, n=getal(n), N=getal(noemer))


def wachttijd(mediaan: Decimal | int | None, mensen: int) -> str:
    """What a median says: at least half waited that long or shorter."""
    if mediaan is None or mensen < TE_WEINIG:
        return ""
    if mediaan == 0:
        return "Minstens de helft begon zonder wachttijd aan het eerste traject"
    dagen = meervoud(mediaan, "dag", "dagen")
    return f"Minstens de helft wachtte {dagen} of korter op het eerste traject"


def onbekend(delen: Sequence[Deel], mensen: int) -> str:
    """Which fact is missing most often."""
    if mensen < TE_WEINIG:
        return ""
    if not any(deel.aantal for deel in delen):
        return f"Van alle {getal(mensen)} volwassenen in beeld zijn deze gegevens bekend"
    meeste = _enige_grootste(delen)
    if meeste is None:
        return ""
    wie = meervoud(meeste.aantal, "volwassene", "volwassenen")
    return f"Het vaakst onbekend: {meeste.naam}, bij {wie}"
