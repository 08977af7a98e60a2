"""Work: what came of it, whether it lasts, at what level; and the actielijnen by themselves."""

from verbinder.dashboard import titels
from verbinder.dashboard.balken import balken
from verbinder.dashboard.onderdelen import (
    Figuur,
    Inhoud,
    Tabel,
    cel,
    tabel_van,
    tegel,
    vragen_van_tegels,
)
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import VOL, Cel
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.samen import Antwoorden, Vraag

NAAM = "Werk en nazorg"
TEGELS = tuple(INDICATOREN[code] for code in ("C1", "C3", "C4", "C5", "C6", "C7"))
C2, C3, C6, C8, C9 = (INDICATOREN[code] for code in ("C2", "C3", "C6", "C8", "C9"))
PER_ACTIELIJN = tuple(
    INDICATOREN[code]
    for code in (
        *("D1", "D1.gekoppeld", "D2", "D3.werkgevers", "D3.afspraken", "D3.plaatsingen"),
        *("D4.gestart", "D4.lopend", "D5.aangevraagd", "D5.afgerond"),
    )
)

BIJ_HET_BEGIN = {
    "contractvorm": "Contract bij het begin",
    "urenklasse": "Uren per week bij het begin",
}


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    return [
        *vragen_van_tegels(plek, TEGELS),
        Vraag(C2, nu, ("uitkomst",)),
        Vraag(C8, nu, ("contractvorm", "urenklasse")),
        Vraag(C9, nu, ("opleidingsniveau",)),
        *(Vraag(indicator, nu) for indicator in PER_ACTIELIJN),
    ]


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    return Inhoud(
        tegels=tuple(tegel(plek, antwoorden, indicator) for indicator in TEGELS),
        blokken=(
            _uitkomst(plek, antwoorden),
            _op_niveau(plek, antwoorden),
            *(
                balken(
                    plek,
                    antwoorden,
                    C8,
                    uitsplitsing,
                    wat="mensen naar betaald werk",
                    naam=f"{kop} van betaald werk in het halfjaar",
                    kop=kop,
                )
                for uitsplitsing, kop in BIJ_HET_BEGIN.items()
            ),
            _actielijnen(plek, antwoorden),
        ),
    )


def _uitkomst(plek: Plek, antwoorden: Antwoorden) -> Figuur:
    nu = plek.keuze.periode
    zin = "Van {N} geplaatste mensen ging {deel} naar betaald werk"
    betaald, alle = antwoorden.aantal(C3, nu), antwoorden.aantal(C2, nu)
    figuur = balken(
        plek,
        antwoorden,
        C2,
        "uitkomst",
        wat="geplaatste mensen",
        naam="Geplaatste mensen in het halfjaar naar uitkomst",
        kop="Uitkomst",
        titel=titels.aandeel(betaald, alle, zin),
        noten=("Wie meer plaatsingen kreeg, telt een keer, met de plaatsing die het verst gaat.",),
        breed=VOL,
    )
    return Figuur(figuur.grafiek, (C2, INDICATOREN["C4"], INDICATOREN["C5"]))


def _op_niveau(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    nu = plek.keuze.periode
    zin = "Van {N} mensen met werk werkt {deel} op of boven het eigen niveau"
    titel = titels.aandeel(antwoorden.aantal(C9, nu), antwoorden.geheel(C9, nu), zin)
    return tabel_van(
        plek,
        antwoorden,
        id="niveau",
        titel=titel or "Werk op eigen niveau",
        indicatoren=(C9,),
        uitsplitsing="opleidingsniveau",
        kop="Opleiding",
        noten=("Alleen mensen van wie opleiding en functieniveau bekend zijn.",),
    )


def _actielijnen(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    """One figure a row: each belongs to one actielijn, so they do not stand side by side."""
    return Tabel(
        id="actielijnen",
        titel="Bij de actielijnen",
        kop="Cijfer",
        kolommen=("Aantal",),
        rijen=tuple((Cel(i.titel), cel(plek, antwoorden, i)) for i in PER_ACTIELIJN),
        indicatoren=PER_ACTIELIJN,
    )
