"""How the money runs down: the plan in days, and the day on which nothing is left."""

from datetime import date
from decimal import Decimal

import pytest

from regio.geldverloop import geld_op, gepland_tussen, verloop
from regio.models import Planregel
from tests.regio.sturing.boekhouding import dag

VERBINDER = Planregel(
    omschrijving="Inzet", van=date(2024, 3, 1), tot_en_met=date(2024, 8, 31), bedrag=Decimal(68000),
    kostensoort="inzet",
)  # fmt: skip


def euro(tekst: str) -> Decimal:
    return Decimal(tekst)


def test_a_line_is_spread_evenly_over_its_184_days():
    eerste = gepland_tussen(VERBINDER, dag("2024-01-01"), dag("2024-06-30"))
    tweede = gepland_tussen(VERBINDER, dag("2024-07-01"), dag("2024-12-31"))

    assert (eerste, tweede) == (euro("45086.96"), euro("22913.04"))
    assert gepland_tussen(VERBINDER, dag("2025-01-01"), dag("2025-12-31")) == 0


class TestGeldOp:
    def test_by_the_plan_it_ends_on_the_last_day_of_the_plan(self):
        einde = geld_op(euro("22913.04"), [VERBINDER], euro("0"), op=dag("2024-06-30"))

        assert einde == (date(2024, 8, 31), "plan")

    def test_with_less_money_it_ends_before(self):
        # Ten days of EUR 369.57.
        einde = geld_op(euro("3600"), [VERBINDER], euro("0"), op=dag("2024-06-30"))

        assert einde == (date(2024, 7, 10), "plan")

    def test_after_the_plan_it_goes_on_as_fast_as_before(self):
        einde = geld_op(euro("22923.04"), [VERBINDER], euro("4"), op=dag("2024-06-30"))

        assert einde == (date(2024, 9, 3), "tempo")

    def test_without_plan_and_without_spending_there_is_no_end_in_sight(self):
        assert geld_op(euro("100"), [], euro("0"), op=dag("2024-06-30")) == (None, "")

    def test_what_is_gone_is_gone(self):
        assert geld_op(euro("0"), [VERBINDER], euro("4"), op=dag("2024-06-30")) == (None, "")


@pytest.mark.django_db
def test_the_months_of_the_founding_case(boeken):
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    boeken.besteding("45086.96", "2024-06-30")
    VERBINDER.pk, VERBINDER.regio = None, boeken.regio
    VERBINDER.save()

    loop = verloop(boeken.regio.pk, 2024, op=dag("2024-06-30"))

    over = [maand.over for maand in loop.maanden]
    assert over[0] == over[5] == 68000
    assert over[6] == loop.over == euro("22913.04")
    assert over[7:] == [None] * 6
    assert loop.maanden[6].volgens_plan == euro("22913.04")
    assert loop.maanden[12].volgens_plan == 0
    assert (loop.op_is_op, loop.dagen_tot(dag("2024-06-30"))) == (date(2024, 8, 31), 62)
    assert (loop.gepland, loop.besteed) == (68000, euro("45086.96"))


@pytest.mark.django_db
def test_the_pace_counts_from_the_first_spending_of_the_last_year(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("100", "2024-06-21")

    loop = verloop(boeken.regio.pk, 2024, op=dag("2024-06-30"))

    # EUR 10 a day, EUR 900 left.
    assert (loop.op_is_op, loop.volgens) == (date(2024, 9, 28), "tempo")
