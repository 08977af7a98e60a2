"""The golden region, delivered and reported by the commands that everybody uses."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from tests.goud import werkmappen
from tests.goud.geld import boek_geld_en_doelen
from tests.goud.tabel import gelezen
from tests.statushouders.uitwisseling.werkmappen import als_xlsx, als_zip


@dataclass(frozen=True)
class Goud:
    """What the commands wrote: rows of figures, and all files by name."""

    intern: list[dict[str, str]]
    openbaar: list[dict[str, str]]
    map: Path


@pytest.fixture(scope="session")
def goud(django_db_setup, django_db_blocker, tmp_path_factory) -> Goud:
    """Made once; the people are gone again afterwards."""
    map_ = tmp_path_factory.mktemp("goud")
    with django_db_blocker.unblock(), transaction.atomic():
        lever_aan(map_)
        boek_geld_en_doelen()
        rapporteer(map_ / "intern", intern=True)
        rapporteer(map_ / "openbaar")
        transaction.set_rollback(True)
    return Goud(
        intern=gelezen(map_ / "intern" / "cijfers.csv"),
        openbaar=gelezen(map_ / "openbaar" / "cijfers.csv"),
        map=map_,
    )


def lever_aan(map_: Path) -> None:
    """The region delivers twice in xlsx, and Huizen its own in csv."""
    for naam, inhoud, extra in (
        ("eerst.xlsx", als_xlsx(werkmappen.eerste_levering()), []),
        ("daarna.xlsx", als_xlsx(werkmappen.tweede_levering()), []),
        ("huizen.zip", als_zip(werkmappen.levering_van_huizen()), ["--gemeente", "GM0406"]),
    ):
        (map_ / naam).write_bytes(inhoud)
        importeer(map_ / naam, *extra)


def importeer(pad: Path, *extra: str) -> None:
    """Read a file in for Gooi en Vechtstreek; a fault of it fails the test with what it says."""
    uit = StringIO()
    try:
        call_command("importeer", str(pad), "--regio", "AM12", *extra, stdout=uit, stderr=uit)
    except SystemExit:
        pytest.fail(f"{pad.name}: {uit.getvalue()}")


def rapporteer(map_: Path, halfjaar: str = "2026-1", **opties) -> str:
    """Write the report of Gooi en Vechtstreek. Returns what the command said."""
    uit = StringIO()
    call_command("rapporteer", regio="AM12", halfjaar=halfjaar, uit=str(map_), stdout=uit, **opties)
    return uit.getvalue()
