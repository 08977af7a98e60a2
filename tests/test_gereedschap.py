"""The tools that guard the repository: a stale lock is seen, and "not measured" is never green."""

import json
import subprocess

import pytest

from gereedschap import controle, slot
from gereedschap.controle import Oordeel, Uitslag


def test_the_locks_fit_what_is_asked_for_and_name_no_address():
    assert slot.klachten() == []


def test_a_lock_that_no_longer_fits_is_seen(tmp_path, monkeypatch):
    veranderd = tmp_path / "pyproject.toml"
    veranderd.write_text(
        slot.PYPROJECT.read_text().replace('"Django>=', '"iets-nieuws",\n"Django>=')
    )
    monkeypatch.setattr(slot, "PYPROJECT", veranderd)

    assert slot.klachten() == [
        "requirements.lock past niet meer bij pyproject.toml. Draai `make slot`.",
        "requirements-productie.lock past niet meer bij pyproject.toml. Draai `make slot`.",
    ]


def test_the_settings_of_tools_do_not_make_a_lock_stale(tmp_path, monkeypatch):
    voor = slot.invoer()
    veranderd = tmp_path / "pyproject.toml"
    veranderd.write_text(slot.PYPROJECT.read_text() + "\n[tool.iets]\nlengte = 1\n")
    monkeypatch.setattr(slot, "PYPROJECT", veranderd)

    assert slot.invoer() == voor


@pytest.mark.parametrize(
    ("pakketten", "oordeel"),
    [
        ([{"name": "django", "vulns": []}], Oordeel.GOED),
        ([{"name": "django", "vulns": [{"id": "GAT-1"}]}], Oordeel.FOUT),
        ([{"name": "django", "skip_reason": "onvindbaar"}], Oordeel.NIET_GEMETEN),
        (
            [{"name": "a", "skip_reason": "onvindbaar"}, {"name": "b", "vulns": [{"id": "GAT-1"}]}],
            Oordeel.FOUT,
        ),
        (None, Oordeel.NIET_GEMETEN),
    ],
)
def test_a_hole_is_a_fault_and_an_unknown_package_is_not_green(monkeypatch, pakketten, oordeel):
    uitvoer = json.dumps({"dependencies": pakketten}) if pakketten else "geen verbinding"
    monkeypatch.setattr(
        controle, "_draai", lambda _: subprocess.CompletedProcess([], 1, uitvoer, "")
    )

    assert controle.bekende_kwetsbaarheden().oordeel is oordeel


@pytest.mark.parametrize(
    ("oordelen", "uitkomst"),
    [
        ([Oordeel.GOED, Oordeel.NIET_GEMETEN], 0),
        ([Oordeel.FOUT, Oordeel.GOED], 1),
    ],
)
def test_every_check_runs_and_one_fault_is_enough(monkeypatch, capsys, oordelen, uitkomst):
    controles = {
        f"controle {nummer}": lambda oordeel=oordeel: Uitslag(oordeel, "waarom")
        for nummer, oordeel in enumerate(oordelen)
    }
    monkeypatch.setattr(controle, "CONTROLES", controles)

    assert controle.main() == uitkomst
    assert all(naam in capsys.readouterr().out for naam in [*controles][:1])
