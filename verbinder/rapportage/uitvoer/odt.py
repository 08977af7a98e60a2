"""The report as a text that can be edited, for who wants to take over pieces of it."""

from collections.abc import Iterable
from datetime import datetime

from verbinder.rapportage.document import (
    Alinea,
    Document,
    Figuur,
    Lijst,
    Raster,
    Sectie,
    Tabel,
    Tegels,
)
from verbinder.rapportage.uitvoer.merk import merk
from verbinder.rapportage.uitvoer.odf import (
    PETROL,
    attribuut,
    bewaar,
    nieuw,
    tekst,
    voeg_logo_toe,
    voeg_stijlen_toe,
)

LETTER = "Noto Sans"


def _alineastijl(naam: str, letter: str, alinea: str = "", ouder: str = "Standard") -> str:
    """A paragraph style; an automatic style cannot inherit from another one, so each is whole."""
    return (
        f'<style:style style:name="{naam}" style:family="paragraph"'
        f' style:parent-style-name="{ouder}"><style:paragraph-properties {alinea}/>'
        f"<style:text-properties {letter}/></style:style>"
    )


TEKST = "Text_20_body"
ZACHT = 'fo:color="#46586a"'
VET = 'fo:font-weight="bold"'
STIJLEN = (
    _alineastijl("titel", f'fo:font-size="22pt" {VET} fo:color="{PETROL}"'),
    _alineastijl("klein", f'fo:font-size="8pt" {ZACHT}', ouder=TEKST),
    _alineastijl(
        "bijschrift",
        f'fo:font-size="9pt" {ZACHT}',
        'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
        ouder=TEKST,
    ),
    _alineastijl("celtekst", 'fo:font-size="9pt"'),
    _alineastijl("celgetal", 'fo:font-size="9pt"', 'fo:text-align="end"'),
    _alineastijl("celkop", f'fo:font-size="9pt" {VET}'),
    _alineastijl("celgetalkop", f'fo:font-size="9pt" {VET}', 'fo:text-align="end"'),
    '<style:style style:name="cel" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="0.08cm" fo:border-bottom="0.5pt solid #c3cdd2"/></style:style>',
    '<style:style style:name="kopcel" style:family="table-cell"><style:table-cell-properties'
    f' fo:padding="0.08cm" fo:border-bottom="1.2pt solid {PETROL}"/></style:style>',
    '<text:list-style style:name="punten"><text:list-level-style-bullet text:level="1"'
    ' text:bullet-char="•"><style:list-level-properties text:space-before="0.2cm"'
    ' text:min-label-width="0.4cm"/></text:list-level-style-bullet></text:list-style>',
    '<text:list-style style:name="nummers"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."><style:list-level-properties'
    ' text:space-before="0.2cm" text:min-label-width="0.5cm"/></text:list-level-style-number>'
    "</text:list-style>",
)


def odt(document: Document, *, op: datetime) -> bytes:
    """The document as odt: headings, lists, tables with a heading row; charts as their tables."""
    leeg = nieuw("text", titel=f"{document.titel}, {document.regio}", op=op)
    _stijl(leeg)
    voeg_stijlen_toe(leeg, *STIJLEN)
    logo = voeg_logo_toe(leeg, document.logo) if document.logo else ""
    return bewaar(leeg, logo + "".join(_inhoud(document)), op=op)


def _stijl(leeg) -> None:
    for letter in leeg.styles.get_elements("//style:font-face"):
        if letter.get_attribute("style:name") in ("Liberation Serif", "Liberation Sans"):
            letter.set_attribute("svg:font-family", f"'{LETTER}', 'Liberation Sans'")
    for eigenschappen in leeg.styles.get_elements("//style:text-properties"):
        if eigenschappen.get_attribute("fo:font-size") == "12pt":
            eigenschappen.set_attribute("fo:font-size", "10pt")
    for niveau in leeg.styles.get_elements("//text:outline-level-style"):
        niveau.del_attribute("loext:num-list-format")
        niveau.set_attribute("style:num-suffix", "  ")
    for niveau in (1, 2):
        kop = leeg.get_style("paragraph", f"Heading_20_{niveau}")
        kop.set_properties({"fo:color": PETROL}, area="text")


def _inhoud(document: Document) -> Iterable[str]:
    if merk():
        yield _alinea(merk(), "bijschrift")
    yield f'<text:p text:style-name="titel">{tekst(document.titel)}</text:p>'
    yield _alinea(f"{document.onderwerp}, {document.regio}")
    for naam, waarde in document.kenmerken:
        yield _alinea(f"{naam}: {waarde}", "klein")
    for sectie in document.secties:
        if sectie.blokken:
            yield from _sectie(sectie)


def _sectie(sectie: Sectie) -> Iterable[str]:
    yield (
        f'<text:h text:style-name="Heading_20_{sectie.niveau}"'
        f' text:outline-level="{sectie.niveau}">{tekst(sectie.titel)}</text:h>'
    )
    for blok in sectie.blokken:
        yield _blok(blok)


def _blok(blok) -> str:
    match blok:
        case Alinea():
            return _alinea(blok.tekst)
        case Lijst():
            return _lijst(blok)
        case Tegels():
            rijen = tuple((t.kop, t.waarde, t.onder) for t in blok.tegels)
            return _tabel(Tabel("Kerncijfers", ("Cijfer", "Waarde", "Toelichting"), rijen))
        case Figuur():
            return _tabel(blok.tabel)
        case Raster():
            return "".join(_tabel(figuur.tabel) for figuur in blok.figuren)
        case Tabel():
            return _tabel(blok)
    raise TypeError(f"Een document heeft geen blok van de soort {type(blok).__name__}.")


def _alinea(inhoud: str, stijl: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{stijl}">{tekst(inhoud)}</text:p>'


def _lijst(lijst: Lijst) -> str:
    stijl = "nummers" if lijst.genummerd else "punten"
    punten = "".join(f"<text:list-item>{_alinea(p.tekst)}</text:list-item>" for p in lijst.punten)
    return f'<text:list text:style-name="{stijl}">{punten}</text:list>'


def _tabel(tabel: Tabel) -> str:
    getal = "celgetal" if tabel.getallen else "celtekst"
    getalkop = "celgetalkop" if tabel.getallen else "celkop"
    eerste_kop, *koppen = tabel.koppen
    kop = _cel(eerste_kop, "kopcel", "celkop")
    kop += "".join(_cel(k, "kopcel", getalkop) for k in koppen)
    rijen = "".join(
        f"<table:table-row>{_cel(eerste, 'cel', 'celtekst')}"
        f"{''.join(_cel(c, 'cel', getal) for c in rest)}</table:table-row>"
        for eerste, *rest in tabel.rijen
    )
    noten = _alinea(" ".join(tabel.noten), "klein") if tabel.noten else ""
    return (
        f"{_alinea(tabel.titel, 'bijschrift')}<table:table table:name={attribuut(tabel.titel)}>"
        f'<table:table-column table:number-columns-repeated="{len(tabel.koppen)}"/>'
        f"<table:table-header-rows><table:table-row>{kop}</table:table-row>"
        f"</table:table-header-rows>{rijen}</table:table>{noten or _alinea('', 'klein')}"
    )


def _cel(inhoud: str, cel: str, stijl: str) -> str:
    return (
        f'<table:table-cell table:style-name="{cel}" office:value-type="string">'
        f"{_alinea(inhoud, stijl)}</table:table-cell>"
    )
