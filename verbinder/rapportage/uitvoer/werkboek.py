"""The report as a workbook, whatever program opens it: sheets of typed cells, and their charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from verbinder.indicatoren import Eenheid, Maat
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN
from verbinder.rapportage.boek import Rapportcel
from verbinder.rapportage.opbouw import NIET_GECONTROLEERD, PER_ACTIELIJN, PER_GEMEENTE
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.uitvoer.csv import KOLOMMEN, Waar, rijen
from verbinder.rapportage.uitvoer.merk import merk

INTERN = "INTERN: dit bestand bevat ware cijfers. Stuur het niet door en publiceer het niet."


class Deel(Decimal):
    """A share of one, that a spreadsheet shows as a percentage."""


class Bedrag(Decimal):
    """Euro, that a spreadsheet shows with two decimals."""


Celwaarde = str | int | Decimal | date | None


@dataclass(frozen=True)
class Bladgrafiek:
    """A bar chart of columns of the sheet, with what it says to who cannot see it."""

    titel: str
    kolommen: tuple[int, ...]
    aantal_rijen: int
    omschrijving: str


@dataclass(frozen=True)
class Blad:
    """One sheet: a row of headings, rows below it, and the widths of its columns in characters."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]
    breedtes: tuple[int, ...]
    met_filter: bool = True
    grafiek: Bladgrafiek | None = None


def bladen(rapport: Rapport, waar: Waar | None = None) -> list[Blad]:
    """All sheets; with `waar` the true values stand in the sheet of figures."""
    return [
        _lees_mij(rapport, intern=waar is not None),
        _kerncijfers(rapport),
        _tabel(rapport, "Per actielijn", "Actielijn", "actielijn", PER_ACTIELIJN),
        _tabel(rapport, "Per gemeente", "Gemeente", "gemeente", PER_GEMEENTE),
        _cijfers(rapport, waar),
        _definities(rapport),
    ]


def waarde(cel: Rapportcel | None) -> Celwaarde:
    """A number where the cell has one, else its word."""
    if cel is None or cel.getal is None:
        return None if cel is None else cel.weergave
    if cel.maat == Maat.PERCENTAGE:
        return Deel(cel.getal / 100)
    return Bedrag(cel.getal) if cel.eenheid == Eenheid.EURO else cel.getal


def _lees_mij(rapport: Rapport, *, intern: bool) -> Blad:
    regels: Iterator[tuple[str, Celwaarde]] = iter(
        (
            *([("Let op", INTERN)] if intern else []),
            *([("Let op", merk())] if merk() else []),
            *([] if rapport.gecontroleerd else [("Let op", NIET_GECONTROLEERD)]),
            ("Rapport", rapport.titel),
            ("Regio", f"{rapport.naam_van_regio} ({rapport.regio_code})"),
            ("Halfjaar", rapport.halfjaar.code),
            ("Peildatum", rapport.halfjaar.peildatum),
            ("Bekend op", timezone.localdate(rapport.bekend_op)),
            ("Versie", rapport.versie),
            ("Status", rapport.status),
            ("Regel voor kleine aantallen", rapport.regel),
            ("Geheim", GEHEIM_IN_WOORDEN),
            ("Afronding", "Op vijftallen; elk totaal apart, dus de som van de delen kan afwijken."),
            *((("Niet aangeleverd", naam)) for naam in rapport.zonder_levering),
        )
    )
    return Blad("Lees mij", ("Gegeven", "Waarde"), tuple(regels), (30, 90), met_filter=False)


def _kerncijfers(rapport: Rapport) -> Blad:
    koppen = ("Code", "Cijfer", "Eenheid", "Waarde", "Teller", "Noemer", "Vorig halfjaar")
    vorig = rapport.vorig
    inhoud = tuple(
        (
            cel.plaats.indicator,
            rapport.definities[cel.plaats.indicator].titel,
            cel.eenheid,
            waarde(cel),
            cel.teller,
            cel.noemer,
            waarde(vorig.zoek(cel.plaats.indicator)) if vorig else None,
        )
        for cel in rapport.boek.koppen()
    )
    return Blad("Kerncijfers", koppen, inhoud, (26, 44, 14, 28, 10, 10, 28))


def _tabel(
    rapport: Rapport, naam: str, rijkop: str, uitsplitsing: str, codes: Sequence[str]
) -> Blad:
    boek = rapport.boek
    labels = {
        cel.plaats.categorie: cel.label for code in codes for cel in boek.tabel(code, uitsplitsing)
    }
    inhoud = [
        (label, *(waarde(boek.zoek(code, uitsplitsing, categorie)) for code in codes))
        for categorie, label in labels.items()
    ]
    inhoud.append(("Totaal", *(waarde(boek[code]) for code in codes)))
    titels = [rapport.definities[code].titel for code in codes]
    return Blad(
        naam,
        (rijkop, *titels),
        tuple(inhoud),
        (26, *(24 for _ in codes)),
        grafiek=Bladgrafiek(
            titel=f"{titels[0]} en {titels[1].lower()} {naam.lower()}",
            kolommen=(1, 2),
            aantal_rijen=len(labels),
            omschrijving=_in_woorden(titels[:2], inhoud[:-1]),
        ),
    )


def _in_woorden(titels: Sequence[str], inhoud: Sequence[tuple]) -> str:
    """What the chart shows, row by row."""
    namen = [titel.lower() for titel in titels]
    delen = []
    for label, *waarden in inhoud:
        paren = zip(waarden, namen, strict=False)
        delen.append(f"{label}: {', '.join(f'{w} {naam}' for w, naam in paren)}")
    return "Staafgrafiek. " + ". ".join(delen) + "."


def _cijfers(rapport: Rapport, waar: Waar | None) -> Blad:
    """The rows of the exchange format; `getal` is the number in `weergave`, to calculate with."""
    inhoud = tuple(
        (*rij, waarde(cel)) if cel.is_getal else (*rij, None)
        for rij, cel in zip(rijen(rapport, waar), rapport.boek, strict=True)
    )
    breedtes = (8, 10, 12, 8, 26, 22, 34, 12, 10, 10, 10, 28, 10)
    return Blad("Cijfers", (*KOLOMMEN, "getal"), inhoud, breedtes)


def _definities(rapport: Rapport) -> Blad:
    inhoud = tuple((d.code, d.titel, d.eenheid, d.definitie) for d in rapport.definities.values())
    return Blad("Definities", ("Code", "Cijfer", "Eenheid", "Definitie"), inhoud, (26, 40, 14, 120))
