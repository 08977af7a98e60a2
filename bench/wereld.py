"""Databases of invented persons to measure on, made for the run and removed after it."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time

import psycopg2
from django.utils import timezone
from psycopg2 import sql

from bench.vul import vul

TOT = date(2026, 11, 20)
VOORVOEGSEL = "verbinder_bench"
CASELOAD = 250


class Werelden:
    """The databases on one server: `gebruik(personen)` makes one when it is first asked for."""

    def __init__(self, *, bewaar: bool = False, meld=lambda tekst: None) -> None:
        self.serveradres = os.environ["DATABASE_URL"]
        self._bewaar, self._meld = bewaar, meld
        self._gemaakt: list[str] = []

    @contextmanager
    def gebruik(self, personen: int) -> Iterator[None]:
        """Inside, Django works on the world of so many persons (five trajecten each)."""
        from django.db import connection

        naam = f"{VOORVOEGSEL}_{personen}"
        nieuw = self._maak(naam)
        vorige = connection.settings_dict["NAME"]
        connection.close()
        connection.settings_dict["NAME"] = naam
        try:
            if nieuw:
                self._vul(personen)
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = vorige

    def ruim_op(self) -> None:
        """Remove what this run made, unless it must stay for the next."""
        for naam in [] if self._bewaar else self._gemaakt:
            self._voer_uit("drop database if exists {} with (force)", naam)

    def _maak(self, naam: str) -> bool:
        with self._cursor() as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", [naam])
            if cursor.fetchone():
                return False
        self._voer_uit("create database {}", naam)
        self._gemaakt.append(naam)
        return True

    def _vul(self, personen: int) -> None:
        from django.core.management import call_command

        self._meld(f"Wereld van {personen:,} personen maken ...")
        call_command("migrate", verbosity=0)
        call_command("laad_referentiegegevens", stdout=open(os.devnull, "w"))  # noqa: SIM115
        vul(personen=personen, tot=TOT)
        maak_deelnames()
        maak_leveringen()

    def _voer_uit(self, opdracht: str, naam: str) -> None:
        with self._cursor() as cursor:
            cursor.execute(sql.SQL(opdracht).format(sql.Identifier(naam)))

    @contextmanager
    def _cursor(self) -> Iterator:
        with closing(psycopg2.connect(self.serveradres)) as verbinding:
            verbinding.autocommit = True
            with verbinding.cursor() as cursor:
                yield cursor


def maak_deelnames() -> None:
    """Every gemeente takes part, with names, since long ago."""
    from regio.models import Deelname, Gemeente
    from regio.rijrechten import als_eigenaar

    with als_eigenaar():
        Deelname.objects.bulk_create(
            Deelname(gemeente=gemeente, met_namen=True, van=date(2015, 1, 1))
            for gemeente in Gemeente.objects.all()
        )


def maak_leveringen() -> None:
    """In each region all but one gemeente delivered, so that a report has everything to count."""
    from regio.models import Arbeidsmarktregio, Gemeente
    from regio.rijrechten import als_eigenaar, eigenaar_opent_alles
    from statushouders.models import Levering

    op = timezone.make_aware(datetime.combine(TOT, time(9)))
    with als_eigenaar(), eigenaar_opent_alles():
        for regio in Arbeidsmarktregio.objects.all():
            levering = Levering.objects.create(
                regio=regio,
                leverancier=regio.code,
                op=op,
                bestandsnaam="levering.xlsx",
                sha256="0" * 64,
            )
            gemeenten = Gemeente.objects.in_regio(regio, op=TOT).order_by("-code")
            levering.gemeenten.set(gemeenten[1:])


def regios_naar_grootte() -> list[str]:
    """Codes of the regions with persons, those with the most trajecten first."""
    from django.db import connection

    from regio.rijrechten import als_eigenaar, eigenaar_opent_alles

    with als_eigenaar(), eigenaar_opent_alles(), connection.cursor() as cursor:
        cursor.execute("""
            select r.code from statushouders_traject t
            join statushouders_statushouder s on s.id = t.statushouder_id
            join regio_arbeidsmarktregio r on r.id = s.dossierregio_id
            group by r.code order by count(*) desc
        """)
        return [code for (code,) in cursor.fetchall()]


def verbinder_van(code: str):
    """A test client, logged in as the verbinder of this region."""
    from django.test import Client

    client = Client()
    client.force_login(gebruiker_van(code))
    return client


def gebruiker_van(code: str):
    """The verbinder of this region, made when it is not there."""
    from regio.models import Arbeidsmarktregio, Gebruiker, Recht, Rol
    from regio.rijrechten import als_eigenaar

    email = f"bench.{code.lower()}@voorbeeld.invalid"
    with als_eigenaar():
        gebruiker = Gebruiker.objects.filter(email=email).first()
        if gebruiker is None:
            gebruiker = Gebruiker.objects.met_wachtwoord(email=email, naam="Bench")
            regio = Arbeidsmarktregio.objects.get(code=code)
            Recht.objects.create(
                gebruiker=gebruiker, rol=Rol.VERBINDER, regio=regio, van=date(2015, 1, 1)
            )
            _geef_caseload(gebruiker, regio)
    return gebruiker


def _geef_caseload(gebruiker, regio) -> None:
    """Make the user the contactpersoon of so many as one person can know."""
    from regio.rijrechten import eigenaar_opent_alles
    from statushouders.models import Statushouder

    with eigenaar_opent_alles():
        eigen = Statushouder.objects.filter(dossierregio=regio, afgesloten_op=None).order_by("pk")
        Statushouder.objects.filter(pk__in=eigen[:CASELOAD]).update(contactpersoon=gebruiker)
