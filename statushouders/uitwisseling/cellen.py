"""Counts the cells of a sheet while its XML streams by; keeps none of them.

Only a cell that holds something counts: a spreadsheet may well describe a million empty rows.
"""

import re

from regio.uitwisseling.meldingen import Geweigerd

PLEK = re.compile(r"([A-Z]{1,4})(\d{1,8})")
MEEST_ONLEESBAAR = 1_000
ONZIN = 1 << 40


class Namen(dict):
    """Element and attribute names without their prefix, remembered: a sheet repeats a handful."""

    def __missing__(self, naam: str) -> str:
        self[naam] = lokaal = naam.rpartition(":")[2]
        return lokaal


class _Cellen:
    def __init__(self, *, rijen: int, kolommen: int):
        self.rijen = rijen
        self.kolommen = kolommen
        self.rij = self.kolom = 0
        self.namen = Namen()
        self.onleesbaar: list[str] = []

    def meet(self, rij: int, kolom: int) -> None:
        """Refuse a cell that lies too far out."""
        if rij > self.rijen:
            raise Geweigerd(
                f"Er staat iets op rij {rij}. Een blad mag niet zo lang zijn.",
                "Haal weg wat daar staat, of splits het bestand.",
            )
        if kolom > self.kolommen:
            raise Geweigerd(
                f"Er staat iets in kolom {letters(kolom)}. "
                f"Een blad heeft hoogstens {self.kolommen} kolommen.",
                "Haal de kolommen weg die niet nodig zijn.",
            )

    def klaar(self) -> None:
        """The part is read to its end."""


class CellenXlsx(_Cellen):
    """The cells of an xlsx part; elements of other parts go by unseen."""

    def __init__(self, **maten):
        super().__init__(**maten)
        self.plek = ""
        self.gemeten = self.formule = self.waarde = self.fout = False

    def begin(self, naam: str, kenmerken: dict) -> None:
        """An element opens."""
        naam = self.namen[naam]
        if naam == "v" or naam == "is":
            self.waarde = True
            self._meet_cel()
        elif naam == "c":
            self._sluit_cel()
            self.kolom += 1
            self.plek = kenmerken.get("r", "")
            self.fout = kenmerken.get("t") == "e"
        elif naam == "row":
            self._sluit_cel()
            nummer = kenmerken.get("r", "")
            self.rij = int(nummer) if nummer.isdecimal() and len(nummer) < 9 else self.rij + 1
            self.kolom = 0
        elif naam == "f":
            self.formule = True
            self._meet_cel()
        elif naam == "sheetData":
            self.rij = 0

    def _meet_cel(self) -> None:
        if self.gemeten or not self.rij:
            return
        self.gemeten = True
        if self.plek:
            treffer = PLEK.fullmatch(self.plek)
            if treffer is None:
                raise Geweigerd("Het bestand is beschadigd.", "Sla het opnieuw op.")
            self.kolom, self.rij = nummer_van(treffer[1]), int(treffer[2])
        self.meet(self.rij, self.kolom)

    def _sluit_cel(self) -> None:
        """Note a cell with an error, or with a formula that was never worked out."""
        onleesbaar = self.fout or (self.formule and not self.waarde)
        if onleesbaar and self.rij and len(self.onleesbaar) < MEEST_ONLEESBAAR:
            self.onleesbaar.append(f"{letters(self.kolom)}{self.rij}")
        self.gemeten = self.formule = self.waarde = self.fout = False

    def klaar(self) -> None:
        """The part is read to its end."""
        self._sluit_cel()


class CellenOds(_Cellen):
    """The cells of an ods table; one element may stand for a million rows."""

    def begin(self, naam: str, kenmerken: dict) -> None:
        """An element opens."""
        naam = self.namen[naam]
        if naam == "p":
            # A text on its own is a comment or a drawing, before the first row or beside the cells.
            if self.rij:
                self.meet(self.rij, self.kolom)
        elif naam in ("table-cell", "covered-table-cell"):
            eigen = {self.namen[sleutel]: waarde for sleutel, waarde in kenmerken.items()}
            self.kolom += _aantal(eigen.get("number-columns-repeated"))
            if "value-type" in eigen:
                self.meet(self.rij, self.kolom)
        elif naam == "table-row":
            eigen = {self.namen[sleutel]: waarde for sleutel, waarde in kenmerken.items()}
            self.rij += _aantal(eigen.get("number-rows-repeated"))
            self.kolom = 0
        elif naam == "table":
            self.rij = self.kolom = 0


def _aantal(tekst: str | None) -> int:
    if tekst is None:
        return 1
    return int(tekst) if tekst.isdecimal() and len(tekst) < 12 else ONZIN


def nummer_van(kolom: str) -> int:
    """`A` is 1, `Z` is 26, `AA` is 27."""
    nummer = 0
    for letter in kolom:
        nummer = nummer * 26 + ord(letter) - 64
    return nummer


def letters(nummer: int) -> str:
    """The inverse of `nummer_van`."""
    tekst = ""
    while nummer > 0:
        nummer, rest = divmod(nummer - 1, 26)
        tekst = chr(65 + rest) + tekst
    return tekst
