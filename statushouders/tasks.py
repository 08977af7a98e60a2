"""The Celery tasks of the middle floor."""

from celery import shared_task
from celery.signals import worker_ready

from regio.logboek import Door
from regio.perioden import vandaag
from statushouders.services.dagwissel import wissel_dag


@shared_task(name="statushouders.dagwissel")
def dagwissel() -> dict[str, int]:
    """Just after midnight. Opens no person: the database function hands over out of sight."""
    return wissel_dag(op=vandaag(), door=Door.systeem("dagwissel"))


@worker_ready.connect
def dagwissel_na_stilstand(**_) -> None:
    """The days on which nothing ran are caught up with as soon as a worker stands ready."""
    dagwissel.delay()
