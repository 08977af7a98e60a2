"""`manage.py importeer`: what it prints and how it ends; it needs nothing but reference data."""

import io
import json

import pytest
from django.core.management import call_command

from regio.models import Gebruiker, Logregel
from statushouders.models import Levering, Statushouder
from statushouders.uitwisseling.bladen import BLADEN
from tests.statushouders.uitwisseling.werkmappen import als_xlsx, goed, zet

pytestmark = pytest.mark.django_db


@pytest.fixture
def werkmap(tmp_path):
    """`werkmap(bladen)`: the path of a file with these sheets."""

    def maak(bladen, naam="aanlevering.xlsx"):
        (tmp_path / naam).write_bytes(als_xlsx(bladen))
        return str(tmp_path / naam)

    return maak


def importeer(*argumenten, **opties):
    """Exit code, standard output and standard error."""
    uit, fout = io.StringIO(), io.StringIO()
    try:
        call_command("importeer", *argumenten, stdout=uit, stderr=fout, **opties)
    except SystemExit as einde:
        return einde.code, uit.getvalue(), fout.getvalue()
    return 0, uit.getvalue(), fout.getvalue()


def test_a_good_workbook_gives_a_summary_per_sheet(werkmap, kijk):
    assert not Gebruiker.objects.exists()

    code, uit, fout = importeer(werkmap(goed()), "--regio", "AM12")

    assert (code, fout) == (0, "")
    assert uit.splitlines()[0] == "statushouders: 2 nieuw, 0 gewijzigd, 0 ongewijzigd"
    assert [regel.split(":")[0] for regel in uit.splitlines()[:6]] == list(BLADEN)
    assert uit.splitlines()[-1] == "Alles is opgeslagen."
    with kijk():
        assert Statushouder.objects.count() == 2


def test_the_second_time_says_that_nothing_changed(werkmap):
    pad = werkmap(goed())
    importeer(pad, "--regio", "AM12")

    code, uit, _ = importeer(pad, "--regio", "AM12")

    assert code == 0
    assert "statushouders: 0 nieuw, 0 gewijzigd, 2 ongewijzigd" in uit
    assert "Er is niets veranderd. Dit bestand is al ingelezen op" in uit


def test_a_trial_says_what_would_happen_and_writes_nothing(werkmap, kijk):
    code, uit, _ = importeer(werkmap(goed()), "--regio", "AM12", "--proef")

    assert code == 0
    assert "trajecten: 2 nieuw" in uit
    assert "Dit is een proef: er is niets opgeslagen." in uit
    with kijk():
        assert not Statushouder.objects.exists()
        assert not Levering.objects.exists()
        assert not Logregel.objects.exists()


def test_faults_end_with_exit_1_and_nothing_written(werkmap, kijk):
    bladen = zet(goed(), "statushouders", 2, wet="onzin")
    zet(bladen, "verblijf", 5, gemeente="Ergenshuizen")

    code, uit, fout = importeer(werkmap(bladen), "--regio", "AM12")

    assert code == 1
    assert "- blad statushouders, rij 2, kolom wet (er staat: onzin): Dit staat niet in" in uit
    assert "- blad verblijf, rij 5, kolom gemeente (er staat: Ergenshuizen):" in uit
    assert fout.strip() == "Niets ingelezen: 2 fouten."
    with kijk():
        assert not Statushouder.objects.exists()


def test_json_says_the_same_to_programs(werkmap):
    goede = json.loads(importeer(werkmap(goed()), "--regio", "AM12", "--json")[1])
    code, uit, _ = importeer(
        werkmap(zet(goed(), "verblijf", 4, gemeente="Almere", schoenmaat=4, van="31-2-2023")),
        "--regio", "AM12", "--json",
    )  # fmt: skip
    slechte = json.loads(uit)

    assert goede["gelukt"] is True
    assert goede["bladen"]["verblijf"] == {"nieuw": 4, "gewijzigd": 0, "ongewijzigd": 0}
    assert code == 1
    assert slechte["gelukt"] is False
    assert slechte["fouten"] == [
        {"blad": "verblijf", "rij": 4, "kolom": "van", "waarde": "31-2-2023",
         "wat": "Deze datum bestaat niet.", "doe": "Controleer de dag en de maand."},
    ]  # fmt: skip
    assert slechte["onbekende_kolommen"] == [{"blad": "verblijf", "kolom": "schoenmaat"}]


VERKEERD = {
    "no file": ((), "Er is geen bestand genoemd."),
    "no region": (("x.xlsx",), "Er is geen regio genoemd."),
    "a region that is not": (("x.xlsx", "--regio", "AM99"), "De regio AM99 bestaat niet."),
    "a file that is not": (("x.xlsx", "--regio", "AM12"), "Het bestand x.xlsx bestaat niet."),
    "a gemeente that is not": (
        ("x.xlsx", "--regio", "AM12", "--gemeente", "GM9999"), "De gemeente GM9999 bestaat niet.",
    ),
    "a gemeente of elsewhere": (
        ("x.xlsx", "--regio", "AM12", "--gemeente", "GM0014"),
        "Groningen hoort niet bij Gooi en Vechtstreek.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("argumenten", "zin"), VERKEERD.values(), ids=VERKEERD)
def test_what_was_asked_wrongly_is_said_in_a_sentence(argumenten, zin):
    code, uit, fout = importeer(*argumenten)
    _, als_json, _ = importeer(*argumenten, "--json")

    assert code == 1
    assert uit == ""
    assert fout.startswith(zin)
    assert json.loads(als_json)["fouten"][0]["wat"] == zin


def test_a_gemeente_that_left_the_region_may_still_deliver_its_past(werkmap):
    bladen = goed("statushouders", "verblijf")
    del bladen["statushouders"][2], bladen["verblijf"][4], bladen["verblijf"][1:3]
    zet(bladen, "verblijf", 2, gemeente="Weesp", van="2020-01-01", tot_en_met="2023-12-31")

    code, _, _ = importeer(werkmap(bladen), "--regio", "AM12", "--gemeente", "gm0457")

    # In beeld since 2023, when Weesp was no more.
    assert code == 1


def test_no_workbook_is_a_sentence_and_a_line_in_the_log(tmp_path, kijk):
    (tmp_path / "plaatje.xlsx").write_bytes(b"\x89PNG\r\n")

    code, _, fout = importeer(str(tmp_path / "plaatje.xlsx"), "--regio", "AM12")

    assert code == 1
    assert fout.startswith("Dit is geen werkblad.")
    with kijk():
        assert Logregel.objects.get().handeling == "import.mislukt"
