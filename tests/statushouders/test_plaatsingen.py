"""Plaatsingen: what somebody was placed in, never before it could be."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from regio.models import Organisatie
from statushouders.models import Plaatsing
from statushouders.services.kern import Ingehaald
from statushouders.services.plaatsingen import (
    beeindig_plaatsing,
    plaats,
    trek_plaatsing_in,
    wijzig_plaatsing,
)
from statushouders.services.trajecten import start_traject
from tests.statushouders.hulp import OP, maak_persoon, scope, soort

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door)


@pytest.fixture
def traject(persoon, door):
    return start_traject(
        statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
    )


def plaats_in(persoon, door, **anders):
    gegevens = {"soort": "betaald_werk", "begindatum": date(2026, 7, 1)}
    return plaats(**{**gegevens, **anders}, statushouder=persoon, op=OP, door=door)


def test_a_plaatsing_knows_its_traject_and_employer(persoon, traject, door):
    werk = plaats_in(persoon, door, traject=traject, werkgever="Zorggroep De Brug")

    assert werk.traject == traject
    assert (werk.werkgever.naam, werk.werkgever.soort) == ("Zorggroep De Brug", "werkgever")


def test_a_school_is_no_employer(persoon, door):
    plaats_in(persoon, door, soort="onderwijs", werkgever="ROC Voorbeeld")

    assert Organisatie.objects.get().soort == "onderwijs"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"begindatum": date(1993, 1, 1)}, "begindatum"),  # before birth
        ({"begindatum": date(2026, 7, 1), "einddatum": date(2026, 6, 30)}, "einddatum"),
        ({"uren_per_week": Decimal("61")}, "uren_per_week"),
        ({"uren_per_week": Decimal("-1")}, "uren_per_week"),
        ({"soort": "iets_anders"}, "soort"),
        ({"sector": "Z"}, "sector"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(persoon, door, anders, veld):
    with pytest.raises(ValidationError) as fout:
        plaats_in(persoon, door, **anders)

    assert veld in fout.value.message_dict
    assert not Plaatsing.objects.exists()


def test_a_plaatsing_does_not_begin_before_its_traject(persoon, traject, door):
    with pytest.raises(ValidationError) as fout:
        plaats_in(persoon, door, traject=traject, begindatum=date(2026, 5, 31))

    assert "01-06-2026" in fout.value.message_dict["begindatum"][0]


def test_a_plaatsing_has_a_traject_of_the_same_person(persoon, traject, door):
    ander = maak_persoon(door, voornaam="Omar")

    with pytest.raises(ValidationError) as fout:
        plaats_in(ander, door, traject=traject)
    assert "traject" in fout.value.message_dict


def test_an_end_can_be_given_and_taken_back(persoon, door):
    werk = plaats_in(persoon, door)
    werk = beeindig_plaatsing(plaatsing=werk, einddatum=date(2026, 9, 30), op=OP, door=door)
    assert not Plaatsing.objects.lopend(OP).exists()

    wijzig_plaatsing(plaatsing=werk, versie=werk.versie, einddatum=None, op=OP, door=door)
    assert Plaatsing.objects.lopend(OP).exists()


def test_nobody_overwrites_a_plaatsing_unseen(persoon, door):
    werk = plaats_in(persoon, door)
    wijzig_plaatsing(plaatsing=werk, versie=1, uren_per_week=Decimal(24), op=OP, door=door)

    with pytest.raises(Ingehaald):
        wijzig_plaatsing(plaatsing=werk, versie=1, uren_per_week=Decimal(32), op=OP, door=door)


def test_a_withdrawn_plaatsing_never_ran(persoon, door):
    werk = plaats_in(persoon, door)
    with pytest.raises(ValidationError):
        trek_plaatsing_in(plaatsing=werk, intrekreden="", op=OP, door=door)

    trek_plaatsing_in(plaatsing=werk, intrekreden="Verkeerde persoon", op=OP, door=door)

    assert not Plaatsing.objects.lopend(OP).exists()
