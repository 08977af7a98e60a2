"""The published cells of one report, to look up: what page, chart, text and file all read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from verbinder.indicatoren import Plaats
from verbinder.indicatoren.uitsplitsingen import TOTAAL
from verbinder.onthulling.cellen import Status

ALLE = "alle"


@dataclass(frozen=True, slots=True)
class Rapportcel:
    """One published cell with what people read beside it. Holds nothing that is not public.

    `getal` is empty where `weergave` is a word; `teller` and `noemer` are the rounded numbers of
    a percentage, `noemer` also the number that a median is about.
    """

    plaats: Plaats
    label: str
    eenheid: str
    maat: str
    status: str
    weergave: str
    getal: Decimal | None = None
    teller: int | None = None
    noemer: int | None = None
    samengevoegd: bool = False

    @property
    def is_getal(self) -> bool:
        return self.getal is not None

    @property
    def is_geheim(self) -> bool:
        """7 or fewer, and no more is said of it."""
        return self.status == Status.GEHEIM


class Boek:
    """The cells of one report in their fixed order. `boek["A3"]` is the headline of A3."""

    def __init__(self, cellen: Iterable[Rapportcel]):
        self.cellen = tuple(cellen)
        self._op_plaats = {cel.plaats: cel for cel in self.cellen}
        self._per_tabel: dict[tuple[str, str], list[Rapportcel]] = {}
        for cel in self.cellen:
            self._per_tabel.setdefault(cel.plaats[:2], []).append(cel)

    def __getitem__(self, indicator: str) -> Rapportcel:
        return self._op_plaats[Plaats(indicator)]

    def __contains__(self, indicator: str) -> bool:
        return Plaats(indicator) in self._op_plaats

    def __iter__(self) -> Iterator[Rapportcel]:
        return iter(self.cellen)

    def __len__(self) -> int:
        return len(self.cellen)

    def zoek(
        self, indicator: str, uitsplitsing: str = TOTAAL, categorie: str = ALLE
    ) -> Rapportcel | None:
        """One cell, or nothing when the report has no such cell."""
        return self._op_plaats.get(Plaats(indicator, uitsplitsing, categorie))

    def tabel(self, indicator: str, uitsplitsing: str) -> list[Rapportcel]:
        """The cells of one table as they are read: of a merged list the merged form, and none
        that cannot exist."""
        cellen = [
            cel
            for cel in self._per_tabel.get((indicator, uitsplitsing), [])
            if cel.status != Status.NVT
        ]
        if not any(cel.samengevoegd for cel in cellen):
            return cellen
        return [cel for cel in cellen if cel.samengevoegd or cel.status != Status.NIET_UITGESPLITST]

    def getoond(self, indicator: str, uitsplitsing: str) -> bool:
        """Whether the table shows any number or secret: it is not too small nor left out."""
        return any(
            cel.status in (Status.GETAL, Status.GEHEIM)
            for cel in self.tabel(indicator, uitsplitsing)
        )

    def koppen(self) -> list[Rapportcel]:
        """The headlines, in order."""
        return [cel for cel in self.cellen if cel.plaats.uitsplitsing == TOTAAL]
