"""Loading the bijdragen of a circulaire for many regions at once."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from regio.logboek import Door
from regio.models import Bijdrage, Circulairelading
from regio.services.boeken import bewaar
from regio.services.boekopzet import Opzet
from regio.services.boekregels import controleer
from regio.services.sturen import om_de_beurt
from regio.toegang import Bereik


@transaction.atomic
def laad_bijdragen(
    *,
    naam: str,
    bijdragen: Sequence[Bijdrage],
    op: date,
    nu: datetime,
    bereik: Bereik,
    door: Door,
) -> Circulairelading:
    """Book all of these bijdragen as one lading, or none when one cannot be booked.

    For the functioneel beheerder of any region: a circulaire is the same for every region.
    Raises PermissionDenied for another, ValidationError with the region that stands in the way.
    """
    if not bereik.beheerregios:
        raise PermissionDenied("Bijdragen laden doet de functioneel beheerder van een regio.")
    if not bijdragen:
        raise ValidationError("Kies ten minste een regel om te laden.")
    lading = Circulairelading.objects.create(naam=naam[:255], op=nu, wie=door.wie)
    # In a fixed order, so that two loadings wait for each other in place of both stopping.
    for bijdrage in sorted(bijdragen, key=lambda b: (b.regio_id, b.herkomstjaar)):
        om_de_beurt(bijdrage.regio)
        bijdrage.lading = lading
        opzet = Opzet(bijdrage)
        try:
            controleer(opzet, op=op)
            with transaction.atomic():
                bewaar(opzet, door)
        except ValidationError as fout:
            raise ValidationError(f"{bijdrage.regio}: {' '.join(fout.messages)}") from fout
        except IntegrityError as fout:
            # Of another region the closed years cannot be read; the database knows them.
            zin = getattr(getattr(fout.__cause__, "diag", None), "message_primary", "")
            raise ValidationError(f"{bijdrage.regio}: {zin}") from fout
    return lading
