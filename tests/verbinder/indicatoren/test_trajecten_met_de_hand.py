"""Trajecten by hand: R6, R7, R18, R29, R30, R34 and "Trajecten" of docs/cijfers.md."""

import pytest

from tests.naief.codes import EINDREDEN
from tests.verbinder.indicatoren.hulp import (
    HILVERSUM,
    HUIZEN,
    UTRECHT,
    Geteld,
    azc,
    dag,
    gekoppeld,
    iemand,
    in_beeld,
    traject,
    woont,
)

pytestmark = pytest.mark.django_db


def test_r6_two_trajecten_at_once_are_two_trajecten_and_one_person():
    dubbel = iemand(
        traject("2026-02-01", lijn=2), traject("2026-03-01", lijn=3), traject("2026-04-01", lijn=3)
    )
    telling = Geteld("2026-1", dubbel)

    assert (telling("A3"), telling("A4")) == (1, 3)
    assert telling.per("A3", "actielijn") == {"2": 1, "3": 1}
    assert telling.per("A4", "actielijn") == {"2": 1, "3": 2}


def test_r7_persons_of_two_half_years_may_not_be_added():
    heel_jaar = iemand(traject("2026-03-01", "2026-09-01"))

    assert Geteld("2026-1", heel_jaar)("A6") == 1
    assert Geteld("2026-2", heel_jaar)("A6") == 1


def test_an_administratieve_correctie_counts_nowhere():
    telling = Geteld(
        "2026-1",
        iemand(
            traject("2026-01-05", "2026-06-30", "administratieve_correctie", lijn=1),
            beeld=in_beeld("2026-01-01"),
        ),
    )

    for code in ("A3", "A4", "A5", "A6", "B1", "D1"):
        assert telling(code) == 0, code
    assert telling("A7") == (0, 1, 0)
    assert telling("A8") == 1  # nothing since the aanmelding, 180 days ago
    assert telling("A9") == (0, None)
    assert telling("B1", "eindreden", "administratieve_correctie") == 0


def test_r29_a_planned_traject_is_neither_begun_nor_running_and_a_later_end_is_still_running():
    telling = Geteld(
        "2026-1", iemand(traject("2026-07-01")), iemand(traject("2026-01-01", "2026-07-01"))
    )

    assert telling("A5") == 1
    assert telling("A4") == 1
    assert telling("B1") == 0


def test_r34_the_actielijn_is_that_of_the_traject_and_a_startbaan_is_one_under_any_actielijn():
    telling = Geteld(
        "2026-1",
        iemand(
            traject("2026-02-01", soort="startbaan", lijn=4),
            traject("2026-02-02", soort="startbaan_parttime", lijn=3),
            traject("2025-02-02", "2026-06-29", soort="startbaan", lijn=3),
        ),
    )

    assert telling.per("A5", "actielijn") == {"3": 1, "4": 1}
    assert (telling("D4.gestart"), telling("D4.lopend")) == (1, 1)
    assert telling("D4.gestart") == telling("A5", "trajectsoort", "startbaan")


def test_a7_is_the_part_of_a1_that_is_also_in_a3():
    telling = Geteld(
        "2026-1",
        iemand(traject("2026-01-01")),
        iemand(),
        iemand(),
        iemand(traject("2026-01-01"), beeld=in_beeld("2025-01-01", "2026-06-29")),
    )

    assert telling("A3") == 2
    assert telling("A7") == (1, 3, 33)


def test_a8_begins_on_the_91st_day_after_the_last_end_or_the_aanmelding():
    # 90 days before 30 June 2026 is 1 April.
    lang = in_beeld("2021-01-01")
    telling = Geteld(
        "2026-1",
        iemand(traject("2025-01-01", "2026-03-31"), beeld=lang),  # 91 days: counts
        iemand(traject("2025-01-01", "2026-04-01"), beeld=lang),  # 90 days
        iemand(beeld=in_beeld("2026-03-31")),  # never had one, 91 days: counts
        iemand(beeld=in_beeld("2026-04-01")),  # 90 days
        iemand(traject("2025-01-01", "2025-02-01"), beeld=in_beeld("2026-04-01")),  # the latest
        iemand(traject("2026-07-01"), beeld=lang),  # a planned one does not help: counts
        iemand(traject("2026-06-30"), beeld=lang),  # running
    )

    assert telling("A8") == 3


