"""What a workbook may point at: gemeenten, actielijnen, trajectsoorten. Read once per import."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from regio.models import Actielijn, Arbeidsmarktregio, Gemeente, GemeenteInRegio, Trajectsoort
from regio.perioden import BEGIN_DER_TIJDEN, EIND_DER_TIJDEN
from regio.uitwisseling.koppen import herkenbaar


@dataclass(frozen=True)
class Stuk:
    """Days on which one gemeente answers: which one it then is, and in which region."""

    van: date
    tot_en_met: date
    gemeente_id: int
    regio_id: int | None


class Gemeenten:
    """Every gemeente that exists or existed, by code and name, and where it belonged when."""

    def __init__(self):
        self.op_id: dict[int, Gemeente] = {g.pk: g for g in Gemeente.objects.all()}
        self._namen: dict[str, dict[int, Gemeente]] = defaultdict(dict)
        for gemeente in self.op_id.values():
            for naam in _schrijfwijzen(gemeente):
                self._namen[herkenbaar(naam)][gemeente.pk] = gemeente
        self._leden: dict[int, list[tuple[date, date, int]]] = defaultdict(list)
        for lid in GemeenteInRegio.objects.all():
            dagen = (lid.van or BEGIN_DER_TIJDEN, lid.tot_en_met or EIND_DER_TIJDEN)
            self._leden[lid.gemeente_id].append((*dagen, lid.regio_id))
        self._stukken: dict[int, list[Stuk]] = {}

    def zoek(self, tekst: str) -> tuple[Gemeente, ...]:
        """The gemeenten that go or went by this code or name; usually one."""
        sleutel = herkenbaar(tekst)
        if sleutel.isdecimal():
            sleutel = f"gm{sleutel.zfill(4)}"
        return tuple(self._namen.get(sleutel, {}).values())

    def lijkt_op(self, tekst: str) -> list[str]:
        """At most three names that were perhaps meant."""
        sleutel = herkenbaar(tekst)
        namen = {n: [g.naam for g in gs.values()] for n, gs in self._namen.items() if n[:2] != "gm"}
        passend = [n for n in namen if len(sleutel) > 3 and n.startswith(sleutel)]
        passend += get_close_matches(sleutel, namen, n=3, cutoff=0.8)
        return list(dict.fromkeys(naam for n in passend for naam in namen[n]))[:3]

    def stukken(self, gemeente_id: int) -> list[Stuk]:
        """Which gemeente this one is, by date: from the day after its end it is its successor."""
        if gemeente_id not in self._stukken:
            self._stukken[gemeente_id] = list(self._bereken(gemeente_id))
        return self._stukken[gemeente_id]

    def _bereken(self, gemeente_id: int) -> Iterable[Stuk]:
        van, gemeente = BEGIN_DER_TIJDEN, self.op_id[gemeente_id]
        while True:
            tot = gemeente.tot_en_met or EIND_DER_TIJDEN
            yield from self._in_regios(gemeente.pk, van, tot)
            if gemeente.opvolger_id is None or tot == EIND_DER_TIJDEN:
                return
            van, gemeente = max(van, tot + timedelta(days=1)), self.op_id[gemeente.opvolger_id]

    def _in_regios(self, gemeente_id: int, van: date, tot: date) -> Iterable[Stuk]:
        dag = van
        for begin, eind, regio_id in sorted(self._leden[gemeente_id]):
            if eind < dag or begin > tot:
                continue
            if begin > dag:
                yield Stuk(dag, begin - timedelta(days=1), gemeente_id, None)
                dag = begin
            yield Stuk(dag, min(eind, tot), gemeente_id, regio_id)
            if eind >= tot:
                return
            dag = eind + timedelta(days=1)
        if dag <= tot:
            yield Stuk(dag, tot, gemeente_id, None)

    def ooit_in(self, regio: Arbeidsmarktregio) -> frozenset[int]:
        """Every gemeente that was ever in the region, and whatever followed it."""
        gevonden = {g for g, leden in self._leden.items() for *_, r in leden if r == regio.pk}
        rand = set(gevonden)
        while rand:
            rand = {
                opvolger
                for g in rand
                if (opvolger := self.op_id[g].opvolger_id) and opvolger not in gevonden
            }
            gevonden |= rand
        return frozenset(gevonden)

    def ooit_lid(self, gemeente_id: int, regio_id: int) -> bool:
        """Whether the gemeente itself was ever in the region."""
        return any(r == regio_id for *_, r in self._leden[gemeente_id])


def _schrijfwijzen(gemeente: Gemeente) -> list[str]:
    return [gemeente.code, gemeente.naam, *gemeente.naam_varianten]


@dataclass(frozen=True)
class Lijst:
    """A list in the database, as a closed list: (code, label), and the key behind each code."""

    keuzes: list[tuple[str, str]]
    sleutels: dict[str, int]
    bekend: dict[str, str] = field(default_factory=dict)

    def code_van(self, sleutel: int) -> str:
        """The code behind a key; empty when the list does not hold it."""
        return next((code for code, s in self.sleutels.items() if s == sleutel), "")


def _lijst(rijen: Iterable[tuple[str, int, list[str]]]) -> Lijst:
    rijen = list(rijen)
    bekend = {herkenbaar(n): code for code, _, namen in rijen for n in namen}
    # A code goes before a label that happens to read the same.
    bekend |= {herkenbaar(code): code for code, _, _ in rijen}
    keuzes = [(code, namen[0]) for code, _, namen in rijen]
    return Lijst(keuzes, {code: sleutel for code, sleutel, _ in rijen}, bekend)


class Naslag:
    """Everything to look up while a workbook of one region is read."""

    def __init__(self, regio: Arbeidsmarktregio):
        self.regio = regio
        self.gemeenten = Gemeenten()
        self.actielijnen = _lijst(
            (str(a.code), a.code, [str(a), a.naam, a.korte_naam]) for a in Actielijn.objects.all()
        )
        self.trajectsoorten = _lijst(
            (t.code, t.pk, [t.naam]) for t in Trajectsoort.objects.van_regio(regio)
        )
