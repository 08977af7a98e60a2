"""A program under `make start` cannot outlive it, and neither can its own children."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbinder.lokaal.processen import Programma

KLOON = Path(__file__).resolve().parents[3]
# A program with a child of its own, which does not listen to a friendly request.
MET_KIND = "trap '' TERM; sleep 300 & echo $!; wait"
TOEZICHT = """
import sys, time
from pathlib import Path
from verbinder.lokaal.processen import Programma
Programma("doof", ["sh", "-c", "sleep 300 & echo $!; wait"], map_=Path("."))
time.sleep(300)
"""


def bestaat(pid: int) -> bool:
    """Whether it runs; a zombie that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wacht_tot(vraag) -> bool:
    einde = time.monotonic() + 10
    while not vraag() and time.monotonic() < einde:
        time.sleep(0.02)
    return vraag()


def test_its_output_is_passed_on_line_by_line(tmp_path):
    gehoord = []
    programma = Programma(
        "prater",
        ["sh", "-c", "echo een; echo twee >&2"],
        map_=tmp_path,
        ontvang=lambda *regel: gehoord.append(regel),
    )
    assert wacht_tot(lambda: programma.uitkomst == 0)
    programma.stop()

    assert gehoord == [("prater", "een"), ("prater", "twee")]


def test_a_stop_leaves_no_grandchildren(tmp_path, monkeypatch):
    monkeypatch.setattr("verbinder.lokaal.processen.STOPTIJD", 0.2)
    gehoord = []
    programma = Programma(
        "ouder",
        ["sh", "-c", MET_KIND],
        map_=tmp_path,
        ontvang=lambda naam, regel: gehoord.append(int(regel)),
    )
    assert wacht_tot(lambda: gehoord)
    assert bestaat(gehoord[0])

    programma.stop()

    assert wacht_tot(lambda: not bestaat(gehoord[0]))


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kent dit verzoek")
def test_a_kill_of_the_watcher_ends_the_program():
    with subprocess.Popen(
        [sys.executable, "-c", TOEZICHT], stdout=subprocess.PIPE, text=True, cwd=KLOON
    ) as toezicht:
        kleinkind = int(toezicht.stdout.readline().split("|")[1])
        ouder = int(Path(f"/proc/{kleinkind}/stat").read_text().rsplit(")", 1)[1].split()[1])
        assert bestaat(ouder)
        toezicht.kill()

    assert wacht_tot(lambda: not bestaat(ouder))
    os.kill(kleinkind, signal.SIGKILL)
