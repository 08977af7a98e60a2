"""C6 and C7 by hand: R9 and "Duurzaam" of docs/cijfers.md."""

import pytest

from tests.verbinder.indicatoren.hulp import (
    GRENSDORP,
    HILVERSUM,
    HUIZEN,
    UTRECHT,
    WIJDEMEREN,
    Geteld,
    bijstand,
    dag,
    iemand,
    werk,
    woont,
)

pytestmark = pytest.mark.django_db

# 182 days after 3 July 2025 is 1 January 2026, and after 30 December 2025 it is 30 June 2026.


def test_r9_work_is_judged_in_the_half_year_in_which_its_182_days_are_reached():
    begonnen = ("2025-07-02", "2025-07-03", "2025-12-30", "2025-12-31")
    telling = Geteld("2026-1", *(iemand(werk(begin)) for begin in begonnen))

    assert telling("C6") == (2, 2, 100)
    assert telling("C3") == 0  # these began in the half-year before


def test_c6_asks_for_paid_work_on_the_ripe_day_itself():
    # From 1 October 2025 the ripe day is 1 April 2026.
    telling = Geteld(
        "2026-1",
        iemand(werk("2025-10-01", "2026-04-01")),
        iemand(werk("2025-10-01", "2026-03-31")),
        iemand(werk("2025-10-01", "2026-03-31"), werk("2026-04-02")),
        iemand(werk("2025-10-01", "2026-03-31"), werk("2026-04-01", soort="onderwijs")),
        iemand(werk("2025-10-01", "2026-03-31"), werk("2026-04-01", "2026-04-01", "bbl")),
    )

    assert telling("C6") == (2, 5, 40)


def test_c6_a_gap_of_30_days_keeps_the_chain_and_one_of_31_breaks_it():
    # 31 October to 1 December is 30 days without work: the whole of November.
    telling = Geteld(
        "2026-1",
        iemand(werk("2025-10-01", "2025-10-31"), werk("2025-12-01")),
        iemand(werk("2025-10-01", "2025-10-31"), werk("2025-12-02")),
        iemand(
            werk("2025-10-01", "2025-10-31"), werk("2025-11-30", "2025-11-30"), werk("2025-12-31")
        ),
        iemand(
            werk("2025-10-01", "2025-12-31"), werk("2025-10-05", "2025-10-06"), werk("2026-01-31")
        ),
        iemand(
            werk("2025-10-01", "2025-10-31"),
            werk("2025-11-10", "2025-11-20", "vrijwilligerswerk"),
            werk("2025-12-02"),
        ),
    )

    assert telling("C6") == (3, 5, 60)


def test_c6_work_that_began_earlier_also_fills_a_gap():
    telling = Geteld(
        "2026-1", iemand(werk("2025-10-01", "2025-10-31"), werk("2025-01-01", "2026-04-01"))
    )

    assert telling("C6") == (1, 1, 100)


def test_c6_a_job_change_is_a_new_begin_and_a_person_counts_once_by_the_earliest():
    gewisseld = iemand(werk("2025-08-01", "2025-12-01"), werk("2025-12-15"))

    # By 1 August, ripe on 30 January; 15 December is ripe on 15 June, in the same half-year.
    assert Geteld("2026-1", gewisseld)("C6") == (1, 1, 100)
    later = iemand(werk("2025-12-01", "2025-12-31"), werk("2026-01-02"))
    assert Geteld("2026-1", later)("C6") == (1, 1, 100)
    assert Geteld("2026-2", later)("C6") == (1, 1, 100)


def test_c6_counts_at_the_gemeente_of_the_begindatum_wherever_somebody_is_now():
    telling = Geteld(
        "2026-1",
        iemand(
            woont(HUIZEN, "2025-01-01", "2025-10-01"),
            woont(UTRECHT, "2025-10-02"),
            werk("2025-10-01"),
        ),
        iemand(
            woont(UTRECHT, "2025-01-01", "2025-10-01"),
            woont(HUIZEN, "2025-10-02"),
            werk("2025-10-01"),
        ),
    )

    assert telling.per("C6", "gemeente") == {HUIZEN: (1, 1, 100)}


def test_c6_of_a_gemeente_that_ended_meanwhile_keeps_its_name_and_has_a_row():
    telling = Geteld("2027-1", iemand(woont(WIJDEMEREN), werk("2026-12-01")))

    assert telling.per("C6", "gemeente") == {WIJDEMEREN: (1, 1, 100)}
    assert GRENSDORP not in telling.rijen("C6", "gemeente")


