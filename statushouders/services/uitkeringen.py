"""What somebody lives on, by date: bijstand, bijstand beside income, or none."""

from datetime import date

from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling
from statushouders.models import Statushouder, Uitkering
from statushouders.services.kern import bewaar, log, vergrendel, voeg_toe
from statushouders.services.tijdvakken import controleer_tijdvak, sluit_vorige


@transaction.atomic
def leg_uitkering_vast(
    *,
    statushouder: Statushouder,
    soort: str,
    van: date,
    op: date,
    door: Door,
    tot_en_met: date | None = None,
) -> Uitkering:
    """From `van` somebody lives on this; what ran until then ends. Raises ValidationError."""
    controleer_tijdvak(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(statushouder)
    sluit_vorige(persoon.uitkeringen.all(), van=van, tot_en_met=tot_en_met)
    uitkering = voeg_toe(
        Uitkering(statushouder=persoon, soort=soort, van=van, tot_en_met=tot_en_met)
    )
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="uitkering", soort=soort)
    return uitkering


@transaction.atomic
def verbeter_uitkering(
    *,
    uitkering: Uitkering,
    soort: str,
    van: date,
    op: date,
    door: Door,
    tot_en_met: date | None = None,
    versie: int | None = None,
) -> Uitkering:
    """Correct a period of bijstand. Raises Ingehaald or ValidationError."""
    controleer_tijdvak(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(uitkering.statushouder)
    nu = vergrendel(uitkering, versie=versie)
    nu.soort, nu.van, nu.tot_en_met = soort, van, tot_en_met
    bewaar(nu, "soort", "van", "tot_en_met")
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="uitkering verbeterd", soort=soort)
    return nu


@transaction.atomic
def wis_uitkering(*, uitkering: Uitkering, op: date, door: Door) -> None:
    """Take away a period that never was; its history stays."""
    persoon = vergrendel(uitkering.statushouder)
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="uitkering gewist", soort=uitkering.soort)
    uitkering.delete()
