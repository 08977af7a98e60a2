"""Each list as a spreadsheet: what the page shows, for who may see it, logged, never a formula."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from python_calamine import load_workbook

from regio.models import Actielijn, Logregel
from statushouders.models import Overdracht
from statushouders.services.contact import maak_actie
from statushouders.services.overdrachten import trek_overdracht_in
from statushouders.services.plaatsingen import plaats
from statushouders.services.verwijzingen import verwijs
from statushouders.services.werkgevers import maak_afspraak, maak_werkgever
from statushouders.web.uitvoer import LIJSTEN
from tests.statushouders import gevallen
from tests.statushouders.hulp import OP, maak_persoon, regio, scope

pytestmark = pytest.mark.django_db

FORMULE = "=HYPERLINK(A1)"


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def gevuld(mensen):
    """In Hilversum: two people alike, of whom one is referred, at work and to be called."""
    with scope(mensen.klantmanager) as door:
        rahel, _ = (
            maak_persoon(door, achternaam=FORMULE, contactpersoon=mensen.klantmanager)
            for _ in range(2)
        )
        maak_actie(statushouder=rahel, volgende_stap="Bellen", volgende_datum=OP, op=OP, door=door)
        plaats(
            statushouder=rahel,
            soort="betaald_werk",
            begindatum=date(2026, 8, 20),
            werkgever="De Linde",
            op=OP,
            door=door,
        )
        verwijs(statushouder=rahel, soort="werkcentrum", gevraagd_op=OP, op=OP, door=door)
    gevallen.een_afspraak(mensen)
    gevallen.een_overdracht(mensen)
    return rahel


def lees(antwoord) -> list[list]:
    assert antwoord.status_code == 200
    return load_workbook(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()


def haal(client, lijst, formaat="xlsx", vraag=""):
    return client.post(f"{reverse('lijst_bestand', args=[lijst])}{vraag}", {"formaat": formaat})


VERWACHT = {
    "afspraken": ["De Linde", "Leerplekken in de zorg", 2],
    "dubbelen": [f"Rahel {FORMULE}", "Hilversum", "zelfde naam, zelfde geboortejaar"],
    "nazorg": [f"Rahel {FORMULE}", "De Linde", date(2026, 8, 20), 3],
    "overdrachten": ["Aangeboden", "Huizen", "Wacht op antwoord"],
    "taken": [OP, "Bellen", f"Rahel {FORMULE}"],
    "verwijzingen": [f"Rahel {FORMULE}", "Gevraagd", OP],
    "werkgevers": ["De Linde", 1, 2, 0],
}


@pytest.mark.parametrize("lijst", LIJSTEN)
@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_every_list_is_a_spreadsheet_with_what_the_page_shows(als, gevuld, lijst, formaat):
    koppen, *rijen = lees(haal(als("klantmanager"), lijst, formaat))

    assert all(koppen)
    assert any(all(waarde in rij for waarde in VERWACHT[lijst]) for rij in rijen), rijen


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_a_stranger_gets_the_list_without_a_single_row(als, gevuld, lijst):
    assert len(lees(haal(als("vreemde_verbinder"), lijst))) == 1


@pytest.mark.parametrize(
    "lijst", sorted(set(LIJSTEN) - {"werkgevers", "afspraken", "overdrachten"})
)
def test_another_gemeente_of_the_region_gets_no_row_either(als, gevuld, lijst):
    assert len(lees(haal(als("andere_klantmanager"), lijst))) == 1


@pytest.mark.parametrize("rol", ["directieoverleg", "controller", "gemeente_cijfers"])
def test_who_opens_no_dossiers_gets_no_list(als, gevuld, rol):
    assert haal(als(rol), "taken").status_code == 403


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_every_file_is_in_the_log(als, mensen, gevuld, lijst):
    haal(als("klantmanager"), lijst)

    with scope(mensen.privacy_officer):
        regels = Logregel.objects.filter(handeling="lijst.uitvoer")
        assert {regel.gegevens["lijst"] for regel in regels} == {lijst}
        assert "Rahel" not in str([regel.gegevens for regel in regels])


def test_the_filter_of_the_page_holds_for_the_file(als, mensen, gevuld):
    with scope(mensen.klantmanager) as door:
        maak_afspraak(
            werkgever=maak_werkgever(regio=regio(), naam="Bakkerij", door=door),
            omschrijving="Twee bakkers",
            plaatsen=2,
            afgesproken_op=OP,
            actielijn=Actielijn.objects.get(pk=2),
            op=OP,
            door=door,
        )
    client = als("klantmanager")

    assert [rij[0] for rij in lees(haal(client, "werkgevers", vraag="?naam=linde"))[1:]] == [
        "De Linde"
    ]
    assert [rij[0] for rij in lees(haal(client, "afspraken", vraag="?naam=bakker"))[1:]] == [
        "Bakkerij"
    ]
    assert len(lees(haal(client, "verwijzingen", vraag="?stand=afgerond"))) == 1


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_another_format_and_an_empty_list_break_nothing(als, mensen, lijst):
    client = als("klantmanager")

    assert haal(client, lijst, "exe").status_code == 400
    assert len(lees(haal(client, lijst))) == 1


def test_a_list_that_is_not_there_is_not_found(als, mensen):
    assert haal(als("klantmanager"), "onzin").status_code == 404


@pytest.mark.parametrize("naam", ["\x00", "é" * 5_000, "%_\\"])
def test_odd_text_in_the_name_of_an_employer_breaks_nothing(als, mensen, naam):
    assert als("klantmanager").get(reverse("werkgevers"), {"naam": naam}).status_code == 200


@pytest.mark.parametrize("naam", ["nazorglijst", "verwijzingenlijst"])
def test_the_lists_of_the_region_show_who_is_in_sight(als, gevuld, naam):
    assert FORMULE in als("verbinder").get(reverse(naam)).content.decode()
    assert FORMULE not in als("andere_klantmanager").get(reverse(naam)).content.decode()


LANGE_LIJSTEN = {
    "nazorg": ("nazorglijst", "statushouders.web.overzichten.MEESTE"),
    "verwijzingen": ("verwijzingenlijst", "statushouders.web.overzichten.MEESTE"),
    "werkgevers": ("werkgevers", "statushouders.web.werkgeverslijst.MEESTE"),
    "overdrachten": ("overdrachten", "statushouders.web.overdrachten.MEESTE"),
}


@pytest.fixture
def twee_van_alles(mensen, gevuld):
    with scope(mensen.klantmanager) as door:
        ander = maak_persoon(door, achternaam="Tesfaye", contactpersoon=mensen.klantmanager)
        verwijs(statushouder=ander, soort="werkcentrum", gevraagd_op=OP, op=OP, door=door)
        gegevens = {"soort": "betaald_werk", "werkgever": "De Eik", "op": OP, "door": door}
        plaats(statushouder=ander, begindatum=date(2026, 8, 20), **gegevens)
    gevallen.een_overdracht(mensen)


@pytest.mark.parametrize("lijst", LANGE_LIJSTEN)
def test_a_page_that_shows_the_beginning_says_so_and_the_file_has_all(
    mensen, als, monkeypatch, twee_van_alles, lijst
):
    client = als("klantmanager")
    pagina, grens = LANGE_LIJSTEN[lijst]
    assert "Hier staan de eerste" not in client.get(reverse(pagina)).text

    monkeypatch.setattr(grens, 1)

    assert "Hier staan de eerste 1." in client.get(reverse(pagina)).text
    assert len(lees(haal(client, lijst))) == 3


def test_the_start_page_never_says_fewer_tasks_than_there_are(mensen, als, monkeypatch, gevuld):
    with scope(mensen.klantmanager) as door:
        for _ in range(3):
            maak_actie(
                statushouder=gevuld, volgende_stap="Mail", volgende_datum=OP, op=OP, door=door
            )
    monkeypatch.setattr("statushouders.web.start.MEESTE_TAKEN", 4)
    client = als("klantmanager")

    assert "Te laat en vandaag (4 of meer)" in client.get("/").text
    assert "Te laat en vandaag (5)" in client.get(reverse("taken")).text


def test_what_waits_for_an_answer_stands_before_what_was_answered(mensen, als, monkeypatch, gevuld):
    monkeypatch.setattr("statushouders.web.overdrachten.MEESTE", 1)
    nieuwer = gevallen.een_overdracht(mensen)
    with scope(mensen.klantmanager) as door:
        trek_overdracht_in(
            overdracht=Overdracht.objects.get(**nieuwer), nu=timezone.now(), door=door
        )

    assert "Wacht op de andere gemeente (1)" in als("klantmanager").get("/overdrachten/").text
