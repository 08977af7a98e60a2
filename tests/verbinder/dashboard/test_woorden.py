"""Comparisons in words, and the half-years that they compare."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from regio.perioden import Periode, halfjaar
from verbinder.dashboard.perioden import Keuze, lees_keuze, te_kiezen
from verbinder.dashboard.woorden import eerder, geteld, vergelijking
from verbinder.indicatoren import INDICATOREN, Cijfer, Eenheid, Maat, Plaats

TOEN = "een halfjaar geleden"


def cijfer(waarde, maat=Maat.AANTAL) -> Cijfer:
    return Cijfer(Plaats("A1"), Eenheid.PERSONEN, maat, None, None, waarde)


@pytest.mark.parametrize(
    ("nu", "toen", "zin"),
    [
        (72, 64, "8 meer dan een halfjaar geleden (+13 %)"),
        (64, 72, "8 minder dan een halfjaar geleden (−11 %)"),
        (12, 10, "2 meer dan een halfjaar geleden (+20 %)"),
        (12, 9, "3 meer dan een halfjaar geleden"),  # no percentage on a small base
        (12, 0, "12 meer dan een halfjaar geleden"),
        (1001, 1000, "1 meer dan een halfjaar geleden"),  # rounds to nothing
        (0, 12, "12 minder dan een halfjaar geleden (−100 %)"),
        (5, 5, "evenveel als een halfjaar geleden"),
        (0, 0, "evenveel als een halfjaar geleden"),
    ],
)
def test_counts_are_compared_in_words(nu, toen, zin):
    assert vergelijking(cijfer(nu), cijfer(toen), TOEN) == zin


@pytest.mark.parametrize(
    ("nu", "toen", "zin"),
    [
        (59, 56, "3 procentpunten hoger dan een halfjaar geleden"),
        (55, 56, "1 procentpunt lager dan een halfjaar geleden"),
        (55, 55, "even hoog als een halfjaar geleden"),
        (55, None, "niet te vergelijken met een halfjaar geleden"),
        (None, 55, "niet te vergelijken met een halfjaar geleden"),
    ],
)
def test_percentages_differ_in_points(nu, toen, zin):
    maat = Maat.PERCENTAGE

    assert vergelijking(cijfer(nu, maat), cijfer(toen, maat), TOEN) == zin


@pytest.mark.parametrize(
    ("nu", "toen", "zin"),
    [
        ("41", "58", "17 dagen korter dan een halfjaar geleden"),
        ("41.5", "40.5", "1 dag langer dan een halfjaar geleden"),
        ("41", "40.5", "0,5 dagen langer dan een halfjaar geleden"),
        ("41", "41", "even lang als een halfjaar geleden"),
    ],
)
def test_medians_are_longer_or_shorter(nu, toen, zin):
    maat = Maat.MEDIAAN

    assert vergelijking(cijfer(Decimal(nu), maat), cijfer(Decimal(toen), maat), TOEN) == zin


def test_of_a_running_half_year_only_the_days_until_today_are_measured_and_compared():
    keuze = Keuze(halfjaar(2026, 2), date(2026, 11, 20))

    assert keuze.loopt
    assert keuze.periode == Periode(date(2026, 7, 1), date(2026, 11, 21))
    assert keuze.halfjaar_eerder == Periode(date(2026, 1, 1), date(2026, 5, 21))
    assert keuze.jaar_eerder == Periode(date(2025, 7, 1), date(2025, 11, 21))


def test_a_whole_half_year_is_compared_with_whole_half_years():
    keuze = Keuze(halfjaar(2026, 1), date(2026, 11, 20))

    assert not keuze.loopt
    assert keuze.peildatum == date(2026, 6, 30)
    assert keuze.halfjaar_eerder == Periode(date(2025, 7, 1), date(2026, 1, 1))
    assert keuze.jaar_eerder == Periode(date(2025, 1, 1), date(2025, 7, 1))


@pytest.mark.parametrize("dag", [date(2026, 7, 1), date(2026, 8, 31), date(2026, 12, 31)])
def test_every_day_has_a_day_half_a_year_before(dag):
    eerder_ = Keuze(halfjaar(2026, 2), dag).halfjaar_eerder

    assert eerder_.van == date(2026, 1, 1)
    assert eerder_.van <= eerder_.peildatum <= date(2026, 6, 30)


def test_flows_of_a_running_half_year_say_that_they_compare_a_part():
    keuze = Keuze(halfjaar(2026, 2), date(2026, 11, 20))

    assert eerder(INDICATOREN["A1"], keuze)[0] == "een halfjaar geleden"
    assert eerder(INDICATOREN["A5"], keuze)[0] == "in hetzelfde deel van vorig halfjaar"
    vorig = Keuze(halfjaar(2026, 1), date(2026, 11, 20))
    assert eerder(INDICATOREN["A5"], vorig)[0] == "een halfjaar eerder"


def test_the_running_half_year_is_shown_unless_another_is_asked():
    vandaag = date(2026, 11, 20)

    assert lees_keuze("", vandaag).halfjaar == halfjaar(2026, 2)
    assert lees_keuze("2025-1", vandaag).halfjaar == halfjaar(2025, 1)


@pytest.mark.parametrize("code", ["2027-1", "2026-3", "2020-2", "vorig jaar", "2026-1; drop"])
def test_what_has_no_figures_is_refused(code):
    with pytest.raises(ValidationError):
        lees_keuze(code, date(2026, 11, 20))


def test_an_older_half_year_that_was_asked_can_be_seen_among_the_choices():
    keuzes = te_kiezen(date(2026, 11, 20), halfjaar(2022, 1))

    assert keuzes[0].halfjaar == halfjaar(2026, 2)
    assert keuzes[-1].halfjaar == halfjaar(2022, 1)
    assert len(keuzes) == 7


@pytest.mark.parametrize(
    ("aantal", "eenheid", "tekst"),
    [
        (1, Eenheid.PERSONEN, "1 persoon"),
        (2, Eenheid.PERSONEN, "2 mensen"),
        (1_200, Eenheid.TRAJECTEN, "1.200 trajecten"),
    ],
)
def test_numbers_with_what_they_count(aantal, eenheid, tekst):
    assert geteld(aantal, eenheid) == tekst
