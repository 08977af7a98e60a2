"""Questions about the rows of whole regions: money, and what a region writes and decides."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

if TYPE_CHECKING:
    from regio.toegang import Bereik


class GeldQuerySet(models.QuerySet):
    """Rows about the money of a region: for its controller and its verbinder."""

    def zichtbaar_voor(self, bereik: "Bereik"):
        """The rows of regions whose ledger may be read."""
        return self.filter(regio__in=bereik.geldregios | bereik.cijferregios)


class BoekingQuerySet(GeldQuerySet):
    """Rows of the ledger."""

    def teruggenomen(self):
        """Annotate `is_teruggenomen`: whether a storno took the row back."""
        return self.annotate(
            is_teruggenomen=Exists(self.model.objects.filter(storno_van=OuterRef("pk")))
        )

    def netto(self):
        """Rows that stand: neither taken back nor a storno."""
        return self.teruggenomen().filter(is_teruggenomen=False, storno_van__isnull=True)


class StukQuerySet(models.QuerySet):
    """What a region writes and decides: read by every role of it, written by two.

    The verbinder writes; where there is none, the functioneel beheerder keeps things going.
    """

    regio_pad = "regio"

    def zichtbaar_voor(self, bereik: "Bereik"):
        """The rows of regions that somebody has any role in."""
        if bereik.alle_publicaties:
            return self
        return self.filter(**{f"{self.regio_pad}__in": bereik.publicaties})

    def te_bewerken_door(self, bereik: "Bereik"):
        """The rows of regions for which somebody writes."""
        return self.filter(**{f"{self.regio_pad}__in": bereik.schrijfregios})


def stukken_van(pad: str) -> type[StukQuerySet]:
    """The same questions for rows that reach their region by `pad`."""
    return type("StukQuerySet", (StukQuerySet,), {"regio_pad": pad})
