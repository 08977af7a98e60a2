"""References of rows that are made by hand: unique per deliverer, as those of a workbook are."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from statushouders.models import Plaatsing, Statushouder, Traject
from statushouders.services.dossierplaats import leverancier_van
from statushouders.services.kern import DUBBEL, controleer

POGINGEN = 5
UNIEK = ("traject_referentie_uniek", "plaatsing_referentie_uniek")


def voeg_toe_met_referentie(
    rij: Traject | Plaatsing, persoon: Statushouder, *, letter: str
) -> None:
    """Insert the row as `T-<number>` or `P-<number>`, the number being its own key.

    A deliverer may use such references too, and those rows may be out of sight: then the next
    number is tried.
    """
    rij.leverancier = leverancier_van(persoon)
    for _ in range(POGINGEN):
        rij.pk = _volgend_nummer(rij)
        rij.referentie = f"{letter}-{rij.pk}"
        try:
            controleer(rij, zonder=UNIEK)
            with transaction.atomic():
                rij.save(force_insert=True)
            return
        except IntegrityError as fout:
            if getattr(fout.__cause__, "pgcode", None) != DUBBEL:
                raise
    raise ValidationError("Er is geen vrije referentie gevonden. Probeer het nog eens.")


def _volgend_nummer(rij: Traject | Plaatsing) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence(%s, 'id'))", [rij._meta.db_table])
        return cursor.fetchone()[0]
