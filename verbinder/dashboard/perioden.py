"""Which half-year a dashboard shows, and with what it compares."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from regio.perioden import (
    Halfjaar,
    Periode,
    halfjaar_uit_code,
    halfjaar_van,
    halfjaren_terug,
    maanden_later,
)

TE_KIEZEN = 6
EERSTE_JAAR = 2021


@dataclass(frozen=True)
class Keuze:
    """A half-year as seen on a day. Of the running one only the days until then have figures."""

    halfjaar: Halfjaar
    vandaag: date

    @property
    def loopt(self) -> bool:
        """Whether the half-year is not over yet."""
        return self.vandaag in self.halfjaar

    @property
    def periode(self) -> Periode:
        """What is measured: the half-year, until today when it still runs."""
        if self.loopt:
            return Periode(self.halfjaar.van, self.vandaag + timedelta(days=1))
        return Periode(self.halfjaar.van, self.halfjaar.tot)

    @property
    def peildatum(self) -> date:
        return self.periode.peildatum

    @property
    def halfjaar_eerder(self) -> Periode:
        """The half-year before; of the running one the same days of it."""
        return self._eerder(6, self.halfjaar.vorige)

    @property
    def jaar_eerder(self) -> Periode:
        """The same half-year of the year before; of the running one the same days of it."""
        return self._eerder(12, self.halfjaar.jaar_eerder)

    def _eerder(self, maanden: int, heel: Halfjaar) -> Periode:
        if not self.loopt:
            return Periode(heel.van, heel.tot)
        tot_en_met = maanden_later(self.vandaag, -maanden)
        return Periode(maanden_later(self.halfjaar.van, -maanden), tot_en_met + timedelta(days=1))

    def laatste(self, aantal: int) -> list["Keuze"]:
        """This half-year and those before it, oldest first."""
        halfjaren = list(halfjaren_terug(self.halfjaar, aantal))
        return [Keuze(halfjaar, self.vandaag) for halfjaar in reversed(halfjaren)]


def lees_keuze(code: str, vandaag: date) -> Keuze:
    """The half-year of `?halfjaar=2026-1`; without one the running one.

    Raises ValidationError for what is no half-year, lies ahead, or lies before the programme.
    """
    huidig = halfjaar_van(vandaag)
    halfjaar = halfjaar_uit_code(code) if code else huidig
    if halfjaar.jaar < EERSTE_JAAR or halfjaar > huidig:
        raise ValidationError("Van dit halfjaar zijn er geen cijfers.")
    return Keuze(halfjaar, vandaag)


def te_kiezen(vandaag: date, gekozen: Halfjaar) -> list[Keuze]:
    """The half-years to choose from, newest first, and the chosen one if it is older."""
    halfjaren = list(halfjaren_terug(halfjaar_van(vandaag), TE_KIEZEN))
    if gekozen not in halfjaren:
        halfjaren.append(gekozen)
    return [Keuze(halfjaar, vandaag) for halfjaar in halfjaren]
