"""Lists that a user keeps under a name: a filter and an order, for themselves."""

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.models import Gebruiker
from statushouders.models import BewaardeLijst
from statushouders.services.kern import controleer, nette_tekst

MEESTE_LIJSTEN = 12


@transaction.atomic
def bewaar_lijst(*, gebruiker: Gebruiker, pagina: str, naam: str, vraag: str) -> BewaardeLijst:
    """Keep this filter; the same name again replaces it. Raises ValidationError."""
    naam = nette_tekst(naam, "naam")
    if not naam:
        raise ValidationError({"naam": "Geef de lijst een naam, zoals: oude wet in Huizen."})
    eigen = BewaardeLijst.objects.filter(gebruiker=gebruiker)
    lijst = eigen.filter(naam=naam).first()
    if lijst is None:
        if eigen.count() >= MEESTE_LIJSTEN:
            raise ValidationError(
                {"naam": f"U hebt al {MEESTE_LIJSTEN} lijsten. Haal er eerst een weg."}
            )
        lijst = BewaardeLijst(gebruiker=gebruiker, naam=naam)
    lijst.pagina, lijst.vraag = pagina, vraag
    controleer(lijst, zonder=("bewaarde_lijst_naam_uniek",))
    lijst.save()
    return lijst
