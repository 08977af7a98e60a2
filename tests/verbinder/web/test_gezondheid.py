"""Health for the machines around it: alive, ready, and late."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import OperationalError
from django.utils import timezone

from regio.uitvak import HARTSLAG
from verbinder.web import gezondheid


class KapotteVerbinding:
    def cursor(self):
        raise OperationalError


@pytest.fixture
def hartslag():
    """Set when the worker was last heard."""
    winkel = caches["default"]
    yield lambda geleden: winkel.set(HARTSLAG, timezone.now() - geleden)
    winkel.delete(HARTSLAG)


def test_the_process_says_that_it_lives_without_any_query(client):
    """No database mark: a query would fail here."""
    antwoord = client.get("/gezondheid", headers={"host": "elders.voorbeeld.invalid"})
    assert (antwoord.status_code, antwoord.json()) == (200, {"status": "goed"})


@pytest.mark.django_db
def test_it_is_ready_when_the_worker_was_heard(client, hartslag):
    hartslag(timedelta(seconds=20))
    antwoord = client.get("/gezondheid/gereed")
    assert antwoord.status_code == 200
    assert antwoord.json() == {
        "status": "goed",
        "onderdelen": {"database": "goed", "achtergrondtaken": "goed"},
    }


@pytest.mark.django_db
def test_a_silent_worker_is_late_but_pages_still_work(client, hartslag):
    hartslag(timedelta(minutes=5))
    antwoord = client.get("/gezondheid/gereed")
    assert antwoord.status_code == 200
    assert antwoord.json()["status"] == "vertraagd"
    assert antwoord.json()["onderdelen"]["achtergrondtaken"] == "vertraagd"


@pytest.mark.django_db
def test_a_worker_that_was_never_heard_is_late(client):
    caches["default"].delete(HARTSLAG)
    assert client.get("/gezondheid/gereed").json()["status"] == "vertraagd"


def test_without_a_database_it_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(gezondheid, "connection", KapotteVerbinding())
    antwoord = client.get("/gezondheid/gereed")
    assert antwoord.status_code == 503
    assert antwoord.json()["onderdelen"]["database"] == "onbereikbaar"
    assert antwoord.json()["status"] == "gestoord"
