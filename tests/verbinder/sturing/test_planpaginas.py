"""The pages of a plan: what every role reads, what the verbinder writes, and its files."""

import io
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
import time_machine

from regio.models import Logregel, Planversie
from tests.statushouders.hulp import scope
from tests.verbinder.sturing.schrijver import OP, Schrijver
from tests.verstuur import verstuur

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vandaag():
    with time_machine.travel(OP.isoformat(), tick=False):
        yield


@pytest.fixture
def versie(mensen) -> Planversie:
    schrijver = Schrijver(mensen.verbinder)
    versie = schrijver.plan()
    schrijver.doel(versie)
    schrijver.maatregel(versie, partners=["uwv", "uaf"])
    return versie


def adres(versie: Planversie, achter: str = "") -> str:
    return f"/plannen/{versie.plan_id}/{versie.nummer}/{achter}"


def test_a_plan_is_made_and_adopted_by_form(als, mensen):
    klant = als("verbinder")
    Schrijver(mensen.verbinder).overleg()
    antwoord = verstuur(
        klant, "/plannen/AM12/beginnen/", titel="Plan", van="2026-01-01", tot_en_met="2026-12-31"
    )
    versie = Planversie.objects.get()
    assert antwoord.url == adres(versie)
    verstuur(klant, adres(versie, "tekst/"), analyse="Een regel\n\n- een punt", prioriteit="")
    doel = {
        "omschrijving": "Naar werk",
        "indicator": "C3",
        "richting": "minstens",
        "aantal": "60",
        "eenheid": "personen",
        "begindatum": "2026-01-01",
        "einddatum": "2026-12-31",
        "bron": "Besluit",
    }
    verstuur(klant, adres(versie, "doelen/nieuw/"), **doel)
    verstuur(klant, adres(versie, "doelen/D1/"), **{**doel, "aantal": "80"})
    verstuur(klant, adres(versie, "taken/"), taken=["plan"], trekker="regionale verbinder")
    verstuur(klant, adres(versie, "maatregelen/M1/stand/"), stand="klaar", opmerking="")
    overleg = str(versie.plan.regio.overleggen.get().pk)
    verstuur(klant, adres(versie, "vaststellen/"), overleg=overleg, datum="2026-11-20")

    versie.refresh_from_db()
    assert versie.vaststelling.overleg == "Portefeuillehoudersoverleg"
    assert versie.doelen.get().aantal == 80
    lees = klant.get(adres(versie)).content.decode()
    assert '<ul class="punten"><li>' in lees
    assert "0 van 80 = 0 %" in lees


def test_a_goal_without_a_unit_is_refused_beside_its_field(als, versie):
    antwoord = verstuur(
        als("verbinder"),
        adres(versie, "doelen/nieuw/"),
        omschrijving="Naar werk",
        indicator="C3",
        aantal="60",
        eenheid="",
        begindatum="2026-01-01",
        einddatum="2026-12-31",
        bron="Besluit",
    )

    assert antwoord.status_code == 422
    assert "Een doel heeft een eenheid. Kies wat u telt." in antwoord.content.decode()
    assert versie.doelen.count() == 1


@pytest.mark.parametrize(
    "wie", ["klantmanager", "directieoverleg", "controller", "privacy_officer"]
)
def test_a_reader_sees_the_plan_without_live_figures_or_buttons(als, versie, wie):
    lees = als(wie).get(adres(versie)).content.decode()

    assert "Meer mensen naar betaald werk" in lees
    assert " van 60 = " not in lees
    assert "/doelen/nieuw/" not in lees


def test_the_pdf_can_be_read_by_everyone_and_is_accessible(als, mensen, versie):
    antwoord = als("directieoverleg").get(adres(versie, "bestand/pdf/"))

    assert antwoord["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(antwoord.content)) as document:
        assert document.Root.Lang == "nl-NL"
        assert document.Root.MarkInfo.Marked
        assert not document.attachments
    tekst = pypdfium2.PdfDocument(antwoord.content)[0].get_textpage().get_text_bounded()
    assert "Meer mensen naar betaald werk" in " ".join(tekst.split())
    with scope(mensen.privacy_officer):
        assert Logregel.objects.filter(handeling="stuk.gedownload").exists()


def test_the_odt_holds_the_goals_and_the_measures(als, versie):
    antwoord = als("klantmanager").get(adres(versie, "bestand/odt/"))

    inhoud = ZipFile(io.BytesIO(antwoord.content)).read("content.xml").decode()
    assert "Meer mensen naar betaald werk" in inhoud
    assert "UWV, UAF" in inhoud


def test_another_kind_of_file_does_not_exist(als, versie):
    assert als("verbinder").get(adres(versie, "bestand/exe/")).status_code == 404


def test_the_list_asks_no_more_for_more_plans(als, mensen, django_assert_max_num_queries):
    schrijver = Schrijver(mensen.verbinder)
    for jaar in range(8):
        schrijver.plan(titel=f"Plan {jaar}")
    klant = als("verbinder")

    with django_assert_max_num_queries(16):
        assert klant.get("/plannen/").status_code == 200
