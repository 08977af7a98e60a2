"""A contact, the step that follows from it, and taking both back."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from statushouders.models import Actie, Contactmoment
from statushouders.services.contact import (
    heropen_actie,
    leg_contact_vast,
    maak_actie,
    maak_contact_ongedaan,
    zet_actie_klaar,
)
from tests.statushouders.hulp import OP, maak_persoon, scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door)


def contact_met(persoon, door, **anders):
    gegevens = {"soort": "telefoon", "datum": OP}
    return leg_contact_vast(**{**gegevens, **anders}, statushouder=persoon, op=OP, door=door)


def test_two_calls_on_one_day_are_two_contacts(persoon, door):
    assert [contact_met(persoon, door).volgnummer for _ in range(2)] == [1, 2]


def test_the_same_note_within_ten_minutes_is_the_same_contact(persoon, door):
    """As when somebody goes back in the browser, sees the note there still, and saves again."""
    contact_met(persoon, door, notitie="Wil graag koken.")

    with pytest.raises(ValidationError) as weigering:
        contact_met(persoon, door, notitie=" Wil  graag koken. ")
    assert set(weigering.value.message_dict) == {"notitie"}
    contact_met(persoon, door, notitie="Wil graag bakken.")
    contact_met(persoon, door, notitie="Wil graag koken.", datum=OP - timedelta(days=1))
    assert Contactmoment.objects.count() == 3


def test_nobody_answers_twice_on_a_day(persoon, door):
    with time_machine.travel("2026-11-20 09:00Z", tick=False):
        contact_met(persoon, door, notitie="Geen gehoor.")
    with time_machine.travel("2026-11-20 09:11Z", tick=False):
        assert contact_met(persoon, door, notitie="Geen gehoor.").volgnummer == 2


def test_a_note_keeps_its_lines(persoon, door):
    assert contact_met(persoon, door, notitie=" Gebeld. \r\n\r\n Komt   langs. ").notitie == (
        "Gebeld.\n\nKomt langs."
    )


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"notitie": "x" * 2001}, "notitie"),
        ({"notitie": "Het nummer is 111 222 333."}, "notitie"),
        ({"datum": date(2026, 11, 21)}, "datum"),
        ({"soort": "duif"}, "soort"),
        ({"volgende_stap": "Bellen"}, "volgende_datum"),
        ({"volgende_stap": "B" * 201, "volgende_datum": OP}, "volgende_stap"),
        ({"volgende_stap": "111222333", "volgende_datum": OP}, "volgende_stap"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_half_saved(persoon, door, anders, veld):
    with pytest.raises(ValidationError) as fout:
        contact_met(persoon, door, **anders)

    assert veld in fout.value.message_dict
    assert not Contactmoment.objects.exists()
    assert not Actie.objects.exists()


def test_the_next_step_is_for_who_was_in_contact(persoon, door, mensen):
    contact_met(persoon, door, volgende_stap="Bellen", volgende_datum=date(2026, 12, 4))

    stap = persoon.acties.get()
    assert (stap.omschrijving, stap.voor) == ("Bellen", mensen.klantmanager)


def met_stap(persoon, door):
    return maak_actie(
        statushouder=persoon,
        volgende_stap="Bellen",
        volgende_datum=date(2026, 12, 4),
        op=OP,
        door=door,
    )


@pytest.mark.parametrize(
    ("nieuw", "dag", "open_", "klaar"),
    [
        ("Bellen", date(2026, 12, 4), ["Bellen"], []),  # as it was
        ("Bellen", date(2026, 12, 18), ["Bellen"], ["Bellen"]),  # put off
        ("Mailen", date(2026, 12, 4), ["Mailen"], ["Bellen"]),  # something else
        ("", None, [], ["Bellen"]),  # done
    ],
)
def test_what_the_user_leaves_in_the_field_is_the_next_step(
    persoon, door, nieuw, dag, open_, klaar
):
    vorige = met_stap(persoon, door)

    contact_met(persoon, door, vorige_stap=vorige, volgende_stap=nieuw, volgende_datum=dag)

    stappen = Actie.objects.filter(statushouder=persoon)
    namen = stappen.values_list("omschrijving", flat=True)
    assert list(namen.filter(klaar_op__isnull=True)) == open_
    assert list(namen.filter(klaar_op__isnull=False)) == klaar


def test_a_step_of_somebody_else_is_not_touched(persoon, door):
    ander = maak_persoon(door, voornaam="Omar")

    with pytest.raises(ValidationError, match="iemand anders"):
        contact_met(persoon, door, vorige_stap=met_stap(ander, door), volgende_stap="")


def test_undoing_puts_everything_back(persoon, door):
    vorige = met_stap(persoon, door)
    contact = contact_met(
        persoon, door, vorige_stap=vorige, volgende_stap="Mailen", volgende_datum=OP
    )

    maak_contact_ongedaan(contact=contact, nu=timezone.now(), door=door)

    assert not Contactmoment.objects.exists()
    stap = Actie.objects.get()
    assert (stap.omschrijving, stap.klaar_op) == ("Bellen", None)


def test_undoing_is_for_ten_minutes_and_for_who_did_it(persoon, door, mensen):
    contact = contact_met(persoon, door)
    straks = contact.ingevoerd_op + timedelta(minutes=11)

    with pytest.raises(ValidationError, match="tien minuten"):
        maak_contact_ongedaan(contact=contact, nu=straks, door=door)
    with scope(mensen.verbinder) as ander, pytest.raises(ValidationError, match="tien minuten"):
        maak_contact_ongedaan(contact=contact, nu=timezone.now(), door=ander)


def test_a_step_is_ticked_off_once_and_can_be_opened_again(persoon, door):
    stap = met_stap(persoon, door)

    assert zet_actie_klaar(actie=stap, op=OP, door=door).klaar_op == OP
    assert zet_actie_klaar(actie=stap, op=date(2026, 12, 1), door=door).klaar_op == OP
    assert heropen_actie(actie=stap, door=door).klaar_op is None


def test_a_step_is_for_somebody_who_may_open_the_dossier(persoon, door, mensen):
    with pytest.raises(ValidationError) as fout:
        maak_actie(
            statushouder=persoon,
            volgende_stap="Bellen",
            volgende_datum=OP,
            voor=mensen.andere_klantmanager,
            op=OP,
            door=door,
        )
    assert "voor" in fout.value.message_dict
