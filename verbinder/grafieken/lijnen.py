"""Lines over months or half-years, with the label at the end in place of a legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import count, groupby, pairwise

from verbinder.grafieken.begrippen import (
    BREED,
    Cel,
    Grafiek,
    Punt,
    Reeks,
    als_cel,
    geschreven,
    maak,
    opsomming,
)
from verbinder.grafieken.svg import (
    KLEIN,
    KLEUREN,
    LIJN,
    MAAT,
    ROOSTER,
    SMAL_ONDER,
    ZACHT,
    breedte,
    ingekort,
    lijnstuk,
    merk,
    streep,
    tekst,
)

# In this order: the first line is the one that draws the eye.
LIJNKLEUREN = (KLEUREN[2], KLEUREN[1], KLEUREN[3], KLEUREN[0])
HOOG, HOOG_SMAL = 300, 260
BOVEN, ONDER = 14, 30
MEESTE_STREPEN = 6


def lijnen(
    id: str,
    momenten: Sequence[str],
    reeksen: Sequence[Reeks],
    *,
    titel: str,
    naam: str,
    kop: str,
    eenheid: str = "",
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Grafiek:
    """A line per row of numbers, from zero, with a gap where a moment has no number.

    Raises ValueError for more lines than colours, a row of another length than `momenten`, or a
    number below zero.
    """
    if len(reeksen) > len(LIJNKLEUREN):
        raise ValueError(f"Een grafiek heeft hooguit {len(LIJNKLEUREN)} lijnen.")
    if any(len(reeks.punten) != len(momenten) for reeks in reeksen):
        raise ValueError("Elke lijn heeft een waarde per moment.")
    getallen = [p.getal for reeks in reeksen for p in reeks.punten if p.getal is not None]
    if any(getal < 0 for getal in getallen):
        raise ValueError("Een lijn begint bij nul en gaat niet daaronder.")
    stap, top = schaal(max(getallen, default=Decimal(0)))

    def teken(breedte_: int) -> tuple[float, list[str]]:
        veld = _veld(breedte_, momenten, reeksen, top, eenheid)
        delen = [*_rooster(veld, stap, eenheid), *_momenten(veld, momenten)]
        for nummer, reeks in enumerate(reeksen):
            delen += _lijn(veld, nummer, reeks)
        return veld.hoog, [*delen, *_eindlabels(veld, reeksen, eenheid)]

    return maak(
        id,
        titel=titel,
        naam=naam,
        omschrijving=_omschrijving(naam, momenten, reeksen, eenheid),
        teken=teken,
        koppen=(kop, *momenten),
        rijen=[
            (Cel(reeks.naam), *(als_cel(punt, eenheid) for punt in reeks.punten))
            for reeks in reeksen
        ],
        noten=noten,
        breed=breed,
    )


def schaal(hoogste: Decimal) -> tuple[Decimal, Decimal]:
    """The step between grid lines (1, 2 or 5 times a power of ten) and the top of the scale."""
    for macht in count():
        for keer in (1, 2, 5):
            stap = Decimal(keer).scaleb(macht)
            if hoogste <= stap * MEESTE_STREPEN:
                strepen = (hoogste / stap).to_integral_value(ROUND_CEILING)
                return stap, stap * max(strepen, Decimal(1))
    raise AssertionError("count() is endless")


@dataclass(frozen=True)
class Veld:
    """Where the lines run, in points, and what the scale is."""

    breed: int
    hoog: float
    links: float
    rechts: float
    momenten: int
    top: Decimal

    @property
    def smal(self) -> bool:
        return self.breed < SMAL_ONDER

    def x(self, moment: int) -> float:
        lengte = self.breed - self.links - self.rechts
        if self.momenten < 2:
            return self.links + lengte / 2
        return self.links + lengte * moment / (self.momenten - 1)

    def y(self, getal: Decimal) -> float:
        hoogte = self.hoog - BOVEN - ONDER
        return BOVEN + hoogte - hoogte * float(getal / self.top)


def _veld(
    breed: int, momenten: Sequence[str], reeksen: Sequence[Reeks], top: Decimal, eenheid: str
) -> Veld:
    smal = breed < SMAL_ONDER
    langste = 0.0
    for reeks in reeksen:
        getal = breedte(geschreven(_laatste(reeks), eenheid), MAAT, vet=True)
        naam = breedte(reeks.naam, KLEIN if smal else MAAT)
        langste = max(langste, max(getal, naam) if smal else getal + naam + 6)
    rechts = min(langste + 18, (0.34 if smal else 0.42) * breed)
    links = breedte(geschreven(top, eenheid), KLEIN) + 12
    eerste = breedte(momenten[0], KLEIN) / 2 if momenten else 0
    return Veld(
        breed, HOOG_SMAL if smal else HOOG, max(links, eerste + 2), rechts, len(momenten), top
    )


def _rooster(veld: Veld, stap: Decimal, eenheid: str) -> Iterator[str]:
    getal = Decimal(0)
    while getal <= veld.top:
        y = veld.y(getal)
        yield streep(veld.links, y, veld.breed - veld.rechts, y, ROOSTER if getal else LIJN)
        yield tekst(
            veld.links - 8,
            y + 4,
            geschreven(getal, eenheid),
            maat=KLEIN,
            anker="end",
            kleur=ZACHT,
        )
        getal += stap


def _momenten(veld: Veld, momenten: Sequence[str]) -> Iterator[str]:
    """The names below; where they would touch, only each second, third, … from the last back."""
    langste = max((breedte(moment, KLEIN) for moment in momenten), default=0) + 8
    ruimte = veld.x(1) - veld.x(0) if len(momenten) > 1 else langste
    elke = max(1, -int(-langste // max(ruimte, 1)))
    for nummer, moment in enumerate(momenten):
        if (len(momenten) - 1 - nummer) % elke == 0:
            yield tekst(
                veld.x(nummer), veld.hoog - 8, moment, maat=KLEIN, anker="middle", kleur=ZACHT
            )


def _lijn(veld: Veld, nummer: int, reeks: Reeks) -> Iterator[str]:
    kleur = LIJNKLEUREN[nummer]
    genummerd = list(enumerate(reeks.punten))
    for heeft_getal, stuk in groupby(genummerd, lambda paar: paar[1].getal is not None):
        if not heeft_getal:
            continue
        punten = [(veld.x(i), veld.y(punt.getal or Decimal(0))) for i, punt in stuk]
        if len(punten) > 1:
            yield lijnstuk(punten, kleur, gestreept=reeks.streep)
        # A marker at each number where they are few; else only where a piece ends.
        for x, y in punten if len(reeks.punten) <= 6 else punten[-1:]:
            yield merk(nummer, x, y, kleur)


@dataclass
class Label:
    """What stands at the end of a line, and how high."""

    y: float
    naam: str
    getal: str


def _labels(veld: Veld, reeksen: Sequence[Reeks], eenheid: str) -> list[Label]:
    """The labels, moved apart where they would touch, and kept above the moments."""
    ruimte = 34 if veld.smal else 20
    labels = []
    for reeks in reeksen:
        getallen = [punt.getal for punt in reeks.punten if punt.getal is not None]
        y = veld.y(getallen[-1] if getallen else Decimal(0))
        labels.append(Label(y, reeks.naam, geschreven(_laatste(reeks), eenheid)))
    labels.sort(key=lambda label: label.y)
    for eerder, later in pairwise(labels):
        later.y = max(later.y, eerder.y + ruimte)
    grens = veld.hoog - ONDER - (12 if veld.smal else 0)
    for label in reversed(labels):
        label.y = min(label.y, grens)
        grens = label.y - ruimte
    return labels


def _eindlabels(veld: Veld, reeksen: Sequence[Reeks], eenheid: str) -> Iterator[str]:
    """The last value and the name of each line."""
    x = veld.breed - veld.rechts + 12
    for label in _labels(veld, reeksen, eenheid):
        if veld.smal:
            naam = ingekort(label.naam, veld.rechts - 12, KLEIN)
            yield tekst(x, label.y + 2, label.getal, vet=True)
            yield tekst(x, label.y + 16, naam, maat=KLEIN)
        else:
            lang = breedte(label.getal, MAAT, vet=True)
            naam = ingekort(label.naam, veld.rechts - lang - 17)
            yield tekst(x, label.y + 4, naam, vet_vooraf=label.getal)


def _laatste(reeks: Reeks) -> Punt:
    """Where the line ends: what is still to come has no value."""
    bekend = [punt for punt in reeks.punten if punt.waarde is not None]
    return (bekend or reeks.punten)[-1]


def _omschrijving(
    naam: str, momenten: Sequence[str], reeksen: Sequence[Reeks], eenheid: str
) -> str:
    if not momenten or not reeksen:
        return f"{naam}. Er is niets te tonen."
    if len(momenten) == 1:
        delen = [f"{reeks.naam} {geschreven(reeks.punten[0], eenheid)}" for reeks in reeksen]
        return f"{naam}, {momenten[0]}: {opsomming(delen)}."
    delen = [
        f"{reeks.naam} van {geschreven(reeks.punten[0], eenheid)}"
        f" naar {geschreven(_laatste(reeks), eenheid)}"
        for reeks in reeksen
    ]
    return f"{naam}, {momenten[0]} tot {momenten[-1]}: {opsomming(delen)}."
