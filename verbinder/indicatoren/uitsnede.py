"""A region cut out of the country: what all figures of a report are measured on.

Every figure reads the rows of people who ever counted in the region. A report asks some fifty
figures one after another; each of them would go through the whole country, and for a moment in the
past through its whole history. So those rows are first copied into temporary tables of the same
names, which stand before the real ones: the figures are the same statements, over fewer rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from regio.rijrechten import als_teller
from verbinder.indicatoren.meting import Meting, door_de_ogen_van
from verbinder.indicatoren.tellen import ligging

# What the figures read of a person, and by which column the person is found.
VAN_PERSONEN = {
    "statushouders_statushouder": "id",
    **dict.fromkeys(
        (
            "statushouders_eerdereaanmelding",
            "statushouders_eerderewaarde",
            "statushouders_ligging",
            "statushouders_plaatsing",
            "statushouders_traject",
            "statushouders_uitkering",
            "statushouders_verblijf",
        ),
        "statushouder_id",
    ),
}
PERSONEN = "uitgesneden_personen"
# Of each table the columns that the counting role may read; the others it never needs.
KOLOMMEN = """
    select tabel, string_agg(quote_ident(attname), ', ' order by attnum)
    from unnest(%s::text[]) tabel
    join pg_attribute on attrelid = tabel::regclass
    where attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'select')
    group by tabel
"""


@contextmanager
def uitgesneden(meting: Meting) -> Iterator[None]:
    """Inside, `meet` reads only who ever counted in the region of `meting`, as known then.

    For any period, and any gemeenten of the region. Nothing else can be asked of people inside: the
    role of a page may not read these tables. They are gone at the end, whatever happened.
    """
    with transaction.atomic():
        with als_teller(), door_de_ogen_van(meting), connection.cursor() as cursor:
            _snij(cursor, meting)
        yield
        with als_teller(), connection.cursor() as cursor:
            cursor.execute(f"drop table {', '.join(f'pg_temp.{t}' for t in VAN_PERSONEN)}")


def _snij(cursor, meting: Meting) -> None:
    van_de_regio = f"select distinct statushouder_id from ({ligging(meting)}) l"  # nosec B608 - no input
    cursor.execute(
        f"create temp table {PERSONEN} (id) on commit drop as {van_de_regio}", meting.parameters
    )
    cursor.execute(f"analyze {PERSONEN}")
    cursor.execute(KOLOMMEN, [list(VAN_PERSONEN)])
    for tabel, kolommen in cursor.fetchall():
        sleutel = VAN_PERSONEN[tabel]
        eigen = f"{sleutel} in (select id from {PERSONEN})"
        rijen = f"select {kolommen} from {tabel} where {eigen}"  # nosec B608 - names of our own
        cursor.execute(f"create temp table {tabel} on commit drop as {rijen}")
        cursor.execute(f"create index on pg_temp.{tabel} ({sleutel})")
        cursor.execute(f"analyze pg_temp.{tabel}")
    cursor.execute(f"drop table {PERSONEN}")
