"""What a region has: the balance of each pot in a year, up to a day, from the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from regio.models import Geldsoort

NUL = Decimal("0.00")

# What came before the year is its opening balance; `verplicht` is what is open on the day.
STANDEN = """
select herkomstjaar, soort,
    coalesce(sum(case when stroom in ('ontvangen', 'in') then bedrag else -bedrag end)
        filter (where datum < %(begin)s and stroom in ('ontvangen', 'in', 'uit', 'besteed')), 0),
    coalesce(sum(bedrag) filter (where datum >= %(begin)s and stroom = 'ontvangen'), 0),
    coalesce(sum(bedrag) filter (where datum >= %(begin)s and stroom = 'in'), 0),
    coalesce(sum(bedrag) filter (where datum >= %(begin)s and stroom = 'uit'), 0),
    coalesce(sum(bedrag) filter (where datum >= %(begin)s and stroom = 'besteed'), 0),
    coalesce(sum(case stroom when 'verplicht' then bedrag else -bedrag end)
        filter (where stroom in ('verplicht', 'voldaan')), 0)
from regio_geldstroom
where regio_id = %(regio)s and datum <= %(op)s
group by herkomstjaar, soort
order by herkomstjaar, soort
"""


@dataclass(frozen=True)
class Bedragen:
    """The amounts of a year up to a day. Each name is explained in docs/geld.md."""

    begin: Decimal = NUL
    ontvangen: Decimal = NUL
    erbij: Decimal = NUL
    eraf: Decimal = NUL
    besteed: Decimal = NUL
    verplicht: Decimal = NUL

    @property
    def beschikbaar(self) -> Decimal:
        """What may be spent in the year (F3)."""
        return self.begin + self.ontvangen + self.erbij - self.eraf

    @property
    def over(self) -> Decimal:
        """What is not spent: at the end of the year the closing balance."""
        return self.beschikbaar - self.besteed

    @property
    def vrij(self) -> Decimal:
        """What is neither spent nor committed (F6). Below zero after booking with a tekort."""
        return self.over - self.verplicht

    def __add__(self, ander: "Bedragen") -> "Bedragen":
        return Bedragen(
            *(getattr(self, veld.name) + getattr(ander, veld.name) for veld in fields(Bedragen))
        )


NIETS = Bedragen()


@dataclass(frozen=True)
class Potstand:
    """One pot: the money of one year and kind, in one region."""

    herkomstjaar: int
    soort: str
    bedragen: Bedragen

    @property
    def pot(self) -> tuple[int, str]:
        return self.herkomstjaar, self.soort

    @property
    def naam(self) -> str:
        return potnaam(self.herkomstjaar, self.soort)

    @property
    def sleutel(self) -> str:
        """How a form names the pot."""
        return f"{self.herkomstjaar}-{self.soort}"


def potnaam(herkomstjaar: int, soort: str) -> str:
    """`Decentralisatie-uitkering 2023`."""
    return f"{Geldsoort(soort).label} {herkomstjaar}"


def standen(regio_id: int, *, op: date) -> list[Potstand]:
    """The pots of a region in the year of `op`, up to and including that day."""
    waarden: dict[str, Any] = {"regio": regio_id, "op": op, "begin": date(op.year, 1, 1)}
    with connection.cursor() as cursor:
        cursor.execute(STANDEN, waarden)
        return [
            Potstand(herkomstjaar, soort, Bedragen(*bedragen))
            for herkomstjaar, soort, *bedragen in cursor.fetchall()
        ]


def totaal(potten: Iterable[Potstand]) -> Bedragen:
    """All pots together."""
    return sum((pot.bedragen for pot in potten), Bedragen())


def einde_van(jaar: int) -> date:
    """The last day of a year."""
    return date(jaar, 12, 31)
