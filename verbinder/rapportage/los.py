"""A report apart from the versions in the database: measured afresh, for files only."""

from dataclasses import dataclass, replace
from datetime import datetime

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar
from verbinder.rapportage.cijfers import Cijferset, meet_rapport
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.doelen import met_doelen
from verbinder.rapportage.models import Vaststelling, Versie
from verbinder.rapportage.opslag import vers_rapport
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden


@dataclass(frozen=True)
class LosRapport:
    """The report and its files by name."""

    rapport: Rapport
    cijfers: Cijferset
    bestanden: dict[str, bytes]


def maak_los_rapport(
    *,
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    bekend_op: datetime,
    toen: bool = False,
    intern: bool = False,
) -> LosRapport:
    """Measure and write every form, with draft texts. Stores nothing.

    `toen` takes the figures from the history, as known at `bekend_op`; `intern` adds true values
    to the tables of figures.
    """
    cijfers = met_doelen(meet_rapport(regio, halfjaar, bekend_op=bekend_op, toen=toen))
    rapport = vers_rapport(cijfers, versie=_volgend_nummer(regio, halfjaar))
    rapport = replace(rapport, teksten=concepttekst(rapport))
    waar = cijfers.waar if intern else None
    return LosRapport(rapport, cijfers, maak_bestanden(rapport, op=bekend_op, waar=waar))


def _volgend_nummer(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> int:
    """The version that this would be: the open one, or the one after the last adopted."""
    laatste = (
        Versie.objects.filter(rapportage__regio=regio, rapportage__halfjaar=halfjaar.code)
        .order_by("-nummer")
        .first()
    )
    if laatste is None:
        return 1
    vastgesteld = Vaststelling.objects.filter(versie=laatste).exists()
    return laatste.nummer + 1 if vastgesteld else laatste.nummer
