"""Django's admin: reference data for the applicatiebeheerder, and nothing about people."""

import pytest
from django.contrib import admin
from django.urls import reverse

from regio.admin import referentiesite
from regio.models import Actielijn, Handeling, Trajectsoort
from tests.adressen import IEDEREEN


def test_no_model_about_people_or_rights_stands_in_it():
    namen = {model._meta.label for model in referentiesite._registry}

    assert namen == {
        "regio.Actielijn",
        "regio.Trajectsoort",
        "regio.Arbeidsmarktregio",
        "regio.Gemeente",
        "regio.GemeenteInRegio",
        "regio.Centrumgemeente",
        "regio.Organisatie",
    }


def test_the_site_of_django_itself_has_no_address():
    assert reverse("admin:index") == "/beheer/django/"
    assert admin.site is not referentiesite


@pytest.mark.parametrize("rol", sorted(IEDEREEN - {"applicatiebeheerder"}))
def test_nobody_else_reaches_it(als, rol):
    assert als(rol).get("/beheer/django/").status_code == 302
    assert als(rol).get("/beheer/django/regio/gemeente/").status_code == 302


def test_its_log_in_is_that_of_the_site(client, db):
    assert client.get("/beheer/django/login/").url.startswith(reverse("account_login"))
    pagina = client.get("/beheer/django/", follow=True)
    assert pagina.request["PATH_INFO"] == reverse("account_login")


def test_a_password_is_not_changed_here(als):
    antwoord = als("applicatiebeheerder").get("/beheer/django/password_change/")

    assert antwoord.url == reverse("account_change_password")


def test_a_change_is_made_and_stands_in_the_log(als, monkeypatch):
    genoteerd = []
    monkeypatch.setattr(
        "regio.admin.noteer",
        lambda door, handeling, rij, **rest: genoteerd.append(
            (door.wie, handeling, str(rij), rest["wat"])
        ),
    )
    client = als("applicatiebeheerder")
    antwoord = client.post(
        "/beheer/django/regio/trajectsoort/add/",
        {"code": "nieuw", "naam": "Nieuwe soort", "actielijn": Actielijn.objects.first().pk},
    )

    assert antwoord.status_code == 302
    soort = Trajectsoort.objects.get(code="nieuw")
    client.post(f"/beheer/django/regio/trajectsoort/{soort.pk}/delete/", {"post": "yes"})
    wie = "Applicatiebeheerder"
    assert genoteerd == [
        (wie, Handeling.GEGEVENS_GEWIJZIGD, "Nieuwe soort", "toegevoegd"),
        (wie, Handeling.GEGEVENS_GEWIJZIGD, "Nieuwe soort", "gewist"),
    ]


def test_the_pages_break_no_rule_of_the_content_security_policy(als):
    tekst = als("applicatiebeheerder").get("/beheer/django/regio/gemeente/").content.decode()

    assert "<script>" not in tekst
    assert " style=" not in tekst
