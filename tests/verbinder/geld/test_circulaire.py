"""The bijdragen of a circulaire for all regions at once: with preview, and never twice."""

from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from regio.models import Arbeidsmarktregio, Bijdrage, Circulairelading
from regio.rijrechten import zet_bereik
from regio.services.jaarafsluiting import sluit_jaar_af
from regio.toegang import Bereik
from tests.regio.sturing.boekhouding import als_controller
from tests.verbinder.geld.bouw import NU
from tests.verstuur import sleutel_op

pytestmark = pytest.mark.django_db

ECHT = Path("regio/gegevens/decentralisatie_uitkeringen.csv")
KOP = "circulaire,jaar_van,jaar_tot,arbeidsmarktregio_code,bedrag_eur,eenheid,status,bron,opmerking"
ADRES = "/beheer/geld/bijdragen/"


@pytest.fixture(autouse=True)
def nu():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def beheerder(als):
    return als("functioneel_beheerder")


def kijk() -> None:
    """See the ledger of every region."""
    alle = frozenset(Arbeidsmarktregio.objects.values_list("pk", flat=True))
    zet_bereik(Bereik(geldregios=alle))


def upload(client, inhoud: str):
    velden = {
        "formulier_sleutel": sleutel_op(client.get(ADRES)),
        "bestand": SimpleUploadedFile("circulaire.csv", inhoud.encode(), "text/csv"),
    }
    return client.post(ADRES, velden, follow=True)


def laad(client, pagina, *, welke=slice(None), datum="2024-06-15"):
    groepen = [keuze for keuze, _ in pagina.context["form"].fields["groepen"].choices][welke]
    velden = {
        "formulier_sleutel": sleutel_op(pagina),
        "datum": datum,
        "groepen": groepen,
    }
    return client.post(pagina.request["PATH_INFO"], velden)


def tekst(antwoord) -> str:
    return antwoord.content.decode().replace("\u00a0", " ")


def test_the_same_bijdrage_is_loaded_for_all_35_regions_with_its_source_and_doubt(beheerder):
    pagina = upload(beheerder, ECHT.read_text(encoding="utf-8"))
    assert "70 bijdragen zijn te laden" in tekst(pagina)
    assert "Dit is een totaal" in tekst(pagina)

    assert laad(beheerder, pagina).status_code == 302

    kijk()
    assert Bijdrage.objects.count() == 70
    assert set(Bijdrage.objects.values_list("bedrag", flat=True)) == {68000}
    assert Bijdrage.objects.filter(herkomstjaar=2024, zekerheid="aangekondigd").count() == 35
    eigen = Bijdrage.objects.get(regio__code="AM12", herkomstjaar=2023)
    # The row of the region itself goes before the row for all of them.
    assert "doorgeschoven naar 2024" in eigen.twijfel
    assert Circulairelading.objects.get().wie == "Functioneel beheerder"


def test_what_stands_there_is_not_loaded_again_whoever_booked_it(beheerder, mensen):
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage("68000")
    inhoud = ECHT.read_text(encoding="utf-8")
    pagina = upload(beheerder, inhoud)
    assert "69 bijdragen zijn te laden" in tekst(pagina)
    laad(beheerder, pagina)

    nog_eens = upload(beheerder, inhoud)

    assert "geen bijdrage die nog geladen kan worden" in tekst(nog_eens)
    kijk()
    assert Bijdrage.objects.count() == 70


def test_another_amount_that_stands_there_is_named_and_left_to_the_controller(beheerder, mensen):
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage("70000")
    pagina = upload(beheerder, f"{KOP}\nseptembercirculaire 2023,2023,,AM12,68000,,vermeld,nota,\n")

    assert "Staat er al met € 70.000,00" in tekst(pagina)


def test_a_closed_year_of_one_region_stops_all_of_it_in_words(beheerder, mensen):
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage("1", kenmerk="eerder", circulaire="eerder")
        sluit_jaar_af(regio=boeken.regio, jaar=2023, rest_blijft=True, **boeken.wie)
    pagina = upload(beheerder, f"{KOP}\nmei 2023,2023,,alle,68000,,vermeld,nota,\n")
    antwoord = laad(beheerder, pagina, datum="2023-06-15")

    assert antwoord.status_code == 422
    assert "Gooi en Vechtstreek: Het jaar 2023 is afgesloten" in tekst(antwoord)
    kijk()
    assert Bijdrage.objects.count() == 1


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ("mei,2023,,AM99,68000,,,nota,", "is geen regio"),
        ("mei,twee,,alle,68000,,,nota,", "is geen jaar"),
        ("mei,2023,2020,alle,68000,,,nota,", "ligt voor het eerste"),
        ("mei,2023,,alle,veel,,,nota,", "is geen bedrag"),
        ("mei,2023,,alle,-1,,,nota,", "hoger dan 0"),
        ("mei,2023,,alle,68000,,,,", "Deze cel is leeg"),
        (
            "mei,2023,,AM12,1,,,nota,\nmei,2023,,AM12,2,,,nota,",
            "staat voor 2023 twee keer in deze circulaire",
        ),
    ],
)
def test_a_fault_names_its_row_and_column_and_nothing_can_be_loaded(beheerder, rij, zin):
    pagina = upload(beheerder, f"{KOP}\n{rij}\n")

    assert zin in tekst(pagina)
    assert "Er is niets geladen" in tekst(pagina)


def test_a_table_without_its_columns_is_told_which(beheerder):
    assert "De kolom bedrag_eur ontbreekt" in tekst(
        upload(beheerder, "circulaire,jaar\nmei,2023\n")
    )


def test_a_future_day_and_no_choice_are_refused(beheerder):
    pagina = upload(beheerder, f"{KOP}\nmei,2024,,AM12,68000,,,nota,\n")

    assert "Kies ten minste een circulaire" in tekst(laad(beheerder, pagina, welke=slice(0)))
    assert "in de toekomst" in tekst(laad(beheerder, pagina, datum="2024-12-31"))
