"""What is refused: every fault with its place, all at once, and nothing written."""

from datetime import date

import pytest

from statushouders.models import Levering, Statushouder
from tests.statushouders.uitwisseling.werkmappen import erbij, goed, importeer, plekken, zet

pytestmark = pytest.mark.django_db

# Sheet, row, cells to change, and where the fault then is.
EEN_CEL = {
    "an end before a begin": ("verblijf", 2, {"tot_en_met": "1-1-2021"}, "tot_en_met"),
    "an uitkering that ends first": ("uitkering", 2, {"tot_en_met": "1-1-2021"}, "tot_en_met"),
    "a traject that ends first": ("trajecten", 2, {"einddatum": "1-1-2023"}, "einddatum"),
    "a plaatsing that ends first": ("plaatsingen", 2, {"einddatum": "1-2-2024"}, "einddatum"),
    "a last day in beeld before the first": (
        "statushouders", 2, {"afgesloten_op": "9-1-2023"}, "afgesloten_op",
    ),
    "a diplomawaardering that ends first": (
        "statushouders", 2,
        {"diplomawaardering_aangevraagd_op": "1-1-2024",
         "diplomawaardering_afgerond_op": "1-12-2023"},
        "diplomawaardering_afgerond_op",
    ),
    "a plaatsing before its traject": ("plaatsingen", 2, {"begindatum": "28-2-2023"}, "begindatum"),
    "an eindreden without einddatum": ("trajecten", 3, {"eindreden": "overleden"}, "eindreden"),
    "an einddatum without eindreden": ("trajecten", 3, {"einddatum": "1-6-2023"}, "eindreden"),
    "wi2013 with a leerroute": ("statushouders", 3, {"leerroute": "b1"}, "leerroute"),
    "wi2007 with a leerroute": (
        "statushouders", 3, {"wet": "wi2007", "leerroute": "z"}, "leerroute",
    ),
    "a gemeente that never was": ("verblijf", 4, {"gemeente": "Ergenshuizen"}, "gemeente"),
    "a code that never was": ("verblijf", 4, {"gemeente": "GM9999"}, "gemeente"),
    "a name of two gemeenten": ("verblijf", 4, {"gemeente": "Bergen"}, "gemeente"),
    "a vestiging without gemeente": ("verblijf", 4, {"gemeente": None}, "gemeente"),
    "a koppeling without gemeente": ("verblijf", 3, {"gemeente": ""}, "gemeente"),
    "a person who is nowhere": ("uitkering", 2, {"kenmerk": "K9"}, "kenmerk"),
    "a traject that is nowhere": ("plaatsingen", 2, {"traject": "T9"}, "traject"),
    "a traject of somebody else": ("plaatsingen", 2, {"traject": "T2"}, "traject"),
    "a code that is not in the list": ("statushouders", 2, {"wet": "wi2022"}, "wet"),
    "an actielijn that is not": ("trajecten", 2, {"actielijn": 5}, "actielijn"),
    "a trajectsoort that is not": ("trajecten", 2, {"soort": "toverij"}, "soort"),
    "a sector that is not": ("plaatsingen", 2, {"sector": "Z"}, "sector"),
    "a day that is not": ("statushouders", 2, {"aangemeld_op": "31-02-2023"}, "aangemeld_op"),
    "an American date": ("statushouders", 2, {"aangemeld_op": "1/31/2023"}, "aangemeld_op"),
    "a number for a date": ("statushouders", 2, {"aangemeld_op": 45000.0}, "aangemeld_op"),
    "an impossible year": ("statushouders", 2, {"datum_pip": date(202, 1, 1)}, "datum_pip"),
    "a day for a year": ("statushouders", 2, {"geboortejaar": date(1990, 1, 1)}, "geboortejaar"),
    "two digits for a year": ("statushouders", 2, {"geboortejaar": 90}, "geboortejaar"),
    "a year to come": ("statushouders", 2, {"geboortejaar": 2030}, "geboortejaar"),
    "a birth after the aanmelding": ("statushouders", 2, {"geboortejaar": 2024}, "geboortejaar"),
    "more hours than a week has": ("plaatsingen", 2, {"uren_per_week": 80}, "uren_per_week"),
    "hours in words": ("plaatsingen", 2, {"uren_per_week": "veel"}, "uren_per_week"),
    "perhaps": ("plaatsingen", 2, {"loonkostensubsidie": "misschien"}, "loonkostensubsidie"),
    "a note with a BSN": (
        "contactmomenten", 2, {"notitie": "Zijn nummer is 123456782."}, "notitie",
    ),
    "a name with a BSN": ("statushouders", 2, {"achternaam": "Demir 123456782"}, "achternaam"),
    "an employer with a BSN": ("plaatsingen", 2, {"werkgever": "Jan 123.456.782"}, "werkgever"),
    "an employer without letters": ("plaatsingen", 2, {"werkgever": "..."}, "werkgever"),
    "a note that is too long": ("contactmomenten", 2, {"notitie": "a" * 2001}, "notitie"),
    "a name that is too long": ("statushouders", 2, {"voornaam": "a" * 101}, "voornaam"),
    "a reference that became a date": ("trajecten", 3, {"traject": date(2024, 1, 2)}, "traject"),
    "a reference that was rounded": ("trajecten", 3, {"traject": 1.2345678901234e18}, "traject"),
    "a reference in powers of ten": ("trajecten", 3, {"traject": "1,23457E+15"}, "traject"),
    "an empty key": ("verblijf", 2, {"van": None}, "van"),
    "no aanmelding": ("statushouders", 2, {"aangemeld_op": None}, "aangemeld_op"),
    "a contactpersoon without @": ("statushouders", 2, {"contactpersoon": "Jan"}, "contactpersoon"),
}  # fmt: skip


