"""The Celery tasks of the middle floor."""

from celery import shared_task
from celery.signals import worker_ready
from django.db import transaction

from regio.logboek import Door
from regio.perioden import vandaag
from statushouders.lijsten.dagpost import zet_overzichten_klaar
from statushouders.services.dagwissel import wissel_dag

ZATERDAG = 5


@shared_task(name="statushouders.dagwissel")
def dagwissel() -> dict[str, int]:
    """Just after midnight. Opens no person: the database function hands over out of sight."""
    return wissel_dag(op=vandaag(), door=Door.systeem("dagwissel"))


@shared_task(name="statushouders.dagoverzicht")
def dagoverzicht() -> int:
    """On every working morning: the mail with what there is to do."""
    op = vandaag()
    if op.weekday() >= ZATERDAG:
        return 0
    with transaction.atomic():
        return zet_overzichten_klaar(op=op, door=Door.systeem("dagoverzicht"))


@worker_ready.connect
def dagwissel_na_stilstand(**_) -> None:
    """The days on which nothing ran are caught up with as soon as a worker stands ready."""
    dagwissel.delay()
