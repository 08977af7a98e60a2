"""A colleague's caseload for a while: planned, cut short, and who stands in for whom on a day."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from regio.logboek import Door, noteer_in_regios
from regio.models import Gebruiker, Handeling, Recht, Rol
from regio.toegang import bereik_van
from statushouders.models import Waarneming
from statushouders.services.kern import voeg_toe
from statushouders.services.tijdvakken import controleer_tijdvak

LANGSTE = timedelta(days=366)
ROLLEN = (Rol.KLANTMANAGER, Rol.VERBINDER)


def collegas(gebruiker: Gebruiker, *, op: date) -> QuerySet[Gebruiker]:
    """Who has the same right to open dossiers in one of the same gemeenten or regions, on `op`."""
    eigen = Recht.objects.geldig_op(op).filter(gebruiker=gebruiker, rol__in=ROLLEN)
    gemeenten = eigen.filter(gemeente__isnull=False).values("gemeente")
    regios = eigen.filter(regio__isnull=False).values("regio")
    zelfde = Recht.objects.geldig_op(op).filter(
        Q(gemeente__in=gemeenten, rol=Rol.KLANTMANAGER) | Q(regio__in=regios, rol=Rol.VERBINDER),
        gebruiker=OuterRef("pk"),
    )
    return Gebruiker.objects.filter(Exists(zelfde), is_active=True).exclude(pk=gebruiker.pk)


@transaction.atomic
def neem_waar(
    *, voor: Gebruiker, door_wie: Gebruiker, van: date, tot_en_met: date, op: date, door: Door
) -> Waarneming:
    """`door_wie` stands in for `voor`; by either of them, or by a colleague. Logged.

    It opens no dossier that `door_wie` could not open already. Raises ValidationError.
    """
    controleer_tijdvak(van=van, tot_en_met=tot_en_met)
    if tot_en_met < op:
        raise ValidationError({"tot_en_met": "Deze periode is al voorbij."})
    if tot_en_met - van > LANGSTE:
        raise ValidationError(
            {"tot_en_met": "Een waarneming duurt hoogstens een jaar. Draag anders dossiers over."}
        )
    if not collegas(voor, op=op).filter(pk=door_wie.pk).exists():
        raise ValidationError(
            {"door_wie": f"{door_wie} mag de dossiers van {voor} niet openen. Kies een collega."}
        )
    waarneming = voeg_toe(
        Waarneming(
            voor=voor,
            door_wie=door_wie,
            van=van,
            tot_en_met=tot_en_met,
            gemaakt_door_id=door.gebruiker_id,
        )
    )
    _log(door, waarneming, "waarneming begonnen", op)
    return waarneming


@transaction.atomic
def beeindig_waarneming(*, waarneming: Waarneming, op: date, door: Door) -> None:
    """It ends yesterday; one that did not begin yet disappears."""
    rij = Waarneming.objects.select_for_update(of=("self",)).filter(pk=waarneming.pk).first()
    if rij is None or rij.tot_en_met < op:
        raise ValidationError("Deze waarneming is al voorbij.")
    _log(door, rij, "waarneming beëindigd", op)
    if rij.van >= op:
        rij.delete()
    else:
        rij.tot_en_met = op - timedelta(days=1)
        rij.save(update_fields=["tot_en_met"])


def _log(door: Door, waarneming: Waarneming, wat: str, op: date) -> None:
    noteer_in_regios(
        door,
        Handeling.DOSSIER_GEWIJZIGD,
        waarneming,
        regios=bereik_van(waarneming.voor, op=op).publicaties,
        wat=wat,
        voor=waarneming.voor_id,
        waarnemer=waarneming.door_wie_id,
        van=waarneming.van.isoformat(),
        tot_en_met=waarneming.tot_en_met.isoformat(),
    )
