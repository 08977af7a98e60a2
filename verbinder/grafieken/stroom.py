"""Steps that follow from each other, each a part of the one before: from azc to nazorg."""

from collections.abc import Sequence

from verbinder.grafieken.balk import TUSSEN, Indeling, deel_in, hoogste, teken_getal
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
    BAAN,
    HOOFDKLEUR,
    KLEIN,
    NADRUK,
    SMAL_ONDER,
    ZACHT,
    breedte,
    rechthoek,
    regels,
    tekst,
)


def stroom(
    id: str,
    stappen: Sequence[Rij],
    *,
    titel: str,
    naam: str,
    kop: str = "Stap",
    kop_bij: str = "Aandeel",
    nadruk: int | None = None,
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Grafiek:
    """A bar per step on a lane of the full width, with `bij` (such as "84 % van in beeld") beside.

    `nadruk` is the number of the step, from 0, in the colour that draws the eye.
    """
    top = hoogste(stappen)

    def teken(breedte_: int) -> tuple[float, list[str]]:
        opmerking = max((breedte(stap.bij, KLEIN) for stap in stappen), default=0)
        rechts = 0 if breedte_ < SMAL_ONDER else min(opmerking, 0.3 * breedte_) + TUSSEN
        indeling = deel_in(breedte_, [s.naam for s in stappen], rechts=rechts, rijen=len(stappen))
        delen, y = [], 0.0
        for nummer, stap in enumerate(stappen):
            kleur = NADRUK if nummer == nadruk else HOOFDKLEUR
            delen += _stap(stap, indeling, y, rechts - TUSSEN, kleur)
            y += indeling.rij + (16 if _onder_de_naam(stap, indeling) else 0)
        return y + 6, delen

    def _stap(stap: Rij, indeling: Indeling, y: float, ruimte: float, kleur: str) -> list[str]:
        punt = stap.punten[0]
        delen = indeling.teken_naam(stap.naam, y)
        if _onder_de_naam(stap, indeling):
            delen.append(tekst(0, y + 30, stap.bij, maat=KLEIN, kleur=ZACHT))
            y += 16
        elif indeling.smal:
            delen.append(
                tekst(indeling.breed, y + 14, stap.bij, maat=KLEIN, kleur=ZACHT, anker="end")
            )
        boven = indeling.boven(y)
        midden = boven + indeling.balk / 2 + 5
        lengte = indeling.lengte(punt.getal, top) if punt.getal else 0
        for lang, vulling in ((indeling.baan, BAAN), (lengte, kleur)):
            if lang:
                delen.append(rechthoek(indeling.links, boven, lang, indeling.balk, vulling, hoek=3))
        delen.append(teken_getal(punt, "", indeling.links, lengte, midden))
        if not indeling.smal:
            bij = regels(stap.bij, ruimte, KLEIN)
            delen += [
                tekst(
                    indeling.breed,
                    midden - 7.5 * (len(bij) - 1) + 15 * nummer,
                    regel,
                    maat=KLEIN,
                    kleur=ZACHT,
                    anker="end",
                )
                for nummer, regel in enumerate(bij)
            ]
        return delen

    beschreven = [
        f"{stap.naam} {geschreven(stap.punten[0])}{f' ({stap.bij})' if stap.bij else ''}"
        for stap in stappen
    ]
    return maak(
        id,
        titel=titel,
        naam=naam,
        omschrijving=f"{naam}: {opsomming(beschreven)}." if stappen else f"{naam}.",
        teken=teken,
        koppen=(kop, "Aantal", kop_bij),
        rijen=[
            (Cel(stap.naam, stap.adres), als_cel(stap.punten[0]), Cel(stap.bij)) for stap in stappen
        ],
        noten=noten,
        breed=breed,
    )


def _onder_de_naam(stap: Rij, indeling: Indeling) -> bool:
    """On a phone: whether the remark does not fit beside the name."""
    samen = breedte(stap.naam) + breedte(stap.bij, KLEIN) + TUSSEN
    return indeling.smal and bool(stap.bij) and samen > indeling.breed
