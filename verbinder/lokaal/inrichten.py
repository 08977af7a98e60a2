"""What the database must hold before the first page is shown: tables, regions, invented people.

A second start must be quick, so each step first looks whether there is anything to do.
"""

import hashlib
import io
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from regio.rijrechten import als_inlog
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.plek import Plek
from verbinder.lokaal.processen import meld

REFERENTIEGEGEVENS = "regio/gegevens/*.csv"


def richt_database_in(plek: Plek) -> None:
    """Migrate, load the reference data when they changed, and the invented people once."""
    try:
        vernieuwd = migreer()
    except OperationalError as fout:
        raise LokaleFout(
            "De database van DATABASE_URL is niet bereikbaar. Klopt het adres?"
        ) from fout
    _laad_referentiegegevens(plek, zeker=vernieuwd)
    _voer_uit("laad_demo")
    connection.close()


def migreer() -> bool:
    """Bring the tables up to date. True when there was anything to do."""
    with als_inlog():
        uitvoerder = MigrationExecutor(connection)
        if not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()):
            return False
    begin = time.monotonic()
    meld("start", "tabellen maken en bijwerken ...")
    call_command("migrate", verbosity=0)
    meld("start", f"tabellen bijgewerkt ({time.monotonic() - begin:.0f} s)")
    return True


def _laad_referentiegegevens(plek: Plek, *, zeker: bool) -> None:
    onthouden = plek.thuis / "referentiegegevens"
    afdruk = _vingerafdruk(sorted(plek.basis.glob(REFERENTIEGEGEVENS)))
    if not zeker and onthouden.exists() and onthouden.read_text() == afdruk:
        return
    meld("start", "regio's en gemeenten laden ...")
    _voer_uit("laad_referentiegegevens")
    onthouden.write_text(afdruk)


def _voer_uit(opdracht: str) -> None:
    """Run a command, and show what it says among the rest."""
    uitvoer = io.StringIO()
    call_command(opdracht, stdout=uitvoer)
    for regel in uitvoer.getvalue().splitlines():
        meld("start", regel)


def _vingerafdruk(bestanden: Iterable[Path]) -> str:
    """Changes with the content of the files, and with the database that they were loaded into."""
    afdruk = hashlib.sha256(settings.DATABASE_URL.encode())
    for bestand in bestanden:
        afdruk.update(bestand.read_bytes())
    return afdruk.hexdigest()
