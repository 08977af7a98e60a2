"""The table that was worked out by hand, and a file of figures, both as cell -> numbers."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

MAP = Path(__file__).parent / "uitgerekend"
HOOFDSTUKKEN = {
    "A": "a_caseload",
    "B": "b_trajecten",
    "C": "c_werk",
    "D": "d_actielijnen",
    "E": "e_doelen",
    "F": "f_geld",
    "G": "g_gegevens",
}
Plek = tuple[str, str, str]
Getallen = tuple[Decimal | None, Decimal | None, Decimal | None]
NIETS: Getallen = (None, None, None)


def getal(tekst: str) -> Decimal | None:
    return Decimal(tekst) if tekst else None


def cellen(rijen: Iterable[dict[str, str]]) -> dict[Plek, Getallen]:
    """Numerator, denominator and value of every cell that says something.

    A count of nothing, a share of nobody and a median of nobody are left out.
    """
    alle = {
        (r["indicator"], r["uitsplitsing"], r["categorie"]): (
            getal(r["teller"]),
            getal(r["noemer"]),
            getal(r["waarde"]),
        )
        for r in rijen
    }
    return {plek: getallen for plek, getallen in alle.items() if any(getallen)}


def uitgerekend(hoofdstuk: str) -> dict[Plek, Getallen]:
    """What the report must say of one chapter."""
    with (MAP / f"{HOOFDSTUKKEN[hoofdstuk]}.csv").open(newline="") as bestand:
        return cellen(csv.DictReader(bestand, delimiter=";"))


def gelezen(pad: Path) -> list[dict[str, str]]:
    """The rows of a `cijfers.csv`."""
    with pad.open(newline="", encoding="utf-8") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))
