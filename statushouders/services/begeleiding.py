"""Volunteers and mentors: a role on a case, for a purpose and for a time, without access to it."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling, Organisatiesoort
from statushouders.models import Begeleiding, Statushouder
from statushouders.regels import adres_in_tekst
from statushouders.services.kern import bewaar, log, nette_tekst, vergrendel, voeg_toe
from statushouders.services.organisaties import zoek_of_maak
from statushouders.services.tijdvakken import controleer_tijdvak

# So long may the name of a volunteer be kept: from the begin, and after the end.
BEWAREN, BEWAREN_NA_EINDE = timedelta(days=365), timedelta(days=90)


@transaction.atomic
def begin_begeleiding(
    *,
    statushouder: Statushouder,
    rol: str,
    doel: str,
    naam: str,
    bereikbaar: str,
    van: date,
    op: date,
    door: Door,
    organisatie: str = "",
) -> Begeleiding:
    """Somebody guides this person from `van`. Raises ValidationError.

    The name is kept for a year; `verleng` keeps it another.
    """
    controleer_tijdvak(van=van, tot_en_met=None)
    persoon = vergrendel(statushouder)
    begeleiding = Begeleiding(
        statushouder=persoon,
        rol=rol,
        doel=doel,
        naam=_zonder_adres(naam, "naam"),
        bereikbaar=_zonder_adres(bereikbaar, "bereikbaar"),
        organisatie=zoek_of_maak(
            regio=persoon.dossierregio,
            soort=Organisatiesoort.OVERIG,
            naam=organisatie,
            veld="organisatie",
        ),
        van=van,
        bewaren_tot=max(van, op) + BEWAREN,
    )
    if not begeleiding.naam:
        raise ValidationError({"naam": "Vul de naam van de begeleider in."})
    voeg_toe(begeleiding)
    _log(door, persoon, begeleiding, "begonnen")
    return begeleiding


def _zonder_adres(tekst: str, veld: str) -> str:
    schoon = nette_tekst(tekst, veld)
    if zin := adres_in_tekst(schoon):
        raise ValidationError({veld: zin})
    return schoon


@transaction.atomic
def beeindig_begeleiding(
    *, begeleiding: Begeleiding, tot_en_met: date, op: date, door: Door
) -> Begeleiding:
    """It ended; the name goes three months later. Raises ValidationError."""
    controleer_tijdvak(van=begeleiding.van, tot_en_met=tot_en_met)
    persoon = vergrendel(begeleiding.statushouder)
    nu = vergrendel(begeleiding)
    if nu.tot_en_met is not None:
        raise ValidationError(f"Deze begeleiding eindigde al op {nu.tot_en_met:%d-%m-%Y}.")
    nu.tot_en_met = tot_en_met
    nu.bewaren_tot = min(nu.bewaren_tot, tot_en_met + BEWAREN_NA_EINDE)
    bewaar(nu, "tot_en_met", "bewaren_tot")
    _log(door, persoon, nu, "beëindigd")
    return nu


@transaction.atomic
def verleng(*, begeleiding: Begeleiding, op: date, door: Door) -> Begeleiding:
    """Still needed: kept for a year from `op`. Raises ValidationError when it ended."""
    persoon = vergrendel(begeleiding.statushouder)
    nu = vergrendel(begeleiding)
    if nu.tot_en_met is not None or not nu.naam:
        raise ValidationError("Deze begeleiding is voorbij. Leg zo nodig een nieuwe vast.")
    nu.bewaren_tot = op + BEWAREN
    bewaar(nu, "bewaren_tot")
    _log(door, persoon, nu, "verlengd")
    return nu


def _log(door: Door, persoon: Statushouder, begeleiding: Begeleiding, wat: str) -> None:
    log(
        door,
        Handeling.DOSSIER_GEWIJZIGD,
        persoon,
        wat=f"begeleiding {wat}",
        begeleiding=begeleiding.pk,
        rol=begeleiding.rol,
    )
