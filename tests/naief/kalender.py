"""The days on which a miscount by one shows: bounds of the period, limits, ends of months."""

from datetime import date, timedelta
from functools import cache

from tests.naief.feiten import maanden_later
from tests.naief.wereld import GEMEENTEN

# A7–D2: 60 days, 90 days, 26 weeks, 30 days without work.
GRENZEN = (30, 31, 59, 60, 61, 89, 90, 91, 181, 182, 183)

PERIODEN = (
    (date(2022, 1, 1), date(2022, 7, 1)),  # Weesp leaves the region
    (date(2022, 7, 1), date(2023, 1, 1)),
    (date(2024, 1, 1), date(2024, 7, 1)),  # a leap year
    (date(2025, 7, 1), date(2026, 1, 1)),
    (date(2026, 1, 1), date(2026, 7, 1)),  # the invented changes of the division
    (date(2026, 7, 1), date(2027, 1, 1)),
    (date(2027, 1, 1), date(2027, 7, 1)),  # Wijdemeren has become Hilversum
    (date(2026, 1, 1), date(2027, 1, 1)),  # a whole year is a period too
)


def rond(dag: date, *afstanden: int) -> list[date]:
    """The day itself, its neighbours, and days at some distance."""
    return [dag + timedelta(days=n) for n in (-1, 0, 1, *afstanden)]


@cache
def dagen_rond(van: date, tot: date) -> tuple[date, ...]:
    """Days worth choosing in and around a period: the awkward ones, and some of all others."""
    peildatum = tot - timedelta(days=1)
    gekozen = [*rond(van), *rond(peildatum)] * 3
    gekozen += [peildatum - timedelta(days=n) for n in GRENZEN]
    gekozen += [van - timedelta(days=n) for n in GRENZEN]
    gekozen += [maanden_later(van, 1), van + timedelta(days=30), peildatum - timedelta(days=29)]
    maand = van.replace(day=1)
    while maand <= tot:
        gekozen += [maand - timedelta(days=1), maand]
        maand = maanden_later(maand, 1)
    gekozen += [date(van.year - 1, van.month, 1), date(van.year - 1, van.month, 1)]
    for gemeente in GEMEENTEN.values():
        for lid in gemeente.leden:
            if van <= lid.tot_en_met <= peildatum:
                gekozen += [lid.tot_en_met, lid.tot_en_met + timedelta(days=1)]
    overige = [van + timedelta(days=n) for n in range(-420, (tot - van).days + 60, 7)]
    overige += [van + timedelta(days=n) for n in range(3, (tot - van).days, 5)]
    return tuple(gekozen + overige)


@cache
def dagen_vooraf(van: date) -> tuple[date, ...]:
    """Days well before a period, for what should already hold in it."""
    return tuple(van - timedelta(days=n) for n in (1, 2, 31, 60, 90, 182, 200, 300, 365, 366, 500))
