"""Meetings of a body, one or a series, and their agendas."""

from collections.abc import Collection
from datetime import date, time, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, TextChoices

from regio.logboek import Door
from regio.models import Agendapunt, Overleg, Puntsoort, Vergadering
from regio.perioden import maanden_later
from regio.services.overleggen import houd_overleg_vast, noteer_overleg
from regio.toegang import Bereik

MEESTE_VERGADERINGEN = 60


class Herhaling(TextChoices):
    """How often a body meets."""

    EENMAAL = "eenmaal", "Eenmaal"
    WEEK = "week", "Elke week"
    TWEE_WEKEN = "twee_weken", "Elke twee weken"
    MAAND = "maand", "Elke maand"
    KWARTAAL = "kwartaal", "Elk kwartaal"
    HALFJAAR = "halfjaar", "Elk halfjaar"


WEKEN = {Herhaling.WEEK: 1, Herhaling.TWEE_WEKEN: 2}
MAANDEN = {Herhaling.MAAND: 1, Herhaling.KWARTAAL: 3, Herhaling.HALFJAAR: 6}


@transaction.atomic
def plan_vergaderingen(
    *,
    overleg: Overleg,
    datum: date,
    begintijd: time,
    eindtijd: time,
    plaats: str,
    herhaling: str,
    aantal: int,
    bereik: Bereik,
    door: Door,
) -> list[Vergadering]:
    """One meeting or a series of `aantal`, each with the usual agenda of the body.

    A series by month keeps the weekday: the second Thursday stays the second Thursday.
    """
    overleg = houd_overleg_vast(overleg, bereik)
    if not 1 <= aantal <= MEESTE_VERGADERINGEN:
        raise ValidationError(
            {"aantal": f"Plan 1 tot en met {MEESTE_VERGADERINGEN} vergaderingen tegelijk."}
        )
    keer = 1 if herhaling == Herhaling.EENMAAL else aantal
    gemaakt = []
    for nummer in range(keer):
        vergadering = Vergadering(
            overleg=overleg,
            datum=dag_van_reeks(datum, herhaling, nummer),
            begintijd=begintijd,
            eindtijd=eindtijd,
            plaats=plaats,
        )
        vergadering.full_clean()
        vergadering.save()
        Agendapunt.objects.bulk_create(
            Agendapunt(vergadering=vergadering, volgorde=plek, titel=titel)
            for plek, titel in enumerate(overleg.agenda, 1)
        )
        gemaakt.append(vergadering)
    noteer_overleg(door, overleg, vergaderingen=len(gemaakt))
    return gemaakt


def dag_van_reeks(eerste: date, herhaling: str, nummer: int) -> date:
    """The day of the `nummer`-th meeting after the first."""
    if herhaling in WEKEN:
        return eerste + timedelta(weeks=WEKEN[Herhaling(herhaling)] * nummer)
    if herhaling not in MAANDEN:
        return eerste
    maand = maanden_later(eerste.replace(day=1), MAANDEN[Herhaling(herhaling)] * nummer)
    eerste_van_soort = maand + timedelta(days=(eerste.weekday() - maand.weekday()) % 7)
    dag = eerste_van_soort + timedelta(weeks=(eerste.day - 1) // 7)
    # A fifth Thursday is the last one in a month that has four.
    return dag if dag.month == maand.month else dag - timedelta(weeks=1)


@transaction.atomic
def wijzig_vergadering(
    *,
    vergadering: Vergadering,
    datum: date,
    begintijd: time,
    eindtijd: time,
    plaats: str,
    afgezegd: bool,
    bereik: Bereik,
    door: Door,
) -> Vergadering:
    """Move or cancel a meeting. Each change is a new edition of its invitation."""
    overleg = houd_overleg_vast(vergadering.overleg, bereik)
    rij = Vergadering.objects.select_for_update(of=("self",)).get(pk=vergadering.pk)
    if afgezegd and rij.besluiten_bestaan():
        raise ValidationError("Deze vergadering nam besluiten. Zij is dus niet afgezegd.")
    rij.datum, rij.begintijd, rij.eindtijd = datum, begintijd, eindtijd
    rij.plaats, rij.afgezegd = plaats, afgezegd
    rij.uitgave += 1
    rij.full_clean()
    rij.save()
    noteer_overleg(door, overleg, vergadering=rij.pk, afgezegd=afgezegd)
    return rij


@transaction.atomic
def zet_agendapunt(
    *,
    vergadering: Vergadering,
    titel: str,
    soort: str = Puntsoort.BESPREKING,
    bereik: Bereik,
    door: Door,
    toelichting: str = "",
    verslag: str = "",
    punt: Agendapunt | None = None,
) -> Agendapunt:
    """Add a point to the end of an agenda, or change one and write what was said."""
    overleg = houd_overleg_vast(vergadering.overleg, bereik)
    if punt is not None and punt.vergadering_id != vergadering.pk:
        raise PermissionDenied("A point of another meeting.")
    laatste = vergadering.agendapunten.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    rij = punt or Agendapunt(vergadering=vergadering, volgorde=laatste + 1)
    rij.titel, rij.soort, rij.toelichting, rij.verslag = titel, soort, toelichting, verslag
    rij.full_clean()
    rij.save()
    noteer_overleg(door, overleg, agendapunt=rij.pk)
    return rij


@transaction.atomic
def orden_agenda(
    *, vergadering: Vergadering, volgorde: Collection[int], bereik: Bereik, door: Door
) -> None:
    """Put the points in this order, by their keys. Raises ValidationError when one is missing."""
    overleg = houd_overleg_vast(vergadering.overleg, bereik)
    punten = {punt.pk: punt for punt in vergadering.agendapunten.all()}
    if sorted(volgorde) != sorted(punten):
        raise ValidationError("De agenda is net gewijzigd. Laad de pagina en probeer het opnieuw.")
    for nummer, sleutel in enumerate(volgorde, 1):
        punten[sleutel].volgorde = nummer
    Agendapunt.objects.bulk_update(punten.values(), ["volgorde"])
    noteer_overleg(door, overleg, vergadering=vergadering.pk, agenda="volgorde")


@transaction.atomic
def haal_agendapunt_weg(*, punt: Agendapunt, bereik: Bereik, door: Door) -> None:
    """Take a point off the agenda; the others move up. Not one on which was decided."""
    vergadering = punt.vergadering
    overleg = houd_overleg_vast(vergadering.overleg, bereik)
    if punt.besluiten.exists():
        raise ValidationError("Bij dit punt is een besluit genomen. Het blijft op de agenda.")
    punt.delete()
    rest = list(vergadering.agendapunten.order_by("volgorde"))
    for nummer, ander in enumerate(rest, 1):
        ander.volgorde = nummer
    Agendapunt.objects.bulk_update(rest, ["volgorde"])
    noteer_overleg(door, overleg, vergadering=vergadering.pk, agenda="punt weg")
