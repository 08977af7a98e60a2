"""Mail to users, through the outbox: a mail server that is away loses nothing and delays no page.

The link to set a password is made when the mail is sent, so that no key is ever stored.
"""

import uuid

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from regio.logboek import Door
from regio.models import Gebruiker, Opdracht
from regio.toegang import GEEN_BEREIK
from regio.uitvak import werk, zet_klaar

WACHTWOORDLINK = "regio.wachtwoordlink"
ACCOUNTBERICHT = "regio.accountbericht"
# What allauth reports about an account, in a sentence of our own.
BERICHTEN = {
    "password_changed": "Het wachtwoord van uw account is gewijzigd.",
    "password_set": "Er is een wachtwoord voor uw account gekozen.",
    "password_reset": "Het wachtwoord van uw account is hersteld.",
    "totp_activated": "Een app voor de tweede stap is aan uw account toegevoegd.",
    "totp_deactivated": "De app voor de tweede stap is van uw account gehaald.",
    "webauthn_added": "Een sleutel is aan uw account toegevoegd.",
    "webauthn_removed": "Een sleutel is van uw account gehaald.",
    "recovery_codes_generated": "Er zijn nieuwe herstelcodes voor uw account gemaakt.",
    "tweede_factor_hersteld": (
        "Een beheerder heeft de tweede stap van uw account hersteld. Bij het inloggen stelt u een "
        "nieuwe tweede stap in."
    ),
}


def stuur_wachtwoordlink(
    *, gebruiker: Gebruiker, basis: str, door: Door, uitnodiging: bool = False
) -> None:
    """Ask for a mail with a link to set a password. `basis` is the address of the site."""
    _zet_klaar(WACHTWOORDLINK, gebruiker, door, basis=basis.rstrip("/"), uitnodiging=uitnodiging)


def stuur_accountbericht(*, gebruiker: Gebruiker, bericht: str, door: Door) -> None:
    """Ask for a mail that says what changed in an account; a key of `BERICHTEN`."""
    if bericht in BERICHTEN:
        _zet_klaar(ACCOUNTBERICHT, gebruiker, door, bericht=bericht)


def wachtwoordpad(gebruiker: Gebruiker) -> str:
    """The path of the page where this user may set a password; works once, for three days."""
    sleutel = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(gebruiker)
    return reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(gebruiker), "key": sleutel},
    )


def _zet_klaar(taak: str, gebruiker: Gebruiker, door: Door, **gegevens) -> None:
    zet_klaar(
        taak,
        sleutel=f"{taak}:{gebruiker.pk}:{uuid.uuid4()}",
        door=door,
        bereik=GEEN_BEREIK,
        gebruiker_id=gebruiker.pk,
        **gegevens,
    )


@werk(WACHTWOORDLINK)
def verstuur_wachtwoordlink(
    *, door: Door, opdracht: Opdracht, gebruiker_id: int, basis: str, uitnodiging: bool
) -> None:
    """Send the mail; a user who left meanwhile gets none."""
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).first()
    if gebruiker is None:
        return
    _verstuur(
        gebruiker,
        "Kies uw wachtwoord" if uitnodiging else "Een nieuw wachtwoord kiezen",
        "regio/post/wachtwoordlink.txt",
        link=basis + wachtwoordpad(gebruiker),
        uitnodiging=uitnodiging,
        dagen=settings.PASSWORD_RESET_TIMEOUT // 86_400,
    )


@werk(ACCOUNTBERICHT)
def verstuur_accountbericht(
    *, door: Door, opdracht: Opdracht, gebruiker_id: int, bericht: str
) -> None:
    """Send the mail, so that a change that the user did not make is noticed."""
    gebruiker = Gebruiker.objects.get(pk=gebruiker_id)
    _verstuur(
        gebruiker, "Uw account is gewijzigd", "regio/post/account.txt", zin=BERICHTEN[bericht]
    )


def _verstuur(gebruiker: Gebruiker, onderwerp: str, sjabloon: str, **context) -> None:
    context |= {"gebruiker": gebruiker, "site_naam": settings.SITE_NAAM}
    tekst = render_to_string(sjabloon, context)
    send_mail(f"{settings.SITE_NAAM}: {onderwerp}", tekst, None, [gebruiker.email])
