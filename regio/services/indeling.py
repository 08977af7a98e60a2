"""Changes to the division of the country that a beheerder makes by hand."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Centrumgemeente, Gemeente, Handeling
from regio.toegang import Bereik

BRON_BEHEERDER = "bevestigd door de functioneel beheerder"


@transaction.atomic
def bevestig_centrumgemeente(
    *, regio: Arbeidsmarktregio, gemeente: Gemeente, op: date, beheer: Bereik, door: Door
) -> Centrumgemeente:
    """Confirm which gemeente is the centrumgemeente of a region on a day, or correct it.

    Raises ValidationError for a gemeente outside the region, PermissionDenied outside `beheer`.
    """
    if regio.pk not in beheer.beheerregios:
        raise PermissionDenied("Dit is niet de regio die u beheert.")
    if not Gemeente.objects.in_regio(regio, op=op).filter(pk=gemeente.pk).exists():
        raise ValidationError({"gemeente": f"{gemeente} hoort op deze dag niet bij deze regio."})
    centrum = (
        Centrumgemeente.objects.select_for_update(of=("self",))
        .geldig_op(op)
        .filter(regio=regio)
        .first()
    )
    if centrum is None:
        centrum = Centrumgemeente(regio=regio)
    centrum.gemeente = gemeente
    centrum.bevestigd = True
    centrum.bron = BRON_BEHEERDER
    centrum.full_clean()
    centrum.save()
    noteer(
        door,
        Handeling.GEGEVENS_GEWIJZIGD,
        centrum,
        regio_id=regio.pk,
        gemeente_id=gemeente.pk,
    )
    return centrum
