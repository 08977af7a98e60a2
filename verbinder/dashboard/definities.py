"""What each figure means: as a page, and as the text of docs/definities.md."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verbinder.dashboard.stroom import STROOM
from verbinder.indicatoren import INDICATOREN, Indicator, Maat
from verbinder.indicatoren.doelen import DOELCIJFERS
from verbinder.indicatoren.uitsplitsingen import KRUIS, UITSPLITSINGEN, tabellen_van

HOOFDSTUKKEN = {
    "A": "Caseload",
    "B": "Trajecten die eindigden",
    "C": "Werk en wat ervan kwam",
    "D": "Per actielijn",
    "E": "Doelen",
    "F": "Geld en uren",
    "G": "Kwaliteit van de gegevens",
    "s": "Van azc naar nazorg (alleen op het dashboard)",
}
ALLE: dict[str, Indicator] = {**INDICATOREN, **{i.code: i for i in DOELCIJFERS}, **STROOM}
INLEIDING = (
    "Elk cijfer is een keer gedefinieerd. Dashboard, rapport en uitvoer tellen met dezelfde "
    "definitie."
)


def hoofdstukken() -> list[tuple[str, list[Indicator]]]:
    """The indicators under the title of their chapter, in order."""
    return [
        (titel, van_groep)
        for letter, titel in HOOFDSTUKKEN.items()
        if (van_groep := [i for i in ALLE.values() if i.groep == letter])
    ]


def eigenschappen(indicator: Indicator) -> list[tuple[str, str]]:
    """What the code knows of an indicator beside its definition, as pairs of term and text."""
    feiten = [("Eenheid", str(indicator.eenheid)), ("Telt", str(indicator.datumbasis))]
    if indicator.maat in (Maat.PERCENTAGE, Maat.VERHOUDING):
        feiten += [("Deel", indicator.teller_heet), ("Geheel", indicator.noemer_heet)]
    if indicator.maat == Maat.MEDIAAN:
        feiten.append(("Mediaan over", indicator.noemer_heet))
    namen = [
        " en ".join(UITSPLITSINGEN[deel].titel.lower() for deel in tabel.split(KRUIS))
        for tabel in tabellen_van(indicator)
    ]
    return [*feiten, ("Uitsplitsingen", ", ".join(namen) or "geen")]


def als_markdown() -> str:
    """The text of docs/definities.md."""
    return "\n".join(_regels()) + "\n"


def _regels() -> Iterator[str]:
    yield "# Definities van de cijfers"
    yield ""
    yield "Gemaakt met `python manage.py maak_definities` uit `verbinder/indicatoren`. Wijzig niet"
    yield "dit bestand, maar de definitie daar. De afspraken die voor alle cijfers gelden, staan in"
    yield "[cijfers.md](cijfers.md)."
    for titel, indicatoren in hoofdstukken():
        yield ""
        yield f"## {titel}"
        for indicator in indicatoren:
            yield ""
            yield f"### {indicator.code} {indicator.titel}"
            yield ""
            yield indicator.definitie
            yield ""
            for term, tekst in eigenschappen(indicator):
                yield f"- {term}: {tekst}"


@require_safe
def definities(request: HttpRequest) -> HttpResponse:
    """All definitions."""
    context = {"hoofdstukken": hoofdstukken(), "inleiding": INLEIDING}
    return render(request, "verbinder/dashboard/definities.html", context)


@require_safe
def definitie(request: HttpRequest, code: str) -> HttpResponse:
    """One definition."""
    indicator = ALLE.get(code)
    if indicator is None:
        raise Http404
    context = {"indicator": indicator, "eigenschappen": eigenschappen(indicator)}
    return render(request, "verbinder/dashboard/definitie.html", context)
