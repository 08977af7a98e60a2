"""Sending the concept and adopting the report, each with the bytes of all files."""

import hashlib
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Handeling
from verbinder.rapportage.controle import sha256_inhoud, sha256_waar
from verbinder.rapportage.models import Bestand, Stap, Stapsoort, Vaststelling, Versie
from verbinder.rapportage.opslag import rapport_van
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.services.abonneren import kondig_aan
from verbinder.rapportage.services.controleren import eis_gecontroleerd
from verbinder.rapportage.services.samen import (
    eis_niet_ingetrokken,
    eis_niet_vastgesteld,
    geef_om_de_beurt_uit,
    heeft,
    noteer_versie,
    zet_stap,
)
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden


def eis_te_versturen(versie: Versie) -> None:
    """Refuse a concept that cannot be sent yet, or any more."""
    eis_niet_vastgesteld(versie)
    eis_niet_ingetrokken(versie)
    if not heeft(versie, Stapsoort.GESLOTEN):
        raise ValidationError("Sluit eerst de cijfers. Daarna kunt u het concept versturen.")


def eis_vast_te_stellen(versie: Versie, *, datum: date, nu: datetime) -> None:
    """Refuse a vaststelling that comes too early, or again."""
    eis_niet_vastgesteld(versie)
    eis_niet_ingetrokken(versie)
    if not heeft(versie, Stapsoort.VERSTUURD):
        raise ValidationError("Verstuur eerst het concept. Daarna kan het worden vastgesteld.")
    if datum > timezone.localdate(nu):
        raise ValidationError(
            {"datum": "Deze datum ligt in de toekomst. Vul de dag van het overleg in."}
        )


def verstuur_concept(*, versie: Versie, nu: datetime, door: Door, basis: str = "") -> Stap:
    """Send the report to the directieoverleg: from now on it is a publication, with its files.

    Who has a subscription gets a mail, with links that begin with `basis`.
    """
    with transaction.atomic():
        geef_om_de_beurt_uit(versie)
        eis_te_versturen(versie)
        eis_gecontroleerd(versie)
        stap = zet_stap(versie, Stapsoort.VERSTUURD, nu=nu, door=door)
        bewaar_bestanden(versie, rapport_van(versie), nu=nu)
        kondig_aan(versie, basis=basis, door=door)
        return stap


def stel_vast(
    *,
    versie: Versie,
    overleg: str,
    datum: date,
    uitkomst: str,
    opmerking: str,
    nu: datetime,
    door: Door,
) -> Vaststelling:
    """Adopt the report. After this nothing of the version changes any more, by anyone."""
    with transaction.atomic():
        geef_om_de_beurt_uit(versie)
        eis_vast_te_stellen(versie, datum=datum, nu=nu)
        eis_gecontroleerd(versie)
        vaststelling = Vaststelling(
            versie=versie,
            overleg=overleg,
            datum=datum,
            uitkomst=uitkomst,
            opmerking=opmerking,
            op=nu,
            wie=door.wie,
        )
        versie.vaststelling = vaststelling
        bewaar_bestanden(versie, rapport_van(versie), nu=nu)
        vaststelling.sha256 = sha256_inhoud(versie)
        vaststelling.sha256_waar = sha256_waar(versie)
        vaststelling.full_clean()
        vaststelling.save()
        noteer_versie(door, Handeling.RAPPORT_VASTGESTELD, versie, sha256=vaststelling.sha256)
        return vaststelling


def bewaar_bestanden(versie: Versie, rapport: Rapport, *, nu: datetime) -> list[Bestand]:
    """Make every file of the report, and keep the bytes."""
    uitgave = 1 + max(versie.bestanden.values_list("uitgave", flat=True), default=0)
    return Bestand.objects.bulk_create(
        Bestand(
            versie=versie,
            uitgave=uitgave,
            openbaar=rapport.openbaar,
            soort=naam,
            inhoud=inhoud,
            grootte=len(inhoud),
            sha256=hashlib.sha256(inhoud).hexdigest(),
            gemaakt_op=nu,
        )
        for naam, inhoud in maak_bestanden(rapport, op=nu).items()
    )
