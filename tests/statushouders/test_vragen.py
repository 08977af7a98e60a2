"""How many questions the pages of the day ask the database, counted in real transactions."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regio.models import Rol
from statushouders.models import Bericht, Statushouder
from statushouders.services.bewaarde_lijsten import bewaar_lijst
from statushouders.services.contact import leg_contact_vast, maak_actie
from statushouders.services.waarneming import neem_waar
from tests.mensen import REGIO, log_in, maak_gebruiker, maak_mensen
from tests.regio.sturing.boekhouding import als_controller
from tests.statushouders import gevallen
from tests.statushouders.hulp import OP, maak_persoon, scope
from tests.statushouders.test_paginas import velden
from tests.verbinder.sturing import schrijver

PAGINA_HOOGSTENS = 12
CONTACT_HOOGSTENS = 10
GEEN_VRAAG = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE SAVEPOINT)\b")


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def mensen(eigen_database):
    return maak_mensen()


@pytest.fixture
def klant(client, mensen):
    log_in(client, mensen.klantmanager)
    client.get(reverse("start"))
    return client


@pytest.fixture
def persoon(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, contactpersoon=mensen.klantmanager)
        for dagen in range(200):
            leg_contact_vast(
                statushouder=persoon,
                soort="telefoon",
                datum=OP - timedelta(days=dagen),
                op=OP,
                door=door,
            )
    return persoon


def vragen(doe) -> int:
    """How many questions a request asks; the beginning and end of a transaction ask nothing."""
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = doe()
    assert antwoord.status_code in (200, 302), antwoord.content.decode()[:500]
    zinnen = [re.sub(r"^SELECT set_config\('pghistory.*?; ", "", v["sql"]) for v in gevangen]
    return len([zin for zin in zinnen if not GEEN_VRAAG.match(zin)])


def test_the_pages_of_the_day_ask_twelve_questions_at_most(klant, persoon):
    for adres in (
        reverse("start"),
        reverse("personen"),
        f"{reverse('start')}?wie=iedereen&open={persoon.sleutel}",
        persoon.get_absolute_url(),
    ):
        assert vragen(lambda adres=adres: klant.get(adres)) <= PAGINA_HOOGSTENS, adres


@pytest.fixture
def vol(mensen, persoon):
    """All that a start page can hold: a colleague's caseload, what waits, is kept and is news."""
    afwezig = {
        mensen.klantmanager: maak_gebruiker("collega", Rol.KLANTMANAGER, "Hilversum"),
        mensen.verbinder: maak_gebruiker("tweede_verbinder", Rol.VERBINDER, REGIO),
    }
    gevallen.een_overdracht(mensen)
    schrijver.een_vergadering(mensen)
    with als_controller(mensen.controller, op=OP) as boeken:
        boeken.bijdrage("300", jaar=2026, datum="2026-01-02")
        boeken.besteding("100", "2026-11-11", herkomstjaar=2026)
    for wie, collega in afwezig.items():
        with scope(wie) as door:
            neem_waar(voor=collega, door_wie=wie, van=OP, tot_en_met=OP, op=OP, door=door)
            for nummer in range(5):
                bewaar_lijst(
                    gebruiker=wie, pagina="start", naam=f"Lijst {nummer}", vraag="wet=wi2013"
                )
            maak_actie(
                statushouder=persoon,
                volgende_stap="Bellen",
                volgende_datum=OP,
                voor=wie,
                op=OP,
                door=door,
            )
            Bericht.objects.create(gebruiker=wie, soort="toegewezen")


@pytest.mark.parametrize("rol", ["verbinder", "klantmanager", "andere_klantmanager"])
def test_with_everything_on_it_a_page_asks_twelve_questions_at_most(
    client, mensen, vol, persoon, rol
):
    log_in(client, getattr(mensen, rol))
    client.get(reverse("start"))
    adressen = [
        reverse("start"),
        reverse("personen"),
        f"{reverse('start')}?wie=iedereen&volgorde=contact",
        f"{reverse('personen')}?na={persoon.sleutel}",
    ]
    if rol != "andere_klantmanager":
        adressen += [persoon.get_absolute_url(), f"{reverse('start')}?open={persoon.sleutel}"]
    for adres in adressen:
        # Also when nothing is remembered of the page before.
        cache.clear()
        assert vragen(lambda adres=adres: client.get(adres)) <= PAGINA_HOOGSTENS, adres


def test_a_long_history_of_facts_asks_no_more_than_a_short_one(klant, persoon, mensen):
    adres = reverse("persoon_gegevens", args=[persoon.sleutel])

    def wissel(*wie):
        with scope(mensen.klantmanager):
            for gebruiker in wie:
                Statushouder.objects.filter(pk=persoon.pk).update(contactpersoon=gebruiker)

    wissel(mensen.verbinder, mensen.klantmanager)
    kort = vragen(lambda: klant.get(adres))
    wissel(*[maak_gebruiker(f"collega{n}") for n in range(5)], mensen.klantmanager)
    antwoord = klant.get(adres)

    assert "collega3" in antwoord.content.decode().lower()
    assert vragen(lambda: klant.get(adres)) == kort


def test_a_second_factor_asks_no_question_of_its_own(client, mensen, settings):
    TOTP.activate(mensen.klantmanager, generate_totp_secret())
    log_in(client, mensen.klantmanager)
    client.get(reverse("start"))
    zonder = vragen(lambda: client.get(reverse("start")))
    settings.TWEEDE_FACTOR_VERPLICHT = True

    assert vragen(lambda: client.get(reverse("start"))) == zonder


def test_saving_a_contact_asks_ten_questions_at_most(klant, persoon, mensen):
    adres = reverse("contact_vastleggen", args=[persoon.sleutel])
    in_rij = {"HX-Request": "true", "HX-Target": f"f-{persoon.pk}"}

    def stuur(kop=None, **anders):
        gevuld = {**velden(klant.get(f"{adres}?terug=/")), **anders}
        return vragen(lambda: klant.post(adres, gevuld, headers=kop or {}))

    assert stuur() <= CONTACT_HOOGSTENS
    assert stuur(kop=in_rij) <= CONTACT_HOOGSTENS
    assert stuur(terug=f"/?gemeente=GM0402&na={persoon.sleutel}") <= CONTACT_HOOGSTENS
    with scope(mensen.klantmanager) as door:
        maak_actie(
            statushouder=persoon,
            volgende_stap="Bellen",
            volgende_datum=OP + timedelta(days=3),
            voor=mensen.klantmanager,
            op=OP,
            door=door,
        )
    assert stuur() <= CONTACT_HOOGSTENS
    assert stuur(kop=in_rij) <= CONTACT_HOOGSTENS
    # A step that is finished and one that takes its place.
    assert stuur(volgende_stap="Langsgaan") <= CONTACT_HOOGSTENS
    met_alles = {"volgende_stap": "Mailen", "notitie": "Wil graag koken."}
    assert stuur(kop=in_rij, **met_alles) <= CONTACT_HOOGSTENS
    assert stuur(volgende_stap="", volgende_datum="") <= CONTACT_HOOGSTENS
