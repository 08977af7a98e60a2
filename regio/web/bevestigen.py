"""Who may use a page, and proving again who you are before an act that gives power."""

import time
from collections.abc import Callable
from functools import wraps

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.http import urlencode

from regio.toegang import Bereik
from regio.web.concepten import bewaar


def alleen(mag: Callable[[Bereik], bool], zin: str) -> Callable:
    """Refuse the page to whoever `mag` does not let in, with `zin` as the reason."""

    def poort(view: Callable) -> Callable:
        @wraps(view)
        def binnen(request: HttpRequest, *args, **kwargs):
            if not mag(request.bereik):
                raise PermissionDenied(zin)
            return view(request, *args, **kwargs)

        return binnen

    return poort


def opnieuw_bevestigd(view: Callable) -> Callable:
    """Let the view through when the user proved who they are in the last quarter of an hour.

    Otherwise they do so first and come back to the form, with what they typed.
    """

    @wraps(view)
    def bevestigd(request: HttpRequest, *args, **kwargs):
        if _pas_bewezen(request):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            bewaar(request, request.path)
        manieren = get_adapter().get_reauthentication_methods(request.user)
        return redirect(f"{manieren[0]['url']}?{urlencode({'next': request.get_full_path()})}")

    return bevestigd


def _pas_bewezen(request: HttpRequest) -> bool:
    """Whether a password, code or key was given in the last quarter of an hour, at log-in too."""
    bewijzen = get_authentication_records(request, request.user)
    return bool(bewijzen) and (
        time.time() - bewijzen[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
    )
