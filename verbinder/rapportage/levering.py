"""Which gemeenten delivered: missing is not zero, and the report says who is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Max
from django.utils import timezone

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import Halfjaar
from statushouders.models import Bevestiging, Levering


@dataclass(frozen=True)
class Aanlevering:
    """Whether and when one gemeente of the region delivered; `op` is empty when it did not."""

    code: str
    naam: str
    op: datetime | None = None
    bevestigd: bool = False

    @property
    def geleverd(self) -> bool:
        return self.op is not None


def begin_van_de_dag(dag) -> datetime:
    """The first moment of a day in Europe/Amsterdam."""
    return timezone.make_aware(datetime.combine(dag, time.min))


def einde_van_de_dag(dag) -> datetime:
    """The last moment of a day in Europe/Amsterdam: "as known on" means at the end of the day."""
    return timezone.make_aware(datetime.combine(dag, time.max))


def aanleveringen(
    regio: Arbeidsmarktregio, halfjaar: Halfjaar, *, bekend_op: datetime
) -> list[Aanlevering]:
    """Every gemeente that was a member on any day of the half-year, by name, and its delivery.

    A gemeente has delivered when its rows were read in on or after the first day of the half-year,
    or when it confirmed its figures of that half-year; both up to `bekend_op`. Of a half-year that
    had not begun by then every delivery counts. A gemeente that ended is delivered for by its
    successor.
    """
    begin = begin_van_de_dag(halfjaar.van)
    op_tijd = {"op__gte": begin} if begin <= bekend_op else {}
    gemeenten = list(Gemeente.objects.in_regio_tijdens(regio, halfjaar).order_by("naam"))
    met_opvolgers = _met_opvolgers(gemeenten)
    ingelezen = dict(
        Levering.objects.filter(gemeenten__in=met_opvolgers, op__lte=bekend_op, **op_tijd)
        .values_list("gemeenten")
        .annotate(Max("op"))
    )
    bevestigd = dict(
        Bevestiging.objects.filter(
            gemeente__in=met_opvolgers, halfjaar=halfjaar.code, akkoord=True, op__lte=bekend_op
        )
        .values_list("gemeente")
        .annotate(Max("op"))
    )
    return [_aanlevering(gemeente, met_opvolgers, ingelezen, bevestigd) for gemeente in gemeenten]


def _met_opvolgers(gemeenten: Iterable[Gemeente]) -> dict[int, Gemeente]:
    """The gemeenten and all that follow them, by primary key."""
    alle = {gemeente.pk: gemeente for gemeente in gemeenten}
    while ontbreekt := {
        g.opvolger_id for g in alle.values() if g.opvolger_id and g.opvolger_id not in alle
    }:
        alle |= Gemeente.objects.in_bulk(ontbreekt)
    return alle


def _aanlevering(gemeente, alle: dict[int, Gemeente], ingelezen, bevestigd) -> Aanlevering:
    keten = [gemeente.pk]
    while opvolger := alle[keten[-1]].opvolger_id:
        keten.append(opvolger)
    momenten = [m for pk in keten for m in (ingelezen.get(pk), bevestigd.get(pk)) if m]
    return Aanlevering(
        gemeente.code,
        gemeente.naam,
        max(momenten, default=None),
        bevestigd=any(pk in bevestigd for pk in keten),
    )
