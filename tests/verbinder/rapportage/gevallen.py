"""Rows that addresses need: a report of Gooi en Vechtstreek that was sent."""

from types import SimpleNamespace

from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU
from verbinder.rapportage import services
from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.models import Versie
from verbinder.rapportage.services.abonneren import afmeldkenmerk
from verbinder.rapportage.uitgeven import vraag_versturen

HIER = {"regio": "AM12", "halfjaar": "2026-1", "nummer": 1}


def maak_verstuurde_versie():
    """A report that was sent, of a region without people; made once."""
    regio = gegevens.regio()
    if bestaand := Versie.objects.filter(rapportage__regio=regio, nummer=1).first():
        return bestaand
    with (
        gegevens.klein_tabellenboek(),
        bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))),
    ):
        versie, _ = services.zorg_voor_versie(
            regio=regio, halfjaar=HALFJAAR, nummer=1, nu=NU, door=DOOR
        )
        services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
        services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR)
        services.verstuur_concept(versie=versie, nu=NU, door=DOOR)
    return versie


def verstuurde_versie(mensen: SimpleNamespace) -> dict:
    maak_verstuurde_versie()
    return HIER


def versie_in_controle(mensen: SimpleNamespace) -> dict:
    """Sent before, and asked to be sent again: nobody did the work yet."""
    versie = maak_verstuurde_versie()
    with bereik_transactie(Bereik(cijferregios=frozenset({gegevens.regio().pk}))):
        vraag_versturen(versie=versie, nu=NU, door=DOOR)
    return HIER


def van_hilversum(mensen: SimpleNamespace) -> dict:
    return {"regio": "AM12", "halfjaar": "2026-1", "code": "GM0402"}


def bijlage_van_hilversum(mensen: SimpleNamespace) -> dict:
    """Nobody delivered in that report, so there is none."""
    return {**verstuurde_versie(mensen), "code": "GM0402"}


def verstuurd_bestand(mensen: SimpleNamespace) -> dict:
    return {**verstuurde_versie(mensen), "soort": "cijfers.csv"}


def verstuurde_tekst(mensen: SimpleNamespace) -> dict:
    return {**verstuurde_versie(mensen), "deel": "kern"}


def afmeldlink(mensen: SimpleNamespace) -> dict:
    abonnement = Abonnement.objects.create(
        gebruiker=mensen.directieoverleg, regio=gegevens.regio(), sinds=NU
    )
    return {"kenmerk": afmeldkenmerk(abonnement)}
