"""Who may deliver what: a gemeente its own days, a user within their rights."""

from datetime import date

import pytest

from regio.logboek import Door
from regio.models import Gemeente
from statushouders.models import Kenmerk, Naam, Statushouder
from tests.mensen import bereik, geef, laat_meedoen, maak_gebruiker
from tests.statushouders.uitwisseling.werkmappen import (
    VANDAAG,
    erbij,
    goed,
    importeer,
    plekken,
    zet,
)

pytestmark = pytest.mark.django_db


def van_hilversum():
    """Rows of K1 on days on which Hilversum answered."""
    bladen = goed()
    del bladen["statushouders"][2], bladen["verblijf"][4], bladen["verblijf"][1]
    del bladen["uitkering"][3], bladen["trajecten"][2], bladen["contactmomenten"][3]
    return bladen


def test_a_gemeente_delivers_rows_of_its_own_days(overal):
    uitkomst = importeer(van_hilversum(), gemeente="GM0402")

    assert uitkomst.fouten == []
    assert Kenmerk.objects.get().leverancier == "GM0402"


BUITEN = {
    "an azc before the koppeling": ("verblijf", {"kenmerk": "K1", "soort": "azc",
        "gemeente": "Huizen", "van": "1-1-2022", "tot_en_met": "1-6-2022"}, "gemeente"),
    "an uitkering before": ("uitkering", {"kenmerk": "K1", "soort": "geen", "van": "1-1-2022",
        "tot_en_met": "1-6-2022"}, "kenmerk"),
    "a traject before": ("trajecten", {"traject": "T9", "kenmerk": "K1", "actielijn": 1,
        "soort": "taalstage", "begindatum": "1-1-2022", "einddatum": "1-6-2022",
        "eindreden": "onbekend"}, "kenmerk"),
    "a plaatsing before": ("plaatsingen", {"plaatsing": "P9", "kenmerk": "K1",
        "soort": "vrijwilligerswerk", "begindatum": "1-1-2022", "einddatum": "1-6-2022"},
        "kenmerk"),
    "a contact before": ("contactmomenten", {"kenmerk": "K1", "datum": "1-6-2022"}, "kenmerk"),
}  # fmt: skip


@pytest.mark.parametrize(("blad", "cellen", "kolom"), BUITEN.values(), ids=BUITEN)
def test_a_row_of_days_on_which_it_did_not_answer_is_refused(overal, blad, cellen, kolom):
    bladen = erbij(van_hilversum(), blad, **cellen)

    uitkomst = importeer(bladen, gemeente="GM0402")

    assert plekken(uitkomst.fouten) == [(blad, len(bladen[blad]), kolom)]
    assert not Statushouder.objects.exists()


def test_one_day_is_enough(overal):
    bladen = erbij(
        van_hilversum(), "uitkering", kenmerk="K1", soort="geen", van="1-1-2022",
        tot_en_met="2-6-2022",
    )  # fmt: skip

    assert importeer(bladen, gemeente="GM0402").fouten == []


def test_a_vestiging_elsewhere_takes_the_days_of_the_koppeling(overal):
    bladen = erbij(
        van_hilversum(), "verblijf", kenmerk="K1", soort="vestiging", gemeente="Laren",
        van="1-6-2022", tot_en_met="31-12-2022",
    )  # fmt: skip

    fouten = plekken(importeer(bladen, gemeente="GM0402").fouten)

    assert fouten == [("verblijf", 2, "gemeente"), ("verblijf", 4, "gemeente")]


def test_who_answers_may_stand_in_the_database_alone(overal):
    importeer(van_hilversum(), gemeente="GM0402")

    uitkomst = importeer(
        {"uitkering": [["kenmerk", "soort", "van", "tot_en_met"],
                       ["K1", "geen", "1-7-2022", "31-12-2022"],
                       ["K1", "onbekend", "1-1-2021", "31-12-2021"]]},
        gemeente="GM0402",
    )  # fmt: skip

    assert plekken(uitkomst.fouten) == [("uitkering", 3, "kenmerk")]


def test_without_any_verblijf_a_gemeente_answers_for_nobody(overal):
    bladen = goed("statushouders")

    assert plekken(importeer(bladen, gemeente="GM0402").fouten) == [
        ("statushouders", 2, "kenmerk"),
        ("statushouders", 3, "kenmerk"),
    ]


def test_a_successor_answers_from_the_day_after(overal):
    bladen = van_hilversum()
    zet(bladen, "verblijf", 3, gemeente="Weesp", van="1-1-2020", tot_en_met="31-12-2023")
    del bladen["verblijf"][1]
    zet(bladen, "contactmomenten", 2, datum="23-3-2022")
    zet(bladen, "contactmomenten", 3, datum="24-3-2022")

    amsterdam = importeer(bladen, gemeente="GM0363", regio="AM18", proef=True)
    weesp = importeer(bladen, gemeente="GM0457", proef=True)

    assert ("contactmomenten", 2, "kenmerk") in plekken(amsterdam.fouten)
    assert ("contactmomenten", 3, "kenmerk") not in plekken(amsterdam.fouten)
    assert ("contactmomenten", 2, "kenmerk") not in plekken(weesp.fouten)
    assert ("contactmomenten", 3, "kenmerk") in plekken(weesp.fouten)


def test_an_unreadable_verblijf_is_told_once_and_not_again_at_every_row(overal):
    bladen = zet(van_hilversum(), "verblijf", 3, gemeente="Ergenshuizen")

    assert plekken(importeer(bladen, gemeente="GM0402").fouten) == [("verblijf", 3, "gemeente")]


