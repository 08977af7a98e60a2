"""Days, periods and half-years. Dates only; Europe/Amsterdam decides what "today" is, at the edge.

A `Periode` is half-open: `van` counts, `tot` does not. Fields that people fill in are called
`tot_en_met` and are inclusive; `Periode.tot_en_met` is the last day.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

BEGIN_DER_TIJDEN = date(1, 1, 1)
EIND_DER_TIJDEN = date(9999, 12, 31)


@dataclass(frozen=True, order=True)
class Periode:
    """A half-open range of days: `van` <= day < `tot`."""

    van: date
    tot: date

    def __post_init__(self):
        if self.tot <= self.van:
            raise ValueError(f"Een periode eindigt na haar begin ({self.van} tot {self.tot}).")

    @property
    def tot_en_met(self) -> date:
        """The last day that counts; for a half-year this is the peildatum."""
        return self.tot - timedelta(days=1)

    @property
    def peildatum(self) -> date:
        """The day on which a stock is measured: the last day (docs/cijfers.md)."""
        return self.tot_en_met

    def __contains__(self, dag: date) -> bool:
        return self.van <= dag < self.tot


@dataclass(frozen=True, order=True)
class Halfjaar(Periode):
    """`[1-1, 1-7)` or `[1-7, 1-1)`, written as `2026-1` or `2026-2`."""

    @property
    def jaar(self) -> int:
        return self.van.year

    @property
    def helft(self) -> int:
        return 1 if self.van.month == 1 else 2

    @property
    def code(self) -> str:
        """The exchange code, such as `2026-1`."""
        return f"{self.jaar}-{self.helft}"

    @property
    def naam(self) -> str:
        """The name on screen, such as `2026, 1e halfjaar`."""
        return f"{self.jaar}, {self.helft}e halfjaar"

    @property
    def vorige(self) -> "Halfjaar":
        return halfjaar_van(self.van - timedelta(days=1))

    @property
    def volgende(self) -> "Halfjaar":
        return halfjaar_van(self.tot)

    @property
    def jaar_eerder(self) -> "Halfjaar":
        return halfjaar(self.jaar - 1, self.helft)

    def __str__(self) -> str:
        return self.naam


def halfjaar(jaar: int, helft: int) -> Halfjaar:
    """The first or second half of a year. Raises ValueError for another half."""
    if helft == 1:
        return Halfjaar(date(jaar, 1, 1), date(jaar, 7, 1))
    if helft == 2:
        return Halfjaar(date(jaar, 7, 1), date(jaar + 1, 1, 1))
    raise ValueError(f"Een jaar heeft helft 1 en 2, niet {helft}.")


def halfjaar_van(dag: date) -> Halfjaar:
    """The half-year in which `dag` lies."""
    return halfjaar(dag.year, 1 if dag.month <= 6 else 2)


def halfjaar_uit_code(code: str) -> Halfjaar:
    """Read `2026-1`. Raises ValidationError with a Dutch sentence."""
    treffer = re.fullmatch(r"(20\d{2})-([12])", code.strip())
    if not treffer:
        raise ValidationError(
            f"'{code}' is geen halfjaar. Schrijf het jaar, een streepje en 1 of 2, zoals 2026-1."
        )
    return halfjaar(int(treffer[1]), int(treffer[2]))


def halfjaren_terug(vanaf: Halfjaar, aantal: int) -> Iterator[Halfjaar]:
    """`vanaf` and the half-years before it, newest first, `aantal` in all."""
    for _ in range(aantal):
        yield vanaf
        vanaf = vanaf.vorige


def maanden_later(dag: date, maanden: int) -> date:
    """The same day `maanden` calendar months later, or that month's last day (31-1 -> 28-2)."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def vandaag() -> date:
    """Today in Europe/Amsterdam. Only views, tasks and commands ask this."""
    return timezone.localdate()
