"""A gemeente's own list: columns guessed, corrected, remembered, and read in by the same import."""

import io
from datetime import date

import pytest
import time_machine
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from statushouders.models import (
    KlaargezetBestand,
    Kolomindeling,
    Plaatsing,
    Statushouder,
    Traject,
    Verblijf,
)
from tests.statushouders.hulp import scope
from tests.statushouders.test_paginas import fouten, velden

pytestmark = pytest.mark.django_db

KOPPEN = [
    "Klantnr.",
    "Roepnaam",
    "Achternaam",
    "Geb. jaar",
    "Wet inburgering",
    "Woonplaats",
    "Aanmelddatum",
    "Soort traject",
    "Start traject",
    "Bedrijf",
    "In dienst sinds",
    "Lievelingskleur",
]
RAHEL = ["K1", "Rahel", "Gebremedhin", 1994, "Wi2021", "Hilversum", date(2026, 5, 4), "Startbaan",
         date(2026, 6, 1), "Bakker Bos", date(2026, 7, 1), "blauw"]  # fmt: skip
OMAR = ["K2", "Omar", "Aziz", 1988, "wi2013", "Hilversum", date(2026, 3, 2), None, None, None, None,
        "groen"]  # fmt: skip
# The second traject of the first person.
NOG_EEN = ["K1", "Rahel", "Gebremedhin", 1994, "Wi2021", None, date(2026, 5, 4), "Taalstage",
           date(2026, 8, 1), None, None, None]  # fmt: skip


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


def lijst(*rijen, koppen=KOPPEN, naam="Caseload.xlsx") -> SimpleUploadedFile:
    doel = io.BytesIO()
    with xlsxwriter.Workbook(doel, {"default_date_format": "dd-mm-yyyy"}) as boek:
        blad = boek.add_worksheet("Blad1")
        blad.write_row(0, 0, ["Caseload Hilversum"])
        blad.write_row(2, 0, koppen)
        for nummer, rij in enumerate(rijen, start=3):
            for plek, cel in enumerate(rij):
                if isinstance(cel, date):
                    blad.write_datetime(nummer, plek, cel)
                elif cel is not None:
                    blad.write(nummer, plek, cel)
    return SimpleUploadedFile(naam, doel.getvalue())


@pytest.fixture
def klant(als):
    return als("klantmanager")


def upload(klant, bestand):
    adres = reverse("inlezen")
    return klant.post(adres, {**velden(klant.get(adres)), "bestand": bestand})


def naar_controle(klant, bestand, **anders):
    """Upload, accept what is guessed (but for `anders`), and go on to the preview."""
    kolommen = upload(klant, bestand).url
    antwoord = klant.post(kolommen, {**velden(klant.get(kolommen)), **anders})
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    return antwoord.url


def lees_in(klant, bestand, **anders):
    controle = naar_controle(klant, bestand, **anders)
    gezien = klant.get(controle)
    sleutel = gezien.content.decode().split('name="formulier_sleutel" value="')[1].split('"')[0]
    return gezien, klant.post(controle, {"formulier_sleutel": sleutel})


def test_the_columns_are_guessed_with_examples(klant):
    pagina = klant.get(upload(klant, lijst(RAHEL, OMAR)).url)

    form = pagina.context["form"]
    assert [veld.value() for veld in form.van_de_lijst] == [
        "statushouders.kenmerk",
        "statushouders.voornaam",
        "statushouders.achternaam",
        "statushouders.geboortejaar",
        "statushouders.wet",
        "verblijf.gemeente",
        "statushouders.aangemeld_op",
        "trajecten.soort",
        "trajecten.begindatum",
        "plaatsingen.werkgever",
        "plaatsingen.begindatum",
        "",
    ]
    assert "Bijvoorbeeld: Rahel; Omar" in pagina.content.decode()


def test_the_list_is_read_in_by_the_same_import(klant, mensen):
    gezien, klaar = lees_in(klant, lijst(RAHEL, OMAR, NOG_EEN))

    assert not gezien.context["uitkomst"].fouten
    assert klaar.status_code == 302
    with scope(mensen.klantmanager):
        assert Statushouder.objects.count() == 2
        omar = Statushouder.objects.get(naam__voornaam="Omar")
        assert (omar.wet, omar.doelgroep) == ("wi2013", "asielstatushouder")
        assert list(Verblijf.objects.values_list("van", flat=True).order_by("van")) == [
            date(2026, 3, 2),
            date(2026, 5, 4),
        ]
        assert list(
            Traject.objects.values_list("referentie", "soort__code").order_by("referentie")
        ) == [("K1-T1", "startbaan"), ("K1-T2", "taalstage")]
        plaatsing = Plaatsing.objects.get()
        assert (plaatsing.werkgever.naam, plaatsing.soort) == ("Bakker Bos", "betaald_werk")


