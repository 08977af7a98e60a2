"""Who answers for somebody, worked out before writing, is what the database works out after it."""

import random
from datetime import date, timedelta

import pytest

from statushouders.models import Ligging
from statushouders.uitwisseling.verantwoordelijk import tijdlijn
from tests.statushouders.uitwisseling.werkmappen import importeer

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# Ordinary ones, ended ones, one that came later, one that changed region, one that will end.
GEMEENTEN = [
    "Hilversum", "Huizen", "Amsterdam", "Weesp", "Brielle", "Haaren", "Voorne aan Zee",
    "Land van Cuijk", "Elburg", "Olst-Wijhe", "Wijdemeren",
]  # fmt: skip


def verzonnen(aantal: int, zaad: int) -> dict:
    """Persons with a few periods of each soort, which overlap between soorten but not within."""
    keer = random.Random(zaad)
    personen = [["kenmerk", "geboortejaar", "doelgroep", "wet", "aangemeld_op"]]
    verblijf = [["kenmerk", "soort", "gemeente", "van", "tot_en_met"]]
    for nummer in range(aantal):
        personen.append([f"K{nummer}", 1990, "overig", "onbekend", date(2024, 1, 1)])
        for soort in ("azc", "koppeling", "vestiging"):
            dag = date(2019, 1, 1) + timedelta(days=keer.randrange(2_500))
            for _ in range(keer.randrange(3)):
                eind = dag + timedelta(days=keer.randrange(900))
                verblijf.append([f"K{nummer}", soort, keer.choice(GEMEENTEN), dag, eind])
                dag = eind + timedelta(days=keer.choice([1, 1, 30, 400]))
            if verblijf[-1][:2] == [f"K{nummer}", soort] and keer.random() < 0.6:
                verblijf[-1][4] = None
    return {"statushouders": personen, "verblijf": verblijf}


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_our_timeline_is_the_ligging_of_the_database(overal, zaad):
    uitkomst = importeer(verzonnen(150, zaad))
    assert uitkomst.fouten == []
    gemeenten = uitkomst.naslag.gemeenten
    velden = ("statushouder__kenmerken__kenmerk", "van", "tot_en_met", "gemeente_id", "regio_id")

    onze = {
        (kenmerk, deel.van, deel.tot_en_met, deel.gemeente_id, deel.regio_id)
        for kenmerk, persoon in uitkomst.plan.op_kenmerk.items()
        for deel in tijdlijn(persoon.verblijf, gemeenten)
        if deel.regio_id is not None
    }

    assert len(onze) > 300
    assert onze == set(Ligging.objects.values_list(*velden))


def test_the_same_generated_file_twice_changes_nothing(overal):
    bladen = verzonnen(60, 4)
    importeer(bladen)

    assert not importeer(bladen).iets_veranderd
