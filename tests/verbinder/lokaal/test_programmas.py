"""Finding the server programs, and bringing them within reach."""

import os

import pytest

from verbinder.lokaal import programmas
from verbinder.lokaal.account import Account
from verbinder.lokaal.fouten import LokaleFout

NIEMAND = Account(65534, 65534)


def maak_programma(pad, tekst="#!/bin/sh\necho 'nep 1.0'\n"):
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst)
    pad.chmod(0o700)


def maak_postgres(map_, versie=18):
    for naam in ("postgres", "initdb", "pg_ctl"):
        maak_programma(map_ / naam, f"#!/bin/sh\necho 'postgres (PostgreSQL) {versie}.1'\n")


def test_pg_bin_goes_before_everything_else(tmp_path, monkeypatch):
    maak_postgres(tmp_path)
    monkeypatch.setenv("PG_BIN", str(tmp_path))

    assert programmas.zoek_postgres() == tmp_path


def test_a_pg_bin_without_postgres_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PG_BIN", str(tmp_path))

    with pytest.raises(LokaleFout, match="PG_BIN is .* maar daar staan"):
        programmas.zoek_postgres()


def test_what_is_too_old_is_passed_over(tmp_path, monkeypatch):
    oud, nieuw = tmp_path / "13", tmp_path / "16"
    maak_postgres(oud, 13)
    maak_postgres(nieuw, 16)
    monkeypatch.delenv("PG_BIN", raising=False)
    monkeypatch.setattr(programmas, "_kandidaten", lambda: iter([oud, nieuw]))

    assert programmas.zoek_postgres() == nieuw


def test_nothing_found_names_what_to_do(monkeypatch):
    monkeypatch.delenv("PG_BIN", raising=False)
    monkeypatch.setattr(programmas, "_kandidaten", lambda: iter([]))
    monkeypatch.setattr(programmas, "_pakketmap", lambda naam: None)
    monkeypatch.setattr("shutil.which", lambda naam: None)

    with pytest.raises(LokaleFout, match="DATABASE_URL"):
        programmas.zoek_postgres()
    with pytest.raises(LokaleFout, match="REDIS_URL"):
        programmas.zoek_broker()


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root draagt programma's over")
class TestVoorEenAnderAccount:
    @pytest.fixture
    def pakket(self, tmp_path):
        """A package with its libraries, below a folder that only root can enter."""
        site = tmp_path / "dicht" / "site-packages"
        maak_programma(site / "nep" / "bin" / "nep")
        maak_programma(site / "nep.libs" / "libnep.so")
        (tmp_path / "dicht").chmod(0o700)
        return site / "nep"

    @pytest.fixture
    def kopieen(self, plek):
        return plek.programmas

    def test_a_program_out_of_reach_is_copied_with_its_libraries(self, pakket, kopieen):
        map_ = programmas.bereikbaar(pakket / "bin", "nep", NIEMAND, kopieen)

        assert NIEMAND.kan_uitvoeren(map_ / "nep")
        assert (map_.parents[1] / "nep.libs" / "libnep.so").exists()
        assert programmas.bereikbaar(pakket / "bin", "nep", NIEMAND, kopieen) == map_

    def test_the_folders_above_keep_their_mode(self, pakket, kopieen, tmp_path):
        programmas.bereikbaar(pakket / "bin", "nep", NIEMAND, kopieen)

        assert (tmp_path / "dicht").stat().st_mode & 0o777 == 0o700

    def test_what_is_within_reach_stays_where_it_is(self, kopieen):
        maak_programma(kopieen / "nep")
        kopieen.chmod(0o755)
        (kopieen / "nep").chmod(0o755)

        assert programmas.bereikbaar(kopieen, "nep", NIEMAND, kopieen) == kopieen

    def test_what_is_no_package_is_one_sentence(self, pakket, kopieen):
        los = pakket.parents[1] / "los"
        maak_programma(los / "nep")

        with pytest.raises(LokaleFout, match="onder een ander account"):
            programmas.bereikbaar(los, "nep", NIEMAND, kopieen)
