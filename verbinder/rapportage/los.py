"""A report apart from the versions in the database: measured afresh, for files only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import ValidationError

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar
from verbinder.onthulling.audit import audit
from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import STRENG
from verbinder.onthulling.verslag import Auditverslag
from verbinder.rapportage.cijfers import Cijferset, meet_rapport, toont_iets
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.doelen import met_doelen, ware_doelen
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
    openbaar: bool = False,
    na_vorige: bool = True,
) -> LosRapport:
    """Measure and write every form, with draft texts. Stores nothing.

    `toen` takes the figures from the history, as known at `bekend_op`; `intern` adds true values
    to the tables of figures. What is published is audited beside all that readers hold; with
    `na_vorige` also beside the half-year before, should that have been written to files as well.
    With `openbaar` it is the public edition, audited beside the one for the region too.
    Raises ValidationError when the audit cannot finish.
    """
    if openbaar and intern:
        raise ValidationError("Een openbare versie heeft geen ware cijfers. Kies een van beide.")
    cijfers = meet_rapport(regio, halfjaar, bekend_op=bekend_op, toen=toen)
    uitgaven = bekende_uitgaven(regio, halfjaar)
    bekend, ook = bekende_publicaties(uitgaven), []
    if na_vorige and all(afstand != -1 for _, afstand in uitgaven):
        vorige = meet_rapport(regio, halfjaar.vorige, bekend_op=bekend_op, toen=toen)
        gewoon, *ook = _edities(vorige, bekend=[], op=op, openbaar=openbaar)[1] or [None]
        bekend += [gewoon] if gewoon else []
    (cijfers, verslag), _ = _edities(cijfers, bekend=bekend, ook=ook, op=op, openbaar=openbaar)
    cijfers = met_doelen(cijfers)
    rapport = vers_rapport(cijfers, versie=_volgend_nummer(regio, halfjaar))
    if openbaar:
        rapport = replace(rapport, openbaar=True, vorig=None, jaar_eerder=None)
    rapport = replace(rapport, teksten=concepttekst(rapport))
    waar = cijfers.waar | ware_doelen(cijfers, toen=toen) if intern else None
    bestanden = maak_bestanden(rapport, op=bekend_op, waar=waar)
    if openbaar:
        bestanden = {f"openbaar-{naam}": inhoud for naam, inhoud in bestanden.items()}
    return LosRapport(rapport, cijfers, verslag, bestanden)


def _edities(
    cijfers: Cijferset,
    *,
    bekend: list[Publicatie],
    ook: Sequence[Publicatie] = (),
    op: date,
    openbaar: bool,
) -> tuple[tuple[Cijferset, Auditverslag], list[Publicatie]]:
    """The figures as they may be written, with the verdict; and every edition of them that readers
    may hold: the one for the region, and with `openbaar` the public one made beside it.

    `ook` are public editions. The one for the region is made as if nobody held those, as it is
    when this is asked without `openbaar`.
    """
    verslag = _controleer(cijfers, bekend, op)
    edities = [_publicatie(cijfers, verslag.tabellen)] if toont_iets(cijfers.publicatie) else []
    if openbaar:
        naast = [replace(editie, afstand=0) for editie in edities]
        gewoon, cijfers = verslag, cijfers.volgens(STRENG)
        verslag = _controleer(cijfers, [*naast, *bekend, *ook], op, zonder=gewoon.tabellen)
        verslag = replace(verslag, weggelaten=(*gewoon.weggelaten, *verslag.weggelaten))
        edities += [_publicatie(cijfers, verslag.tabellen)] if edities else []
    return (cijfers.zonder(verslag.tabellen), verslag), edities


def _publicatie(cijfers: Cijferset, weggelaten: frozenset[Tabel]) -> Publicatie:
    return replace(cijfers.publicatie, weggelaten=weggelaten)


def _controleer(
    cijfers: Cijferset,
    bekend: list[Publicatie],
    op: date,
    *,
    zonder: frozenset[Tabel] = frozenset(),
) -> Auditverslag:
    """The audit of figures that are stored nowhere, of which `zonder` are left out already."""
    if not toont_iets(cijfers.publicatie):
        return LEEG
    verslag = audit(
        _publicatie(cijfers, zonder),
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
