"""The audit against an attacker who reads the published files and knows the definitions.

Every case is attacked as outsider, as each gemeente, and where somebody works for several of them
as those together: no secret found exactly, none narrowed to less than three.
"""

import pytest

from tests.verbinder.onthulling.lastig import LASTIG, STAND, Geval
from tests.verbinder.onthulling.strijd import bestorm, keur
from tests.verbinder.onthulling.willekeurig import willekeurig

# With fewer indicators an attack takes a second; `make bench` attacks with all of them.
KERN = ("A1", "A3", "A4", "A6", "A7", "B", "D1")
ALLEEN = {
    "cumulatief": ("C1", "C2", "C3", "E"),
    "drie_trajecten_per_persoon": ("A", "D4"),
    "een_persoon_erbij": (*STAND, "A2"),
    "een_persoon_eruit": ("A1", "A3", "A4", "B1", "B2"),
    "een_persoon_verhuist": (*STAND, "A2", "B1"),
    "net_groot_genoeg": (*STAND, "A7"),
    "niets_veranderd": STAND,
    "op_de_grens": (*STAND, "A7"),
    "percentages_bijna_alles": ("A1", "A3", "A7"),
    "percentages_bijna_niets": ("A1", "A3", "A7"),
}


@pytest.mark.parametrize("naam", LASTIG)
def test_a_nasty_region_keeps_its_secrets(naam):
    houdt_stand(LASTIG[naam]().met(*ALLEEN.get(naam, KERN)))


@pytest.mark.parametrize("zaad", range(101, 111))
def test_a_random_region_keeps_its_secrets(zaad):
    houdt_stand(willekeurig(zaad))


def houdt_stand(geval: Geval) -> None:
    nu, ervoor, verslag = keur(geval)
    assert verslag.klaar
    assert not verslag.tegenspraak
    assert verslag.smalste is None or verslag.smalste >= 3
    buit = bestorm(nu, ervoor, geval.stromen, samen=geval.samen)
    assert buit.mogelijk
    assert (buit.exact, buit.smal, buit.onbeslist) == ([], [], 0)
