"""How allauth behaves here: accounts are given, never taken; mail goes through the outbox."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from regio.logboek import Door
from regio.services.post import stuur_accountbericht, stuur_wachtwoordlink
from regio.web.concepten import gooi_concept_van_ander_weg

ONBEKEND_ADRES = "onbekend"


class AanmeldAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves; a beheerder invites."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Dit account is geblokkeerd. Vraag uw functioneel beheerder om hulp.",
        "email_password_mismatch": (
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk of beide goed zijn getypt, "
            "of kies 'Wachtwoord vergeten'."
        ),
        "enter_current_password": "Dit is niet uw huidige wachtwoord. Typ het opnieuw.",
        "incorrect_code": "Deze code klopt niet. Kijk in uw app welke code er nu staat.",
        "incorrect_password": "Dit wachtwoord klopt niet. Typ het opnieuw.",
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe link aan.",
        "rate_limited": "U probeert het te vaak. Wacht vijf minuten en probeer het opnieuw.",
        "too_many_login_attempts": (
            "Te veel pogingen met dit e-mailadres. Wacht vijf minuten en probeer het opnieuw."
        ),
    }

    def is_open_for_signup(self, request) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of the browser; a web server on a socket does not know one."""
        return super().get_client_ip(request) if _heeft_adres(request) else ONBEKEND_ADRES

    def login(self, request: HttpRequest, user) -> None:
        super().login(request, user)
        gooi_concept_van_ander_weg(request, user.pk)

    def send_password_reset_mail(self, user, email, context) -> None:
        stuur_wachtwoordlink(
            gebruiker=user, basis=context["request"].build_absolute_uri("/"), door=self._door()
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        stuur_accountbericht(
            gebruiker=user, bericht=template_prefix.rpartition("/")[2], door=self._door()
        )

    def _door(self) -> Door:
        return context.request.door


class TweedeFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps are encrypted in the database with the key of the site."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AanmeldAdapter.error_messages["incorrect_code"],
        "cannot_generate_recovery_codes": (
            "Herstelcodes kunt u pas maken als u een app of sleutel hebt ingesteld."
        ),
    }

    def get_totp_label(self, user) -> str:
        return user.email

    def _get_site_name(self) -> str:
        return settings.SITE_NAAM

    def generate_authenticator_name(self, user, type) -> str:
        aantal = user.authenticator_set.filter(type=type).count()
        return f"Sleutel {aantal + 1}"

    def encrypt(self, text: str) -> str:
        return _slot().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _slot().decrypt(encrypted_text.encode()).decode()


def _slot() -> MultiFernet:
    """Encrypts with the present SECRET_KEY; decrypts with it and with those before it."""
    sleutels = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [
            Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"totp{s}".encode()).digest()))
            for s in sleutels
        ]
    )


def _heeft_adres(request: HttpRequest) -> bool:
    return bool(request.META.get("REMOTE_ADDR") or request.headers.get("X-Forwarded-For"))
