"""A good workbook goes in whole, once, and says what it did."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regio.models import Gemeente, Handeling, Logregel, Organisatie
from statushouders.models import (
    Contactmoment,
    EerdereAanmelding,
    EerdereWaarde,
    Kenmerk,
    Levering,
    Naam,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from tests.statushouders.uitwisseling.werkmappen import erbij, goed, importeer, zet

pytestmark = pytest.mark.django_db
MODELLEN = (Statushouder, Naam, Kenmerk, Verblijf, Uitkering, Traject, Plaatsing, Contactmoment)


def stand():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELLEN}


def persoon(kenmerk):
    return Kenmerk.objects.get(kenmerk=kenmerk).statushouder


def test_every_sheet_of_a_good_workbook_is_written(overal):
    uitkomst = importeer(goed())

    assert uitkomst.fouten == []
    assert {blad: t["nieuw"] for blad, t in uitkomst.tellingen.items()} == {
        "statushouders": 2, "verblijf": 4, "uitkering": 3, "trajecten": 2, "plaatsingen": 1,
        "contactmomenten": 3,
    }  # fmt: skip
    yusuf = persoon("K1")
    assert (yusuf.geboortejaar, yusuf.wet, yusuf.leerroute) == (1990, "wi2021", "b1")
    assert yusuf.naam.volledig == "Yusuf Demir"
    assert yusuf.naam.sorteernaam == "demir yusuf"
    assert [v.soort for v in yusuf.verblijven.all()] == ["azc", "koppeling", "vestiging"]
    traject = Traject.objects.get(referentie="T1")
    assert (traject.leverancier, traject.actielijn_id, traject.soort.code) == (
        "AM12", 3, "startbaan",
    )  # fmt: skip
    plaatsing = Plaatsing.objects.get(referentie="P1")
    assert plaatsing.traject == traject
    assert plaatsing.uren_per_week == Decimal("32.5")
    assert (plaatsing.afspraak_werkgever, plaatsing.loonkostensubsidie) == (True, False)
    assert plaatsing.werkgever.naam == "Bakkerij De Ster"
    assert [(c.soort, c.volgnummer) for c in Contactmoment.objects.order_by("pk")] == [
        ("gesprek", 1), ("gesprek", 2), ("gesprek", 1),
    ]  # fmt: skip


def test_the_dossier_goes_to_the_gemeente_that_answers_today(overal):
    importeer(goed())

    assert persoon("K1").dossiergemeente.naam == "Hilversum"
    assert persoon("K2").dossiergemeente.naam == "Huizen"
    assert persoon("K1").dossierregio.code == "AM12"


def test_the_same_file_twice_changes_nothing(overal):
    importeer(goed())
    eerst = stand()

    uitkomst = importeer(goed())

    assert {tuple(t.values()) for t in uitkomst.tellingen.values()} == {
        (0, 0, 2), (0, 0, 4), (0, 0, 3), (0, 0, 1),
    }  # fmt: skip
    assert not uitkomst.iets_veranderd
    assert uitkomst.eerder_op is not None
    assert stand() == eerst
    assert Levering.objects.count() == 1


def test_an_absent_column_row_or_empty_cell_changes_nothing(overal):
    importeer(goed())
    eerst = stand()

    uitkomst = importeer(
        {
            "statushouders": [["kenmerk", "geslacht", "wet"], ["K1", None, ""]],
            "trajecten": [["traject", "einddatum"], ["T1", None]],
        }
    )

    assert uitkomst.fouten == []
    assert not uitkomst.iets_veranderd
    assert stand() == eerst


def test_a_dash_clears(overal):
    importeer(goed())

    uitkomst = importeer(
        {
            "statushouders": [
                ["kenmerk", "voornaam", "datum_bekendmaking", "geslacht"],
                ["K1", "-", "-", "-"],
            ],
            "trajecten": [
                ["traject", "einddatum", "eindreden", "aanbieder"],
                ["T1", "-", "-", "-"],
            ],
            "plaatsingen": [["plaatsing", "traject", "afspraak_werkgever"], ["P1", "-", "-"]],
        }
    )

    assert uitkomst.fouten == []
    yusuf = persoon("K1")
    assert (yusuf.naam.voornaam, yusuf.datum_bekendmaking, yusuf.geslacht) == ("", None, "onbekend")
    traject = Traject.objects.get(referentie="T1")
    assert (traject.einddatum, traject.eindreden, traject.aanbieder) == (None, "", None)
    assert Plaatsing.objects.get().traject is None
    assert Plaatsing.objects.get().afspraak_werkgever is False


def test_a_dash_cannot_clear_what_is_required(overal):
    importeer(goed())

    uitkomst = importeer({"statushouders": [["kenmerk", "wet"], ["K1", "-"]]})

    assert [(f.rij, f.kolom) for f in uitkomst.fouten] == [(2, "wet")]


def test_a_changed_cell_is_counted_and_written_and_makes_a_new_version(overal):
    importeer(goed())

    uitkomst = importeer(zet(goed(), "statushouders", 2, taalniveau="b1"))

    assert uitkomst.tellingen["statushouders"] == {"nieuw": 0, "gewijzigd": 1, "ongewijzigd": 1}
    assert (persoon("K1").taalniveau, persoon("K1").versie) == ("b1", 2)
    assert persoon("K2").versie == 1


def test_a_traject_of_the_file_may_be_known_by_its_reference_alone(overal):
    importeer(goed())

    uitkomst = importeer(
        {
            "plaatsingen": [
                ["plaatsing", "kenmerk", "traject", "soort", "begindatum"],
                ["P2", "K1", "T1", "bbl", "2-3-2024"],
                ["P1", None, None, None, None],
            ],
        }
    )

    assert uitkomst.fouten == []
    assert uitkomst.tellingen["plaatsingen"] == {"nieuw": 1, "gewijzigd": 0, "ongewijzigd": 1}
    assert Plaatsing.objects.get(referentie="P2").traject.referentie == "T1"


def test_references_are_unique_per_deliverer(overal):
    importeer(goed())

    uitkomst = importeer(goed("statushouders", "verblijf"), gemeente="GM0402")

    # The gemeente's K1 is another person than the region's; its K2 never was of Hilversum.
    assert {(f.blad, f.rij) for f in uitkomst.fouten} == {
        ("statushouders", 3), ("verblijf", 2), ("verblijf", 5),
    }  # fmt: skip
    eigen = goed("statushouders", "verblijf")
    for blad, rij in (("statushouders", 3), ("verblijf", 5), ("verblijf", 2)):
        del eigen[blad][rij - 1]
    uitkomst = importeer(eigen, gemeente="GM0402")
    assert uitkomst.fouten == []
    assert Kenmerk.objects.filter(kenmerk="K1").count() == 2


def test_two_spellings_of_an_employer_are_one(overal):
    bladen = erbij(
        goed(), "plaatsingen", plaatsing="P2", kenmerk="K2", soort="bbl",
        werkgever="bakkerij  de-ster", begindatum=date(2024, 5, 1),
    )  # fmt: skip

    importeer(bladen)
    uitkomst = importeer(zet(bladen, "plaatsingen", 2, werkgever="BAKKERIJ DE STER"))

    assert Organisatie.objects.filter(soort="werkgever").count() == 1
    assert not uitkomst.iets_veranderd


def test_a_school_is_no_werkgever(overal):
    importeer(zet(goed(), "plaatsingen", 2, soort="onderwijs", werkgever="Roc Voorbeeld"))

    assert Plaatsing.objects.get().werkgever.soort == "onderwijs"


def test_a_fact_that_changes_holds_for_every_date(overal):
    importeer(goed())
    for veld in ("wet", "doelgroep"):
        EerdereWaarde.objects.create(
            statushouder=persoon("K1"), veld=veld, waarde="onbekend", tot_en_met=date(2023, 5, 1)
        )

    importeer(zet(goed(), "statushouders", 2, doelgroep="gezinsmigrant"))

    assert [w.veld for w in EerdereWaarde.objects.all()] == ["wet"]


def test_an_aanmelding_after_the_last_day_keeps_the_earlier_one(overal):
    importeer(zet(goed(), "statushouders", 2, afgesloten_op=date(2024, 6, 30)))
    terug = zet(goed(), "statushouders", 2, aangemeld_op=date(2025, 3, 1))

    uitkomst = importeer(terug)
    nogmaals = importeer(terug)

    assert uitkomst.fouten == []
    assert (persoon("K1").aangemeld_op, persoon("K1").afgesloten_op) == (date(2025, 3, 1), None)
    eerder = EerdereAanmelding.objects.get()
    assert (eerder.aangemeld_op, eerder.afgesloten_op) == (date(2023, 1, 10), date(2024, 6, 30))
    assert not nogmaals.iets_veranderd


def test_an_aanmelding_within_an_earlier_one_is_refused(overal):
    importeer(zet(goed(), "statushouders", 2, afgesloten_op=date(2024, 6, 30)))
    importeer(zet(goed(), "statushouders", 2, aangemeld_op=date(2025, 3, 1)))

    uitkomst = importeer(zet(goed(), "statushouders", 2, aangemeld_op=date(2024, 1, 1)))

    assert [(f.rij, f.kolom) for f in uitkomst.fouten] == [(2, "aangemeld_op")]


def test_a_move_within_the_region_moves_the_dossier(overal):
    importeer(goed())
    verhuisd = zet(goed(), "verblijf", 4, tot_en_met=date(2026, 3, 31))
    erbij(verhuisd, "verblijf", kenmerk="K1", soort="vestiging", gemeente="Laren", van="1-4-2026")

    uitkomst = importeer(verhuisd)

    assert uitkomst.tellingen["verblijf"] == {"nieuw": 1, "gewijzigd": 1, "ongewijzigd": 3}
    assert persoon("K1").dossiergemeente.naam == "Laren"
    assert not importeer(verhuisd).iets_veranderd


def test_a_move_out_of_the_region_leaves_the_dossier(overal):
    importeer(goed())
    weg = zet(goed(), "verblijf", 4, tot_en_met=date(2026, 3, 31))
    erbij(weg, "verblijf", kenmerk="K1", soort="vestiging", gemeente="Utrecht", van="1-4-2026")

    uitkomst = importeer(weg)

    assert uitkomst.fouten == []
    assert persoon("K1").dossiergemeente.naam == "Hilversum"
    assert not importeer(weg).iets_veranderd


def test_who_is_in_an_azc_belongs_to_the_region_alone(overal):
    bladen = goed("statushouders")
    bladen["verblijf"] = [
        ["kenmerk", "soort", "gemeente", "van"],
        ["K1", "azc", "Huizen", "1-1-2024"],
    ]

    importeer(bladen)

    assert persoon("K1").dossiergemeente is None
    assert persoon("K2").dossiergemeente is None


def test_a_dossier_of_an_ended_gemeente_of_the_region_stays_reachable(overal):
    bladen = zet(goed(), "verblijf", 5, gemeente="Weesp")

    importeer(bladen)
    assert persoon("K2").dossiergemeente.naam == "Weesp"
    Statushouder.objects.filter(pk=persoon("K2").pk).update(
        dossiergemeente=Gemeente.objects.get(naam="Amsterdam")
    )

    assert not importeer(bladen).iets_veranderd


def test_the_delivery_names_the_gemeenten_whose_rows_it_held(overal):
    importeer(goed())

    levering = Levering.objects.get()
    assert sorted(g.naam for g in levering.gemeenten.all()) == ["Hilversum", "Huizen"]
    assert levering.samenvatting["bladen"]["trajecten"]["nieuw"] == 2


def test_a_gemeente_delivers_for_itself_alone(overal):
    bladen = goed("statushouders", "verblijf")
    del bladen["statushouders"][2], bladen["verblijf"][4], bladen["verblijf"][1]

    importeer(bladen, gemeente="GM0402")

    assert [g.naam for g in Levering.objects.get().gemeenten.all()] == ["Hilversum"]


def test_the_same_file_in_the_next_half_year_is_a_delivery_again(overal):
    importeer(goed())
    importeer(goed(), op=date(2027, 1, 5))

    assert Levering.objects.count() == 2


def test_an_import_is_logged_without_names_or_references(overal):
    importeer(goed())

    regels = list(Logregel.objects.order_by("op"))
    assert {r.handeling for r in regels} == {Handeling.DOSSIER_GEMAAKT, Handeling.IMPORT_GEDAAN}
    assert [r.object_id for r in regels if r.handeling == Handeling.DOSSIER_GEMAAKT] == [
        persoon("K1").pk, persoon("K2").pk,
    ]  # fmt: skip
    geschreven = json.dumps([r.gegevens for r in regels])
    assert "Demir" not in geschreven
    assert "K1" not in geschreven


def test_a_failed_import_is_logged(overal):
    importeer(zet(goed(), "statushouders", 2, wet="onzin"))

    (regel,) = Logregel.objects.all()
    assert (regel.handeling, regel.gelukt) == (Handeling.IMPORT_MISLUKT, False)


def test_the_number_of_queries_does_not_grow_with_the_rows(overal):
    klein, groot = goed("statushouders", "verblijf"), goed("statushouders", "verblijf")
    for nummer in range(300):
        erbij(
            groot, "statushouders", kenmerk=f"N{nummer}", geboortejaar=1990, doelgroep="overig",
            wet="onbekend", aangemeld_op="2024-01-01",
        )  # fmt: skip
        erbij(
            groot, "verblijf", kenmerk=f"N{nummer}", soort="vestiging", gemeente="Laren",
            van="2024-01-01",
        )  # fmt: skip
    aantallen = []
    for bladen, gemeente in ((klein, "AM12"), (groot, "AM13")):
        with CaptureQueriesContext(connection) as vragen:
            assert importeer(bladen, regio=gemeente).fouten == []
        aantallen.append(len(vragen))

    assert aantallen[1] <= aantallen[0]
