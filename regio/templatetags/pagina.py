"""Tags of every page: where it stands, forms that are sent once, page numbers."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from regio.inzendingen import VELD, nieuwe_sleutel

register = template.Library()


@register.inclusion_tag("onderdelen/kruimelpad.html")
def kruimelpad(*delen) -> dict:
    """`{% kruimelpad "Personen" "personen" "Sam" %}`: name, address or url name, ..., this page."""
    *paren, hier = delen
    stappen = [
        {"naam": naam, "adres": _adres(adres)}
        for naam, adres in zip(paren[::2], paren[1::2], strict=True)
    ]
    return {"stappen": stappen, "hier": hier}


def _adres(naam_of_adres: str) -> str:
    try:
        return reverse(naam_of_adres)
    except NoReverseMatch:
        return naam_of_adres


@register.simple_tag(takes_context=True)
def formulier_sleutel(context) -> str:
    """The hidden field that makes a form sendable once; belongs in every form that saves."""
    return format_html(
        '<input type="hidden" name="{}" value="{}" autocomplete="off">',
        VELD,
        nieuwe_sleutel(context["request"].user),
    )


@register.filter
def paginanummers(paginator, nummer: int):
    """The page numbers around `nummer`, with gaps."""
    return paginator.get_elided_page_range(nummer, on_each_side=1, on_ends=1)


@register.filter
def breedte(attrs: dict) -> str:
    """The class of the columns that a field takes in `.velden`; the whole width by default."""
    return attrs.get("data-breedte", "v12")
