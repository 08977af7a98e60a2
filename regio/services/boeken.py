"""Booking money and taking it back: the only way into the ledger. See docs/geld.md."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.geldstand import einde_van
from regio.logboek import Door, noteer
from regio.models import (
    Besteding,
    Bestedingsdeel,
    Doorschuiving,
    Handeling,
    Verplichting,
)
from regio.models.begroting import Boeking
from regio.services.boekopzet import Opzet
from regio.services.boekregels import (
    controleer,
    controleer_storno,
    eis_open_jaar,
    open_van,
    vraagt_tweede,
)
from regio.services.sturen import eis_controller, om_de_beurt
from regio.toegang import Bereik

B = TypeVar("B", bound=Boeking)


@transaction.atomic
def leg_vast(
    opzet: Opzet, *, bereik: Bereik, op: date, door: Door, goedgekeurd_door_id: int | None = None
) -> Boeking:
    """Add a booking to the ledger. `door` books; above the amount of the region another approves.

    Raises ValidationError for what cannot be booked, PermissionDenied for who is no controller.
    """
    boeking = opzet.boeking
    eis_controller(boeking.regio, bereik)
    om_de_beurt(boeking.regio)
    controleer(opzet, op=op)
    if vraagt_tweede(boeking) and goedgekeurd_door_id is None:
        raise ValidationError("Voor dit bedrag is een tweede akkoord nodig.")
    return bewaar(opzet, door, goedgekeurd_door_id)


@transaction.atomic
def storneer(
    *, boeking: Boeking, datum: date, reden: str, op: date, bereik: Bereik, door: Door
) -> Boeking:
    """Take a booking back with a row of its own, in a year that is open.

    Raises ValidationError for one that was taken back before or has spending on it.
    """
    eis_controller(boeking.regio, bereik)
    om_de_beurt(boeking.regio)
    if boeking.storno_van_id or boeking.stornos.exists():
        raise ValidationError("Deze boeking is al teruggenomen. Boek haar opnieuw als dat moet.")
    if isinstance(boeking, Verplichting):
        if boeking.bestedingen.exists():
            raise ValidationError(
                "Op deze verplichting is al geld uitgegeven. Laat wat er nog openstaat vervallen."
            )
    elif isinstance(boeking, Doorschuiving):
        datum = boeking.datum
    if datum < boeking.datum:
        raise ValidationError({"datum": "Een storno komt niet voor de boeking zelf."})
    terug = _kopie(boeking, datum=datum, bedrag=-boeking.bedrag, reden=reden)
    delen = list(boeking.delen.all()) if isinstance(boeking, Besteding) else []
    if isinstance(terug, Besteding) and terug.jaar != boeking.jaar:
        # The old commitment belongs to a year that is over; only the money comes back.
        terug.verplichting = None
    controleer_storno(terug, op)
    nieuw = bewaar(Opzet(terug), door)
    Bestedingsdeel.objects.bulk_create(
        Bestedingsdeel(besteding_id=nieuw.pk, gemeente_id=deel.gemeente_id, bedrag=-deel.bedrag)
        for deel in delen
    )
    return nieuw


@transaction.atomic
def laat_vervallen(
    *, verplichting: Verplichting, datum: date, reden: str, op: date, bereik: Bereik, door: Door
) -> Verplichting:
    """Free what of a verplichting is still open. Raises ValidationError when nothing is."""
    eis_controller(verplichting.regio, bereik)
    om_de_beurt(verplichting.regio)
    rest = open_van(verplichting)
    if rest <= 0:
        raise ValidationError("Van deze verplichting staat niets meer open.")
    if datum.year != verplichting.jaar or datum < verplichting.datum:
        raise ValidationError(
            {"datum": f"Kies een datum in {verplichting.jaar}, op of na het begin."}
        )
    terug = _kopie(verplichting, datum=datum, bedrag=-rest, reden=reden)
    controleer_storno(terug, op)
    bewaar(Opzet(terug), door)
    return terug


@transaction.atomic
def neem_mee(*, verplichting: Verplichting, bereik: Bereik, door: Door) -> Verplichting:
    """Move what is open of a verplichting to the next year, on the turn of the year."""
    eis_controller(verplichting.regio, bereik)
    om_de_beurt(verplichting.regio)
    jaar, rest = verplichting.jaar, open_van(verplichting)
    if rest <= 0:
        raise ValidationError("Van deze verplichting staat niets meer open.")
    terug = _kopie(
        verplichting, datum=einde_van(jaar), bedrag=-rest, reden=f"meegenomen naar {jaar + 1}"
    )
    eis_open_jaar(terug)
    bewaar(Opzet(terug), door)
    vervolg = _kopie(verplichting, datum=date(jaar + 1, 1, 1), bedrag=rest, reden="")
    vervolg.storno_van, vervolg.vervolg_op = None, verplichting
    vervolg.omschrijving = verplichting.omschrijving
    vervolg.met_tekort = verplichting.met_tekort
    bewaar(Opzet(vervolg), door)
    return vervolg


def _kopie(boeking: B, *, datum: date, bedrag: Decimal, reden: str) -> B:
    """A row that takes (a part of) another one back."""
    waarden = {
        veld.attname: getattr(boeking, veld.attname)
        for veld in boeking._meta.concrete_fields
        if not veld.primary_key
    }
    waarden |= {
        "datum": datum,
        "bedrag": bedrag,
        "omschrijving": f"Storno: {reden}"[:200],
        "storno_van_id": boeking.pk,
        "goedgekeurd_door_id": None,
    }
    return type(boeking)(**waarden)


def bewaar(opzet: Opzet, door: Door, goedgekeurd_door_id: int | None = None) -> Boeking:
    """Add the row and write it in the log. Who may, and whether it fits, was judged before."""
    boeking = opzet.boeking
    boeking.geboekt_op = timezone.now()
    boeking.wie, boeking.geboekt_door_id = door.wie, door.gebruiker_id
    boeking.goedgekeurd_door_id = goedgekeurd_door_id
    boeking.full_clean()
    boeking.save(force_insert=True)
    Bestedingsdeel.objects.bulk_create(
        Bestedingsdeel(besteding_id=boeking.pk, gemeente=gemeente, bedrag=bedrag)
        for gemeente, bedrag in opzet.delen
    )
    noteer(
        door,
        Handeling.GELD_GEBOEKT,
        boeking,
        regio_id=boeking.regio_id,
        bedrag=str(boeking.bedrag),
        datum=str(boeking.datum),
        storno_van=boeking.storno_van_id,
    )
    return boeking
