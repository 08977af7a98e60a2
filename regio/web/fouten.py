"""The pages of errors: what happened, what to do now, and a number to mention."""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from regio.web.concepten import bewaar_en_laat_inloggen, bewaar_en_toon_opnieuw

NIET_TOEGESTAAN = 403


@requires_csrf_token
def onjuist_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the address or the data cannot be read; may come before any middleware."""
    return _kaal(request, "fouten/400.html", status=400)


@requires_csrf_token
def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a known page that this role may not use. The reason is a sentence of our own."""
    reden = str(exception or "")
    return _pagina(request, "fouten/403.html", NIET_TOEGESTAAN, reden=reden)


@requires_csrf_token
def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same page for what does not exist and for what somebody may not know of."""
    return _pagina(request, "fouten/404.html", 404)


def storing(request: HttpRequest) -> HttpResponse:
    """500: made without the database and without the session, for those may be the fault."""
    return _kaal(request, "fouten/500.html", status=500)


def csrf_geweigerd(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: mostly because the session ended while somebody was typing."""
    if not request.user.is_authenticated:
        return bewaar_en_laat_inloggen(request)
    opnieuw = bewaar_en_toon_opnieuw(request)
    return opnieuw or _pagina(request, "fouten/403_csrf.html", NIET_TOEGESTAAN)


def verzoeknummer(request: HttpRequest) -> uuid.UUID:
    """The number that the log knows this request by; a fresh one when it never got that far."""
    return getattr(request, "verzoek_id", None) or uuid.uuid4()


def _pagina(request: HttpRequest, sjabloon: str, status: int, **context) -> HttpResponse:
    context |= {"nummer": verzoeknummer(request), "fout": True}
    return render(request, sjabloon, context, status=status)


def _kaal(request: HttpRequest, sjabloon: str, *, status: int) -> HttpResponse:
    context = {
        "nummer": verzoeknummer(request),
        "fout": True,
        "site_naam": settings.SITE_NAAM,
        "ontwikkeling": settings.ONTWIKKELING,
    }
    return HttpResponse(render_to_string(sjabloon, context), status=status)
