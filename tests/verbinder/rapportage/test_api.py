"""The API of figures: what was published, to who may read it, and the same as in the files."""

import csv
import io
import json
from decimal import Decimal

import pytest
from drf_spectacular.validation import validate_schema

from regio.models import Handeling, Logregel, Rol
from regio.rijrechten import zet_bereik
from regio.toegang import Bereik
from tests.mensen import log_in, maak_gebruiker
from tests.verbinder.rapportage.conftest import DOOR, NU
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage import services
from verbinder.rapportage.models import Bestand

pytestmark = pytest.mark.django_db
PUBLICATIES = "/api/v1/publicaties"
VERSIE = f"{PUBLICATIES}/AM12/2026-1/1"


def alle(klant, adres: str) -> list[dict]:
    """The rows of every page."""
    rijen = []
    while adres:
        antwoord = klant.get(adres)
        assert antwoord.status_code == 200, antwoord.content
        inhoud = antwoord.json()
        rijen += inhoud["results"]
        adres = inhoud["next"]
    return rijen


def test_the_cells_are_those_of_the_file_in_the_same_order(als, vastgesteld):
    klant = als("directieoverleg")
    bestand = Bestand.objects.filter(versie=vastgesteld, soort="cijfers.csv").latest("uitgave")
    uit_bestand = csv.DictReader(io.StringIO(bytes(bestand.inhoud).decode()), delimiter=";")

    cellen = alle(klant, f"{VERSIE}/cijfers?aantalPerPagina=500")

    plaats = ("indicator", "uitsplitsing", "categorie", "eenheid", "weergave")
    assert [[cel[k] for k in plaats] for cel in cellen] == [
        [rij[k] for k in plaats] for rij in uit_bestand
    ]
    assert len(cellen) > 100


def test_a_number_in_a_cell_is_the_number_that_people_read(als, verstuurd):
    for cel in alle(als("directieoverleg"), f"{VERSIE}/cijfers?indicator=A1"):
        if cel["status"] == "getal":
            assert Decimal(str(cel["getal"])) % 5 == 0
            assert cel["weergave"].replace(".", "") == str(int(cel["getal"]))
        else:
            assert (cel["getal"], cel["teller"], cel["noemer"]) == (None, None, None)


def test_also_the_verbinder_reads_the_audited_figures_here_and_nothing_before_they_are_sent(
    als, versie
):
    klant = als("verbinder")

    assert klant.get(PUBLICATIES).json()["results"] == []
    assert klant.get(VERSIE).status_code == 404
    assert klant.get(f"{VERSIE}/cijfers").status_code == 404


@pytest.mark.parametrize("rol", ["verbinder", "directieoverleg", "klantmanager"])
def test_every_reader_gets_the_same(als, verstuurd, rol):
    klant = als(rol)
    (rij,) = klant.get(f"{PUBLICATIES}?arbeidsmarktregio=AM12&halfjaar=2026-1").json()["results"]

    assert (rij["arbeidsmarktregio"], rij["halfjaar"], rij["versie"]) == ("AM12", "2026-1", 1)
    assert (rij["status"], rij["vastgesteldOp"], rij["vingerafdruk"]) == ("concept", None, None)
    assert alle(klant, f"{VERSIE}/cijfers?aantalPerPagina=500") == alle(
        als("directieoverleg"), f"{VERSIE}/cijfers?aantalPerPagina=500"
    )


def test_an_adopted_version_says_when_and_carries_its_fingerprint(als, vastgesteld):
    inhoud = als("directieoverleg").get(VERSIE).json()

    assert inhoud["status"] == "vastgesteld"
    assert inhoud["vastgesteldOp"] == "2026-06-30"
    assert inhoud["vingerafdruk"] == vastgesteld.vaststelling.sha256
    assert {a["gemeente"] for a in inhoud["aanlevering"] if a["aangeleverd"]} >= {"GM0402"}
    assert "A3" in {d["code"] for d in inhoud["definities"]}


def test_a_version_that_was_taken_back_says_so(als, verstuurd):
    services.trek_versie_in(versie=verstuurd, reden="Een gemeente ontbrak", nu=NU, door=DOOR)

    (rij,) = als("directieoverleg").get(PUBLICATIES).json()["results"]

    assert (rij["status"], rij["ingetrokkenOmdat"]) == ("ingetrokken", "Een gemeente ontbrak")


def test_a_reader_of_another_region_finds_nothing(db, verstuurd, client):
    log_in(client, maak_gebruiker("elders", Rol.DIRECTIEOVERLEG, "AM13"))

    assert client.get(PUBLICATIES).json()["results"] == []
    assert client.get(VERSIE).status_code == 404
    assert client.get(f"{VERSIE}/cijfers").status_code == 404


def test_who_is_not_logged_in_gets_no_figure(client, verstuurd):
    for adres in (PUBLICATIES, VERSIE, f"{VERSIE}/cijfers", "/api/v1/indicatoren"):
        assert client.get(adres).status_code in (401, 403)


def test_each_look_at_figures_is_logged(als, verstuurd):
    als("directieoverleg").get(f"{VERSIE}/cijfers")

    zet_bereik(Bereik(logregios=frozenset({verstuurd.rapportage.regio_id})))
    regel = Logregel.objects.get(handeling=Handeling.RAPPORT_GEDOWNLOAD)
    assert regel.gegevens["bestand"] == "api"


@pytest.mark.parametrize(
    ("adres", "status", "zegt"),
    [
        (f"{PUBLICATIES}?regio=AM12", 400, "Onbekende parameter: regio"),
        (f"{VERSIE}?indicator=A3", 400, "Onbekende parameter: indicator"),
        (f"{VERSIE}/cijfers?pagina=9999", 404, "Op dit adres staat niets"),
        (f"{PUBLICATIES}?halfjaar=%00", 400, "teken"),
        (f"{PUBLICATIES}/AM12/2026-9/1", 404, "Op dit adres staat niets"),
        (f"{PUBLICATIES}/AM12/2026-1/99999999999999999999", 404, "Op dit adres staat niets"),
    ],
)
def test_a_wrong_question_gets_a_sentence(als, verstuurd, adres, status, zegt):
    antwoord = als("directieoverleg").get(adres)

    assert antwoord.status_code == status
    assert zegt in antwoord.json()["detail"]


def test_every_indicator_is_there_with_its_definition(als):
    rijen = als("directieoverleg").get("/api/v1/indicatoren").json()

    assert {rij["code"]: rij["definitie"] for rij in rijen} == {
        code: indicator.definitie for code, indicator in INDICATOREN.items()
    }


def test_the_description_names_the_figures_and_keeps_its_promises(als, verstuurd):
    klant = als("directieoverleg")
    beschrijving = json.loads(klant.get("/api/v1/openapi.json").content)
    validate_schema(beschrijving)
    schemas = beschrijving["components"]["schemas"]

    assert {pad for pad in beschrijving["paths"] if "publicaties" in pad} == {
        "/publicaties",
        "/publicaties/{code}/{halfjaar}/{nummer}",
        "/publicaties/{code}/{halfjaar}/{nummer}/cijfers",
    }
    for antwoord, naam in (
        (klant.get(VERSIE).json(), "EnkelePublicatie"),
        (klant.get(PUBLICATIES).json()["results"][0], "Publicatie"),
        (klant.get(f"{VERSIE}/cijfers").json()["results"][0], "Cijfer"),
        (klant.get("/api/v1/indicatoren").json()[0], "Indicator"),
    ):
        assert set(antwoord) == set(schemas[naam]["properties"])
