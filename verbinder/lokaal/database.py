"""The local PostgreSQL: made at the first start, and reachable by its owner and root only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from verbinder.lokaal import programmas
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.plek import Plek
from verbinder.lokaal.server import Server

INLOG = "verbinder_inlog"
DATABASE = "verbinder"
# Said everywhere, because someone may have PGPORT in the environment. It only names the socket.
POORT = 5432
INSTELLINGEN = (
    f"port={POORT}",
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "logging_collector=off",
    "jit=off",
)
# For data that may be lost: a test run makes everything anew.
VLUCHTIG = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Databaseserver(Server):
    """PostgreSQL on a socket in a folder of mode 0700, hence without passwords."""

    naam = "PostgreSQL"
    onderdeel = "database"

    def __init__(self, plek: Plek, instellingen: Iterable[str] = ()) -> None:
        super().__init__(plek)
        self._instellingen = (*INSTELLINGEN, *instellingen)

    @property
    def socket(self) -> Path:
        return self.plek.contact / f".s.PGSQL.{POORT}"

    def adres(self, database: str = DATABASE) -> str:
        """The value of DATABASE_URL for a database of this server."""
        return f"postgres://{INLOG}@{quote(str(self.plek.contact), safe='')}:{POORT}/{database}"

    @cached_property
    def _programmas(self) -> Path:
        return programmas.bereikbaar(
            programmas.zoek_postgres(), "postgres", self.plek.account, self.plek.programmas
        )

    def _bereid_voor(self) -> None:
        if not self.gegevens.exists():
            self._maak_gegevens()
        self._controleer_versie()
        self._ruim_vorige_keer_op()

    def _opdracht(self) -> list[str]:
        instellingen = (*self._instellingen, f"unix_socket_directories={self.plek.contact}")
        opties = [deel for instelling in instellingen for deel in ("-c", instelling)]
        return [str(self._programmas / "postgres"), "-D", str(self.gegevens), *opties]

    def _antwoordt(self) -> bool:
        try:
            verbinding = psycopg2.connect(self.adres("postgres"))
        except psycopg2.OperationalError:
            return False
        verbinding.close()
        return True

    def _richt_in(self) -> None:
        verbinding = psycopg2.connect(self.adres("postgres"))
        verbinding.autocommit = True
        with verbinding.cursor() as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", [DATABASE])
            if cursor.fetchone() is None:
                cursor.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))
        verbinding.close()

    def _vraag_te_stoppen(self) -> None:
        # `fast` ends every connection; `immediate` is for one that does not let go in time.
        for manier in ("fast", "immediate"):
            opdracht = ("stop", "-D", self.gegevens, "-m", manier, "-w", "-t", "20")
            if self._draai("pg_ctl", *opdracht).returncode == 0:
                return
        raise LokaleFout(f"PostgreSQL stopt niet. Kijk in {self.logboek}.")

    def _maak_gegevens(self) -> None:
        """Make the data beside their final place, so that half of them are never used."""
        concept = self.gegevens.with_suffix(".nieuw")
        shutil.rmtree(concept, ignore_errors=True)
        concept.mkdir(mode=0o700)
        self.plek.account.geef(concept)
        uitkomst = self._draai(
            "initdb", "-D", concept, "-U", INLOG, "-E", "UTF8", "--no-sync", "--no-instructions",
            "--auth-local=trust", "--auth-host=reject",
        )  # fmt: skip
        if uitkomst.returncode != 0:
            raise LokaleFout(f"De database is niet te maken: {uitkomst.stderr.strip()}")
        concept.rename(self.gegevens)

    def _controleer_versie(self) -> None:
        van_gegevens = int((self.gegevens / "PG_VERSION").read_text())
        van_programma = programmas.versie(self._programmas)
        if van_gegevens != van_programma:
            raise LokaleFout(
                f"De gegevens in {self.gegevens} zijn van PostgreSQL {van_gegevens}, en hier staat "
                f"PostgreSQL {van_programma}. Wijs met PG_BIN de map `bin` van PostgreSQL "
                f"{van_gegevens} aan, of begin opnieuw met `make wis`."
            )

    def _ruim_vorige_keer_op(self) -> None:
        """Clear what a crash left behind.

        PostgreSQL trusts the process number in `postmaster.pid`. After a restart of the machine
        or container that number may be another program's, and it would never start again.
        """
        pidbestand = self.gegevens / "postmaster.pid"
        if not pidbestand.exists():
            return
        pid = pidbestand.read_text().split("\n")[0]
        if str(self.gegevens) in _opdrachtregel(pid):
            self._vraag_te_stoppen()  # it runs, but its socket is gone
        else:
            pidbestand.unlink()

    def _draai(self, naam: str, *argumenten: str | Path) -> subprocess.CompletedProcess[str]:
        taal = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        return subprocess.run(
            [self._programmas / naam, *argumenten],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": taal},
            start_new_session=True,  # Ctrl-C must not cut short the stopping of the database
            **self.plek.account.opties(),
        )


def _opdrachtregel(pid: str) -> str:
    """The command line of a running process; empty when there is none."""
    bestand = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        return bestand.read_text().replace("\0", " ") if bestand.exists() else ""
    vraag = ["ps", "-o", "command=", "-p", pid]
    return subprocess.run(vraag, capture_output=True, text=True, check=False).stdout
