"""One report, complete and apart from the database: all that a page or file may show of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from regio.perioden import Halfjaar
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.doelen import DOELCIJFERS
from verbinder.rapportage.boek import Boek
from verbinder.rapportage.levering import Aanlevering


class Definitie(NamedTuple):
    """What a figure means, as it was when it was measured."""

    code: str
    titel: str
    definitie: str
    eenheid: str


@dataclass(frozen=True)
class Besluit:
    """What an overleg decided about the report."""

    overleg: str
    datum: date
    uitkomst: str
    opmerking: str = ""


class Herzien(NamedTuple):
    """A figure of the half-year before that reads differently now."""

    code: str
    titel: str
    stond: str
    nu: str
    reden: str


@dataclass(frozen=True, kw_only=True)
class Rapport:
    """A version of the report of a region. `eerder` holds the published cells of the half-year
    before and of a year before, as far as there are any: never figures measured again."""

    regio_code: str
    regio_naam: str
    halfjaar: Halfjaar
    versie: int
    bekend_op: datetime
    boek: Boek
    aanleveringen: tuple[Aanlevering, ...]
    regel: str
    definities: Mapping[str, Definitie]
    teksten: Mapping[str, str] = field(default_factory=dict)
    vorig: Boek | None = None
    jaar_eerder: Boek | None = None
    besluit: Besluit | None = None
    # Whether the audit found nothing to work back; before that it is the maker's own preview.
    gecontroleerd: bool = True
    herzien: tuple[Herzien, ...] = ()

    @property
    def titel(self) -> str:
        return f"Voortgangsrapportage {self.halfjaar.naam}"

    @property
    def naam_van_regio(self) -> str:
        return f"Arbeidsmarktregio {self.regio_naam}"

    @property
    def status(self) -> str:
        return "vastgesteld" if self.besluit else "concept"

    @property
    def zonder_levering(self) -> list[str]:
        """The names of the gemeenten that did not deliver."""
        return [a.naam for a in self.aanleveringen if not a.geleverd]

    @property
    def exclusief(self) -> str:
        """`exclusief Blaricum en Laren`, or nothing."""
        return f"exclusief {opsomming(self.zonder_levering)}" if self.zonder_levering else ""


def definities_van_nu() -> dict[str, Definitie]:
    """The definitions that the code counts by."""
    return {
        code: Definitie(code, i.titel, i.definitie, str(i.eenheid))
        for code, i in (*INDICATOREN.items(), *((i.code, i) for i in DOELCIJFERS))
    }


def opsomming(namen: Iterable[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    *eerste, laatste = list(namen)
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
