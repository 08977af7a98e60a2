"""Who should never have been registered: out of every list and figure, with the reason kept."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling
from statushouders.models import Actie, Statushouder
from statushouders.services.kern import bewaar, log, nette_tekst, vergrendel


@transaction.atomic
def trek_aanmelding_in(
    *,
    statushouder: Statushouder,
    intrekreden: str,
    op: date,
    door: Door,
    versie: int | None = None,
) -> Statushouder:
    """Withdraw a registration on `op`; nothing is erased. Raises Ingehaald or ValidationError."""
    persoon = vergrendel(statushouder, versie=versie)
    intrekreden = nette_tekst(intrekreden, "intrekreden")
    if not intrekreden:
        raise ValidationError({"intrekreden": "Schrijf kort op waarom de aanmelding niet klopt."})
    if persoon.ingetrokken_op is not None:
        raise ValidationError("Deze aanmelding is al ingetrokken.")
    persoon.ingetrokken_op, persoon.intrekreden = op, intrekreden
    bewaar(persoon, "ingetrokken_op", "intrekreden")
    Actie.objects.filter(statushouder=persoon, klaar_op__isnull=True).update(klaar_op=op)
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="ingetrokken")
    return persoon


@transaction.atomic
def herstel_aanmelding(*, statushouder: Statushouder, op: date, door: Door) -> Statushouder:
    """The registration was right after all. Raises ValidationError when it was not withdrawn."""
    persoon = vergrendel(statushouder)
    if persoon.ingetrokken_op is None:
        raise ValidationError("Deze aanmelding is niet ingetrokken.")
    if persoon.opgegaan_in.filter(ongedaan_op__isnull=True).exists():
        raise ValidationError("Dit dossier is samengevoegd. Maak de samenvoeging ongedaan.")
    persoon.ingetrokken_op, persoon.intrekreden = None, ""
    bewaar(persoon, "ingetrokken_op", "intrekreden")
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="hersteld")
    return persoon
