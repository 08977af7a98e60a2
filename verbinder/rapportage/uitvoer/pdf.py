"""A document as PDF/UA-1 and PDF/A-3a; a report has its figures attached as CSV."""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import typst

from verbinder.grafieken import Grafiek
from verbinder.rapportage.document import Document, Figuur
from verbinder.rapportage.uitvoer.merk import merk

SJABLOON = Path(__file__).with_name("rapport.typ")
ONTHOUDT = 10
NORMEN: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def pdf(
    document: Document, *, voet: str, op: datetime, csv: bytes = b"", voorpagina: int = 0
) -> bytes:
    """The document as PDF. `csv` is attached, if any; `voet` stands under every page, and the
    first `voorpagina` sections have the first page to themselves.

    `op` is written into the file as its date, so that the same report gives the same bytes.
    """
    gegevens = als_gegevens(document) | {"csv": csv.decode(), "voet": voet, "merk": merk()}
    gegevens["voorpagina"] = voorpagina
    zetter: Any = typst.Compiler(
        _sjabloon(),
        font_paths=[str(fontpkg_noto_sans.ROOT)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(gegevens)},
    )
    try:
        return zetter.compile(format="pdf", pdf_standards=NORMEN, timestamp=int(op.timestamp()))
    finally:
        _vergeet()


def _vergeet() -> None:
    """Typst keeps what it worked out for its last ten documents: 20 MB for each report. Setting a
    letter so many times pushes them out, in a twentieth of a second."""
    for _ in range(ONTHOUDT + 1):
        typst.compile(b"x", ignore_system_fonts=True)


def als_gegevens(deel: Any) -> Any:
    """The document as plain values, as the template reads it; of a chart what goes on paper."""
    match deel:
        case Figuur():
            tabel = als_gegevens(deel.tabel) if deel.met_tabel else None
            return {"soort": deel.soort, "grafiek": als_gegevens(deel.grafiek), "tabel": tabel}
        case Grafiek():
            return {
                "titel": deel.titel,
                "naam": deel.naam,
                "alt": deel.omschrijving,
                "breed": deel.breed,
                "smal": deel.smal,
                "noten": deel.noten,
            }
        case bytes():
            return list(deel)
        case tuple() | list():
            return [als_gegevens(lid) for lid in deel]
        case _ if is_dataclass(deel):
            return {veld.name: als_gegevens(getattr(deel, veld.name)) for veld in fields(deel)}
        case _:
            return deel


@cache
def _sjabloon() -> bytes:
    return SJABLOON.read_bytes()
