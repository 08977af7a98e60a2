"""Amounts of money: as people write them, as people read them, and divided to the cent."""

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation

from django.core.exceptions import ValidationError

from regio.models.begroting import CENT

NEDERLANDS = re.compile(r"^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$|^-?\d+(,\d{1,2})?$")
MET_PUNT = re.compile(r"^-?\d{1,3}(,\d{3})*\.\d{1,2}$|^-?\d+\.\d{1,2}$")
HOOGSTE = Decimal("9999999999.99")


def lees_bedrag(tekst: str) -> Decimal:
    """`€ 1.234,56`, `1234,5`, `1234.56` or `68.000`. Raises ValidationError for anything else.

    A point before three digits separates thousands: `68.000` is sixty-eight thousand.
    """
    kaal = re.sub(r"[€\s\u00a0]|EUR", "", tekst).removesuffix(",-").removesuffix(",--")
    if NEDERLANDS.match(kaal):
        kaal = kaal.replace(".", "").replace(",", ".")
    elif MET_PUNT.match(kaal):
        kaal = kaal.replace(",", "")
    else:
        raise ValidationError(
            f"'{tekst.strip()[:40]}' is geen bedrag. Schrijf het als 1.234,56, zonder letters."
        )
    try:
        bedrag = Decimal(kaal).quantize(CENT)
    except InvalidOperation as fout:
        raise ValidationError("Dit bedrag is te groot. Kijk of er cijfers te veel staan.") from fout
    if abs(bedrag) > HOOGSTE:
        raise ValidationError("Dit bedrag is te groot. Kijk of er cijfers te veel staan.")
    return bedrag


def op_de_cent(bedrag: Decimal | int) -> Decimal:
    """Two decimals, half up."""
    return Decimal(bedrag).quantize(CENT, ROUND_HALF_UP)


def geschreven(bedrag: Decimal | int) -> str:
    """`€ 1.234,56`; below zero with a minus sign before it."""
    tekst = f"{abs(Decimal(bedrag)):,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{'−' if bedrag < 0 else ''}€ {tekst}"


def verdeel(bedrag: Decimal, gewichten: Sequence[int]) -> list[Decimal]:
    """Parts in the ratio of `gewichten` that add up to `bedrag` to the cent.

    Each part is rounded down; the cents that are left go to who lost the most by that.
    Raises ValueError without any weight.
    """
    som = sum(gewichten)
    if som <= 0:
        raise ValueError("Zonder gewicht is er niets te verdelen.")
    precies = [bedrag * gewicht / som for gewicht in gewichten]
    delen = [deel.quantize(CENT, ROUND_DOWN) for deel in precies]
    teken = CENT if bedrag >= 0 else -CENT
    rest = int((bedrag - sum(delen)) / teken)
    volgorde = sorted(range(len(delen)), key=lambda i: (-abs(precies[i] - delen[i]), i))
    for nummer in volgorde[:rest]:
        delen[nummer] += teken
    return delen
