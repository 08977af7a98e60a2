"""What may be booked. The same rules hold for a proposal; the database holds them as well."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from regio.bedragen import geschreven
from regio.bsn import bsn_in_tekst
from regio.geldstand import einde_van, potnaam
from regio.models import (
    Besteding,
    Doorschuiving,
    Geldinstelling,
    Gemeente,
    Jaarafsluiting,
    Verplichting,
)
from regio.models.begroting import Boeking, Kosten
from regio.services.boekopzet import NAAR_INWONERS, Opzet


def controleer(opzet: Opzet, *, op: date) -> None:
    """Raises ValidationError with what is wrong, at the field where it is wrong.

    `op` is today: what is spent or received cannot lie after it.
    """
    boeking = opzet.boeking
    boeking.geboekt_op = boeking.geboekt_op or timezone.now()
    boeking.wie = boeking.wie or "-"
    boeking.full_clean()
    _eis_geen_bsn(boeking)
    _eis_dag(boeking, op)
    eis_open_jaar(boeking)
    match boeking:
        case Besteding():
            _eis_gemeenten(opzet)
            _eis_verplichting(boeking)
            if boeking.verplichting is None:
                _eis_vrij(boeking)
        case Verplichting():
            _eis_vrij(boeking)
        case Doorschuiving():
            _eis_over(boeking)


def controleer_storno(terug: Boeking, op: date) -> None:
    """The same for a row that takes one back: its day, and a year that is open."""
    _eis_dag(terug, op)
    eis_open_jaar(terug)


def vraagt_tweede(boeking: Boeking) -> bool:
    """Whether the region asks for a second person at this amount."""
    grens = (
        Geldinstelling.objects.filter(regio=boeking.regio)
        .values_list("goedkeuren_boven", flat=True)
        .first()
    )
    return grens is not None and boeking.bedrag > grens


def open_van(verplichting: Verplichting) -> Decimal:
    """What of a verplichting is neither spent nor lapsed."""
    with connection.cursor() as cursor:
        cursor.execute("select verplichting_open(%s)", [verplichting.pk])
        return cursor.fetchone()[0]


def _eis_geen_bsn(boeking: Boeking) -> None:
    """Who books sees no persons, and writes of none."""
    for veld in boeking._meta.concrete_fields:
        waarde = getattr(boeking, veld.attname)
        if isinstance(waarde, str) and (zin := bsn_in_tekst(waarde)):
            raise ValidationError({veld.name: zin})


def _eis_dag(boeking: Boeking, op: date) -> None:
    """Nobody spends or receives in the future; a commitment may begin next year at the latest."""
    if isinstance(boeking, Doorschuiving):
        return
    if isinstance(boeking, Verplichting):
        if boeking.datum > einde_van(op.year + 1):
            raise ValidationError(
                {"datum": f"Deze datum ligt na {op.year + 1}. Kijk of het jaar klopt."}
            )
    elif boeking.datum > op:
        raise ValidationError(
            {"datum": "Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag."}
        )


def eis_open_jaar(boeking: Boeking) -> None:
    """Raises ValidationError for a booking in a year that is closed."""
    laatste = (
        Jaarafsluiting.objects.filter(regio=boeking.regio)
        .order_by("-jaar")
        .values_list("jaar", flat=True)
        .first()
    )
    if laatste is not None and boeking.datum.year <= laatste:
        veld = "van_jaar" if isinstance(boeking, Doorschuiving) else "datum"
        raise ValidationError(
            {veld: f"Het jaar {boeking.datum.year} is afgesloten. Boek in {laatste + 1} of later."}
        )


def _eis_gemeenten(opzet: Opzet) -> None:
    boeking = opzet.boeking
    leden = Gemeente.objects.in_regio(boeking.regio, op=boeking.datum)
    buiten = [g.naam for g in opzet.gemeenten if not leden.filter(pk=g.pk).exists()]
    if buiten:
        raise ValidationError(
            {"gemeenten": f"{', '.join(buiten)} hoort op deze datum niet bij de regio."}
        )
    if opzet.gemeenten and opzet.verdeling == NAAR_INWONERS:
        zonder = [g.naam for g in opzet.gemeenten if not g.inwoners]
        if zonder:
            raise ValidationError(
                {"verdeling": f"Van {', '.join(zonder)} is het aantal inwoners niet bekend."}
            )


def _eis_verplichting(besteding: Besteding) -> None:
    verplichting = besteding.verplichting
    if verplichting is None:
        return
    if verplichting.regio_id != besteding.regio_id or verplichting.storno_van_id:
        raise ValidationError({"verplichting": "Kies een verplichting van deze regio."})
    if verplichting.jaar != besteding.jaar:
        raise ValidationError(
            {
                "verplichting": f"Deze verplichting hoort bij {verplichting.jaar}. Neem haar eerst "
                f"mee naar {besteding.jaar}, of kies een andere datum."
            }
        )
    rest = open_van(verplichting)
    if besteding.bedrag > rest:
        raise ValidationError(
            {
                "bedrag": f"Op deze verplichting staat nog {geschreven(rest)} open. Boek de rest "
                "zonder verplichting."
            }
        )


def _eis_vrij(kosten: Kosten) -> None:
    """Not more than is free, in this year and in the years after it."""
    vrij = min(vrij for _, _, vrij in _over(kosten))
    if kosten.bedrag > vrij and not kosten.met_tekort:
        raise ValidationError(
            {
                "bedrag": f"Van {_potnaam(kosten)} is in {kosten.jaar} nog {geschreven(vrij)} "
                "vrij. Boek minder, kies ander geld, of vink aan dat u met een tekort boekt."
            }
        )


def _eis_over(doorschuiving: Doorschuiving) -> None:
    over = min(over for _, over, _ in _over(doorschuiving))
    if doorschuiving.bedrag > over:
        raise ValidationError(
            {
                "bedrag": f"Van {_potnaam(doorschuiving)} is in {doorschuiving.jaar} nog "
                f"{geschreven(over)} over. Schuif hooguit dat bedrag door."
            }
        )


def _over(boeking: Boeking) -> list[tuple[int, Decimal, Decimal]]:
    """(year, left, free) of the pot at the end of this year and of each later one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select jaar, over, vrij from geld_over(%s, %s::smallint, %s, %s)",
            [boeking.regio_id, boeking.herkomstjaar, boeking.soort, boeking.jaar],
        )
        return cursor.fetchall()


def _potnaam(boeking: Boeking) -> str:
    return potnaam(boeking.herkomstjaar, boeking.soort).lower()
