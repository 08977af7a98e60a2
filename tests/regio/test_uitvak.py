"""The outbox: work asked for in a transaction happens once, whole, whatever dies on the way."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from regio import uitvak
from regio.logboek import Door, noteer
from regio.models import Handeling, Opdracht
from regio.rijrechten import DOSSIER
from regio.toegang import Bereik
from regio.uitvak import ZonderBereik, bel, doe_opdracht, veeg_uitvak, zet_klaar
from tests.hulp.dode_worker import laat_worker_sterven

DOOR = Door("Toets")
BEREIK = Bereik(logregios=frozenset({1}))


@pytest.fixture
def gedaan(monkeypatch):
    """Work called `toets.doe`, and the list of what it was given."""
    lijst = []

    def doe(*, door, opdracht, **gegevens):
        with connection.cursor() as cursor:
            cursor.execute("select current_user, current_setting('verbinder.logregios')")
            lijst.append((door.wie, gegevens, *cursor.fetchone()))

    monkeypatch.setitem(uitvak.WERK, "toets.doe", doe)
    monkeypatch.setattr(uitvak.doe_opdracht, "delay", lambda *args, **kwargs: None)
    return lijst


def maak(sleutel="een", taak="toets.doe", **gegevens):
    with transaction.atomic():
        return zet_klaar(taak, sleutel=sleutel, door=DOOR, bereik=BEREIK, **gegevens)


def voer_uit(opdracht):
    return doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)


@pytest.mark.django_db(transaction=True)
def test_work_runs_as_the_dossier_role_within_the_scope_that_came_along(gedaan):
    voer_uit(maak(jaar=2026))

    assert gedaan == [("Toets", {"jaar": 2026}, DOSSIER, "{1}")]


@pytest.mark.django_db(transaction=True)
def test_work_delivered_twice_happens_once(gedaan):
    opdracht = maak()

    assert voer_uit(opdracht) == "klaar"
    assert voer_uit(opdracht) == "niets te doen"
    assert len(gedaan) == 1


@pytest.mark.django_db(transaction=True)
def test_asking_twice_for_the_same_work_gives_one_row(gedaan):
    assert maak("zelfde") == maak("zelfde")


@pytest.mark.django_db(transaction=True)
def test_work_asked_for_in_a_change_that_failed_is_not_asked_for(gedaan):
    def struikel():
        with transaction.atomic():
            maak("weg")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        struikel()

    assert not Opdracht.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_task_without_who_and_scope_refuses(gedaan):
    opdracht = maak()

    with pytest.raises(ZonderBereik):
        doe_opdracht(opdracht.pk)
    assert gedaan == []


@pytest.mark.django_db(transaction=True)
def test_work_that_fails_changes_nothing_and_is_tried_again_later(gedaan, monkeypatch):
    def struikel(*, door, opdracht):
        noteer(door, Handeling.RAPPORT_GEMAAKT)
        raise ZeroDivisionError

    monkeypatch.setitem(uitvak.WERK, "toets.doe", struikel)
    opdracht = maak()
    with pytest.raises(ZeroDivisionError):
        voer_uit(opdracht)

    opdracht.refresh_from_db()
    assert (opdracht.pogingen, opdracht.fout, opdracht.klaar_op) == (1, "ZeroDivisionError", None)
    assert opdracht.volgende_poging > timezone.now()
    assert voer_uit(opdracht) == "niets te doen"

    Opdracht.objects.update(volgende_poging=timezone.now() - timedelta(seconds=1))
    with pytest.raises(ZeroDivisionError):
        voer_uit(opdracht)


@pytest.mark.django_db(transaction=True)
def test_work_that_keeps_failing_is_given_up(gedaan):
    opdracht = maak()
    Opdracht.objects.update(pogingen=uitvak.MEESTE_POGINGEN)

    assert voer_uit(opdracht) == "niets te doen"


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_do_the_work_once(gedaan):
    opdracht = maak()
    antwoorden = []

    def doe():
        antwoorden.append(voer_uit(opdracht))
        connection.close()

    draden = [threading.Thread(target=doe) for _ in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert len(gedaan) == 1
    assert antwoorden.count("klaar") == 1


@pytest.mark.django_db(transaction=True)
def test_the_sweep_rings_for_all_that_is_open(gedaan, monkeypatch):
    gebeld = []
    monkeypatch.setattr(uitvak, "bel", gebeld.append)
    open_, klaar = maak("open"), maak("klaar")
    voer_uit(klaar)
    gebeld.clear()

    assert veeg_uitvak() == 1
    assert gebeld == [open_]


@pytest.mark.django_db(transaction=True)
def test_a_change_is_kept_when_the_broker_is_away(monkeypatch):
    monkeypatch.setitem(uitvak.WERK, "toets.doe", lambda **_: None)

    def onbereikbaar(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(uitvak.doe_opdracht, "delay", onbereikbaar)
    opdracht = maak()

    assert Opdracht.objects.filter(pk=opdracht.pk, klaar_op=None).exists()
    assert bel(opdracht) is False


WERKER_DIE_STERFT = """
import os, signal, django
django.setup()
from regio import uitvak
from regio.logboek import noteer
from regio.models import Handeling, Opdracht

def sterf(*, door, opdracht):
    noteer(door, Handeling.RAPPORT_GEMAAKT, soort="toets")
    os.kill(os.getpid(), signal.SIGKILL)

uitvak.WERK["toets.doe"] = sterf
opdracht = Opdracht.objects.get()
uitvak.doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
"""


@pytest.mark.broker
@pytest.mark.parametrize("keer", range(3))
def test_a_worker_that_is_killed_leaves_nothing_behind_and_the_work_can_be_done_again(
    eigen_database, gedaan, keer
):
    opdracht = maak()

    laat_worker_sterven(WERKER_DIE_STERFT, database=eigen_database)

    opdracht.refresh_from_db()
    assert (opdracht.pogingen, opdracht.klaar_op) == (1, None)
    assert voer_uit(opdracht) == "klaar"


@pytest.mark.broker
def test_a_real_worker_does_work_that_was_asked_for_in_a_transaction(worker):
    with transaction.atomic():
        opdracht = zet_klaar("regio.proef", sleutel="echt", door=DOOR, bereik=BEREIK)
    for _ in range(100):
        opdracht.refresh_from_db()
        if opdracht.klaar_op:
            break
        time.sleep(0.1)

    assert opdracht.klaar_op
