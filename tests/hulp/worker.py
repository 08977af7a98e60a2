"""A real Celery worker, for the tests that must see work cross over to another process."""

import os
import sys
import threading

import pytest

from tests.hulp.sleutels import gebruik_sleutels
from tests.hulp.testrun import BASIS, sleutelvoorvoegsel, wis_sleutels
from verbinder.lokaal.processen import Programma

STARTTIJD = 60


class Worker:
    """The worker of one test. What it said is in `regels`."""

    def __init__(self, database: str) -> None:
        self.regels: list[str] = []
        self._gereed = threading.Event()
        self._programma = Programma(
            "worker",
            [
                *(sys.executable, "-W", "ignore:You're running the worker with superuser"),
                *("-m", "celery", "-A", "verbinder", "worker"),
                *("--concurrency", "1", "--loglevel", "INFO"),
                *("--without-gossip", "--without-mingle"),
            ],
            omgeving={
                **os.environ,
                "DATABASE_URL": database,
                "REDIS_VOORVOEGSEL": sleutelvoorvoegsel(),
            },
            map_=BASIS,
            ontvang=self._lees,
        )

    def wacht_op_start(self) -> None:
        if not self._gereed.wait(STARTTIJD):
            pytest.fail("De worker is niet gestart:\n" + "\n".join(self.regels))

    def stop(self) -> None:
        self._programma.stop()

    def _lees(self, naam: str, regel: str) -> None:
        self.regels.append(regel)
        if regel.endswith(" ready."):
            self._gereed.set()


@pytest.fixture
def worker(eigen_database, eigen_sleutels):
    """Runs the tasks that the test sends, with the database and the cache of the test."""
    wis_sleutels(sleutelvoorvoegsel())  # work that earlier tests sent and nobody did
    gebruik_sleutels(sleutelvoorvoegsel())
    draaiend = Worker(eigen_database.adres)
    try:
        draaiend.wacht_op_start()
        yield draaiend
    finally:
        draaiend.stop()
