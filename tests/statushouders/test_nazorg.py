"""Nazorg: the questions that follow from work, their answers, and that both always agree."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from statushouders.lijsten.nazorg import werk_van
from statushouders.lijsten.taken import NAZORG, taken_van
from statushouders.models import Nazorgmoment, Plaatsing
from statushouders.services.nazorg import (
    neem_antwoord_terug,
    niet_meer_aan_het_werk,
    nog_aan_het_werk,
)
from statushouders.services.plaatsingen import (
    beeindig_plaatsing,
    plaats,
    trek_plaatsing_in,
    wijzig_plaatsing,
)
from tests.mensen import bereik
from tests.statushouders.hulp import OP, maak_persoon, scope
from tests.statushouders.test_paginas import velden

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 5, 1)


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door, mensen):
    return maak_persoon(door, contactpersoon=mensen.klantmanager)


def werk(persoon, door, begin=BEGIN, **anders):
    gegevens = {"soort": "betaald_werk", "begindatum": begin, "op": OP, "door": door}
    return plaats(**{**gegevens, **anders}, statushouder=persoon)


def gevraagd(mensen, op) -> list[int]:
    """After how many months the start page asks, on a day."""
    taken = taken_van(mensen.klantmanager, bereik=bereik(mensen.klantmanager), op=op)
    return [taak.maanden for taak in taken if taak.soort == NAZORG]


def standen(persoon, op) -> list[str]:
    return [vraag.stand for vraag in werk_van(persoon, op=op).vragen]


@pytest.mark.parametrize(
    ("op", "taken", "stand"),
    [
        (date(2026, 5, 10), [], ["straks", "straks", "straks"]),
        (date(2026, 5, 24), [], ["open", "straks", "straks"]),
        (date(2026, 5, 25), [1], ["open", "straks", "straks"]),
        (date(2026, 6, 20), [1], ["open", "straks", "straks"]),
        (date(2026, 7, 17), [1], ["open", "straks", "straks"]),
        (date(2026, 7, 18), [], ["gemist", "open", "straks"]),
        (date(2026, 8, 1), [3], ["gemist", "open", "straks"]),
        (date(2026, 11, 1), [6], ["gemist", "gemist", "open"]),
        (date(2027, 1, 31), [6], ["gemist", "gemist", "open"]),
        (date(2027, 2, 1), [], ["gemist", "gemist", "gemist"]),
    ],
)
def test_a_plaatsing_asks_after_one_three_and_six_months(persoon, door, mensen, op, taken, stand):
    werk(persoon, door)

    assert gevraagd(mensen, op) == taken
    assert standen(persoon, op) == stand


def test_unpaid_work_and_work_of_others_is_not_asked_after(persoon, door, mensen):
    werk(persoon, door, soort="werkervaringsplaats")
    werk(maak_persoon(door, voornaam="Omar"), door)

    assert gevraagd(mensen, date(2026, 8, 2)) == []


def test_one_answer_closes_the_question_and_taking_it_back_opens_it(persoon, door, mensen):
    plaatsing = werk(persoon, door)
    dag = date(2026, 8, 3)

    moment = nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=dag, door=door)
    weer = nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=dag, door=door)

    assert moment == weer
    assert gevraagd(mensen, dag) == []
    assert standen(persoon, dag) == ["gemist", "ja", "straks"]
    neem_antwoord_terug(moment=moment, door=door)
    assert gevraagd(mensen, dag) == [3]


@pytest.mark.parametrize(
    ("na_dagen", "taken", "begin"),
    [(30, [3], BEGIN), (31, [], date(2026, 8, 1))],
)
def test_another_job_within_thirty_days_continues_the_first(
    persoon, door, mensen, na_dagen, taken, begin
):
    einde = date(2026, 8, 1) - timedelta(days=na_dagen + 1)
    werk(persoon, door, einddatum=einde)
    werk(persoon, door, begin=date(2026, 8, 1))

    assert gevraagd(mensen, date(2026, 8, 2)) == taken
    assert werk_van(persoon, op=date(2026, 8, 2)).begin.begindatum == begin


def test_nobody_is_asked_who_does_not_work_now(persoon, door, mensen):
    werk(persoon, door, einddatum=date(2026, 7, 20))

    assert gevraagd(mensen, date(2026, 8, 2)) == []
    assert standen(persoon, date(2026, 8, 2)) == ["gemist"]


def test_work_is_lasting_after_twenty_six_weeks(persoon, door):
    werk(persoon, door, begin=date(2026, 1, 5), einddatum=date(2026, 3, 31))
    werk(persoon, door, begin=date(2026, 4, 20))

    dag = date(2026, 7, 6)  # 182 days
    assert not werk_van(persoon, op=dag - timedelta(days=1)).duurzaam
    assert werk_van(persoon, op=dag).duurzaam
    assert werk_van(persoon, op=dag).banen == 2


def test_no_asks_for_the_last_day_and_ends_all_paid_work(persoon, door, mensen):
    eerste = werk(persoon, door)
    tweede = werk(persoon, door, begin=date(2026, 6, 1), uren_per_week=8)
    dag = date(2026, 8, 3)

    niet_meer_aan_het_werk(
        plaatsing=eerste, maanden=3, einddatum=date(2026, 7, 24), op=dag, door=door
    )

    for plaatsing in (eerste, tweede):
        plaatsing.refresh_from_db()
        assert plaatsing.einddatum == date(2026, 7, 24)
    assert Nazorgmoment.objects.get().antwoord == "nee"
    assert gevraagd(mensen, dag) == []


@pytest.mark.parametrize("einddatum", [date(2026, 4, 30), date(2026, 8, 4)])
def test_a_last_day_before_the_first_or_in_the_future_saves_nothing(persoon, door, einddatum):
    plaatsing = werk(persoon, door)

    with pytest.raises(ValidationError) as fout:
        niet_meer_aan_het_werk(
            plaatsing=plaatsing, maanden=3, einddatum=einddatum, op=date(2026, 8, 3), door=door
        )

    assert "einddatum" in fout.value.message_dict
    plaatsing.refresh_from_db()
    assert plaatsing.einddatum is None
    assert not Nazorgmoment.objects.exists()


def test_yes_is_refused_when_the_dossier_says_that_nobody_works(persoon, door):
    plaatsing = werk(persoon, door, einddatum=date(2026, 7, 1))

    with pytest.raises(ValidationError, match="werkt deze persoon nu niet"):
        nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=date(2026, 8, 3), door=door)


def test_a_question_of_later_is_not_answered_now(persoon, door):
    plaatsing = werk(persoon, door)

    with pytest.raises(ValidationError, match="komt pas op 01-11-2026"):
        nog_aan_het_werk(plaatsing=plaatsing, maanden=6, op=date(2026, 8, 3), door=door)


@pytest.mark.parametrize("hoe", ["einde", "wijzigen", "intrekken"])
def test_an_answer_never_contradicts_the_work(persoon, door, hoe):
    plaatsing = werk(persoon, door)
    moment = nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=date(2026, 8, 3), door=door)
    met = {"plaatsing": plaatsing, "op": OP, "door": door}

    if hoe == "einde":
        beeindig_plaatsing(**met, einddatum=date(2026, 8, 2))
    elif hoe == "wijzigen":
        wijzig_plaatsing(**met, versie=plaatsing.versie, begindatum=date(2026, 8, 4))
    else:
        trek_plaatsing_in(**met, intrekreden="Dubbel ingevoerd")

    moment.refresh_from_db()
    assert moment.antwoord == "nee"


def test_an_answer_stands_when_the_work_ended_after_it(persoon, door):
    plaatsing = werk(persoon, door)
    moment = nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=date(2026, 8, 3), door=door)

    beeindig_plaatsing(plaatsing=plaatsing, einddatum=date(2026, 8, 3), op=OP, door=door)

    moment.refresh_from_db()
    assert moment.antwoord == "ja"


# The pages


@pytest.fixture
def klant(als):
    with time_machine.travel("2026-08-03 10:00", tick=False):
        yield als("klantmanager")


@pytest.fixture
def plaatsing(mensen):
    with scope(mensen.klantmanager) as door:
        return werk(maak_persoon(door, contactpersoon=mensen.klantmanager), door)


def test_yes_is_one_click_on_the_start_page_and_on_the_person(klant, plaatsing, mensen):
    ja = reverse("nazorg_ja", args=[plaatsing.sleutel, 3])
    persoon = plaatsing.statushouder.get_absolute_url()
    for adres in (reverse("start"), persoon):
        assert f'action="{ja}"' in klant.get(adres).content.decode()

    klant.post(ja, headers={"HX-Request": "true", "HX-Target": "taken"})

    assert f'action="{ja}"' not in klant.get(reverse("start")).content.decode()
    assert "nog aan het werk" in klant.get(persoon).content.decode()
    with scope(mensen.klantmanager):
        moment = Nazorgmoment.objects.get()
        assert (moment.antwoord, moment.datum) == ("ja", date(2026, 8, 3))
    klant.post(reverse("nazorg_ongedaan", args=[moment.sleutel]))
    assert f'action="{ja}"' in klant.get(reverse("start")).content.decode()


def test_no_asks_since_when(klant, plaatsing, mensen):
    nee = reverse("nazorg_nee", args=[plaatsing.sleutel, 3])
    leeg = velden(klant.get(nee))

    assert klant.post(nee, leeg).status_code == 422
    antwoord = klant.post(nee, {**leeg, "einddatum": "2026-07-24"})

    assert antwoord.url == plaatsing.statushouder.get_absolute_url()
    with scope(mensen.klantmanager):
        assert Plaatsing.objects.get().einddatum == date(2026, 7, 24)


def test_a_month_that_is_never_asked_changes_nothing(klant, plaatsing, mensen):
    klant.post(reverse("nazorg_ja", args=[plaatsing.sleutel, 2]))

    with scope(mensen.klantmanager):
        assert not Nazorgmoment.objects.exists()
