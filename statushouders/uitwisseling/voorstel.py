"""What an import would do, row by row, before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model

from statushouders.models import EerdereAanmelding, Statushouder
from statushouders.uitwisseling.herkennen import Rij

NIEUW, GEWIJZIGD, ONGEWIJZIGD = "nieuw", "gewijzigd", "ongewijzigd"
UITKOMSTEN = (NIEUW, GEWIJZIGD, ONGEWIJZIGD)


@dataclass(eq=False)
class Voorstel:
    """One row as it will be: `waarden` by attribute, `oud` what it is now (empty when new).

    `rij` is the row of the file, or None for a row that only the database holds.
    """

    persoon: "Persoon"
    rij: Rij | None = None
    bestaand: Model | None = None
    waarden: dict = field(default_factory=dict)
    oud: dict = field(default_factory=dict)

    @property
    def wijzigingen(self) -> dict[str, tuple]:
        """Old and new value by attribute, of an existing row."""
        return {
            veld: (self.oud[veld], waarde)
            for veld, waarde in self.waarden.items()
            if self.oud[veld] != waarde
        }

    @property
    def uitkomst(self) -> str:
        if self.bestaand is None:
            return NIEUW
        return GEWIJZIGD if self.wijzigingen else ONGEWIJZIGD

    def __getitem__(self, veld: str):
        return self.waarden[veld]

    def heel(self, *kolommen: str) -> bool:
        """Whether these cells could be read (a row of the database always could)."""
        return self.rij is None or self.rij.heel(*kolommen)


@dataclass(eq=False)
class Persoon:
    """A person with everything that will stand in their dossier, from file and database."""

    kenmerk: str
    bestaand: Statushouder | None = None
    zelf: Voorstel | None = None
    verblijf: list[Voorstel] = field(default_factory=list)
    uitkering: list[Voorstel] = field(default_factory=list)
    trajecten: list[Voorstel] = field(default_factory=list)
    plaatsingen: list[Voorstel] = field(default_factory=list)
    eerdere: list[EerdereAanmelding] = field(default_factory=list)
    heraangemeld: EerdereAanmelding | None = None

    def feit(self, veld: str):
        """A fact of the person as it will be; None when it is not known."""
        if self.zelf is not None:
            return self.zelf.waarden.get(veld)
        return getattr(self.bestaand, veld, None)

    def aanmeldingen(self) -> Iterator[tuple[date, date | None]]:
        """Every time in beeld, as it will be: first and last day."""
        for eerder in [*self.eerdere, *([self.heraangemeld] if self.heraangemeld else [])]:
            yield eerder.aangemeld_op, eerder.afgesloten_op
        if aangemeld_op := self.feit("aangemeld_op"):
            yield aangemeld_op, self.feit("afgesloten_op")


@dataclass
class Plan:
    """Every proposal of an import: by sheet the rows of the file, and the persons behind them.

    `personen` holds each person once; `op_kenmerk` those that the file calls by a kenmerk.
    """

    personen: list[Persoon] = field(default_factory=list)
    op_kenmerk: dict[str, Persoon] = field(default_factory=dict)
    voorstellen: dict[str, list[Voorstel]] = field(default_factory=dict)

    def tellingen(self, bladen: Iterable[str]) -> dict[str, dict[str, int]]:
        """How many rows are new, changed and unchanged, by sheet."""
        telling = {blad: dict.fromkeys(UITKOMSTEN, 0) for blad in bladen}
        for blad, voorstellen in self.voorstellen.items():
            for voorstel in voorstellen:
                telling[blad][voorstel.uitkomst] += 1
        return telling
