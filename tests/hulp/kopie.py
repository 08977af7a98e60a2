"""Pointing Django at a copy of the template, for a whole process or for one test."""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connections
from django.test import TransactionTestCase

from tests.hulp.testrun import testdatabases

_volgnummer = itertools.count(1)


@dataclass(frozen=True)
class EigenDatabase:
    """A database that one test has to itself."""

    naam: str

    @property
    def adres(self) -> str:
        """The value of DATABASE_URL for another process that must see the same rows."""
        return testdatabases().adres(self.naam)


@contextmanager
def verse_kopie(achtervoegsel: str = "") -> Iterator[EigenDatabase]:
    """Every connection made inside, in any thread, goes to a fresh copy of the template."""
    databases = testdatabases()
    proces = os.environ.get("PYTEST_XDIST_WORKER", "alleen")
    naam = databases.kopieer(f"{proces}_{achtervoegsel or next(_volgnummer)}")
    verbinding = connections["default"]
    vorige = verbinding.settings_dict["NAME"]
    verbinding.close()
    # All threads read this same dictionary when they connect.
    verbinding.settings_dict["NAME"] = naam
    try:
        yield EigenDatabase(naam)
    finally:
        verbinding.close()
        verbinding.settings_dict["NAME"] = vorige
        databases.verwijder(naam)


class KopieInPlaatsVanLeegmaken:
    """Replaces how Django cleans up after a test that commits.

    Django truncates every table, reference data included, of a database that later tests share.
    Here such a test (`transactional_db`, `live_server`, `TransactionTestCase`) gets a copy.
    """

    def __init__(self) -> None:
        self._kopie = None
        self.database: EigenDatabase | None = None

    def installeer(self, monkeypatch) -> None:
        monkeypatch.setattr(TransactionTestCase, "_fixture_setup", self._begin)
        monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: self._einde())

    def _begin(self) -> None:
        self._kopie = verse_kopie()
        self.database = self._kopie.__enter__()

    def _einde(self) -> None:
        self.database = None
        self._kopie.__exit__(None, None, None)
