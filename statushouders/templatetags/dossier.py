"""Filters and tags of the pages on persons."""

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def dagen_voor(datum: date, op: date) -> int:
    """How many days `datum` lies before `op`; below 0 when it lies after."""
    return (op - datum).days


@register.filter
def weekdag(datum: date) -> str:
    """`Dinsdag 24 november`."""
    return date_format(datum, "l j F").capitalize()


@register.inclusion_tag("statushouders/onderdelen/filterkeuze.html")
def filterkeuze(lijst, veld: str, naam: str) -> dict:
    """One select of the filters, with what is chosen."""
    gekozen = getattr(lijst.filter, veld)
    keuzes = lijst.keuzes_van(veld)
    return {
        "veld": veld,
        "naam": naam,
        "keuzes": [(waarde, label, waarde == gekozen) for waarde, label in keuzes],
    }