def test_the_same_list_twice_changes_nothing(klant):
    lees_in(klant, lijst(RAHEL, OMAR))

    gezien, _ = lees_in(klant, lijst(RAHEL, OMAR))

    assert gezien.context["te_schrijven"] == 0


def test_what_the_user_corrects_is_remembered_for_the_deliverer(klant, als, mensen):
    koppen = [*KOPPEN[:-1], "Wat wil je"]
    naar_controle(klant, lijst(RAHEL, koppen=koppen), kolom_11="statushouders.opleidingsniveau")

    form = klant.get(upload(klant, lijst(RAHEL, koppen=koppen)).url).context["form"]
    assert form["kolom_11"].value() == "statushouders.opleidingsniveau"
    with scope(mensen.klantmanager):
        assert Kolomindeling.objects.filter(leverancier="GM0402").count() == len(koppen)
    with scope(mensen.andere_klantmanager):
        assert not Kolomindeling.objects.exists()


def test_a_fault_names_the_row_of_the_list(klant, mensen):
    fout = [*RAHEL]
    fout[3] = "onbekend"

    gezien = klant.get(naar_controle(klant, lijst(OMAR, fout)))

    [melding] = gezien.context["uitkomst"].fouten
    assert (melding.rij, melding.kolom, melding.waarde) == (5, "geboortejaar", "onbekend")
    with scope(mensen.klantmanager):
        assert not Statushouder.objects.exists()


def test_two_columns_are_never_one_and_the_kenmerk_is_needed(klant):
    kolommen = upload(klant, lijst(RAHEL)).url
    gevuld = velden(klant.get(kolommen))

    dubbel = klant.post(kolommen, {**gevuld, "kolom_11": "statushouders.voornaam"})
    assert "kolom_11" in fouten(dubbel)
    zonder = klant.post(kolommen, {**gevuld, "kolom_0": ""})
    assert "klantnummer" in fouten(zonder)["__all__"][0]


@pytest.mark.parametrize("kop", ["<script>alert(1)</script>", "=1+1", "\u202eKop"])
def test_a_strange_header_is_only_text(klant, kop):
    pagina = klant.get(upload(klant, lijst([*RAHEL[:-1], kop], koppen=[*KOPPEN[:-1], kop])).url)

    assert pagina.status_code == 200
    assert "<script>alert" not in pagina.content.decode()


def test_a_list_of_a_stranger_is_not_found(klant, als):
    kolommen = upload(klant, lijst(RAHEL)).url

    assert als("verbinder").get(kolommen).status_code == 404


def test_a_csv_list_works_too(klant):
    inhoud = "Klantnr;Geboortejaar;Woonplaats\nK1;1994;Hilversum\nK2;1988;Hilversum\n"
    bestand = SimpleUploadedFile("onze mensen.csv", inhoud.encode())

    gezien, klaar = lees_in(klant, bestand)

    assert not gezien.context["uitkomst"].fouten
    assert klaar.status_code == 302


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b'kenmerk;voornaam\r\nK1;"Ali\r\nK2;Omar', "niet goed afgesloten"),
        (b"kenmerk;voornaam\r\nK1;" + b"x" * 200_000, "te lang"),
        (b";".join([b"kop"] * 100) + b"\r\n" + b";".join([b"x"] * 100), "kolommen"),
        (b"kenmerk;voornaam\r\nK1;\x81\x8d", "niet te lezen"),
        (b" \r\n", "leeg"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(klant, inhoud, zin):
    antwoord = upload(klant, SimpleUploadedFile("caseload.csv", inhoud))

    assert antwoord.status_code == 422
    assert zin in str(fouten(antwoord))
    assert not KlaargezetBestand.objects.exists()


def test_a_file_without_any_list_is_told_which_sheets_are_known(klant):
    controle = upload(klant, lijst(koppen=["Een kop alleen"]))

    assert controle.status_code == 302
    pagina = klant.get(controle.url).content.decode()
    assert "In dit bestand staat geen enkel blad dat we kennen." in pagina
