"""Looking at a world from one region and one period."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.naief.feiten import EEN_DAG, dagen, is_minderjarig, plek_op
from tests.naief.wereld import Persoon, Traject, Wereld


@dataclass(frozen=True)
class Blik:
    """The region, the first day of the period and the peildatum, its last day."""

    wereld: Wereld

    @property
    def regio(self) -> str:
        return self.wereld.regio

    @property
    def van(self) -> date:
        return self.wereld.van

    @property
    def peildatum(self) -> date:
        return self.wereld.tot - EEN_DAG

    @property
    def dagen(self) -> list[date]:
        return dagen(self.van, self.peildatum)

    def in_periode(self, dag: date | None) -> bool:
        return dag is not None and self.van <= dag <= self.peildatum

    def personen(self) -> Iterator[Persoon]:
        """Everyone who was not registered by mistake."""
        return (p for p in self.wereld.personen if p.ingetrokken_op is None)

    def plek(self, persoon: Persoon, dag: date) -> str | None:
        """The gemeente of somebody on a day, `nog_niet_gekoppeld`, or None outside the region."""
        regio, gemeente = plek_op(persoon, dag)
        return gemeente if regio == self.regio else None

    def is_volwassen(self, persoon: Persoon) -> bool:
        return not is_minderjarig(persoon, self.peildatum)


@dataclass(frozen=True)
class Rij:
    """One thing that a figure looks at: who (or nobody), what is counted, where, on which day.

    `telt` says whether it is in the numerator of a percentage; `getal` is what a median is of.
    """

    persoon: Persoon | None
    plek: str
    dag: date
    ding: object = None  # what must be counted once; the person unless said otherwise
    kenmerken: dict[str, str] = field(default_factory=dict)
    telt: bool = True
    getal: int = 0

    @property
    def wat(self) -> object:
        return self.persoon.nummer if self.ding is None else self.ding


def van_traject(traject: Traject) -> dict[str, str]:
    """The breakdowns that a traject gives."""
    return {
        "actielijn": traject.actielijn,
        "trajectsoort": traject.soort,
        "eindreden": traject.eindreden,
    }


def een_traject(persoon: Persoon, plek: str, dag: date, traject: Traject, **meer) -> Rij:
    """A row that counts trajecten."""
    kenmerken = van_traject(traject)
    return Rij(persoon, plek, dag, ding=traject.referentie, kenmerken=kenmerken, **meer)


def na(dag: date, aantal: int) -> date:
    return dag + timedelta(days=aantal)
