"""Titles say what is true, and nothing when there is nothing to say."""

from decimal import Decimal

import pytest

from verbinder.dashboard import titels
from verbinder.dashboard.titels import Deel


@pytest.mark.parametrize(
    ("in_beeld", "werken", "titel"),
    [
        (96, 31, "Van 96 mensen in beeld zijn er 31 aan het werk"),
        (96, 1, "Van 96 mensen in beeld is er 1 aan het werk"),
        (96, 0, "Van 96 mensen in beeld is nog niemand aan het werk"),
        (12, 12, "Alle 12 mensen in beeld zijn aan het werk"),
        (1_240, 300, "Van 1.240 mensen in beeld zijn er 300 aan het werk"),
        (9, 4, ""),
        (0, 0, ""),
    ],
)
def test_how_many_of_the_people_in_beeld_work(in_beeld, werken, titel):
    assert titels.aan_het_werk(in_beeld, werken) == titel


@pytest.mark.parametrize(
    ("waarden", "titel"),
    [
        ([13, 15, 20], "Meer mensen naar werk: 20 in 2026-1, 13 in 2025-1"),
        ([20, 30, 13], "Minder mensen naar werk: 13 in 2026-1, 20 in 2025-1"),
        ([100, 50, 103], "Ongeveer evenveel mensen naar werk: 103 in 2026-1, 100 in 2025-1"),
        ([100, 50, 91], "Ongeveer evenveel mensen naar werk: 91 in 2026-1, 100 in 2025-1"),
        ([20, 0, 20], "Evenveel mensen naar werk: 20 in 2026-1, 20 in 2025-1"),
        ([0, 0, 12], "Meer mensen naar werk: 12 in 2026-1, 0 in 2025-1"),
        ([12, 5, 0], "Minder mensen naar werk: 0 in 2026-1, 12 in 2025-1"),
        ([10, 0, 14], ""),  # four more is no change, and not about the same either
        ([3, 4, 9], ""),
        ([0, 0, 0], ""),
        ([], ""),
        ([40], ""),
    ],
)
def test_how_a_number_went(waarden, titel):
    momenten = ["2025-1", "2025-2", "2026-1"][-len(waarden) :] if waarden else []

    assert titels.verloop("mensen naar werk", momenten, waarden) == titel


@pytest.mark.parametrize(
    ("delen", "titel"),
    [
        ([12, 20, 31, 9], "Het vaakst: C, 31 van de 72 lopende trajecten"),
        ([12, 40, 3], "Meer dan de helft van de lopende trajecten: B (40 van de 55)"),
        ([15, 15], ""),
        ([30, 20, 30], ""),
        ([20, 20, 0], ""),
        ([0, 25, 0], "Alle 25 lopende trajecten: B"),
        ([36, 36, 1], ""),
        ([5, 3], ""),
        ([0, 0], ""),
        ([], ""),
    ],
)
def test_the_largest_part_of_a_whole(delen, titel):
    genoemd = [Deel("ABCD"[nummer], aantal) for nummer, aantal in enumerate(delen)]

    assert titels.grootste(genoemd, "lopende trajecten") == titel


def test_exactly_half_is_not_more_than_half():
    assert titels.grootste([Deel("A", 20), Deel("B", 15), Deel("C", 5)], "dingen") == (
        "Het vaakst: A, 20 van de 40 dingen"
    )


@pytest.mark.parametrize(
    ("gemeenten", "titel"),
    [
        ([(1, 2), (3, 9), (0, 1)], "B is in elke gemeente het grootst"),
        ([(1, 2), (3, 9), (5, 1)], "B is in 2 van de 3 gemeenten het grootst"),
        ([(1, 2), (3, 9), (5, 1), (5, 1)], ""),
        ([(1, 2), (2, 2), (2, 2)], ""),
        ([(1, 2), (3, 9), (0, 0)], ""),  # only two gemeenten have anything
        ([], ""),
    ],
)
def test_which_part_is_largest_in_most_gemeenten(gemeenten, titel):
    rijen = [[Deel("A", a), Deel("B", b)] for a, b in gemeenten]

    assert titels.grootste_per_gemeente(rijen) == titel


@pytest.mark.parametrize(
    ("n", "noemer", "titel"),
    [
        (26, 40, "Van 40 werkt 65 %"),
        (1, 400, "Van 400 werkt 1 %"),
        (399, 400, "Van 400 werkt 99 %"),
        (0, 40, "Van 40 werkt niemand"),
        (40, 40, "Van 40 werkt iedereen"),
        (3, 9, ""),
        (0, 0, ""),
    ],
)
def test_a_share_as_a_sentence(n, noemer, titel):
    assert titels.aandeel(n, noemer, "Van {N} werkt {deel}") == titel


@pytest.mark.parametrize(
    ("mediaan", "mensen", "titel"),
    [
        (Decimal("41"), 12, "Minstens de helft wachtte 41 dagen of korter op het eerste traject"),
        (Decimal("1"), 12, "Minstens de helft wachtte 1 dag of korter op het eerste traject"),
        (Decimal("0"), 12, "Minstens de helft begon zonder wachttijd aan het eerste traject"),
        (Decimal("41"), 9, ""),
        (None, 0, ""),
    ],
)
def test_what_a_median_says(mediaan, mensen, titel):
    assert titels.wachttijd(mediaan, mensen) == titel


@pytest.mark.parametrize(
    ("aantallen", "mensen", "titel"),
    [
        ([2, 8], 78, "Het vaakst onbekend: opleiding, bij 8 volwassenen"),
        ([1, 0], 78, "Het vaakst onbekend: wet, bij 1 volwassene"),
        ([0, 0], 78, "Van alle 78 volwassenen in beeld zijn deze gegevens bekend"),
        ([4, 4], 78, ""),
        ([2, 3], 5, ""),
    ],
)
def test_which_fact_is_missing_most(aantallen, mensen, titel):
    delen = [Deel("wet", aantallen[0]), Deel("opleiding", aantallen[1])]

    assert titels.onbekend(delen, mensen) == titel
