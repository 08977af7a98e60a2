"""True numbers of one publication, per cell, for the region and for each gemeente in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbinder.indicatoren import INDICATOREN, Cijfer, Maat
from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL, delen
from verbinder.onthulling.cellen import Cel, Status, Tabel
from verbinder.onthulling.lijsten import SAMENVOEGINGEN, samengevoegd
from verbinder.onthulling.regel import (
    MEDIAAN_VANAF_PERSONEN,
    OPENBARE_EENHEDEN,
    STANDAARD,
    Regel,
    getoonde_tabellen,
    publiceer,
)
from verbinder.onthulling.relaties import NERGENS_OPTELBAAR

# Empty by definition, or left out of every total because the gemeente delivered nothing.
TELT_NIET_MEE = (Status.NVT, Status.NIET_AANGELEVERD)
# Grootheid, uitsplitsing, categorie.
Getal = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Publicatie:
    """The true figures of one region and half-year, and how they are or were published.

    `per_gemeente` holds the complete own figures of each gemeente, by code: what it knows itself.
    `weggelaten` are the tables that an earlier audit left out. `afstand` says of what readers
    already hold which half-year it is: -1 the one before that which is audited now, 0 another
    publication of the same one, 1 the one after.
    """

    cijfers: Sequence[Cijfer]
    per_gemeente: Mapping[str, Sequence[Cijfer]] = field(default_factory=dict)
    regel: Regel = STANDAARD
    weggelaten: Collection[tuple[str, str]] = frozenset()
    niet_aangeleverd: Collection[str] = frozenset()
    nog_niet_bekend: Collection[str] = frozenset()
    afstand: int = -1

    def cellen(self) -> list[Cel]:
        """What is published."""
        return publiceer(
            self.cijfers,
            self.regel,
            self.weggelaten,
            niet_aangeleverd=self.niet_aangeleverd,
            nog_niet_bekend=self.nog_niet_bekend,
        )

    def getoond(self) -> frozenset[Tabel]:
        """The tables of which any cell is shown."""
        return getoonde_tabellen(self.cijfers, self.regel, self.weggelaten)


def getallen(cijfers: Iterable[Cijfer]) -> dict[Getal, int]:
    """Figures as counts: a percentage is its two numbers, a median the number it is about.

    Crossings come with merged lists only, as they are published; breakdowns with both.
    """
    waarden: dict[Getal, int] = {}
    for cijfer in cijfers:
        if cijfer.eenheid in OPENBARE_EENHEDEN:
            continue
        _, uitsplitsing, categorie = cijfer.plaats
        for grootheid, n in _grootheden(cijfer):
            samen = samengevoegd(uitsplitsing, categorie) if _met_lijst(cijfer) else categorie
            if samen == categorie or KRUIS not in uitsplitsing:
                waarden[grootheid, uitsplitsing, categorie] = n
            if samen != categorie and grootheid not in NERGENS_OPTELBAAR:
                som = grootheid, uitsplitsing, samen
                waarden[som] = waarden.get(som, 0) + n
    return waarden


def _met_lijst(cijfer: Cijfer) -> bool:
    """G1 names a breakdown without dividing by it."""
    return cijfer.plaats.indicator != "G1" and cijfer.plaats.uitsplitsing != TOTAAL


def _grootheden(cijfer: Cijfer) -> Iterator[tuple[str, int]]:
    code, uitsplitsing, _ = cijfer.plaats
    match cijfer.maat:
        case Maat.PERCENTAGE:
            yield f"{code}.teller", int(cijfer.teller or 0)
            indicator = INDICATOREN.get(code)
            vast = indicator.noemer_is_totaal_bij if indicator else ()
            if not set(delen(uitsplitsing)) & set(vast):
                yield f"{code}.noemer", int(cijfer.noemer or 0)
        case Maat.MEDIAAN:
            yield f"{code}.noemer", int(cijfer.noemer or 0)
        case _:
            yield code, int(cijfer.waarde or 0)


def eigen_deel(eigen: Iterable[Cijfer], gemeente: str) -> dict[Getal, int]:
    """What a gemeente knows of each regional cell: its own share in it.

    From its own figures in every breakdown follow its cells of `gemeente` and of the crossings
    with it; the cells of other gemeenten hold nothing of its own.
    """
    los = getallen(eigen)
    deel = {getal: n for getal, n in los.items() if "gemeente" not in delen(getal[1])}
    for (grootheid, uitsplitsing, categorie), n in list(deel.items()):
        if KRUIS in uitsplitsing:
            continue
        if uitsplitsing == TOTAAL:
            deel[grootheid, "gemeente", gemeente] = n
        else:
            deel[grootheid, f"gemeente{KRUIS}{uitsplitsing}", f"{gemeente}{KRUIS}{categorie}"] = n
    return deel


def is_samengevoegd(uitsplitsing: str, categorie: str) -> bool:
    """Whether the category exists only in the merged list of a breakdown."""
    return categorie in SAMENVOEGINGEN.get(uitsplitsing, {})


@dataclass(frozen=True, slots=True)
class Weet:
    """What a shown cell tells of one number: its bounds; whether it is even; whether it is one of
    the secrets that must keep its width."""

    getal: Getal
    onder: int
    boven: int | None
    geheim: bool = False
    even: bool = False

    @property
    def nooit(self) -> bool:
        """Nothing counts here: known from the definitions or the deliveries, published or not."""
        return self.boven == 0


def kennis(cel: Cel, regel: Regel, *, kop: bool) -> Iterator[Weet]:
    """What everybody learns from one cell of a table that is shown.

    A reader is held to know the rounded numbers behind a percentage and a median as well.
    """
    if cel.eenheid in OPENBARE_EENHEDEN or cel.status not in (
        Status.GETAL, Status.GEHEIM, Status.TE_KLEIN, *TELT_NIET_MEE,
    ):  # fmt: skip
        return
    match cel.maat:
        case Maat.PERCENTAGE:
            yield from _van_percentage(cel, regel, kop)
        case Maat.MEDIAAN:
            yield from _van_mediaan(cel, regel, kop)
        case _:
            yield _telling(cel, "", cel.gepubliceerd, regel, kop)


def _telling(cel: Cel, deel: str, rond, regel: Regel, kop: bool) -> Weet:
    code, uitsplitsing, categorie = cel.plaats
    getal = (code + deel, uitsplitsing, categorie)
    if cel.status in TELT_NIET_MEE:
        return Weet(getal, 0, 0)
    onder, boven = regel.grenzen(None if rond is None else int(rond), kop=kop)
    return Weet(getal, onder, boven, geheim=rond is None)


def _van_percentage(cel: Cel, regel: Regel, kop: bool) -> Iterator[Weet]:
    code, uitsplitsing, categorie = cel.plaats
    if cel.status == Status.TE_KLEIN:
        vanaf, tot = regel.geheim_tot_en_met + 1, regel.noemer_vanaf
        boven = max(n for n in range(vanaf, 2 * tot) if (regel.rond(n, kop=kop) or 0) < tot)
        yield Weet((f"{code}.noemer", uitsplitsing, categorie), vanaf, boven)
        return
    yield _telling(cel, ".teller", cel.teller, regel, kop)
    yield _telling(cel, ".noemer", cel.noemer, regel, kop)


def _van_mediaan(cel: Cel, regel: Regel, kop: bool) -> Iterator[Weet]:
    weet = _telling(cel, ".noemer", cel.noemer, regel, kop)
    zonder = [
        n
        for n in range(regel.geheim_tot_en_met + 1, 2 * regel.mediaan_vanaf)
        if n < MEDIAAN_VANAF_PERSONEN or (regel.rond(n, kop=kop) or 0) < regel.mediaan_vanaf
    ]
    if cel.status == Status.TE_KLEIN:
        yield Weet(weet.getal, min(zonder), max(zonder))
    elif cel.status == Status.GETAL:
        # Half a day lies between two middle ones, so the number is even.
        even = cel.gepubliceerd is not None and cel.gepubliceerd % 1 != 0
        yield Weet(weet.getal, max(weet.onder, max(zonder) + 1), weet.boven, even=even)
    else:
        yield weet
