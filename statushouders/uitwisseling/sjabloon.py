"""The empty workbook that gemeenten fill in: the columns, lists to choose from, explanation."""

import io
from datetime import date
from math import ceil

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from regio.models import Arbeidsmarktregio, Gemeente
from statushouders.services.kern import LAATSTE_DAG, VROEGSTE_DAG
from statushouders.uitwisseling.bladen import BLADEN, Blad, Kolom
from statushouders.uitwisseling.lezen import grenzen
from statushouders.uitwisseling.naslag import Naslag

KOLOMBREEDTE = 18
BREEDTES_VAN_DE_UITLEG = (18, 34, 12, 50, 100)
TEKENS_OP_EEN_REGEL = 95
REGELHOOGTE = 15
UITLEG = (
    "Zo vult u deze werkmap in",
    "Elk blad heeft een rij met koppen. Vul daaronder de gegevens in. Bladen mogen leeg blijven.",
    "Vette koppen zijn verplicht voor een nieuwe rij. Staat de rij al in Verbinder, dan mag een "
    "cel leeg blijven; alleen kenmerk, soort en datum moeten zeggen om welke rij het gaat.",
    "Een lege cel verandert niets. Met een streepje (-) maakt u een cel in Verbinder leeg.",
    "Het kenmerk is uw eigen klantnummer. Gebruik nooit een BSN of V-nummer.",
    "Vul datums in als datum, jjjj-mm-dd of d-m-jjjj. De eerste en de laatste dag tellen mee.",
    "In de kolommen met een lijst kiest u een waarde. De code uit de tabel hieronder mag ook.",
    "Schrijf in een notitie geen BSN en geen medische gegevens. De persoon mag de notitie lezen.",
    "Lees het bestand in via Verbinder, menu Inlezen. U ziet eerst wat er gebeurt en beslist dan.",
)
KOPPEN = ("blad", "kolom", "verplicht", "wat vult u in", "waarden (code: betekenis)")


def maak_sjabloon(regio: Arbeidsmarktregio, *, op: date) -> bytes:
    """The workbook as xlsx, with the trajectsoorten and gemeenten of `regio` on day `op`."""
    doel = io.BytesIO()
    boek = xlsxwriter.Workbook(doel, {"in_memory": True})
    boek.set_properties({"title": f"Aanlevering statushouders, {regio.naam}"})
    stijlen = {
        "titel": boek.add_format({"bold": True, "font_size": 14}),
        "kop": boek.add_format({"bottom": 1}),
        "verplicht": boek.add_format({"bottom": 1, "bold": True}),
        "tekst": boek.add_format({"text_wrap": True, "valign": "top"}),
        "verwijzing": boek.add_format({"num_format": "@"}),
        "datum": boek.add_format({"num_format": "dd-mm-yyyy"}),
    }
    naslag = Naslag(regio)
    # Made first, so that the other sheets can point at it; shown last and hidden.
    uitleg = boek.add_worksheet("uitleg")
    bladen = {naam: boek.add_worksheet(naam) for naam in BLADEN}
    lijsten = _Lijsten(boek.add_worksheet("lijsten"))
    gemeenten = list(Gemeente.objects.in_regio(regio, op=op).values_list("naam", flat=True))
    for naam, werkblad in bladen.items():
        _maak_blad(werkblad, BLADEN[naam], naslag, lijsten, gemeenten, stijlen)
    lijsten.blad.hide()
    _maak_uitleg(uitleg, naslag, stijlen)
    boek.close()
    return doel.getvalue()


class _Lijsten:
    """A hidden sheet with the closed lists, one in each column."""

    def __init__(self, blad: Worksheet):
        self.blad = blad
        self._plekken: dict[tuple[str, ...], str] = {}

    def plek(self, waarden: list[str]) -> str:
        """The range that holds these values."""
        sleutel = tuple(waarden)
        if sleutel not in self._plekken:
            kolom = len(self._plekken)
            for rij, waarde in enumerate(waarden):
                self.blad.write_string(rij, kolom, waarde)
            letter = xl_col_to_name(kolom, col_abs=True)
            self._plekken[sleutel] = f"=lijsten!{letter}$1:{letter}${len(waarden)}"
        return self._plekken[sleutel]


