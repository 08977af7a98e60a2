"""Bars in parts: gemeenten by actielijn."""

from collections.abc import Sequence
from decimal import Decimal

from verbinder.grafieken.balk import Indeling, deel_in, hoogste
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
from verbinder.grafieken.svg import (
    INKT,
    KLEIN,
    KLEUREN,
    MAAT,
    OP_KLEUR,
    ZACHT,
    breedte,
    rechthoek,
    tekst,
)

REGELHOOGTE = 22
MEESTE_DELEN = len(KLEUREN)


def gestapeld(
    id: str,
    rijen: Sequence[Rij],
    reeksen: Sequence[str],
    *,
    titel: str,
    naam: str,
    kop: str,
    kop_totaal: str = "Totaal",
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Grafiek:
    """A bar per row in at most four parts, the number in each part and the total behind it.

    Parts that are a word have no width; the total then says that there is more. Raises ValueError
    for more parts than colours, a row of another length, or a number below zero.
    """
    if len(reeksen) > MEESTE_DELEN:
        raise ValueError(f"Een balk heeft hooguit {MEESTE_DELEN} delen.")
    if any(len(rij.punten) != len(reeksen) for rij in rijen):
        raise ValueError("Elke rij heeft een waarde per deel.")
    top = hoogste(rijen)

    def teken(breedte_: int) -> tuple[float, list[str]]:
        rechts = max((breedte(_achter(rij), MAAT, vet=True) for rij in rijen), default=0) + 16
        indeling = deel_in(breedte_, [r.naam for r in rijen], rechts=rechts, rijen=len(rijen))
        delen, y = _legenda(reeksen, breedte_)
        for rij in rijen:
            delen += _balk(rij, indeling, y)
            y += indeling.rij
        return y + 6, delen

    def _balk(rij: Rij, indeling: Indeling, y: float) -> list[str]:
        boven, x = indeling.boven(y), indeling.links
        midden = boven + indeling.balk / 2 + 4.5
        delen = indeling.teken_naam(rij.naam, y)
        for nummer, punt in enumerate(rij.punten):
            lengte = indeling.lengte(punt.getal or Decimal(0), top)
            if not lengte:
                continue
            delen.append(rechthoek(x, boven, max(lengte - 2, 1.5), indeling.balk, KLEUREN[nummer]))
            getal = geschreven(punt)
            if lengte > breedte(getal, KLEIN) + 6:
                kleur = OP_KLEUR[nummer]
                delen.append(
                    tekst(
                        x + lengte / 2 - 1, midden, getal, maat=KLEIN, anker="middle", kleur=kleur
                    )
                )
            x += lengte
        vet = rij.som.getal is not None
        kleur = INKT if vet else ZACHT
        return [*delen, tekst(x + 6, midden + 0.5, _achter(rij), vet=vet, kleur=kleur)]

    return maak(
        id,
        titel=titel,
        naam=naam,
        omschrijving=_omschrijving(naam, rijen, reeksen),
        teken=teken,
        koppen=(kop, *reeksen, kop_totaal),
        rijen=[
            (Cel(rij.naam, rij.adres), *(als_cel(punt) for punt in rij.punten), als_cel(rij.som))
            for rij in rijen
        ],
        noten=noten,
        breed=breed,
    )


def _in_vlak(getal: str, x: float, y: float, nummer: int) -> str:
    return tekst(x, y, getal, maat=KLEIN, anker="middle", kleur=OP_KLEUR[nummer])


def _achter(rij: Rij) -> str:
    """What stands behind a bar: its total, and else that a part of it is not told."""
    if rij.som.waarde is not None:
        return geschreven(rij.som)
    woorden = {punt.waarde for punt in rij.punten if isinstance(punt.waarde, str)}
    getallen = any(punt.getal for punt in rij.punten)
    if not woorden:
        return geschreven(None)
    return f"{'+ ' if getallen else ''}{' of '.join(sorted(woorden))}"


def _legenda(reeksen: Sequence[str], breed: float) -> tuple[list[str], float]:
    """The colours and what they mean, over as many lines as needed; and where the bars begin."""
    delen, x, y = [], 0.0, 16.0
    for nummer, reeks in enumerate(reeksen):
        lang = 24 + breedte(reeks)
        if x and x + lang > breed:
            x, y = 0.0, y + REGELHOOGTE
        delen += [rechthoek(x, y - 11, 13, 13, KLEUREN[nummer], hoek=2), tekst(x + 19, y, reeks)]
        x += lang + 10
    return delen, y + 14


def _omschrijving(naam: str, rijen: Sequence[Rij], reeksen: Sequence[str]) -> str:
    if not rijen:
        return f"{naam}. Er is niets te tonen."
    if len(rijen) == 1:
        waarden = zip(reeksen, rijen[0].punten, strict=True)
        delen = [f"{reeks} {geschreven(punt)}" for reeks, punt in waarden]
        return f"{naam}, {rijen[0].naam}: {opsomming(delen)}."
    delen = [f"{rij.naam} {_achter(rij)}" for rij in rijen]
    return f"{naam}. In totaal: {opsomming(delen)}. De tabel noemt elk deel."
