"""What somebody typed when their session had ended, kept until they have logged in again.

A form carries a signed key that names the user it was shown to. When a form comes in without a
session, its fields go into the fresh session of that browser, for that user and that address
alone: nobody else ever sees them, and whoever logs in as another throws them away. They are gone
after a quarter of an hour, after being shown once, and on logging out. Passwords and files are
never kept. Fields of a form without a valid key, or sent from another site, are not kept at all.
"""

import time
from collections.abc import Collection
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from regio.inzendingen import VELD, lees_sleutel

SESSIESLEUTEL = "concept"
BEWAREN = 15 * 60
GROOTSTE = 20_000
# A form that opens inside a list names the page where it stands by itself.
HELE_PAGINA = "hele_pagina"
NIET_GETYPT = ("csrfmiddlewaretoken", VELD, HELE_PAGINA)


def bewaar_en_laat_inloggen(request: HttpRequest) -> HttpResponse:
    """Keep what was typed, and lead to the log-in page, which leads back to the form."""
    pagina = _pagina_van_het_formulier(request)
    bewaar(request, pagina)
    return _naar(request, f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': pagina})}")


def bewaar_en_toon_opnieuw(request: HttpRequest) -> HttpResponse | None:
    """Keep what was typed and lead back to the form; None when there is nothing to keep."""
    pagina = _pagina_van_het_formulier(request)
    return _naar(request, pagina) if bewaar(request, pagina) else None


def _naar(request: HttpRequest, adres: str) -> HttpResponse:
    """Lead the whole window there, also when only a piece of page was asked for."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return redirect(adres)


def concept_voor(request: HttpRequest, velden: Collection[str]) -> QueryDict | None:
    """What this user typed earlier in the form with these fields; None when there is nothing."""
    concept = request.session.get(SESSIESLEUTEL)
    if not concept or not request.user.is_authenticated:
        return None
    if concept["tot"] < time.time() or concept["gebruiker"] != request.user.pk:
        del request.session[SESSIESLEUTEL]
        return None
    if request.path not in (concept["adres"], concept["pagina"]):
        return None
    getypt = QueryDict(concept["velden"])
    # A page may show several forms: this is the one that has most of what was sent.
    if 2 * len(set(getypt) & set(velden)) <= len(set(getypt)):
        return None
    del request.session[SESSIESLEUTEL]
    return getypt


def gooi_concept_van_ander_weg(request: HttpRequest, gebruiker_id: int) -> None:
    """Whoever logs in as somebody else does not take along what was typed."""
    if request.session.get(SESSIESLEUTEL, {}).get("gebruiker", gebruiker_id) != gebruiker_id:
        del request.session[SESSIESLEUTEL]


def bewaar(request: HttpRequest, pagina: str) -> bool:
    """Keep the fields of a posted form for its user, to show again at `pagina`; True when kept."""
    sleutel = lees_sleutel(request.POST.get(VELD, ""))
    elders = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if sleutel is None or elders:
        return False
    velden = request.POST.copy()
    for naam in list(velden):
        if naam in NIET_GETYPT or "password" in naam or "wachtwoord" in naam:
            del velden[naam]
    tekst = velden.urlencode()
    if len(tekst) > GROOTSTE:
        return False
    request.session[SESSIESLEUTEL] = {
        "gebruiker": sleutel.gebruiker_id,
        "adres": request.path,
        "pagina": urlsplit(pagina).path,
        "velden": tekst,
        "tot": time.time() + BEWAREN,
    }
    return True


def _pagina_van_het_formulier(request: HttpRequest) -> str:
    """Where the form is shown whole: the page of an htmx form is not its own address."""
    verwijzer = (
        request.POST.get(HELE_PAGINA)
        or request.headers.get("HX-Current-URL")
        or request.headers.get("Referer", "")
    )
    delen = urlsplit(verwijzer)
    if not url_has_allowed_host_and_scheme(
        verwijzer, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return request.path
    try:
        resolve(delen.path)
    except Resolver404:
        return request.path
    return delen._replace(scheme="", netloc="", fragment="").geturl() or "/"
