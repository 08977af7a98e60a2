"""What beat asks every night: is there a report that should have been made?"""

from celery import shared_task
from celery.signals import worker_ready
from django.db import transaction

from regio.logboek import Door
from regio.perioden import vandaag
from verbinder.rapportage.herinneren import herinner_aan_rapporten
from verbinder.rapportage.planning import ontbrekende_rapporten
from verbinder.rapportage.services.abonneren import verstuur_aankondiging
from verbinder.rapportage.uitgeven import geef_uit
from verbinder.rapportage.werk import maak_rapport, vraag_rapport

__all__ = [
    "geef_uit",
    "herinner_aan_rapporten",
    "maak_halfjaarrapportages",
    "maak_rapport",
    "verstuur_aankondiging",
]


@shared_task(name="verbinder.maak_halfjaarrapportages")
def maak_halfjaarrapportages() -> int:
    """Ask for every report that is missing. Returns how many.

    Asked every night, so that a night without electricity loses nothing; each report is asked
    once, by a key of region, half-year and version, however many beats there are.
    """
    with transaction.atomic():
        gevraagd = [
            vraag_rapport(regio=regio, halfjaar=halfjaar, nummer=1, door=Door.systeem("planner"))
            for regio, halfjaar in ontbrekende_rapporten(vandaag())
        ]
    return len(gevraagd)


@worker_ready.connect(dispatch_uid="verbinder.rapporten_bij_de_start")
def vraag_bij_de_start(sender, **_) -> None:
    """A half-year that ended while everything was off is made at the next start."""
    maak_halfjaarrapportages.apply_async(retry=False)
