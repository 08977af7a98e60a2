"""The databases of one test run: a migrated template, and copies of it for whoever needs one.

A copy takes a tenth of a second, so a test that must commit gets a database to itself and
nothing ever has to be emptied. All names start with the id of the run: what the run made can be
found again and dropped, and nothing else is touched.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import errors, sql

from regio.rollen import ROLLEN

ALLE_RUNS = "verbinder_test"


class Testdatabases:
    """Makes, copies and drops databases on one PostgreSQL server."""

    __test__ = False  # for pytest: not a class with tests

    def __init__(self, serveradres: str, run: str, geleend: str = "") -> None:
        """`geleend` names the template of another run that is to be copied instead of a new one."""
        self._serveradres = serveradres
        self._voorvoegsel = f"{ALLE_RUNS}_{run}_"
        self._geleend = bool(geleend)
        self.sjabloon = geleend or f"{self._voorvoegsel}sjabloon"

    def adres(self, naam: str) -> str:
        """The value of DATABASE_URL for a database of this run."""
        return urlsplit(self._serveradres)._replace(path=f"/{naam}").geturl()

    def maak_sjabloon(self, vul: Callable[[], None]) -> None:
        """Make the template, unless it is borrowed; `vul` gives it tables and reference data."""
        if self._geleend:
            return
        self._voer_uit("create database {}", self.sjabloon)
        vul()
        # A connection to the template would make every copy fail.
        self._voer_uit("alter database {} allow_connections false", self.sjabloon)

    def kopieer(self, achtervoegsel: str) -> str:
        """Make a fresh copy of the template and return its name."""
        naam = f"{self._voorvoegsel}{achtervoegsel}"
        self._voer_uit("create database {} template {}", naam, self.sjabloon)
        # Rights on a database, unlike those inside it, are not copied.
        self._voer_uit("grant create on database {} to {}", naam, ROLLEN[0])
        return naam

    def verwijder(self, naam: str) -> None:
        """Drop a database, also when a thread or a worker still holds a connection."""
        self._voer_uit("drop database if exists {} with (force)", naam)

    def ruim_op(self, voorvoegsel: str | None = None) -> None:
        """Drop everything that this run made."""
        for naam in self._namen(voorvoegsel or self._voorvoegsel):
            self.verwijder(naam)

    def ruim_alles_op(self) -> None:
        """Drop what earlier, killed runs left. Only right on a server that is ours alone."""
        self.ruim_op(f"{ALLE_RUNS}_")

    @contextmanager
    def rollen_te_leen(self) -> Iterator[None]:
        """Drop afterwards the roles that the run made, but for those that others use by now."""
        bestonden = self._rollen()
        yield
        for rol in self._rollen() - bestonden:
            try:
                self._voer_uit("drop role {}", rol)
            except errors.DependentObjectsStillExist:
                continue

    def _rollen(self) -> set[str]:
        return {
            naam
            for (naam,) in self._vraag(
                "select rolname from pg_roles where rolname = any(%s)", [list(ROLLEN)]
            )
        }

    def _namen(self, voorvoegsel: str) -> list[str]:
        vraag = "select datname from pg_database where starts_with(datname, %s)"
        return [naam for (naam,) in self._vraag(vraag, [voorvoegsel])]

    def _voer_uit(self, opdracht: str, *namen: str) -> None:
        with self._cursor() as cursor:
            cursor.execute(sql.SQL(opdracht).format(*map(sql.Identifier, namen)))

    def _vraag(self, vraag: str, waarden: list) -> list[tuple]:
        with self._cursor() as cursor:
            cursor.execute(vraag, waarden)
            return cursor.fetchall()

    @contextmanager
    def _cursor(self):
        verbinding = psycopg2.connect(self._serveradres)
        verbinding.autocommit = True
        try:
            yield verbinding.cursor()
        finally:
            verbinding.close()
