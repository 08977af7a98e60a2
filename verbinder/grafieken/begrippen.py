"""The words of charts: what goes in (Punt, Rij, Reeks) and what comes out (Grafiek, Cel)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.utils.safestring import SafeString

# Widths of the drawing in points: beside another chart, over the whole page, on a phone.
BREED, VOL, SMAL = 560, 1160, 340
STREEP = "–"
MEER_DAN_GENOEG = 8

Waarde = int | Decimal | str | None


@dataclass(frozen=True)
class Punt:
    """One value, with the address of what it counts where that may be opened."""

    waarde: Waarde
    adres: str = ""

    @property
    def getal(self) -> Decimal | None:
        """The number to draw; None for a word and for what is not known."""
        return None if self.waarde is None or isinstance(self.waarde, str) else Decimal(self.waarde)


@dataclass(frozen=True)
class Rij:
    """One bar. `waarden` is one value, or one per part; `bij` is a remark beside the bar.

    `totaal` is what stands behind a bar of several parts: given where the parts are rounded by
    themselves, else the sum when every part is a number.
    """

    naam: str
    waarden: Waarde | Punt | Sequence[Waarde | Punt]
    bij: str = ""
    totaal: Waarde | Punt = None
    adres: str = ""

    @property
    def punten(self) -> tuple[Punt, ...]:
        waarden = self.waarden
        if isinstance(waarden, Sequence) and not isinstance(waarden, str):
            return tuple(als_punt(waarde) for waarde in waarden)
        return (als_punt(waarden),)

    @property
    def som(self) -> Punt:
        """The total behind the bar."""
        if self.totaal is not None:
            return als_punt(self.totaal)
        getallen = [punt.getal for punt in self.punten if punt.getal is not None]
        if len(getallen) < len(self.punten):
            return Punt(None)
        return Punt(sum(getallen, Decimal(0)))


@dataclass(frozen=True)
class Reeks:
    """One line: a value per moment. `streep` draws it dashed, for a plan."""

    naam: str
    waarden: Sequence[Waarde | Punt]
    streep: bool = False

    @property
    def punten(self) -> tuple[Punt, ...]:
        return tuple(als_punt(waarde) for waarde in self.waarden)


class Cel(NamedTuple):
    """One cell of the table behind a chart."""

    tekst: str
    adres: str = ""


@dataclass(frozen=True)
class Grafiek:
    """A chart, ready for a page, a PDF or a file. See the docstring of the package."""

    id: str
    titel: str
    naam: str
    omschrijving: str
    breed: SafeString
    smal: SafeString
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    noten: tuple[str, ...] = field(default=())
    vol: bool = False

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.rijen

    @property
    def teksten(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table without their links."""
        return tuple(tuple(cel.tekst for cel in rij) for rij in self.rijen)


def als_punt(waarde: Waarde | Punt) -> Punt:
    return waarde if isinstance(waarde, Punt) else Punt(waarde)


def geschreven(waarde: Waarde | Punt, eenheid: str = "") -> str:
    """A value as it is read: `1.240`, `41,5`, `65 %`, a word as it is, a dash for nothing."""
    waarde = waarde.waarde if isinstance(waarde, Punt) else waarde
    if waarde is None:
        return STREEP
    if isinstance(waarde, str):
        return waarde
    getal = f"{Decimal(waarde):,f}"
    if "." in getal:
        getal = getal.rstrip("0").rstrip(".")
    return getal.translate(str.maketrans(",.", ".,")) + eenheid


def als_cel(punt: Punt, eenheid: str = "") -> Cel:
    """The cell of a value; zero, a word and a dash are no links."""
    return Cel(geschreven(punt, eenheid), punt.adres if punt.getal else "")


def opsomming(delen: Sequence[str], *, meer: str = "meer") -> str:
    """`a, b en c`; of a long list the first eight, and that there are more."""
    if len(delen) > MEER_DAN_GENOEG:
        rest = len(delen) - MEER_DAN_GENOEG
        return f"{', '.join(delen[:MEER_DAN_GENOEG])} en nog {rest} {meer}"
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def maak(
    id: str,
    *,
    titel: str,
    naam: str,
    omschrijving: str,
    teken: Callable[[int], tuple[float, list[str]]],
    koppen: Sequence[str],
    rijen: Sequence[Sequence[Cel]],
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Grafiek:
    """Draw at both widths; `teken` gets a width and returns the height and the parts."""
    from verbinder.grafieken.svg import document

    if not re.fullmatch(r"[a-z][a-z0-9_-]*", id):
        raise ValueError(f"'{id}' kan geen id van een grafiek zijn.")

    def beeld(soort: str, breedte: int) -> SafeString:
        hoog, delen = teken(breedte)
        return document(f"{id}-{soort}", breedte, hoog, naam, omschrijving, delen)

    return Grafiek(
        id=id,
        titel=titel or naam,
        naam=naam,
        omschrijving=omschrijving,
        breed=beeld("b", breed),
        smal=beeld("s", SMAL),
        koppen=tuple(koppen),
        rijen=tuple(tuple(rij) for rij in rijen),
        noten=tuple(noten),
        vol=breed > BREED,
    )
