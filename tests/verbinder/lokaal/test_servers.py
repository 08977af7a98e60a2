"""The two local servers, really started: shared, killed, crashed and started again."""

import os
import signal
import subprocess
import time

import psycopg2
import pytest
import redis

from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.fouten import LokaleFout


@pytest.fixture(params=[Databaseserver, Brokerserver])
def soort(request):
    return request.param


@pytest.fixture
def database(plek):
    server = Databaseserver(plek)
    yield server
    server.stop()


@pytest.fixture
def broker(plek):
    server = Brokerserver(plek)
    yield server
    server.stop()


def klant_van(broker: Brokerserver) -> redis.Redis:
    return redis.Redis(unix_socket_path=str(broker.socket), decode_responses=True)


def voer_uit(server: Databaseserver, vraag: str):
    verbinding = psycopg2.connect(server.adres())
    try:
        with verbinding, verbinding.cursor() as cursor:
            cursor.execute(vraag)
            return cursor.fetchall() if cursor.description else None
    finally:
        verbinding.close()


def test_the_first_starts_it_and_the_last_stops_it(plek, soort):
    een, twee = soort(plek), soort(plek)

    assert een.start() is True
    assert twee.start() is False
    assert een.stop() is False
    assert twee.draait()
    assert twee.stop() is True
    assert not een.draait()
    een._proces.wait()


def test_what_a_killed_command_left_is_joined_and_stopped_by_the_next(plek, soort):
    achtergelaten = soort(plek)
    achtergelaten.start()
    achtergelaten._gebruik.eindig()  # what the kernel does for a process that is killed

    volgende = soort(plek)
    assert volgende.start() is False
    assert volgende.stop() is True
    achtergelaten._proces.wait()


def test_the_database_listens_nowhere_but_on_its_socket(database):
    database.start()

    assert voer_uit(database, "show listen_addresses") == [("",)]


def test_the_broker_listens_nowhere_but_on_its_socket(broker):
    broker.start()

    assert klant_van(broker).config_get("port") == {"port": "0"}


def test_data_survive_a_stop(database):
    database.start()
    voer_uit(database, "create table blijft as select 'hier' as waar")
    database.stop()
    database.start()

    assert voer_uit(database, "select waar from blijft") == [("hier",)]


def test_the_database_survives_a_kill(database):
    database.start()
    voer_uit(database, "create table blijft as select 'hier' as waar")
    os.kill(database._proces.pid, signal.SIGKILL)
    database._proces.wait()

    assert database.start() is True
    assert voer_uit(database, "select waar from blijft") == [("hier",)]


def test_a_process_number_of_another_program_is_no_obstacle(database):
    """After a restart of the machine the number in `postmaster.pid` may be anyone's."""
    database.start()
    os.kill(database._proces.pid, signal.SIGKILL)
    database._proces.wait()
    pidbestand = database.gegevens / "postmaster.pid"
    regels = pidbestand.read_text().split("\n")
    with subprocess.Popen(["sleep", "60"], **database.plek.account.opties()) as ander:
        pidbestand.write_text("\n".join([str(ander.pid), *regels[1:]]))

        assert database.start() is True
        assert ander.poll() is None, "that program was left alone"
        ander.kill()


def test_a_database_that_lost_its_socket_is_started_again(database):
    database.start()
    vorige = database._proces
    database.socket.unlink()

    assert database.start() is True
    vorige.wait()
    assert voer_uit(database, "select 1") == [(1,)]


def test_data_of_another_version_are_refused(database):
    database.start()
    database.stop()
    (database.gegevens / "PG_VERSION").write_text("12\n")

    with pytest.raises(LokaleFout, match="zijn van PostgreSQL 12, en hier staat PostgreSQL"):
        database.start()


def test_half_made_data_are_made_anew(database, plek):
    half = plek.thuis / "database.nieuw"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")

    assert database.start() is True
    assert not half.exists()


def test_a_database_that_cannot_start_says_why(database, monkeypatch):
    monkeypatch.setattr("verbinder.lokaal.server.POGINGEN", 1)
    kapot = Databaseserver(database.plek, ["shared_buffers=onzin"])

    with pytest.raises(LokaleFout, match="start niet.*shared_buffers"):
        kapot.start()


def test_the_broker_keeps_what_it_was_told(broker):
    broker.start()
    klant_van(broker).set("onthoud", "dit")
    broker.stop()
    broker.start()

    assert klant_van(broker).get("onthoud") == "dit"


def test_a_second_start_of_the_database_is_quick(database):
    database.start()
    database.stop()
    begin = time.monotonic()
    database.start()

    assert time.monotonic() - begin < 2
