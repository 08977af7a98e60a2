"""How many people of a report were erased by law since its figures were measured.

The frozen figures stand; who measures again gets other ones, and the page says why.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from statushouders.models import Wissing
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN, STANDAARD
from verbinder.rapportage.models import Momentopname


@dataclass(frozen=True)
class Gewist:
    """How many, and since when."""

    aantal: int
    sinds: datetime

    @property
    def voor_lezers(self) -> str:
        """The number as everybody may read it, by the rule of small numbers."""
        rond = STANDAARD.rond(self.aantal)
        return GEHEIM_IN_WOORDEN if rond is None else f"ongeveer {rond}"


def gewist_sinds(opname: Momentopname) -> Gewist | None:
    """Whoever was erased after these figures were measured; None when nobody was."""
    rapportage = opname.versie.rapportage
    rijen = Wissing.objects.filter(
        regio=rapportage.regio_id, halfjaar=rapportage.halfjaar, op__gt=opname.bekend_op
    ).aggregate(aantal=Count("pk"), sinds=Min("op"))
    return Gewist(**rijen) if rijen["aantal"] else None
