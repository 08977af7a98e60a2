"""Ways of working that a region describes for others."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Actielijn, Arbeidsmarktregio, Handeling, Werkwijze
from regio.perioden import halfjaar_uit_code
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@dataclass(frozen=True)
class Beschrijving:
    """What is written about a way of working."""

    titel: str
    situatie: str
    aanpak: str
    kosten: str
    contact: str
    groepen: Collection[str]
    resultaat: str = ""
    indicator: str = ""
    halfjaar: str = ""
    actielijn: Actielijn | None = None


@transaction.atomic
def beschrijf(
    *,
    regio: Arbeidsmarktregio,
    beschrijving: Beschrijving,
    bereik: Bereik,
    door: Door,
    werkwijze: Werkwijze | None = None,
) -> Werkwijze:
    """Write a way of working down, or change it. `contact` is a function: an address is refused.

    Raises ValidationError for what does not fit.
    """
    eis_schrijver(regio, bereik)
    if werkwijze is not None and werkwijze.regio_id != regio.pk:
        raise PermissionDenied("A way of working of another region.")
    if "@" in beschrijving.contact:
        raise ValidationError(
            {"contact": "Noem een functie, geen e-mailadres. Iedereen in het land leest dit."}
        )
    if beschrijving.halfjaar:
        halfjaar_uit_code(beschrijving.halfjaar)
    rij = werkwijze or Werkwijze(regio=regio)
    for naam in beschrijving.__dataclass_fields__:
        setattr(rij, naam, getattr(beschrijving, naam))
    rij.groepen = list(beschrijving.groepen)
    return _bewaar(rij, door, wat="beschreven")


@transaction.atomic
def deel(*, werkwijze: Werkwijze, gedeeld: bool, bereik: Bereik, door: Door) -> Werkwijze:
    """Let the other regions read it, or no more."""
    eis_schrijver(werkwijze.regio, bereik)
    rij = Werkwijze.objects.select_for_update(of=("self",)).get(pk=werkwijze.pk)
    rij.gedeeld = gedeeld
    return _bewaar(rij, door, wat="gedeeld" if gedeeld else "niet meer gedeeld")


def _bewaar(rij: Werkwijze, door: Door, *, wat: str) -> Werkwijze:
    rij.gewijzigd_op, rij.wie = timezone.now(), door.wie
    rij.full_clean()
    rij.save()
    noteer(door, Handeling.WERKWIJZE_GEWIJZIGD, rij, regio_id=rij.regio_id, wat=wat)
    return rij
