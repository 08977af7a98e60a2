"""The document as PDF/UA-1 and PDF/A-3a: readable for everyone, now and later."""

import json
import re
import unicodedata
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import typst

from statushouders.inzage.verzamelen import NIETS, Hoofdstuk

SJABLOON = Path(__file__).with_name("inzage.typ")
NORMEN: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
ONTOONBAAR = re.compile(r'the text `"(.+?)"` could not be displayed')
VERVANGING = "\u25cb"
MEESTE_POGINGEN = 40


def pdf(hoofdstukken: list[Hoofdstuk], *, naam: str, van: str, op: datetime) -> bytes:
    """Everything in `hoofdstukken` about `naam`, made by `van` at `op`.

    A sign that the font does not have is shown as a circle, and the document says so.
    """
    gegevens = {
        "naam": naam,
        "van": van,
        "op": f"{op:%d-%m-%Y}",
        "niets": NIETS,
        "vervanging": "",
        "hoofdstukken": [asdict(hoofdstuk) for hoofdstuk in hoofdstukken],
    }
    tekst = json.dumps(gegevens, ensure_ascii=False)
    for _ in range(MEESTE_POGINGEN):
        try:
            return _zet(tekst, op)
        except typst.TypstError as fout:
            gevonden = ONTOONBAAR.search(str(fout))
            if gevonden is None:
                raise
            tekst = _zonder(tekst, gevonden[1])
    return _zet(_alleen_latijn(tekst), op)


def _zet(tekst: str, op: datetime) -> bytes:
    zetter: Any = typst.Compiler(
        _sjabloon(),
        font_paths=[str(fontpkg_noto_sans.ROOT)],
        ignore_system_fonts=True,
        sys_inputs={"data": tekst},
    )
    return zetter.compile(format="pdf", pdf_standards=NORMEN, timestamp=int(op.timestamp()))


def _zonder(tekst: str, ontoonbaar: str) -> str:
    """Without the script or kind of sign that these belong to, and with a word about it."""
    soorten = {_soort(teken) for teken in ontoonbaar if ord(teken) > 127}
    schoon = "".join(VERVANGING if _soort(teken) in soorten else teken for teken in tekst)
    return schoon.replace('"vervanging": ""', f'"vervanging": "{VERVANGING}"')


def _soort(teken: str) -> str:
    if unicodedata.category(teken) == "So" and ord(teken) > 0x2600:
        return "plaatje"
    return unicodedata.name(teken, "?").partition(" ")[0] if ord(teken) > 127 else ""


def _alleen_latijn(tekst: str) -> str:
    return "".join(teken if ord(teken) < 0x250 else VERVANGING for teken in tekst)


@cache
def _sjabloon() -> bytes:
    return SJABLOON.read_bytes()
