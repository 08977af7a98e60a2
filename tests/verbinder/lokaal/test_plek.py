"""Where the local servers keep their things, and the sentences when they cannot."""

import os
import shutil
from collections import namedtuple

import pytest

from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.plek import LANGSTE_SOCKETNAAM, VOOR_ROOT, Plek
from verbinder.lokaal.wissen import wis

als_root = pytest.mark.skipif(os.geteuid() != 0, reason="kan alleen als root")


def test_the_same_clone_finds_its_folders_again(basis):
    Plek(basis).maak()

    assert Plek(basis).thuis == Plek(basis).thuis
    assert Plek(basis).thuis.is_dir()


@als_root
def test_root_keeps_the_data_outside_the_clone(basis):
    Plek(basis).maak()

    assert Plek(basis).wortel.parent == VOOR_ROOT
    assert Plek(basis).wortel.name == (basis / "var" / "id").read_text()


def test_only_their_owner_reaches_the_sockets(plek):
    assert plek.contact.stat().st_mode & 0o777 == 0o700
    assert (plek.account.uid == 0) is False


def test_tests_and_start_do_not_share_servers(basis):
    assert Plek(basis).contact != Plek(basis, "proef").contact


@pytest.mark.parametrize("naam", ["m" * 90, "mijn project's 100%"])
def test_a_long_or_odd_folder_gets_a_short_name_for_its_sockets(tmp_path, monkeypatch, naam):
    monkeypatch.setattr("verbinder.lokaal.plek.is_root", lambda: False)
    basis = tmp_path / naam
    basis.mkdir()
    plek = Plek(basis)

    plek.maak()

    contact = plek.contact
    assert len(str(contact / ".s.PGSQL.5432")) <= LANGSTE_SOCKETNAAM
    assert " " not in str(contact)
    shutil.rmtree(contact)
    plek.maak()
    assert plek.contact.is_dir(), "a clean-up of the temporary folder is no disaster"
    wis(basis)
    assert not contact.exists()


def test_another_user_is_told_who_began(basis, monkeypatch):
    Plek(basis).maak()
    monkeypatch.setattr("os.geteuid", lambda: 54321)

    with pytest.raises(LokaleFout, match="eerder gebruikt door .*, en u bent gebruiker 54321"):
        Plek(basis).maak()

    monkeypatch.undo()


def test_a_full_disk_is_one_sentence(basis, monkeypatch):
    schijf = namedtuple("schijf", "total used free")(0, 0, 150 * 1024**2)
    monkeypatch.setattr("shutil.disk_usage", lambda pad: schijf)

    with pytest.raises(LokaleFout, match="nog maar 150 MB vrij"):
        Plek(basis).maak()


def test_a_place_that_is_no_folder_is_one_sentence(tmp_path):
    (tmp_path / "kloon").write_text("geen map")

    with pytest.raises(LokaleFout, match="is niet te gebruiken: het is geen map"):
        Plek(tmp_path / "kloon").maak()
