"""Pages of errors: what happened, what to do now, a number, and nothing that tells too much."""

import re

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper
from django.http import Http404
from django.test import Client
from django.urls import path

from regio.models import Gebruiker, Handeling, Logregel
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.mensen import log_in
from verbinder import urls

NUMMER = re.compile(r"Noem dan dit nummer: <span[^>]*>([0-9a-f-]{36})</span>")


def stuk(request):
    raise ValueError("geheim detail")


def database_stuk(request):
    with connection.cursor() as cursor:
        cursor.execute("select 1 from bestaat_niet")


def verboden(request):
    raise PermissionDenied("Dat mag alleen op dinsdag.")


def weg(request):
    Gebruiker.objects.met_wachtwoord(email="half@voorbeeld.invalid", naam="Half")
    raise Http404("Persoon 12 bestaat niet")


def onleesbaar(request):
    raise BadRequest("x")


urlpatterns = [
    *urls.urlpatterns,
    path("stuk/", stuk, name="stuk"),
    path("database-stuk/", database_stuk, name="database_stuk"),
    path("verboden/", verboden, name="verboden"),
    path("weg/", weg, name="weg"),
    path("onleesbaar/", onleesbaar, name="onleesbaar"),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client(mensen):
    return log_in(Client(raise_request_exception=False), mensen.verbinder)


@pytest.mark.parametrize(
    ("adres", "status", "kop"),
    [
        ("/stuk/", 500, "Er is iets misgegaan bij ons"),
        ("/database-stuk/", 500, "Er is iets misgegaan bij ons"),
        ("/verboden/", 403, "Deze pagina hoort niet bij uw rol"),
        ("/weg/", 404, "Deze pagina is er niet"),
        ("/bestaat-niet/", 404, "Deze pagina is er niet"),
        ("/onleesbaar/", 400, "Dit verzoek is niet te lezen"),
    ],
)
def test_each_fault_has_a_dutch_page_with_what_to_do_and_a_number(client, adres, status, kop):
    antwoord = client.get(adres)
    tekst = antwoord.content.decode()

    assert antwoord.status_code == status
    assert f"<title>Fout: {kop} - " in tekst
    assert f"{kop}</h1>" in tekst
    assert "Wat kunt u nu doen?" in tekst
    assert NUMMER.search(tekst)
    assert not re.search(r"geheim detail|bestaat_niet|Persoon 12|Traceback|half@", tekst)


def test_the_reason_of_a_refusal_is_our_own_sentence(client):
    assert "Dat mag alleen op dinsdag." in client.get("/verboden/").content.decode()


def test_the_number_on_the_page_is_the_number_in_the_log(client, mensen):
    nummer = NUMMER.search(client.get("/verboden/").content.decode())[1]
    regio_id = mensen.verbinder.rechten.get().regio_id
    with bereik_transactie(Bereik(logregios=frozenset({regio_id}))):
        regel = Logregel.objects.get(handeling=Handeling.GEWEIGERD)

    assert str(regel.verzoek) == nummer
    assert regel.gegevens == {"pagina": "verboden"}
    assert not regel.gelukt


def test_what_a_page_changed_before_its_fault_is_undone(client):
    client.get("/weg/")

    assert not Gebruiker.objects.filter(email="half@voorbeeld.invalid").exists()


def test_the_page_of_a_fault_asks_the_database_nothing(client, monkeypatch):
    """Also not for the menu or the name of the user: the database may be what broke."""
    vragen = []

    def kapot(*args, **kwargs):
        vragen.append(args)
        raise DatabaseError("weg")

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(CursorWrapper, "execute", kapot)
        antwoord = client.get("/regios/")

    assert antwoord.status_code == 500
    assert "Er is iets misgegaan bij ons" in antwoord.content.decode()
    assert len(vragen) == 1


def test_an_odd_host_gets_a_readable_page(db):
    antwoord = Client().get("/", headers={"host": "kwaad.invalid"})

    assert antwoord.status_code == 400
    assert "Dit verzoek is niet te lezen" in antwoord.content.decode()


def test_a_visitor_gets_the_same_page_without_a_menu(db):
    tekst = Client().get("/bestaat-niet/").content.decode()

    assert "Deze pagina is er niet" in tekst
    assert "Hoofdmenu" not in tekst
