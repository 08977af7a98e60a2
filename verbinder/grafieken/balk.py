"""What every chart of lying bars shares: where names stand, how wide a bar may be, its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verbinder.grafieken.begrippen import Punt, Rij, geschreven
from verbinder.grafieken.svg import INKT, MAAT, SMAL_ONDER, WIT, ZACHT, breedte, regels, tekst

TUSSEN = 12
VEEL_RIJEN = 12


@dataclass(frozen=True)
class Indeling:
    """The measures of one drawing, in points."""

    breed: int
    links: float
    baan: float
    rij: float
    balk: float

    @property
    def smal(self) -> bool:
        return self.breed < SMAL_ONDER

    def teken_naam(self, naam: str, y: float) -> list[str]:
        """The name of a bar whose row begins at `y`."""
        if self.smal:
            return [tekst(0, y + 14, regels(naam, self.breed, hooguit=1)[0])]
        delen = regels(naam, self.links - TUSSEN, hooguit=2 if self.rij >= 34 else 1)
        midden = self.boven(y) + self.balk / 2 + 5 - 8 * (len(delen) - 1)
        return [
            tekst(self.links - TUSSEN, midden + 16 * nummer, deel, anker="end")
            for nummer, deel in enumerate(delen)
        ]

    def boven(self, y: float) -> float:
        """The top of the bar in the row that begins at `y`."""
        return y + 21 if self.smal else y + (self.rij - self.balk) / 2

    def lengte(self, getal: Decimal, top: Decimal) -> float:
        """How long a bar is; what is not zero can be seen."""
        if not getal or not top:
            return 0
        return max(2.5, float(self.baan * float(getal / top)))


def deel_in(breed: int, namen: Iterable[str], *, rechts: float, rijen: int) -> Indeling:
    """Room for the names beside the bars (above them on a phone), and `rechts` behind them."""
    if breed < SMAL_ONDER:
        return Indeling(breed, 0, breed - rechts, rij=56, balk=22)
    langste = max((breedte(naam) for naam in namen), default=0)
    links = min(langste, 0.34 * breed) + TUSSEN
    veel = rijen > VEEL_RIJEN
    return Indeling(
        breed, links, breed - links - rechts, rij=32 if veel else 42, balk=20 if veel else 24
    )


def hoogste(rijen: Sequence[Rij]) -> Decimal:
    """The number that the longest bar stands for. Raises ValueError below zero."""
    getallen = [sum((p.getal or Decimal(0) for p in rij.punten), Decimal(0)) for rij in rijen]
    if any((p.getal or 0) < 0 for rij in rijen for p in rij.punten):
        raise ValueError("Een balk begint bij nul en gaat niet daaronder.")
    return max(getallen, default=Decimal(0))


def teken_getal(punt: Punt, eenheid: str, x: float, lengte: float, y: float) -> str:
    """The number in the end of the bar, or behind it where it does not fit. A word stands alone."""
    inhoud = geschreven(punt, eenheid)
    if punt.getal is None:
        return tekst(x + 2, y, inhoud, kleur=ZACHT)
    if lengte > breedte(inhoud, MAAT + 1, vet=True) + 18:
        return tekst(x + lengte - 10, y, inhoud, maat=14, vet=True, anker="end", kleur=WIT)
    return tekst(x + lengte + 8, y, inhoud, maat=14, vet=True, kleur=INKT)
