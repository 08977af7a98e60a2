"""The burn-down chart of a year: what is left, beside what the bestedingsplan would leave."""

from decimal import Decimal

from django.utils.formats import date_format

from regio.bedragen import geschreven
from regio.geldverloop import Verloop
from verbinder.grafieken import VOL, Grafiek, Reeks, lijnen


def verloopgrafiek(verloop: Verloop, jaar: int, *, loopt: bool) -> Grafiek:
    """The lines of a year; below zero there is a word in place of a point. Of a year that runs
    (`loopt`) the title says when the money ends."""
    momenten = ["1 jan", *(date_format(maand.dag, "M").lower() for maand in verloop.maanden[1:])]
    onder_nul = any((m.over or 0) < 0 or m.volgens_plan < 0 for m in verloop.maanden)
    noten = ["Elke maand op de laatste dag."]
    if onder_nul:
        noten.append("Onder nul staat er geen punt; het bedrag staat in de tabel.")
    return lijnen(
        "verloop",
        momenten,
        [
            Reeks("Over", [_punt(maand.over) for maand in verloop.maanden]),
            Reeks("Volgens plan", [_punt(m.volgens_plan) for m in verloop.maanden], streep=True),
        ],
        titel=_titel(verloop) if loopt else "",
        naam=f"Geld dat over is in {jaar}, in hele euro",
        kop="Geld",
        noten=noten,
        breed=VOL,
    )


def _punt(bedrag: Decimal | None) -> Decimal | str | None:
    if bedrag is None:
        return None
    return geschreven(bedrag) if bedrag < 0 else bedrag.quantize(Decimal(1))


def _titel(verloop: Verloop) -> str:
    if verloop.over <= 0:
        return "Het geld is op"
    if verloop.op_is_op is None:
        return ""
    return f"Het geld is op {date_format(verloop.op_is_op, 'j F Y')} op"
