"""What every service of a report needs: one at a time, the steps taken, the log."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Handeling
from verbinder.rapportage.behandeling import Intrekking
from verbinder.rapportage.models import Stap, Stapsoort, Vaststelling, Versie

# Called with what is being done, and how many of how many steps are behind us.
Melder = Callable[[str, int, int], None]


class AlGedaan(ValidationError):
    """The step was taken before; nothing changed."""


def om_de_beurt(sleutel: str) -> None:
    """Whoever asks the same waits until the transaction of the first ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [sleutel])


def houd_vast(versie: Versie) -> None:
    """One change of a version at a time: the lock that the database takes at a vaststelling."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtext('verbinder_versie'), %s)", [versie.pk]
        )


def heeft(versie: Versie, soort: Stapsoort) -> bool:
    return versie.stappen.filter(soort=soort).exists()


def geef_om_de_beurt_uit(versie: Versie) -> None:
    """One publication of a region at a time: each is audited beside those before it, so two that
    do not see each other could give something away together."""
    om_de_beurt(f"verbinder_uitgeven:{versie.rapportage.regio_id}")
    houd_vast(versie)


def eis_open_cijfers(versie: Versie) -> None:
    if heeft(versie, Stapsoort.GESLOTEN):
        raise AlGedaan("De cijfers van deze versie zijn al gesloten. Ze veranderen niet meer.")


def eis_niet_vastgesteld(versie: Versie) -> None:
    if Vaststelling.objects.filter(versie=versie).exists():
        raise AlGedaan("Dit rapport is vastgesteld. Maak een nieuwe versie om iets te wijzigen.")


def eis_niet_ingetrokken(versie: Versie) -> None:
    intrekking = Intrekking.objects.filter(versie=versie).first()
    if intrekking is not None:
        dag = timezone.localdate(intrekking.op)
        raise ValidationError(
            f"Deze versie is ingetrokken op {dag:%d-%m-%Y}: {intrekking.waarom} Maak een nieuwe "
            "versie en verstuur die."
        )


def zet_stap(versie: Versie, soort: Stapsoort, *, nu: datetime, door: Door) -> Stap:
    stap = Stap(versie=versie, soort=soort, op=nu, wie=door.wie)
    stap.full_clean()
    stap.save()
    noteer_versie(door, Handeling.RAPPORT_GEMAAKT, versie, stap=soort)
    return stap


def noteer_versie(door: Door, handeling: Handeling, versie: Versie, **gegevens) -> None:
    rapportage = versie.rapportage
    noteer(
        door,
        handeling,
        versie,
        regio_id=rapportage.regio_id,
        halfjaar=rapportage.halfjaar,
        nummer=versie.nummer,
        **gegevens,
    )
