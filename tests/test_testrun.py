"""The test run itself: what it gives each test, and that it leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from functools import partial
from types import SimpleNamespace

import psycopg2
import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TransactionTestCase
from pytest_socket import SocketConnectBlockedError

from regio.logboek import Door
from regio.models import Gemeente
from regio.rijrechten import DOSSIER
from regio.toegang import Bereik
from regio.uitvak import zet_klaar
from tests import plugin
from tests.hulp import testrun
from tests.hulp.testdatabases import ALLE_RUNS
from tests.hulp.testrun import BASIS, RUN, SERVERADRES, SJABLOON

pytestmark = pytest.mark.database

VOORBEELD = """
import time
import pytest
from django.db import connection
from tests.conftest import *

@pytest.mark.django_db
def test_gedeeld():
    assert connection.settings_dict["NAME"].endswith("_gedeeld")

def test_eigen(eigen_database):
    print("NAAM", eigen_database.naam)
    time.sleep({slaap})
"""


def databasenaam() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_database()")
        return cursor.fetchone()[0]


def databases_op_de_server() -> set[str]:
    verbinding = psycopg2.connect(os.environ[SERVERADRES])
    with verbinding.cursor() as cursor:
        cursor.execute("select datname from pg_database")
        namen = {naam for (naam,) in cursor.fetchall()}
    verbinding.close()
    return namen


@pytest.mark.django_db
def test_the_reference_data_are_there_for_every_test():
    assert Gemeente.objects.filter(code="GM0402").get().naam == "Hilversum"


@pytest.mark.django_db
def test_a_test_connects_as_the_role_of_pages_and_worker():
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == (DOSSIER,)


@pytest.mark.django_db
def test_tests_share_a_database_of_their_process():
    assert databasenaam().startswith(f"{ALLE_RUNS}_{os.environ[RUN]}_")
    assert databasenaam().endswith("_gedeeld")


def test_a_test_that_commits_has_a_database_to_itself(eigen_database):
    Gemeente.objects.filter(code="GM0402").update(naam="Vastgelegd")

    gezien = []
    draad = threading.Thread(target=lambda: gezien.append(_naam_in_een_draad()))
    draad.start()
    draad.join()

    assert gezien == [(eigen_database.naam, "Vastgelegd")]


@pytest.mark.django_db
def test_what_another_test_committed_is_not_seen_here():
    assert not Gemeente.objects.filter(naam="Vastgelegd").exists()


class TestDjangosEigenKlasse(TransactionTestCase):
    def test_also_gets_a_copy_and_empties_nothing(self):
        assert not databasenaam().endswith("_gedeeld")
        assert Gemeente.objects.exists()


def test_a_live_server_reads_the_database_of_its_test(live_server, eigen_database):
    with urllib.request.urlopen(f"{live_server.url}/gezondheid/gereed") as antwoord:
        assert antwoord.status == 200


@pytest.mark.parametrize("keer", [1, 2])
def test_the_cache_starts_empty(keer):
    assert cache.get("geteld") is None
    cache.set("geteld", keer)
    assert cache.get("geteld") == keer


def test_a_worker_works_in_the_database_of_its_test(worker):
    with transaction.atomic():
        opdracht = zet_klaar("regio.proef", sleutel="proef", door=Door("Toets"), bereik=Bereik())

    einde = time.monotonic() + 20
    while opdracht.klaar_op is None and time.monotonic() < einde:
        time.sleep(0.05)
        opdracht.refresh_from_db()
    assert opdracht.klaar_op, "\n".join(worker.regels)


def test_nothing_reaches_the_outside():
    with (
        pytest.warns(UserWarning, match="tried to use socket"),
        pytest.raises(SocketConnectBlockedError),
        socket.socket() as verbinding,
    ):
        verbinding.connect(("192.0.2.1", 80))


@pytest.mark.parametrize(
    ("mag", "overgeslagen", "uitkomst"),
    [
        ("nee", ["een"], pytest.ExitCode.TESTS_FAILED),
        ("nee", [], pytest.ExitCode.OK),
        ("", ["een"], pytest.ExitCode.OK),
    ],
)
def test_where_everything_must_run_a_skipped_test_fails_the_run(
    monkeypatch, mag, overgeslagen, uitkomst
):
    monkeypatch.setenv("OVERSLAAN_MAG", mag)
    verslag = SimpleNamespace(stats={"skipped": overgeslagen}, write_line=lambda *a, **k: None)
    plugins = SimpleNamespace(get_plugin=lambda naam: verslag)
    sessie = SimpleNamespace(
        config=SimpleNamespace(pluginmanager=plugins), exitstatus=pytest.ExitCode.OK
    )

    plugin.pytest_sessionfinish(sessie)

    assert sessie.exitstatus == uitkomst


def test_a_run_leaves_no_database_behind(tmp_path):
    naam, uitkomst = _draai_en_onderbreek(tmp_path, ["-n", "2"], slaap=0)

    assert uitkomst == 0
    assert not _van_run(naam)


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_database_behind(tmp_path, signaal):
    naam, uitkomst = _draai_en_onderbreek(tmp_path, ["-n", "0"], slaap=60, signaal=signaal)

    assert uitkomst == pytest.ExitCode.INTERRUPTED
    assert not _van_run(naam)


def _naam_in_een_draad() -> tuple[str, str]:
    try:
        return databasenaam(), Gemeente.objects.get(code="GM0402").naam
    finally:
        connection.close()


def _van_run(naam: str) -> set[str]:
    """The databases on the server of the run that a database of this name belonged to."""
    run = "_".join(naam.split("_")[:3])
    return {een for een in databases_op_de_server() if een.startswith(run)}


def _draai_en_onderbreek(tmp_path, opties, *, slaap, signaal=None) -> tuple[str, int]:
    """Run two tests in another process. Returns the name of a database there, and how it ended.

    A run that is interrupted copies the template of this one; one that is not makes its own.
    """
    (tmp_path / "test_voorbeeld.py").write_text(VOORBEELD.format(slaap=slaap))
    omgeving = {**os.environ, "DATABASE_URL": os.environ[SERVERADRES], "PYTEST_ADDOPTS": ""}
    omgeving.pop("PYTEST_XDIST_WORKER", None)
    if signaal:
        omgeving[SJABLOON] = testrun.testdatabases().sjabloon
    opdracht = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "--rootdir", str(BASIS)]
    regels = []
    with subprocess.Popen(
        [*opdracht, "-p", "no:randomly", *opties, "-rP", *(["-s"] if slaap else []), str(tmp_path)],
        cwd=BASIS,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Whoever runs the tests may ignore this signal, and what it starts would too.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as run:
        for regel in run.stdout:
            regels.append(regel)
            if "NAAM" in regel and signaal:
                run.send_signal(signaal)
    naam = next((regel.split("NAAM")[1].strip() for regel in regels if "NAAM" in regel), None)
    assert naam, "".join(regels)
    return naam, run.returncode