def test_a9_waits_for_the_first_of_all_trajecten_and_0_days_if_it_came_before_the_aanmelding():
    telling = Geteld(
        "2026-1",
        iemand(traject("2026-03-11"), traject("2026-03-01"), beeld=in_beeld("2026-02-01")),  # 28
        iemand(traject("2026-01-01"), beeld=in_beeld("2026-01-02")),  # 0
        iemand(traject("2025-12-31"), traject("2026-05-01"), beeld=in_beeld("2025-01-01")),  # not
    )

    assert telling("A9") == (2, 14)


def test_a9_of_two_first_trajecten_on_a_day_takes_the_smallest_reference_as_text():
    begin = "2026-03-01"
    gelijk = iemand(traject(begin, lijn=2, ref="T9"), traject(begin, lijn=3, ref="T10"))

    assert Geteld("2026-1", gelijk).per("A9", "actielijn") == {"3": (1, 1885)}


def test_a9_of_an_even_number_is_halfway_between_the_two_in_the_middle():
    aangemeld = in_beeld("2026-01-01")
    telling = Geteld(
        "2026-1", *(iemand(traject(f"2026-01-{n:02}"), beeld=aangemeld) for n in (2, 4, 7, 30))
    )

    assert str(telling("A9")[1]) == "4.5"  # 1, 3, 6 and 29 days


def test_a9_of_who_came_back_waits_since_the_latest_aanmelding():
    terug = iemand(
        in_beeld("2023-01-01", "2024-01-01"), traject("2026-02-11"), beeld=in_beeld("2026-02-01")
    )

    assert Geteld("2026-1", terug)("A9") == (1, 10)


def test_b2_and_b3_leave_out_the_neutral_ends_and_keep_the_unknown_in_the_denominator():
    # All 19 reasons once: 4 good, 7 dropped out, 6 neutral, 1 unknown, 1 correction.
    telling = Geteld("2026-1", *(iemand(traject("2026-01-01", "2026-02-01", r)) for r in EINDREDEN))

    assert telling("B1") == 18
    assert telling("B2") == (4, 12, 33)
    assert telling("B3") == (7, 12, 58)
    assert telling("B3", "eindreden", "taal_onvoldoende") == (1, 12, 8)
    assert telling("B3", "eindreden", "onbekend") == (0, 12, 0)


def test_r18_who_died_stays_in_the_ended_trajecten_and_out_of_the_percentages():
    telling = Geteld("2026-1", iemand(traject("2026-01-01", "2026-02-01", "overleden")))

    assert telling("B1") == 1
    assert telling("B2") == (0, 0, None)


def test_b4_counts_the_first_and_the_last_day():
    telling = Geteld(
        "2026-1",
        iemand(traject("2026-06-30", "2026-06-30")),  # 1 day
        iemand(traject("2026-01-01", "2026-01-31")),  # 31 days
        iemand(traject("2024-02-28", "2026-03-01")),  # 733 days, one of them a leap day
    )

    assert telling("B4") == (3, 31)


def test_d1_asks_for_a_day_of_actielijn_1_and_looks_at_the_last_one_for_the_koppeling():
    telling = Geteld(
        "2026-1",
        iemand(  # gekoppeld after the last day with a traject
            azc(HUIZEN, "2025-01-01"),
            gekoppeld(HILVERSUM, "2026-03-02"),
            traject("2025-01-01", "2026-03-01", lijn=1),
            traject("2025-01-01", lijn=2),
        ),
        iemand(traject("2026-06-30", lijn=1)),  # never in an azc
        iemand(traject("2026-06-30", lijn=2)),
    )

    assert telling("D1") == 2
    assert telling("D1.gekoppeld") == 1
    assert telling.per("D1", "gemeente") == {"nog_niet_gekoppeld": 1, HILVERSUM: 1}


