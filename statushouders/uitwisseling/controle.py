"""What every check needs: what the import is about, and where its findings go."""

from dataclasses import dataclass
from datetime import date

from regio.models import Arbeidsmarktregio, Gemeente
from regio.toegang import Bereik
from statushouders.uitwisseling.herkennen import Gelezen
from statushouders.uitwisseling.naslag import Naslag
from statushouders.uitwisseling.verantwoordelijk import Deel, tijdlijn
from statushouders.uitwisseling.voorstel import Persoon, Plan, Voorstel


class Controle:
    """One import under examination."""

    def __init__(
        self,
        *,
        plan: Plan,
        gelezen: Gelezen,
        naslag: Naslag,
        bereik: Bereik,
        gemeente: Gemeente | None,
        op: date,
    ):
        self.plan = plan
        self.gelezen = gelezen
        self.naslag = naslag
        self.bereik = bereik
        self.regio: Arbeidsmarktregio = naslag.regio
        self.gemeente = gemeente
        self.op = op
        self._tijdlijnen: dict[int, list[Deel]] = {}

    def tijdlijn(self, persoon: Persoon) -> list[Deel]:
        """Who answers for the person, by date, worked out once."""
        if id(persoon) not in self._tijdlijnen:
            self._tijdlijnen[id(persoon)] = tijdlijn(persoon.verblijf, self.naslag.gemeenten)
        return self._tijdlijnen[id(persoon)]

    def fout(self, voorstel: Voorstel, kolom: str, wat: str, doe: str) -> None:
        """A fault at a cell of the file."""
        self.gelezen.fouten.append(voorstel.rij.melding(kolom, wat, doe))

    def waarschuw(self, voorstel: Voorstel, kolom: str, wat: str, doe: str) -> None:
        """A warning at a cell of the file."""
        self.gelezen.waarschuwingen.append(voorstel.rij.melding(kolom, wat, doe))


@dataclass(frozen=True)
class Paar:
    """Two columns that are the first and the last day of one thing."""

    blad: str
    begin: str
    einde: str
    wat: str


BEGIN_EN_EINDE = (
    Paar("statushouders", "aangemeld_op", "afgesloten_op", "De laatste dag in beeld"),
    Paar(
        "statushouders",
        "diplomawaardering_aangevraagd_op",
        "diplomawaardering_afgerond_op",
        "Het einde van de diplomawaardering",
    ),
    Paar("verblijf", "van", "tot_en_met", "De laatste dag"),
    Paar("uitkering", "van", "tot_en_met", "De laatste dag"),
    Paar("trajecten", "begindatum", "einddatum", "De einddatum"),
    Paar("plaatsingen", "begindatum", "einddatum", "De einddatum"),
)
