"""How many statushouders each gemeente has to house: entered, or estimated."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.bedragen import verdeel
from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gemeente, Handeling, Taakstelling
from regio.perioden import halfjaar_uit_code
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@transaction.atomic
def zet_taakstelling(
    *,
    gemeente: Gemeente,
    halfjaar: str,
    opgave: int,
    gerealiseerd: int | None,
    bron: str,
    regio: Arbeidsmarktregio,
    bereik: Bereik,
    door: Door,
) -> Taakstelling:
    """What a gemeente has to house in a half-year; over an estimate, or over what stood there."""
    eis_schrijver(regio, bereik)
    rij = _rij(gemeente, halfjaar)
    rij.opgave, rij.gerealiseerd, rij.bron = opgave, gerealiseerd, bron
    rij.geschat = False
    return bewaar(rij, regio, door)


@transaction.atomic
def schat_taakstellingen(
    *,
    regio: Arbeidsmarktregio,
    halfjaar: str,
    landelijk: int,
    bron: str,
    bereik: Bereik,
    door: Door,
) -> list[Taakstelling]:
    """Divide the national number by inhabitants, for the gemeenten of the region without a number
    of their own. Each is marked as estimated; what was entered stays."""
    eis_schrijver(regio, bereik)
    dag = halfjaar_uit_code(halfjaar).van
    gemeenten = list(Gemeente.objects.bestaand_op(dag).filter(inwoners__gt=0).order_by("code"))
    if not gemeenten:
        raise ValidationError("Er zijn geen inwoneraantallen om mee te schatten.")
    delen = verdeel(Decimal(landelijk), [gemeente.inwoners or 0 for gemeente in gemeenten])
    leden = set(Gemeente.objects.in_regio(regio, op=dag).values_list("pk", flat=True))
    geschat = []
    for gemeente, deel in zip(gemeenten, delen, strict=True):
        rij = _rij(gemeente, halfjaar) if gemeente.pk in leden else None
        if rij is None or (rij.pk and not rij.geschat):
            continue
        rij.opgave, rij.bron, rij.geschat = int(round(deel)), bron, True
        geschat.append(bewaar(rij, regio, door))
    return geschat


def _rij(gemeente: Gemeente, halfjaar: str) -> Taakstelling:
    code = halfjaar_uit_code(halfjaar).code
    bestaand = (
        Taakstelling.objects.select_for_update(of=("self",))
        .filter(gemeente=gemeente, halfjaar=code)
        .first()
    )
    return bestaand or Taakstelling(gemeente=gemeente, halfjaar=code)


def bewaar(rij: Taakstelling, regio: Arbeidsmarktregio, door: Door) -> Taakstelling:
    """Save and log it. Raises ValidationError."""
    rij.full_clean()
    rij.save()
    noteer(
        door,
        Handeling.TAAKSTELLING_GEWIJZIGD,
        rij,
        regio_id=regio.pk,
        gemeente_id=rij.gemeente_id,
        halfjaar=rij.halfjaar,
        opgave=rij.opgave,
        geschat=rij.geschat,
    )
    return rij
