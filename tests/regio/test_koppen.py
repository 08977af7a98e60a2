"""Headers on every answer, and the length of a session."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from tests.mensen import WACHTWOORD, log_in
from tests.regio.productie import instellingen

ADRESSEN = ["/inloggen/", "/regios/", "/bestaat-niet/", "/beheer/gebruikers/", "/regios/AM12/"]


@pytest.mark.parametrize("adres", ADRESSEN)
def test_every_page_carries_the_headers_that_protect_it(als, adres):
    koppen = als("verbinder").get(adres).headers

    csp = koppen["Content-Security-Policy"]
    for deel in ("default-src 'self'", "object-src 'none'", "base-uri 'none'"):
        assert deel in csp
    assert "unsafe" not in csp
    assert "frame-ancestors 'none'" in csp
    assert "form-action 'self'" in csp
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["X-Frame-Options"] == "DENY"
    assert koppen["Referrer-Policy"] == "same-origin"
    assert "camera=()" in koppen["Permissions-Policy"]
    assert "no-store" in koppen["Cache-Control"]


def test_a_cookie_is_out_of_reach_of_scripts_and_other_sites(client, mensen):
    client.post("/inloggen/", {"login": mensen.verbinder.email, "password": WACHTWOORD})
    cookie = client.cookies["sessie"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_in_production_the_cookie_belongs_to_https_alone():
    koppen = instellingen("SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "SECURE_HSTS_SECONDS")

    assert koppen["SESSION_COOKIE_SECURE"] is True
    assert koppen["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert koppen["SECURE_HSTS_SECONDS"] >= 31_536_000


class TestSessieduur:
    def zet(self, client, **waarden):
        sessie = client.session
        sessie.update(waarden)
        sessie.save()

    def test_a_session_ends_after_nine_hours_however_busy(self, als):
        client = als("verbinder")
        self.zet(client, begonnen=int(time.time()) - 9 * 3600 - 5, laatst=int(time.time()))

        assert client.get("/regios/").url.startswith(reverse("account_login"))

    def test_a_session_within_nine_hours_lives_on(self, als):
        client = als("verbinder")
        self.zet(client, begonnen=int(time.time()) - 9 * 3600 + 60)

        assert client.get("/regios/").status_code == 200

    def test_an_hour_without_a_page_ends_it(self, als, settings):
        client = als("verbinder")
        client.get("/regios/")

        assert settings.SESSION_COOKIE_AGE == 3600
        assert client.cookies["sessie"]["max-age"] == ""  # gone with the browser as well
        assert 3500 < client.session.get_expiry_age() <= 3600

    def test_reading_pages_writes_the_session_once_in_five_minutes(self, als):
        client = als("verbinder")
        client.get("/regios/")
        self.zet(client, laatst=int(time.time()) - 10)
        antwoord = client.get("/regios/")

        assert "sessie" not in antwoord.cookies


@pytest.mark.parametrize("kop", [{"HX-Request": "true"}, {}])
def test_a_post_without_a_token_is_refused(mensen, kop):
    client = log_in(Client(enforce_csrf_checks=True), mensen.verbinder)

    assert client.post(reverse("account_logout"), headers=kop).status_code == 403
    assert "_auth_user_id" in client.session
