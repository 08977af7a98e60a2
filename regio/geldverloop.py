"""How the money of a region runs down: month by month, and the day on which it ends.

The rule (docs/geld.md): what is left today is spent as the bestedingsplan says, day by day; where
nothing is planned any more, or nothing was, as fast as in the year before today.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from regio.bedragen import op_de_cent
from regio.geldstand import NUL, einde_van
from regio.models import Planregel
from regio.perioden import maanden_later

# How far back spending is looked at, and how far ahead an end is worth naming.
TERUG = 365
VOORUIT = 10 * 366

# Of each region and day on which something moved: what came in or went out, and what was spent.
PER_DAG = """
select regio_id, datum,
    coalesce(sum(case when stroom in ('ontvangen', 'in') then bedrag else -bedrag end)
        filter (where stroom in ('ontvangen', 'in', 'uit')), 0) as erbij,
    coalesce(sum(bedrag) filter (where stroom = 'besteed'), 0) as besteed
from regio_geldstroom
where regio_id = any(%(regios)s) and stroom in ('ontvangen', 'in', 'uit', 'besteed')
group by regio_id, datum order by regio_id, datum
"""


@dataclass(frozen=True)
class Maand:
    """The end of a month. `over` is None for a month that is still to come."""

    dag: date
    over: Decimal | None
    volgens_plan: Decimal


@dataclass(frozen=True)
class Verloop:
    """A year of money. `op_is_op`: the first day on which nothing is left; None: not in sight.

    `volgens` says which rule named that day: `plan`, `tempo`, or nothing.
    """

    maanden: tuple[Maand, ...]
    over: Decimal
    op_is_op: date | None
    volgens: str
    gepland: Decimal
    besteed: Decimal

    def dagen_tot(self, op: date) -> int | None:
        """How many days from `op` until the money is gone."""
        return None if self.op_is_op is None else (self.op_is_op - op).days


@dataclass(frozen=True)
class Dag:
    """What moved on one day."""

    datum: date
    erbij: Decimal
    besteed: Decimal


def verloop(regio_id: int, jaar: int, *, op: date) -> Verloop:
    """The year `jaar` as it stands on `op`, with the day on which the money ends."""
    dagen = _dagen(regio_id)
    regels = list(Planregel.objects.filter(regio=regio_id))
    over = tot(dagen, op)
    eind, volgens = geld_op(over, regels, tempo(dagen, op), op=op)
    begin, einde = date(jaar, 1, 1), einde_van(jaar)
    return Verloop(
        maanden=tuple(_maanden(dagen, regels, jaar, op)),
        over=over,
        op_is_op=eind,
        volgens=volgens,
        gepland=sum((gepland_tussen(regel, begin, einde) for regel in regels), NUL),
        besteed=sum((d.besteed for d in dagen if begin <= d.datum <= min(einde, op)), NUL),
    )


def geld_op(
    over: Decimal, regels: Sequence[Planregel], tempo: Decimal, *, op: date
) -> tuple[date | None, str]:
    """The first day after `op` on which nothing is left, and by which rule; None: not in sight.

    `tempo` is what is spent on a day where nothing is planned any more.
    """
    if over <= 0:
        return None, ""
    laatste = max((regel.tot_en_met for regel in regels), default=op)
    rest = over
    for dag in _dagen_vanaf(op + timedelta(days=1), laatste):
        rest -= sum((_per_dag(regel) for regel in regels if _loopt(regel, dag)), NUL)
        # A plan that is spread over days is exact to the cent on its last day only.
        if rest < Decimal("0.005"):
            return dag, "plan"
    if tempo <= 0:
        return None, ""
    begin = max(laatste, op)
    dagen = int(rest / tempo) + (1 if rest % tempo else 0)
    return (begin + timedelta(days=dagen), "tempo") if dagen <= VOORUIT else (None, "")


def gepland_tussen(regel: Planregel, van: date, tot_en_met: date) -> Decimal:
    """What a line plans for these days: its amount, spread evenly."""
    begin, einde = max(regel.van, van), min(regel.tot_en_met, tot_en_met)
    dagen = (einde - begin).days + 1
    if dagen <= 0:
        return NUL
    return op_de_cent(regel.bedrag * dagen / _lengte(regel))


def _dagen(regio_id: int) -> list[Dag]:
    with connection.cursor() as cursor:
        cursor.execute(PER_DAG, {"regios": [regio_id]})
        return [Dag(*rij) for _, *rij in cursor.fetchall()]


def tot(dagen: Iterable[Dag], op: date) -> Decimal:
    """What is left at the end of a day."""
    return sum((d.erbij - d.besteed for d in dagen if d.datum <= op), NUL)


def tempo(dagen: Iterable[Dag], op: date) -> Decimal:
    """What was spent on an average day of the year before, since the first spending in it."""
    recent = [d for d in dagen if d.besteed and op - timedelta(days=TERUG) < d.datum <= op]
    if not recent:
        return NUL
    lengte = (op - recent[0].datum).days + 1
    return sum((d.besteed for d in recent), NUL) / lengte


def _maanden(dagen: list[Dag], regels: list[Planregel], jaar: int, op: date):
    """The first day of the year and the last day of each month."""
    begin = date(jaar, 1, 1)
    momenten = [begin - timedelta(days=1)]
    momenten += [maanden_later(begin, nummer) - timedelta(days=1) for nummer in range(1, 13)]
    voor_het_jaar = sum((d.besteed for d in dagen if d.datum < begin), NUL)
    for moment in momenten:
        erbij = sum((d.erbij for d in dagen if d.datum <= max(moment, begin)), NUL)
        besteed = sum((d.besteed for d in dagen if d.datum <= moment), NUL)
        plan = sum((gepland_tussen(regel, begin, moment) for regel in regels), NUL)
        bekend = moment <= op or (moment.year, moment.month) == (op.year, op.month)
        yield Maand(moment, erbij - besteed if bekend else None, erbij - voor_het_jaar - plan)


def _dagen_vanaf(van: date, tot_en_met: date):
    dag = van
    while dag <= tot_en_met and (dag - van).days <= VOORUIT:
        yield dag
        dag += timedelta(days=1)


def _loopt(regel: Planregel, dag: date) -> bool:
    return regel.van <= dag <= regel.tot_en_met


def _lengte(regel: Planregel) -> int:
    return (regel.tot_en_met - regel.van).days + 1


def _per_dag(regel: Planregel) -> Decimal:
    return regel.bedrag / _lengte(regel)
