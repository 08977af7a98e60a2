"""Lists as xlsx, by XlsxWriter, with text that stays text."""

import io
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from statushouders.uitwisseling.lijst import Tabel, bladnaam

LANGSTE_TEKST = 32_767
OPTIES = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
DATUM, MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm"


class Blad(Worksheet):
    """A sheet that writes any text exactly.

    XlsxWriter passes text that looks like `<r>...</r>` on as markup, through which a cell could
    hold anything; and it writes a carriage return in a way that not every reader takes back.
    """

    def _xml_rich_inline_string(self, string, attributes=()):
        self._xml_inline_string(string, True, attributes)

    def _escape_data(self, data):
        return super()._escape_data(data).replace("\r", "&#13;")

    @staticmethod
    def _escape_control_characters(data):
        delen = data.split("\r")
        return "\r".join(Worksheet._escape_control_characters(deel) for deel in delen)


def schrijf_xlsx(tabellen: list[Tabel], titel: str) -> bytes:
    """The tables as sheets: frozen header, filter, widths, typed cells."""
    doel = io.BytesIO()
    boek = xlsxwriter.Workbook(doel, OPTIES)
    boek.worksheet_class = Blad
    boek.set_properties({"title": titel})
    stijlen = {
        "kop": boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "datum": boek.add_format({"num_format": DATUM}),
        "moment": boek.add_format({"num_format": MOMENT}),
    }
    for tabel in tabellen:
        _schrijf_blad(boek.add_worksheet(bladnaam(tabel.naam)), tabel, stijlen, titel)
    boek.close()
    return doel.getvalue()


def _schrijf_blad(blad: Worksheet, tabel: Tabel, stijlen: dict, titel: str) -> None:
    blad.freeze_panes(1, 0)
    # `&` begins a code in a header of a printed page.
    blad.set_header(f"&L{titel[:200].replace('&', '&&')}")
    blad.repeat_rows(0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    for plek, breedte in enumerate(tabel.breedtes()):
        blad.set_column(plek, plek, breedte)
    if tabel.kolommen:
        blad.autofilter(0, 0, len(tabel.rijen), len(tabel.kolommen) - 1)
    for plek, kolom in enumerate(tabel.kolommen):
        blad.write_string(0, plek, kolom.kop[:LANGSTE_TEKST], stijlen["kop"])
    for nummer, rij in enumerate(tabel.rijen, start=1):
        for plek, waarde in enumerate(rij):
            schrijf_cel(blad, nummer, plek, waarde, stijlen)


def schrijf_cel(blad: Worksheet, rij: int, kolom: int, waarde, stijlen: dict) -> None:
    """One cell, by the type of its value."""
    if waarde is None or waarde == "":
        return
    if isinstance(waarde, str):
        blad.write_string(rij, kolom, waarde[:LANGSTE_TEKST])
    elif isinstance(waarde, datetime):
        blad.write_datetime(rij, kolom, waarde, stijlen["moment"])
    elif isinstance(waarde, date):
        blad.write_datetime(rij, kolom, waarde, stijlen["datum"])
    else:
        blad.write_number(rij, kolom, waarde)
