"""One test run: its servers, its id, and what it must leave behind — nothing.

Only the process that controls the run starts and stops anything. The workers of pytest-xdist are
its children: they read from the environment what there is.
"""

import io
import os
import secrets
import shutil
from contextlib import ExitStack
from pathlib import Path

import redis

from tests.hulp.testdatabases import Testdatabases
from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import VLUCHTIG, Databaseserver
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.omgeving import is_gezet
from verbinder.lokaal.plek import Plek

BASIS = Path(__file__).resolve().parents[2]
RUN = "VERBINDER_TESTRUN"
SERVERADRES = "VERBINDER_TESTSERVER"
# Set by a test that starts a run of its own and need not see a template made again.
SJABLOON = "VERBINDER_TESTSJABLOON"
OMGEVING = {
    "VERBINDER_OMGEVING": "ontwikkeling",
    "SECRET_KEY": "een-sleutel-alleen-voor-de-ontwikkeling-en-de-tests",
}


class Testrun:
    """The run as the controlling process sees it."""

    def __init__(self) -> None:
        plek = Plek(BASIS, "proef")
        self._databaseserver = Databaseserver(plek, (*VLUCHTIG, "max_connections=200"))
        self._broker = Brokerserver(plek)
        self._eigen_database = not is_gezet("DATABASE_URL")
        self._eigen_broker = not is_gezet("REDIS_URL")
        self._stapel = ExitStack()

    def zet_omgeving(self) -> None:
        """Name everything, before Django reads its settings. Nothing needs to run for that."""
        self._databaseserver.plek.maak()
        os.environ.update(OMGEVING)
        os.environ[RUN] = secrets.token_hex(4)
        os.environ[SERVERADRES] = (
            self._databaseserver.adres() if self._eigen_database else os.environ["DATABASE_URL"]
        )
        databases = testdatabases()
        os.environ["DATABASE_URL"] = databases.adres(databases.sjabloon)
        if self._eigen_broker:
            os.environ["REDIS_URL"] = self._broker.adres()
        os.environ["REDIS_VOORVOEGSEL"] = sleutelvoorvoegsel()

    def begin(self) -> None:
        """Start what must run and make the template. `einde` undoes each step that succeeded."""
        databases = testdatabases()
        if self._eigen_broker:
            self._broker.start()
            self._stapel.callback(self._broker.stop)
        self._stapel.callback(wis_sleutels, os.environ["REDIS_VOORVOEGSEL"])
        if self._eigen_database:
            self._start_database(databases)
        else:
            self._stapel.enter_context(databases.rollen_te_leen())
        self._stapel.callback(databases.ruim_op)
        databases.maak_sjabloon(_vul_sjabloon)

    def einde(self) -> None:
        self._stapel.close()

    def _start_database(self, databases: Testdatabases) -> None:
        """Data without fsync do not survive a power cut; they are worth nothing, so start anew."""
        try:
            gestart = self._databaseserver.start()
        except LokaleFout:
            shutil.rmtree(self._databaseserver.gegevens, ignore_errors=True)
            gestart = self._databaseserver.start()
        self._stapel.callback(self._databaseserver.stop)
        if gestart:
            databases.ruim_alles_op()


def testdatabases() -> Testdatabases:
    """The databases of this run, in the controlling process and in every worker."""
    return Testdatabases(os.environ[SERVERADRES], os.environ[RUN], os.environ.get(SJABLOON, ""))


def sleutelvoorvoegsel() -> str:
    """What every key of this process in Redis starts with."""
    proces = os.environ.get("PYTEST_XDIST_WORKER", "")
    return f"verbinder-test-{os.environ[RUN]}-{proces}"


def wis_sleutels(voorvoegsel: str) -> None:
    """Remove the keys that start with `voorvoegsel`, and no other."""
    adres = os.environ["REDIS_URL"].replace("redis+socket://", "unix://")
    with redis.Redis.from_url(adres) as klant:
        for sleutel in klant.scan_iter(match=f"{voorvoegsel}*", count=1000):
            klant.delete(sleutel)


def _vul_sjabloon() -> None:
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("laad_referentiegegevens", stdout=io.StringIO())
    connection.close()
