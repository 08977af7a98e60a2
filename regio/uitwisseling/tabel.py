"""A delivered text file as a table: heads, and rows with the numbers that a spreadsheet shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from regio.uitwisseling.csvtekst import LANGSTE_CEL, bewaak_tekst, lees_tekst, rijen_van
from regio.uitwisseling.formules import zonder_voorvoegsel
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Geweigerd

ALLEEN_CSV = "Sla het op als csv (in Excel: 'CSV UTF-8') en probeer het opnieuw."
MEESTE_KOLOMMEN = 60
MB = 1024**2


@dataclass(frozen=True)
class Tabelrij:
    """One row: its number in the file, and its cells as text."""

    nummer: int
    cellen: tuple[str, ...]

    def cel(self, kolom: int | None) -> str:
        """The text of a column; nothing where the row is shorter or the column is not there."""
        return self.cellen[kolom] if kolom is not None and kolom < len(self.cellen) else ""


@dataclass(frozen=True)
class Tabel:
    """The first row with text holds the heads."""

    koppen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]

    def kolom(self, namen: Sequence[str], bezet: Sequence[int] = ()) -> int | None:
        """The column with one of these heads; the earlier name wins, then a head that holds it."""
        vrij = [(nr, herkenbaar(kop)) for nr, kop in enumerate(self.koppen) if nr not in bezet]
        for naam in namen:
            for nummer, kop in vrij:
                if kop == naam:
                    return nummer
        for naam in namen:
            for nummer, kop in vrij:
                if naam in kop:
                    return nummer
        return None


def tekst_van(naam: str, inhoud: bytes, *, grootste: int = MB) -> str:
    """The text of an uploaded csv. Raises Geweigerd, whatever the bytes are."""
    if not inhoud.strip():
        raise Geweigerd("Het bestand is leeg.", ALLEEN_CSV)
    if len(inhoud) > grootste:
        raise Geweigerd(
            f"Het bestand is groter dan {grootste // MB} MB.", "Splits het in kleinere bestanden."
        )
    if inhoud.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise Geweigerd("Dit is een werkmap van Excel of LibreOffice.", ALLEEN_CSV)
    bewaak_tekst(inhoud, ALLEEN_CSV)
    tekst, _ = lees_tekst(naam, inhoud)
    if "\x00" in tekst:
        raise Geweigerd("Dit bestand is beschadigd.", ALLEEN_CSV)
    return tekst


def lees_tabel(naam: str, tekst: str, *, meeste_rijen: int) -> Tabel:
    """The table in the text. Raises Geweigerd for what is no table, or too large a one."""
    koppen: tuple[str, ...] = ()
    rijen: list[Tabelrij] = []
    for nummer, cellen in enumerate(rijen_van(naam, tekst), start=1):
        schoon = tuple(zonder_voorvoegsel(cel.strip()) for cel in cellen)
        if not any(schoon):
            continue
        _eis_maat(nummer, schoon)
        if not koppen:
            koppen = schoon
            continue
        rijen.append(Tabelrij(nummer, schoon))
        if len(rijen) > meeste_rijen:
            raise Geweigerd(
                f"Het bestand heeft meer dan {meeste_rijen} rijen.",
                "Splits het in kleinere bestanden.",
            )
    if not rijen:
        raise Geweigerd("In dit bestand staan geen rijen onder de koppen.", ALLEEN_CSV)
    return Tabel(koppen, tuple(rijen))


def _eis_maat(nummer: int, cellen: tuple[str, ...]) -> None:
    if len(cellen) > MEESTE_KOLOMMEN:
        raise Geweigerd(
            f"Rij {nummer} heeft meer dan {MEESTE_KOLOMMEN} kolommen.",
            "Haal de kolommen weg die niet nodig zijn.",
        )
    if any(len(cel) > LANGSTE_CEL for cel in cellen):
        raise Geweigerd(f"In rij {nummer} is een tekst te lang.", "Kort de tekst in.")
