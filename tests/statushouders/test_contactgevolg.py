"""A contact with a result: work, a traject begun or stopped, saved and undone whole."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from statushouders.models import Contactmoment, Plaatsing, Traject
from statushouders.services.contact import leg_contact_vast, maak_contact_ongedaan
from statushouders.services.contactgevolg import TrajectBegint, TrajectStopt, WerkBegint
from statushouders.services.plaatsingen import beeindig_plaatsing, plaats
from statushouders.services.trajecten import start_traject
from tests.statushouders.hulp import OP, maak_persoon, persoon_van, scope, soort
from tests.statushouders.test_paginas import fouten, velden

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door)


def met_vervolg(persoon, door, vervolg, **anders):
    gegevens = {"soort": "telefoon", "datum": OP, "vervolg": vervolg}
    return leg_contact_vast(**{**gegevens, **anders}, statushouder=persoon, op=OP, door=door)


def lopend_traject(persoon, door):
    return start_traject(
        statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
    )


def neem_terug(contact, door):
    maak_contact_ongedaan(contact=contact, nu=timezone.now(), door=door)


WERK = WerkBegint("betaald_werk", date(2026, 12, 1), "Bakker Bos", Decimal("24"))


def test_work_that_begins_is_a_plaatsing_and_goes_with_the_contact(persoon, door):
    contact = met_vervolg(persoon, door, WERK)

    plaatsing = Plaatsing.objects.get()
    assert (plaatsing.werkgever.naam, plaatsing.uren_per_week) == ("Bakker Bos", 24)
    assert (contact.gevolg, contact.plaatsing) == ("werk", plaatsing)
    neem_terug(contact, door)
    assert not Plaatsing.objects.exists()
    assert not Contactmoment.objects.exists()


def test_a_traject_that_begins_goes_with_the_contact(persoon, door):
    contact = met_vervolg(persoon, door, TrajectBegint(soort(), OP))

    assert Traject.objects.get() == contact.traject
    neem_terug(contact, door)
    assert not Traject.objects.exists()


def test_a_traject_that_stops_runs_again_when_the_contact_is_undone(persoon, door):
    traject = lopend_traject(persoon, door)
    contact = met_vervolg(persoon, door, TrajectStopt(traject, "reisafstand"))

    traject.refresh_from_db()
    assert (traject.einddatum, traject.eindreden) == (OP, "reisafstand")
    neem_terug(contact, door)
    traject.refresh_from_db()
    assert (traject.einddatum, traject.eindreden) == (None, "")


@pytest.mark.parametrize(
    ("vervolg", "veld"),
    [
        (WerkBegint("betaald_werk", date(1999, 1, 1)), "eerste_dag"),
        (WerkBegint("betaald_werk", OP, uren_per_week=Decimal("61")), "uren_per_week"),
        (WerkBegint("betaald_werk", OP, "111222333"), "werkgever"),
        (TrajectBegint, "traject_begin"),
    ],
)
def test_a_result_that_cannot_be_saves_nothing_at_all(persoon, door, vervolg, veld):
    if vervolg is TrajectBegint:
        vervolg = TrajectBegint(soort(), date(1999, 1, 1))

    with pytest.raises(ValidationError) as fout:
        met_vervolg(persoon, door, vervolg)

    assert veld in fout.value.message_dict
    assert not Contactmoment.objects.exists()
    assert not Plaatsing.objects.exists()
    assert not Traject.objects.exists()


def test_what_was_changed_meanwhile_is_not_undone(persoon, door):
    contact = met_vervolg(persoon, door, WERK)
    beeindig_plaatsing(plaatsing=contact.plaatsing, einddatum=date(2026, 12, 4), op=OP, door=door)

    with pytest.raises(ValidationError, match="daarna gewijzigd"):
        neem_terug(contact, door)
    assert Contactmoment.objects.exists()


def test_a_traject_with_a_plaatsing_is_not_undone(persoon, door):
    contact = met_vervolg(persoon, door, TrajectBegint(soort(), OP))
    plaats(
        statushouder=persoon,
        traject=contact.traject,
        soort="betaald_werk",
        begindatum=OP,
        op=OP,
        door=door,
    )

    with pytest.raises(ValidationError, match="daarna gewijzigd"):
        neem_terug(contact, door)


# The form


def stuur(client, persoon, **anders):
    adres = reverse("contact_vastleggen", args=[persoon.sleutel])
    return client.post(adres, {**velden(client.get(adres)), **anders})


@pytest.fixture
def client(als):
    return als("klantmanager")


def test_the_form_asks_what_the_result_needs_and_saves_all_of_it(client, mensen):
    persoon = persoon_van(mensen.klantmanager)

    antwoord = stuur(
        client, persoon, resultaat="werk", werkgever="Bakker Bos", uren_per_week="19,5"
    )

    assert antwoord.url == persoon.get_absolute_url()
    assert "en de plaatsing" in client.get(antwoord.url).content.decode()
    with scope(mensen.klantmanager):
        plaatsing = Plaatsing.objects.get()
        assert (plaatsing.uren_per_week, plaatsing.begindatum) == (Decimal("19.5"), OP)


def test_the_only_running_traject_is_the_one_that_stops(client, mensen):
    persoon = persoon_van(mensen.klantmanager)
    with scope(mensen.klantmanager) as door:
        traject = lopend_traject(persoon, door)

    stuur(client, persoon, resultaat="stopt", traject=traject.sleutel, eindreden="reisafstand")

    with scope(mensen.klantmanager):
        assert Traject.objects.get().einddatum == OP


@pytest.mark.parametrize(
    ("resultaat", "missen"),
    [("begint", {"traject_soort"}), ("stopt", {"traject", "eindreden"})],
)
def test_a_result_without_what_it_needs_is_refused_at_the_field(client, mensen, resultaat, missen):
    persoon = persoon_van(mensen.klantmanager)

    antwoord = stuur(client, persoon, resultaat=resultaat, notitie="Blijft staan")

    assert set(fouten(antwoord)) == missen
    assert "Blijft staan" in antwoord.content.decode()
    with scope(mensen.klantmanager):
        assert not Contactmoment.objects.exists()


def test_a_traject_of_somebody_else_is_no_choice(client, mensen):
    persoon = persoon_van(mensen.klantmanager)
    with scope(mensen.andere_klantmanager) as ander:
        vreemd = lopend_traject(maak_persoon(ander, in_="Huizen"), ander)

    antwoord = stuur(
        client, persoon, resultaat="stopt", traject=vreemd.sleutel, eindreden="reisafstand"
    )

    assert "traject" in fouten(antwoord)
