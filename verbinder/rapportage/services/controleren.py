"""The small-number audit of a version: the verdict is kept, and what it leaves may be shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Handeling
from verbinder.onthulling.audit import audit
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.verslag import Auditverslag
from verbinder.rapportage.cijfers import boek_zonder, toont_iets
from verbinder.rapportage.doelen import boek_met_doelen
from verbinder.rapportage.herzien import Hermeting, herziene_rijen
from verbinder.rapportage.models import Controle, Momentopname, Rapportage, Stapsoort, Versie
from verbinder.rapportage.opslag import bewaar_uitgave, boek_van, laatste_opname, rapport_van
from verbinder.rapportage.rapport import Herzien
from verbinder.rapportage.services.samen import (
    Melder,
    eis_niet_vastgesteld,
    heeft,
    houd_vast,
    noteer_versie,
)
from verbinder.rapportage.services.teksten import bewaar_concepttekst
from verbinder.rapportage.uitgave import (
    Uitgaven,
    bekende_publicaties,
    bekende_uitgaven,
    publicatie_van,
    samen_bekend,
)

STAP = "Kleine aantallen controleren"
# Less than a task may take, so that the verdict is written down.
SECONDEN = 540.0
LEEG = Auditverslag(regel="", klaar=True)


def controleer_kleine_aantallen(
    *,
    versie: Versie,
    nu: datetime,
    door: Door,
    meld: Melder = lambda stap, gedaan, totaal: None,
    seconden: float = SECONDEN,
) -> Controle:
    """Attack the closed figures of a version beside all that readers hold, and keep the verdict.

    When nothing can be worked back any more, the figures without the tables that were left out are
    what the version shows from now on. What an earlier concept left out stays out.
    """
    if not heeft(versie, Stapsoort.GESLOTEN):
        raise ValidationError("Sluit eerst de cijfers. Daarna kunt u het concept versturen.")
    gemeten = laatste_opname(versie).gemeten
    uitgaven = _bekend(versie, gemeten)
    herzien = herziene_publicatie(gemeten, nu, seconden)
    verslag = val_aan(
        # What is shown starts from the last published form: leaving out is never taken back.
        publicatie_van(laatste_opname(versie), afstand=0),
        [*bekende_publicaties(uitgaven), *([herzien] if herzien else [])],
        versie.rapportage,
        op=timezone.localdate(nu),
        meld=meld,
        seconden=seconden,
    )
    with transaction.atomic():
        houd_vast(versie)
        eis_niet_vastgesteld(versie)
        controle = bewaar_controle(gemeten, uitgaven, verslag, nu=nu, door=door)
        if controle.klaar:
            _publiceer(gemeten, verslag, herzien, nu=nu, door=door)
        return controle


def bewaar_controle(
    gemeten: Momentopname,
    uitgaven: Uitgaven,
    verslag: Auditverslag,
    *,
    nu: datetime,
    door: Door,
    openbaar: bool = False,
) -> Controle:
    """Keep a verdict, with what readers held when it was passed."""
    versie = gemeten.versie
    controle = Controle(
        versie=versie,
        momentopname=gemeten,
        volgnummer=versie.controles.count() + 1,
        openbaar=openbaar,
        klaar=verslag.klaar,
        reden=verslag.reden,
        bekend=[uitgave.pk for uitgave, _ in uitgaven],
        verslag=verslag.als_gegevens(),
        op=nu,
        wie=door.wie,
    )
    controle.full_clean()
    controle.save()
    noteer_versie(
        door,
        Handeling.RAPPORT_GEMAAKT,
        versie,
        controle=controle.volgnummer,
        klaar=verslag.klaar,
        openbaar=openbaar,
    )
    return controle


def eis_gecontroleerd(versie: Versie) -> None:
    """Refuse when the last verdict is missing, negative, or about other figures or publications."""
    gemeten = laatste_opname(versie).gemeten
    gedaan = versie.controles.filter(momentopname=gemeten, openbaar=False)
    controle = gedaan.order_by("-volgnummer").first()
    if controle is None:
        raise ValidationError("De controle op kleine aantallen is nog niet gedaan.")
    if not controle.klaar:
        raise ValidationError(controle.reden)
    if controle.bekend != [uitgave.pk for uitgave, _ in _bekend(versie, gemeten)]:
        raise ValidationError(
            "Na de controle op kleine aantallen is een ander rapport gepubliceerd. Probeer het "
            "opnieuw; de controle kijkt dan ook daarnaar."
        )


def _bekend(versie: Versie, gemeten: Momentopname) -> Uitgaven:
    rapportage = versie.rapportage
    return bekende_uitgaven(rapportage.regio, rapportage.periode, behalve=gemeten)


def val_aan(
    publicatie: Publicatie,
    bekend: Sequence[Publicatie],
    rapportage: Rapportage,
    *,
    op: date,
    meld: Melder,
    seconden: float,
) -> Auditverslag:
    """Attack a publication of a region beside what is known; of nobody there is nothing to find."""
    if not toont_iets(publicatie):
        return LEEG
    return audit(
        publicatie,
        bekend,
        samen=samen_bekend(rapportage.regio, rapportage.periode, op=op),
        voortgang=lambda gedaan, totaal: meld(STAP, gedaan, totaal),
        seconden_totaal=seconden,
    )


def herziene_publicatie(gemeten: Momentopname, nu: datetime, seconden: float) -> Publicatie | None:
    """The headlines of the half-year before as they are now, without those that would tell more
    than the adopted report does."""
    if not gemeten.herzien or gemeten.vorig is None:
        return None
    rapportage, vorig = gemeten.versie.rapportage, gemeten.vorig
    nieuw = Hermeting.uit_gegevens(gemeten.herzien).publicatie(vorig.regel)
    halfjaar = rapportage.periode.vorige
    verslag = audit(
        nieuw,
        bekende_publicaties(bekende_uitgaven(rapportage.regio, halfjaar)),
        samen=samen_bekend(rapportage.regio, halfjaar, op=timezone.localdate(nu)),
        seconden_totaal=seconden,
    )
    return replace(nieuw, weggelaten=verslag.tabellen, afstand=-1) if verslag.klaar else None


def _te_tonen(gemeten: Momentopname, herzien: Publicatie | None) -> list[Herzien]:
    if herzien is None or gemeten.vorig is None:
        return []
    nieuw = Hermeting.uit_gegevens(gemeten.herzien)
    boek = boek_van(gemeten.vorig)
    return list(herziene_rijen(nieuw, boek, gemeten.vorig.regel, herzien.weggelaten))


def _publiceer(
    gemeten: Momentopname,
    verslag: Auditverslag,
    herzien: Publicatie | None,
    *,
    nu: datetime,
    door: Door,
) -> None:
    """Add the published form, unless the version shows just that already."""
    laatste = laatste_opname(gemeten.versie)
    eerder = {(code, tabel) for code, tabel in laatste.audit.get("weggelaten", ())}
    weggelaten = eerder | set(verslag.tabellen)
    if laatste.van_id and weggelaten == eerder:
        return
    rapportage, op = gemeten.versie.rapportage, timezone.localdate(gemeten.bekend_op)
    boek = boek_zonder(boek_van(gemeten), publicatie_van(gemeten), weggelaten)
    boek = boek_met_doelen(boek, rapportage.regio, rapportage.periode, op=op)
    bewaar_uitgave(gemeten, boek, weggelaten, _te_tonen(gemeten, herzien))
    bewaar_concepttekst(gemeten.versie, rapport_van(gemeten.versie), nu=nu, door=door)
