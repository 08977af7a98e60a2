"""What a new day brings: dossiers of gemeenten that ended, and of people whose move was planned."""

from datetime import date

from django.db import connection, transaction

from regio.logboek import Door, noteer
from regio.models import Handeling


@transaction.atomic
def wissel_dag(*, op: date, door: Door) -> dict[str, int]:
    """Hand over the dossiers whose gemeente is another one on `op`; says how many of each kind.

    Safe to run again, and on any later day when some days were missed.
    """
    uitkomst = {
        "opgeheven": _aantal("draag_dossiers_van_opgeheven_gemeenten_over", op),
        "verhuisd": _aantal("draag_dossiers_van_verhuisden_over", op),
    }
    if any(uitkomst.values()):
        noteer(
            door,
            Handeling.DOSSIER_VERPLAATST,
            soort="dagwissel",
            dag=op.isoformat(),
            aantallen=uitkomst,
        )
    _aantal("wis_oude_overdrachtsteksten", op)
    _aantal("wis_begeleiders", op)
    return uitkomst


def _aantal(functie: str, dag: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select {functie}(%s)", [dag])
        return cursor.fetchone()[0]
