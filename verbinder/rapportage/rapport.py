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


class Opvolging(NamedTuple):
    """A gemeente that is called otherwise now, or went to another region."""

    code: str
    naam: str
    nu_code: str
    nu_naam: str
    in_regio: bool

    @property
    def heet(self) -> str:
        """What its row is called in the division of now."""
        return self.nu_naam if self.in_regio else f"{self.nu_naam} (nu buiten de regio)"

    @property
    def zin(self) -> str:
        """`Wijdemeren is nu Hilversum`."""
        if self.code == self.nu_code:
            return f"{self.naam} hoort nu bij een andere regio"
        return f"{self.naam} is nu {self.nu_naam}" + ("" if self.in_regio else " (andere regio)")


@dataclass(frozen=True)
class Logo:
    """The logo of the region, with what it says to who cannot see it."""

    inhoud: bytes
    tekst: str
    nummer: int = 0


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
    # The edition by the strict rule, for everybody.
    openbaar: bool = False
    herzien: tuple[Herzien, ...] = ()
    # Of the division of the day on which the figures were known.
    opvolgers: tuple[Opvolging, ...] = ()
    # How the region calls itself on its reports, if it chose so.
    eigen_naam: str = ""
    logo: Logo | None = None

    @property
    def titel(self) -> str:
        return f"Voortgangsrapportage {self.halfjaar.naam}"

    @property
    def naam_van_regio(self) -> str:
        return self.eigen_naam or f"Arbeidsmarktregio {self.regio_naam}"

    @property
    def status(self) -> str:
        stand = "vastgesteld" if self.besluit else "concept"
        return f"{stand}, openbare versie" if self.openbaar else stand

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
