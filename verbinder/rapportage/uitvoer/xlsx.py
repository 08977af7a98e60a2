"""A workbook for Excel: typed cells, filters, a frozen heading, charts with alt text."""

import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from verbinder.rapportage.uitvoer.werkboek import Bedrag, Blad, Bladgrafiek, Celwaarde, Deel

PETROL = "#115e67"
KLEUREN = ("#0b3c49", "#539fa6", "#b5530c", "#8d57d9")
# A text stays a text: no formula, no link, no number, whatever it begins with.
VEILIG = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(bladen: Iterable[Blad], *, titel: str, op: datetime) -> bytes:
    """The sheets as xlsx. `op` is written into the file, so that the same gives the same bytes."""
    uit = io.BytesIO()
    with Workbook(uit, VEILIG) as boek:
        boek.set_properties({"title": titel, "created": op.replace(tzinfo=None)})
        opmaak = Opmaak(boek)
        for blad in bladen:
            _schrijf(boek, boek.add_worksheet(blad.naam), blad, opmaak)
    return uit.getvalue()


class Opmaak:
    """The formats of the workbook."""

    def __init__(self, boek: Workbook):
        self.kop = boek.add_format(
            {"bold": True, "font_color": "white", "bg_color": PETROL, "text_wrap": True}
        )
        self.tekst = boek.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.getal = boek.add_format({"num_format": "#,##0.##", "valign": "top"})
        self.geheel = boek.add_format({"num_format": "#,##0", "valign": "top"})
        self.bedrag = boek.add_format({"num_format": "#,##0.00", "valign": "top"})
        self.procent = boek.add_format({"num_format": "0 %", "valign": "top"})
        self.dag = boek.add_format({"num_format": "d-m-yyyy", "align": "left", "valign": "top"})


def _schrijf(boek: Workbook, werkblad: Worksheet, blad: Blad, opmaak: Opmaak) -> None:
    for kolom, (kop, breedte) in enumerate(zip(blad.koppen, blad.breedtes, strict=True)):
        werkblad.write_string(0, kolom, kop, opmaak.kop)
        werkblad.set_column(kolom, kolom, breedte)
    for nummer, rij in enumerate(blad.rijen, start=1):
        for kolom, waarde in enumerate(rij):
            _schrijf_cel(werkblad, nummer, kolom, waarde, opmaak)
    werkblad.freeze_panes(1, 1)
    werkblad.set_landscape()
    werkblad.set_paper(9)
    werkblad.fit_to_pages(1, 0)
    werkblad.repeat_rows(0)
    if blad.met_filter:
        werkblad.autofilter(0, 0, len(blad.rijen), len(blad.koppen) - 1)
    if blad.grafiek:
        _teken(boek, werkblad, blad, blad.grafiek)


def _schrijf_cel(
    werkblad: Worksheet, rij: int, kolom: int, waarde: Celwaarde, opmaak: Opmaak
) -> None:
    match waarde:
        case None:
            return
        case date():
            werkblad.write_datetime(rij, kolom, waarde, opmaak.dag)
        case Deel():
            werkblad.write_number(rij, kolom, float(waarde), opmaak.procent)
        case Bedrag():
            werkblad.write_number(rij, kolom, float(waarde), opmaak.bedrag)
        case int() | Decimal():
            geheel = waarde == int(waarde)
            vorm = opmaak.geheel if geheel else opmaak.getal
            werkblad.write_number(rij, kolom, int(waarde) if geheel else float(waarde), vorm)
        case _:
            werkblad.write_string(rij, kolom, str(waarde), opmaak.tekst)


def _teken(boek: Workbook, werkblad: Worksheet, blad: Blad, grafiek: Bladgrafiek) -> None:
    tekening = boek.add_chart({"type": "bar"})
    for plek, kolom in enumerate(grafiek.kolommen):
        tekening.add_series(
            {
                "name": [blad.naam, 0, kolom],
                "categories": [blad.naam, 1, 0, grafiek.aantal_rijen, 0],
                "values": [blad.naam, 1, kolom, grafiek.aantal_rijen, kolom],
                "fill": {"color": KLEUREN[plek]},
                "data_labels": {"value": True},
            }
        )
    tekening.set_title({"name": grafiek.titel, "name_font": {"size": 12}})
    tekening.set_y_axis({"reverse": True})
    tekening.set_legend({"position": "bottom"})
    tekening.set_size({"width": 760, "height": 120 + 46 * grafiek.aantal_rijen})
    werkblad.insert_chart(
        len(blad.rijen) + 3, 0, tekening, {"description": grafiek.omschrijving, "decorative": False}
    )
