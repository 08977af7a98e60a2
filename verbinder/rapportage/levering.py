"""Which gemeenten delivered: missing is not zero, and the report says who is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

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


def niet_geleverd(aanleveringen_: Iterable[Aanlevering]) -> frozenset[str]:
    """The codes of the gemeenten that did not deliver."""
    return frozenset(a.code for a in aanleveringen_ if not a.geleverd)


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
    successor, from the day after.
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
    return Aanlevering(
        gemeente.code,
        gemeente.naam,
        max(
            (m for gezegd in (ingelezen, bevestigd) for m in _van_keten(gemeente, alle, gezegd)),
            default=None,
        ),
        bevestigd=any(True for _ in _van_keten(gemeente, alle, bevestigd)),
    )


def _van_keten(
    gemeente: Gemeente, alle: dict[int, Gemeente], momenten: Mapping[int, datetime]
) -> Iterator[datetime]:
    """What the gemeente said last, and what its successors said once it had ended: until then a
    successor speaks for itself alone."""
    vanaf = date.min
    while True:
        if (moment := momenten.get(gemeente.pk)) and timezone.localdate(moment) > vanaf:
            yield moment
        if gemeente.opvolger_id is None or gemeente.tot_en_met is None:
            return
        vanaf = max(vanaf, gemeente.tot_en_met)
        gemeente = alle[gemeente.opvolger_id]
