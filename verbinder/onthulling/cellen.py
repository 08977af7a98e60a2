"""What a publication is made of: tables of cells, each with what it shows and why."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from verbinder.indicatoren import Cijfer, Eenheid, Maat, Plaats
from verbinder.indicatoren.uitsplitsingen import TOTAAL


class Tabel(NamedTuple):
    """One breakdown or crossing of one indicator; `totaal` is its headline."""

    indicator: str
    uitsplitsing: str = TOTAAL


class Status(StrEnum):
    """Why a cell shows what it shows."""

    GETAL = "getal"
    GEHEIM = "geheim"
    TE_KLEIN = "te klein om uit te splitsen"
    NIET_UITGESPLITST = "niet uitgesplitst"
    NIET_AANGELEVERD = "niet aangeleverd"
    NOG_NIET_BEKEND = "nog niet bekend"
    NVT = "n.v.t."


@dataclass(frozen=True, slots=True)
class Cel:
    """What may be shown of one figure.

    `gepubliceerd` is the published number (a count, a whole percent, a median); None where
    `weergave` is a word. `teller` and `noemer` are the published numbers behind a percentage and
    `noemer` the one behind a median, for "65 % (45 van 70)"; None where they are secret or not
    shown. `samengevoegd` marks a category that exists only in a merged list.
    """

    plaats: Plaats
    eenheid: Eenheid
    maat: Maat
    status: Status
    gepubliceerd: int | Decimal | None
    weergave: str
    teller: int | None = None
    noemer: int | None = None
    samengevoegd: bool = False

    @property
    def tabel(self) -> Tabel:
        return Tabel(self.plaats.indicator, self.plaats.uitsplitsing)


def getal(cijfer: Cijfer, waarde: int | Decimal, achter: str = "", **rest) -> Cel:
    """A cell that shows a number."""
    tekst = f"{waarde:.2f}".replace(".", ",") if cijfer.eenheid == Eenheid.EURO else ""
    tekst = tekst or f"{weergave_getal(waarde)}{achter}"
    return Cel(cijfer.plaats, cijfer.eenheid, cijfer.maat, Status.GETAL, waarde, tekst, **rest)


def woord(bron: "Cijfer | Cel", status: Status, **rest) -> Cel:
    """A cell that shows a word in place of a number."""
    return Cel(bron.plaats, bron.eenheid, bron.maat, status, None, str(status), **rest)


def weergave_getal(waarde: int | Decimal) -> str:
    """A number as the exchange format writes it: `41`, `41,5`, without thousands separators."""
    if isinstance(waarde, int) or waarde == waarde.to_integral_value():
        return str(int(waarde))
    return str(waarde.quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")
