"""Dated rows of one person that follow each other: a new one ends the one before."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from statushouders.models import Uitkering, Verblijf
from statushouders.services.kern import bewaar, controleer_dagen


def controleer_tijdvak(*, van: date, tot_en_met: date | None) -> None:
    """Raises ValidationError for a day outside 1990-2100, or an end before the begin."""
    controleer_dagen(van=van, tot_en_met=tot_en_met)
    if tot_en_met is not None and tot_en_met < van:
        raise ValidationError({"tot_en_met": "De laatste dag ligt voor de eerste dag."})


def sluit_vorige(
    rijen: QuerySet, *, van: date, tot_en_met: date | None, zelfde: bool = True
) -> None:
    """End the row that still runs on `van` the day before, to make room for a new one.

    Where ending it would lose days, or a row begins later, rows of the same kind (`zelfde`) refuse
    with a ValidationError; rows of another kind stay as they are.
    """
    for rij in rijen.filter(Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=van)):
        if tot_en_met is not None and rij.van > tot_en_met:
            continue
        if rij.van < van and not _loopt_langer_door(rij, tot_en_met):
            rij.tot_en_met = van - timedelta(days=1)
            bewaar(rij, "tot_en_met")
        elif zelfde:
            raise ValidationError({"van": _botsing(rij)})


def _loopt_langer_door(rij: Verblijf | Uitkering, tot_en_met: date | None) -> bool:
    return tot_en_met is not None and (rij.tot_en_met is None or rij.tot_en_met > tot_en_met)


def _botsing(rij: Verblijf | Uitkering) -> str:
    einde = f" tot en met {rij.tot_en_met:%d-%m-%Y}" if rij.tot_en_met else ""
    return (
        f"Er staat al: {rij.get_soort_display()} vanaf {rij.van:%d-%m-%Y}{einde}. "
        "Kies een andere dag, of verbeter eerst die periode."
    )
