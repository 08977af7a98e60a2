"""Which gemeente and region hold a dossier, and who there may be its contactpersoon."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from regio.models import Deelname, Gebruiker, Gemeente, Recht, Rol
from statushouders.codes import Verblijfsoort
from statushouders.models import Ligging, Statushouder


@dataclass(frozen=True)
class Plaats:
    """Where a dossier is kept. Without `gemeente_id` the person is not yet gekoppeld."""

    gemeente_id: int | None
    regio_id: int


def ligging_van(gemeente: Gemeente, *, op: date) -> Plaats | None:
    """The gemeente that `gemeente` is on `op` (itself or a successor) and its region."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select geldt_als_id, regio_id from gemeente_ligging"
            " where gemeente_id = %s and van <= %s and tot_en_met >= %s",
            [gemeente.pk, op, op],
        )
        rij = cursor.fetchone()
    return Plaats(*rij) if rij else None


def plaats_van_aanmelding(*, soort: str, gemeente: Gemeente | None, op: date) -> Plaats:
    """Where the dossier of a new person belongs: vestiging or koppeling, else region of the azc.

    Raises ValidationError at `verblijf_gemeente`.
    """
    if gemeente is None:
        zin = (
            "Kies de gemeente waar het azc staat. Daarmee hoort de persoon bij een regio."
            if soort == Verblijfsoort.AZC
            else "Kies de gemeente."
        )
        raise ValidationError({"verblijf_gemeente": zin})
    plaats = ligging_van(gemeente, op=op)
    if plaats is None:
        raise ValidationError(
            {"verblijf_gemeente": f"{gemeente} hoort nu bij geen arbeidsmarktregio."}
        )
    if soort == Verblijfsoort.AZC:
        return Plaats(None, plaats.regio_id)
    return plaats


def telt_nu_in(statushouder: Statushouder, *, op: date) -> Plaats | None:
    """Where somebody counts on `op`, by the dated verblijven; None outside every region."""
    rij = (
        Ligging.objects.filter(statushouder=statushouder, van__lte=op, tot_en_met__gte=op)
        .values_list("gemeente_id", "regio_id")
        .first()
    )
    return Plaats(*rij) if rij else None


def verplaats(statushouder: Statushouder, plaats: Plaats) -> None:
    """Hand the dossier over, also to a gemeente that the user may not open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select verplaats_dossier(%s, %s, %s)",
            [statushouder.pk, plaats.gemeente_id, plaats.regio_id],
        )


def leverancier_van(statushouder: Statushouder) -> str:
    """The code under which references of a hand-made row are unique."""
    return (statushouder.dossiergemeente or statushouder.dossierregio).code


def mogelijke_contactpersonen(plaats: Plaats, *, op: date) -> QuerySet[Gebruiker]:
    """Users who may open a dossier that is kept at `plaats`, on `op`."""
    wie = Q(rol=Rol.KLANTMANAGER, gemeente_id=plaats.gemeente_id)
    doet_mee = Deelname.objects.geldig_op(op).filter(gemeente_id=plaats.gemeente_id)
    if plaats.gemeente_id is None or doet_mee.exists():
        wie |= Q(rol=Rol.VERBINDER, regio_id=plaats.regio_id)
    recht = Recht.objects.geldig_op(op).filter(wie, gebruiker=OuterRef("pk"))
    return Gebruiker.objects.filter(Exists(recht), is_active=True)


def plaats_van_dossier(statushouder: Statushouder) -> Plaats:
    """Where the dossier is kept now."""
    return Plaats(statushouder.dossiergemeente_id, statushouder.dossierregio_id)


def controleer_contactpersoon(wie: Gebruiker | None, plaats: Plaats, *, op: date) -> None:
    """Raises ValidationError when `wie` may not open dossiers at `plaats`."""
    if wie is not None and not mogelijke_contactpersonen(plaats, op=op).filter(pk=wie.pk).exists():
        raise ValidationError(
            {"contactpersoon": f"{wie} mag dit dossier niet openen. Kies iemand anders."}
        )
