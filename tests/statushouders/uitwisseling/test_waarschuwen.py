"""What is taken with a warning."""

from datetime import date

import pytest

from tests.mensen import geef, maak_gebruiker
from tests.statushouders.uitwisseling.werkmappen import erbij, goed, importeer, plekken, zet

pytestmark = pytest.mark.django_db

EEN_CEL = {
    "a gemeente outside the region": ("verblijf", 2, {"gemeente": "Almere"}, "gemeente"),
    "an azc without gemeente": ("verblijf", 2, {"gemeente": None}, "gemeente"),
    "a koppeling still open": ("verblijf", 3, {"tot_en_met": None}, "tot_en_met"),
    "a traject before the aanmelding": ("trajecten", 3, {"begindatum": "1-1-2023"}, "begindatum"),
    "a traject after the end": (
        "statushouders", 3, {"afgesloten_op": "1-5-2023"}, ("trajecten", 3, "einddatum"),
    ),
    "a wet that contradicts the bekendmaking": (
        "statushouders", 2, {"datum_bekendmaking": "31-12-2021"}, "wet",
    ),
    "an old wet with a late bekendmaking": (
        "statushouders", 3, {"datum_bekendmaking": "1-1-2022"}, "wet",
    ),
    "an aanmelding to come": ("statushouders", 2, {"datum_pip": "21-11-2026"}, "datum_pip"),
    "an end to come": ("plaatsingen", 2, {"einddatum": "1-1-2027"}, "einddatum"),
    "a contact to come": ("contactmomenten", 2, {"datum": "1-1-2027"}, "datum"),
    "a contactpersoon who is not": (
        "statushouders", 2, {"contactpersoon": "niemand@voorbeeld.invalid"}, "contactpersoon",
    ),
    "hours that are rounded": ("plaatsingen", 2, {"uren_per_week": 32.55}, "uren_per_week"),
}  # fmt: skip


@pytest.mark.parametrize(("blad", "rij", "cellen", "kolom"), EEN_CEL.values(), ids=EEN_CEL)
def test_one_warning_at_its_cell_and_the_rest_is_written(overal, blad, rij, cellen, kolom):
    uitkomst = importeer(zet(goed(), blad, rij, **cellen))

    plek = kolom if isinstance(kolom, tuple) else (blad, rij, kolom)
    assert uitkomst.fouten == []
    assert plekken(uitkomst.waarschuwingen) == [plek]
    assert uitkomst.geschreven


def test_a_good_workbook_has_no_warnings(overal):
    assert importeer(goed()).waarschuwingen == []


def test_an_ended_gemeente_is_taken_and_its_successor_proposed(overal):
    uitkomst = importeer(zet(goed(), "verblijf", 5, gemeente="GM0457"))

    (melding,) = uitkomst.waarschuwingen
    assert "Amsterdam (GM0363)" in melding.doe


def test_an_ended_gemeente_within_its_days_is_no_news(overal):
    bladen = zet(goed(), "verblijf", 5, gemeente="Weesp", tot_en_met=date(2022, 3, 23))

    assert importeer(bladen).waarschuwingen == []


def test_a_gemeente_that_was_not_there_yet_is_pointed_out(overal):
    bladen = zet(goed(), "verblijf", 5, gemeente="Voorne aan Zee")

    uitkomst = importeer(bladen, regio="AM22")

    assert any("bestaat pas vanaf 1-1-2023" in m.wat for m in uitkomst.waarschuwingen)


def test_the_same_trajectsoort_twice_at_once_is_pointed_out(overal):
    bladen = erbij(
        goed(), "trajecten", traject="T3", kenmerk="K1", actielijn=1, soort="startbaan",
        begindatum="2024-02-01",
    )  # fmt: skip

    assert plekken(importeer(bladen).waarschuwingen) == [("trajecten", 4, "soort")]


def test_a_correction_is_no_second_traject(overal):
    bladen = erbij(
        goed(), "trajecten", traject="T3", kenmerk="K1", actielijn=1, soort="startbaan",
        begindatum="2023-04-01", einddatum="2023-05-01", eindreden="administratieve_correctie",
    )  # fmt: skip

    assert importeer(bladen).waarschuwingen == []


def test_a_traject_in_an_earlier_aanmelding_is_in_order(overal):
    importeer(zet(goed(), "statushouders", 2, afgesloten_op=date(2024, 6, 30)))
    terug = zet(goed(), "statushouders", 2, aangemeld_op=date(2025, 3, 1))

    assert importeer(terug).waarschuwingen == []
    assert importeer(terug).waarschuwingen == []


def test_an_end_of_the_inburgeringstermijn_lies_ahead_by_nature(overal):
    assert importeer(zet(goed(), "statushouders", 2, termijn_einde="1-1-2029")).waarschuwingen == []


def test_a_contactpersoon_is_found_by_address_when_he_may_open_the_dossier(overal):
    wie = maak_gebruiker("piet", "klantmanager", "Hilversum")
    bladen = zet(goed(), "statushouders", 2, contactpersoon="PIET@voorbeeld.invalid")

    uitkomst = importeer(bladen)

    assert uitkomst.waarschuwingen == []
    assert uitkomst.plan.op_kenmerk["K1"].zelf["contactpersoon_id"] == wie.pk
    assert not importeer(bladen).iets_veranderd


def test_a_contactpersoon_of_another_gemeente_is_not_taken(overal):
    geef(maak_gebruiker("piet"), "klantmanager", "Huizen")
    bladen = zet(goed(), "statushouders", 2, contactpersoon="piet@voorbeeld.invalid")

    assert plekken(importeer(bladen).waarschuwingen) == [("statushouders", 2, "contactpersoon")]


def test_a_traject_of_a_child_is_pointed_out_and_one_before_birth_refused(overal):
    jong = zet(goed(), "statushouders", 2, geboortejaar=2013)
    ongeboren = zet(goed(), "statushouders", 2, geboortejaar=2023)
    zet(ongeboren, "trajecten", 2, begindatum="31-12-2022")

    assert ("trajecten", 2, "begindatum") in plekken(importeer(jong, proef=True).waarschuwingen)
    assert ("trajecten", 2, "begindatum") in plekken(importeer(ongeboren).fouten)


def test_a_number_that_lost_its_zeros_is_pointed_out(overal):
    importeer(zet(goed("statushouders"), "statushouders", 2, kenmerk="0012"))

    uitkomst = importeer(zet(goed("statushouders"), "statushouders", 2, kenmerk=12, voornaam="Y"))

    assert plekken(uitkomst.waarschuwingen) == [("statushouders", 2, "kenmerk")]
    assert "0012" in uitkomst.waarschuwingen[0].wat


def test_a_new_person_with_the_name_and_year_of_another_is_pointed_out(overal):
    importeer(goed())

    uitkomst = importeer(zet(goed("statushouders"), "statushouders", 2, kenmerk="K7"))
    ander_jaar = importeer(
        zet(goed("statushouders"), "statushouders", 2, kenmerk="K8", geboortejaar=1991)
    )

    assert plekken(uitkomst.waarschuwingen) == [("statushouders", 2, "achternaam")]
    assert ander_jaar.waarschuwingen == []
