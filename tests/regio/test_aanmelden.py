"""Logging in, out, and a new password; what is not offered does not exist."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from regio.models import Handeling, Logregel, Opdracht
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.mensen import WACHTWOORD, log_in
from verbinder.web.navigatie import navigatie

INLOGGEN = "/inloggen/"
NIEUW = "een-heel-ander-wachtwoord"


def meld_aan(client, email, wachtwoord=WACHTWOORD, **velden):
    return client.post(INLOGGEN, {"login": email, "password": wachtwoord, **velden})


def logregels(mensen, handeling):
    """The rows of the log with this act, as the privacy officer of the region may read them."""
    regio_id = mensen.privacy_officer.rechten.get().regio_id
    with bereik_transactie(Bereik(logregios=frozenset({regio_id}))):
        return list(Logregel.objects.filter(handeling=handeling))


def werk_af():
    """Do what waits in the outbox."""
    for opdracht in Opdracht.objects.filter(klaar_op=None):
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)


def test_the_right_password_opens_the_start_page_whatever_the_capitals(client, mensen):
    antwoord = meld_aan(client, mensen.verbinder.email.upper())

    assert antwoord.status_code == 302
    assert antwoord.url == reverse("start")
    assert [regel.wie for regel in logregels(mensen, Handeling.INGELOGD)] == ["Verbinder"]


@pytest.mark.parametrize("email", ["verbinder@voorbeeld.invalid", "niemand@voorbeeld.invalid"])
def test_a_wrong_password_and_an_unknown_user_get_the_same_sentence(client, mensen, email):
    antwoord = meld_aan(client, email, "fout")

    assert "horen niet bij elkaar" in antwoord.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_failed_attempt_is_in_the_log_without_what_was_typed(client, mensen):
    meld_aan(client, mensen.verbinder.email, "fout-wachtwoord")
    (regel,) = logregels(mensen, Handeling.INLOGGEN_MISLUKT)

    assert not regel.gelukt
    assert regel.gebruiker_id == mensen.verbinder.pk
    assert "@" not in f"{regel.wie}{regel.gegevens}"


def test_who_was_blocked_cannot_log_in(client, mensen):
    mensen.verbinder.is_active = False
    mensen.verbinder.save()
    meld_aan(client, mensen.verbinder.email)

    assert "_auth_user_id" not in client.session


def test_the_sixth_attempt_on_one_name_is_refused_from_every_address(mensen):
    for n in range(5):
        meld_aan(Client(REMOTE_ADDR=f"10.0.0.{n}"), mensen.verbinder.email, "fout")

    antwoord = meld_aan(Client(REMOTE_ADDR="10.0.1.1"), mensen.verbinder.email)

    assert "Te veel pogingen" in antwoord.content.decode()


def test_many_attempts_from_one_address_are_refused_with_a_page_that_says_so(mensen):
    client = Client(REMOTE_ADDR="10.0.0.9")
    antwoorden = [meld_aan(client, f"iemand{n}@voorbeeld.invalid", "fout") for n in range(31)]

    assert antwoorden[-1].status_code == 429
    assert "U probeert het te vaak" in antwoorden[-1].content.decode()


def test_the_address_of_the_browser_comes_from_our_own_proxy_alone(client, mensen, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    kop = {"X-Forwarded-For": "6.6.6.6, 10.1.2.3"}
    client.post(INLOGGEN, {"login": mensen.verbinder.email, "password": WACHTWOORD}, headers=kop)

    assert logregels(mensen, Handeling.INGELOGD)[0].herkomst == "10.1.2.3"


@pytest.mark.parametrize(
    "doel", ["https://kwaad.invalid/", "//kwaad.invalid", "javascript:alert(1)"]
)
def test_logging_in_never_leads_outside(client, mensen, doel):
    assert meld_aan(client, mensen.verbinder.email, next=doel).url == reverse("start")


def test_logging_in_gives_another_session(client, mensen):
    client.get(INLOGGEN)
    voor = client.session.session_key
    meld_aan(client, mensen.verbinder.email)

    assert client.session.session_key != voor


def test_logging_out_takes_a_click_and_ends_the_session(client, mensen):
    log_in(client, mensen.verbinder)
    cookie = client.cookies["sessie"].value

    assert client.get(reverse("account_logout")).status_code == 200
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    oud = Client()
    oud.cookies["sessie"] = cookie

    assert oud.get("/regios/").status_code == 302


@pytest.mark.parametrize(
    "adres",
    ["/accounts/signup/", "/inloggen/signup/", "/account/email/", "/accounts/social/", "/admin/"],
)
def test_what_is_not_offered_does_not_exist(client, db, adres):
    assert client.get(adres).status_code == 404


@pytest.mark.parametrize("naam", ["account_signup", "account_email", "account_set_password"])
def test_no_address_leads_to_what_is_not_offered(naam):
    with pytest.raises(NoReverseMatch):
        reverse(naam)


class TestWachtwoordVergeten:
    """The whole way, from forgetting to logging in."""

    def vraag(self, client, email):
        return client.post(reverse("account_reset_password"), {"email": email})

    def link(self):
        werk_af()
        return re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]

    @pytest.mark.django_db(transaction=True)
    def test_the_link_in_the_mail_sets_a_password_once(self, client, mensen):
        self.vraag(client, mensen.verbinder.email)
        link = self.link()
        pagina = client.get(link, follow=True)
        assert "Kies een wachtwoord" in pagina.content.decode()
        client.post(pagina.request["PATH_INFO"], {"password1": NIEUW, "password2": NIEUW})

        assert meld_aan(Client(), mensen.verbinder.email, NIEUW).status_code == 302
        assert "Deze link werkt niet meer" in Client().get(link, follow=True).content.decode()

    @pytest.mark.django_db(transaction=True)
    def test_no_key_is_stored_while_the_mail_waits(self, client, mensen):
        self.vraag(client, mensen.verbinder.email)
        opdracht = Opdracht.objects.get()

        assert set(opdracht.gegevens) == {"gebruiker_id", "basis", "uitnodiging"}

    @pytest.mark.django_db(transaction=True)
    def test_an_unknown_address_gets_no_mail_and_the_same_page(self, client, mensen):
        bekend = self.vraag(client, mensen.verbinder.email)
        onbekend = self.vraag(client, "niemand@voorbeeld.invalid")

        assert (bekend.status_code, bekend.url) == (onbekend.status_code, onbekend.url)
        assert Opdracht.objects.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_a_new_password_ends_the_sessions_elsewhere(self, client, mensen):
        elders = log_in(Client(), mensen.verbinder)
        self.vraag(client, mensen.verbinder.email)
        pagina = client.get(self.link(), follow=True)
        client.post(pagina.request["PATH_INFO"], {"password1": NIEUW, "password2": NIEUW})

        assert elders.get("/regios/").status_code == 302

    @pytest.mark.django_db(transaction=True)
    def test_a_weak_password_is_refused_in_plain_words(self, client, mensen):
        self.vraag(client, mensen.verbinder.email)
        pagina = client.get(self.link(), follow=True)
        antwoord = client.post(
            pagina.request["PATH_INFO"], {"password1": "kort", "password2": "kort"}
        )

        assert "minstens 12 tekens" in antwoord.content.decode()

    @pytest.mark.django_db(transaction=True)
    def test_changing_the_password_is_told_by_mail(self, als, mensen):
        als("verbinder").post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": NIEUW, "password2": NIEUW},
        )
        werk_af()

        assert mail.outbox[-1].to == [mensen.verbinder.email]
        assert "Het wachtwoord van uw account is gewijzigd." in mail.outbox[-1].body


class TestDemonstratie:
    """The log-ins of the demonstration stand on the page in the development setting only."""

    INLOG = {"rol": "Verbinder", "naam": "V", "email": "v@voorbeeld.invalid", "wachtwoord": "demo"}

    @pytest.fixture(autouse=True)
    def demo(self, monkeypatch):
        monkeypatch.setattr("verbinder.web.navigatie.find_spec", lambda _: True)
        monkeypatch.setattr(
            "verbinder.web.navigatie.import_module",
            lambda _: type("demo", (), {"inloggegevens": staticmethod(lambda: [self.INLOG])}),
        )

    @pytest.mark.parametrize("ontwikkeling", [True, False])
    def test_they_are_shown_in_development_alone(self, client, db, settings, ontwikkeling):
        settings.ONTWIKKELING = ontwikkeling
        tekst = client.get(INLOGGEN).content.decode()

        assert ('value="v@voorbeeld.invalid"' in tekst) == ontwikkeling
        assert ("Alle personen zijn verzonnen" in tekst) == ontwikkeling

    @pytest.mark.parametrize("ontwikkeling", [True, False])
    def test_no_template_can_get_them_anywhere_else(self, rf, settings, ontwikkeling):
        settings.ONTWIKKELING = ontwikkeling

        assert bool(navigatie(rf.get("/"))["demo_inlog"]()) == ontwikkeling
