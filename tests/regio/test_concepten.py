"""What somebody typed survives a session that ended, for them alone."""

import pytest
from django.test import Client
from django.urls import reverse

from regio.inzendingen import VELD, nieuwe_sleutel
from regio.web.concepten import HELE_PAGINA, SESSIESLEUTEL
from tests.mensen import WACHTWOORD, log_in
from tests.verstuur import sleutel_op

UITNODIGEN = "/beheer/gebruikers/uitnodigen/"
GETYPT = {"naam": "Nora Nieuw", "email": "nora@voorbeeld.invalid", "rol": "controller"}


@pytest.fixture
def verlopen(mensen) -> Client:
    """A browser whose session ended while a form was open, checked as strictly as a real one."""
    return Client(enforce_csrf_checks=True)


def stuur(client, gebruiker, **koppen):
    """Send the form that was shown to `gebruiker`; the session is gone."""
    return client.post(
        UITNODIGEN, {VELD: nieuwe_sleutel(gebruiker), **GETYPT}, headers=koppen or None
    )


def meld_aan(client, gebruiker, volgende=""):
    pagina = client.get(reverse("account_login"))
    token = pagina.context["csrf_token"]
    return client.post(
        reverse("account_login"),
        {
            "login": gebruiker.email,
            "password": WACHTWOORD,
            "csrfmiddlewaretoken": token,
            "next": volgende,
        },
    )


def test_the_form_comes_back_filled_in_after_logging_in_again(verlopen, mensen):
    antwoord = stuur(verlopen, mensen.functioneel_beheerder)
    assert antwoord.url == f"{reverse('account_login')}?next=%2Fbeheer%2Fgebruikers%2Fuitnodigen%2F"

    aangemeld = meld_aan(verlopen, mensen.functioneel_beheerder, UITNODIGEN)
    assert aangemeld.url == UITNODIGEN
    tekst = verlopen.get(UITNODIGEN).content.decode()

    assert 'value="Nora Nieuw"' in tekst
    assert '<option value="controller" selected>' in tekst
    assert "Er ging iets mis" not in tekst
    assert "Het is nog niet opgeslagen" in tekst


