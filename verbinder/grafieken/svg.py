"""Drawing in SVG with presentation attributes alone, and measuring text without a browser."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from django.utils.safestring import SafeString, mark_safe

# Smallest difference between two colours is deltaE 37 under each colour blindness (Machado 2009);
# each is at least 3:1 on white, and its text at least 4.5:1 on it.
KLEUREN = ("#0b3c49", "#539fa6", "#b5530c", "#8d57d9")
OP_KLEUR = ("#ffffff", "#15232b", "#ffffff", "#ffffff")
INKT, ZACHT, LIJN, ROOSTER, BAAN = "#15232b", "#51646f", "#8a9aa3", "#dfe6e9", "#eff3f4"
HOOFDKLEUR = "#115e67"
NADRUK = KLEUREN[2]
WIT = "#ffffff"
MAAT, KLEIN = 13, 12
SMAL_ONDER = 480  # a drawing narrower than this puts names above bars

Getal = float | Decimal


def _coordinaat(getal: Getal) -> str:
    return f"{float(getal):.1f}".removesuffix(".0")


def tekst(
    x: Getal,
    y: Getal,
    inhoud: str,
    *,
    maat: int = MAAT,
    anker: str = "start",
    kleur: str = INKT,
    vet: bool = False,
    vet_vooraf: str = "",
) -> str:
    """A line of text; `anker` is start, middle or end. `vet_vooraf` comes first, in bold."""
    gewicht = ' font-weight="700"' if vet else ""
    vooraf = f'<tspan font-weight="700">{escape(vet_vooraf)}</tspan> ' if vet_vooraf else ""
    return (
        f'<text x="{_coordinaat(x)}" y="{_coordinaat(y)}" font-size="{maat}"'
        f' text-anchor="{anker}" fill="{kleur}"{gewicht}>{vooraf}{escape(inhoud)}</text>'
    )


def rechthoek(x: Getal, y: Getal, b: Getal, h: Getal, kleur: str, *, hoek: int = 0) -> str:
    """A filled rectangle."""
    rond = f' rx="{hoek}"' if hoek else ""
    links, boven, breed, hoog = map(_coordinaat, (x, y, b, h))
    return f'<rect x="{links}" y="{boven}" width="{breed}" height="{hoog}"{rond} fill="{kleur}"/>'


def streep(x1: Getal, y1: Getal, x2: Getal, y2: Getal, kleur: str) -> str:
    """A thin straight line."""
    a, b, c, d = map(_coordinaat, (x1, y1, x2, y2))
    return f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}" stroke="{kleur}" stroke-width="1"/>'


def lijnstuk(punten: Iterable[tuple[Getal, Getal]], kleur: str, *, gestreept: bool) -> str:
    """A line through points."""
    pad = " ".join(f"{_coordinaat(x)},{_coordinaat(y)}" for x, y in punten)
    dash = ' stroke-dasharray="6 5"' if gestreept else ""
    return (
        f'<polyline points="{pad}" fill="none" stroke="{kleur}" stroke-width="2.5"'
        f' stroke-linejoin="round"{dash}/>'
    )


def merk(nummer: int, x: Getal, y: Getal, kleur: str) -> str:
    """The marker of a line: circle, square, triangle or diamond, so that colour is not needed."""
    cx, cy = _coordinaat(x), _coordinaat(y)
    if nummer % 4 == 0:
        return f'<circle cx="{cx}" cy="{cy}" r="4.5" fill="{kleur}"/>'
    vorm = {
        1: "m-4.2-4.2h8.4v8.4h-8.4z",
        2: "m0-5.5l5.5 9.5h-11z",
        3: "m0-5.8l5.8 5.8-5.8 5.8-5.8-5.8z",
    }[nummer % 4]
    return f'<path d="M{cx} {cy}{vorm}" fill="{kleur}"/>'


def document(
    id: str, breed: Getal, hoog: Getal, titel: str, omschrijving: str, delen: Iterable[str]
) -> SafeString:
    """The whole drawing, with its name and what it says for who cannot see it."""
    b, h = _coordinaat(breed), _coordinaat(hoog)
    # Every text is escaped here or in the parts.
    return mark_safe(  # noqa: S308  # nosec B308 B703
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {b} {h}" width="{b}" height="{h}"'
        f' role="img" aria-labelledby="{id}-t {id}-d" font-family="Noto Sans, sans-serif"'
        f' class="grafiek__beeld"><title id="{id}-t">{escape(titel)}</title>'
        f'<desc id="{id}-d">{escape(omschrijving)}</desc>{"".join(delen)}</svg>'
    )


# Advance widths of Noto Sans, in parts of the font size, rounded up a little.
_SMAL = dict.fromkeys("iljtfr.,:;|!'’()[] -–I1", 0.36)
_BREED = dict.fromkeys("mwMWQOG%@", 0.9)
_OVERIG, _HOOFDLETTER = 0.59, 0.68


def breedte(inhoud: str, maat: int = MAAT, *, vet: bool = False) -> float:
    """About how wide a line of text is, in points; rather too wide than too narrow."""
    som = sum(
        _SMAL.get(teken) or _BREED.get(teken) or (_HOOFDLETTER if teken.isupper() else _OVERIG)
        for teken in inhoud
    )
    return som * maat * (1.06 if vet else 1)


def ingekort(inhoud: str, ruimte: Getal, maat: int = MAAT) -> str:
    """The text as far as it fits, ending in … where it does not. The table has it whole."""
    if breedte(inhoud, maat) <= ruimte:
        return inhoud
    while inhoud and breedte(f"{inhoud}…", maat) > ruimte:
        inhoud = inhoud[:-1]
    return f"{inhoud.rstrip()}…"


def regels(inhoud: str, ruimte: Getal, maat: int = MAAT, hooguit: int = 2) -> list[str]:
    """The text over at most so many lines, broken between words, the last one shortened."""
    klaar: list[str] = []
    woorden = inhoud.split()
    while woorden and len(klaar) < hooguit - 1:
        regel = woorden.pop(0)
        while woorden and breedte(f"{regel} {woorden[0]}", maat) <= ruimte:
            regel += f" {woorden.pop(0)}"
        klaar.append(ingekort(regel, ruimte, maat))
    if woorden:
        klaar.append(ingekort(" ".join(woorden), ruimte, maat))
    return klaar or [""]
