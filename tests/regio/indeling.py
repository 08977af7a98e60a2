"""Ask the database where a gemeente counts on a day."""

from datetime import date

from django.db import connection


def ligging_van(naam: str, *, op: date) -> tuple[str, str] | None:
    """(name of the gemeente that it then is, code of the region), or None outside every region."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select e.naam, r.code from gemeente_ligging l
            join regio_gemeente g on g.id = l.gemeente_id
            join regio_gemeente e on e.id = l.geldt_als_id
            join regio_arbeidsmarktregio r on r.id = l.regio_id
            where g.naam = %s and %s between l.van and l.tot_en_met
            """,
            [naam, op],
        )
        return cursor.fetchone()
