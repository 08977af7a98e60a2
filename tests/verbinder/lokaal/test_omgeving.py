"""What the environment leaves open is filled in for development, and for nothing else."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import dj_database_url
import pytest

from verbinder.lokaal import omgeving
from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.plek import Plek

NAMEN = ("VERBINDER_OMGEVING", "SECRET_KEY", "DATABASE_URL", "REDIS_URL")
KLOON = Path(__file__).resolve().parents[3]


@pytest.fixture
def leeg(monkeypatch):
    """Nobody said anything. What a test adds to the environment is gone after it."""
    for naam in NAMEN:
        monkeypatch.setenv(naam, "")
        monkeypatch.delenv(naam)
        monkeypatch.delenv(f"{naam}_FILE", raising=False)
    return monkeypatch


def test_a_clone_for_development_names_its_own_servers(basis, leeg):
    omgeving.maak_lokale_omgeving(basis)
    omgeving.lees_lokale_omgeving(basis)

    assert os.environ["VERBINDER_OMGEVING"] == "ontwikkeling"
    assert len(os.environ["SECRET_KEY"]) > 50
    assert os.environ["DATABASE_URL"] == Databaseserver(Plek(basis)).adres()
    assert os.environ["REDIS_URL"] == Brokerserver(Plek(basis)).adres()


def test_django_understands_the_address_of_the_database(basis, leeg):
    Plek(basis).maak()
    gelezen = dj_database_url.parse(Databaseserver(Plek(basis)).adres())

    assert gelezen["HOST"] == str(Plek(basis).contact)
    assert (gelezen["NAME"], gelezen["USER"]) == ("verbinder", "verbinder_inlog")


def test_a_clone_that_was_not_set_up_stays_as_it_is(basis, leeg):
    omgeving.lees_lokale_omgeving(basis)

    assert not any(naam in os.environ for naam in NAMEN)


def test_what_the_environment_says_goes_first(basis, leeg):
    omgeving.maak_lokale_omgeving(basis)
    leeg.setenv("DATABASE_URL", "postgres://elders/db")
    leeg.setenv("REDIS_URL_FILE", "/run/secrets/redis")
    omgeving.lees_lokale_omgeving(basis)

    assert os.environ["DATABASE_URL"] == "postgres://elders/db"
    assert "REDIS_URL" not in os.environ
    assert os.environ["VERBINDER_OMGEVING"] == "ontwikkeling"


def test_production_gets_nothing_of_this(basis, leeg):
    omgeving.maak_lokale_omgeving(basis)
    leeg.setenv("VERBINDER_OMGEVING", "productie")
    omgeving.lees_lokale_omgeving(basis)

    assert not any(naam in os.environ for naam in NAMEN[1:])


def test_production_never_gets_a_local_database(basis, leeg):
    leeg.setenv("VERBINDER_OMGEVING", "productie")
    with omgeving._met_database(basis, ["manage.py", "migrate"]):
        pass

    assert not (basis / "var").exists()


def test_the_secret_key_is_made_once_and_for_the_owner_only(basis, leeg):
    omgeving.maak_lokale_omgeving(basis)
    bestand = basis / "var" / "lokaal.env"
    eerst = bestand.read_text()
    omgeving.maak_lokale_omgeving(basis)

    assert bestand.read_text() == eerst
    assert bestand.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("opdracht", "nodig"),
    [
        ("importeer bestand.xlsx", True),
        ("migrate", True),
        ("shell", True),
        ("migrate --help", False),
        ("collectstatic", False),
        ("start", False),
        ("", False),
    ],
)
def test_only_commands_that_need_the_database_start_it(opdracht, nodig):
    assert omgeving._heeft_database_nodig(["manage.py", *opdracht.split()]) is nodig


class TestVoorOpdracht:
    def test_the_database_runs_for_as_long_as_the_command(self, basis, leeg):
        server = Databaseserver(Plek(basis))
        with omgeving._met_database(basis, ["manage.py", "migrate"]):
            assert server.draait()
        assert not server.draait()

    def test_a_command_leaves_the_database_of_make_start_running(self, basis, leeg):
        van_make_start = Databaseserver(Plek(basis))
        van_make_start.start()
        with omgeving._met_database(basis, ["manage.py", "migrate"]):
            pass
        assert van_make_start.draait()
        van_make_start.stop()

    def test_another_database_is_used_as_it_is(self, basis, leeg):
        leeg.setenv("DATABASE_URL", "postgres://elders/db")
        with omgeving._met_database(basis, ["manage.py", "migrate"]):
            assert not (basis / "var").exists()

    def test_a_command_that_is_told_to_stop_stops_the_database_too(self, basis, leeg):
        programma = (
            "import sys, time\nfrom pathlib import Path\n"
            "from verbinder.lokaal.omgeving import _met_database\n"
            "with _met_database(Path(sys.argv[1]), ['manage.py', 'migrate']):\n"
            "    print('bezig', flush=True)\n    time.sleep(60)\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", programma, basis], stdout=subprocess.PIPE, cwd=KLOON
        ) as opdracht:
            opdracht.stdout.readline()
            assert Databaseserver(Plek(basis)).draait()
            opdracht.send_signal(signal.SIGTERM)

        assert opdracht.returncode == 128 + signal.SIGTERM
        assert not Databaseserver(Plek(basis)).draait()
