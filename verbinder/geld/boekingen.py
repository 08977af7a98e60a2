"""All rows of the ledger of a region and year as one list, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regio.geldstand import potnaam
from regio.models import Arbeidsmarktregio, Besteding, Bijdrage, Doorschuiving, Verplichting
from regio.models.begroting import Boeking

TABELLEN: tuple[type[Boeking], ...] = (Bijdrage, Doorschuiving, Verplichting, Besteding)
HOOGSTENS = 5_000


@dataclass(frozen=True)
class Regel:
    """One row, whatever its table."""

    soort: str
    pk: int
    datum: date
    omschrijving: str
    geld: str
    bedrag: Decimal
    waarvoor: str
    actielijn: str
    kenmerk: str
    is_storno: bool
    is_teruggenomen: bool
    wie: str


def boekingen_van(
    regio: Arbeidsmarktregio, jaar: int, *, hoogstens: int = HOOGSTENS
) -> list[Regel]:
    """The rows dated in the year, at most so many."""
    regels = [r for tabel in TABELLEN for r in _van(tabel, regio, jaar, hoogstens)]
    return sorted(regels, key=lambda r: (r.datum, r.pk), reverse=True)[:hoogstens]


def _van(tabel, regio: Arbeidsmarktregio, jaar: int, hoogstens: int) -> Iterator[Regel]:
    rijen = tabel.objects.filter(regio=regio, datum__year=jaar).teruggenomen()
    if issubclass(tabel, Verplichting | Besteding):
        rijen = rijen.select_related("actielijn")
    for rij in rijen.order_by("-datum", "-pk")[:hoogstens]:
        yield Regel(
            soort=str(tabel._meta.model_name),
            pk=rij.pk,
            datum=rij.datum,
            omschrijving=rij.omschrijving,
            geld=potnaam(rij.herkomstjaar, rij.soort),
            bedrag=rij.bedrag,
            waarvoor=_waarvoor(rij),
            actielijn=str(getattr(rij, "actielijn", None) or ""),
            kenmerk=rij.kenmerk,
            is_storno=rij.storno_van_id is not None,
            is_teruggenomen=rij.is_teruggenomen,
            wie=rij.wie,
        )


def _waarvoor(rij: Boeking) -> str:
    if isinstance(rij, Bijdrage):
        return rij.circulaire
    if isinstance(rij, Doorschuiving):
        return f"naar {rij.naar_jaar}, {rij.besluit}"
    return rij.get_kostensoort_display()
