"""Bookings from the csv of a financial system: guessed, corrected, all or nothing."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from regio.models import Besteding, Boekvoorstel, KlaargezetteLijst
from regio.rijrechten import zet_bereik
from regio.toegang import Bereik
from regio.uitwisseling.boekingen import raad_kolommen
from regio.uitwisseling.meldingen import Geweigerd
from regio.uitwisseling.tabel import lees_tabel, tekst_van
from tests.regio.sturing.boekhouding import regio
from tests.verbinder.geld.bouw import NU, boek_du, tweede_akkoord_boven
from tests.verstuur import sleutel_op

pytestmark = pytest.mark.django_db

GOED = """Boekstuknummer;Boekdatum;Omschrijving;Bedrag (EUR);Gemeente
F100;05-08-2024;Tolk bij werkgevers;250,50;Hilversum, Huizen
F101;2024-08-06;Zaalhuur;1.100,00;
"""
KEUZES = {"pot": "2023-du", "kostensoort": "activiteit"}


@pytest.fixture(autouse=True)
def nu():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def controller(mensen, als):
    boek_du(mensen)
    return als("controller")


def kijk() -> None:
    zet_bereik(Bereik(geldregios=frozenset({regio().pk})))


def upload(client, inhoud: str | bytes, naam: str = "boekingen.csv"):
    """Send the file; the answer is the preview, or the form with what is wrong."""
    adres = "/geld/AM12/inlezen/"
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    velden = {
        "formulier_sleutel": sleutel_op(client.get(adres)),
        "bestand": SimpleUploadedFile(naam, ruw, "text/csv"),
    }
    return client.post(adres, velden, follow=True)


def stuur(client, pagina, knop: str = "boek", **velden):
    """Send the preview on, with its columns as they stand in it."""
    form = pagina.context["form"]
    kolommen = {
        naam: form.initial.get(naam) or "" for naam in form.fields if naam.startswith("kolom_")
    }
    gegevens = {"formulier_sleutel": sleutel_op(pagina), knop: "1"} | kolommen | KEUZES | velden
    return client.post(pagina.request["PATH_INFO"], gegevens)


def tekst(antwoord) -> str:
    return antwoord.content.decode().replace("\u00a0", " ")


def test_the_columns_are_guessed_and_every_row_is_booked(controller):
    pagina = upload(controller, GOED)
    assert "Kies hierboven waarvoor deze rijen zijn" in tekst(pagina)

    assert stuur(controller, pagina).status_code == 302

    kijk()
    rijen = {b.kenmerk: b for b in Besteding.objects.all()}
    assert (rijen["F100"].bedrag, rijen["F101"].bedrag) == (250.5, 1100)
    assert sorted(d.gemeente.naam for d in rijen["F100"].delen.all()) == ["Hilversum", "Huizen"]
    assert KlaargezetteLijst.objects.get().inhoud == ""


def test_the_same_file_twice_books_nothing_the_second_time(controller):
    for _ in range(2):
        pagina = upload(controller, GOED)
        gekeken = stuur(controller, pagina, "kijk")
        stuur(controller, gekeken)

    kijk()
    assert Besteding.objects.count() == 2


def test_rows_without_a_kenmerk_that_look_just_the_same_are_known_again(controller):
    zonder = "datum;bedrag;omschrijving\n1-8-2024;10;Koffie\n1-8-2024;10;Koffie\n"
    for _ in range(2):
        stuur(controller, upload(controller, zonder))

    kijk()
    assert Besteding.objects.count() == 2


def test_a_wrong_guess_is_corrected(controller):
    verwarrend = "datum;bedrag excl;totaal;tekst\n1-8-2024;10;12,10;Koffie\n"
    pagina = upload(controller, verwarrend)
    assert stuur(controller, pagina, kolom_bedrag="2").status_code == 302

    kijk()
    assert str(Besteding.objects.get().bedrag) == "12.10"


@pytest.mark.parametrize(
    ("rij", "rijnummer", "zin"),
    [
        ("F1;32-08-2024;Zaal;10;", "2", "is geen datum"),
        ("F1;01-08-2024;Zaal;tien;", "2", "is geen bedrag"),
        ("F1;01-08-2024;Zaal;=1+1;", "2", "is geen bedrag"),
        ("F1;01-08-2024;Zaal;-10;", "2", "creditnota"),
        ("F1;01-08-2024;Zaal;10;Amsterdam", "2", "geen gemeente van deze regio"),
        ("F1;01-12-2024;Zaal;10;", "2", "ligt in de toekomst"),
        ("F1;01-08-2024;Zaal;69.000;", "2", "nog € 68.000,00 vrij"),
        ("F1;01-08-2024;Voor 111222333;10;", "2", "een BSN kunnen zijn"),
        ("F1;01-08-2024;;10;", "2", "Omschrijving is niet ingevuld"),
    ],
)
def test_a_fault_names_its_row_and_nothing_is_booked(controller, rij, rijnummer, zin):
    kop, goed = GOED.splitlines()[0], GOED.splitlines()[1]
    pagina = upload(controller, f"{kop}\n{rij}\n{goed}\n")
    antwoord = stuur(controller, pagina)

    assert antwoord.status_code == 200
    assert zin in tekst(antwoord)
    assert f'<th scope="row" class="utrecht-table__cell gewoon">{rijnummer}</th>' in tekst(antwoord)
    kijk()
    assert not Besteding.objects.exists()


def test_rows_that_are_too_much_together_are_refused_at_the_row_that_is_one_too_many(controller):
    veel = "datum;bedrag;omschrijving\n" + "1-8-2024;30000;Deel\n1-8-2024;30000;Deel 2\n" * 1
    pagina = upload(controller, f"{veel}2-8-2024;30000;Deel 3\n")
    antwoord = stuur(controller, pagina)

    assert "nog € 8.000,00 vrij" in tekst(antwoord)
    kijk()
    assert not Besteding.objects.exists()


def test_rows_above_the_amount_wait_for_a_second_controller(controller):
    tweede_akkoord_boven(regio().pk, "1000")
    stuur(controller, upload(controller, GOED))

    kijk()
    assert Besteding.objects.get().kenmerk == "F100"
    assert Boekvoorstel.objects.filter(status="akkoord").count() == 1


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg. Kies een ander bestand"),
        (b"PK\x03\x04rest", "werkmap van Excel"),
        (b"%PDF-1.7", "geen werkblad"),
        (b"a;b\x00c\n1;2\n", "beschadigd"),
        (b"datum;bedrag\n", "geen rijen"),
        (b'datum;bedrag\n"1;2\n', "niet goed afgesloten"),
        (b"datum;bedrag\n" + b"1;2\n" * 401, "meer dan 400 rijen"),
        (b"x" * (1024**2 + 1), "groter dan 1 MB"),
        (b";".join([b"k"] * 61) + b"\n1\n", "meer dan 60 kolommen"),
    ],
)
def test_what_is_no_list_is_refused_in_words(controller, inhoud, zin):
    antwoord = upload(controller, inhoud)

    assert antwoord.status_code == 422
    assert zin in tekst(antwoord)


def test_another_user_does_not_see_the_list(controller, als):
    pagina = upload(controller, GOED)

    assert als("verbinder").get(pagina.request["PATH_INFO"]).status_code == 404


def test_it_can_be_thrown_away(controller):
    pagina = upload(controller, GOED)
    controller.post(f"{pagina.request['PATH_INFO']}weg/")

    assert not KlaargezetteLijst.objects.exists()


def test_text_of_windows_is_read_and_a_prefixed_cell_comes_back_as_it_was():
    tekst_ = tekst_van("a.csv", "omschrijving;bedrag\n'=som;1\nCaf\u00e9;2\n".encode("cp1252"))
    tabel = lees_tabel("a.csv", tekst_, meeste_rijen=10)

    assert [rij.cellen[0] for rij in tabel.rijen] == ["=som", "Café"]
    assert raad_kolommen(tabel) == {"omschrijving": 0, "bedrag": 1}


def test_bytes_that_are_no_text_at_all_are_refused():
    with pytest.raises(Geweigerd):
        tekst_van("a.csv", b"\xff\xfe\x00")
