"""What an attacker knows about figures without seeing one: how they hang together.

A quantity (`grootheid`) is something that is counted: `A1`, `A7.noemer`, `A7.teller`,
`A9.noemer`. Each relation here follows from the definitions in `verbinder.indicatoren`. The soft
ones need an assumption that often holds and that a reader may make ("nobody moved"): the audit
takes them as known wherever they are true, because then the guess of the reader is right. Who
believes them where they are not true is in `geloof`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from statushouders.codes import GESLAAGD, NEUTRAAL, UITVAL
from verbinder.indicatoren.uitsplitsingen import (
    LEEFTIJDSKLASSEN,
    MINDERJARIG,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    TOTAAL,
    UITKOMSTEN,
)
from verbinder.onthulling.lijsten import BETAALDE_UITKOMSTEN

NU, EERDER = 0, 1


class Sleutel(NamedTuple):
    """One true number: of which publication, what is counted, in which cell."""

    moment: int
    grootheid: str
    uitsplitsing: str
    categorie: str


Termen = dict[Sleutel, int]


@dataclass(frozen=True)
class Verband:
    """The sum of coefficient × number is at least 0, or exactly 0 (`gelijk`)."""

    naam: str
    termen: Termen
    gelijk: bool = False
    zeker: bool = True


# Tables in which a person or traject has the same category on any day.
VAST = (TOTAAL, "geslacht", "leeftijdsklasse")
VAST_VAN_TRAJECT = (*VAST, "actielijn", "trajectsoort")
# A person may stand under several of these.
MEERVOUDIG = {"A3": ("actielijn", "trajectsoort"), "A6": ("actielijn", "trajectsoort")}
NERGENS_OPTELBAAR = ("D3.werkgevers",)
# Nobody has more trajecten or plaatsingen in a half-year than this; and most at most so many.
HOOGSTENS, DOORGAANS_HOOGSTENS = 50, 3

# (larger side, smaller side): the sum of the right is at most the sum of the left, in every cell of
# every table that they share.
HOOGSTENS_IN_ELKE_CEL: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("A4",), ("A3",)),
    (("A6",), ("A3",)),
    (("A1",), ("A7.noemer",)),
    (("A7.noemer",), ("A7.teller",)),
    (("A3",), ("A7.teller",)),
    (("A1",), ("A8", "A7.teller")),
    (("A5",), ("A9.noemer",)),
    (("A5",), ("D4.gestart",)),
    (("A4",), ("D4.lopend",)),
    (("B1",), ("B2.noemer",)),
    (("B2.noemer",), ("B2.teller", "B3.teller")),
    (("C1",), ("C2",)),
    (("C2",), ("C3",)),
    (("C3",), ("C4", "C4.nog_niet_vast_te_stellen", "C5")),
    (("C3",), ("C9.noemer",)),
    (("C6.noemer",), ("C6.teller",)),
    (("C9.noemer",), ("C9.teller",)),
    (("D1",), ("D1.gekoppeld",)),
    (("D2.noemer",), ("D2.teller",)),
    (("C1",), ("D3.plaatsingen",)),
    (("D3.plaatsingen",), ("D3.werkgevers",)),
)
# The same where the category cannot change between two days.
HOOGSTENS_WAAR_VAST: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("A6",), ("A9.noemer",), VAST_VAN_TRAJECT),
    (("A6",), ("D1",), VAST),
    (("D5",), ("D5.aangevraagd",), VAST),
    (("D5",), ("D5.afgerond",), VAST),
    (("D5.aangevraagd", "D5.afgerond"), ("D5",), VAST),
)
GELIJK_IN_ELKE_CEL = (("B4.noemer", "B1"), ("B2.noemer", "B3.noemer"), ("C8", "C3"))
# (persons, what they have, tables): where there is something, there is somebody.
IEMAND: tuple[tuple[str, str, tuple[str, ...] | None], ...] = (
    ("A3", "A4", None),
    ("A6", "A5", VAST_VAN_TRAJECT),
    ("A6", "B1", VAST_VAN_TRAJECT),
    ("C2", "C1", VAST),
)
# Held true by a reader who assumes that nobody moved, stopped early or was entered late.
AANGENOMEN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("A1",), ("A2",)),
    (("A1",), ("A3",)),
    (("A6",), ("A9.noemer",)),
    (("A6",), ("D1",)),
    (("D5",), ("D5.aangevraagd",)),
    (("D5",), ("D5.afgerond",)),
    (("D5.aangevraagd", "D5.afgerond"), ("D5",)),
)
# Likewise between this half-year and the one before; an apostrophe marks the one before.
AANGENOMEN_DOOR_DE_TIJD: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("A1'", "A2"), ("A1",)),
    (("A3'", "A5"), ("A3",)),
    (("A4'", "A5"), ("A4",)),
    (("A4", "B1"), ("A4'", "A5")),
    (("A4'", "A5"), ("A4", "B1")),
    (("A3'", "A5"), ("A6",)),
    (("A6",), ("A3'",)),
    (("D4.lopend'", "D4.gestart"), ("D4.lopend",)),
    (("C3'",), ("C6.noemer",)),
)

VOLWASSEN = tuple(klasse for klasse in LEEFTIJDSKLASSEN if klasse not in MINDERJARIG)
ROUTES = ("b1", "onderwijs", "z", ONBEKEND)


class Boek:
    """The cells that a model holds: per publication and table, which categories."""

    def __init__(self, sleutels: Iterable[Sleutel]):
        self.cellen: dict[tuple[int, str], dict[str, list[str]]] = {}
        for moment, grootheid, uitsplitsing, categorie in sleutels:
            tabellen = self.cellen.setdefault((moment, grootheid), {})
            tabellen.setdefault(uitsplitsing, []).append(categorie)

    def heeft(self, sleutel: Sleutel) -> bool:
        moment, grootheid, uitsplitsing, categorie = sleutel
        return categorie in self.cellen.get((moment, grootheid), {}).get(uitsplitsing, ())

    def momenten(self) -> list[int]:
        return sorted({moment for moment, _ in self.cellen})


def verbanden(boek: Boek) -> Iterator[Verband]:
    """Every relation between the cells of the book, without the sums over categories."""
    for moment in boek.momenten():
        yield from _in_een_publicatie(boek, moment)


def door_de_tijd(boek: Boek, eerder: int, later: int) -> Iterator[Verband]:
    """Between publications of two half-years that follow each other."""
    for groter, kleiner in AANGENOMEN_DOOR_DE_TIJD:
        yield from _per_cel(boek, groter, kleiner, later, eerder=eerder, zeker=False)


def zelfde_getallen(boek: Boek, eerder: int) -> Iterator[Verband]:
    """Between two publications of one half-year: a reader assumes that nothing changed."""
    for (moment, grootheid), tabellen in boek.cellen.items():
        if moment != NU:
            continue
        for uitsplitsing, categorieen in tabellen.items():
            for categorie in categorieen:
                nu = Sleutel(NU, grootheid, uitsplitsing, categorie)
                toen = nu._replace(moment=eerder)
                if boek.heeft(toen):
                    yield Verband("zelfde halfjaar", {nu: 1, toen: -1}, gelijk=True, zeker=False)


def opgeteld(boek: Boek, eerder: int, later: int, stromen: dict[str, str]) -> Iterator[Verband]:
    """Cumulative quantities: what it was plus what came is what it is. `stromen`: cumulative code
    -> code of the figure of the half-year that it adds up."""
    for som, stroom in stromen.items():
        for uitsplitsing, categorieen in boek.cellen.get((later, som), {}).items():
            for categorie in categorieen:
                nu = Sleutel(later, som, uitsplitsing, categorie)
                toen = nu._replace(moment=eerder)
                erbij = nu._replace(grootheid=stroom)
                if boek.heeft(toen):
                    yield Verband(f"{som} loopt op", {nu: 1, toen: -1})
                if boek.heeft(toen) and boek.heeft(erbij):
                    naam = f"{som} telt {stroom} op"
                    yield Verband(naam, {nu: 1, toen: -1, erbij: -1}, gelijk=True, zeker=False)


def _in_een_publicatie(boek: Boek, moment: int) -> Iterator[Verband]:
    for groter, kleiner in HOOGSTENS_IN_ELKE_CEL:
        yield from _per_cel(boek, groter, kleiner, moment)
    for groter, kleiner, vast in HOOGSTENS_WAAR_VAST:
        yield from _per_cel(boek, groter, kleiner, moment, tabellen=vast)
    for groter, kleiner in AANGENOMEN:
        yield from _per_cel(boek, groter, kleiner, moment, zeker=False)
    for een, twee in GELIJK_IN_ELKE_CEL:
        yield from _per_cel(boek, (een,), (twee,), moment, gelijk=True)
    for persoon, ding, tabellen in IEMAND:
        for factor, zeker in ((HOOGSTENS, True), (DOORGAANS_HOOGSTENS, False)):
            yield from _per_cel(
                boek, (persoon,), (ding,), moment, tabellen=tabellen, factor=factor, zeker=zeker
            )
    yield from _bijzonder(boek, moment)


def _per_cel(
    boek: Boek,
    groter: tuple[str, ...],
    kleiner: tuple[str, ...],
    moment: int,
    *,
    tabellen: tuple[str, ...] | None = None,
    eerder: int | None = None,
    factor: int = 1,
    gelijk: bool = False,
    zeker: bool = True,
) -> Iterator[Verband]:
    """factor × larger ≥ smaller in each cell that all of the larger have. A smaller one that is
    not there counts nothing."""

    def sleutel(code: str, uitsplitsing: str, categorie: str) -> Sleutel:
        op = moment if eerder is None or not code.endswith("'") else eerder
        return Sleutel(op, code.rstrip("'"), uitsplitsing, categorie)

    teken = "=" if gelijk else "≥"
    naam = f"{' + '.join(groter)} {teken} {' + '.join(kleiner)}"
    eerste = sleutel(groter[0], "", "")
    for uitsplitsing, categorieen in boek.cellen.get(eerste[:2], {}).items():
        if tabellen is not None and uitsplitsing not in tabellen:
            continue
        for categorie in categorieen:
            links = [sleutel(code, uitsplitsing, categorie) for code in groter]
            rechts = [sleutel(code, uitsplitsing, categorie) for code in kleiner]
            er_zijn = [s for s in rechts if boek.heeft(s)]
            volledig = all(map(boek.heeft, links)) and (not gelijk or er_zijn == rechts)
            if volledig and er_zijn:
                termen = dict.fromkeys(links, factor) | dict.fromkeys(er_zijn, -1)
                yield Verband(naam, termen, gelijk=gelijk, zeker=zeker)


def _bijzonder(boek: Boek, moment: int) -> Iterator[Verband]:
    """Relations between different tables."""

    def cel(grootheid: str, uitsplitsing: str = TOTAAL, categorie: str = "alle") -> Sleutel:
        return Sleutel(moment, grootheid, uitsplitsing, categorie)

    def verband(naam, plus, min_=(), *, gelijk=False, zeker=True):
        termen = dict.fromkeys(plus, 1) | dict.fromkeys(min_, -1)
        if all(map(boek.heeft, termen)):
            yield Verband(naam, termen, gelijk=gelijk, zeker=zeker)

    def alle(grootheid: str, uitsplitsing: str, codes) -> list[Sleutel]:
        return [cel(grootheid, uitsplitsing, str(code)) for code in codes]

    yield from _volwassenen(cel, verband, alle)
    yield from _eindredenen(cel, verband, alle)
    yield from _uitkomsten(cel, verband, alle)
    yield from _actielijnen(boek, moment, cel, verband)
    yield from _onbekend(cel, verband)
    for op, grootheid in boek.cellen:
        if op == moment and grootheid not in NERGENS_OPTELBAAR:
            rest = alle(grootheid, "leerroute", ROUTES)
            wi2021 = [cel(grootheid, "wet", "wi2021")]
            yield from verband("leerroutes horen bij de Wi2021", wi2021, rest)
            yield from verband("ieder een leerroute", rest, wi2021, zeker=False)


def _volwassenen(cel, verband, alle) -> Iterator[Verband]:
    """Percentages are about adults only."""
    for klasse in VOLWASSEN:
        a1, a3 = cel("A1", "leeftijdsklasse", klasse), cel("A3", "leeftijdsklasse", klasse)
        noemer = cel("A7.noemer", "leeftijdsklasse", klasse)
        teller = cel("A7.teller", "leeftijdsklasse", klasse)
        yield from verband("A1 zonder minderjarigen = A7", [a1], [noemer], gelijk=True)
        yield from verband("A3 is in beeld", [teller], [a3], zeker=False)
    neutraal = alle("B1", "eindreden", NEUTRAAL)
    volwassen = alle("B1", "leeftijdsklasse", VOLWASSEN)
    yield from verband("B1 − neutraal", [*neutraal, cel("B2.noemer")], volwassen)


def _eindredenen(cel, verband, alle) -> Iterator[Verband]:
    goed, uitval = alle("B1", "eindreden", GESLAAGD), alle("B1", "eindreden", UITVAL)
    onbekend = cel("B1", "eindreden", ONBEKEND)
    b2, b3, noemer = cel("B2.teller"), cel("B3.teller"), cel("B2.noemer")
    yield from verband("geslaagd", goed, [b2])
    yield from verband("uitval", uitval, [b3])
    yield from verband("niet neutraal", [*goed, *uitval, onbekend], [noemer])
    yield from verband("eindreden onbekend", [onbekend, b2, b3], [noemer])
    for code in UITVAL:
        reden = cel("B3.teller", "eindreden", str(code))
        yield from verband("uitval per reden", [cel("B1", "eindreden", str(code))], [reden])


def _uitkomsten(cel, verband, alle) -> Iterator[Verband]:
    c3, c4, c5 = cel("C3"), cel("C4"), cel("C5")
    te_vroeg = cel("C4.nog_niet_vast_te_stellen")
    yield from verband(
        "betaalde uitkomsten = C3", alle("C2", "uitkomst", BETAALDE_UITKOMSTEN), [c3], gelijk=True
    )
    in_dienst = [code for code in UITKOMSTEN if code.startswith("betaald_werk")]
    gelijk_soort = [code for code in UITKOMSTEN if code not in in_dienst]
    for code in gelijk_soort:
        c1 = cel("C1", "plaatsingsoort", code)
        yield from verband("C2 per soort ≤ C1", [c1], [cel("C2", "uitkomst", code)])
    dienstverband = [cel("C1", "plaatsingsoort", "betaald_werk")]
    yield from verband("C2 in dienst ≤ C1", dienstverband, alle("C2", "uitkomst", in_dienst))
    bij_c = {
        "betaald_werk_volledige_uitstroom": c4,
        "betaald_werk_gedeeltelijke_uitstroom": c5,
        "betaald_werk_nog_niet_vast_te_stellen": te_vroeg,
    }
    zelf = alle("C2", "uitkomst", ("ondernemerschap", "bbl"))
    for code, groter in bij_c.items():
        yield from verband("uitstroom per uitkomst", [groter], [cel("C2", "uitkomst", code)])
    uitkomsten = alle("C2", "uitkomst", bij_c)
    yield from verband("uitstroom van ondernemers", [*zelf, *uitkomsten], list(bij_c.values()))


def _actielijnen(boek: Boek, moment: int, cel, verband) -> Iterator[Verband]:
    yield from verband(
        "D1 = A6 van actielijn 1", [cel("D1")], [cel("A6", "actielijn", "1")], gelijk=True
    )
    for d4, a in (("D4.gestart", "A5"), ("D4.lopend", "A4")):
        startbaan = cel(a, "trajectsoort", "startbaan")
        yield from verband(f"{d4} = {a} startbaan", [cel(d4)], [startbaan], gelijk=True)
    for gemeente in boek.cellen.get((moment, "D1"), {}).get("gemeente", ()):
        if gemeente == NOG_NIET_GEKOPPELD:
            continue
        d1, gekoppeld = cel("D1", "gemeente", gemeente), cel("D1.gekoppeld", "gemeente", gemeente)
        yield from verband("D1.gekoppeld per gemeente = D1", [d1], [gekoppeld], gelijk=True)
        a6 = cel("A6", "gemeente×actielijn", f"{gemeente}×1")
        yield from verband("D1 per gemeente = A6", [d1], [a6], gelijk=True, zeker=False)
    for wet in boek.cellen.get((moment, "D1"), {}).get("wet", ()):
        a6 = cel("A6", "actielijn×wet", f"1×{wet}")
        yield from verband(
            "D1 per wet = A6", [cel("D1", "wet", wet)], [a6], gelijk=True, zeker=False
        )


def _onbekend(cel, verband) -> Iterator[Verband]:
    """G1 says again what A7 counts."""
    for gegeven in ("wet", "leerroute", "opleidingsniveau", "geslacht"):
        wie = cel("A7.noemer", "wet", "wi2021") if gegeven == "leerroute" else cel("A7.noemer")
        teller, noemer = (cel(f"G1.{deel}", gegeven, ONBEKEND) for deel in ("teller", "noemer"))
        onbekend = cel("A7.noemer", gegeven, ONBEKEND)
        yield from verband("G1 over dezelfde mensen", [noemer], [wie], gelijk=True)
        yield from verband("G1 onbekend", [teller], [onbekend], gelijk=True)
        yield from verband("G1 deel van geheel", [noemer], [teller])
