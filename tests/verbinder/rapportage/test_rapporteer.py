"""`manage.py rapporteer`: every form in a folder, nothing stored, refusals in plain Dutch."""

import csv
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from regio.models import Handeling, Logregel
from regio.rijrechten import zet_bereik
from regio.toegang import Bereik
from tests.verbinder.rapportage import gegevens
from verbinder.rapportage.models import Momentopname, Rapportage

ALLES = {"cijfers.csv", "cijfers.ods", "cijfers.xlsx", "rapport.odt", "rapport.pdf"}


def rapporteer(map_, **opties) -> str:
    uit = []
    schrijver = type("Uit", (), {"write": lambda self, tekst: uit.append(tekst)})()
    opties = {"regio": "AM12", "halfjaar": "2026-1", "uit": str(map_), **opties}
    call_command("rapporteer", stdout=schrijver, **opties)
    return "".join(uit)


def rijen(map_) -> dict[tuple, dict]:
    with (map_ / "cijfers.csv").open(newline="") as bestand:
        return {
            (r["indicator"], r["uitsplitsing"], r["categorie"]): r
            for r in csv.DictReader(bestand, delimiter=";")
        }


def gelogd() -> list[str]:
    """What the log holds of the region, for its privacy officer."""
    zet_bereik(Bereik(logregios=frozenset({gegevens.regio().pk})))
    return list(Logregel.objects.values_list("handeling", flat=True))


def test_it_writes_every_form_and_stores_nothing(gooi, tmp_path):
    gezegd = rapporteer(tmp_path / "nieuw")

    assert {pad.name for pad in (tmp_path / "nieuw").iterdir()} == ALLES
    assert all(naam in gezegd for naam in ALLES)
    assert not Rapportage.objects.exists()
    assert not Momentopname.objects.exists()
    assert gelogd() == [Handeling.RAPPORT_GEMAAKT]


def test_true_values_only_come_with_intern_which_is_logged(gooi, tmp_path):
    rapporteer(tmp_path)
    assert {r["teller"] for r in rijen(tmp_path).values()} == {""}

    gezegd = rapporteer(tmp_path, intern=True)

    assert rijen(tmp_path)["A1", "totaal", "alle"]["teller"] == "200"
    assert "INTERN" in gezegd
    assert gelogd() == [Handeling.RAPPORT_INTERN, Handeling.RAPPORT_GEMAAKT]


def test_an_empty_region_gets_a_report_that_says_that_nobody_delivered(db, tmp_path):
    gezegd = rapporteer(tmp_path, intern=True)

    assert "Niet aangeleverd: Blaricum, Eemnes, Gooise Meren" in gezegd
    cellen = rijen(tmp_path)
    van_mensen = [r for r in cellen.values() if not r["indicator"].startswith("F")]
    assert {r["weergave"] for r in van_mensen} == {"niet aangeleverd"}
    assert cellen["F6", "totaal", "alle"]["weergave"] == "0,00"
    assert cellen["A1", "totaal", "alle"]["waarde"] == "0"
    assert ("A1", "gemeente", "GM0402") in cellen


def test_who_did_not_deliver_is_not_counted_and_is_named(gooi, tmp_path):
    alle = gegevens.gemeenten_van(gooi)
    hilversum = next(g for g in alle if g.naam == "Hilversum")
    from statushouders.models import Levering

    rapporteer(tmp_path, intern=True)
    met = rijen(tmp_path)
    Levering.objects.all().delete()
    gegevens.lever_aan(gooi, [g for g in alle if g != hilversum])

    gezegd = rapporteer(tmp_path, intern=True)

    zonder = rijen(tmp_path)
    cel = ("A1", "gemeente", hilversum.code)
    assert "Niet aangeleverd: Hilversum" in gezegd
    assert zonder[cel]["weergave"] == "niet aangeleverd"
    assert zonder[cel]["teller"] == met[cel]["teller"] != "0"
    totaal = ("A1", "totaal", "alle")
    assert int(zonder[totaal]["teller"]) == int(met[totaal]["teller"]) - int(met[cel]["teller"])


def test_a_delivery_before_the_half_year_is_no_delivery_for_it(db, tmp_path):
    regio = gegevens.regio()
    gegevens.lever_aan(regio, op=datetime(2025, 12, 31, 22, 59, tzinfo=UTC))
    assert "Niet aangeleverd" in rapporteer(tmp_path)

    gegevens.lever_aan(regio, op=datetime(2025, 12, 31, 23, 0, tzinfo=UTC))
    assert "Niet aangeleverd" not in rapporteer(tmp_path)


def test_as_known_on_a_day_before_anything_was_entered_all_is_empty(gooi, tmp_path):
    rapporteer(tmp_path, bekend_op="2026-01-15", intern=True)

    totaal = rijen(tmp_path)["A1", "totaal", "alle"]
    assert (totaal["teller"], totaal["weergave"]) == ("0", "niet aangeleverd")


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ({"regio": None}, "Geef een regio op"),
        ({"regio": "AM99"}, "Regio 'AM99' bestaat niet"),
        ({"halfjaar": "2026"}, "'2026' is geen halfjaar"),
        ({"halfjaar": None}, "Geef een halfjaar op"),
        ({"uit": None}, "Geef een map op"),
        ({"bekend_op": "15-07-2026"}, "is geen datum"),
        ({"bekend_op": "2999-01-01"}, "ligt in de toekomst"),
    ],
)
def test_a_wrong_option_is_refused_in_a_sentence(db, tmp_path, opties, zin):
    with pytest.raises(CommandError, match=zin):
        rapporteer(tmp_path, **opties)


def test_a_folder_that_is_a_file_is_refused_and_left_alone(db, tmp_path):
    pad = tmp_path / "bestand"
    pad.write_text("van iemand anders")

    with pytest.raises(CommandError, match="kan niet worden gemaakt"):
        rapporteer(pad)
    assert pad.read_text() == "van iemand anders"
