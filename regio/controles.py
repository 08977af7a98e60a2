"""System checks: what must be true of the database before the application may start."""

from django.core import checks
from django.db import connection

from regio.rijrechten import DOSSIER, EIGENAAR, TELLER

# A role that is one of these is not bound by row-level security, or could lift it.
TE_MACHTIG = """
select r.rolname,
       case when r.rolsuper then 'is superuser'
            when r.rolbypassrls then 'mag rijrechten omzeilen (BYPASSRLS)'
            when pg_has_role(r.oid, %(eigenaar)s, 'member') then 'is lid van de eigenaar'
            when exists (
                select 1 from pg_class where relowner = r.oid and relkind in ('r', 'p', 'v')
            ) then 'is eigenaar van tabellen'
       end as reden
from pg_roles r where r.rolname in (%(dossier)s, %(teller)s)
"""


@checks.register(checks.Tags.database)
def rollen_zijn_beperkt(app_configs, databases, **kwargs):
    """The roles of pages and figures are no superuser, no owner, and cannot bypass RLS."""
    if not databases:
        return []
    with connection.cursor() as cursor:
        cursor.execute(TE_MACHTIG, {"eigenaar": EIGENAAR, "dossier": DOSSIER, "teller": TELLER})
        return [
            checks.Error(
                f"De databaserol {naam} {reden}: dan gelden de rijrechten niet.",
                hint="Neem dat recht weg voordat u Verbinder start.",
                id="regio.E001",
            )
            for naam, reden in cursor.fetchall()
            if reden
        ]
