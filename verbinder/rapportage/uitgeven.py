"""Sending and adopting as work for Celery: first the audit, with progress, then the step itself."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone

from regio.logboek import Door
from regio.models import Opdracht
from regio.toegang import Bereik
from regio.uitvak import meld_voortgang, werk, zet_klaar
from verbinder.rapportage.models import Versie
from verbinder.rapportage.services import (
    AlGedaan,
    controleer_kleine_aantallen,
    eis_te_versturen,
    eis_vast_te_stellen,
    stel_vast,
    verstuur_concept,
)

GEEF_UIT = "rapportage.geef_uit"


class Doel(TextChoices):
    """What follows when the audit finds nothing."""

    VERSTUREN = "versturen", "Het concept is verstuurd. Het directieoverleg kan het nu lezen."
    VASTSTELLEN = "vaststellen", "Het rapport is vastgesteld. Het verandert niet meer."


def sleutel_van(versie: Versie) -> str:
    """How the key of every request about this version begins."""
    return f"{GEEF_UIT}:{versie.pk}:"


def vraag_versturen(*, versie: Versie, nu: datetime, door: Door) -> Opdracht:
    """Ask for the audit, and for the concept to be sent when it finds nothing."""
    eis_te_versturen(versie)
    return _vraag(versie, Doel.VERSTUREN, door, {})


def vraag_vaststelling(
    *, versie: Versie, nu: datetime, door: Door, datum: date, **besluit: str
) -> Opdracht:
    """Ask for the audit, and for the vaststelling when it finds nothing."""
    eis_vast_te_stellen(versie, datum=datum, nu=nu)
    return _vraag(versie, Doel.VASTSTELLEN, door, {"datum": datum.isoformat(), **besluit})


def _vraag(versie: Versie, doel: Doel, door: Door, besluit: dict[str, Any]) -> Opdracht:
    with transaction.atomic():
        volgende = versie.controles.count() + 1
        return zet_klaar(
            GEEF_UIT,
            sleutel=f"{sleutel_van(versie)}{doel}:{volgende}",
            door=door,
            bereik=Bereik(cijferregios=frozenset({versie.rapportage.regio_id})),
            versie_id=versie.pk,
            doel=doel.value,
            besluit=besluit,
        )


@werk(GEEF_UIT)
def geef_uit(
    *, door: Door, opdracht: Opdracht, versie_id: int, doel: str, besluit: dict[str, Any]
) -> None:
    """Audit, then take the step; or keep the verdict that says why not."""
    versie = Versie.objects.select_related("rapportage__regio").get(pk=versie_id)
    nu = timezone.now()

    def meld(stap: str, gedaan: int, totaal: int) -> None:
        meld_voortgang(opdracht, stap, gedaan, totaal)

    try:
        controle = controleer_kleine_aantallen(versie=versie, nu=nu, door=door, meld=meld)
        if not controle.klaar:
            return
        meld("Bestanden maken", 1, 1)
        if doel == Doel.VERSTUREN:
            verstuur_concept(versie=versie, nu=nu, door=door)
        else:
            datum = date.fromisoformat(besluit.pop("datum"))
            stel_vast(versie=versie, nu=nu, door=door, datum=datum, **besluit)
    except AlGedaan:
        return
    except ValidationError as fout:
        meld_voortgang(opdracht, " ".join(fout.messages), 0, 0)
