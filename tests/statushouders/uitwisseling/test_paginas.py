"""The pages of reading in: upload, preview, decide, done."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from regio.inzendingen import VELD, nieuwe_sleutel
from regio.models import Handeling, Logregel
from statushouders.models import Kenmerk, KlaargezetBestand, Levering, Statushouder
from tests.statushouders.uitwisseling.test_aanleveraar import van_hilversum
from tests.statushouders.uitwisseling.werkmappen import als_xlsx, goed, zet

pytestmark = pytest.mark.django_db


def upload(client, gebruiker, inhoud, *, voor="AM12", naam="aanlevering.xlsx"):
    return client.post(
        reverse("inlezen"),
        {
            VELD: nieuwe_sleutel(gebruiker),
            "voor": voor,
            "bestand": SimpleUploadedFile(naam, inhoud),
        },
    )


def bevestig(client, gebruiker, adres):
    return client.post(adres, {VELD: nieuwe_sleutel(gebruiker)})


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def test_a_verbinder_uploads_looks_decides_and_is_done(als, mensen, kijk):
    client = als("verbinder")

    na_upload = upload(client, mensen.verbinder, als_xlsx(goed()))
    assert na_upload.status_code == 302
    controle = client.get(na_upload.url)
    with kijk():
        assert not Statushouder.objects.exists()
    klaar = bevestig(client, mensen.verbinder, na_upload.url)

    assert "15 rijen opslaan" in tekst(controle)
    assert "Yusuf, Demir, 1990, Man" in tekst(controle)
    assert klaar.status_code == 302
    assert "De gegevens zijn opgeslagen" in tekst(client.get(klaar.url))
    levering = Levering.objects.get()
    assert (levering.door, levering.leverancier) == (mensen.verbinder, "AM12")


def test_the_bytes_are_gone_when_they_are_read_in(als, mensen, kijk):
    client = als("verbinder")
    adres = upload(client, mensen.verbinder, als_xlsx(goed())).url
    bevestig(client, mensen.verbinder, adres)

    antwoord = client.get(adres)

    assert antwoord.url.endswith("/klaar/")
    assert client.get(adres.rstrip("/") + "/meldingen/xlsx/").status_code == 404


def test_a_second_word_of_the_same_user_reads_in_once(als, mensen, kijk):
    client = als("verbinder")
    adres = upload(client, mensen.verbinder, als_xlsx(goed())).url

    eerste = bevestig(client, mensen.verbinder, adres)
    tweede = bevestig(client, mensen.verbinder, adres)

    assert eerste.url == tweede.url
    assert Levering.objects.count() == 1


def test_a_klantmanager_delivers_for_the_own_gemeente(als, mensen, kijk):
    client = als("klantmanager")
    adres = upload(client, mensen.klantmanager, als_xlsx(van_hilversum()), voor="GM0402").url
    bevestig(client, mensen.klantmanager, adres)

    with kijk():
        assert Kenmerk.objects.get().leverancier == "GM0402"


@pytest.mark.parametrize("voor", ["AM12", "GM0406", "GM9999", ""])
def test_a_klantmanager_delivers_for_nobody_else(als, mensen, voor):
    antwoord = upload(als("klantmanager"), mensen.klantmanager, als_xlsx(goed()), voor=voor)

    assert antwoord.status_code == 422
    assert not KlaargezetBestand.objects.exists()


def test_faults_are_shown_with_their_place_and_there_is_no_button(als, mensen, kijk):
    client = als("verbinder")
    bladen = zet(goed(), "statushouders", 2, wet="wi2022")
    zet(bladen, "verblijf", 4, gemeente="Ergenshuizen", schoenmaat=43)
    adres = upload(client, mensen.verbinder, als_xlsx(bladen)).url

    pagina = tekst(client.get(adres))

    assert "2 fouten gevonden" in pagina
    assert "Fout: Het bestand klopt niet" in pagina
    assert "blad verblijf, kolom schoenmaat" in pagina
    assert "opslaan" not in pagina.split("<main")[1].split("Er is niets opgeslagen")[1]
    assert bevestig(client, mensen.verbinder, adres).status_code == 422
    with kijk():
        assert not Statushouder.objects.exists()


def test_changed_cells_show_old_and_new_and_are_logged(als, mensen, kijk):
    client = als("verbinder")
    bevestig(client, mensen.verbinder, upload(client, mensen.verbinder, als_xlsx(goed())).url)
    bladen = zet(goed(), "statushouders", 2, taalniveau="b1", opleidingsniveau="-")
    zet(bladen, "trajecten", 2, actielijn=2, einddatum="2024-02-15")
    adres = upload(client, mensen.verbinder, als_xlsx(bladen)).url

    pagina = tekst(client.get(adres))

    assert "taalniveau: <del>A2</del>" in pagina
    assert "<ins>B1</ins>" in pagina
    assert "opleidingsniveau: <del>Hoog</del>" in pagina
    assert "einddatum: <del>1 feb 2024</del>" in pagina
    assert "actielijn: <del>3 Regionale aanpak</del>" in pagina
    with kijk():
        gezien = Logregel.objects.filter(handeling=Handeling.LIJST_GEOPEND)
        assert [regel.gegevens["pagina"] for regel in gezien] == ["inlezen_controle"]


def test_meldingen_can_be_downloaded(als, mensen):
    client = als("verbinder")
    bladen = zet(goed(), "statushouders", 2, wet='=HYPERLINK("http://x")')
    adres = upload(client, mensen.verbinder, als_xlsx(bladen)).url

    antwoord = client.get(f"{adres}meldingen/xlsx/")

    blad = openpyxl.load_workbook(io.BytesIO(antwoord.content)).active
    rijen = list(blad.iter_rows(values_only=True))
    assert rijen[0][:4] == ("soort", "blad", "rij", "kolom")
    assert rijen[1][:4] == ("fout", "statushouders", 2, "wet")
    assert antwoord["Content-Disposition"] == 'attachment; filename="meldingen.xlsx"'


def test_a_file_that_is_no_workbook_is_refused_at_the_field(als, mensen):
    antwoord = upload(als("verbinder"), mensen.verbinder, b"%PDF-1.7 ...", naam="x.pdf")

    assert antwoord.status_code == 422
    assert "Dit is geen werkblad." in tekst(antwoord)
    assert not KlaargezetBestand.objects.exists()


def test_a_file_that_is_too_large_is_refused_at_the_field(als, mensen, settings):
    antwoord = upload(als("verbinder"), mensen.verbinder, b"a" * (6 * 1024**2))

    assert antwoord.status_code == 422
    assert "hoogstens 5 MB" in tekst(antwoord)


def test_an_uploaded_file_is_of_its_uploader_alone(als, mensen):
    adres = upload(als("verbinder"), mensen.verbinder, als_xlsx(goed())).url

    for rol in ("klantmanager", "andere_klantmanager", "vreemde_verbinder"):
        assert als(rol).get(adres).status_code == 404
        assert als(rol).get(f"{adres}klaar/").status_code == 404
        assert bevestig(als(rol), getattr(mensen, rol), adres).status_code == 404


def test_a_right_that_ended_meanwhile_ends_the_import(als, mensen, kijk):
    client = als("verbinder")
    adres = upload(client, mensen.verbinder, als_xlsx(goed())).url
    mensen.verbinder.rechten.all().delete()

    assert client.get(adres).status_code == 403
    assert bevestig(client, mensen.verbinder, adres).status_code == 403
    with kijk():
        assert not Statushouder.objects.exists()


def test_a_file_can_be_thrown_away(als, mensen):
    client = als("verbinder")
    adres = upload(client, mensen.verbinder, als_xlsx(goed())).url

    antwoord = client.post(f"{adres}weg/")

    assert antwoord.url == reverse("inlezen")
    assert client.get(adres).status_code == 404


def test_nothing_of_a_name_or_note_stands_in_the_address_or_log(als, mensen, kijk):
    client = als("verbinder")
    adres = upload(client, mensen.verbinder, als_xlsx(goed()), naam="Demir.xlsx").url
    bevestig(client, mensen.verbinder, adres)

    assert "Demir" not in adres
    with kijk():
        geschreven = str(list(Logregel.objects.values()))
    assert "import.gedaan" in geschreven
    assert "Demir" not in geschreven


def test_a_name_that_turns_the_line_around_is_cleaned(als, mensen):
    client = als("verbinder")
    naam = "../../aan\u202exslx.exe\u0007.xlsx"
    adres = upload(client, mensen.verbinder, als_xlsx(goed()), naam=naam).url

    assert "aanxslx.exe.xlsx, voor" in tekst(client.get(adres))


def test_the_page_says_for_whom_one_delivers(als):
    verbinder = tekst(als("verbinder").get(reverse("inlezen")))
    klantmanager = tekst(als("klantmanager").get(reverse("inlezen")))

    assert "De regio Gooi en Vechtstreek, als verbinder" in verbinder
    assert "Gemeente Hilversum" in verbinder
    assert "U levert aan voor: <strong>Gemeente Hilversum</strong>" in klantmanager
    assert "De regio" not in klantmanager


def test_the_template_is_of_a_region_that_one_delivers_for(als):
    goede = als("klantmanager").get(reverse("inlezen_sjabloon", kwargs={"code": "AM12"}))
    vreemde = als("klantmanager").get(reverse("inlezen_sjabloon", kwargs={"code": "AM13"}))

    assert goede.status_code == 200
    assert vreemde.status_code == 404
    boek = openpyxl.load_workbook(io.BytesIO(goede.content))
    assert boek.sheetnames[0] == "uitleg"
