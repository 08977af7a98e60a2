"""Any list as a file: xlsx or ods for people, csv for programs. Nothing in it is ever a formula.

Cells keep their type: a day is a day, a number a number, and text is text, whatever it looks like.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from regio.uitwisseling.csvtekst import schrijf_tekst

INHOUDSOORTEN = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
VOORBEELD = "voorbeeldgegevens"
SMALST, BREEDST = 8, 60
VERBODEN_IN_BLADNAAM = str.maketrans("[]:*?/\\'", "        ")
MEET_RIJEN = 200

Waarde = str | int | float | Decimal | bool | date | datetime | None


@dataclass(frozen=True)
class Kolom:
    """A column: its header, and its width in characters (0 is: as its content asks)."""

    kop: str
    breedte: int = 0


@dataclass
class Tabel:
    """One sheet of a file: name, columns and rows."""

    naam: str
    kolommen: list[Kolom]
    rijen: list[list[Waarde]] = field(default_factory=list)

    def breedtes(self) -> list[int]:
        """How wide each column should be, from its header and its first rows."""
        breedtes = [len(kolom.kop) + 2 for kolom in self.kolommen]
        for rij in self.rijen[:MEET_RIJEN]:
            for plek, waarde in enumerate(rij[: len(breedtes)]):
                lengte = 10 if isinstance(waarde, date) else len(str(waarde or ""))
                breedtes[plek] = max(breedtes[plek], lengte + 1)
        return [
            kolom.breedte or min(max(breedte, SMALST), BREEDST)
            for kolom, breedte in zip(self.kolommen, breedtes, strict=True)
        ]


def schrijf(
    kolommen: Sequence, rijen: Iterable[Sequence], formaat: str, titel: str = "Lijst"
) -> bytes:
    """The list as bytes of an `xlsx`, `ods` or `csv` file.

    A column is a `Kolom`, a header, or a pair that begins with the header. Raises ValueError for
    another format.
    """
    naam = f"{titel[:12]} {VOORBEELD}" if settings.ONTWIKKELING else titel
    tabel = Tabel(naam, [als_kolom(k) for k in kolommen], [list(map(plat, r)) for r in rijen])
    return schrijf_boek([tabel], formaat, titel)


def schrijf_boek(tabellen: list[Tabel], formaat: str, titel: str) -> bytes:
    """Several sheets in one file; csv holds one. Raises ValueError for another format."""
    if formaat == "csv":
        return _csv(tabellen)
    if settings.ONTWIKKELING:
        titel = f"{titel} ({VOORBEELD})"
    if formaat == "xlsx":
        from statushouders.uitwisseling.xlsx import schrijf_xlsx

        return schrijf_xlsx(tabellen, titel)
    if formaat == "ods":
        from statushouders.uitwisseling.ods import schrijf_ods

        return schrijf_ods(tabellen, titel)
    raise ValueError(f"Geen bestandssoort voor een lijst: {formaat}.")


def als_kolom(kolom) -> Kolom:
    """A column from a header or from a pair that begins with it."""
    if isinstance(kolom, Kolom):
        return kolom
    return Kolom(str(kolom if isinstance(kolom, str) else kolom[0]))


def plat(waarde) -> Waarde:
    """What a cell can hold: a number, a day, a moment without its zone, or text."""
    if (
        waarde is None
        or isinstance(waarde, int | float | Decimal | date)
        and not isinstance(waarde, bool | datetime)
    ):
        return waarde
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return timezone.localtime(waarde).replace(tzinfo=None) if waarde.tzinfo else waarde
    return str(waarde)


def bladnaam(naam: str) -> str:
    """A name that every spreadsheet takes for a sheet."""
    schoon = " ".join(naam.translate(VERBODEN_IN_BLADNAAM).split()) or "Blad"
    return schoon[:31].strip()


def _csv(tabellen: list[Tabel]) -> bytes:
    if len(tabellen) != 1:
        raise ValueError("Een csv-bestand bevat een blad.")
    (tabel,) = tabellen
    return schrijf_tekst([[kolom.kop for kolom in tabel.kolommen], *tabel.rijen])
