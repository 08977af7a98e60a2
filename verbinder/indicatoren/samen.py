"""Measure many figures over many periods in one statement: what a page needs.

Each question stays its own GROUP BY, made from the same parts as `meet`; they travel together, so
that a page asks the database once. What several questions of one period select from (the deciding
plaatsingen, the running trajecten) is worked out once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from regio.perioden import Periode
from regio.rijrechten import als_teller
from regio.toegang import Gebied
from verbinder.indicatoren.begrippen import Cijfer, Indicator, Plaats
from verbinder.indicatoren.caseload import GESTART, IN_BEELD, LOPEND
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.tellen import (
    ALLES,
    NIETS,
    Gemeten,
    cijfer_van,
    gelezen,
    ligging,
    opgeteld,
    rijen,
    uitsplitsingen_in,
)
from verbinder.indicatoren.trajecten import BEEINDIGD
from verbinder.indicatoren.uitkomsten import BEGONNEN, BESLISSEND
from verbinder.indicatoren.uitsplitsingen import ONBEKEND, delen

# Rows that several figures select from, of the whole region: a figure may let one row of a person
# decide before it asks in which gemeente that was. Longest first: one may be a part of another.
GEDEELD = sorted(
    (IN_BEELD, LOPEND, GESTART, BEEINDIGD, BEGONNEN, BESLISSEND), key=len, reverse=True
)
PARAMETER = re.compile(r"%\((\w+)\)s")
# Parameters that differ between the questions of one statement.
VAN_PERIODE = ("van", "peildatum", "jaarbegin")


@dataclass(frozen=True)
class Vraag:
    """One indicator over one period, in these breakdowns and crossings beside the headline."""

    indicator: Indicator
    periode: Periode
    tabellen: tuple[str, ...] = ()


class Antwoorden:
    """The figures of a page, to look up. What has no row is 0."""

    def __init__(self, gemeten: Mapping[Vraag, Gemeten]):
        self._gemeten: dict[tuple[str, Periode], Gemeten] = {}
        for vraag, cellen in gemeten.items():
            self._gemeten.setdefault((vraag.indicator.code, vraag.periode), {}).update(cellen)

    def cijfer(
        self,
        indicator: Indicator,
        periode: Periode,
        uitsplitsing: str = "totaal",
        categorie: str = "alle",
    ) -> Cijfer:
        """One true figure. Raises KeyError when the indicator was not measured over the period."""
        gemeten = self._gemeten[indicator.code, periode]
        plaats = Plaats(indicator.code, uitsplitsing, categorie)
        tabel, deel = uitsplitsing, categorie
        if indicator.code == G1.code and uitsplitsing != "totaal":
            tabel, deel = "gegeven", uitsplitsing
            plaats = Plaats(indicator.code, uitsplitsing, ONBEKEND)
        teller, noemer, waarde = gemeten.get((tabel, deel), NIETS)
        if set(delen(tabel)) & set(indicator.noemer_is_totaal_bij):
            noemer = gemeten.get(ALLES, NIETS)[1]
        return cijfer_van(indicator, plaats, (teller, noemer, waarde))

    def categorieen(self, indicator: Indicator, periode: Periode, uitsplitsing: str) -> list[str]:
        """The categories of a breakdown that have rows, in order of their codes."""
        gemeten = self._gemeten[indicator.code, periode]
        return sorted(categorie for tabel, categorie in gemeten if tabel == uitsplitsing)

    def aantal(self, indicator: Indicator, periode: Periode, *plaats: str) -> int:
        """How many a count or the numerator of a percentage holds."""
        return int(self.cijfer(indicator, periode, *plaats).teller or 0)

    def geheel(self, indicator: Indicator, periode: Periode) -> int:
        """Of how many a percentage is, or over how many a median goes."""
        return int(self.cijfer(indicator, periode).noemer or 0)


def meet_samen(
    gebied: Gebied, vragen: Iterable[Vraag], indeling_op: date | None = None
) -> Antwoorden:
    """The true figures of all questions, in one statement. The same as `meet` for each."""
    gevraagd = {gebied: list(dict.fromkeys(vragen))}
    return Antwoorden(meet_rijen(gevraagd, indeling_op)[gebied])


def meet_rijen(
    gevraagd: Mapping[Gebied, Sequence[Vraag]], indeling_op: date | None = None
) -> dict[Gebied, dict[Vraag, Gemeten]]:
    """What each question counts in each territory, before it becomes figures; one statement."""
    gemeten: dict[Gebied, dict[Vraag, Gemeten]] = {
        gebied: {vraag: {} for vraag in vragen} for gebied, vragen in gevraagd.items()
    }
    gebieden = [gebied for gebied, vragen in gevraagd.items() if vragen]
    if not gebieden:
        return gemeten
    with als_teller(), connection.cursor() as cursor:
        cursor.execute(*_samen({gebied: gevraagd[gebied] for gebied in gebieden}, indeling_op))
        gevonden = cursor.fetchall()
    for waar, nummer, *rij in gevonden:
        gebied = gebieden[waar]
        vraag = gevraagd[gebied][nummer]
        plek, maten = gelezen(rij, _tabellen(vraag))
        gemeten[gebied][vraag][plek] = maten
    return gemeten


def _samen(
    gevraagd: Mapping[Gebied, Sequence[Vraag]], indeling_op: date | None
) -> tuple[str, dict]:
    """The statements of all territories as one; a row begins with the number of its territory."""
    delen: list[str] = []
    parameters: dict = {}
    for waar, (gebied, vragen) in enumerate(gevraagd.items()):
        sql, eigen = opdracht(gebied, vragen, indeling_op)
        sql = PARAMETER.sub(rf"%(\1_g{waar})s", sql)
        delen.append(f"select {waar}, deel.* from ({sql}) deel")
        parameters |= {f"{naam}_g{waar}": waarde for naam, waarde in eigen.items()}
    return " union all ".join(delen), parameters


def opdracht(
    gebied: Gebied, vragen: Sequence[Vraag], indeling_op: date | None = None
) -> tuple[str, dict]:
    """The statement and its parameters: an arm per question, after what they share.

    Each row holds the number of its question, which breakdowns it does not speak of (as `grouping`
    says it), its categories, and its numbers.
    """
    perioden = list(dict.fromkeys(vraag.periode for vraag in vragen))
    eerste = Meting(gebied, perioden[0], indeling_op)
    parameters = dict(eerste.parameters)
    gedeeld, armen = [f"ligging as not materialized ({ligging(eerste)})"], []
    for nummer, periode in enumerate(perioden):
        meting = Meting(gebied, periode, indeling_op)
        eigen = meting.parameters
        parameters |= {f"{naam}_{nummer}": eigen[naam] for naam in VAN_PERIODE}
        van_periode = [
            _arm(plek, vraag, meting)
            for plek, vraag in enumerate(vragen)
            if vraag.periode == periode
        ]
        for plek, gedeelde_rijen in enumerate(GEDEELD):
            naam, stuk = f"gedeeld_{nummer}_{plek}", f"({gedeelde_rijen})"
            if sum(stuk in arm for arm in van_periode) > 1:
                gedeeld.append(f"{naam} as materialized ({_van_periode(gedeelde_rijen, nummer)})")
                van_periode = [arm.replace(stuk, naam) for arm in van_periode]
        armen += [_van_periode(arm, nummer) for arm in van_periode]
    return f"with {', '.join(gedeeld)} {' union all '.join(armen)}", parameters


def _arm(plek: int, vraag: Vraag, meting: Meting) -> str:
    tabellen = _tabellen(vraag)
    met = rijen(vraag.indicator, uitsplitsingen_in(tabellen), meting)
    return f"select * from ({met} {opgeteld(vraag.indicator, tabellen, f'{plek}, ')}) arm"


def _van_periode(sql: str, nummer: int) -> str:
    """The same SQL with the parameters of one period."""
    for naam in VAN_PERIODE:
        sql = sql.replace(f"%({naam})s", f"%({naam}_{nummer})s")
    return sql


def _tabellen(vraag: Vraag) -> tuple[str, ...]:
    # G1 speaks of one fact at a time; it has no headline of its own.
    return ("gegeven",) if vraag.indicator.code == G1.code else vraag.tabellen
