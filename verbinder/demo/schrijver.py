"""Somebody who writes for their region, on the day of loading."""

from datetime import date

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gebruiker
from regio.toegang import Bereik, bereik_van


class Schrijver:
    """Who, for which region, on which day; `wie` is what every service takes."""

    def __init__(self, gebruiker: Gebruiker, regio: Arbeidsmarktregio, vandaag: date):
        self.gebruiker, self.regio, self.vandaag = gebruiker, regio, vandaag
        self.bereik: Bereik = bereik_van(gebruiker, op=vandaag)
        self.wie = {"bereik": self.bereik, "door": Door.van(gebruiker, herkomst="laad_demo")}
