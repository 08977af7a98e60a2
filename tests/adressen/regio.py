"""The pages of the ground floor, and those of logging in."""

from datetime import date

from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Deelname
from regio.services.huisstijl import kies_huisstijl
from tests.adressen import GEEN, IEDEREEN, Adres, rollen
from tests.hulp.plaatje import png

BEHEERDERS = rollen("functioneel_beheerder", "applicatiebeheerder")
FUNCTIONEEL = rollen("functioneel_beheerder")


def een_gebruiker(mensen) -> dict:
    return {"pk": mensen.verbinder.pk}


def een_recht(mensen) -> dict:
    return {"pk": mensen.verbinder.rechten.get().pk}


def een_deelname(mensen) -> dict:
    return {"pk": Deelname.objects.geldig_op(date(2026, 11, 20)).first().pk}


def een_logo(mensen) -> dict:
    gekozen = kies_huisstijl(
        regio=Arbeidsmarktregio.objects.get(code="AM12"),
        naam="",
        logo=png(),
        beschrijving="Logo van de regio",
        nu=timezone.now(),
        door=Door("Beheer"),
    )
    return {"code": "AM12", "pk": gekozen.pk}


ADRESSEN = {
    "regios": Adres(IEDEREEN),
    "regio": Adres(IEDEREEN, pad={"code": "AM12"}),
    "centrumgemeente": Adres(FUNCTIONEEL, pad={"code": "AM12"}),
    "gebruikers": Adres(BEHEERDERS),
    "gebruiker_uitnodigen": Adres(BEHEERDERS),
    "gebruiker": Adres(BEHEERDERS, pad=een_gebruiker),
    "recht_geven": Adres(BEHEERDERS, pad=een_gebruiker),
    "wachtwoord_herstellen": Adres(BEHEERDERS, pad=een_gebruiker),
    "tweede_stap_herstellen": Adres(BEHEERDERS, pad=een_gebruiker),
    "recht_beeindigen": Adres(BEHEERDERS, pad=een_recht),
    "deelnames": Adres(FUNCTIONEEL),
    "deelname_nieuw": Adres(FUNCTIONEEL),
    "deelname_beeindigen": Adres(FUNCTIONEEL, pad=een_deelname),
    "huisstijlen": Adres(FUNCTIONEEL),
    "huisstijl": Adres(FUNCTIONEEL, pad={"code": "AM12"}),
    "regiologo": Adres(IEDEREEN, pad=een_logo),
    "logboek": Adres(rollen("privacy_officer")),
    "mijn_account": Adres(IEDEREEN),
    "favicon": Adres(IEDEREEN, goed=302),
    "toegankelijkheid": Adres(IEDEREEN, anoniem=200),
    "privacy": Adres(IEDEREEN, anoniem=200),
    "hulp": Adres(IEDEREEN, anoniem=200),
    # Logging in: whoever is in already is led to the start page.
    "account_login": Adres(GEEN, anders=302, anoniem=200),
    "mfa_authenticate": Adres(GEEN, anders=302),
    "account_logout": Adres(IEDEREEN),
    "account_inactive": Adres(IEDEREEN, anoniem=200),
    "account_reset_password": Adres(IEDEREEN, anoniem=200),
    "account_reset_password_done": Adres(IEDEREEN, anoniem=200),
    "account_reset_password_from_key_done": Adres(IEDEREEN, anoniem=200),
    "account_reset_password_from_key": Adres(
        IEDEREEN, anoniem=200, pad={"uidb36": "1", "key": "verzonnen-sleutel"}
    ),
    "account_reauthenticate": Adres(IEDEREEN),
    "account_change_password": Adres(IEDEREEN),
    "mfa_index": Adres(IEDEREEN),
    "mfa_activate_totp": Adres(IEDEREEN),
    "mfa_list_webauthn": Adres(IEDEREEN),
    "mfa_add_webauthn": Adres(IEDEREEN),
    "mfa_view_recovery_codes": Adres(GEEN, anders=404),
    "mfa_generate_recovery_codes": Adres(IEDEREEN),
    # Without a second factor there is nothing to confirm with, to switch off or to download.
    "mfa_reauthenticate": Adres(GEEN, anders=302),
    "mfa_reauthenticate_webauthn": Adres(GEEN, anders=302),
    "mfa_deactivate_totp": Adres(GEEN, anders=404),
    "mfa_download_recovery_codes": Adres(GEEN, anders=404),
    "mfa_remove_webauthn": Adres(GEEN, anders=404, pad={"pk": 1}),
    "mfa_edit_webauthn": Adres(GEEN, anders=404, pad={"pk": 1}),
    # The API speaks in status codes, not in log-in pages.
    "api-regio-list": Adres(IEDEREEN, anoniem=401),
    "api-regio-detail": Adres(IEDEREEN, anoniem=401, pad={"code": "AM12"}),
    "api-gemeente-list": Adres(IEDEREEN, anoniem=401),
    "api-gemeente-detail": Adres(IEDEREEN, anoniem=401, pad={"code": "GM0402"}),
    "api-openapi": Adres(IEDEREEN, anoniem=200),
}