def overgedragen(vestiging: str, *trajecten, **velden):
    vroeg = traject("2025-06-01", "2025-07-01", lijn=1)
    return iemand(woont(HILVERSUM, vestiging), vroeg, *trajecten, **velden)


def test_d2_is_judged_when_60_days_have_passed_since_the_first_vestiging():
    # 60 days after 2 November 2025 is 1 January 2026, and after 1 May 2026 it is 30 June.
    vestigingen = ("2025-11-01", "2025-11-02", "2026-05-01", "2026-05-02")
    telling = Geteld("2026-1", *(overgedragen(van) for van in vestigingen))

    assert telling("D2") == (0, 2, 0)


def test_d2_is_warm_with_a_traject_of_another_actielijn_on_any_of_those_days():
    # The first vestiging is 1 March, so the last day that helps is 30 April.
    vergissing = "administratieve_correctie"
    telling = Geteld(
        "2026-1",
        overgedragen("2026-03-01", traject("2025-08-01", "2026-03-01", lijn=2)),  # warm
        overgedragen("2026-03-01", traject("2026-04-30", lijn=4)),  # warm
        overgedragen("2026-03-01", traject("2025-08-01", "2026-02-28", lijn=3)),
        overgedragen("2026-03-01", traject("2026-05-01", lijn=3)),
        overgedragen("2026-03-01", traject("2026-03-02", lijn=1)),
        overgedragen("2026-03-01", traject("2026-03-02", "2026-03-03", vergissing)),
        overgedragen("2026-03-01", traject("2026-03-02"), geboortejaar=2010),  # under 18
        iemand(woont(HILVERSUM, "2026-03-01"), traject("2026-03-02")),  # no actielijn 1
    )

    assert telling("D2") == (2, 6, 33)


def test_d2_looks_at_the_first_vestiging_only_where_it_was():
    telling = Geteld(
        "2026-1",
        iemand(
            woont(HUIZEN, "2026-02-01", "2026-02-28"),
            woont(HILVERSUM, "2026-03-01"),
            traject("2026-01-01", lijn=1),
        ),
        iemand(
            woont(UTRECHT, "2026-02-01", "2026-02-28"),
            woont(HILVERSUM, "2026-03-01"),
            traject("2026-01-01", lijn=1),
        ),
    )

    assert telling.per("D2", "gemeente") == {HUIZEN: (0, 1, 0)}


def test_d2_somebody_of_actielijn_1_began_such_a_traject_by_the_peildatum():
    telling = Geteld(
        "2026-1",
        iemand(woont(HILVERSUM, "2026-03-01"), traject("2026-06-30", lijn=1)),
        iemand(woont(HILVERSUM, "2026-03-01"), traject("2026-07-01", lijn=1)),
    )

    assert telling("D2") == (0, 1, 0)


def test_d5_counts_a_person_once_on_the_first_of_both_days_in_the_period():
    telling = Geteld(
        "2026-1",
        iemand(
            woont(HUIZEN, "2025-01-01", "2026-01-31"),
            woont(HILVERSUM, "2026-02-01"),
            diplomawaardering_aangevraagd_op=dag("2026-01-31"),
            diplomawaardering_afgerond_op=dag("2026-02-01"),
        ),
    )

    assert telling.per("D5", "gemeente") == {HUIZEN: 1}
    assert telling.per("D5.aangevraagd", "gemeente") == {HUIZEN: 1}
    assert telling.per("D5.afgerond", "gemeente") == {HILVERSUM: 1}


def test_r30_what_is_entered_late_counts_on_its_own_dates():
    # Every row of these tests is entered today, years from the dates that decide.
    assert Geteld("2024-1", iemand(traject("2024-05-01")))("A5") == 1
