"""Nazorg: which questions there are, for one person and for a whole caseload.

Nobody plans them: they follow from the day on which somebody's paid work began, after 1, 3 and 6
months. Another job within 30 days continues the first. A question is open until it is answered or
the next one may be, so that one question is open at a time.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Value,
    When,
)
from django.db.models.functions import JSONObject
from django.db.models.lookups import GreaterThan, LessThanOrEqual

from regio.perioden import maanden_later
from statushouders.codes import (
    LANGSTE_ONDERBREKING,
    NAZORG_NA_MAANDEN,
    NAZORG_VROEG_DAGEN,
    WEKEN_DUURZAAM,
    Nazorgantwoord,
)
from statushouders.models import Nazorgmoment, Plaatsing, Statushouder

# So long after the last one somebody still asks.
BLIJFT_MAANDEN = 3
# Months -> those of the question after it.
NA_ELKAAR = dict(pairwise((*NAZORG_NA_MAANDEN, None)))
VROEG = timedelta(days=NAZORG_VROEG_DAGEN)
OPEN, STRAKS, GEMIST = "open", "straks", "gemist"


@dataclass(frozen=True)
class Vraag:
    """The question of so many months. `stand` is an answer, or open, straks, gemist."""

    maanden: int
    dag: date
    stand: str
    sleutel: UUID | None = None

    @property
    def open(self) -> bool:
        return self.stand == OPEN

    @property
    def antwoord(self) -> str:
        """How the page says where it stands."""
        namen = {**dict(Nazorgantwoord.choices), GEMIST: "Niet gevraagd", STRAKS: "", OPEN: ""}
        return str(namen[self.stand])


@dataclass(frozen=True)
class Werk:
    """Paid work without a gap of more than 30 days, whatever the employers."""

    begin: Plaatsing
    banen: int
    werkt_nu: bool
    vragen: tuple[Vraag, ...]
    duurzaam_op: date
    duurzaam: bool


def werk_van(persoon: Statushouder, *, op: date) -> Werk | None:
    """The last time that this person worked for pay, begun on or before `op`. One query."""
    antwoorden = Nazorgmoment.objects.filter(plaatsing=OuterRef("pk")).values(
        antwoord_=JSONObject(maanden="maanden", antwoord="antwoord", sleutel="sleutel")
    )
    banen = list(
        Plaatsing.objects.filter(statushouder=persoon, begindatum__lte=op)
        .geldig()
        .betaald()
        .select_related("werkgever")
        .annotate(antwoorden=ArraySubquery(antwoorden))
        .order_by("begindatum", "pk")
    )
    if not banen:
        return None
    reeks = _laatste_reeks(banen)
    begin = reeks[0]
    einde = max((baan.einddatum or date.max for baan in reeks), default=date.max)
    duurzaam_op = begin.begindatum + timedelta(weeks=WEKEN_DUURZAAM)
    gegeven = {a["maanden"]: a for baan in reeks for a in baan.antwoorden}
    return Werk(
        begin=begin,
        banen=len(reeks),
        werkt_nu=any(baan.einddatum is None or baan.einddatum >= op for baan in reeks),
        vragen=tuple(_vragen(begin.begindatum, gegeven, einde=einde, op=op)),
        duurzaam_op=duurzaam_op,
        duurzaam=duurzaam_op <= op and einde >= duurzaam_op,
    )


def _laatste_reeks(banen: list[Plaatsing]) -> list[Plaatsing]:
    reeks, tot = [banen[0]], banen[0].einddatum or date.max
    for baan in banen[1:]:
        if tot != date.max and (baan.begindatum - tot).days - 1 > LANGSTE_ONDERBREKING:
            reeks, tot = [], date.min
        reeks.append(baan)
        tot = max(tot, baan.einddatum or date.max)
    return reeks


def _vragen(begin: date, gegeven: dict[int, dict], *, einde: date, op: date):
    for maanden, volgende in NA_ELKAAR.items():
        dag = maanden_later(begin, maanden)
        antwoord = gegeven.get(maanden)
        if antwoord:
            yield Vraag(maanden, dag, antwoord["antwoord"], UUID(antwoord["sleutel"]))
        elif einde < dag:
            return
        else:
            tot = (
                maanden_later(begin, volgende) - VROEG
                if volgende
                else maanden_later(begin, maanden + BLIJFT_MAANDEN)
            )
            yield Vraag(maanden, dag, _stand(dag, tot, einde=einde, op=op))


def _stand(dag: date, tot: date, *, einde: date, op: date) -> str:
    if op < dag - VROEG:
        return STRAKS
    return OPEN if op < tot and einde >= op else GEMIST


def open_vragen(*, op: date, tot_en_met: date) -> QuerySet[Plaatsing]:
    """The begin of work of which a question is open on `op`, due by `tot_en_met`.

    Annotated with `na`, the months of that question, and `dag`, on which it was due. The questions
    of one begin follow each other, so at most one of them is open.
    """
    aan_de_beurt = {maanden: _aan_de_beurt(maanden, op, tot_en_met) for maanden in NA_ELKAAR}
    dezelfde = {"statushouder": OuterRef("statushouder")}
    later = Plaatsing.objects.filter(
        **dezelfde, begindatum__gt=OuterRef("begindatum"), begindatum__lte=op
    ).begin_van_werk()
    beantwoord = Nazorgmoment.objects.filter(
        **dezelfde, maanden=OuterRef("na"), datum__gte=OuterRef("begindatum")
    )
    return (
        Plaatsing.objects.annotate(
            na=Case(
                *(When(q, then=Value(m)) for m, q in aan_de_beurt.items()),
                output_field=SmallIntegerField(),
            ),
            dag=Case(*(When(na=m, then=_na("begindatum", m)) for m in NA_ELKAAR)),
        )
        .filter(
            ~Exists(beantwoord),
            ~Exists(later),
            Exists(Plaatsing.objects.filter(**dezelfde).betaald().lopend(op)),
            na__isnull=False,
        )
        .begin_van_werk()
    )


def _aan_de_beurt(maanden: int, op: date, tot_en_met: date) -> Q:
    """Whether the question of so many months is due, and the next one may not be answered yet."""
    volgende = NA_ELKAAR[maanden]
    dag, straks = (_na("begindatum", m) for m in (maanden, volgende or maanden + BLIJFT_MAANDEN))
    tot = op + VROEG if volgende else op
    return Q(LessThanOrEqual(dag, tot_en_met)) & Q(GreaterThan(straks, tot))


def _na(veld: str, maanden: int) -> Func:
    return Func(
        F(veld),
        template=f"(%(expressions)s + interval '{int(maanden)} months')::date",
        output_field=DateField(),
    )
