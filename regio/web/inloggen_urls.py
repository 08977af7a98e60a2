"""The pages of allauth that exist here. Signing up and managing e-mail addresses do not."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as herstelcodes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as sleutels
from django.urls import path, re_path

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/tweede-stap/", mfa.authenticate, name="mfa_authenticate"),
    path("inloggen/uit/", account.logout, name="account_logout"),
    path("inloggen/geblokkeerd/", account.account_inactive, name="account_inactive"),
    path("inloggen/wachtwoord/", account.password_reset, name="account_reset_password"),
    path(
        "inloggen/wachtwoord/verstuurd/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "inloggen/wachtwoord/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^inloggen/wachtwoord/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("account/bevestigen/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/bevestigen/sleutel/",
        sleutels.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/tweede-stap/", mfa.index, name="mfa_index"),
    path("account/tweede-stap/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/tweede-stap/app/uit/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "account/tweede-stap/herstelcodes/",
        herstelcodes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/tweede-stap/herstelcodes/nieuw/",
        herstelcodes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/tweede-stap/herstelcodes/bestand/",
        herstelcodes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("account/tweede-stap/sleutels/", sleutels.list_webauthn, name="mfa_list_webauthn"),
    path("account/tweede-stap/sleutels/nieuw/", sleutels.add_webauthn, name="mfa_add_webauthn"),
    path(
        "account/tweede-stap/sleutels/<int:pk>/weg/",
        sleutels.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path(
        "account/tweede-stap/sleutels/<int:pk>/",
        sleutels.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
]
