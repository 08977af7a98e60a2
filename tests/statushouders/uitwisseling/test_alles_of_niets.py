"""All or nothing, also when it breaks at the last row; once, also when two do it at once."""

import threading

import pytest
from django.db import connection

from regio.models import Arbeidsmarktregio, Logregel
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.management.commands.importeer import bereik_van_regio
from statushouders.models import Contactmoment, Levering, Statushouder, Verblijf
from tests.statushouders.uitwisseling.werkmappen import erbij, goed, importeer, zet


def test_a_break_at_the_last_row_leaves_nothing(overal, monkeypatch):
    bladen = goed()
    erbij(bladen, "contactmomenten", kenmerk="K2", datum="2024-02-02", notitie="de laatste")
    echt = Contactmoment.objects.bulk_create

    def breekt(rijen, **kwargs):
        echt(rijen, **kwargs)
        with connection.cursor() as cursor:
            cursor.execute("select 1 / 0")

    monkeypatch.setattr(Contactmoment._default_manager, "bulk_create", breekt)

    uitkomst = importeer(bladen)

    assert [fout.wat for fout in uitkomst.fouten] == ["De database weigerde een rij."]
    assert not uitkomst.geschreven
    assert not Statushouder.objects.exists()
    assert not Levering.objects.exists()
    assert Logregel.objects.get().handeling == "import.mislukt"


def test_what_the_database_refuses_is_said_with_its_own_sentence(overal, monkeypatch):
    monkeypatch.setattr("statushouders.uitwisseling.inlezen.controleer_samen", lambda c: None)
    bladen = erbij(
        goed(), "uitkering", kenmerk="K1", soort="geen", van="2024-02-29", tot_en_met="2024-02-29"
    )

    (fout,) = importeer(bladen).fouten

    assert "Er is al een uitkering op een van deze dagen." in fout.wat
    assert not Statushouder.objects.exists()


def test_a_plaatsing_before_its_traject_is_caught_before_the_commit(overal, monkeypatch):
    monkeypatch.setattr("statushouders.uitwisseling.inlezen.controleer_samen", lambda c: None)

    (fout,) = importeer(zet(goed(), "plaatsingen", 2, begindatum="2023-01-01")).fouten

    assert fout.wat.startswith("De database weigerde")
    assert not Statushouder.objects.exists()


@pytest.fixture
def regio(eigen_database):
    return Arbeidsmarktregio.objects.get(code="AM12")


def tegelijk(*taken):
    """Run each in a thread with a connection of its own; give back what they returned."""
    uitkomsten = [None] * len(taken)
    klaar = threading.Barrier(len(taken))

    def doe(plek, taak):
        try:
            klaar.wait(20)
            uitkomsten[plek] = taak()
        finally:
            connection.close()

    draden = [threading.Thread(target=doe, args=paar) for paar in enumerate(taken)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return uitkomsten


def test_the_same_file_by_two_at_once_is_read_in_once(regio):
    uitkomsten = tegelijk(*[lambda: importeer(goed())] * 3)

    assert [u.fouten for u in uitkomsten] == [[], [], []]
    assert sorted(u.iets_veranderd for u in uitkomsten) == [False, False, True]
    with bereik_transactie(bereik_van_regio(regio)):
        assert Statushouder.objects.count() == 2
        assert Verblijf.objects.count() == 4
    assert Levering.objects.count() == 1


def test_two_gemeenten_of_a_region_wait_for_each_other(regio):
    def van(kenmerk, gemeente):
        return {
            "statushouders": [
                ["kenmerk", "geboortejaar", "doelgroep", "wet", "aangemeld_op"],
                [kenmerk, 1990, "overig", "onbekend", "2024-01-01"],
            ],
            "verblijf": [
                ["kenmerk", "soort", "gemeente", "van"],
                [kenmerk, "vestiging", gemeente, "2023-1-1"],
            ],
        }  # fmt: skip

    uitkomsten = tegelijk(
        lambda: importeer(van("A", "Hilversum"), gemeente="GM0402"),
        lambda: importeer(van("A", "Huizen"), gemeente="GM0406"),
    )

    assert all(u.geschreven for u in uitkomsten)
    with bereik_transactie(bereik_van_regio(regio)):
        assert Statushouder.objects.count() == 2


def test_who_waits_too_long_is_told_so(regio, monkeypatch):
    from regio.uitwisseling.meldingen import Geweigerd
    from statushouders.uitwisseling import inlezen

    monkeypatch.setattr(inlezen, "WACHTTIJD_MS", 200)
    bezig, genoeg = threading.Event(), threading.Event()

    def houd_bezet():
        with bereik_transactie(Bereik()):
            inlezen._wacht_op_beurt(regio)
            bezig.set()
            genoeg.wait(20)

    def probeer():
        bezig.wait(20)
        try:
            importeer(goed())
        except Geweigerd as weigering:
            return str(weigering)
        finally:
            genoeg.set()
        return "ingelezen"

    assert "al een bestand" in tegelijk(houd_bezet, probeer)[1]
