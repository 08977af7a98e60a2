"""Throw away what the local servers of one clone keep: their data, and copies of programs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.gebruik import Alleenrecht
from verbinder.lokaal.plek import VOOR_ROOT, Plek, controleer_eigenaar


def te_wissen(basis: Path) -> list[Path]:
    """The folders that `wis` removes, as far as they exist."""
    plek = Plek(basis)
    if not plek.var.exists():
        return []
    controleer_eigenaar(plek.var)
    return [map_ for map_ in dict.fromkeys((plek.wortel, plek.var)) if map_.exists()]


def wis(basis: Path) -> None:
    """Remove it all. Raises LokaleFout while anyone uses it."""
    mappen = te_wissen(basis)
    if not mappen:
        return
    for plek in _plekken(basis):
        _zet_stil(plek)
        if (contact := plek.thuis / "contact").is_symlink():
            shutil.rmtree(contact.resolve(), ignore_errors=True)
    for map_ in mappen:
        shutil.rmtree(map_)
    if VOOR_ROOT.exists() and not any(VOOR_ROOT.iterdir()):
        VOOR_ROOT.rmdir()


def _plekken(basis: Path) -> Iterator[Plek]:
    """Every set of servers that this clone ever had: of `make start`, and of the tests."""
    for contact in Plek(basis).wortel.glob("*/contact"):
        yield Plek(basis, contact.parent.name)


def _zet_stil(plek: Plek) -> None:
    """Stop servers that a killed command left behind; refuse when they are in use."""
    alleenrecht = Alleenrecht(plek.thuis / "start.slot")
    vrij = alleenrecht.probeer()
    alleenrecht.laat_los()
    servers = (Brokerserver(plek), Databaseserver(plek))
    if not (vrij and all(server.stop_als_verlaten() for server in servers)):
        raise LokaleFout(
            "Verbinder of een test draait nog vanuit deze map. Stop dat eerst, met Ctrl-C."
        )