def _maak_blad(
    werkblad: Worksheet, blad: type[Blad], naslag: Naslag, lijsten: _Lijsten, gemeenten, stijlen
) -> None:
    werkblad.freeze_panes(1, 0)
    laatste_rij = grenzen().rijen
    for plek, (naam, kolom) in enumerate(blad.kolommen().items()):
        soort = kolom.widget.soort
        breedte = max(KOLOMBREEDTE, len(naam) + 2)
        werkblad.set_column(plek, plek, breedte, stijlen.get(soort))
        werkblad.write_string(0, plek, naam, stijlen["verplicht" if kolom.verplicht else "kop"])
        if regel := _invoerregel(naam, kolom, naslag, lijsten, gemeenten):
            werkblad.data_validation(1, plek, laatste_rij, plek, regel)


def _invoerregel(naam: str, kolom: Kolom, naslag: Naslag, lijsten: _Lijsten, gemeenten) -> dict:
    """What Excel checks while somebody types, and the hint it shows. A dash is always allowed."""
    hint = {"input_title": naam[:32], "input_message": kolom.uitleg[:255]} if kolom.uitleg else {}
    # Only a hint: a dash clears, and a code is as good as a label.
    zacht = {"error_type": "warning", "error_title": naam[:32]}
    if kolom.widget.soort == "keuze":
        waarden = [label for _, label in kolom.widget.keuzes(naslag)]
        zin = "Deze waarde staat niet in de lijst. Toch gebruiken?"
        bron = lijsten.plek(waarden)
        return {"validate": "list", "source": bron, "error_message": zin, **zacht, **hint}
    if kolom.widget.soort == "gemeente":
        zin = "Deze gemeente hoort niet bij de regio. Toch gebruiken?"
        bron = lijsten.plek(list(gemeenten))
        return {"validate": "list", "source": bron, "error_message": zin, **zacht, **hint}
    if kolom.widget.soort == "datum":
        zin = "Dit is geen datum. Schrijf bijvoorbeeld 31-12-2026. Toch gebruiken?"
        grens = {"minimum": VROEGSTE_DAG, "maximum": LAATSTE_DAG, "criteria": "between"}
        return {"validate": "date", "error_message": zin, **grens, **zacht, **hint}
    return {"validate": "any", **hint} if hint else {}


def _maak_uitleg(werkblad: Worksheet, naslag: Naslag, stijlen) -> None:
    werkblad.set_landscape()
    werkblad.fit_to_pages(1, 0)
    for plek, breedte in enumerate(BREEDTES_VAN_DE_UITLEG):
        werkblad.set_column(plek, plek, breedte, stijlen["tekst"])
    for rij, zin in enumerate(UITLEG):
        # Over all columns, so that a sentence does not make the first one wide.
        stijl = stijlen["titel"] if rij == 0 else stijlen["tekst"]
        werkblad.merge_range(rij, 0, rij, 4, zin, stijl)
    begin = len(UITLEG) + 1
    for plek, kop in enumerate(KOPPEN):
        werkblad.write_string(begin, plek, kop, stijlen["verplicht"])
    rij = begin + 1
    for blad in BLADEN.values():
        for naam, kolom in blad.kolommen().items():
            keuzes = "; ".join(f"{code}: {label}" for code, label in kolom.widget.keuzes(naslag))
            verplicht = "ja" if kolom.verplicht else ""
            cellen = (blad.naam, naam, verplicht, kolom.uitleg, keuzes or kolom.widget.uitleg)
            for plek, tekst in enumerate(cellen):
                werkblad.write_string(rij, plek, tekst, stijlen["tekst"])
            # Not every program makes a row higher by itself.
            werkblad.set_row(rij, REGELHOOGTE * ceil(len(cellen[-1]) / TEKENS_OP_EEN_REGEL or 1))
            rij += 1
