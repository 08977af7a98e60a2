"""Who asks, who books and who approves. Every booking of a form goes this way.

The verbinder proposes; the controller books or refuses; above the amount that the region set a
second controller approves before anything is in the ledger.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Boekingsoort,
    Boekvoorstel,
    Gebruiker,
    Gemeente,
    Handeling,
    Verplichting,
    Voorstelstatus,
)
from regio.models.begroting import Boeking
from regio.services.boeken import leg_vast
from regio.services.boekopzet import (
    Opzet,
    maak_besteding,
    maak_bijdrage,
    maak_doorschuiving,
    maak_verplichting,
)
from regio.services.boekregels import controleer, vraagt_tweede
from regio.services.sturen import eis_controller, eis_geldlezer, om_de_beurt
from regio.toegang import Bereik

MAKERS: dict[str, Callable[..., Opzet]] = {
    Boekingsoort.BIJDRAGE: maak_bijdrage,
    Boekingsoort.DOORSCHUIVING: maak_doorschuiving,
    Boekingsoort.VERPLICHTING: maak_verplichting,
    Boekingsoort.BESTEDING: maak_besteding,
}
# How the values of a booking are read back from the proposal; the others are text or numbers.
LEZERS: dict[str, Callable[[Any], Any]] = {
    "datum": date.fromisoformat,
    "boekdatum": date.fromisoformat,
    "besluit_datum": date.fromisoformat,
    "bedrag": Decimal,
    "actielijn": lambda code: Actielijn.objects.get(pk=code),
    "verplichting": lambda pk: Verplichting.objects.get(pk=pk),
    "gemeenten": lambda codes: list(Gemeente.objects.filter(pk__in=codes)),
}


@transaction.atomic
def dien_in(
    *,
    regio: Arbeidsmarktregio,
    soort: str,
    gegevens: Mapping[str, Any],
    bereik: Bereik,
    op: date,
    door: Door,
) -> Boekvoorstel:
    """Ask to book. A controller's own request is booked at once, unless a second one must agree.

    Raises ValidationError for what cannot be booked, PermissionDenied for a stranger to the money.
    """
    eis_geldlezer(regio, bereik)
    if door.gebruiker_id is None:
        raise PermissionDenied("A proposal has a person behind it.")
    om_de_beurt(regio)
    opzet = MAKERS[soort](regio=regio, **gegevens)
    controleer(opzet, op=op)
    voorstel = Boekvoorstel(
        regio=regio,
        soort=soort,
        gegevens={naam: _plat(waarde) for naam, waarde in gegevens.items()},
        bedrag=opzet.boeking.bedrag,
        omschrijving=opzet.boeking.omschrijving,
        ingediend_op=timezone.now(),
        ingediend_door_id=door.gebruiker_id,
    )
    voorstel.full_clean()
    voorstel.save()
    if regio.pk in bereik.geldregios:
        return _geef_akkoord(voorstel, opzet, bereik=bereik, op=op, door=door)
    _noteer(door, Handeling.GELD_VOORGESTELD, voorstel)
    return voorstel


@transaction.atomic
def geef_akkoord(*, voorstel: Boekvoorstel, bereik: Bereik, op: date, door: Door) -> Boekvoorstel:
    """Book a proposal, or agree as the first of two, or approve as the second.

    Raises ValidationError when it was decided before, cannot be booked any more, or the same
    person would be both.
    """
    voorstel = _houd_vast(voorstel)
    eis_controller(voorstel.regio, bereik)
    return _geef_akkoord(voorstel, opzet_van(voorstel), bereik=bereik, op=op, door=door)


@transaction.atomic
def wijs_af(*, voorstel: Boekvoorstel, reden: str, bereik: Bereik, door: Door) -> Boekvoorstel:
    """Refuse a proposal, with the reason for who proposed it."""
    voorstel = _houd_vast(voorstel)
    eis_controller(voorstel.regio, bereik)
    return _beslis(voorstel, Voorstelstatus.AFGEWEZEN, door, reden=reden)


@transaction.atomic
def trek_in(*, voorstel: Boekvoorstel, door: Door) -> Boekvoorstel:
    """Take one's own proposal back, before it is booked."""
    voorstel = _houd_vast(voorstel)
    if voorstel.ingediend_door_id != door.gebruiker_id:
        raise PermissionDenied("Alleen wie het voorstel deed, trekt het in.")
    return _beslis(voorstel, Voorstelstatus.INGETROKKEN, door)


