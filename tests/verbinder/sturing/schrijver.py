"""Somebody who writes plans and overleggen of Gooi en Vechtstreek, through the services."""

from datetime import date, time
from types import SimpleNamespace

from regio.logboek import Door
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Gemeente,
    Overleg,
    Planversie,
    Vergadering,
)
from regio.services import plandelen, plannen
from regio.services.besluiten import spreek_af
from regio.services.overleggen import zet_lid
from regio.services.plandelen import Doelopzet
from regio.services.vergaderingen import plan_vergaderingen
from regio.services.werkwijzen import Beschrijving, deel
from regio.toegang import bereik_van
from tests.mensen import REGIO
from verbinder.sturing.agendastukken import besluit_op_punt, hang_aan
from verbinder.sturing.doelen import zet_doel
from verbinder.sturing.werkwijzen import beschrijf

OP = date(2026, 11, 20)


def regio(code: str = REGIO) -> Arbeidsmarktregio:
    return Arbeidsmarktregio.objects.get(code=code)


def een_gemeente(naam: str) -> Gemeente:
    return Gemeente.objects.get(naam=naam)


class Schrijver:
    """Makes what a test needs as one user; what is not said is usual."""

    def __init__(self, gebruiker, *, op: date = OP):
        self.gebruiker, self.op = gebruiker, op
        self.bereik = bereik_van(gebruiker, op=op)
        self.door = Door.van(gebruiker)

    @property
    def wie(self) -> dict:
        return {"bereik": self.bereik, "door": self.door}

    def actielijn(self, code: int) -> Actielijn:
        return Actielijn.objects.get(pk=code)

    def plan(self, **anders) -> Planversie:
        gegevens = {
            "titel": "Plan van aanpak 2026",
            "van": date(2026, 1, 1),
            "tot_en_met": date(2026, 12, 31),
        }
        return plannen.begin_plan(regio=regio(), **{**gegevens, **anders}, **self.wie)

    def opzet(self, **anders) -> Doelopzet:
        gegevens = {
            "omschrijving": "Meer mensen naar betaald werk",
            "indicator": "C3",
            "eenheid": "personen",
            "aantal": 60,
            "begindatum": date(2026, 1, 1),
            "einddatum": date(2026, 12, 31),
            "bron": "Besluit PFHO",
        }
        return Doelopzet(**{**gegevens, **anders})

    def doel(self, versie: Planversie, **anders):
        return zet_doel(versie=versie, opzet=self.opzet(**anders), **self.wie)

    def maatregel(self, versie: Planversie, **anders):
        gegevens = {"titel": "Taal op de werkvloer", "trekker": "regionale verbinder"}
        return plandelen.zet_maatregel(versie=versie, **{**gegevens, **anders}, **self.wie)

    def overleg(self, **anders) -> Overleg:
        gegevens = {"naam": "Portefeuillehoudersoverleg", "afkorting": "PFHO", "stelt_vast": True}
        gevraagd = {**gegevens, **anders}
        bestaand = Overleg.objects.filter(regio=regio(), naam=gevraagd["naam"]).first()
        return bestaand or Overleg.objects.create(regio=regio(), **gevraagd)

    def vergadering(self, **anders):
        """One meeting, on the day itself unless `datum` says otherwise; a list for a series."""
        gegevens = {
            "overleg": anders.pop("overleg", None) or self.overleg(agenda=["Opening", "Rapport"]),
            "datum": self.op,
            "begintijd": time(13, 30),
            "eindtijd": time(15, 0),
            "plaats": "Raadhuis",
            "herhaling": "eenmaal",
            "aantal": 1,
        }
        gemaakt = plan_vergaderingen(**{**gegevens, **anders}, **self.wie)
        return gemaakt if "herhaling" in anders else gemaakt[0]

    def besluit(self, punt, **anders):
        gegevens = {"tekst": "In te stemmen.", "uitkomst": "ingestemd"}
        return besluit_op_punt(agendapunt=punt, op=self.op, **{**gegevens, **anders}, **self.wie)

    def stel_vast(self, versie: Planversie, *, overleg=None, datum: date = OP):
        return plannen.stel_plan_vast(
            versie=versie,
            overleg=overleg or self.overleg(),
            datum=datum,
            opmerking="",
            op=self.op,
            **self.wie,
        )


def een_vergadering(mensen: SimpleNamespace):
    """A meeting with a besluit, a member, a document and an action point; made once."""
    schrijver = Schrijver(mensen.verbinder)
    if bestaand := Vergadering.objects.filter(overleg__regio=regio(), datum=OP).first():
        return bestaand
    vergadering = schrijver.vergadering()
    punt = vergadering.agendapunten.get(volgorde=2)
    hang_aan(agendapunt=punt, plan=schrijver.plan(), **schrijver.wie)
    schrijver.besluit(punt)
    zet_lid(overleg=vergadering.overleg, naam="Lid", rol="lid", van=OP, **schrijver.wie)
    spreek_af(
        overleg=vergadering.overleg,
        vergadering=vergadering,
        omschrijving="Rapport rondsturen",
        wie="",
        email=mensen.verbinder.email,
        datum=OP,
        **schrijver.wie,
    )
    return vergadering


def een_werkwijze(mensen: SimpleNamespace, *, gedeeld: bool = True, **anders):
    """A way of working of Gooi en Vechtstreek."""
    schrijver = Schrijver(mensen.verbinder)
    gegevens = {
        "titel": "Taal op de werkvloer",
        "situatie": "Werkgevers wilden wel, maar de taal hield het tegen.",
        "aanpak": "Een docent komt twee uur per week naar het bedrijf.",
        "kosten": "Ongeveer 900 euro per persoon.",
        "contact": "regionale verbinder",
        "groepen": ["laagtaalvaardig"],
    }
    werkwijze = beschrijf(
        regio=regio(), beschrijving=Beschrijving(**{**gegevens, **anders}), **schrijver.wie
    )
    return deel(werkwijze=werkwijze, gedeeld=gedeeld, **schrijver.wie)


def een_plan(mensen: SimpleNamespace) -> Planversie:
    """A plan with a goal and a measure, made by the verbinder of the cast."""
    schrijver = Schrijver(mensen.verbinder)
    versie = schrijver.plan()
    schrijver.doel(versie)
    schrijver.maatregel(versie)
    return versie
