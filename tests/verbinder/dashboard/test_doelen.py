"""Goals of the plan beside the figures that they are about."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.verbinder.dashboard.bouw import gesteld
from tests.verbinder.dashboard.test_paginas import GOOI, HILVERSUM, HUIZEN, pagina, tegel, zichtbaar
from tests.verbinder.sturing.schrijver import Schrijver, een_gemeente
from verbinder.dashboard.views import DELEN

pytestmark = pytest.mark.django_db
NAAR_WERK = "Mensen naar betaald werk"


@pytest.fixture
def doelen(mensen, wereld):
    """Three goals: of the region, of Hilversum, and of actielijn 3; adopted."""
    schrijver = Schrijver(mensen.verbinder)
    versie = schrijver.plan()
    schrijver.doel(versie, aantal=3)
    schrijver.doel(versie, aantal=2, gemeenten=[een_gemeente("Hilversum")])
    schrijver.doel(
        versie,
        omschrijving="Op gang",
        indicator="A4",
        eenheid="trajecten",
        aantal=4,
        actielijn=schrijver.actielijn(3),
    )
    schrijver.stel_vast(versie)
    return versie


def test_the_region_shows_its_goal_on_the_tile_and_all_goals_in_a_table(als, doelen):
    html = pagina(als("verbinder"), "werk", waar=GOOI)

    assert tegel(html, NAAR_WERK).endswith("doel tot en met 31-12-2026: 1 van 3 = 33 %")
    lees = zichtbaar(html)
    assert "D1 Meer mensen naar betaald werk" in lees
    assert "1 van 2 = 50 %" in lees
    assert "Op gang" not in lees, "een cijfer dat hier niet staat, heeft hier geen doel"


def test_a_gemeente_shows_the_goals_that_are_about_it_alone(als, doelen):
    hilversum = zichtbaar(pagina(als("klantmanager"), "werk", waar=HILVERSUM))
    huizen = zichtbaar(pagina(als("andere_klantmanager"), "werk", waar=HUIZEN))

    assert "1 van 2 = 50 %" in hilversum
    assert "van 3 =" not in hilversum
    assert "Doelen bij deze cijfers" not in huizen


@pytest.mark.parametrize("deel", ["uitsplitsen", "alle", "overzicht"])
def test_the_goals_stand_wherever_the_figure_is_shown(als, doelen, deel):
    assert "1 van 3 = 33 %" in zichtbaar(pagina(als("verbinder"), deel, waar=GOOI))


def test_a_goal_is_counted_in_the_division_that_was_asked_for(als, doelen):
    html = pagina(als("verbinder"), "werk", waar=GOOI, indeling="nu")

    assert "1 van 3 = 33 %" in zichtbaar(html)


def test_a_goal_of_an_actielijn_stands_in_the_table_not_on_the_tile(als, doelen):
    html = pagina(als("verbinder"), "overzicht", waar=GOOI)

    assert "doel tot" not in tegel(html, "Lopende trajecten")
    assert "1 van 4 = 25 %" in zichtbaar(html)


def test_a_version_that_nobody_adopted_sets_no_goals(als, mensen, wereld):
    schrijver = Schrijver(mensen.verbinder)
    schrijver.doel(schrijver.plan())

    assert "Doelen bij deze cijfers" not in pagina(als("verbinder"), "werk", waar=GOOI)


def test_the_file_holds_the_same_numbers(als, doelen):
    adres = "/dashboard/regio/AM12/werk/?blok=doelen&formaat=csv"
    tekst = als("verbinder").get(adres).content.decode()

    assert "1 van 3 = 33 %" in tekst


def test_more_goals_ask_the_database_no_more(als, mensen, doelen):
    klant = als("verbinder")
    pagina(klant, "werk", waar=GOOI)
    with CaptureQueriesContext(connection) as eerst:
        pagina(klant, "werk", waar=GOOI)
    schrijver = Schrijver(mensen.verbinder)
    meer = schrijver.plan(titel="Nog een plan")
    for aantal in range(1, 9):
        schrijver.doel(meer, aantal=aantal)
    schrijver.stel_vast(meer, datum=date(2026, 11, 1))

    with CaptureQueriesContext(connection) as daarna:
        pagina(klant, "werk", waar=GOOI)
    assert len(daarna) <= len(eerst) + 1


@pytest.mark.parametrize("deel", DELEN)
def test_with_goals_of_many_territories_a_page_asks_at_most_fifteen_questions(
    als, mensen, doelen, deel
):
    schrijver = Schrijver(mensen.verbinder)
    meer = schrijver.plan(titel="Per gemeente")
    for naam in ("Blaricum", "Huizen", "Laren", "Eemnes"):
        schrijver.doel(meer, aantal=3, gemeenten=[een_gemeente(naam)])
    schrijver.stel_vast(meer, datum=date(2026, 11, 1))
    klant = als("verbinder")
    pagina(klant, deel, waar=HILVERSUM)

    vragen = gesteld(lambda: pagina(klant, deel, waar=GOOI))

    assert len(vragen) <= 15, "\n".join(sql[:150] for sql in vragen)
