"""A report apart from the versions in the database: measured afresh, for files only."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import ValidationError

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar
from verbinder.onthulling.audit import audit
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.verslag import Auditverslag
from verbinder.rapportage.cijfers import Cijferset, meet_rapport, toont_iets
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.doelen import met_doelen
from verbinder.rapportage.models import Vaststelling, Versie
from verbinder.rapportage.opslag import vers_rapport
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.services.controleren import LEEG, SECONDEN
from verbinder.rapportage.uitgave import (
    bekende_publicaties,
    bekende_uitgaven,
    samen_bekend,
)
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden


@dataclass(frozen=True)
class LosRapport:
    """The report and its files by name."""

    rapport: Rapport
    cijfers: Cijferset
    verslag: Auditverslag
    bestanden: dict[str, bytes]


def maak_los_rapport(
    *,
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    bekend_op: datetime,
    op: date,
    toen: bool = False,
    intern: bool = False,
    na_vorige: bool = True,
) -> LosRapport:
    """Measure and write every form, with draft texts. Stores nothing.

    `toen` takes the figures from the history, as known at `bekend_op`; `intern` adds true values
    to the tables of figures. What is published is audited beside all that readers hold; with
    `na_vorige` also beside the half-year before, should that have been written to files as well.
    Raises ValidationError when the audit cannot finish.
    """
    cijfers = meet_rapport(regio, halfjaar, bekend_op=bekend_op, toen=toen)
    uitgaven = bekende_uitgaven(regio, halfjaar)
    bekend = bekende_publicaties(uitgaven)
    if na_vorige and all(afstand != -1 for _, afstand in uitgaven):
        vorige = meet_rapport(regio, halfjaar.vorige, bekend_op=bekend_op, toen=toen)
        weggelaten = _controleer(vorige, [], op).tabellen
        if toont_iets(vorige.publicatie):
            bekend.append(replace(vorige.publicatie, weggelaten=weggelaten))
    verslag = _controleer(cijfers, bekend, op)
    cijfers = met_doelen(cijfers.zonder(verslag.tabellen))
    rapport = vers_rapport(cijfers, versie=_volgend_nummer(regio, halfjaar))
    rapport = replace(rapport, teksten=concepttekst(rapport))
    waar = cijfers.waar if intern else None
    return LosRapport(rapport, cijfers, verslag, maak_bestanden(rapport, op=bekend_op, waar=waar))


def _controleer(cijfers: Cijferset, bekend: list[Publicatie], op: date) -> Auditverslag:
    """The audit of figures that are stored nowhere."""
    if not toont_iets(cijfers.publicatie):
        return LEEG
    verslag = audit(
        cijfers.publicatie,
        bekend,
        samen=samen_bekend(cijfers.regio, cijfers.halfjaar, op=op),
        seconden_totaal=SECONDEN,
    )
    if not verslag.klaar:
        raise ValidationError(verslag.reden)
    return verslag


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
