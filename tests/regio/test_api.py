"""The read-only API of the division of the country: what it says, and how it refuses."""

import json
import re
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from drf_spectacular.validation import validate_schema

from regio.api.schema import API_VERSIE

pytestmark = pytest.mark.django_db
REGIO = "/api/v1/arbeidsmarktregios"
GEMEENTE = "/api/v1/gemeenten"


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def client(als):
    return als("directieoverleg")


def leden(client, op: str) -> set[str]:
    antwoord = client.get(f"{REGIO}/AM12?op={op}").json()
    assert antwoord["op"] == op
    return {lid["naam"] for lid in antwoord["gemeenten"]}


def test_all_regions_are_there_in_one_page(client):
    antwoord = client.get(REGIO).json()

    assert antwoord["count"] == 35
    assert antwoord["next"] is None
    namen = {regio["code"]: regio["naam"] for regio in antwoord["results"]}
    assert namen["AM12"] == "Gooi en Vechtstreek"


def test_weesp_belongs_to_the_region_until_the_day_before_it_joined_amsterdam(client):
    assert "Weesp" in leden(client, "2022-03-23")
    assert "Weesp" not in leden(client, "2022-03-24")


def test_wijdemeren_is_gone_from_the_day_of_the_planned_merger(client):
    assert "Wijdemeren" in leden(client, "2026-12-31")
    assert "Wijdemeren" not in leden(client, "2027-01-01")


def test_without_a_day_it_is_the_division_of_today(client):
    antwoord = client.get(f"{REGIO}/AM12").json()

    assert antwoord["op"] == "2026-11-20"
    assert antwoord["centrumgemeente"] == "GM0402"


def test_gemeenten_are_those_of_a_day_or_all_that_ever_were(client):
    aantal = {
        vraag: client.get(f"{GEMEENTE}?aantalPerPagina=500{vraag}").json()["count"]
        for vraag in ("", "&op=2026-06-30", "&op=2021-06-30")
    }
    assert aantal == {"": 360, "&op=2026-06-30": 342, "&op=2021-06-30": 352}


def test_a_gemeente_that_ended_names_its_successor_and_last_day(client):
    weesp = client.get(f"{GEMEENTE}/GM0457").json()
    assert (weesp["laatsteDag"], weesp["opvolger"]) == ("2022-03-23", "GM0363")


def test_pages_follow_each_other_without_a_gap(client):
    codes, adres = [], f"{GEMEENTE}?aantalPerPagina=120"
    while adres:
        antwoord = client.get(adres).json()
        codes += [rij["code"] for rij in antwoord["results"]]
        adres = antwoord["next"]
    assert len(codes) == len(set(codes)) == 360
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("adres", "status", "zegt"),
    [
        (f"{REGIO}/AM12?op=31-12-2026", 400, "geen datum"),
        (f"{REGIO}/AM12?dag=2026-12-31", 400, "Onbekende parameter: dag"),
        (f"{REGIO}?op=2026-12-31", 400, "Onbekende parameter: op"),
        (f"{GEMEENTE}/GM0402?op=2026-12-31", 400, "Onbekende parameter: op"),
        (f"{REGIO}/AM99", 404, "Op dit adres staat niets"),
        (f"{GEMEENTE}?pagina=9999", 404, "Op dit adres staat niets"),
    ],
)
def test_a_wrong_question_is_answered_with_the_problem_and_what_to_do(client, adres, status, zegt):
    antwoord = client.get(adres)

    assert antwoord.status_code == status
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert zegt in antwoord.json()["detail"]


@pytest.mark.parametrize("handeling", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client, handeling):
    antwoord = getattr(client, handeling)(f"{REGIO}/AM12", "{}", content_type="application/json")
    assert antwoord.status_code == 405
    assert "alleen om te lezen" in antwoord.json()["detail"]


def test_every_answer_names_the_version_of_the_api(client):
    for adres in (REGIO, f"{REGIO}/AM99", "/api/v1/openapi.json"):
        assert client.get(adres).headers["API-Version"] == API_VERSIE


def test_a_region_takes_the_same_queries_however_many_gemeenten(client):
    client.get(REGIO)  # The first visit of a session asks a little more.
    gesteld = []
    for code, minstens in (("AM12", 7), ("AM36", 12)):
        with CaptureQueriesContext(connection) as vragen:
            assert len(client.get(f"{REGIO}/{code}").json()["gemeenten"]) >= minstens
        gesteld.append(len(vragen))
    assert gesteld[0] == gesteld[1]


def test_the_description_is_valid_and_open_to_every_origin(client):
    client.logout()
    antwoord = client.get("/api/v1/openapi.json")
    beschrijving = json.loads(antwoord.content)

    validate_schema(beschrijving)
    assert beschrijving["openapi"].startswith("3.1")
    assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
    assert set(beschrijving["paths"]) >= {
        "/arbeidsmarktregios",
        "/arbeidsmarktregios/{code}",
        "/gemeenten",
        "/gemeenten/{code}",
    }


def test_the_answers_hold_what_the_description_promises(client):
    beschrijving = client.get("/api/v1/openapi.json").json()
    schemas = beschrijving["components"]["schemas"]
    for adres, naam in (
        (f"{REGIO}/AM12", "RegioMetGemeenten"),
        (f"{GEMEENTE}/GM0402", "Gemeente"),
    ):
        assert set(client.get(adres).json()) == set(schemas[naam]["properties"])


def test_the_api_of_the_division_knows_no_person_and_no_figure():
    api = Path(__file__).resolve().parents[2] / "regio" / "api"
    bron = "".join(pad.read_text() for pad in api.glob("*.py"))
    assert not re.search(r"import.*(statushouders|verbinder)\b", bron)
