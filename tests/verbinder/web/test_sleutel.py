"""A security key as second step, in a real browser with a key that only exists in it."""

import pytest
from allauth.mfa.models import Authenticator

from tests.mensen import WACHTWOORD
from tests.verbinder.web.test_schermen import meld_aan


@pytest.fixture
def met_sleutel(pagina):
    """A key in the usb port of this browser."""
    sessie = pagina.context.new_cdp_session(pagina)
    sessie.send("WebAuthn.enable")
    opties = {
        "protocol": "ctap2",
        "transport": "usb",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    sessie.send("WebAuthn.addVirtualAuthenticator", {"options": opties})
    return pagina


def test_a_key_is_added_and_then_opens_the_account(met_sleutel, mensen, live_server, settings):
    settings.TWEEDE_FACTOR_VERPLICHT = True
    # A key belongs to a name, never to a number.
    site = live_server.url.replace("127.0.0.1", "localhost")
    pagina, wie = met_sleutel, mensen.directieoverleg
    meld_aan(pagina, wie, site)
    pagina.get_by_role("link", name="Sleutel toevoegen").click()
    if pagina.wait_for_selector("[name=password], [name=name]").get_attribute("name") != "name":
        pagina.fill("[name=password]", WACHTWOORD)
        pagina.keyboard.press("Enter")
    pagina.wait_for_selector("[name=name]")
    # The button does its work once its script is there.
    pagina.wait_for_load_state("load")
    pagina.fill("[name=name]", "Mijn sleutel")
    pagina.get_by_role("button", name="Sleutel toevoegen").click()
    pagina.wait_for_selector("text=De sleutel is toegevoegd.")

    assert Authenticator.objects.filter(user=wie, type="webauthn").count() == 1

    pagina.get_by_role("button", name="Uitloggen").click()
    pagina.wait_for_url("**/inloggen/**")
    pagina.fill("[name=login]", wie.email)
    pagina.fill("[name=password]", WACHTWOORD)
    pagina.press("[name=password]", "Enter")
    knop = pagina.get_by_role("button", name="Sleutel gebruiken")
    knop.wait_for()
    pagina.wait_for_load_state("load")
    knop.click()
    pagina.wait_for_selector(".hoofdnav")
    pagina.goto(f"{site}/regios/")

    assert pagina.url == f"{site}/regios/"