# --- within the rights of a user ------------------------------------------------------------------


def door(gebruiker):
    return Door.van(gebruiker)


def als_gebruiker(gebruiker, bladen, **kwargs):
    return importeer(bladen, bereik=bereik(gebruiker, op=VANDAAG), door=door(gebruiker), **kwargs)


def test_a_klantmanager_reads_in_for_the_own_gemeente(mensen):
    uitkomst = als_gebruiker(mensen.klantmanager, van_hilversum(), gemeente="GM0402")

    assert uitkomst.fouten == []
    assert uitkomst.geschreven


def test_a_verbinder_reads_in_for_the_region(mensen):
    uitkomst = als_gebruiker(mensen.verbinder, goed())

    assert uitkomst.fouten == []
    assert uitkomst.geschreven


def test_a_person_of_a_gemeente_that_does_not_take_part_is_refused(db):
    verbinder = maak_gebruiker("vera", "verbinder", "AM12")
    laat_meedoen("Hilversum")

    uitkomst = als_gebruiker(verbinder, goed())

    assert plekken(uitkomst.fouten) == [("statushouders", 3, "kenmerk")]
    assert "Huizen" in uitkomst.fouten[0].wat


def test_a_known_person_does_not_go_to_a_gemeente_that_does_not_take_part(overal):
    verbinder = maak_gebruiker("vera", "verbinder", "AM12")
    laat_meedoen("Hilversum")
    laat_meedoen("Huizen")
    als_gebruiker(verbinder, goed())
    weg = zet(goed(), "verblijf", 4, tot_en_met=date(2026, 3, 31))
    erbij(weg, "verblijf", kenmerk="K1", soort="vestiging", gemeente="Laren", van="1-4-2026")

    uitkomst = als_gebruiker(verbinder, weg)

    assert plekken(uitkomst.fouten) == [("statushouders", 2, "kenmerk")]


def test_names_of_a_gemeente_without_names_are_left_out(overal):
    verbinder = maak_gebruiker("vera", "verbinder", "AM12")
    laat_meedoen("Hilversum", met_namen=False)
    laat_meedoen("Huizen")

    uitkomst = als_gebruiker(verbinder, goed())
    nogmaals = als_gebruiker(verbinder, goed())

    assert plekken(uitkomst.waarschuwingen) == [
        ("statushouders", 2, "voornaam"),
        ("statushouders", 2, "achternaam"),
    ]
    assert [n.volledig for n in Naam.objects.all()] == ["Sara Öz"]
    assert not nogmaals.iets_veranderd


def test_what_a_gemeente_named_itself_stays_when_the_verbinder_may_not_see_it(overal):
    verbinder = maak_gebruiker("vera", "verbinder", "AM12")
    laat_meedoen("Hilversum", met_namen=False)
    laat_meedoen("Huizen")
    als_gebruiker(verbinder, goed())
    persoon = Kenmerk.objects.get(kenmerk="K1").statushouder
    Naam.objects.create(statushouder=persoon, voornaam="Echt", sorteernaam="e", zoeknaam="e")

    uitkomst = als_gebruiker(verbinder, zet(goed(), "statushouders", 2, taalniveau="c1"))

    assert uitkomst.tellingen["statushouders"]["gewijzigd"] == 1
    assert Naam.objects.get(statushouder=persoon).voornaam == "Echt"


def test_a_dossier_that_went_elsewhere_is_refused_without_a_word_of_what_it_holds(overal):
    klantmanager = maak_gebruiker("karel", "klantmanager", "Hilversum")
    als_gebruiker(klantmanager, van_hilversum(), gemeente="GM0402")
    Statushouder.objects.update(dossiergemeente=Gemeente.objects.get(naam="Huizen"))

    uitkomst = als_gebruiker(klantmanager, van_hilversum(), gemeente="GM0402")

    assert {(f.blad, f.kolom) for f in uitkomst.fouten} == {
        ("statushouders", "kenmerk"), ("verblijf", "kenmerk"), ("uitkering", "kenmerk"),
        ("trajecten", "traject"), ("plaatsingen", "plaatsing"), ("contactmomenten", "kenmerk"),
    }  # fmt: skip
    assert all("niet (meer) mag wijzigen" in f.wat for f in uitkomst.fouten)
    assert "Demir" not in str(uitkomst.fouten)
    assert uitkomst.plan.voorstellen["statushouders"] == []


def test_a_dossier_that_may_only_be_read_is_not_changed(overal):
    klantmanager = maak_gebruiker("karel", "klantmanager", "Hilversum")
    als_gebruiker(klantmanager, van_hilversum(), gemeente="GM0402")
    persoon = Statushouder.objects.get()
    Statushouder.objects.update(dossiergemeente=Gemeente.objects.get(naam="Huizen"))
    leest_mee = bereik(klantmanager, op=VANDAAG)
    leest_mee = type(leest_mee)(gemeenten=leest_mee.gemeenten, leest_mee=frozenset({persoon.pk}))

    uitkomst = importeer(
        zet(van_hilversum(), "statushouders", 2, taalniveau="c1"), gemeente="GM0402",
        bereik=leest_mee,
    )  # fmt: skip

    assert ("statushouders", 2, "kenmerk") in plekken(uitkomst.fouten)


def test_a_klantmanager_of_two_gemeenten_delivers_for_one_at_a_time(overal):
    beide = maak_gebruiker("bo", "klantmanager", "Hilversum")
    geef(beide, "klantmanager", "Huizen")

    uitkomst = als_gebruiker(beide, goed(), gemeente="GM0402")

    assert ("statushouders", 3, "kenmerk") in plekken(uitkomst.fouten)
