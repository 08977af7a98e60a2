"""Who answers for somebody, by date, as the verblijven will be after an import.

The database works out the same for what it holds (`statushouders_ligging`); a test keeps the two
equal. Here it is needed before anything is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regio.perioden import EIND_DER_TIJDEN
from statushouders.codes import Verblijfsoort
from statushouders.uitwisseling.naslag import Gemeenten
from statushouders.uitwisseling.voorstel import Voorstel

VOORRANG = (Verblijfsoort.VESTIGING, Verblijfsoort.KOPPELING, Verblijfsoort.AZC)
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Deel:
    """Days on which somebody is in one place: `gemeente_id` answers, or nobody for an azc."""

    van: date
    tot_en_met: date
    gemeente_id: int | None
    regio_id: int | None

    def raakt(self, van: date, tot_en_met: date | None) -> bool:
        """Whether the two periods share a day."""
        return self.van <= (tot_en_met or EIND_DER_TIJDEN) and self.tot_en_met >= van


def tijdlijn(verblijven: Iterable[Voorstel], gemeenten: Gemeenten) -> list[Deel]:
    """Every stretch of days in a gemeente, in order. Rows that contradict themselves count not."""
    rijen = [v for v in verblijven if _bruikbaar(v)]
    grenzen = {v["van"] for v in rijen}
    grenzen |= {v["tot_en_met"] + EEN_DAG for v in rijen if v["tot_en_met"]}
    dagen = sorted(grenzen)
    delen: list[Deel] = []
    for plek, van in enumerate(dagen, start=1):
        tot = dagen[plek] - EEN_DAG if plek < len(dagen) else EIND_DER_TIJDEN
        if gekozen := _beslist(rijen, van):
            delen += _in_gemeente(gekozen, van, tot, gemeenten)
    return delen


def _bruikbaar(rij: Voorstel) -> bool:
    tot = rij["tot_en_met"]
    return (
        rij.heel("soort", "gemeente", "van", "tot_en_met")
        and (tot is None or rij["van"] <= tot < EIND_DER_TIJDEN)
        and rij["gemeente_id"] is not None
    )


def _beslist(rijen: list[Voorstel], dag: date) -> Voorstel | None:
    lopend = [
        r for r in rijen if r["van"] <= dag and (not r["tot_en_met"] or dag <= r["tot_en_met"])
    ]
    return min(lopend, key=lambda r: VOORRANG.index(r["soort"]), default=None)


def _in_gemeente(rij: Voorstel, van: date, tot: date, gemeenten: Gemeenten) -> Iterator[Deel]:
    in_azc = rij["soort"] == Verblijfsoort.AZC
    for stuk in gemeenten.stukken(rij["gemeente_id"]):
        begin, eind = max(van, stuk.van), min(tot, stuk.tot_en_met)
        if begin <= eind:
            yield Deel(begin, eind, None if in_azc else stuk.gemeente_id, stuk.regio_id)


def dossiergemeente(
    delen: list[Deel], *, regio_id: int, op: date, anders: int | None
) -> int | None:
    """The gemeente of the region that holds a new dossier.

    Who answers on `op`; else who last did before it; else who first will; else `anders`.
    """
    in_regio = [d for d in delen if d.gemeente_id is not None and d.regio_id == regio_id]
    begonnen = [d for d in in_regio if d.van <= op]
    if begonnen:
        return max(begonnen, key=lambda d: d.van).gemeente_id
    if in_regio:
        return min(in_regio, key=lambda d: d.van).gemeente_id
    return anders


def verantwoordelijk_op(delen: list[Deel], *, regio_id: int, op: date) -> int | None:
    """The gemeente of the region that answers on `op`; None when that is nobody in the region."""
    for deel in delen:
        if deel.van <= op <= deel.tot_en_met and deel.regio_id == regio_id:
            return deel.gemeente_id
    return None
