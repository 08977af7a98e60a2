"""A page that holds one form and nothing else: most pages that change something are that."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from regio.web.formulieren import HandelingForm, toon


def formulierpagina(
    request: HttpRequest,
    form: HandelingForm,
    *,
    titel: str,
    knop: str,
    kruimels: Sequence[tuple[str, str]],
    uitleg: Sequence[str] = (),
    soort_knop: str = "",
) -> HttpResponse:
    """The page. `kruimels` are (name, address) pairs; "Annuleren" leads to the last of them."""
    context = {
        "form": form,
        "titel": titel,
        "knop": knop,
        "kruimels": [{"naam": naam, "adres": adres} for naam, adres in kruimels],
        "uitleg": uitleg,
        "terug": kruimels[-1][1],
        "soort_knop": soort_knop,
    }
    return toon(request, "regio/formulier.html", context)
