"""Drawing the parts of one person, with a liking for awkward days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from tests.naief.kalender import dagen_rond, dagen_vooraf

VAAK, SOMS, ZELDEN = (st.integers(0, n).map(lambda n: n == 0) for n in (1, 4, 14))
AANTAL = st.sampled_from((0, 0, 1, 1, 1, 2, 2, 3))
VOORVOEGSEL = st.sampled_from(("", "T", "t-", "T_", "z"))


class Trekker:
    """Draws the parts of one person, one after another."""

    def __init__(self, draw, van: date, tot: date, nummer: int):
        self.draw, self.van, self.tot, self.nummer = draw, van, tot, nummer
        self.peildatum = tot - timedelta(days=1)
        self.dagen = dagen_rond(van, tot)
        self.geteld = 0

    def uit(self, *waarden):
        return self.draw(st.sampled_from(waarden))

    def dag(self, *ook: date) -> date:
        """An awkward day; more often one of `ook` when they are given."""
        if ook and self.draw(VAAK):
            return self.draw(st.sampled_from(ook))
        return self.draw(st.sampled_from(self.dagen))

    def vroege_dag(self) -> date:
        """A day from which something usually holds throughout the period."""
        return self.dag() if self.draw(SOMS) else self.draw(st.sampled_from(dagen_vooraf(self.van)))

    def liefst_in_periode(self, dagen: list[date]) -> list[date]:
        return [dag for dag in dagen if self.van <= dag <= self.peildatum] or dagen

    def referentie(self) -> str:
        """Unique in the world, of every length, and not in the order in which things happened."""
        self.geteld += 1
        return f"{self.draw(VOORVOEGSEL)}{self.nummer * 20 + self.geteld}"

    def eind(self, begin: date, *ook: date) -> date | None:
        """A last day on or after `begin`, or none."""
        if self.draw(VAAK):
            return None
        return max(begin, self.dag(begin, begin + timedelta(days=4), *ook))

    def perioden(self, starts: list[date]) -> list[tuple[date, date | None]]:
        """Periods that begin on these days and never overlap; some touch, some leave a gap."""
        starts = sorted(set(starts))
        perioden = []
        for begin, volgende in pairwise(starts):
            gat = self.uit(0, 0, 0, 1, 20, 30)
            perioden.append((begin, max(begin, volgende - timedelta(days=gat + 1))))
        if starts:
            perioden.append((starts[-1], self.eind(starts[-1])))
        return perioden
