"""What must follow a log-in, a new password or another second factor, whoever caused it."""

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.contrib.sessions.backends.db import SessionStore
from django.dispatch import receiver
from django.utils import timezone

from regio.inzendingen import BEWAREN
from regio.logboek import Door, noteer, noteer_in_regios
from regio.models import Gebruiker, Handeling, Inzending
from regio.perioden import vandaag
from regio.services.accounts import beeindig_sessies
from regio.toegang import bereik_van


@receiver(user_logged_in, dispatch_uid="regio.ingelogd")
def bij_inloggen(sender, request, user, **kwargs) -> None:
    """Write it down; clear away sessions that ended and keys of forms that nobody will send."""
    SessionStore.clear_expired()
    Inzending.objects.filter(gebruiker=user, op__lt=timezone.now() - BEWAREN).delete()
    _noteer(request, user, Handeling.INGELOGD)


@receiver(user_login_failed, dispatch_uid="regio.inloggen_mislukt")
def bij_mislukt_inloggen(sender, credentials, request=None, **kwargs) -> None:
    """Write it down by account, never by what was typed."""
    gebruiker = Gebruiker.objects.filter(email__iexact=credentials.get("email", "")).first()
    _noteer(request, gebruiker, Handeling.INLOGGEN_MISLUKT, gelukt=False)


@receiver(authentication_failed, dispatch_uid="regio.tweede_stap_mislukt")
def bij_mislukte_tweede_stap(sender, request, user, **kwargs) -> None:
    """A wrong code after a right password deserves attention."""
    _noteer(request, user, Handeling.INLOGGEN_MISLUKT, gelukt=False, stap="tweede factor")


@receiver(authenticator_added, dispatch_uid="regio.factor_erbij")
@receiver(authenticator_removed, dispatch_uid="regio.factor_weg")
@receiver(authenticator_reset, dispatch_uid="regio.factor_anders")
@receiver(password_changed, dispatch_uid="regio.wachtwoord_anders")
@receiver(password_reset, dispatch_uid="regio.wachtwoord_hersteld")
def bij_andere_sleutels(sender, request, user, **kwargs) -> None:
    """Whoever was logged in elsewhere has to show the new keys."""
    beeindig_sessies(gebruiker=user, behalve=request.session.session_key)
    _noteer(request, user, Handeling.ACCOUNT_HERSTELD, wat="door gebruiker zelf")


def _noteer(request, gebruiker: Gebruiker | None, handeling: Handeling, **gegevens) -> None:
    herkomst = request.door.herkomst if hasattr(request, "door") else ""
    verzoek = getattr(request, "verzoek_id", None)
    if gebruiker is None:
        noteer(Door("onbekend", herkomst=herkomst, verzoek=verzoek), handeling, **gegevens)
        return
    door = Door.van(gebruiker, herkomst=herkomst, verzoek=verzoek)
    regios = bereik_van(gebruiker, op=vandaag()).publicaties
    noteer_in_regios(door, handeling, regios=regios, **gegevens)
