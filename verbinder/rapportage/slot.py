"""Who writes in a part of a report now: one at a time, and nobody for long after they left.

Kept in the cache, for it is gone when it is over. Should the cache be away, then two writers find
out when they save (`schrijf_tekst`), and nothing is lost.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.core.exceptions import ValidationError

from regio.logboek import Door
from verbinder.rapportage.models import Versie

SECONDEN = 180


@dataclass(frozen=True)
class Slot:
    """Somebody who writes."""

    gebruiker_id: int | None
    wie: str


def neem_slot(versie: Versie, deel: str, door: Door) -> Slot | None:
    """Take or keep the part. Returns who has it, when that is somebody else."""
    sleutel = _sleutel(versie, deel)
    eigen = {"gebruiker_id": door.gebruiker_id, "wie": door.wie}
    if cache.add(sleutel, eigen, SECONDEN):
        return None
    ander = ander_slot(versie, deel, door)
    if ander is None:
        cache.set(sleutel, eigen, SECONDEN)
    return ander


def ander_slot(versie: Versie, deel: str, door: Door) -> Slot | None:
    """Who else writes in the part now."""
    gegevens = cache.get(_sleutel(versie, deel))
    if gegevens is None or gegevens["gebruiker_id"] == door.gebruiker_id:
        return None
    return Slot(**gegevens)


def geef_vrij(versie: Versie, deel: str, door: Door) -> None:
    """The writer is done."""
    if ander_slot(versie, deel, door) is None:
        cache.delete(_sleutel(versie, deel))


def eis_eigen_slot(versie: Versie, deel: str, door: Door) -> None:
    """Refuse to write where somebody else is writing."""
    ander = ander_slot(versie, deel, door)
    if ander is not None:
        raise ValidationError(
            f"{ander.wie} schrijft nu in dit deel. Kopieer uw tekst en probeer het over een paar "
            "minuten opnieuw."
        )


def _sleutel(versie: Versie, deel: str) -> str:
    return f"rapportdeel:{versie.pk}:{deel}"
