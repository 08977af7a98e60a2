"""Work for later, that is not lost: a row in the transaction of the change, then a bell.

`zet_klaar` writes an `Opdracht` beside the change that asks for it. After the commit the broker
rings for a worker; when broker or worker is away, the sweep of every 30 seconds finds the row.
An opdracht runs in one transaction with the mark that it is done: it happened whole, or not.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pghistory
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_ready
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from regio.logboek import Door
from regio.models import Opdracht
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik

logboek = logging.getLogger(__name__)

WERK: dict[str, Callable] = {}
MEESTE_POGINGEN = 6
WACHT_NA_FOUT = timedelta(seconds=60)
VOORTGANG_BEWAREN = 3_600
# When the last sweep ran: beat, broker and worker are then alive.
HARTSLAG = "hartslag"


class ZonderBereik(RuntimeError):
    """A task was called without saying for whom, and what that may reach."""


def werk(naam: str):
    """Register `functie(*, door, opdracht, **gegevens)` as the work called `naam`."""

    def registreer(functie: Callable) -> Callable:
        WERK[naam] = functie
        return functie

    return registreer


def zet_klaar(taak: str, *, sleutel: str, door: Door, bereik: Bereik, **gegevens) -> Opdracht:
    """Ask for work, once per `sleutel`; asking again returns the first row.

    Must run in the transaction of the change that needs the work.
    """
    if taak not in WERK:
        raise LookupError(f"Er is geen werk dat '{taak}' heet.")
    opdracht, nieuw = Opdracht.objects.get_or_create(
        sleutel=sleutel,
        defaults={
            "taak": taak,
            "gegevens": gegevens,
            "door_id": door.gebruiker_id,
            "wie": door.wie,
            "bereik": bereik.als_gegevens(),
        },
    )
    if nieuw:
        transaction.on_commit(partial(bel, opdracht))
    return opdracht


def bel(opdracht: Opdracht) -> bool:
    """Ring for a worker. False when the broker is away: then the sweep does it."""
    try:
        doe_opdracht.delay(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
    except Exception as fout:  # kombu raises whatever its transport raises
        logboek.warning("De broker is niet bereikbaar: %s", type(fout).__name__)
        return False
    return True


@shared_task(name="regio.doe_opdracht")
def doe_opdracht(opdracht_id: int, *, door: str | None = None, bereik: dict | None = None) -> str:
    """Do one opdracht, however often it is delivered. Says what it did."""
    if door is None or bereik is None:
        raise ZonderBereik("Een taak heeft `door` en `bereik` nodig.")
    if not _begin(opdracht_id):
        return "niets te doen"
    try:
        return _voer_uit(opdracht_id, bereik)
    except (Exception, SoftTimeLimitExceeded) as fout:
        _mislukt(opdracht_id, fout)
        raise


@shared_task(name="regio.veeg_uitvak")
def veeg_uitvak() -> int:
    """Ring again for all that is still open, and leave a heartbeat. Returns how many."""
    cache.set(HARTSLAG, timezone.now(), VOORTGANG_BEWAREN)
    open_ = list(_te_doen().order_by("pk")[:100])
    for opdracht in open_:
        bel(opdracht)
    return len(open_)


@worker_ready.connect(dispatch_uid="regio.veeg_bij_de_start")
def veeg_bij_de_start(sender, **_) -> None:
    """What another worker left when it was killed need not wait for the clock."""
    veeg_uitvak.apply_async(retry=False)


def _te_doen():
    nu = timezone.now()
    return Opdracht.objects.filter(
        Q(volgende_poging__isnull=True) | Q(volgende_poging__lte=nu),
        klaar_op__isnull=True,
        pogingen__lt=MEESTE_POGINGEN,
    )


def _begin(opdracht_id: int) -> bool:
    """Count the attempt in a transaction of its own, so that a killed worker counts as well."""
    return bool(
        _te_doen()
        .filter(pk=opdracht_id, pk__in=_vrij(opdracht_id))
        .update(begonnen_op=timezone.now(), pogingen=F("pogingen") + 1)
    )


def _vrij(opdracht_id: int):
    """The row, unless another worker has it locked."""
    with transaction.atomic():
        return list(
            Opdracht.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(pk=opdracht_id)
            .values_list("pk", flat=True)
        )


def _voer_uit(opdracht_id: int, bereik: dict) -> str:
    opdracht = Opdracht.objects.get(pk=opdracht_id)
    door = Door(opdracht.wie, opdracht.door_id, herkomst=f"opdracht {opdracht.pk}")
    with (
        pghistory.context(wie=door.wie, gebruiker=door.gebruiker_id),
        bereik_transactie(Bereik.uit_gegevens(bereik), gebruiker_id=door.gebruiker_id),
    ):
        geclaimd = Opdracht.objects.select_for_update(skip_locked=True, of=("self",)).filter(
            pk=opdracht_id, klaar_op__isnull=True
        )
        if not list(geclaimd.values_list("pk", flat=True)):
            return "een ander doet het al"
        WERK[opdracht.taak](door=door, opdracht=opdracht, **opdracht.gegevens)
        geclaimd.update(klaar_op=timezone.now(), fout="")
    return "klaar"


def _mislukt(opdracht_id: int, fout: BaseException) -> None:
    """Try again later; the message holds the kind of fault, never data."""
    opdracht = Opdracht.objects.get(pk=opdracht_id)
    opdracht.fout = f"{type(fout).__name__}"
    opdracht.volgende_poging = timezone.now() + WACHT_NA_FOUT * opdracht.pogingen
    opdracht.save(update_fields=["fout", "volgende_poging"])
    logboek.error("Opdracht %s (%s) mislukte: %s", opdracht.pk, opdracht.taak, opdracht.fout)


def meld_voortgang(opdracht: Opdracht, stap: str, gedaan: int, totaal: int) -> None:
    """Tell the page how far the work is; kept in the cache, for the work is one transaction."""
    cache.set(
        f"voortgang:{opdracht.pk}",
        {"stap": stap, "gedaan": gedaan, "totaal": totaal},
        VOORTGANG_BEWAREN,
    )


def lees_voortgang(opdracht: Opdracht) -> dict:
    """`{"stap", "gedaan", "totaal"}` of running work, or an empty dict."""
    return cache.get(f"voortgang:{opdracht.pk}") or {}
