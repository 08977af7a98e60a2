"""From the things that a figure looks at to its cells, one category after another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from tests.naief import codes
from tests.naief.blik import Blik, Rij
from tests.naief.feiten import leeftijdsklasse, leerroute_op, waarde_op
from tests.naief.wereld import EIGEN_TRAJECTSOORTEN, GEMEENTEN

PERSOONSKENMERKEN = (
    "gemeente", "wet", "leerroute", "opleidingsniveau", "geslacht", "leeftijdsklasse", "doelgroep",
)  # fmt: skip
AANTAL, PERCENTAGE, MEDIAAN = "aantal", "percentage", "mediaan"

Sleutel = tuple[str, str, str]  # indicator, uitsplitsing, categorie


@dataclass(frozen=True)
class Cel:
    """What stands in the table of figures, and who is behind it."""

    eenheid: str
    teller: int | None
    noemer: int | None
    waarde: int | Decimal | None
    personen: frozenset[int] = frozenset()

    @property
    def getallen(self) -> tuple:
        return self.eenheid, self.teller, self.noemer, self.waarde


@dataclass(frozen=True, kw_only=True)
class Figuur:
    """One figure: how to find what it looks at, and in which breakdowns it stands."""

    code: str
    eenheid: str
    rijen: Callable[[Blik], list[Rij]]
    soort: str = AANTAL
    op_peildatum: bool = False
    ook_per: tuple[str, ...] = ()
    alleen_per: tuple[str, ...] | None = None

    @property
    def enkele(self) -> tuple[str, ...]:
        """The single breakdowns."""
        return (*PERSOONSKENMERKEN, *self.ook_per) if self.alleen_per is None else self.alleen_per

    @property
    def kruisingen(self) -> list[tuple[str, str]]:
        """The crossings of the table book that this figure has."""
        boek = [("gemeente", "actielijn"), ("gemeente", "wet"), ("actielijn", "wet")]
        return [(a, b) for a, b in boek if a in self.enkele and b in self.enkele]


def in_gebied(rij: Rij, gemeenten: Iterable[str] | None, *, ongekoppeld: bool) -> bool:
    """Whether the row counts for these gemeenten; without any named, for the whole region."""
    if gemeenten is None or rij.plek in gemeenten:
        return True
    return rij.plek == codes.NOG_NIET_GEKOPPELD and ongekoppeld


def tel(
    blik: Blik, figuur: Figuur, gemeenten: Iterable[str] | None = None, *, ongekoppeld=True
) -> dict[Sleutel, Cel]:
    """Every cell of one figure; for some gemeenten only, if they are given."""
    rijen = [r for r in figuur.rijen(blik) if in_gebied(r, gemeenten, ongekoppeld=ongekoppeld)]
    cellen = {(figuur.code, "totaal", "alle"): _cel(figuur, rijen, rijen)}
    rubrieken = {n: _lijst(blik, figuur, n, gemeenten, ongekoppeld) for n in figuur.enkele}
    for naam in figuur.enkele:
        gezien = [categorie_van(blik, rij, naam) for rij in rijen]
        for categorie in {*rubrieken[naam], *gezien}:
            in_cel = [r for r, c in zip(rijen, gezien, strict=True) if c == categorie]
            noemer = rijen if figuur.code == "B3" and naam == "eindreden" else in_cel
            cellen[figuur.code, naam, categorie] = _cel(figuur, in_cel, noemer)
    for a, b in figuur.kruisingen:
        gezien = [(categorie_van(blik, r, a), categorie_van(blik, r, b)) for r in rijen]
        for paar in {*product(rubrieken[a], rubrieken[b]), *gezien}:
            in_cel = [r for r, c in zip(rijen, gezien, strict=True) if c == paar]
            cellen[figuur.code, a + codes.KRUIS + b, codes.KRUIS.join(paar)] = _cel(
                figuur, in_cel, in_cel
            )
    return cellen


def _cel(figuur: Figuur, rijen: list[Rij], alle: list[Rij]) -> Cel:
    """One number out of the things in the cell. `alle` is what a percentage is out of."""
    dingen = {r.wat for r in rijen}
    personen = frozenset(r.persoon.nummer for r in rijen if r.persoon is not None)
    if figuur.soort == PERCENTAGE:
        tellende = [r for r in rijen if r.telt]
        n, van_alle = len({r.wat for r in tellende}), len({r.wat for r in alle})
        wie = frozenset(r.persoon.nummer for r in tellende)
        return Cel("procent", n, van_alle, heel_procent(n, van_alle), wie)
    if figuur.soort == MEDIAAN:
        return Cel(figuur.eenheid, None, len(dingen), middelste([r.getal for r in rijen]), personen)
    return Cel(figuur.eenheid, len(dingen), None, len(dingen), personen)


def heel_procent(n: int, noemer: int) -> int | None:
    """Half up; 0 only for nothing, 100 only for all; nothing to say about nobody."""
    if noemer == 0:
        return None
    if n in (0, noemer):
        return 0 if n == 0 else 100
    afgerond = (200 * n + noemer) // (2 * noemer)
    return min(99, max(1, afgerond))


def middelste(getallen: list[int]) -> int | Decimal | None:
    """The median, with at most one decimal."""
    op_rij = sorted(getallen)
    aantal = len(op_rij)
    if aantal == 0:
        return None
    if aantal % 2 == 1:
        return op_rij[aantal // 2]
    return Decimal(op_rij[aantal // 2 - 1] + op_rij[aantal // 2]) / 2


def categorie_van(blik: Blik, rij: Rij, uitsplitsing: str) -> str:
    """In which category of a breakdown the row stands: facts as they were on its day."""
    match uitsplitsing:
        case "gemeente":
            return rij.plek
        case "leeftijdsklasse":
            return leeftijdsklasse(rij.persoon, blik.peildatum)
        case "geslacht":
            return rij.persoon.geslacht
        case "leerroute":
            return leerroute_op(rij.persoon, rij.dag)
        case "wet" | "doelgroep" | "opleidingsniveau":
            return waarde_op(rij.persoon, uitsplitsing, rij.dag)
    return rij.kenmerken[uitsplitsing]


def _lijst(blik: Blik, figuur: Figuur, naam: str, gemeenten, ongekoppeld: bool) -> list[str]:
    """The categories that have a row, also at 0. Whatever else is met gets one too."""
    vaste = {
        "wet": codes.WET,
        "leerroute": codes.LEERROUTE,
        "opleidingsniveau": codes.NIVEAU,
        "geslacht": codes.GESLACHT,
        "leeftijdsklasse": codes.LEEFTIJDSKLASSE,
        "doelgroep": codes.DOELGROEP,
        "eindreden": codes.EINDREDEN,
        "plaatsingsoort": codes.PLAATSINGSOORT,
        "uitkomst": codes.UITKOMST,
        "contractvorm": (*codes.CONTRACTVORM, "onbekend"),
        "urenklasse": codes.URENKLASSE,
        "actielijn": codes.ACTIELIJN,
    }
    if naam == "gemeente":
        lijst = leden(blik, op_peildatum=figuur.op_peildatum)
        if gemeenten is not None:
            lijst = [g for g in lijst if g in gemeenten]
        if gemeenten is None or ongekoppeld:
            lijst.append(codes.NOG_NIET_GEKOPPELD)
    elif naam == "trajectsoort":
        eigen = [code for code, regio in EIGEN_TRAJECTSOORTEN.items() if regio == blik.regio]
        lijst = [*codes.TRAJECTSOORT, *eigen]
    else:
        lijst = list(vaste[naam])
    if naam == "actielijn" and figuur.code.startswith("C"):
        lijst.append("onbekend")
    if naam == "leeftijdsklasse" and figuur.soort == PERCENTAGE:
        lijst = [klasse for klasse in lijst if klasse not in ("jonger_dan_16", "16-17")]
    return lijst


def leden(blik: Blik, *, op_peildatum: bool) -> list[str]:
    """The gemeenten that were a member on the peildatum, or on any day of the period."""
    dagen = [blik.peildatum] if op_peildatum else blik.dagen
    return [
        g.code
        for g in GEMEENTEN.values()
        if any(
            lid.regio == blik.regio and any(lid.van <= dag <= lid.tot_en_met for dag in dagen)
            for lid in g.leden
        )
    ]
