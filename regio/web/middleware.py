"""What happens around every page: headers, the length of a session, a second factor, the scope."""

import uuid

import pghistory
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone

from regio.logboek import Door, noteer_in_regios
from regio.models import Handeling
from regio.perioden import vandaag
from regio.rijrechten import bereik_transactie
from regio.toegang import bereik_van

KOPPEN = {
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A sliding session is written at most this often, so that reading pages costs no write.
SESSIE_BIJWERKEN_NA = 300


class KoppenMiddleware:
    """Headers that Django has no setting for; a page with persons is never kept by a browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        antwoord = self.get_response(request)
        for naam, waarde in KOPPEN.items():
            antwoord.headers.setdefault(naam, waarde)
        return antwoord


class SessieduurMiddleware:
    """A session ends after an hour without a page, and after nine hours in any case."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            nu = int(timezone.now().timestamp())
            begonnen = request.session.setdefault("begonnen", nu)
            if nu - begonnen > settings.SESSIE_MAXIMAAL_SECONDEN:
                logout(request)
            elif nu - request.session.get("laatst", 0) > SESSIE_BIJWERKEN_NA:
                request.session["laatst"] = nu
        return _hele_pagina(request, self.get_response(request))


def _hele_pagina(request, antwoord):
    """A log-in page belongs in the window, never inside a piece of page that htmx asked for."""
    doel = antwoord.headers.get("Location", "")
    if request.headers.get("HX-Request") and doel.startswith(resolve_url(settings.LOGIN_URL)):
        return HttpResponse(status=204, headers={"HX-Redirect": doel})
    return antwoord


class TweedeFactorMiddleware:
    """Nobody passes without a second factor, except to set one up or to log out."""

    VRIJ = frozenset(
        {
            "account_login",
            "account_logout",
            "account_reauthenticate",
            "mfa_index",
            "mfa_activate_totp",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "toegankelijkheid",
            "privacy",
            "hulp",
        }
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.view_name in self.VRIJ or not self._mist(request):
            return None
        return redirect("mfa_index")

    def _mist(self, request) -> bool:
        return (
            settings.TWEEDE_FACTOR_VERPLICHT
            and request.user.is_authenticated
            and not request.user.heeft_tweede_factor
        )


class BereikMiddleware:
    """One transaction per request, in which the database shows what today's rights open.

    A view that raises changes nothing. What was refused is logged after that.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.bereik = bereik_van(request.user, op=vandaag())
        request.door = _door(request)
        gebruiker_id = request.user.pk
        with (
            pghistory.context(wie=request.door.wie, gebruiker=gebruiker_id),
            bereik_transactie(request.bereik, gebruiker_id=gebruiker_id),
        ):
            antwoord = self.get_response(request)
            if getattr(request, "_gestruikeld", False) or antwoord.status_code >= 500:
                transaction.set_rollback(True)
        if getattr(request, "_geweigerd", False) and request.door.gebruiker_id:
            _noteer_weigering(request)
        if antwoord.streaming and request.door.gebruiker_id:
            raise RuntimeError("Een stromend antwoord valt buiten de transactie van het verzoek.")
        return antwoord

    def process_exception(self, request, exception):
        request._gestruikeld = True
        request._geweigerd = isinstance(exception, Http404 | PermissionDenied)


def _noteer_weigering(request) -> None:
    noteer_in_regios(
        request.door,
        Handeling.GEWEIGERD,
        regios=request.bereik.publicaties,
        gelukt=False,
        pagina=_pagina(request),
    )


def _door(request) -> Door:
    request.verzoek_id = uuid.uuid4()
    herkomst = get_adapter().get_client_ip(request)
    if not request.user.is_authenticated:
        return Door("niet ingelogd", herkomst=herkomst, verzoek=request.verzoek_id)
    return Door.van(request.user, herkomst=herkomst, verzoek=request.verzoek_id)


def _pagina(request) -> str:
    """The name of the page, not its address: an address may hold a key."""
    return request.resolver_match.view_name if request.resolver_match else ""
