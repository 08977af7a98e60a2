"""Text files with a row per line: guarded, decoded and taken apart, and written. No Django: the
parser of workbooks uses this in a process of its own."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from regio.uitwisseling.formules import met_voorvoegsel
from regio.uitwisseling.meldingen import Geweigerd

LANGSTE_CEL = 32_767
UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
GEEN_WERKBLAD = "Lever een xlsx, ods of csv aan, of een zip met een csv per blad."
AFGESLOTEN = "Sla het bestand op als UTF-8 (in Excel: 'CSV UTF-8') en probeer het opnieuw."
ANDERE_BESTANDEN = (b"%PDF", b"<", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc")


def bewaak_tekst(inhoud: bytes, doe: str = GEEN_WERKBLAD) -> None:
    """Raises Geweigerd for bytes that are no text with rows."""
    kop = inhoud[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if kop.startswith(ANDERE_BESTANDEN):
        raise Geweigerd("Dit is geen werkblad.", doe)
    if b"\x00" in inhoud and not inhoud.startswith(tuple(UTF16)):
        raise Geweigerd("Dit is geen werkblad, of het bestand is beschadigd.", doe)


def lees_tekst(naam: str, inhoud: bytes) -> tuple[str, str]:
    """The text and, when the encoding was a guess, a remark. Raises Geweigerd."""
    try:
        if inhoud[:2] in UTF16:
            return inhoud[2:].decode(UTF16[inhoud[:2]]), ""
        return inhoud.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        tekst = inhoud.decode("cp1252")
    except UnicodeDecodeError as fout:
        raise Geweigerd(f"{naam}: de letters zijn niet te lezen.", AFGESLOTEN) from fout
    return tekst, "Dit bestand is geen UTF-8. Het is gelezen als Windows-1252."


def rijen_van(naam: str, tekst: str) -> Iterator[list[str]]:
    """The rows of the text, with the sign that its first line uses. Raises Geweigerd."""
    eerste, _, rest = tekst.partition("\n")
    if eerste.strip().lower().startswith("sep=") and len(eerste.strip()) == 5:
        teken, tekst = eerste.strip()[4], rest
    else:
        teken = _scheidingsteken(tekst)
    csv.field_size_limit(LANGSTE_CEL * 4)
    nummer = 0
    try:
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True):
            nummer += 1
            yield rij
    except csv.Error as fout:
        raise Geweigerd(
            f"{naam}, rond rij {nummer + 1}: een cel is te lang of niet goed afgesloten.",
            "Kort de tekst in, of zet aanhalingstekens om de cel en verdubbel die in de tekst.",
        ) from fout


def _scheidingsteken(tekst: str) -> str:
    """Of `;`, tab and `,` the one that the first line with text holds most, outside quotes."""
    regel = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    buiten = "".join(regel.split('"')[::2])
    return max(";\t,", key=buiten.count)


def schrijf_tekst(rijen: Iterable[Iterable[object]], *, decimaalteken: str = ".") -> bytes:
    """The rows as UTF-8 with a mark that tells a spreadsheet so, `;` between the cells, days as
    jjjj-mm-dd. Text is never a formula; None is an empty cell."""
    doel = io.StringIO()
    schrijver = csv.writer(doel, delimiter=";", lineterminator="\r\n")
    schrijver.writerows([_cel(waarde, decimaalteken) for waarde in rij] for rij in rijen)
    return doel.getvalue().encode("utf-8-sig")


def _cel(waarde: object, decimaalteken: str) -> str:
    match waarde:
        case None:
            return ""
        case str():
            return met_voorvoegsel(waarde)
        case datetime():
            return waarde.isoformat(sep=" ", timespec="minutes")
        case date():
            return waarde.isoformat()
    return str(waarde).replace(".", decimaalteken)
