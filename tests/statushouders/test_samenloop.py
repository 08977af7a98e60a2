"""Two people, or two clicks, at the very same moment."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse

from statushouders.models import Contactmoment, Overdracht, Statushouder
from statushouders.services.contact import leg_contact_vast
from statushouders.services.gegevens import wijzig_gegevens
from statushouders.services.kern import Ingehaald
from statushouders.services.overdrachten import (
    aanvaard,
    trek_overdracht_in,
    vraag_dossier,
    weiger_overdracht,
)
from tests.mensen import log_in, maak_mensen
from tests.statushouders.hulp import OP, gemeente, persoon_van, scope

pytestmark = pytest.mark.database


@pytest.fixture
def mensen(eigen_database):
    return maak_mensen()


@pytest.fixture
def persoon(mensen):
    return persoon_van(mensen.klantmanager)


def tegelijk(*werk):
    """Run these at one moment, each on a connection of its own; give back what each gave."""
    samen = Barrier(len(werk))

    def doe(taak):
        samen.wait()
        try:
            return taak()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(werk)) as draden:
        return list(draden.map(doe, werk))


def test_of_two_saves_at_once_one_wins_and_the_other_is_told(mensen, persoon):
    def bewaar(niveau):
        def taak():
            with scope(mensen.klantmanager) as door:
                try:
                    wijzig_gegevens(
                        statushouder=persoon, versie=1, taalniveau=niveau, op=OP, door=door
                    )
                except Ingehaald:
                    return "ingehaald"
                return niveau

        return taak

    uitkomst = tegelijk(*(bewaar(niveau) for niveau in ("a1", "a2", "b1", "b2")))

    assert uitkomst.count("ingehaald") == 3
    with scope(mensen.klantmanager):
        nu = Statushouder.objects.get()
        assert nu.versie == 2
        assert nu.taalniveau in uitkomst


def test_contacts_at_once_are_numbered_and_all_kept(mensen, persoon):
    def taak():
        with scope(mensen.klantmanager) as door:
            return leg_contact_vast(
                statushouder=persoon, soort="telefoon", datum=OP, op=OP, door=door
            ).volgnummer

    assert sorted(tegelijk(*[taak] * 4)) == [1, 2, 3, 4]


def test_a_double_click_makes_one_contact(mensen, persoon):
    adres = reverse("contact_vastleggen", args=[persoon.sleutel])
    clients = [log_in(Client(), mensen.klantmanager) for _ in range(3)]
    pagina = clients[0].get(adres).content.decode()
    gegevens = {
        "formulier_sleutel": re.search(r'formulier_sleutel" value="([^"]+)', pagina)[1],
        "soort": "gesprek",
        "wanneer": "vandaag",
        "resultaat": "geen",
    }

    antwoorden = tegelijk(*(lambda c=c: c.post(adres, gegevens) for c in clients))

    assert {antwoord.status_code for antwoord in antwoorden} == {302}
    assert {antwoord.url for antwoord in antwoorden} == {persoon.get_absolute_url()}
    with scope(mensen.klantmanager):
        assert Contactmoment.objects.count() == 1


def test_of_two_answers_to_one_overdracht_at_once_one_counts(mensen, persoon):
    with scope(mensen.andere_klantmanager) as door:
        overdracht = vraag_dossier(
            voornaam="Rahel",
            achternaam="Gebremedhin",
            geboortejaar=1994,
            gemeente=gemeente("Huizen"),
            verblijf_soort="vestiging",
            vanaf=OP,
            op=OP,
            door=door,
        )[0]
    nu = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def antwoord(wie, service, **wat):
        def taak():
            with scope(wie) as door:
                try:
                    return service(overdracht=overdracht, nu=nu, door=door, **wat).stand
                except ValidationError:
                    return "te laat"

        return taak

    uitkomst = tegelijk(
        antwoord(mensen.klantmanager, aanvaard, vanaf=OP, op=OP),
        antwoord(mensen.klantmanager, weiger_overdracht, weigerreden="woont_hier"),
        antwoord(mensen.andere_klantmanager, trek_overdracht_in),
    )

    assert uitkomst.count("te laat") == 2
    with scope(mensen.andere_klantmanager):
        overgegaan = Statushouder.objects.filter(pk=persoon.pk).exists()
        assert overgegaan == ("aanvaard" in uitkomst)
        assert Overdracht.objects.get().stand in uitkomst
