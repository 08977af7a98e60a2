"""What a region plans to spend, and what it agreed about its ledger."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import Actielijn, Arbeidsmarktregio, Geldinstelling, Handeling, Planregel
from regio.services.sturen import eis_beheerder, eis_geldlezer
from regio.toegang import Bereik


@transaction.atomic
def bewaar_planregel(
    *,
    regio: Arbeidsmarktregio,
    omschrijving: str,
    van: date,
    tot_en_met: date,
    bedrag: Decimal,
    kostensoort: str,
    actielijn: Actielijn | None,
    bereik: Bereik,
    door: Door,
    regel: Planregel | None = None,
) -> Planregel:
    """Add a line to the bestedingsplan, or change `regel`.

    Raises PermissionDenied for who does not read the ledger, ValidationError for a period that
    ends before it begins or an amount that is not above zero.
    """
    eis_geldlezer(regio, bereik)
    if regel is not None and regel.regio_id != regio.pk:
        raise PermissionDenied("Deze regel is van een andere regio.")
    regel = regel or Planregel(regio=regio)
    regel.omschrijving, regel.van, regel.tot_en_met = omschrijving, van, tot_en_met
    regel.bedrag, regel.kostensoort, regel.actielijn = bedrag, kostensoort, actielijn
    regel.full_clean()
    regel.save()
    _noteer(door, regel, wat="bestedingsplan", bedrag=str(bedrag))
    return regel


@transaction.atomic
def wis_planregel(*, regel: Planregel, bereik: Bereik, door: Door) -> None:
    """Take a line out of the bestedingsplan: it is a plan, no booking."""
    eis_geldlezer(regel.regio, bereik)
    _noteer(door, regel, wat="bestedingsplan, regel weg", bedrag=str(regel.bedrag))
    regel.delete()


@transaction.atomic
def stel_afspraken_in(
    *,
    regio: Arbeidsmarktregio,
    goedkeuren_boven: Decimal | None,
    waarschuw_dagen: int,
    bereik: Bereik,
    door: Door,
) -> Geldinstelling:
    """Above which amount a second controller approves, and how long ahead to warn.

    The functioneel beheerder sets this: who books does not loosen the check on booking.
    """
    eis_beheerder(regio, bereik)
    afspraken = Geldinstelling.objects.filter(regio=regio).first() or Geldinstelling(regio=regio)
    afspraken.goedkeuren_boven = goedkeuren_boven
    afspraken.waarschuw_dagen = waarschuw_dagen
    afspraken.full_clean()
    afspraken.save()
    noteer(
        door,
        Handeling.GELD_GEWIJZIGD,
        regio_id=regio.pk,
        soort="geldinstelling",
        goedkeuren_boven=str(goedkeuren_boven),
        waarschuw_dagen=waarschuw_dagen,
    )
    return afspraken


def afspraken_van(regio: Arbeidsmarktregio) -> Geldinstelling:
    """What the region set, or how it is when nothing was set."""
    return Geldinstelling.objects.filter(regio=regio).first() or Geldinstelling(regio=regio)


def _noteer(door: Door, regel: Planregel, **gegevens) -> None:
    noteer(door, Handeling.GELD_GEWIJZIGD, regel, regio_id=regel.regio_id, **gegevens)
