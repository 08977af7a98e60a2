"""Filters for plain Dutch on screen."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.formats import date_format, number_format

from regio.bedragen import geschreven

register = template.Library()


@register.filter
def dag(waarde: date | None, leeg: str = "–") -> str:
    """`12 nov 2026`, or a dash."""
    return date_format(waarde, "j M Y").lower() if waarde else leeg


@register.filter
def voluit(waarde: date | None, leeg: str = "onbekend") -> str:
    """`12 november 2026`."""
    return date_format(waarde, "j F Y") if waarde else leeg


@register.filter
def getal(waarde) -> str:
    """`1.234,5`; an empty value is a dash."""
    return "–" if waarde is None or waarde == "" else number_format(waarde, force_grouping=True)


@register.filter
def uren(waarde: Decimal | None) -> str:
    """`32`, `7,5`; without zeros that say nothing."""
    return getal(None if waarde is None else Decimal(f"{waarde.normalize():f}"))


@register.filter
def euro(waarde) -> str:
    """`€ 1.234,56`, never broken over two lines; an empty value is a dash."""
    if waarde is None or waarde == "":
        return "–"
    return geschreven(waarde).replace(" ", "\u00a0")


@register.filter
def aaneen(zin: str) -> str:
    """The sentence in which a percent sign stays on the line of its number."""
    return zin.replace(" %", "\u00a0%")


@register.filter
def cijfernummer(code: str) -> str:
    """`C4` of `C4.nog_niet_vast_te_stellen`: what stands before the name of a figure."""
    return code.partition(".")[0]


@register.simple_tag
def meervoud(aantal: int, enkel: str, meer: str) -> str:
    """`1 persoon`, `2 personen`."""
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"
