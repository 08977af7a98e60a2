"""The warning ahead of the day on which the money of a region ends. It names no amount."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection
from django.utils.formats import date_format

from regio.geldverloop import PER_DAG, Dag, geld_op, tempo, tot
from regio.models import Geldinstelling, Planregel

# One question for all regions, because the start page asks it. As text, so that no cent is lost.
PER_REGIO = f"""
with per_dag as ({PER_DAG})
select r.code, r.naam, coalesce(i.waarschuw_dagen, %(gewoon)s),
    (select json_agg(json_build_array(datum::text, erbij::text, besteed::text) order by datum)
     from per_dag where regio_id = r.id and datum <= %(op)s),
    (select json_agg(json_build_array(van::text, tot_en_met::text, bedrag::text))
     from regio_planregel p where p.regio_id = r.id and p.tot_en_met > %(op)s)
from regio_arbeidsmarktregio r
left join regio_geldinstelling i on i.regio_id = r.id
where r.id = any(%(regios)s)
order by r.naam
"""
TEKORT = "Er is meer besteed dan er was. Zoek geld of neem een boeking terug."


@dataclass(frozen=True)
class Geldwaarschuwing:
    """What to say about the money of one region."""

    code: str
    regio: str
    zin: str


def waarschuwingen(regios: Collection[int], *, op: date) -> list[Geldwaarschuwing]:
    """A warning for each region whose money ends soon, or has ended. One query, or none."""
    if not regios:
        return []
    gewoon = Geldinstelling._meta.get_field("waarschuw_dagen").default
    with connection.cursor() as cursor:
        cursor.execute(PER_REGIO, {"regios": sorted(regios), "op": op, "gewoon": gewoon})
        rijen = cursor.fetchall()
    gevonden = []
    for code, naam, dagen_vooraf, dagen, regels in rijen:
        zin = _zin(_dagen(dagen), _regels(regels), dagen_vooraf, op)
        if zin:
            gevonden.append(Geldwaarschuwing(code, naam, zin))
    return gevonden


def waarschuwing(
    over: Decimal, op_is_op: date | None, volgens: str, *, dagen_vooraf: int, op: date
) -> str:
    """What to say ahead of the day on which the money ends; nothing while that is far off."""
    if over < 0:
        return TEKORT
    if op_is_op is None or (op_is_op - op).days > dagen_vooraf:
        return ""
    hoe = "volgens het bestedingsplan" if volgens == "plan" else "in dit tempo"
    return (
        f"Het geld is {hoe} op {date_format(op_is_op, 'j F Y')} op, over {(op_is_op - op).days} "
        "dagen. Bespreek op tijd hoe het verder gaat."
    )


def _zin(dagen: list[Dag], regels: list[Planregel], dagen_vooraf: int, op: date) -> str:
    over = tot(dagen, op)
    op_is_op, volgens = geld_op(over, regels, tempo(dagen, op), op=op)
    return waarschuwing(over, op_is_op, volgens, dagen_vooraf=dagen_vooraf, op=op)


def _dagen(rijen: list | None) -> list[Dag]:
    return [
        Dag(date.fromisoformat(dag), Decimal(erbij), Decimal(besteed))
        for dag, erbij, besteed in rijen or ()
    ]


def _regels(rijen: list | None) -> list[Planregel]:
    return [
        Planregel(
            van=date.fromisoformat(van),
            tot_en_met=date.fromisoformat(tot_en_met),
            bedrag=Decimal(bedrag),
        )
        for van, tot_en_met, bedrag in rijen or ()
    ]
