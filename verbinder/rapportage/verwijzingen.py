"""Numbers in a text are references to cells, so that no sentence can differ from the table.

{{A3}}                      the headline of A3
{{A4 actielijn 3}}          a cell of a breakdown
{{vorig A3}}                the same in the report of the half-year before
{{verschil A3}}             "15 meer dan", "20 minder dan" or "evenveel als" in that report
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from verbinder.indicatoren import Maat
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN
from verbinder.rapportage.boek import ALLE, Boek, Rapportcel
from verbinder.rapportage.getallen import NIETS_TE_TONEN, geschreven, verschil
from verbinder.rapportage.rapport import Rapport

VERWIJZING = re.compile(
    r"\{\{\s*(?:(?P<welk>vorig|verschil)\s+)?(?P<code>[A-G]\d(?:\.[a-z_]+)?)"
    r"(?:\s+(?P<uitsplitsing>\S+)\s+(?P<categorie>[^\s}]+))?\s*\}\}"
)
ACCOLADES = re.compile(r"\{\{|\}\}")
NIET_OPENBAAR = "een niet openbaar aantal"


@dataclass(frozen=True)
class Stuk:
    """A piece of a sentence; `bron` names the cell when it is a number from the table."""

    tekst: str
    bron: str = ""


def verwijs(code: str, uitsplitsing: str = "", categorie: str = "", welk: str = "") -> str:
    """The reference to a cell, as it stands in a text."""
    return f"{{{{{' '.join(filter(None, (welk, code, uitsplitsing, categorie)))}}}}}"


def stukken(tekst: str, rapport: Rapport) -> Iterator[Stuk]:
    """The text with its references filled in."""
    gelezen = 0
    for treffer in VERWIJZING.finditer(tekst):
        if treffer.start() > gelezen:
            yield Stuk(tekst[gelezen : treffer.start()])
        yield Stuk(_waarde(treffer, rapport), bron=treffer[0].strip("{} "))
        gelezen = treffer.end()
    if gelezen < len(tekst):
        yield Stuk(tekst[gelezen:])


def controleer(tekst: str, boek: Boek) -> None:
    """Raises ValidationError when a reference names no cell, or its brackets do not close."""
    fouten = [
        f"Het cijfer {treffer[0]} bestaat niet in dit rapport. Kies een cijfer uit de lijst."
        for treffer in VERWIJZING.finditer(tekst)
        if _cel(treffer, boek) is None
    ]
    if ACCOLADES.search(VERWIJZING.sub("", tekst)):
        fouten.append(
            "Een verwijzing naar een cijfer is niet compleet. Schrijf haar als {{A3}} of "
            "{{A4 actielijn 3}}, met twee accolades aan beide kanten."
        )
    if fouten:
        raise ValidationError(fouten)


def _cel(treffer: re.Match, boek: Boek | None) -> Rapportcel | None:
    if boek is None:
        return None
    waar = (treffer["uitsplitsing"] or "totaal", treffer["categorie"] or ALLE)
    return boek.zoek(treffer["code"], *waar)


def _waarde(treffer: re.Match, rapport: Rapport) -> str:
    if treffer["welk"] == "verschil":
        return verschil(_cel(treffer, rapport.boek), _cel(treffer, rapport.vorig))
    cel = _cel(treffer, rapport.vorig if treffer["welk"] == "vorig" else rapport.boek)
    if cel is None:
        return "onbekend"
    if cel.is_geheim and cel.maat == Maat.AANTAL:
        return GEHEIM_IN_WOORDEN
    if rapport.openbaar and cel.status in NIETS_TE_TONEN:
        return NIET_OPENBAAR
    return geschreven(cel)
