"""`manage.py maak_beheerder`: the first user of an installation."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from regio.models import Gebruiker
from regio.perioden import vandaag
from regio.toegang import bereik_van

WIE = {"email": "eerste@voorbeeld.invalid", "naam": "Eerste Beheerder"}


@pytest.fixture
def draai(db, capsys):
    def draai(**anders):
        call_command("maak_beheerder", **{**WIE, **anders})
        return capsys.readouterr().out

    return draai


def test_the_link_it_prints_leads_to_a_password_and_to_the_accounts(draai):
    uitvoer = draai(adres="https://verbinder.voorbeeld.invalid")
    pad = re.search(r"https://verbinder.voorbeeld.invalid(/\S+)", uitvoer)[1]
    client = Client()
    pagina = client.get(pad, follow=True)
    wachtwoord = "een-lang-wachtwoord-1"
    client.post(pagina.request["PATH_INFO"], {"password1": wachtwoord, "password2": wachtwoord})
    client.post("/inloggen/", {"login": WIE["email"], "password": wachtwoord})

    assert client.get("/beheer/gebruikers/").status_code == 200


def test_running_it_again_gives_a_new_link_and_no_second_user_or_right(draai):
    draai()
    draai()
    beheerder = Gebruiker.objects.get(email=WIE["email"])

    assert beheerder.rechten.count() == 1
    assert bereik_van(beheerder, op=vandaag()).applicatie


def test_an_address_that_is_none_is_refused_in_one_sentence(draai):
    with pytest.raises(CommandError, match="e-mailadres"):
        draai(email="geen adres")
    assert not Gebruiker.objects.exists()
