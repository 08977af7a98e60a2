"""The warning ahead of the day on which the money ends: on the start page, and with no amount."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from regio.geldstand import standen, totaal
from regio.geldverloop import verloop
from regio.geldwaarschuwing import TEKORT, waarschuwing, waarschuwingen
from regio.models import Planregel
from regio.perioden import vandaag
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.services.bestedingsplan import stel_afspraken_in
from tests.mensen import bereik
from tests.regio.sturing.boekhouding import als_controller, dag

pytestmark = pytest.mark.django_db


def zinnen(boeken, op: str) -> list[str]:
    return [w.zin for w in waarschuwingen([boeken.regio.pk], op=dag(op))]


def test_the_warning_names_the_day_that_the_page_of_money_names(boeken):
    boeken.bijdrage("68000")
    boeken.besteding("45086.96", "2024-06-30")
    Planregel.objects.create(
        regio=boeken.regio, omschrijving="Inzet", van=date(2024, 3, 1),
        tot_en_met=date(2024, 8, 31), bedrag=Decimal(68000), kostensoort="inzet",
    )  # fmt: skip

    for op in ("2024-06-30", "2024-07-15", "2024-08-01"):
        loop = verloop(boeken.regio.pk, 2024, op=dag(op))
        assert zinnen(boeken, op) == [
            waarschuwing(loop.over, loop.op_is_op, loop.volgens, dagen_vooraf=90, op=dag(op))
        ]
    assert zinnen(boeken, "2024-06-30") == [
        "Het geld is volgens het bestedingsplan op 31 augustus 2024 op, over 62 dagen. Bespreek op "
        "tijd hoe het verder gaat."
    ]
    assert zinnen(boeken, "2024-03-01") == []


def test_by_the_pace_of_spending_it_names_the_same_day_too(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("100", "2024-06-21")
    loop = verloop(boeken.regio.pk, 2024, op=dag("2024-06-30"))

    # EUR 10 a day and EUR 900 left: 90 days, which is just in time.
    assert loop.op_is_op == date(2024, 9, 28)
    assert "in dit tempo op 28 september 2024 op, over 90 dagen" in zinnen(boeken, "2024-06-30")[0]


def test_what_is_spent_beyond_what_there_was_is_told(boeken):
    boeken.bijdrage("100")
    boeken.besteding("150", "2024-06-21", met_tekort=True)

    assert totaal(standen(boeken.regio.pk, op=dag("2024-06-30"))).over < 0
    assert zinnen(boeken, "2024-06-30") == [TEKORT]


@pytest.mark.parametrize(("dagen", "aantal"), [(89, 0), (90, 1)])
def test_a_region_sets_how_long_ahead(boeken, mensen, dagen, aantal):
    boeken.bijdrage("1000")
    boeken.besteding("100", "2024-06-21")
    beheer = bereik(mensen.functioneel_beheerder)
    with bereik_transactie(beheer):
        stel_afspraken_in(
            regio=boeken.regio, goedkeuren_boven=None, waarschuw_dagen=dagen, bereik=beheer,
            door=boeken.door,
        )  # fmt: skip
    zet_bereik(boeken.bereik)

    assert len(zinnen(boeken, "2024-06-30")) == aantal


def test_without_a_region_or_a_booking_there_is_nothing_to_say(boeken):
    assert waarschuwingen([], op=dag("2024-06-30")) == []
    assert zinnen(boeken, "2024-06-30") == []


@pytest.fixture
def bijna_op(mensen):
    """EUR 10 a day since ten days, and EUR 300 left."""
    nu = vandaag()
    with als_controller(mensen.controller, op=nu) as boeken:
        boeken.bijdrage("400", jaar=nu.year, datum=str(nu))
        boeken.besteding("100", str(nu), herkomstjaar=nu.year)


def test_the_start_page_of_the_verbinder_and_the_page_of_the_controller_say_it(bijna_op, als):
    start = als("verbinder").get(reverse("start")).content.decode()
    begin = als("controller").get(reverse("start"), follow=True).content.decode()

    for pagina in (start, begin):
        assert "Het geld is in dit tempo op" in pagina
    assert "€" not in start
    assert reverse("geld_regio", args=["AM12"]) in start


@pytest.mark.parametrize("rol", ["klantmanager", "andere_klantmanager", "vreemde_verbinder"])
def test_nobody_else_hears_of_the_money(bijna_op, als, rol):
    assert "Het geld is" not in als(rol).get(reverse("start")).content.decode()
