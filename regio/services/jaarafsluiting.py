"""Closing a year: commitments move on, the balance is written down, nothing is booked any more."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.bedragen import geschreven
from regio.geldstand import einde_van, standen, totaal
from regio.logboek import Door, noteer
from regio.models import (
    Arbeidsmarktregio,
    Besteding,
    Bijdrage,
    Doorschuiving,
    Handeling,
    Jaarafsluiting,
    Jaarstand,
    Verplichting,
)
from regio.services.boeken import neem_mee
from regio.services.boekregels import open_van
from regio.services.sturen import eis_controller, om_de_beurt
from regio.toegang import Bereik


@transaction.atomic
def sluit_jaar_af(
    *,
    regio: Arbeidsmarktregio,
    jaar: int,
    rest_blijft: bool,
    op: date,
    bereik: Bereik,
    door: Door,
) -> Jaarafsluiting:
    """Close a year that is over. What is open of its verplichtingen moves to the next year.

    `rest_blijft`: said in words that what is left becomes the opening balance of the next year
    without a besluit to carry it over. Raises ValidationError for a year that is not over, is
    closed, or has an earlier year open before it.
    """
    eis_controller(regio, bereik)
    om_de_beurt(regio)
    if jaar >= op.year:
        raise ValidationError(f"Het jaar {jaar} is nog niet voorbij. Sluit het af in {jaar + 1}.")
    eerder = te_sluiten(regio, voor=jaar)
    if eerder:
        raise ValidationError(f"Sluit eerst het jaar {eerder[0]} af.")
    for verplichting, _ in open_verplichtingen(regio, jaar):
        neem_mee(verplichting=verplichting, bereik=bereik, door=door)
    potten = standen(regio.pk, op=einde_van(jaar))
    over = totaal(potten).over
    if over > 0 and not rest_blijft:
        raise ValidationError(
            {
                "rest_blijft": f"Er blijft {geschreven(over)} over. Leg eerst een besluit vast om "
                "dit door te schuiven, of vink aan dat het zonder besluit het beginsaldo wordt."
            }
        )
    afsluiting = Jaarafsluiting(regio=regio, jaar=jaar, op=timezone.now(), wie=door.wie)
    afsluiting.full_clean()
    afsluiting.save()
    for pot in potten:
        bedragen = pot.bedragen
        stand = Jaarstand(
            afsluiting=afsluiting,
            herkomstjaar=pot.herkomstjaar,
            soort=pot.soort,
            begin=bedragen.begin,
            ontvangen=bedragen.ontvangen,
            erbij=bedragen.erbij,
            eraf=bedragen.eraf,
            besteed=bedragen.besteed,
            einde=bedragen.over,
        )
        stand.full_clean()
        stand.save()
    noteer(
        door, Handeling.GELD_AFGESLOTEN, afsluiting, regio_id=regio.pk, jaar=jaar, over=str(over)
    )
    return afsluiting


def te_sluiten(regio: Arbeidsmarktregio, *, voor: int) -> list[int]:
    """The years before `voor` in which something was booked and that are open, oldest first."""
    gesloten = Jaarafsluiting.objects.filter(regio=regio).order_by("-jaar").first()
    vanaf = gesloten.jaar + 1 if gesloten else 0
    jaren: set[int] = set()
    for model in (Bijdrage, Doorschuiving, Verplichting, Besteding):
        datums = model.objects.filter(regio=regio).dates("datum", "year")
        jaren |= {dag.year for dag in datums}
    return sorted(jaar for jaar in jaren if vanaf <= jaar < voor)


def open_verplichtingen(regio: Arbeidsmarktregio, jaar: int) -> list[tuple[Verplichting, Decimal]]:
    """The verplichtingen of a year of which something is open, each with how much that is."""
    rijen = []
    van_jaar = Verplichting.objects.filter(
        regio=regio, storno_van__isnull=True, datum__year=jaar
    ).select_related("actielijn")
    for verplichting in van_jaar.order_by("datum", "pk"):
        rest = open_van(verplichting)
        if rest > 0:
            rijen.append((verplichting, rest))
    return rijen
