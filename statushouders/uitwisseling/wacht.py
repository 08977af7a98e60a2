"""The guard: a look at the bytes before any parser of spreadsheets may.

It reads no values. It counts: entries, unpacked bytes, rows and columns that hold something; and
it refuses what has no place in a workbook (a DTD, a file within the file, a password).
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from regio.uitwisseling.csvtekst import GEEN_WERKBLAD, UTF16, bewaak_tekst
from regio.uitwisseling.meldingen import Geweigerd
from statushouders.uitwisseling.cellen import CellenOds, CellenXlsx

MB = 1024**2
STUK = 1 << 18
ZIP = b"PK\x03\x04"
LEGE_ZIP = b"PK\x05\x06"
REGEL_IN_INHOUDSOPGAVE = b"PK\x01\x02"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VERSLEUTELD_OLE = "EncryptedPackage".encode("utf-16-le")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
# An honest ods of LibreOffice packs 130 to 1, an honest csv 50 to 1: XML with cells is judged by
# its cells, everything else by how far it unpacks.
RUIMER = 8
ZONDER_VERHOUDING = MB
# Macros and drawings: no reader of cells opens them, and some are honest but odd XML.
MACROS = "vbaProject.bin"
NIET_GELEZEN = ("Basic/", "Dialogs/", "xl/drawings/vmlDrawing")
# Title rows and blank rows above the header are allowed for.
SPELING = 1_000

OPNIEUW = (
    "Open het in Excel of LibreOffice, sla het opnieuw op als xlsx of ods en probeer het weer."
)
ZONDER_MACROS = "Sla het op als gewone werkmap zonder macro's (xlsx) en probeer het weer."


@dataclass(frozen=True)
class Grenzen:
    """How large a file may be: bytes, unpacked bytes, packing ratio, entries, rows and columns."""

    bestand: int
    uitgepakt: int
    verhouding: int
    ingangen: int
    rijen: int
    kolommen: int


@dataclass(frozen=True)
class Bevinding:
    """What kind of file it is, and which cells hold an error or a formula without an outcome."""

    soort: str
    onleesbaar: tuple[tuple[str, str], ...] = ()


def bewaak(inhoud: bytes, grenzen: Grenzen) -> Bevinding:
    """Say what kind of file this is: `xlsx`, `ods`, `zip` (with csv) or `csv`.

    Raises Geweigerd when a parser should not see it.
    """
    if not inhoud.strip():
        raise Geweigerd("Het bestand is leeg.", GEEN_WERKBLAD)
    if len(inhoud) > grenzen.bestand:
        raise Geweigerd(
            f"Het bestand is groter dan {grenzen.bestand // MB} MB.",
            "Verwijder opmaak en afbeeldingen, of splits het bestand.",
        )
    if inhoud.startswith(OLE):
        raise _oud_of_versleuteld(inhoud)
    if inhoud.startswith((ZIP, LEGE_ZIP)):
        return _bewaak_zip(inhoud, grenzen)
    bewaak_tekst(inhoud)
    return Bevinding("csv")


def _oud_of_versleuteld(inhoud: bytes) -> Geweigerd:
    if VERSLEUTELD_OLE in inhoud:
        return Geweigerd(
            "Dit bestand is beveiligd met een wachtwoord.", "Sla het op zonder wachtwoord."
        )
    return Geweigerd("Dit is een oud Excel-bestand (xls).", "Sla het op als xlsx of ods.")


def _bewaak_zip(inhoud: bytes, grenzen: Grenzen) -> Bevinding:
    # Counted before the list of contents is read: reading fifty thousand names takes a while.
    if inhoud.count(REGEL_IN_INHOUDSOPGAVE) > grenzen.ingangen:
        raise Geweigerd("Er zitten te veel onderdelen in dit bestand.", OPNIEUW)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            ingangen = [i for i in pakket.infolist() if not i.is_dir()]
            soort = _soort(pakket, ingangen)
            _bewaak_maten(ingangen, grenzen, soort)
            return Bevinding(soort, _bewaak_inhoud(pakket, ingangen, grenzen, soort))
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        KeyError,
        NotImplementedError,
        OSError,
        RuntimeError,
        UnicodeError,
        ValueError,
    ) as fout:
        raise Geweigerd("Het bestand is beschadigd.", OPNIEUW) from fout


def _soort(pakket: zipfile.ZipFile, ingangen: list[zipfile.ZipInfo]) -> str:
    namen = {i.filename for i in ingangen}
    if any(i.flag_bits & 0x1 for i in ingangen):
        raise Geweigerd(
            "Dit bestand is beveiligd met een wachtwoord.", "Sla het op zonder wachtwoord."
        )
    if "xl/workbook.bin" in namen:
        raise Geweigerd("Dit is een binair Excel-bestand (xlsb).", "Sla het op als xlsx of ods.")
    if "xl/workbook.xml" in namen or "[Content_Types].xml" in namen:
        return "xlsx"
    if "mimetype" in namen:
        with pakket.open("mimetype") as bestand:
            if bestand.read(100).strip() != ODS:
                raise Geweigerd("Dit is wel een ODF-bestand, maar geen werkblad.", GEEN_WERKBLAD)
        return "ods"
    if any(i.filename.lower().endswith(".csv") for i in ingangen):
        return "zip"
    raise Geweigerd("In dit bestand zit geen werkblad en geen csv.", GEEN_WERKBLAD)


def _bewaak_maten(ingangen: list[zipfile.ZipInfo], grenzen: Grenzen, soort: str) -> None:
    """What the list of contents says. zipfile never unpacks more than that."""
    if sum(i.file_size for i in ingangen) > grenzen.uitgepakt:
        raise Geweigerd(
            f"Uitgepakt is dit bestand groter dan {grenzen.uitgepakt // MB} MB.",
            "Verwijder opmaak, afbeeldingen en lege rijen, of splits het bestand.",
        )
    for ingang in ingangen:
        grens = grenzen.verhouding
        if soort == "zip" or ingang.filename == "content.xml":
            grens *= RUIMER
        ver = ingang.file_size / max(ingang.compress_size, 1)
        if ingang.file_size > ZONDER_VERHOUDING and ver > grens:
            raise Geweigerd(
                "Een onderdeel van dit bestand is uitgepakt veel groter dan ingepakt.", OPNIEUW
            )


def _bewaak_inhoud(pakket, ingangen, grenzen: Grenzen, soort: str) -> tuple[tuple[str, str], ...]:
    onleesbaar: list[tuple[str, str]] = []
    for ingang in ingangen:
        with pakket.open(ingang) as bestand:
            begin = bestand.read(STUK)
            if ingang.filename.endswith(MACROS):
                raise Geweigerd("Er zitten macro's in dit bestand.", ZONDER_MACROS)
            if begin.startswith((ZIP, OLE)):
                raise Geweigerd("Er zit een ander bestand in dit bestand.", "Haal het eruit.")
            if soort == "zip":
                if not ingang.filename.startswith("__MACOSX/"):
                    bewaak_tekst(begin)
            elif _is_xml(begin) and not ingang.filename.startswith(NIET_GELEZEN):
                cellen = (CellenOds if soort == "ods" else CellenXlsx)(
                    rijen=grenzen.rijen + SPELING, kolommen=grenzen.kolommen
                )
                _lees_xml(bestand, begin, cellen)
                onleesbaar += [(ingang.filename, cel) for cel in cellen.onleesbaar]
            if ingang.filename == "META-INF/manifest.xml" and b"encryption-data" in begin:
                raise Geweigerd(
                    "Dit bestand is beveiligd met een wachtwoord.", "Sla het op zonder wachtwoord."
                )
    return tuple(onleesbaar)


def _is_xml(begin: bytes) -> bool:
    kop = begin[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return kop.startswith((b"<", b"\x00<")) or kop.startswith(tuple(UTF16))


def _lees_xml(bestand, begin: bytes, cellen) -> None:
    lezer = expat.ParserCreate()
    lezer.buffer_text = True
    lezer.StartDoctypeDeclHandler = _weiger_dtd
    lezer.StartElementHandler = cellen.begin
    stuk = begin
    while stuk:
        lezer.Parse(stuk, False)
        stuk = bestand.read(STUK)
    lezer.Parse(b"", True)
    cellen.klaar()


def _weiger_dtd(*_) -> None:
    raise Geweigerd(
        "Dit bestand bevat een DTD. Die hoort niet in een werkblad en kan kwaad.", OPNIEUW
    )
