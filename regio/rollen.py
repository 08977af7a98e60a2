"""The database roles: made once per database server, by a log-in that may create roles."""

from django.core.management.base import CommandError
from django.db import connection
from django.db.utils import ProgrammingError
from psycopg2 import sql

from regio.rijrechten import DOSSIER, EIGENAAR, TELLER

ROLLEN = (EIGENAAR, DOSSIER, TELLER)


def ontbrekende_opdrachten() -> list[str]:
    """The SQL that is still needed before the tables can be made; empty when all is in place."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user, current_database()")
        inlog, database = cursor.fetchone()
        opdrachten = []
        for rol in ROLLEN:
            cursor.execute(
                "select pg_has_role(session_user, oid, 'member') from pg_roles where rolname = %s",
                [rol],
            )
            gevonden = cursor.fetchone()
            if gevonden is None:
                opdrachten.append(_sql("create role {} nologin", rol))
            if gevonden is None or not gevonden[0]:
                opdrachten.append(_sql("grant {} to {}", rol, inlog))
        opdrachten += _rechten_van_de_eigenaar(cursor, database)
    return opdrachten


def _rechten_van_de_eigenaar(cursor, database: str) -> list[str]:
    cursor.execute("select 1 from pg_roles where rolname = %s", [EIGENAAR])
    bestaat = cursor.fetchone() is not None
    nodig = []
    for vraag, naam, opdracht in (
        (
            "has_database_privilege",
            database,
            "grant create, connect, temporary on database {} to {}",
        ),
        ("has_schema_privilege", "public", "grant create, usage on schema {} to {}"),
    ):
        mag = False
        if bestaat:
            cursor.execute(f"select {vraag}(%s, %s, 'create')", [EIGENAAR, naam])
            mag = cursor.fetchone()[0]
        if not mag:
            nodig.append(_sql(opdracht, naam, EIGENAAR))
    return nodig


def zorg_voor_rollen() -> None:
    """Create what is missing. Raises CommandError with the SQL for the database administrator."""
    opdrachten = ontbrekende_opdrachten()
    if not opdrachten:
        return
    try:
        with connection.cursor() as cursor:
            # Two starts at once may both see a role missing: the lock lets one make it.
            cursor.execute("select pg_advisory_lock(hashtext('verbinder_rollen'))")
            for opdracht in ontbrekende_opdrachten():
                cursor.execute(opdracht)
            cursor.execute("select pg_advisory_unlock(hashtext('verbinder_rollen'))")
    except ProgrammingError as fout:
        raise CommandError(
            "Deze databasegebruiker mag geen rollen maken. Vraag de databasebeheerder om dit "
            "uit te voeren, en probeer het daarna opnieuw: " + "; ".join(opdrachten) + ";"
        ) from fout


def zorg_voor_standaardrechten() -> None:
    """As the owner: every table made from now on may be used by the dossier role.

    Row-level security, and the grants of the counting role, stand in the migration of each table.
    """
    with connection.cursor() as cursor:
        for soort, rechten in (
            ("tables", "select, insert, update, delete"),
            ("sequences", "usage, select"),
        ):
            cursor.execute(
                f"alter default privileges in schema public grant {rechten} on {soort} to {DOSSIER}"
            )


def _sql(opdracht: str, *namen: str) -> str:
    return sql.SQL(opdracht).format(*map(sql.Identifier, namen)).as_string(connection.connection)
