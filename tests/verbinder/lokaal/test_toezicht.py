"""`make start`, really: in a copy of this clone, with processes, signals and a page."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from functools import partial
from pathlib import Path
from signal import SIG_DFL, SIG_IGN

import pytest

from verbinder.lokaal import toezicht
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.wissen import wis

KLOON = Path(__file__).resolve().parents[3]
NIET_MEE = shutil.ignore_patterns(".*", "var", "node_modules", "__pycache__", "tests", "docs")
GEREED = "Stoppen: Ctrl-C"


class Start:
    """One run of `manage.py start` in the copy."""

    def __init__(self, kloon: Path, poort: int, *, nohup: bool = False) -> None:
        omgeving = {**os.environ, "POORT": str(poort)}
        for naam in ("DATABASE_URL", "REDIS_URL", "VERBINDER_OMGEVING", "SECRET_KEY"):
            omgeving.pop(naam, None)
        self.adres = f"http://127.0.0.1:{poort}/"
        self.proces = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=kloon,
            env=omgeving,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # Whoever runs the tests may ignore this signal, and what it starts would too.
            preexec_fn=partial(signal.signal, signal.SIGHUP, SIG_IGN if nohup else SIG_DFL),
        )
        self.regels: list[str] = []

    def wacht_tot_gereed(self) -> "Start":
        for regel in self.proces.stdout:
            self.regels.append(regel)
            if GEREED in regel:
                return self
        pytest.fail("".join(self.regels))

    def pagina(self) -> int:
        with urllib.request.urlopen(self.adres, timeout=20) as antwoord:
            return antwoord.status

    def krijgt(self, signaal: int) -> int:
        self.proces.send_signal(signaal)
        return self.einde()

    def einde(self) -> int:
        uitvoer, _ = self.proces.communicate(timeout=90)
        self.regels.append(uitvoer)
        return self.proces.returncode

    @property
    def uitvoer(self) -> str:
        return "".join(self.regels)


@pytest.fixture(scope="module")
def kloon(tmp_path_factory):
    """A copy of the code, as it stands, that has a `var` of its own."""
    kopie = tmp_path_factory.mktemp("kloon") / "verbinder"
    shutil.copytree(KLOON, kopie, ignore=NIET_MEE)
    (kopie / "node_modules").symlink_to(KLOON / "node_modules")
    yield kopie
    wis(kopie)


@pytest.fixture
def poort() -> int:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        return vrij.getsockname()[1]


@pytest.fixture
def start(kloon, poort):
    begonnen = []

    def begin(**hoe) -> Start:
        begonnen.append(Start(kloon, poort, **hoe))
        return begonnen[-1]

    yield begin
    for een in begonnen:
        if een.proces.poll() is None:
            een.krijgt(signal.SIGTERM)


def processen_van(kloon: Path) -> list[str]:
    """The command lines of everything that works in the copy, or on its data."""
    kenmerken = {str(kloon), (kloon / "var" / "id").read_text()}
    gevonden = []
    for map_ in Path("/proc").glob("[0-9]*"):
        try:
            opdracht = (map_ / "cmdline").read_text().replace("\0", " ")
            werkmap = os.readlink(map_ / "cwd")
        except OSError:
            continue
        if opdracht and any(kenmerk in f"{opdracht} {werkmap}" for kenmerk in kenmerken):
            gevonden.append(opdracht)
    return gevonden


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_in_order(start, kloon, signaal):
    gestart = start().wacht_tot_gereed()
    assert gestart.pagina() == 200

    assert gestart.krijgt(signaal) == 0

    gestopt = re.findall(r"(\S+) is gestopt", gestart.uitvoer)
    assert gestopt == ["web", "worker", "broker", "PostgreSQL", "alles"]
    assert processen_van(kloon) == []


def test_a_start_under_nohup_outlives_its_terminal(start):
    gestart = start(nohup=True).wacht_tot_gereed()

    gestart.proces.send_signal(signal.SIGHUP)

    time.sleep(1)
    assert gestart.pagina() == 200
    assert gestart.krijgt(signal.SIGINT) == 0


def test_everyone_is_told_how_to_log_in(start):
    gestart = start().wacht_tot_gereed()

    assert gestart.adres in gestart.uitvoer
    assert "wachtwoord" in gestart.uitvoer
    gestart.krijgt(signal.SIGINT)


def test_a_start_that_was_killed_does_not_block_the_next(start, kloon):
    start().wacht_tot_gereed().krijgt(signal.SIGKILL)

    opnieuw = start().wacht_tot_gereed()

    assert "PostgreSQL draaide al" in opnieuw.uitvoer
    assert opnieuw.pagina() == 200
    assert opnieuw.krijgt(signal.SIGINT) == 0
    assert processen_van(kloon) == []


def test_a_second_start_beside_the_first_is_one_sentence(start):
    eerste = start().wacht_tot_gereed()
    tweede = start()

    assert tweede.einde() == 1
    assert tweede.uitvoer == "Verbinder draait al vanuit deze map. Stop dat eerst met Ctrl-C.\n"
    assert eerste.pagina() == 200
    eerste.krijgt(signal.SIGINT)


def test_a_port_in_use_is_one_sentence(start, poort):
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", poort))
        bezet.listen()
        gestart = start()

        assert gestart.einde() == 1
    assert gestart.uitvoer.startswith(f"Poort {poort} is al in gebruik door een ander programma.")
    assert gestart.uitvoer.count("\n") == 1


def test_a_program_that_ends_by_itself_stops_the_rest(start, kloon):
    gestart = start().wacht_tot_gereed()
    (worker,) = (
        int(map_.name)
        for map_ in Path("/proc").glob("[0-9]*")
        if _is_kind(map_, gestart.proces.pid) and b"celery" in (map_ / "cmdline").read_bytes()
    )
    os.kill(worker, signal.SIGKILL)

    assert gestart.einde() == 1
    assert "'worker' is gestopt" in gestart.uitvoer
    time.sleep(0.2)
    assert processen_van(kloon) == []


def test_a_port_out_of_range_is_one_sentence():
    with pytest.raises(LokaleFout, match="Poort 99999 is niet te gebruiken"):
        toezicht._controleer_poort(99999)


def _is_kind(map_: Path, ouder: int) -> bool:
    try:
        return int((map_ / "stat").read_text().rsplit(")", 1)[1].split()[1]) == ouder
    except OSError:
        return False
