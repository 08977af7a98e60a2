"""The hours of a verbinder, a line per week. What was booked is taken back, never changed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from regio.inzet import eerste_dag, laatste_dag
from regio.logboek import Door, noteer
from regio.models import Aanstelling, Actielijn, Handeling, Ureninzet
from regio.toegang import Bereik

NUL = Decimal(0)
MEESTE_PER_WEEK = Decimal(80)


@transaction.atomic
def boek_week(
    *,
    aanstelling: Aanstelling,
    dag: date,
    uren: Mapping[Actielijn | None, Decimal | None],
    op: date,
    bereik: Bereik,
    door: Door,
) -> list[Ureninzet]:
    """The hours of the week of `dag` are these: by actielijn, and None for the work as a whole.

    What stands otherwise is taken back by a storno. Sending the same twice adds nothing. A week
    that a half-year divides has a line on each side. Raises ValidationError for hours that cannot
    be, a week ahead, or one outside the aanstelling.
    """
    eis_boeker(aanstelling, bereik, door)
    aanstelling = Aanstelling.objects.select_for_update(of=("self",)).get(pk=aanstelling.pk)
    begin = eerste_dag(dag)
    _controleer(aanstelling, begin, laatste_dag(dag), uren, op)
    nieuw = []
    for lijn, gevraagd in uren.items():
        staand = list(
            Ureninzet.objects.staand().filter(aanstelling=aanstelling, dag=begin, actielijn=lijn)
        )
        if sum((rij.uren for rij in staand), NUL) == (gevraagd or NUL):
            continue
        nieuw += [_boek(aanstelling, begin, lijn, -rij.uren, door, rij) for rij in staand]
        if gevraagd:
            nieuw.append(_boek(aanstelling, begin, lijn, gevraagd, door))
    if nieuw:
        noteer(
            door,
            Handeling.UREN_GEBOEKT,
            aanstelling,
            regio_id=aanstelling.regio_id,
            week=str(begin),
            regels=len(nieuw),
        )
    return nieuw


def mag_boeken(aanstelling: Aanstelling, bereik: Bereik, gebruiker_id: int | None) -> bool:
    """The verbinder themselves, another verbinder of the region, and its functioneel beheerder."""
    eigen = aanstelling.gebruiker_id is not None and aanstelling.gebruiker_id == gebruiker_id
    return not aanstelling.is_vacature and (eigen or aanstelling.regio_id in bereik.schrijfregios)


def eis_boeker(aanstelling: Aanstelling, bereik: Bereik, door: Door) -> None:
    """Raises PermissionDenied for who may not book these hours, ValidationError for a vacancy."""
    if aanstelling.is_vacature:
        raise ValidationError("Bij een vacature zijn er geen uren. Stel eerst iemand aan.")
    if not mag_boeken(aanstelling, bereik, door.gebruiker_id):
        raise PermissionDenied("Deze uren boekt de verbinder zelf of de beheerder van de regio.")


def _controleer(aanstelling, begin: date, eind: date, uren, op: date) -> None:
    if begin > op:
        raise ValidationError({"dag": "Deze week moet nog komen. Boek uren die zijn gewerkt."})
    na = aanstelling.tot_en_met is not None and begin > aanstelling.tot_en_met
    if eind < aanstelling.van or na:
        raise ValidationError(
            {"dag": f"De aanstelling loopt niet in deze week. {_looptijd(aanstelling)}"}
        )
    if any(getal is not None and getal < 0 for getal in uren.values()):
        raise ValidationError("Vul geen uren onder 0 in. Zet een regel op 0 om hem weg te halen.")
    if sum((getal or NUL for getal in uren.values()), NUL) > MEESTE_PER_WEEK:
        raise ValidationError("Meer dan 80 uur in een week kan niet. Kijk de uren na.")


def _looptijd(aanstelling: Aanstelling) -> str:
    if aanstelling.tot_en_met is None:
        return f"Zij begint op {aanstelling.van:%d-%m-%Y}."
    return f"Zij loopt van {aanstelling.van:%d-%m-%Y} tot en met {aanstelling.tot_en_met:%d-%m-%Y}."


def _boek(
    aanstelling: Aanstelling,
    dag: date,
    lijn: Actielijn | None,
    uren: Decimal,
    door: Door,
    storno_van: Ureninzet | None = None,
) -> Ureninzet:
    rij = Ureninzet(
        aanstelling=aanstelling,
        dag=dag,
        actielijn=lijn,
        uren=uren,
        storno_van=storno_van,
        geboekt_op=timezone.now(),
        wie=door.wie,
    )
    rij.full_clean()
    rij.save()
    return rij
