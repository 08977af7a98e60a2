"""Every indicator that there is, chapter by chapter: a new one stands here by itself."""

from collections.abc import Iterable

from regio.templatetags.nederlands import cijfernummer
from verbinder.dashboard.definities import HOOFDSTUKKEN
from verbinder.dashboard.onderdelen import Inhoud, Tabel, cel, in_tabel
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN, Indicator
from verbinder.indicatoren.samen import Antwoorden, Vraag

NAAM = "Alle cijfers"


def vragen(plek: Plek) -> list[Vraag]:
    perioden = (plek.keuze.periode, plek.keuze.halfjaar_eerder, plek.keuze.jaar_eerder)
    return [Vraag(indicator, periode) for indicator in _met_totaal() for periode in perioden]


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    return Inhoud(
        blokken=tuple(
            _tabel(plek, antwoorden, letter, titel, van_hoofdstuk)
            for letter, titel in HOOFDSTUKKEN.items()
            if (van_hoofdstuk := [i for i in _met_totaal() if i.groep == letter])
        )
    )


def _met_totaal() -> list[Indicator]:
    """The indicators with one figure for the whole: all but those about single facts."""
    return [indicator for indicator in INDICATOREN.values() if indicator.groep != "G"]


def _tabel(
    plek: Plek,
    antwoorden: Antwoorden,
    letter: str,
    titel: str,
    indicatoren: Iterable[Indicator],
) -> Tabel:
    return Tabel(
        id=f"hoofdstuk-{letter.lower()}",
        titel=titel,
        kop="Cijfer",
        kolommen=("Nu", "Halfjaar eerder", "Jaar eerder"),
        rijen=tuple(_rij(plek, antwoorden, indicator) for indicator in indicatoren),
        indicatoren=tuple(indicatoren),
    )


def _rij(plek: Plek, antwoorden: Antwoorden, indicator: Indicator) -> tuple[Cel, ...]:
    toen = (plek.keuze.halfjaar_eerder, plek.keuze.jaar_eerder)
    return (
        Cel(f"{cijfernummer(indicator.code)} {indicator.titel}"),
        cel(plek, antwoorden, indicator),
        *(Cel(in_tabel(antwoorden.cijfer(indicator, periode))) for periode in toen),
    )