@pytest.mark.parametrize(("blad", "rij", "cellen", "kolom"), EEN_CEL.values(), ids=EEN_CEL)
def test_one_fault_is_found_at_its_cell_and_nothing_is_written(overal, blad, rij, cellen, kolom):
    uitkomst = importeer(zet(goed(), blad, rij, **cellen))

    assert plekken(uitkomst.fouten) == [(blad, rij, kolom)]
    (fout,) = uitkomst.fouten
    assert fout.wat.endswith((".", "?"))
    assert not Statushouder.objects.exists()
    assert not Levering.objects.exists()


def test_every_fault_is_found_not_only_the_first(overal):
    bladen = goed()
    zet(bladen, "statushouders", 2, wet="onzin", geboortejaar="twintig", aangemeld_op=None)
    zet(bladen, "verblijf", 4, gemeente="Ergenshuizen")
    zet(bladen, "trajecten", 2, eindreden=None, actielijn=9)
    zet(bladen, "plaatsingen", 2, uren_per_week=99)
    zet(bladen, "contactmomenten", 4, kenmerk="K7")

    uitkomst = importeer(bladen)

    assert plekken(uitkomst.fouten) == [
        ("statushouders", 2, "geboortejaar"),
        ("statushouders", 2, "wet"),
        ("statushouders", 2, "aangemeld_op"),
        ("verblijf", 4, "gemeente"),
        ("trajecten", 2, "actielijn"),
        ("trajecten", 2, "eindreden"),
        ("plaatsingen", 2, "uren_per_week"),
        ("contactmomenten", 4, "kenmerk"),
    ]


def test_a_fault_says_what_stood_there_and_what_to_do(overal):
    uitkomst = importeer(zet(goed(), "statushouders", 2, wet="wi2022"))

    (fout,) = uitkomst.fouten
    assert fout.waarde == "wi2022"
    assert fout.wat == "Dit staat niet in de lijst."
    assert fout.doe.startswith("Kies uit: wi2021, wi2013")
    assert str(fout).startswith("blad statushouders, rij 2, kolom wet (er staat: wi2022)")


def test_a_bsn_is_never_repeated_in_a_message(overal):
    uitkomst = importeer(zet(goed(), "contactmomenten", 2, notitie="Nummer 123456782 genoemd."))

    assert "123456782" not in str(uitkomst.fouten[0])
    assert uitkomst.fouten[0].waarde == "Nummer ••••••••• genoemd."


@pytest.mark.parametrize("tot", [None, date(2023, 1, 1), date(2024, 5, 5)])
def test_overlap_within_one_soort_verblijf_is_refused(overal, tot):
    bladen = erbij(
        goed(), "verblijf", kenmerk="K1", soort="koppeling", gemeente="Laren",
        van=date(2022, 12, 31), tot_en_met=tot,
    )  # fmt: skip

    assert plekken(importeer(bladen).fouten) == [("verblijf", 6, "van")]


def test_two_soorten_verblijf_may_overlap(overal):
    bladen = zet(goed(), "verblijf", 2, tot_en_met=date(2022, 12, 31))

    assert importeer(bladen).fouten == []


def test_overlap_within_uitkering_is_refused_whatever_the_soort(overal):
    bladen = erbij(
        goed(), "uitkering", kenmerk="K1", soort="geen", van="29-2-2024", tot_en_met="29-2-2024"
    )

    assert plekken(importeer(bladen).fouten) == [("uitkering", 5, "van")]


def test_overlap_with_what_only_the_database_holds_is_refused(overal):
    importeer(goed())
    bladen = {
        "verblijf": [
            ["kenmerk", "soort", "gemeente", "van"],
            ["K2", "vestiging", "Laren", "1-1-2025"],
        ],
        "uitkering": [["kenmerk", "soort", "van"], ["K2", "bijstand", "1-1-2025"]],
    }

    uitkomst = importeer(bladen)

    assert plekken(uitkomst.fouten) == [("verblijf", 2, "van"), ("uitkering", 2, "van")]
    assert "staat al in Verbinder" in uitkomst.fouten[0].wat