def test_c6_leaves_out_a_plaatsing_that_was_registered_by_mistake():
    telling = Geteld(
        "2026-1",
        iemand(werk("2025-10-01", ingetrokken_op=dag("2026-05-01"))),
        iemand(
            werk("2025-10-01", "2025-12-01"), werk("2025-12-02", ingetrokken_op=dag("2026-05-01"))
        ),
    )

    assert telling("C6") == (0, 1, 0)


def uitgestroomd(*later, laatste: str = "2025-03-31", begin: str = "2025-04-01"):
    """Bijstand until a day, a job that stays, and what came later."""
    return iemand(bijstand("2024-01-01", laatste), werk(begin), *later)


def test_c7_new_bijstand_counts_until_twelve_calendar_months_after_the_last_day():
    telling = Geteld(
        "2026-1",
        uitgestroomd(bijstand("2026-03-31")),
        uitgestroomd(bijstand("2026-03-31", soort="bijstand_aanvullend")),
        uitgestroomd(bijstand("2026-04-01")),
        uitgestroomd(bijstand("2025-12-31")),  # before the half-year
        uitgestroomd(bijstand("2026-01-01", soort="onbekend")),
    )

    assert telling("C7") == 2


def test_c7_counts_months_by_the_calendar_also_over_a_leap_day():
    def terug(weer: str):
        return uitgestroomd(bijstand(weer), laatste="2024-02-28", begin="2024-02-29")

    assert Geteld("2025-1", terug("2025-02-28"))("C7") == 1
    assert Geteld("2025-1", terug("2025-03-01"))("C7") == 0
    schrikkeldag = uitgestroomd(bijstand("2025-02-28"), laatste="2024-02-29", begin="2024-03-01")
    assert Geteld("2025-1", schrikkeldag)("C7") == 1


def test_c7_asks_for_a_full_uitstroom_of_this_very_person():
    telling = Geteld(
        "2026-1",
        iemand(bijstand("2024-01-01", "2025-12-31"), bijstand("2026-03-01")),  # no job
        iemand(  # the job was over before the check day
            bijstand("2024-01-01", "2025-12-31"),
            werk("2026-01-01", "2026-01-15"),
            bijstand("2026-03-01"),
        ),
        iemand(  # still bijstand on the check day
            bijstand("2024-01-01", "2026-02-01"), werk("2026-01-01"), bijstand("2026-03-01")
        ),
        iemand(werk("2025-01-01")),  # somebody else at work changes nothing
    )

    assert telling("C7") == 0


def test_c7_the_day_before_had_no_bijstand_of_either_kind():
    aanvullend = bijstand("2026-02-01", "2026-02-28", "bijstand_aanvullend")
    telling = Geteld(
        "2026-1",
        uitgestroomd(aanvullend, bijstand("2026-03-01")),
        uitgestroomd(bijstand("2025-06-01", "2026-02-27"), bijstand("2026-03-01")),
        uitgestroomd(bijstand("2025-06-01", "2026-02-28"), bijstand("2026-03-01")),
    )

    # The first by 1 February; the second by 1 March; the third never stopped since June.
    assert telling("C7") == 2


def test_c7_rows_of_no_bijstand_do_not_lengthen_the_year():
    geen = bijstand("2025-04-01", "2025-04-30", "geen")

    assert Geteld("2026-1", uitgestroomd(geen, bijstand("2026-04-15")))("C7") == 0


def test_c7_bijstand_that_ran_on_into_the_job_counts_to_its_last_day():
    doorgelopen = uitgestroomd(bijstand("2026-04-20"), laatste="2025-04-20")

    assert Geteld("2026-1", doorgelopen)("C7") == 1
    assert Geteld("2026-1", uitgestroomd(bijstand("2026-04-20")))("C7") == 0


def test_c7_counts_a_person_once_where_the_first_new_bijstand_began():
    telling = Geteld(
        "2026-1",
        iemand(
            woont(HUIZEN, "2024-01-01", "2026-02-15"),
            woont(HILVERSUM, "2026-02-16"),
            bijstand("2024-01-01", "2025-08-31"),
            werk("2025-09-01"),
            bijstand("2026-02-01", "2026-02-28"),
            bijstand("2026-03-15"),
        ),
    )

    assert telling.per("C7", "gemeente") == {HUIZEN: 1}
