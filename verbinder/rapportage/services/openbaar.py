"""Making the public edition of an adopted report: after an audit beside all that readers hold."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Handeling
from verbinder.onthulling.regel import STRENG
from verbinder.onthulling.verslag import Auditverslag
from verbinder.rapportage.cijfers import boek_zonder
from verbinder.rapportage.controle import sha256_openbaar
from verbinder.rapportage.doelen import boek_met_doelen
from verbinder.rapportage.models import Controle, Momentopname, Vaststelling, Versie
from verbinder.rapportage.openbaar import openbaar_rapport, openbare_opname, openbare_publicatie
from verbinder.rapportage.openbaarmaking import Openbaarmaking
from verbinder.rapportage.opslag import bewaar_uitgave, boek_van, laatste_opname
from verbinder.rapportage.services.controleren import (
    SECONDEN,
    bewaar_controle,
    herziene_publicatie,
    val_aan,
)
from verbinder.rapportage.services.samen import (
    AlGedaan,
    Melder,
    geef_om_de_beurt_uit,
    noteer_versie,
)
from verbinder.rapportage.services.vaststellen import bewaar_bestanden
from verbinder.rapportage.uitgave import bekende_publicaties, bekende_uitgaven


def eis_openbaar_te_maken(versie: Versie) -> None:
    """Refuse a public edition before the vaststelling, or a second one."""
    if not Vaststelling.objects.filter(versie=versie).exists():
        raise ValidationError(
            "Stel het rapport eerst vast. Daarna kunt u er een openbare versie van maken."
        )
    if Openbaarmaking.objects.filter(versie=versie).exists():
        raise AlGedaan("Van dit rapport is al een openbare versie. Die verandert niet meer.")


def maak_openbaar(
    *,
    versie: Versie,
    nu: datetime,
    door: Door,
    meld: Melder = lambda stap, gedaan, totaal: None,
    seconden: float = SECONDEN,
) -> Controle:
    """Attack the adopted figures by the strict rule as a reader of every edition would, and keep
    the verdict; when nothing can be worked back, make the public edition.

    Raises ValidationError when another report was published during the audit.
    """
    eis_openbaar_te_maken(versie)
    rapportage = versie.rapportage
    gewoon = laatste_opname(versie)
    uitgaven = bekende_uitgaven(rapportage.regio, rapportage.periode)
    herzien = herziene_publicatie(gewoon.gemeten, nu, seconden) if gewoon.herzien else None
    verslag = val_aan(
        openbare_publicatie(versie),
        [*bekende_publicaties(uitgaven), *([herzien] if herzien else [])],
        rapportage,
        op=timezone.localdate(nu),
        meld=meld,
        seconden=seconden,
    )
    with transaction.atomic():
        geef_om_de_beurt_uit(versie)
        eis_openbaar_te_maken(versie)
        if uitgaven != bekende_uitgaven(rapportage.regio, rapportage.periode):
            raise ValidationError(
                "Tijdens de controle is een ander rapport gepubliceerd. Maak de openbare versie "
                "opnieuw; de controle kijkt dan ook daarnaar."
            )
        controle = bewaar_controle(
            gewoon.gemeten, uitgaven, verslag, nu=nu, door=door, openbaar=True
        )
        if controle.klaar:
            _publiceer(gewoon, verslag, nu=nu, door=door)
        return controle


def _publiceer(gewoon: Momentopname, verslag: Auditverslag, *, nu: datetime, door: Door) -> None:
    versie, gemeten = gewoon.versie, gewoon.gemeten
    opname = _bewaar_opname(gewoon, {*_weggelaten(gewoon), *verslag.tabellen})
    bewaar_bestanden(versie, openbaar_rapport(opname), nu=nu)
    openbaarmaking = Openbaarmaking(versie=versie, opname=opname, op=nu, wie=door.wie)
    openbaarmaking.sha256 = sha256_openbaar(opname)
    openbaarmaking.full_clean()
    openbaarmaking.save()
    noteer_versie(
        door, Handeling.RAPPORT_OPENBAAR, versie, cijfers=gemeten.pk, sha256=openbaarmaking.sha256
    )


def _weggelaten(opname: Momentopname) -> Iterable[tuple[str, str]]:
    return ((code, tabel) for code, tabel in opname.audit.get("weggelaten", ()))


def _bewaar_opname(gewoon: Momentopname, weggelaten: set[tuple[str, str]]) -> Momentopname:
    """The published form by the strict rule, compared with public editions only."""
    gemeten, rapportage = gewoon.gemeten, gewoon.versie.rapportage
    regio, halfjaar = rapportage.regio, rapportage.periode
    boek = boek_zonder(boek_van(gemeten), openbare_publicatie(gewoon.versie), weggelaten)
    boek = boek_met_doelen(boek, regio, halfjaar, op=timezone.localdate(gemeten.bekend_op))
    return bewaar_uitgave(
        gemeten,
        boek,
        weggelaten,
        openbaar=True,
        regel=STRENG.naam,
        vorig=openbare_opname(regio, halfjaar.vorige),
        jaar_eerder=openbare_opname(regio, halfjaar.jaar_eerder),
    )