def opzet_van(voorstel: Boekvoorstel) -> Opzet:
    """The booking that a proposal asks for."""
    gegevens = {
        naam: LEZERS[naam](waarde) if naam in LEZERS and waarde not in (None, "") else waarde
        for naam, waarde in voorstel.gegevens.items()
    }
    return MAKERS[voorstel.soort](regio=voorstel.regio, **gegevens)


def _geef_akkoord(
    voorstel: Boekvoorstel, opzet: Opzet, *, bereik: Bereik, op: date, door: Door
) -> Boekvoorstel:
    eerste = voorstel.akkoord_door
    if vraagt_tweede(opzet.boeking) and eerste is None:
        controleer(opzet, op=op)
        voorstel.status = Voorstelstatus.AKKOORD
        voorstel.akkoord_door_id = door.gebruiker_id
        voorstel.full_clean()
        voorstel.save()
        _noteer(door, Handeling.GELD_BESLIST, voorstel, besluit="eerste akkoord")
        return voorstel
    if eerste is not None and eerste.pk == door.gebruiker_id:
        raise ValidationError("U gaf al akkoord. Een andere controller moet dit goedkeuren.")
    boeking = _boek(opzet, eerste, bereik=bereik, op=op, door=door)
    return _beslis(voorstel, Voorstelstatus.GEBOEKT, door, boeking_id=boeking.pk)


def _boek(
    opzet: Opzet, eerste: Gebruiker | None, *, bereik: Bereik, op: date, door: Door
) -> Boeking:
    """By the one who agreed first; who agrees now is then the second."""
    if eerste is None:
        return leg_vast(opzet, bereik=bereik, op=op, door=door)
    boeker = Door(eerste.naam, eerste.pk, door.herkomst, door.verzoek)
    return leg_vast(opzet, bereik=bereik, op=op, door=boeker, goedgekeurd_door_id=door.gebruiker_id)


def _beslis(voorstel: Boekvoorstel, status: str, door: Door, **gegevens) -> Boekvoorstel:
    voorstel.status = status
    voorstel.beslist_op, voorstel.beslist_door_id = timezone.now(), door.gebruiker_id
    for naam, waarde in gegevens.items():
        setattr(voorstel, naam, waarde)
    voorstel.full_clean()
    voorstel.save()
    _noteer(door, Handeling.GELD_BESLIST, voorstel, besluit=status)
    return voorstel


def _houd_vast(voorstel: Boekvoorstel) -> Boekvoorstel:
    """The proposal as it is now, for us alone. Raises ValidationError once it was decided."""
    om_de_beurt(voorstel.regio)
    voorstel = Boekvoorstel.objects.select_for_update(of=("self",)).get(pk=voorstel.pk)
    if not voorstel.loopt:
        wat = voorstel.get_status_display().lower()
        raise ValidationError(f"Over dit voorstel is al beslist: {wat}.")
    return voorstel


def _plat(waarde):
    """As JSON holds it."""
    match waarde:
        case Decimal() | date():
            return str(waarde)
        case models.Model():
            return waarde.pk
        case list() | tuple() | models.QuerySet():
            return [_plat(een) for een in waarde]
    return waarde


def _noteer(door: Door, handeling: Handeling, voorstel: Boekvoorstel, **gegevens) -> None:
    noteer(
        door,
        handeling,
        voorstel,
        regio_id=voorstel.regio_id,
        soort_boeking=voorstel.soort,
        bedrag=str(voorstel.bedrag),
        **gegevens,
    )
