"""A ledger to work with: the controller and the verbinder of Gooi en Vechtstreek, and bookings."""

from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from regio.geldstand import Bedragen, standen
from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Boekvoorstel
from regio.rijrechten import bereik_transactie
from regio.services.boeken import leg_vast
from regio.services.boekopzet import (
    maak_besteding,
    maak_bijdrage,
    maak_doorschuiving,
    maak_verplichting,
)
from regio.services.boekvoorstellen import dien_in
from regio.toegang import Bereik, bereik_van

OP = date(2024, 9, 15)
DU_2023 = {"soort": "du", "herkomstjaar": 2023}


def regio() -> Arbeidsmarktregio:
    return Arbeidsmarktregio.objects.get(code="AM12")


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


class Boekhouder:
    """Books as the controller; every method is one booking. `op` is today."""

    def __init__(self, gebruiker, *, op: date = OP):
        self.gebruiker, self.op = gebruiker, op
        self.bereik: Bereik = bereik_van(gebruiker, op=op)
        self.door = Door.van(gebruiker)
        self.regio = regio()

    @property
    def wie(self) -> dict:
        return {"bereik": self.bereik, "op": self.op, "door": self.door}

    def bijdrage(self, bedrag="68000", jaar=2023, datum=None, soort="du", **gegevens):
        standaard = {
            "circulaire": f"septembercirculaire {jaar}",
            "bron": "nota van de centrumgemeente",
            "zekerheid": "bevestigd",
        }
        return self._boek(
            maak_bijdrage,
            soort=soort,
            herkomstjaar=jaar,
            datum=dag(datum or f"{jaar}-09-30"),
            bedrag=Decimal(bedrag),
            **standaard | gegevens,
        )

    def doorschuiving(self, bedrag="68000", van=2023, naar=2024, **gegevens):
        standaard = DU_2023 | {"besluit": "besluit PFHO", "besluit_datum": dag("2024-01-24")}
        return self._boek(
            maak_doorschuiving,
            van_jaar=van,
            naar_jaar=naar,
            bedrag=Decimal(bedrag),
            **standaard | gegevens,
        )

    def verplichting(self, bedrag="68000", datum="2024-03-01", **gegevens):
        standaard = DU_2023 | {
            "omschrijving": "Detachering verbinder",
            "tegenpartij": "Detacheerder",
            "kostensoort": "inzet",
        }
        return self._boek(
            maak_verplichting, datum=dag(datum), bedrag=Decimal(bedrag), **standaard | gegevens
        )

    def besteding(self, bedrag, datum="2024-04-01", **gegevens):
        standaard = DU_2023 | {"omschrijving": "Factuur", "kostensoort": "inzet"}
        return self._boek(
            maak_besteding, datum=dag(datum), bedrag=Decimal(bedrag), **standaard | gegevens
        )

    def vraag(self, soort: str, /, **gegevens) -> Boekvoorstel:
        """Ask to book, as a form does."""
        return dien_in(regio=self.regio, soort=soort, gegevens=gegevens, **self.wie)

    def stand(self, op: str, herkomstjaar: int = 2023, soort: str = "du") -> Bedragen:
        """The balance of one pot on a day."""
        potten = {pot.pot: pot.bedragen for pot in standen(self.regio.pk, op=dag(op))}
        return potten.get((herkomstjaar, soort), Bedragen())

    def _boek(self, maak, **gegevens):
        return leg_vast(maak(regio=self.regio, **gegevens), **self.wie)


@contextmanager
def als_controller(gebruiker, *, op: date = OP):
    """The books, opened by the controller."""
    boekhouder = Boekhouder(gebruiker, op=op)
    with bereik_transactie(boekhouder.bereik, gebruiker_id=gebruiker.pk):
        yield boekhouder
