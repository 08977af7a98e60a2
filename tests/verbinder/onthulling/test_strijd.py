"""The audit against an attacker who reads the published files and knows the definitions.

Every case is attacked as outsider, as each gemeente, and where somebody works for several of them
as those together: no secret found exactly, none narrowed to less than three.
"""

from dataclasses import replace

import pytest

from tests.verbinder.onthulling.lastig import LASTIG, STAND, Geval, publicatie
from tests.verbinder.onthulling.strijd import bestorm, keur
from tests.verbinder.onthulling.verzonnen import Vorm, verzin
from tests.verbinder.onthulling.willekeurig import willekeurig
from verbinder.indicatoren import Plaats
from verbinder.onthulling.audit import audit
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import STRENG

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

# The other cases differ in what was known before, or are a second rule themselves.
BEIDE = [
    naam
    for naam in LASTIG
    if naam not in ("cumulatief", "een_gemeente_leverde_niets", "precieze_koppen", "streng_na_mild")
]


@pytest.mark.parametrize("naam", LASTIG)
def test_a_nasty_region_keeps_its_secrets(naam):
    houdt_stand(LASTIG[naam]().met(*ALLEEN.get(naam, KERN)))


@pytest.mark.parametrize("zaad", range(101, 111))
def test_a_random_region_keeps_its_secrets(zaad):
    houdt_stand(willekeurig(zaad))


def test_who_wrongly_assumes_that_nobody_moved_does_not_come_close_either():
    """Six trajecten ran, six began and thirteen run: one came along with somebody who moved here.
    Who reads 15 beside two secrets would think that both are six or seven, and be right."""
    houdt_stand(willekeurig(47))


@pytest.mark.parametrize("zaad", [25, 125])
def test_a_gemeente_that_wrongly_assumes_that_nobody_else_moved_does_not_come_close(zaad):
    """It knows who moved of its own people. Who ran or began elsewhere would still run or have
    ended: that leaves one or two values for what ended, of which one is true."""
    houdt_stand(willekeurig(zaad, alles=True).met("A3", "A4", "A5", "B1"))


def test_a_gemeente_that_moved_people_itself_knows_that_the_others_did_not():
    """What came along in its own figures it subtracts; the rest adds up."""
    houdt_stand(willekeurig(487))


@pytest.mark.parametrize("naam", BEIDE)
def test_who_holds_both_editions_of_a_nasty_region_finds_nothing(naam):
    """The one for the region is audited first; the public one beside it, from what that shows."""
    houdt_beide_stand(LASTIG[naam]().met(*ALLEEN.get(naam, STAND)))


@pytest.mark.parametrize("zaad", [103, 106, 109])
def test_who_holds_both_editions_of_a_random_region_finds_nothing(zaad):
    houdt_beide_stand(willekeurig(zaad))


def test_a_list_that_only_the_public_edition_merges_gives_nothing_away():
    """From 500 people on the region reads a list in full that the public edition merges."""
    geval = Geval(publicatie(verzin(7, Vorm(gemeenten=3, personen=620)))).met("A1")
    gewoon, openbaar = houdt_beide_stand(geval)

    samengevoegd = Plaats("A1", "wet", "overig")
    assert samengevoegd not in {c.plaats for c in gewoon.cellen()}
    assert samengevoegd in {c.plaats for c in openbaar.cellen()}


def houdt_beide_stand(geval: Geval) -> tuple[Publicatie, Publicatie]:
    gewoon, ervoor, _ = keur(geval)
    naast = replace(gewoon, afstand=0)
    bekend = [naast, *([ervoor] if ervoor else [])]
    verslag = audit(replace(gewoon, regel=STRENG), bekend, samen=geval.samen)
    assert verslag.klaar
    weggelaten = frozenset(gewoon.weggelaten) | verslag.tabellen
    openbaar = replace(gewoon, regel=STRENG, weggelaten=weggelaten)
    buit = bestorm(openbaar, naast, samen=geval.samen)
    assert buit.mogelijk
    assert (buit.exact, buit.smal, buit.onbeslist) == ([], [], 0)
    return gewoon, openbaar


def houdt_stand(geval: Geval) -> None:
    nu, ervoor, verslag = keur(geval)
    assert verslag.klaar
    assert not verslag.tegenspraak
    assert verslag.smalste is None or verslag.smalste >= 3
    buit = bestorm(nu, ervoor, geval.stromen, samen=geval.samen)
    assert buit.mogelijk
    assert (buit.exact, buit.smal, buit.onbeslist) == ([], [], 0)
