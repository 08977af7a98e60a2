"""The taakstelling of a gemeente: entered, read in after a look, or estimated and marked so."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from regio.inzendingen import VELD
from regio.models import Gemeente, KlaargezetteLijst, Taakstelling
from regio.services import taakstellingen as diensten
from regio.uitwisseling.taakstellingen import lees_in, lees_lijst
from regio.uitwisseling.tabel import lees_tabel
from tests.regio.sturing.boekhouding import regio
from tests.verbinder.sturing.schrijver import Schrijver
from tests.verstuur import sleutel_op, verstuur

pytestmark = pytest.mark.django_db
LIJST = "gemeente;halfjaar;opgave;gerealiseerd\nHilversum;2026-1;60;41\nGM0406;2026-1;30;\n"


@pytest.fixture
def verbinder(mensen) -> Schrijver:
    return Schrijver(mensen.verbinder)


def zet(schrijver, naam="Hilversum", halfjaar="2026-1", opgave=60):
    return diensten.zet_taakstelling(
        gemeente=Gemeente.objects.get(naam=naam),
        halfjaar=halfjaar,
        opgave=opgave,
        gerealiseerd=None,
        bron="Staatscourant",
        regio=regio(),
        **schrijver.wie,
    )


def schat(schrijver, landelijk=20_000):
    return diensten.schat_taakstellingen(
        regio=regio(), halfjaar="2026-1", landelijk=landelijk, bron="Kamerbrief", **schrijver.wie
    )


def lever_lijst(klant, tekst: str | bytes):
    """Post the file to the page, as a browser does."""
    adres = "/regios/AM12/taakstelling/inlezen/"
    inhoud = tekst if isinstance(tekst, bytes) else tekst.encode()
    return klant.post(
        adres,
        {
            VELD: sleutel_op(klant.get(adres)),
            "bestand": SimpleUploadedFile("lijst.csv", inhoud),
            "bron": "RVO",
        },
    )


def tabel(tekst: str):
    return lees_tabel("lijst.csv", tekst, meeste_rijen=100)


def test_an_estimate_follows_the_inhabitants_and_is_marked(verbinder):
    geschat = {rij.gemeente.naam: rij for rij in schat(verbinder)}
    alle = Gemeente.objects.bestaand_op("2026-01-01")
    samen = sum(alle.values_list("inwoners", flat=True))
    hilversum = Gemeente.objects.get(naam="Hilversum")

    assert all(rij.geschat for rij in geschat.values())
    assert abs(geschat["Hilversum"].opgave - 20_000 * hilversum.inwoners / samen) <= 1
    assert set(geschat) == set(
        Gemeente.objects.in_regio(regio(), op="2026-01-01").values_list("naam", flat=True)
    )


def test_what_was_entered_stays_and_replaces_an_estimate(verbinder):
    schat(verbinder)
    ingevoerd = zet(verbinder, opgave=999)
    schat(verbinder, landelijk=40_000)

    ingevoerd.refresh_from_db()
    assert (ingevoerd.opgave, ingevoerd.geschat) == (999, False)


def test_a_list_is_looked_at_first_and_then_read_in_whole(als, mensen):
    klant = als("verbinder")
    antwoord = lever_lijst(klant, LIJST)
    assert antwoord.status_code == 302
    assert not Taakstelling.objects.exists()
    assert "2 nieuw" in klant.get(antwoord.url).content.decode()

    verstuur(klant, antwoord.url)
    rijen = {
        rij.gemeente.naam: (rij.opgave, rij.gerealiseerd) for rij in Taakstelling.objects.all()
    }
    assert rijen == {"Hilversum": (60, 41), "Huizen": (30, None)}
    assert KlaargezetteLijst.objects.get().inhoud == ""
    assert klant.get(antwoord.url).status_code == 404


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("Utrecht;2026-1;60;", "geen gemeente van deze regio"),
        ("Hilversum;2026-3;60;", "is geen halfjaar"),
        ("Laren;2026-1;-1;", "geen heel getal van 0 of meer"),
        ("Laren;2026-1;1,5;", "geen heel getal van 0 of meer"),
        ("Huizen;2026-1;1;", "staan ook in regel 3"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_nothing_is_saved(verbinder, regel, zin):
    regels = lees_lijst(tabel(LIJST + regel), regio=regio())

    assert [zin in r.fout for r in regels if r.fout] == [True]
    with pytest.raises(ValidationError, match="Regel 4"):
        lees_in(regels=regels, bron="RVO", regio=regio(), **verbinder.wie)
    assert not Taakstelling.objects.exists()


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("\n", "Het bestand is leeg"),
        ("gemeente;halfjaar;opgave\n", "geen rijen onder de koppen"),
        ("naam;aantal\na;1", "Deze kolommen ontbreken: gemeente, halfjaar, opgave."),
        ("%PDF-1.7 gemeente;halfjaar;opgave", "Dit is geen werkblad"),
        ("gemeente;halfjaar\na;1", "De kolom opgave ontbreekt."),
        ('gemeente;halfjaar;opgave\n"Laren;2026-1;1', "niet goed afgesloten"),
        (f"gemeente;halfjaar;opgave\n{'L' * 140_000};2026-1;1", "te lang"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(als, tekst, zin):
    klant = als("verbinder")

    antwoord = lever_lijst(klant, tekst)

    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not KlaargezetteLijst.objects.exists()


def test_a_list_of_an_old_excel_is_read_too(als):
    lijst = f"{LIJST.strip()};\u00e9\u00e9n keer gemeten\n"

    lever_lijst(als("verbinder"), lijst.encode("cp1252"))

    assert KlaargezetteLijst.objects.get().inhoud == lijst


def test_who_only_reads_enters_nothing(mensen):
    with pytest.raises(PermissionDenied):
        zet(Schrijver(mensen.klantmanager))


def test_the_page_says_which_numbers_are_estimated(als, verbinder):
    schat(verbinder)

    assert "geschat" in als("directieoverleg").get("/regios/AM12/taakstelling/").content.decode()
