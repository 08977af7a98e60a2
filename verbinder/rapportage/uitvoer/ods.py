"""A workbook in OpenDocument: typed cells, filters, a frozen heading.

The rows are written as XML, for odfdo takes seconds over some thousands of them; it makes the
package around them.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from odfdo import Document

from verbinder.rapportage.uitvoer.odf import (
    PETROL,
    attribuut,
    bewaar,
    element,
    nieuw,
    tekst,
    voeg_stijlen_toe,
)
from verbinder.rapportage.uitvoer.werkboek import Bedrag, Blad, Celwaarde, Deel

STIJLEN = (
    '<number:number-style style:name="N-geheel"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    '<number:percentage-style style:name="N-deel"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>',
    '<number:number-style style:name="N-bedrag"><number:number number:decimal-places="2"'
    ' number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>'
    "</number:number-style>",
    '<number:date-style style:name="N-dag"><number:day/><number:text>-</number:text>'
    '<number:month/><number:text>-</number:text><number:year number:style="long"/>'
    "</number:date-style>",
    '<style:style style:name="kop" style:family="table-cell"><style:table-cell-properties'
    f' fo:background-color="{PETROL}" fo:wrap-option="wrap"/><style:text-properties'
    ' fo:font-weight="bold" fo:color="#ffffff"/></style:style>',
    '<style:style style:name="tekst" style:family="table-cell"><style:table-cell-properties'
    ' fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
    '<style:style style:name="geheel" style:family="table-cell" style:data-style-name="N-geheel"/>',
    '<style:style style:name="bedrag" style:family="table-cell" style:data-style-name="N-bedrag"/>',
    '<style:style style:name="deel" style:family="table-cell" style:data-style-name="N-deel"/>',
    '<style:style style:name="dag" style:family="table-cell" style:data-style-name="N-dag"/>',
)
PER_TEKEN = 0.21  # cm of width
BEVROREN = (
    ("HorizontalSplitMode", "short", 2),
    ("VerticalSplitMode", "short", 2),
    ("HorizontalSplitPosition", "int", 1),
    ("VerticalSplitPosition", "int", 1),
    ("ActiveSplitRange", "short", 3),
    ("PositionRight", "int", 1),
    ("PositionBottom", "int", 1),
)


def ods(bladen: Iterable[Blad], *, titel: str, op: datetime) -> bytes:
    """The sheets as ods."""
    gekozen = list(bladen)
    document = nieuw("spreadsheet", titel=titel, op=op)
    breedtes = sorted({breedte for blad in gekozen for breedte in blad.breedtes})
    voeg_stijlen_toe(document, *STIJLEN, *map(_kolomstijl, breedtes))
    _bevries(document, gekozen)
    return bewaar(document, "".join(map(_blad, gekozen)) + _filters(gekozen), op=op)


def _kolomstijl(breedte: int) -> str:
    return (
        f'<style:style style:name="kolom{breedte}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{breedte * PER_TEKEN:.2f}cm"/>'
        "</style:style>"
    )


def _blad(blad: Blad) -> str:
    kolommen = "".join(
        f'<table:table-column table:style-name="kolom{breedte}"/>' for breedte in blad.breedtes
    )
    koppen = "".join(_tekstcel(kop, "kop") for kop in blad.koppen)
    rijen = "".join(map(_rij, blad.rijen))
    return (
        f"<table:table table:name={attribuut(blad.naam)}>{kolommen}"
        f"<table:table-header-rows><table:table-row>{koppen}</table:table-row>"
        f"</table:table-header-rows>{rijen}</table:table>"
    )


def _rij(rij: Sequence[Celwaarde]) -> str:
    return f"<table:table-row>{''.join(map(_cel, rij))}</table:table-row>"


def _cel(waarde: Celwaarde) -> str:
    match waarde:
        case None:
            return "<table:table-cell/>"
        case date():
            return _getypeerd("date", "date-value", waarde.isoformat(), "dag", f"{waarde:%d-%m-%Y}")
        case Deel():
            return _getypeerd("percentage", "value", str(waarde), "deel", f"{waarde * 100:f} %")
        case Bedrag():
            getal = f"{Decimal(waarde):f}"
            return _getypeerd("float", "value", getal, "bedrag", getal.replace(".", ","))
        case int() | Decimal():
            getal = f"{Decimal(waarde).normalize():f}"
            stijl = "geheel" if waarde == int(waarde) else "tekst"
            return _getypeerd("float", "value", getal, stijl, getal)
        case _:
            return _tekstcel(str(waarde), "tekst")


def _getypeerd(soort: str, naam: str, waarde: str, stijl: str, getoond: str) -> str:
    return (
        f'<table:table-cell table:style-name="{stijl}" office:value-type="{soort}"'
        f' office:{naam}="{waarde}"><text:p>{tekst(getoond)}</text:p></table:table-cell>'
    )


def _tekstcel(waarde: str, stijl: str) -> str:
    return (
        f'<table:table-cell table:style-name="{stijl}" office:value-type="string">'
        f"<text:p>{tekst(waarde)}</text:p></table:table-cell>"
    )


def _filters(bladen: Iterable[Blad]) -> str:
    bereiken = "".join(
        f'<table:database-range table:name="filter{nummer}"'
        f" table:target-range-address={attribuut(_adres(blad))}"
        ' table:display-filter-buttons="true"/>'
        for nummer, blad in enumerate(bladen)
        if blad.met_filter
    )
    return f"<table:database-ranges>{bereiken}</table:database-ranges>"


def _adres(blad: Blad) -> str:
    laatste = chr(ord("A") + len(blad.koppen) - 1)
    return f"'{blad.naam}'.A1:'{blad.naam}'.{laatste}{len(blad.rijen) + 1}"


def _bevries(document: Document, bladen: Iterable[Blad]) -> None:
    """The heading and the first column stay in sight."""
    items = "".join(
        f'<config:config-item config:name="{naam}" config:type="{soort}">{waarde}'
        "</config:config-item>"
        for naam, soort, waarde in BEVROREN
    )
    kaart = document.settings.get_elements("//config:config-item-map-named[@config:name='Tables']")[
        0
    ]
    kaart.clear()
    kaart.set_attribute("config:name", "Tables")
    for blad in bladen:
        kaart.append(
            element(
                f"<config:config-item-map-entry config:name={attribuut(blad.naam)}>{items}"
                "</config:config-item-map-entry>"
            )
        )
