"""One's own account: name, rights, password and second factor."""

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regio.models import Recht
from regio.perioden import vandaag
from regio.web.gebruikerslijst import met_rechten


@require_safe
def mijn_account(request: HttpRequest) -> HttpResponse:
    """What others gave this user, and what the user arranges alone."""
    met_rechten([request.user], Recht.objects.all(), op=vandaag())
    factoren = Authenticator.objects.filter(user=request.user).exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    context = {
        "rechten": request.user.getoonde_rechten,
        "heeft_tweede_stap": factoren.exists(),
        "mag_kiezen": request.bereik.met_dossiers or bool(request.bereik.geld_te_lezen),
    }
    return render(request, "regio/mijn_account.html", context)
