"""Somebody who writes plans and overleggen of Gooi en Vechtstreek, through the services."""

from datetime import date
from types import SimpleNamespace

from regio.logboek import Door
from regio.models import Actielijn, Arbeidsmarktregio, Gemeente, Overleg, Planversie
from regio.services import plandelen, plannen
from regio.services.plandelen import Doelopzet
from regio.toegang import bereik_van
from tests.mensen import REGIO
from verbinder.sturing.doelen import zet_doel

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

    def stel_vast(self, versie: Planversie, *, overleg=None, datum: date = OP):
        return plannen.stel_plan_vast(
            versie=versie,
            overleg=overleg or self.overleg(),
            datum=datum,
            opmerking="",
            op=self.op,
            **self.wie,
        )


def een_plan(mensen: SimpleNamespace) -> Planversie:
    """A plan with a goal and a measure, made by the verbinder of the cast."""
    schrijver = Schrijver(mensen.verbinder)
    versie = schrijver.plan()
    schrijver.doel(versie)
    schrijver.maatregel(versie)
    return versie
