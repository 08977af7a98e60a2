"""The overleggen of the demonstration: members, meetings, besluiten, action points."""

from datetime import time, timedelta

from regio.models import Gebruiker, Overleg, Planversie, Vergadering
from regio.services.besluiten import spreek_af
from regio.services.overleggen import neem_voorbeelden_over, zet_lid
from regio.services.vergaderingen import Herhaling, plan_vergaderingen, zet_agendapunt
from verbinder.demo.schrijver import Schrijver
from verbinder.sturing.agendastukken import besluit_op_punt, hang_aan

LEDEN = (
    ("DO", "directieoverleg", "Wim Postma", "Gemeente Hilversum", "voorzitter"),
    ("DO", "verbinder", "Sanne de Wit", "Werkcentrum", "secretaris"),
    ("DO", "controller", "Ria Smit", "Gemeente Hilversum", "agendalid"),
    ("PFHO", "", "Wethouder van Hilversum", "Gemeente Hilversum", "voorzitter"),
    ("PFHO", "", "Wethouder van Huizen", "Gemeente Huizen", "lid"),
    ("GOS", "verbinder", "Sanne de Wit", "Werkcentrum", "voorzitter"),
    ("GOS", "klantmanager", "Mees Jansen", "Gemeente Hilversum", "lid"),
    ("GOS", "klantmanager.huizen", "Noor Bakker", "Gemeente Huizen", "lid"),
)


def maak_overleggen(schrijver: Schrijver) -> dict[str, Overleg]:
    """The usual bodies, by their short names."""
    gemaakt = neem_voorbeelden_over(regio=schrijver.regio, **schrijver.wie)
    return {overleg.afkorting: overleg for overleg in gemaakt}


def plan_pfho(schrijver: Schrijver, overleggen: dict[str, Overleg]) -> Vergadering:
    """The meetings of the aldermen; returns the one that was."""
    return _reeks(schrijver, overleggen["PFHO"], Herhaling.HALFJAAR, 4, -170)[0]


def laad_overleggen(
    schrijver: Schrijver,
    overleggen: dict[str, Overleg],
    plan: Planversie,
    geweest: Vergadering,
    gebruikers: dict[str, Gebruiker],
) -> None:
    """Who is in them, when they meet, and what they decided. `geweest` adopted the plan."""
    for afkorting, voor, naam, organisatie, rol in LEDEN:
        zet_lid(
            overleg=overleggen[afkorting],
            naam=naam,
            organisatie=organisatie,
            email=gebruikers[voor].email if voor else "",
            rol=rol,
            van=schrijver.vandaag - timedelta(days=400),
            **schrijver.wie,
        )
    vergaderingen = {
        "GOS": _reeks(schrijver, overleggen["GOS"], Herhaling.MAAND, 6, -80),
        "DO": _reeks(schrijver, overleggen["DO"], Herhaling.HALFJAAR, 4, -190),
    }
    _besluiten(schrijver, geweest, plan)
    _klantmanagers(schrijver, vergaderingen["GOS"][0], gebruikers)
    _actie(schrijver, vergaderingen["DO"][0], "Rapport bespreken met de colleges", 20,
           gebruikers["directieoverleg"])  # fmt: skip


def _reeks(schrijver, overleg: Overleg, herhaling: str, aantal: int, dagen: int):
    eerste = schrijver.vandaag + timedelta(days=dagen)
    return plan_vergaderingen(
        overleg=overleg,
        datum=eerste + timedelta(days=(3 - eerste.weekday()) % 7),
        begintijd=time(13, 30),
        eindtijd=time(15, 0),
        plaats="Raadhuis Hilversum",
        herhaling=herhaling,
        aantal=aantal,
        **schrijver.wie,
    )


def _besluiten(schrijver: Schrijver, vergadering: Vergadering, plan: Planversie) -> None:
    punt = vergadering.agendapunten.get(titel="Besluiten")
    punt = zet_agendapunt(
        vergadering=vergadering,
        punt=punt,
        titel="Plan van aanpak",
        soort="besluit",
        verslag="De wethouders vragen om elk halfjaar de stand van de doelen te laten zien.",
        **schrijver.wie,
    )
    hang_aan(agendapunt=punt, plan=plan, **schrijver.wie)
    for tekst, uitkomst in (
        ("In te stemmen met het plan van aanpak en de doelen voor dit jaar.", "ingestemd"),
        ("Kennis te nemen van de inzet van de verbinder.", "kennisgenomen"),
        ("Geld voor kinderopvang bij taallessen vrij te maken.", "aangehouden"),
    ):
        besluit_op_punt(
            agendapunt=punt, tekst=tekst, uitkomst=uitkomst, op=schrijver.vandaag, **schrijver.wie
        )


def _klantmanagers(
    schrijver: Schrijver, vergadering: Vergadering, gebruikers: dict[str, Gebruiker]
) -> None:
    for wat, dagen, voor in (
        ("Aanbod van de zorggroep rondsturen aan de klantmanagers", -3, "verbinder"),
        ("Lijst met wachtenden voor de taalstage maken", 6, "klantmanager"),
        ("Afspraak maken met het azc over de Meedoenbalie", 12, "verbinder"),
    ):
        _actie(schrijver, vergadering, wat, dagen, gebruikers[voor])


def _actie(
    schrijver: Schrijver, vergadering: Vergadering, wat: str, dagen: int, voor: Gebruiker
) -> None:
    spreek_af(
        overleg=vergadering.overleg,
        vergadering=vergadering,
        omschrijving=wat,
        wie=voor.naam,
        email=voor.email,
        datum=schrijver.vandaag + timedelta(days=dagen),
        **schrijver.wie,
    )