def test_room_made_in_the_same_file_is_room(overal):
    importeer(goed())
    bladen = {
        "verblijf": [
            ["kenmerk", "soort", "gemeente", "van", "tot_en_met"],
            ["K2", "vestiging", "Laren", "1-1-2025", None],
            ["K2", "vestiging", None, "1-1-2020", "31-12-2024"],
        ],
    }

    assert importeer(bladen).fouten == []


def test_a_long_period_overlaps_with_more_than_its_neighbour(overal):
    bladen = goed("statushouders")
    bladen["uitkering"] = [
        ["kenmerk", "soort", "van", "tot_en_met"],
        ["K1", "bijstand", "1-1-2020", "31-12-2025"],
        ["K1", "geen", "1-1-2021", "31-1-2021"],
        ["K1", "geen", "1-1-2022", "31-1-2022"],
    ]

    assert plekken(importeer(bladen).fouten) == [("uitkering", 3, "van"), ("uitkering", 4, "van")]


@pytest.mark.parametrize(
    ("blad", "rij", "kolom"),
    [("statushouders", 2, "kenmerk"), ("verblijf", 3, "van"), ("uitkering", 2, "van"),
     ("trajecten", 2, "traject"), ("plaatsingen", 2, "plaatsing")],
)  # fmt: skip
def test_the_same_row_twice_is_refused(overal, blad, rij, kolom):
    bladen = goed()
    bladen[blad].append(list(bladen[blad][rij - 1]))

    uitkomst = importeer(bladen)

    assert plekken(uitkomst.fouten) == [(blad, len(bladen[blad]), kolom)]
    assert f"rij {rij}" in uitkomst.fouten[0].wat


def test_a_required_column_that_is_absent_is_told_once(overal):
    bladen = goed()
    for rij in bladen["statushouders"]:
        del rij[3]

    uitkomst = importeer(bladen)

    assert plekken(uitkomst.fouten) == [("statushouders", 1, "geboortejaar")]


def test_a_key_column_that_is_absent_is_told_once(overal):
    bladen = goed("statushouders", "uitkering")
    for rij in bladen["uitkering"]:
        del rij[2]

    assert plekken(importeer(bladen).fouten) == [("uitkering", 1, "van")]


def test_moving_a_traject_past_a_plaatsing_that_the_file_does_not_hold_is_refused(overal):
    importeer(goed())

    uitkomst = importeer({"trajecten": [["traject", "begindatum"], ["T1", "1-2-2025"]]})

    assert ("trajecten", 2, "begindatum") in plekken(uitkomst.fouten)
    assert any("plaatsing" in fout.wat for fout in uitkomst.fouten)


def test_a_traject_does_not_change_person(overal):
    importeer(goed())

    uitkomst = importeer(
        {"trajecten": [["traject", "kenmerk"], ["T1", "K2"]],
         "plaatsingen": [["plaatsing", "kenmerk"], ["P1", "K2"]]}
    )  # fmt: skip

    assert plekken(uitkomst.fouten) == [("trajecten", 2, "kenmerk"), ("plaatsingen", 2, "kenmerk")]


def test_a_stored_leerroute_that_no_longer_fits_is_refused(overal):
    importeer(goed())

    uitkomst = importeer({"statushouders": [["kenmerk", "wet"], ["K1", "wi2013"]]})

    assert plekken(uitkomst.fouten) == [("statushouders", 2, "wet")]


def test_leading_zeros_that_went_missing_are_pointed_out(overal):
    bladen = zet(goed("statushouders", "uitkering"), "statushouders", 2, kenmerk="007")
    zet(bladen, "uitkering", 2, kenmerk=7.0)
    zet(bladen, "uitkering", 3, kenmerk="007")

    (fout,) = importeer(bladen).fouten

    assert (fout.blad, fout.rij, fout.kolom) == ("uitkering", 2, "kenmerk")
    assert "007" in fout.wat


BSNS = ("111222333", "123456782", "111111110")


def test_a_kenmerk_that_looks_like_a_bsn_is_a_warning(overal):
    uitkomst = importeer(zet_kenmerken("111222333", "K2"))

    assert uitkomst.fouten == []
    assert plekken(uitkomst.waarschuwingen) == [("statushouders", 2, "kenmerk")]
    assert "111222333" not in str(uitkomst.waarschuwingen[0])


def test_more_than_half_of_the_kenmerken_is_refused(overal):
    uitkomst = importeer(zet_kenmerken("111222333", "123456782"))

    assert plekken(uitkomst.fouten) == [("statushouders", 1, "kenmerk")]


def zet_kenmerken(een, twee):
    bladen = zet(goed("statushouders"), "statushouders", 2, kenmerk=een)
    return zet(bladen, "statushouders", 3, kenmerk=twee)


def test_a_cell_with_a_fault_counts_as_no_change(overal):
    importeer(goed())

    uitkomst = importeer(zet(goed(), "plaatsingen", 2, traject="T9"))

    assert plekken(uitkomst.fouten) == [("plaatsingen", 2, "traject")]
    assert uitkomst.tellingen["plaatsingen"]["ongewijzigd"] == 1
