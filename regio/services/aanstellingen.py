"""Who is verbinder, from when to when, for how many hours. The right to it follows by date."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import (
    Aanstelling,
    Actielijn,
    Arbeidsmarktregio,
    Gebruiker,
    Handeling,
    Recht,
    Rol,
    Ureninzet,
    Urenverdeling,
)
from regio.services.sturen import eis_beheerder
from regio.toegang import Bereik

Verdeling = Mapping[Actielijn, Decimal]


@transaction.atomic
def stel_aan(
    *,
    regio: Arbeidsmarktregio,
    gebruiker: Gebruiker | None,
    uren_per_week: Decimal,
    van: date,
    tot_en_met: date | None,
    standplaats: str,
    werkgever: str,
    bereik: Bereik,
    door: Door,
    verdeling: Verdeling | None = None,
    vacature: Aanstelling | None = None,
) -> Aanstelling:
    """Let somebody be verbinder of a region from a day; without `gebruiker` it is a vacancy.

    They have the right of verbinder on exactly those days. `vacature` is filled by this and ends.
    Raises ValidationError for what does not fit, PermissionDenied for who does not manage here or
    would do it for themselves.
    """
    eis_beheerder(regio, bereik)
    if gebruiker is not None and gebruiker.pk == door.gebruiker_id:
        raise PermissionDenied("U kunt uzelf niet aanstellen. Vraag een andere beheerder.")
    aanstelling = Aanstelling(
        regio=regio,
        gebruiker=gebruiker,
        uren_per_week=uren_per_week,
        van=van,
        tot_en_met=tot_en_met,
        standplaats=standplaats,
        werkgever=werkgever,
    )
    aanstelling.full_clean(exclude=["recht"], validate_constraints=False)
    if gebruiker is not None:
        aanstelling.recht = _recht(aanstelling, door)
    aanstelling.full_clean()
    aanstelling.save()
    _verdeel(aanstelling, verdeling or {})
    if vacature is not None:
        _vul(vacature, aanstelling, door)
    noteer_aanstelling(door, aanstelling)
    return aanstelling


@transaction.atomic
def beeindig_aanstelling(
    *, aanstelling: Aanstelling, laatste_dag: date, op: date, bereik: Bereik, door: Door
) -> None:
    """Let it end after `laatste_dag`, and the right with it; one that would not have begun by then
    disappears. Raises ValidationError for a day that is past, or before hours that were booked."""
    aanstelling = Aanstelling.objects.select_for_update(of=("self",)).get(pk=aanstelling.pk)
    eis_beheerder(aanstelling.regio, bereik)
    if (op - laatste_dag).days > 1:
        raise ValidationError(
            {
                "laatste_dag": (
                    "Een aanstelling eindigt op zijn vroegst gisteren. Kies een latere dag."
                )
            }
        )
    if aanstelling.tot_en_met and aanstelling.tot_en_met < laatste_dag:
        raise ValidationError(
            {"laatste_dag": "Deze aanstelling eindigt al eerder. Kies een eerdere dag."}
        )
    if Ureninzet.objects.staand().filter(aanstelling=aanstelling, dag__gt=laatste_dag).exists():
        raise ValidationError({"laatste_dag": "Na deze dag zijn er al uren geboekt."})
    _eindig(aanstelling, laatste_dag)
    noteer_aanstelling(door, aanstelling, laatste_dag=str(laatste_dag))


def volg_recht(recht: Recht, laatste_dag: date | None) -> None:
    """The right of a verbinder ends, or was never (None): so does the aanstelling that it is of."""
    aanstelling = Aanstelling.objects.filter(recht=recht).first()
    if aanstelling is None:
        return
    if laatste_dag is None:
        aanstelling.delete()
        return
    aanstelling.tot_en_met = laatste_dag
    aanstelling.save(update_fields=["tot_en_met"])


def noteer_aanstelling(door: Door, aanstelling: Aanstelling, **gegevens) -> None:
    """One line in the log."""
    noteer(
        door,
        Handeling.AANSTELLING_GEWIJZIGD,
        aanstelling,
        regio_id=aanstelling.regio_id,
        van=str(aanstelling.van),
        aan=aanstelling.gebruiker_id,
        **gegevens,
    )


def _recht(aanstelling: Aanstelling, door: Door) -> Recht:
    """The right on exactly these days: a new one, or one that was given before without hours."""
    dagen = {"van": aanstelling.van, "tot_en_met": aanstelling.tot_en_met}
    wie = {
        "gebruiker": aanstelling.gebruiker,
        "rol": Rol.VERBINDER,
        "regio": aanstelling.regio,
    }
    bestaand = Recht.objects.filter(**wie, **dagen, aanstelling__isnull=True).first()
    if bestaand is not None:
        return bestaand
    recht = Recht(**wie, **dagen, gegeven_door_id=door.gebruiker_id)
    recht.full_clean()
    recht.save()
    noteer(
        door,
        Handeling.RECHT_GEGEVEN,
        recht,
        regio_id=recht.regio_id,
        rol=recht.rol,
        aan=recht.gebruiker_id,
        van=str(recht.van),
        tot_en_met=str(recht.tot_en_met or ""),
    )
    return recht


def _verdeel(aanstelling: Aanstelling, verdeling: Verdeling) -> None:
    delen = [
        Urenverdeling(aanstelling=aanstelling, actielijn=lijn, uren_per_week=uren)
        for lijn, uren in verdeling.items()
    ]
    for deel in delen:
        deel.full_clean()
    if sum(deel.uren_per_week for deel in delen) > aanstelling.uren_per_week:
        raise ValidationError(
            "De uren per actielijn zijn samen meer dan de uren per week. Verlaag er een."
        )
    Urenverdeling.objects.bulk_create(delen)


def _vul(vacature: Aanstelling, aanstelling: Aanstelling, door: Door) -> None:
    """A vacancy ends the day before somebody begins."""
    if not vacature.is_vacature or vacature.regio_id != aanstelling.regio_id:
        raise ValidationError("Dit is geen vacature van deze regio.")
    einde = aanstelling.van - timedelta(days=1)
    if vacature.tot_en_met is None or vacature.tot_en_met > einde:
        _eindig(vacature, einde)
        noteer_aanstelling(door, vacature, vervuld_door=aanstelling.gebruiker_id)


def _eindig(aanstelling: Aanstelling, laatste_dag: date) -> None:
    recht = aanstelling.recht
    if laatste_dag < aanstelling.van:
        aanstelling.delete()
        if recht is not None:
            recht.delete()
        return
    aanstelling.tot_en_met = laatste_dag
    aanstelling.full_clean()
    aanstelling.save(update_fields=["tot_en_met"])
    if recht is not None:
        recht.tot_en_met = laatste_dag
        recht.save(update_fields=["tot_en_met"])
