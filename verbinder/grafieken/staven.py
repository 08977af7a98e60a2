"""Bars of one number each."""

from collections.abc import Sequence

from verbinder.grafieken.balk import Indeling, deel_in, hoogste, teken_getal
from verbinder.grafieken.begrippen import (
    BREED,
    Cel,
    Grafiek,
    Rij,
    als_cel,
    geschreven,
    maak,
    opsomming,
)
from verbinder.grafieken.svg import HOOFDKLEUR, MAAT, breedte, rechthoek


def staven(
    id: str,
    rijen: Sequence[Rij],
    *,
    titel: str,
    naam: str,
    kop: str,
    kop_waarde: str = "Aantal",
    eenheid: str = "",
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Grafiek:
    """One bar per row, from zero, with its number. `eenheid` stands behind each number (` %`).

    `kop` and `kop_waarde` head the table. Raises ValueError for a number below zero.
    """
    top = hoogste(rijen)

    def teken(breedte_: int) -> tuple[float, list[str]]:
        rechts = max((_ruimte(rij, eenheid) for rij in rijen), default=0)
        indeling = deel_in(breedte_, [r.naam for r in rijen], rechts=rechts, rijen=len(rijen))
        delen = [deel for nummer, rij in enumerate(rijen) for deel in _rij(nummer, rij, indeling)]
        return indeling.rij * max(len(rijen), 1) + 6, delen

    def _rij(nummer: int, rij: Rij, indeling: Indeling) -> list[str]:
        y = nummer * indeling.rij
        boven, punt = indeling.boven(y), rij.punten[0]
        lengte = indeling.lengte(punt.getal, top) if punt.getal else 0
        delen = indeling.teken_naam(rij.naam, y)
        if lengte:
            delen.append(
                rechthoek(indeling.links, boven, lengte, indeling.balk, HOOFDKLEUR, hoek=3)
            )
        midden = boven + indeling.balk / 2 + 5
        return [*delen, teken_getal(punt, eenheid, indeling.links, lengte, midden)]

    return maak(
        id,
        titel=titel,
        naam=naam,
        omschrijving=_omschrijving(naam, rijen, eenheid),
        teken=teken,
        koppen=(kop, kop_waarde),
        rijen=[(Cel(rij.naam, rij.adres), als_cel(rij.punten[0], eenheid)) for rij in rijen],
        noten=noten,
        breed=breed,
    )


def _ruimte(rij: Rij, eenheid: str) -> float:
    """Room behind the longest bars for a number that does not fit in it; a word has no bar."""
    if rij.punten[0].getal is None:
        return 0
    return breedte(geschreven(rij.punten[0], eenheid), MAAT + 1, vet=True) + 14


def _omschrijving(naam: str, rijen: Sequence[Rij], eenheid: str) -> str:
    if not rijen:
        return f"{naam}. Er is niets te tonen."
    delen = [f"{rij.naam} {geschreven(rij.punten[0], eenheid)}" for rij in rijen]
    return f"{naam}: {opsomming(delen)}."
