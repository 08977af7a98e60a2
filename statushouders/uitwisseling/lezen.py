"""From bytes to rows: the guard, then the parser in a process of its own."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings

from regio.uitwisseling.csvtekst import GEEN_WERKBLAD
from regio.uitwisseling.meldingen import Geweigerd
from statushouders.uitwisseling.ontleder import TE_ZWAAR
from statushouders.uitwisseling.wacht import (
    MB,
    OPNIEUW,
    Bevinding,
    Grenzen,
    bewaak,
)

GEHEUGEN = 512 * MB
SECONDEN = 30
# The same folder gives the same bytes, whenever it is read.
VAST_MOMENT = (2000, 1, 1, 0, 0, 0)

Cel = str | float | int | bool | date | None


@dataclass(frozen=True)
class Bestand:
    """A delivered file: its name and its bytes."""

    naam: str
    inhoud: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint by which a file is known again."""
        return hashlib.sha256(self.inhoud).hexdigest()


@dataclass(frozen=True)
class Werkblad:
    """One sheet, from row 1; a row stops after its last cell that holds something."""

    naam: str
    rijen: list[list[Cel]]
    is_csv: bool = False


@dataclass(frozen=True)
class Werkmap:
    """What the parser found: sheets that we know, names of the others, and remarks by sheet."""

    bladen: list[Werkblad]
    overig: list[str] = field(default_factory=list)
    opmerkingen: list[tuple[str, str]] = field(default_factory=list)
    onleesbaar: dict[str, set[str]] = field(default_factory=dict)


def grenzen() -> Grenzen:
    """The limits of this installation."""
    return Grenzen(**settings.IMPORT_GRENZEN)


def bestand_van_pad(pad: Path) -> Bestand:
    """Read a file, or the csv files of a folder as one zip. Raises Geweigerd."""
    try:
        if pad.is_dir():
            return Bestand(pad.resolve().name, _map_als_zip(pad))
        if not pad.is_file():
            raise Geweigerd(f"Het bestand {pad} bestaat niet.", "Controleer de naam en de map.")
        _niet_te_groot(pad.stat().st_size, grenzen().bestand)
        return Bestand(pad.name, pad.read_bytes())
    except OSError as fout:
        raise Geweigerd(
            f"Het bestand {pad} is niet te lezen ({fout.strerror}).", "Controleer de rechten."
        ) from fout


def _map_als_zip(pad: Path) -> bytes:
    delen = sorted(deel for deel in pad.iterdir() if deel.suffix.lower() == ".csv")
    if not delen:
        raise Geweigerd(f"In de map {pad} staat geen csv-bestand.", GEEN_WERKBLAD)
    _niet_te_groot(sum(deel.stat().st_size for deel in delen), grenzen().uitgepakt)
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pakket:
        for deel in delen:
            ingang = zipfile.ZipInfo(deel.name, VAST_MOMENT)
            ingang.compress_type = zipfile.ZIP_DEFLATED
            pakket.writestr(ingang, deel.read_bytes())
    return doel.getvalue()


def _niet_te_groot(maat: int, grens: int) -> None:
    if maat > grens:
        raise Geweigerd(
            f"Het bestand is groter dan {grens // MB} MB.",
            "Verwijder opmaak en afbeeldingen, of splits het bestand.",
        )


def lees(bestand: Bestand, *, bladen: frozenset[str] | None, seconden: int = SECONDEN) -> Werkmap:
    """Guard and parse. `bladen` are the recognisable names of the sheets to read; None reads all.

    Raises Geweigerd with a Dutch sentence, whatever the bytes are.
    """
    bevinding = bewaak(bestand.inhoud, grenzen())
    antwoord = _ontleed(bestand, bevinding, bladen, seconden)
    if "weigering" in antwoord:
        raise Geweigerd(*antwoord["weigering"])
    is_csv = bevinding.soort in ("csv", "zip")
    return Werkmap(
        bladen=[
            Werkblad(blad["naam"], [[_cel(cel) for cel in rij] for rij in blad["rijen"]], is_csv)
            for blad in antwoord["bladen"]
        ],
        overig=antwoord["overig"],
        opmerkingen=[(blad, tekst) for blad, tekst in antwoord["opmerkingen"]],
        onleesbaar=_onleesbaar(bestand.inhoud, bevinding),
    )


def _ontleed(
    bestand: Bestand, bevinding: Bevinding, bladen: frozenset[str] | None, seconden: int
) -> dict:
    maten = grenzen()
    kop = {
        "soort": bevinding.soort,
        "naam": bestand.naam,
        "bladen": None if bladen is None else sorted(bladen),
        "rijen": maten.rijen,
        "kolommen": maten.kolommen,
        "ruimte": maten.uitgepakt,
        "geheugen": GEHEUGEN,
        "seconden": seconden,
    }
    te_zwaar = Geweigerd(
        "Het bestand is te zwaar om te lezen.",
        "Verwijder opmaak, formules en lege rijen, of splits het bestand.",
    )
    try:
        kind = subprocess.run(
            [sys.executable, "-E", "-s", "-m", "statushouders.uitwisseling.ontleder"],
            input=json.dumps(kop).encode() + b"\n" + bestand.inhoud,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env={"LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
            timeout=seconden,
            check=False,
        )
    except subprocess.TimeoutExpired as fout:
        raise te_zwaar from fout
    if kind.returncode == TE_ZWAAR or kind.returncode < 0:
        raise te_zwaar
    if kind.returncode != 0:
        raise Geweigerd("Het bestand is beschadigd.", OPNIEUW)
    return json.loads(kind.stdout)


def _cel(cel) -> Cel:
    if not isinstance(cel, str):
        return cel
    return cel[1:] if cel[0] == "t" else date.fromisoformat(cel[1:])


def _onleesbaar(inhoud: bytes, bevinding: Bevinding) -> dict[str, set[str]]:
    """Cells with an error or an uncalculated formula, by the name of their sheet."""
    if bevinding.soort != "xlsx" or not bevinding.onleesbaar:
        return {}
    from statushouders.uitwisseling.onderdelen import bladnaam_per_onderdeel

    namen = bladnaam_per_onderdeel(inhoud)
    gevonden: dict[str, set[str]] = {}
    for onderdeel, plek in bevinding.onleesbaar:
        if onderdeel in namen:
            gevonden.setdefault(namen[onderdeel], set()).add(plek)
    return gevonden