def test_it_comes_back_once(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    meld_aan(verlopen, mensen.functioneel_beheerder)
    verlopen.get(UITNODIGEN)

    assert "Nora" not in verlopen.get(UITNODIGEN).content.decode()


def test_whoever_logs_in_as_another_never_sees_it(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    meld_aan(verlopen, mensen.applicatiebeheerder)

    assert SESSIESLEUTEL not in verlopen.session
    assert "Nora" not in verlopen.get(UITNODIGEN).content.decode()


def test_another_user_of_the_same_session_never_sees_it(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    log_in(verlopen, mensen.applicatiebeheerder)

    assert "Nora" not in verlopen.get(UITNODIGEN).content.decode()


def test_logging_out_throws_it_away(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    log_in(verlopen, mensen.functioneel_beheerder)
    verlopen.logout()

    assert SESSIESLEUTEL not in verlopen.session


def test_it_is_gone_after_a_quarter_of_an_hour(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    log_in(verlopen, mensen.functioneel_beheerder)
    sessie = verlopen.session
    sessie[SESSIESLEUTEL]["tot"] -= 15 * 60
    sessie.save()

    assert "Nora" not in verlopen.get(UITNODIGEN).content.decode()
    assert SESSIESLEUTEL not in verlopen.session


def test_secrets_are_not_kept(verlopen, mensen):
    verlopen.post(
        UITNODIGEN,
        {
            VELD: nieuwe_sleutel(mensen.functioneel_beheerder),
            "naam": "Nora",
            "password": "geheim-1",
            "nieuw_wachtwoord": "geheim-2",
        },
    )

    assert verlopen.session[SESSIESLEUTEL]["velden"] == "naam=Nora"


@pytest.mark.parametrize("sleutel", ["", "verzonnen"])
def test_a_form_that_is_not_ours_is_not_kept(verlopen, sleutel):
    antwoord = verlopen.post(UITNODIGEN, {VELD: sleutel, **GETYPT})

    assert antwoord.status_code == 302
    assert SESSIESLEUTEL not in verlopen.session


def test_a_form_from_another_site_is_not_kept(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder, **{"Sec-Fetch-Site": "cross-site"})

    assert SESSIESLEUTEL not in verlopen.session


def test_a_very_long_text_is_not_kept(verlopen, mensen):
    verlopen.post(
        UITNODIGEN, {VELD: nieuwe_sleutel(mensen.functioneel_beheerder), "naam": "x" * 30_000}
    )

    assert SESSIESLEUTEL not in verlopen.session


def test_the_form_of_another_page_does_not_take_it(verlopen, mensen):
    stuur(verlopen, mensen.functioneel_beheerder)
    log_in(verlopen, mensen.functioneel_beheerder)
    verlopen.get("/beheer/deelname/nieuw/")

    assert SESSIESLEUTEL in verlopen.session


def test_a_piece_of_page_leads_the_whole_window_to_the_log_in_page(verlopen, mensen):
    antwoord = stuur(
        verlopen,
        mensen.functioneel_beheerder,
        **{"HX-Request": "true", "HX-Current-URL": "http://testserver/regios/AM12/"},
    )

    assert antwoord.status_code == 204
    assert antwoord.headers["HX-Redirect"].endswith("?next=%2Fregios%2FAM12%2F")


def test_a_form_inside_a_list_comes_back_on_the_page_that_it_names(verlopen, mensen):
    lijst = {"HX-Request": "true", "HX-Current-URL": "http://testserver/regios/"}
    gestuurd = {VELD: nieuwe_sleutel(mensen.functioneel_beheerder), **GETYPT}

    antwoord = verlopen.post(UITNODIGEN, {**gestuurd, HELE_PAGINA: UITNODIGEN}, headers=lijst)
    assert antwoord.headers["HX-Redirect"].endswith("?next=%2Fbeheer%2Fgebruikers%2Fuitnodigen%2F")
    meld_aan(verlopen, mensen.functioneel_beheerder)
    assert 'value="Nora Nieuw"' in verlopen.get(UITNODIGEN).content.decode()

    for elders in ("https://kwaad.invalid/", "//kwaad.invalid", "/bestaat-niet/"):
        antwoord = Client().post(UITNODIGEN, {**gestuurd, HELE_PAGINA: elders}, headers=lijst)
        assert "kwaad" not in antwoord.headers["HX-Redirect"]
        assert "bestaat" not in antwoord.headers["HX-Redirect"]


@pytest.mark.parametrize(
    "verwijzer", ["https://kwaad.invalid/regios/", "http://testserver/bestaat-niet/", "//kwaad"]
)
def test_the_way_back_never_leads_outside_or_nowhere(verlopen, mensen, verwijzer):
    antwoord = stuur(verlopen, mensen.functioneel_beheerder, Referer=verwijzer)

    assert antwoord.url.endswith("?next=%2Fbeheer%2Fgebruikers%2Fuitnodigen%2F")


def test_reading_in_pieces_without_a_session_leads_the_whole_window_too(verlopen):
    antwoord = verlopen.get("/regios/", headers={"HX-Request": "true"})

    assert antwoord.status_code == 204
    assert antwoord.headers["HX-Redirect"].startswith(reverse("account_login"))


def test_an_old_token_within_a_session_shows_the_form_again_filled_in(verlopen, mensen):
    log_in(verlopen, mensen.functioneel_beheerder)
    antwoord = stuur(verlopen, mensen.functioneel_beheerder)
    tekst = verlopen.get(antwoord.url).content.decode()

    assert 'value="Nora Nieuw"' in tekst
    assert "Het is nog niet opgeslagen" in tekst


def test_a_wrong_token_on_a_form_that_is_not_ours_is_explained(verlopen, mensen):
    log_in(verlopen, mensen.functioneel_beheerder)
    antwoord = verlopen.post(UITNODIGEN, GETYPT)

    assert antwoord.status_code == 403
    assert "Uw formulier is niet opgeslagen" in antwoord.content.decode()


def test_whoever_must_prove_who_they_are_finds_the_form_filled_in_afterwards(als, mensen):
    client = als("functioneel_beheerder", bevestigd=False)
    client.post(UITNODIGEN, {VELD: nieuwe_sleutel(mensen.functioneel_beheerder), **GETYPT})

    antwoord = client.post(
        f"{reverse('account_reauthenticate')}?next={UITNODIGEN}", {"password": WACHTWOORD}
    )

    assert antwoord.url == UITNODIGEN
    tekst = client.get(UITNODIGEN)
    assert 'value="Nora Nieuw"' in tekst.content.decode()
    assert sleutel_op(tekst)
