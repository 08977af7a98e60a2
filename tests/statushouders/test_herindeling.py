"""Two herindelingen: the dossier, and where somebody counts, follow on the day itself (R5)."""

from datetime import date

import pytest
import time_machine

from regio.logboek import Door
from regio.models import Rol
from regio.perioden import EIND_DER_TIJDEN
from statushouders.models import Statushouder
from statushouders.services.dagwissel import wissel_dag
from statushouders.tasks import dagwissel
from tests.mensen import geef, laat_meedoen, maak_gebruiker
from tests.statushouders.hulp import maak_persoon, scope

pytestmark = pytest.mark.django_db

SYSTEEM = Door.systeem("dagwissel")


def gevolgd(gebruiker, *, op):
    """The gemeente of the only dossier that this user may open on `op`, or None."""
    with scope(gebruiker, op=op):
        persoon = Statushouder.objects.first()
        return persoon and persoon.dossiergemeente.naam


def telt_in(gebruiker, *, op):
    with scope(gebruiker, op=op):
        return list(
            Statushouder.objects.get()
            .ligging.order_by("van")
            .values_list("regio__code", "gemeente__naam", "van", "tot_en_met")
        )


def test_weesp_becomes_amsterdam_and_leaves_the_region_on_24_march_2022(mensen):
    voor, na = date(2022, 3, 23), date(2022, 3, 24)
    laat_meedoen("Weesp")
    laat_meedoen("Amsterdam")
    amsterdam = maak_gebruiker("amsterdam", Rol.VERBINDER, "AM18")
    with scope(mensen.verbinder, op=voor) as door:
        maak_persoon(
            door,
            in_="Weesp",
            op=voor,
            aangemeld_op=date(2022, 1, 10),
            verblijf_van=date(2022, 1, 1),
        )

    assert wissel_dag(op=voor, door=SYSTEEM)["opgeheven"] == 0
    assert gevolgd(mensen.verbinder, op=voor) == "Weesp"

    assert wissel_dag(op=na, door=SYSTEEM)["opgeheven"] == 1
    assert wissel_dag(op=na, door=SYSTEEM)["opgeheven"] == 0

    assert gevolgd(mensen.verbinder, op=na) is None
    assert gevolgd(amsterdam, op=na) == "Amsterdam"
    assert telt_in(amsterdam, op=na) == [
        ("AM12", "Weesp", date(2022, 1, 1), date(2022, 3, 23)),
        ("AM18", "Amsterdam", date(2022, 3, 24), EIND_DER_TIJDEN),
    ]


def test_wijdemeren_becomes_hilversum_on_1_january_2027_inside_the_region(mensen):
    voor, na = date(2026, 12, 31), date(2027, 1, 1)
    wijdemeren = maak_gebruiker("wijdemeren", Rol.KLANTMANAGER, "Wijdemeren")
    with scope(wijdemeren, op=voor) as door:
        maak_persoon(door, in_="Wijdemeren", op=voor)

    assert wissel_dag(op=voor, door=SYSTEEM)["opgeheven"] == 0
    assert gevolgd(mensen.klantmanager, op=voor) is None

    # Some days late: the machine was off over new year.
    assert wissel_dag(op=date(2027, 1, 4), door=SYSTEEM)["opgeheven"] == 1

    assert gevolgd(mensen.klantmanager, op=na) == "Hilversum"
    assert gevolgd(wijdemeren, op=na) is None
    assert telt_in(mensen.klantmanager, op=na) == [
        ("AM12", "Wijdemeren", date(2026, 5, 1), date(2026, 12, 31)),
        ("AM12", "Hilversum", date(2027, 1, 1), EIND_DER_TIJDEN),
    ]


def test_a_klantmanager_who_goes_along_keeps_the_dossiers(mensen):
    wijdemeren = maak_gebruiker("wijdemeren", Rol.KLANTMANAGER, "Wijdemeren")
    geef(wijdemeren, Rol.KLANTMANAGER, "Hilversum", van=date(2027, 1, 1))
    with scope(wijdemeren, op=date(2026, 12, 31)) as door:
        maak_persoon(door, in_="Wijdemeren", op=date(2026, 12, 31), contactpersoon=wijdemeren)

    wissel_dag(op=date(2027, 1, 1), door=SYSTEEM)

    with scope(wijdemeren, op=date(2027, 1, 1)):
        assert Statushouder.objects.get().contactpersoon == wijdemeren


def test_the_task_of_the_night_needs_no_scope_and_may_run_twice(mensen):
    with scope(mensen.verbinder, op=date(2026, 12, 31)) as door:
        maak_persoon(door, in_="Wijdemeren", op=date(2026, 12, 31))

    with time_machine.travel("2027-01-01 00:05", tick=False):
        assert dagwissel() == {"opgeheven": 1, "verhuisd": 0}
        assert dagwissel() == {"opgeheven": 0, "verhuisd": 0}
