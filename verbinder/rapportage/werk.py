"""Making reports as work for Celery: asked once, done once, with progress to look at."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Opdracht
from regio.perioden import Halfjaar, halfjaar_uit_code
from regio.toegang import Bereik
from regio.uitvak import MEESTE_POGINGEN, bel, meld_voortgang, werk, zet_klaar
from verbinder.rapportage.services import zorg_voor_versie

MAAK_RAPPORT = "rapportage.maak"


def sleutel_van(regio: Arbeidsmarktregio, halfjaar: Halfjaar, nummer: int) -> str:
    """What makes the asking of a version unique."""
    return f"{MAAK_RAPPORT}:{regio.code}:{halfjaar.code}:{nummer}"


def vraag_rapport(
    *, regio: Arbeidsmarktregio, halfjaar: Halfjaar, nummer: int, door: Door
) -> Opdracht:
    """Ask for a version. Asking again gives the same opdracht, and new courage if it gave up.

    The work may count in this region and reaches no dossier. Runs in the caller's transaction.
    """
    opdracht = zet_klaar(
        MAAK_RAPPORT,
        sleutel=sleutel_van(regio, halfjaar, nummer),
        door=door,
        bereik=Bereik(cijferregios=frozenset({regio.pk})),
        regio_id=regio.pk,
        halfjaar=halfjaar.code,
        nummer=nummer,
    )
    if is_opgegeven(opdracht):
        opdracht.pogingen, opdracht.volgende_poging = 0, None
        opdracht.save(update_fields=["pogingen", "volgende_poging"])
        transaction.on_commit(partial(bel, opdracht))
    return opdracht


def is_opgegeven(opdracht: Opdracht) -> bool:
    """Whether the work failed so often that nobody tries any more."""
    return opdracht.klaar_op is None and opdracht.pogingen >= MEESTE_POGINGEN


@werk(MAAK_RAPPORT)
def maak_rapport(
    *, door: Door, opdracht: Opdracht, regio_id: int, halfjaar: str, nummer: int
) -> None:
    """Measure the figures, apply the rule, write the drafts; all of it, or nothing."""
    zorg_voor_versie(
        regio=Arbeidsmarktregio.objects.get(pk=regio_id),
        halfjaar=halfjaar_uit_code(halfjaar),
        nummer=nummer,
        nu=timezone.now(),
        door=door,
        meld=lambda stap, gedaan, totaal: meld_voortgang(opdracht, stap, gedaan, totaal),
    )
