"""What a reader holds to be true who assumes more than is."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from tests.verbinder.onthulling.strijd import keur
from tests.verbinder.onthulling.willekeurig import willekeurig
from verbinder.indicatoren.uitsplitsingen import TOTAAL
from verbinder.onthulling import geloof
from verbinder.onthulling.audit import audit
from verbinder.onthulling.rijen import Geloof, Rijen

VRIJ = np.inf
# What it was, what came, what it is.
STAND = np.array([6.0, 6.0, 13.0])
NIEMAND_VERHUISDE, EVENVEEL = "niemand verhuisde", "evenveel"


@pytest.fixture
def rijen() -> Rijen:
    """One more than was and came, which can only have moved here; and as much as came as was."""
    rijen = Rijen()
    rijen.voeg_toe([0, 1, 2], [1, 1, -1], gelijk=False, aanname=NIEMAND_VERHUISDE)
    rijen.voeg_toe([0, 1], [1, -1], gelijk=True, aanname=EVENVEEL)
    rijen.stel_samen(STAND)
    return rijen


def test_an_assumption_is_known_where_it_is_right(rijen):
    onder, boven = rijen.grenzen(np.zeros(3))

    assert onder.tolist() == [-VRIJ, 0]
    assert boven.tolist() == [VRIJ, 0]


def test_whose_own_somebody_moved_knows_that_nobody_else_did(rijen):
    onder, _ = rijen.grenzen(np.array([0.0, 0.0, 1.0]))

    assert onder[0] == -1
    assert rijen.onjuist(np.array([0.0, 0.0, 1.0])) == []


def test_who_believes_holds_it_of_all_others(rijen):
    eigen = np.array([1.0, 1.0, 1.0])
    onder, boven = rijen.grenzen_volgens(eigen, Geloof(frozenset([NIEMAND_VERHUISDE])))

    assert rijen.onjuist(eigen) == [NIEMAND_VERHUISDE]
    assert (onder[0], boven[0]) == (1, VRIJ)
    assert (onder[1], boven[1]) == (0, 0)


def test_who_believes_one_thing_alone_knows_nothing_of_the_rest(rijen):
    alleen = Geloof(frozenset([NIEMAND_VERHUISDE]), ook_juist=False)
    onder, boven = rijen.grenzen_volgens(np.zeros(3), alleen)

    assert (onder[1], boven[1]) == (-VRIJ, VRIJ)


def test_a_secret_of_the_half_year_before_costs_no_more_than_it_must():
    """A gemeente finds it by way of many tables, but not without one of them."""
    geval = willekeurig(25, alles=True).met("A3", "A4", "A5", "B1")
    nu, ervoor, verslag = keur(geval)

    assert len(verslag.tabellen) < 10
    for tabel in nu.getoond():
        assert tabel.uitsplitsing != TOTAAL or tabel not in verslag.tabellen
    assert audit(nu, [ervoor]).weggelaten == ()


class Tegenstrijdig:
    """Whoever holds the one assumption cannot hold the other."""

    gevallen = (None,)

    def __init__(self, *_) -> None: ...

    def kan(self, naam: str, geloof: Geloof) -> bool:
        return not {"een", "ander"} <= geloof.aannames

    def geval(self, naam: str, geloof: Geloof) -> int:
        return 0


def test_each_wrong_assumption_gets_a_turn_with_all_that_go_with_it(monkeypatch):
    monkeypatch.setattr(geloof, "Denkbaar", Tegenstrijdig)
    monkeypatch.setattr(geloof.Geloven, "_zoeker_van", lambda _, geloven, waar: geloven)
    model = SimpleNamespace(
        aanvallers=["wie"],
        aannames=lambda: ["een", "ander", "past"],
        onjuiste_aannames=lambda naam: ["een", "ander"],
    )

    beurten = geloof.Geloven(model, None, 5.0, lambda: None).zoekers()

    assert [beurt["wie"].aannames for beurt in beurten] == [{"een"}, {"ander", "past"}]


def test_who_believes_too_much_is_searched_for_a_limited_time_and_the_verdict_says_so():
    geval = willekeurig(25, alles=True).met("A3", "A4", "A5", "B1")
    ervoor = replace(geval.ervoor, weggelaten=audit(geval.ervoor).tabellen)

    ruim, krap = (audit(geval.nu, [ervoor], seconden_geloof=tijd) for tijd in (120, 0))

    assert (ruim.klaar, ruim.gelovigen_klaar) == (True, True)
    assert (krap.klaar, krap.gelovigen_klaar) == (True, False)
    assert set(krap.tabellen) < set(ruim.tabellen)


def test_progress_counts_who_believes_too_much_as_well(monkeypatch):
    monkeypatch.setattr("verbinder.onthulling.audit.MELD_OM_DE", 0)
    geval = willekeurig(25, alles=True).met("A3", "A4", "A5", "B1")
    stappen: list[tuple[int, int]] = []

    audit(geval.nu, [geval.ervoor], voortgang=lambda *stap: stappen.append(stap))

    assert max(totaal for _, totaal in stappen) > stappen[0][1]
    assert stappen[-1][0] == stappen[-1][1]
