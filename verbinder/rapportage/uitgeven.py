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
    eis_openbaar_te_maken,
    eis_te_versturen,
    eis_vast_te_stellen,
    maak_openbaar,
    stel_vast,
    verstuur_concept,
)
from verbinder.sturing.behandelen import zet_vaststelling_op_lijst

GEEF_UIT = "rapportage.geef_uit"


class Doel(TextChoices):
    """What follows when the audit finds nothing."""

    VERSTUREN = "versturen", "Het concept is verstuurd. Het directieoverleg kan het nu lezen."
    VASTSTELLEN = "vaststellen", "Het rapport is vastgesteld. Het verandert niet meer."
    OPENBAAR = "openbaar", "De openbare versie is gemaakt. Zij verandert niet meer."


def sleutel_van(versie: Versie) -> str:
    """How the key of every request about this version begins."""
    return f"{GEEF_UIT}:{versie.pk}:"


def vraag_versturen(*, versie: Versie, nu: datetime, door: Door, basis: str = "") -> Opdracht:
    """Ask for the audit, and for the concept to be sent when it finds nothing. `basis` is the
    address of the site, for the mail to who has a subscription."""
    eis_te_versturen(versie)
    return _vraag(versie, Doel.VERSTUREN, door, {"basis": basis})


def vraag_vaststelling(
    *,
    versie: Versie,
    nu: datetime,
    door: Door,
    datum: date,
    openbaar: bool = False,
    **besluit: str,
) -> Opdracht:
    """Ask for the audit, and for the vaststelling when it finds nothing; with `openbaar` also for
    a public edition of what was adopted."""
    eis_vast_te_stellen(versie, datum=datum, nu=nu)
    gegevens = {"datum": datum.isoformat(), "openbaar": openbaar, **besluit}
    return _vraag(versie, Doel.VASTSTELLEN, door, gegevens)


def vraag_openbaar(*, versie: Versie, door: Door) -> Opdracht:
    """Ask for the audit of a public edition, and for the edition when it finds nothing."""
    eis_openbaar_te_maken(versie)
    return _vraag(versie, Doel.OPENBAAR, door, {})


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
        if doel == Doel.OPENBAAR:
            maak_openbaar(versie=versie, nu=nu, door=door, meld=meld)
            return
        controle = controleer_kleine_aantallen(versie=versie, nu=nu, door=door, meld=meld)
        if not controle.klaar:
            return
        meld("Bestanden maken", 1, 1)
        if doel == Doel.VERSTUREN:
            verstuur_concept(versie=versie, nu=nu, door=door, **besluit)
        else:
            _stel_vast(versie, nu, door, **besluit)
    except AlGedaan:
        return
    except ValidationError as fout:
        meld_voortgang(opdracht, " ".join(fout.messages), 0, 0)


def _stel_vast(
    versie: Versie, nu: datetime, door: Door, *, datum: str, openbaar: bool = False, **besluit: str
) -> None:
    dag = date.fromisoformat(datum)
    with transaction.atomic():
        vaststelling = stel_vast(versie=versie, nu=nu, door=door, datum=dag, **besluit)
        zet_vaststelling_op_lijst(vaststelling=vaststelling, nu=nu, door=door)
    if openbaar:
        vraag_openbaar(versie=versie, door=door)
