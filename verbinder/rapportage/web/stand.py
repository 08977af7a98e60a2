"""How far a report is, and what its maker should still look at."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from regio.models import Gemeente
from regio.toegang import Bereik
from verbinder.rapportage.delen import delen_van
from verbinder.rapportage.eigen import laatste_bevestigingen
from verbinder.rapportage.models import Stapsoort, Tekst, Versie
from verbinder.rapportage.opbouw import voluit
from verbinder.rapportage.opslag import laatste_opname
from verbinder.rapportage.rapport import Rapport

KLAAR, NU, LATER = "klaar", "nu", ""


@dataclass(frozen=True)
class Stapje:
    """One step of the stepper; `stand` is klaar, nu or empty."""

    naam: str
    toelichting: str
    stand: str


@dataclass(frozen=True)
class Punt:
    """Something to look at; `deel` leads to the text of a part."""

    tekst: str
    deel: str = ""
    let_op: bool = True


def stappen_van(versie: Versie) -> list[Stapje]:
    """The four steps, with the day on which each was taken."""
    gezet = {}
    for stap in versie.stappen.order_by("op"):
        gezet[stap.soort] = stap.op
    vaststelling = getattr(versie, "vaststelling", None)
    intrekking = getattr(versie, "intrekking", None)
    gemeten = laatste_opname(versie).bekend_op
    dagen = (
        ("Cijfers klaar", gemeten, ""),
        ("Cijfers gesloten", gezet.get(Stapsoort.GESLOTEN), "wat later komt, is herzien"),
        ("Concept verstuurd", gezet.get(Stapsoort.VERSTUURD), "naar het directieoverleg"),
        ("Ingetrokken", intrekking.op, "")
        if intrekking
        else ("Vastgesteld", vaststelling and vaststelling.op, "door het overleg"),
    )
    stapjes, bezig = [], True
    for naam, op, anders in dagen:
        if op:
            stapjes.append(Stapje(naam, voluit(timezone.localdate(op)), KLAAR))
            continue
        stapjes.append(Stapje(naam, anders, NU if bezig else LATER))
        bezig = False
    return stapjes


@dataclass(frozen=True)
class Antwoord:
    """What a gemeente said of its figures: `stand` is ja, nee or empty; `te_openen`: this
    user may look at them."""

    code: str
    naam: str
    stand: str
    opmerking: str = ""
    te_openen: bool = False


def gemeenten_van(rapport: Rapport, versie: Versie, bereik: Bereik) -> list[Antwoord]:
    """Every gemeente of the report, and whether it confirmed its figures."""
    gezegd = laatste_bevestigingen(versie.rapportage.regio, rapport.halfjaar)
    te_openen = Gemeente.objects.filter(pk__in=bereik.cijfergemeenten)
    codes = set(te_openen.values_list("code", flat=True))
    antwoorden = []
    for gemeente in rapport.aanleveringen:
        woord = gezegd.get(gemeente.code)
        stand = "" if woord is None else "ja" if woord.akkoord else "nee"
        opmerking = woord.opmerking if woord else ""
        mag = gemeente.code in codes
        antwoorden.append(Antwoord(gemeente.code, gemeente.naam, stand, opmerking, mag))
    return antwoorden


def nakijken(rapport: Rapport, teksten: Iterable[Tekst]) -> list[Punt]:
    """What is missing or was never looked at, the most important first."""
    titels = {deel.code: deel.titel for deel in delen_van(rapport.boek)}
    punten = [Punt(f"{naam} heeft niet aangeleverd.") for naam in rapport.zonder_levering]
    volgorde = list(titels)
    op_volgorde = sorted(
        (t for t in teksten if t.deel in titels), key=lambda t: volgorde.index(t.deel)
    )
    for tekst in op_volgorde:
        if not tekst.tekst.strip():
            punten.append(Punt(f"{titels[tekst.deel]}: er is nog geen tekst.", tekst.deel))
        elif tekst.concept:
            titel = titels[tekst.deel]
            punten.append(Punt(f"{titel}: nog de eerste tekst uit de cijfers.", tekst.deel, False))
    return sorted(punten, key=lambda punt: not punt.let_op)
