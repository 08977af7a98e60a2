"""The second factor: nobody passes without one where it is obligatory, and it asks its code."""

import time

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from regio.services.post import wachtwoordpad
from tests.mensen import ROLLEN, WACHTWOORD, log_in
from tests.regio.productie import instellingen, start

INLOGGEN = "/inloggen/"
CODE = "/inloggen/tweede-stap/"


@pytest.fixture(autouse=True)
def verplicht(settings):
    settings.TWEEDE_FACTOR_VERPLICHT = True


@pytest.fixture
def geheim(mensen) -> str:
    """The verbinder has an authenticator app with this secret."""
    geheim = generate_totp_secret()
    TOTP.activate(mensen.verbinder, geheim)
    return geheim


def code(geheim: str) -> str:
    return format_hotp_value(hotp_value(geheim, int(time.time()) // 30))


def eerste_stap(client, gebruiker):
    return client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD})


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("adres", ["/", "/regios/", "/account/", "/account/wachtwoord/"])
def test_without_a_second_factor_every_page_leads_to_setting_one_up(als, rol, adres):
    antwoord = als(rol).get(adres)

    assert antwoord.status_code == 302
    assert antwoord.url == reverse("mfa_index")


@pytest.mark.parametrize(
    "naam", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout", "hulp"]
)
def test_setting_one_up_logging_out_and_help_stay_open(als, naam):
    assert als("verbinder").get(reverse(naam)).status_code == 200


def test_setting_up_an_app_opens_the_pages(als, mensen):
    client = als("verbinder")
    pagina = client.get(reverse("mfa_activate_totp"))
    geheim = pagina.context["form"].secret

    antwoord = client.post(reverse("mfa_activate_totp"), {"code": code(geheim)})

    assert antwoord.url == reverse("mfa_view_recovery_codes")
    assert client.get("/regios/").status_code == 200


@pytest.mark.parametrize("naam", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_who_was_invited_by_a_link_can_set_one_up(als, mensen, naam):
    """Also when somebody else just tried a link of theirs."""
    assert Client().get(wachtwoordpad(mensen.verbinder)).status_code == 302
    zelfbedacht = f"/inloggen/wachtwoord/{user_pk_to_url_str(mensen.klantmanager)}-zelf-bedacht/"
    assert Client().get(zelfbedacht).status_code == 200

    for rol in ("verbinder", "klantmanager"):
        assert als(rol).get(reverse(naam)).status_code == 200


def test_a_wrong_code_sets_up_nothing_and_says_so(als, mensen):
    antwoord = als("verbinder").post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert "Deze code klopt niet" in antwoord.content.decode()
    assert not Authenticator.objects.exists()


def test_the_secret_is_not_readable_in_the_database(geheim, mensen):
    rij = Authenticator.objects.get(type="totp")

    assert geheim not in str(rij.data)


def test_the_password_alone_opens_nothing(mensen, geheim):
    client = Client()
    antwoord = eerste_stap(client, mensen.verbinder)

    assert antwoord.url == CODE
    assert client.get("/regios/").status_code == 302
    assert client.get("/regios/").url.startswith(INLOGGEN)


def test_the_code_opens_the_pages(mensen, geheim):
    client = Client()
    eerste_stap(client, mensen.verbinder)
    client.post(CODE, {"code": code(geheim)})

    assert client.get("/regios/").status_code == 200


def test_a_code_works_once(mensen, geheim):
    gebruikt = code(geheim)
    for verwacht in (200, 302):
        client = Client()
        eerste_stap(client, mensen.verbinder)
        client.post(CODE, {"code": gebruikt})
        assert client.get("/regios/").status_code == verwacht


def test_a_recovery_code_works_once(mensen, geheim):
    herstelcode = RecoveryCodes.activate(mensen.verbinder).generate_codes()[0]
    for verwacht in (200, 302):
        client = Client()
        eerste_stap(client, mensen.verbinder)
        client.post(CODE, {"code": herstelcode})
        assert client.get("/regios/").status_code == verwacht


def test_guessing_codes_is_stopped(mensen, geheim):
    client = Client()
    eerste_stap(client, mensen.verbinder)
    antwoorden = [client.post(CODE, {"code": f"{n:06}"}).content.decode() for n in range(12)]

    assert "Te veel pogingen" in antwoorden[-1] or "te vaak" in antwoorden[-1]


def test_recovery_codes_alone_are_no_second_factor(mensen, als):
    RecoveryCodes.activate(mensen.verbinder)

    assert als("verbinder").get("/regios/").status_code == 302


def test_switching_the_app_off_asks_for_proof_first(mensen, geheim, als):
    client = als("verbinder", bevestigd=False)
    antwoord = client.post(reverse("mfa_deactivate_totp"))

    assert antwoord.url.startswith("/account/bevestigen/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_switching_the_app_off_closes_the_pages_and_ends_the_other_sessions(mensen, geheim, als):
    elders = log_in(Client(), mensen.verbinder)
    client = als("verbinder")
    client.post(reverse("mfa_deactivate_totp"))

    assert client.get("/regios/").url == reverse("mfa_index")
    assert elders.get("/regios/").url.startswith(INLOGGEN)


def test_the_second_step_asks_in_plain_dutch(mensen, geheim):
    client = Client()
    eerste_stap(client, mensen.verbinder)
    tekst = client.get(CODE).content.decode()

    assert "Code uit uw app, of een herstelcode" in tekst
    assert "Sleutel gebruiken" in tekst


def test_the_second_factor_can_only_be_left_out_in_development():
    uitkomst = start(TWEEDE_FACTOR_VERPLICHT="nee")

    assert "TWEEDE_FACTOR_VERPLICHT kan alleen uit" in uitkomst.stderr


def test_in_production_it_is_obligatory_unless_somebody_says_otherwise():
    assert instellingen("TWEEDE_FACTOR_VERPLICHT") == {"TWEEDE_FACTOR_VERPLICHT": True}
