"""The profile of one person for an organisation that is asked to help: one page, no notes.

`profiel` says what goes out; the page that previews it and the PDF show the same rows.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import typst

from statushouders.models import Plaatsing, Traject, Verwijzing

SJABLOON = Path(__file__).with_name("profiel.typ")
NORMEN: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
ONBEKEND = "Nog niet bekend"
MEESTE_WERK = 6


@dataclass(frozen=True)
class Profiel:
    """Rows of a label and a value; `werk` and `trajecten` are lines."""

    naam: str
    voor: str
    regels: list[tuple[str, str]]
    werk: list[str]
    trajecten: list[str]
    diensten: list[str]
    vraag: str
    contact: str
    dag: str


def profiel(verwijzing: Verwijzing, *, op: date) -> Profiel:
    """What an organisation needs to know to help, and nothing of health, family or notes."""
    persoon = verwijzing.statushouder
    wie = persoon.contactpersoon
    return Profiel(
        naam=persoon.weergavenaam,
        voor=verwijzing.naar.naam,
        regels=[
            ("Geboortejaar", str(persoon.geboortejaar)),
            ("Gemeente", str(persoon.dossiergemeente or "Nog niet gekoppeld")),
            (
                "Nederlands spreken",
                _of_onbekend(persoon.taalniveau, persoon.get_taalniveau_display()),
            ),
            (
                "Opleidingsniveau",
                _of_onbekend(persoon.opleidingsniveau, persoon.get_opleidingsniveau_display()),
            ),
            ("Diplomawaardering", _diplomawaardering(persoon)),
            ("Wil werken in", persoon.get_beroepswens_display() or ONBEKEND),
            ("Beschikbaar", _uren(persoon.beschikbaar_uren)),
        ],
        werk=_werk(persoon),
        trajecten=_trajecten(persoon, op),
        diensten=verwijzing.dienstnamen,
        vraag=verwijzing.vraag,
        contact=f"{wie.naam}, {wie.email}" if wie else "Nog geen contactpersoon",
        dag=f"{op:%d-%m-%Y}",
    )


def _of_onbekend(code: str, label: str) -> str:
    return ONBEKEND if code == "onbekend" else label


def _diplomawaardering(persoon) -> str:
    if persoon.diplomawaardering_afgerond_op:
        return f"Afgerond op {persoon.diplomawaardering_afgerond_op:%d-%m-%Y}"
    if persoon.diplomawaardering_aangevraagd_op:
        return f"Aangevraagd op {persoon.diplomawaardering_aangevraagd_op:%d-%m-%Y}"
    return "Niet aangevraagd"


def _uren(uren: int | None) -> str:
    return ONBEKEND if uren is None else f"{uren} uur per week"


def _werk(persoon) -> list[str]:
    """Work and places to learn in the Netherlands, the latest first; no employer by name."""
    rijen = Plaatsing.objects.filter(statushouder=persoon, ingetrokken_op__isnull=True)
    return [
        " · ".join(
            deel
            for deel in (rij.get_soort_display(), rij.get_sector_display(), _periode(rij))
            if deel
        )
        for rij in rijen[:MEESTE_WERK]
    ]


def _periode(rij: Plaatsing) -> str:
    einde = f"{rij.einddatum:%d-%m-%Y}" if rij.einddatum else "nu"
    return f"{rij.begindatum:%d-%m-%Y} tot {einde}"


def _trajecten(persoon, op: date) -> list[str]:
    rijen = Traject.objects.filter(statushouder=persoon).lopend(op).select_related("soort")
    return [f"{rij.soort}, sinds {rij.begindatum:%d-%m-%Y}" for rij in rijen[:MEESTE_WERK]]


def profiel_pdf(gegevens: Profiel, *, op: datetime) -> bytes:
    """The profile as an accessible PDF of one page."""
    zetter: Any = typst.Compiler(
        _sjabloon(),
        font_paths=[str(fontpkg_noto_sans.ROOT)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(asdict(gegevens))},
    )
    return zetter.compile(format="pdf", pdf_standards=NORMEN, timestamp=int(op.timestamp()))


@cache
def _sjabloon() -> bytes:
    return SJABLOON.read_bytes()
