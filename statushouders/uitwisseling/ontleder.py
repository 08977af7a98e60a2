"""The parser, in a process of its own with little memory and little time.

Started by `lezen`: the first line of standard input is JSON with the limits, the rest is the file.
It answers with JSON: the sheets with their cells, or a refusal. Text is written as `t...` and a
day as `d2024-01-31`, so that nothing is lost on the way.
"""

import io
import json
import resource
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import PurePosixPath

from regio.uitwisseling.csvtekst import LANGSTE_CEL, lees_tekst, rijen_van
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Geweigerd

TE_ZWAAR = 3


def main() -> None:
    """Read from standard input, answer on standard output."""
    kop = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (kop["geheugen"], kop["geheugen"]))
    resource.setrlimit(resource.RLIMIT_CPU, (kop["seconden"], kop["seconden"]))
    try:
        antwoord = ontleed(sys.stdin.buffer.read(), kop)
        tekst = json.dumps(antwoord, ensure_ascii=False, separators=(",", ":"))
    except Geweigerd as weigering:
        tekst = json.dumps({"weigering": [weigering.wat, weigering.doe]})
    except MemoryError:
        sys.exit(TE_ZWAAR)
    sys.stdout.write(tekst)


def ontleed(inhoud: bytes, kop: dict) -> dict:
    """The sheets in `inhoud`. Raises Geweigerd."""
    if kop["soort"] in ("xlsx", "ods"):
        return _werkmap(inhoud, kop)
    if kop["soort"] == "zip":
        return _zip(inhoud, kop)
    return _een_csv(PurePosixPath(kop["naam"]).stem, inhoud, kop)


def _gevraagd(blad: str, kop: dict) -> bool:
    """Whether this sheet is one to read; without a list every sheet is."""
    return kop["bladen"] is None or herkenbaar(blad) in kop["bladen"]


def _werkmap(inhoud: bytes, kop: dict) -> dict:
    import python_calamine

    try:
        boek = python_calamine.load_workbook(io.BytesIO(inhoud))
        bladen, overig = [], []
        for naam in boek.sheet_names:
            if not _gevraagd(naam, kop):
                overig.append(naam)
                continue
            rijen = boek.get_sheet_by_name(naam).to_python(skip_empty_area=False)
            bladen.append(_blad(naam, rijen, kop))
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as fout:
        raise Geweigerd(
            "Het bestand is beschadigd of is geen werkblad.",
            "Open het in Excel of LibreOffice, sla het opnieuw op als xlsx of ods.",
        ) from fout
    return {"bladen": bladen, "overig": overig, "opmerkingen": []}


def _zip(inhoud: bytes, kop: dict) -> dict:
    antwoord: dict[str, list] = {"bladen": [], "overig": [], "opmerkingen": []}
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        for ingang in pakket.infolist():
            plek = PurePosixPath(ingang.filename)
            if ingang.is_dir() or "__MACOSX" in plek.parts or plek.name.startswith("."):
                continue
            if plek.suffix.lower() != ".csv" or not _gevraagd(plek.stem, kop):
                antwoord["overig"].append(plek.name)
                continue
            deel = _een_csv(plek.stem, pakket.read(ingang), kop)
            antwoord["bladen"] += deel["bladen"]
            antwoord["opmerkingen"] += deel["opmerkingen"]
    return antwoord


def _een_csv(naam: str, inhoud: bytes, kop: dict) -> dict:
    if not _gevraagd(naam, kop):
        return {"bladen": [], "overig": [naam], "opmerkingen": []}
    tekst, opmerking = lees_tekst(f"Blad {naam}", inhoud)
    rijen: list[list] = []
    for rij in rijen_van(f"Blad {naam}", tekst):
        rijen.append(rij)
        # Blank rows and title rows are not counted yet, hence the margin.
        _niet_te_lang(naam, len(rijen) - 1_000, kop)
    opmerkingen = [[naam, opmerking]] if opmerking else []
    return {"bladen": [_blad(naam, rijen, kop)], "overig": [], "opmerkingen": opmerkingen}


def _blad(naam: str, rijen: list[list], kop: dict) -> dict:
    uit = []
    for nummer, rij in enumerate(rijen, start=1):
        cellen = [_cel(cel, naam, nummer, kolom) for kolom, cel in enumerate(rij, start=1)]
        while cellen and cellen[-1] is None:
            cellen.pop()
        if len(cellen) > kop["kolommen"]:
            raise Geweigerd(
                f"Blad {naam}, rij {nummer} heeft meer dan {kop['kolommen']} kolommen.",
                "Haal de kolommen weg die niet nodig zijn.",
            )
        kop["ruimte"] -= sum(len(cel) for cel in cellen if isinstance(cel, str))
        if kop["ruimte"] < 0:
            raise Geweigerd("Er staat te veel tekst in dit bestand.", "Splits het bestand.")
        uit.append(cellen)
    _niet_te_lang(naam, sum(1 for rij in uit if rij) - 1, kop)
    return {"naam": naam, "rijen": uit}


def _niet_te_lang(naam: str, aantal: int, kop: dict) -> None:
    if aantal > kop["rijen"]:
        raise Geweigerd(f"Blad {naam} heeft meer dan {kop['rijen']} rijen.", "Splits het bestand.")


def _cel(cel, naam: str, rij: int, kolom: int):
    if cel is None or cel == "":
        return None
    if isinstance(cel, str):
        if len(cel) > LANGSTE_CEL:
            raise Geweigerd(
                f"Blad {naam}, rij {rij}, kolom {kolom}: de tekst is te lang.", "Kort de tekst in."
            )
        return f"t{cel}"
    if isinstance(cel, bool | int):
        return cel
    if isinstance(cel, float):
        # JSON knows no infinity, and no cell means it.
        return cel if cel == cel and abs(cel) != float("inf") else f"t{cel}"
    if isinstance(cel, datetime):
        return f"d{cel.date().isoformat()}"
    if isinstance(cel, date):
        return f"d{cel.isoformat()}"
    if isinstance(cel, time | timedelta):
        return f"t{cel}"
    return f"t{cel}"


if __name__ == "__main__":
    main()
