"""What the audit does with what it finds, and with what it cannot finish."""

from dataclasses import replace

import pytest

from tests.verbinder.onthulling.lastig import (
    DRIE,
    EEN,
    LASTIG,
    TWEE,
    Geval,
    mensen,
    met_traject,
    publicatie,
)
from tests.verbinder.onthulling.strijd import bestorm, keur
from tests.verbinder.onthulling.verzonnen import Regio, Vorm, verzin
from verbinder.onthulling.audit import audit
from verbinder.onthulling.regel import MILD, STRENG
from verbinder.onthulling.verslag import Auditverslag


def test_without_the_audit_the_attacker_finds_secrets():
    """The attacker has teeth: else all that it does not find proves nothing."""
    geval = LASTIG["een_overheersende_gemeente"]().met("A1", "A3", "A4")

    assert bestorm(geval.nu).smal
    assert not bestorm(keur(geval)[0]).smal


def test_the_verdict_names_each_table_that_is_left_out_and_why():
    geval = LASTIG["een_overheersende_gemeente"]().met("A1", "A3", "A4")
    verslag = audit(geval.nu)

    assert verslag.klaar
    for weglating in verslag.weggelaten:
        assert weglating.cel.startswith(weglating.indicator)
        assert weglating.aanvaller == "buitenstaander" or weglating.aanvaller.startswith("GM")
    assert Auditverslag.uit_gegevens(verslag.als_gegevens()) == verslag


def test_the_same_figures_give_the_same_verdict():
    geval = LASTIG["eenlingen"]().met("A1", "A3")

    assert audit(geval.nu).zonder_tijden() == audit(geval.nu).zonder_tijden()


def test_an_audit_that_runs_out_of_time_says_so_and_is_not_done():
    verslag = audit(LASTIG["twee_gemeenten"]().met("A1", "A3").nu, seconden_totaal=0)

    assert not verslag.klaar
    assert verslag.reden == (
        "De controle op kleine aantallen was na 0 seconden niet klaar. Start haar opnieuw, of "
        "kies een strengere regel."
    )


def test_progress_runs_from_nothing_to_all():
    stappen = []
    audit(
        LASTIG["twee_gemeenten"]().met("A1", "A3").nu,
        voortgang=lambda gedaan, totaal: stappen.append((gedaan, totaal)),
    )

    assert stappen[-1][0] == stappen[-1][1] > 0


def test_a_gemeente_whose_own_figures_are_missing_stops_the_audit():
    nu = LASTIG["twee_gemeenten"]().met("A1").nu

    with pytest.raises(ValueError, match=f"De eigen cijfers ontbreken van {TWEE}"):
        audit(replace(nu, per_gemeente={EEN: nu.per_gemeente[EEN]}))


def test_what_a_region_without_people_publishes_is_safe():
    verslag = audit(publicatie(Regio([EEN, TWEE], [])))

    assert (verslag.klaar, verslag.weggelaten) == (True, ())


def test_who_works_for_two_gemeenten_is_attacked_as_well():
    """Alone each of the small ones learns nothing, together they subtract themselves."""
    personen = met_traject(mensen(60, EEN)) + mensen(6, TWEE, geslacht="x")
    personen += mensen(6, DRIE, geslacht="x")
    nu = Geval(publicatie(Regio([EEN, TWEE, DRIE], personen))).met("A1").nu

    apart, samen = audit(nu), audit(nu, samen=[(TWEE, DRIE)])

    assert "GM1001 en GM1002" not in [a.naam for a in apart.aanvallers]
    assert "GM1001 en GM1002" in [a.naam for a in samen.aanvallers]
    assert len(samen.weggelaten) >= len(apart.weggelaten)


def test_a_later_half_year_that_readers_hold_counts_as_known():
    """A second version of an older half-year stands between the one before and the one after."""
    geval = LASTIG["niets_veranderd"]().met("A1", "A2", "A3", "A5")
    vooraf, verslag = geval.ervoor, audit(geval.nu)
    later = replace(geval.nu, weggelaten=verslag.tabellen, afstand=1)
    nu = replace(vooraf, weggelaten=audit(vooraf, [later]).tabellen)

    assert not bestorm(geval.nu, replace(nu, afstand=-1)).exact


def test_what_was_given_away_before_is_named_and_does_not_empty_the_new_one():
    regio = verzin(20, Vorm(gemeenten=3, personen=120))
    gelekt = publicatie(regio, regel=MILD, afstand=0)
    nu = publicatie(regio, regel=STRENG)
    geval = Geval(nu, gelekt).met("A1", "A3")

    verslag = audit(geval.nu, [geval.ervoor])

    assert verslag.klaar
    assert verslag.eerder_herleidbaar
    assert replace(geval.nu, weggelaten=verslag.tabellen).getoond()
