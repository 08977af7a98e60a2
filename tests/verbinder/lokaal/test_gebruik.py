"""Whoever leaves last switches it off, also when someone did not leave politely."""

import subprocess
import sys

from verbinder.lokaal.gebruik import Alleenrecht, Gebruik

ANDER_PROCES = """
import sys
from pathlib import Path
from verbinder.lokaal.gebruik import Gebruik
gebruik = Gebruik(Path(sys.argv[1]))
gebruik.begin()
print("begonnen", flush=True)
sys.stdin.read()
"""


def test_the_last_user_is_told_so(tmp_path):
    een, twee = Gebruik(tmp_path / "slot"), Gebruik(tmp_path / "slot")
    een.begin()
    twee.begin()

    assert een.eindig() is False
    assert twee.eindig() is True
    assert twee.eindig() is False, "who has left cannot leave again"


def test_a_killed_command_no_longer_counts(tmp_path):
    gebruik = Gebruik(tmp_path / "slot")
    with subprocess.Popen(
        [sys.executable, "-c", ANDER_PROCES, tmp_path / "slot"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as ander:
        ander.stdout.readline()
        gebruik.begin()
        assert gebruik.eindig() is False
        ander.kill()

    gebruik.begin()
    assert gebruik.eindig() is True


def test_an_exclusive_right_lasts_as_long_as_the_children_who_inherit_it(tmp_path):
    ouder, volgende = Alleenrecht(tmp_path / "slot"), Alleenrecht(tmp_path / "slot")
    assert ouder.probeer()
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=[ouder.fd]) as kind:
        ouder.laat_los()

        assert volgende.probeer() is False
        kind.kill()

    assert volgende.probeer() is True
    volgende.laat_los()
