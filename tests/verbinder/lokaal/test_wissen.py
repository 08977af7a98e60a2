"""`make wis` removes what this clone kept, and nothing while it is in use."""

import pytest
from django.core.management import call_command

from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.plek import Plek
from verbinder.lokaal.wissen import te_wissen, wis


def test_everything_of_the_clone_goes(basis):
    plek = Plek(basis)
    plek.maak()
    (plek.thuis / "gegevens").write_text("iets")
    wortel = plek.wortel

    wis(basis)

    assert not wortel.exists()
    assert not plek.var.exists()
    assert te_wissen(basis) == []


def test_what_is_in_use_stays(basis):
    server = Databaseserver(Plek(basis))
    server.start()

    with pytest.raises(LokaleFout, match="draait nog"):
        wis(basis)

    assert server.draait()
    server.stop()


@pytest.mark.parametrize(("antwoord", "blijft"), [("nee", True), ("", True), ("ja", False)])
def test_the_command_removes_nothing_without_a_yes(
    basis, settings, monkeypatch, capsys, antwoord, blijft
):
    settings.BASE_DIR = basis
    Plek(basis).maak()
    wortel = Plek(basis).wortel
    monkeypatch.delenv("WIS", raising=False)
    monkeypatch.setattr("builtins.input", lambda vraag: antwoord)

    call_command("wis")

    assert str(wortel) in capsys.readouterr().out
    assert wortel.exists() is blijft
