"""The puzzle that an attacker tries to solve: unknown numbers, what is published, what must hold.

Numbers are variables, sums and relations are rows of a matrix. Every attacker has the same matrix;
a gemeente has tighter bounds, because it knows its own share of every cell and because whatever
holds for the region without it holds too.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

import numpy as np

from verbinder.indicatoren.uitsplitsingen import KRUIS, NOG_NIET_GEKOPPELD, TOTAAL, delen
from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.gegevens import (
    TELT_NIET_MEE,
    Publicatie,
    Weet,
    eigen_deel,
    getallen,
    is_samengevoegd,
    kennis,
)
from verbinder.onthulling.lijsten import samengevoegd
from verbinder.onthulling.relaties import (
    EERDER,
    MEERVOUDIG,
    NERGENS_OPTELBAAR,
    NU,
    Boek,
    Sleutel,
    Verband,
    door_de_tijd,
    opgeteld,
    verbanden,
    zelfde_getallen,
)
from verbinder.onthulling.rijen import Geloof, Rijen
from verbinder.onthulling.stelsel import Grenzen

BUITENSTAANDER = "buitenstaander"
# Lists of which one says something of the other.
SCHAKELS = {"plaatsingsoort", "uitkomst"}
OPEN = np.inf


@dataclass(frozen=True, slots=True)
class Geheim:
    """A secret number: which variable, in which table, and whose publication it stands in."""

    nummer: int
    tabel: Tabel
    sleutel: Sleutel


class Model:
    """All numbers of the audited publication and those before it, with everything known of them.

    `waar` holds the true numbers, `matrix` the rows. `geheimen` are the cells to attack.
    `tegenspraak` counts relations that the true figures do not obey, by name: a reader who used
    them would be wrong, so they are no knowledge.
    """

    def __init__(
        self,
        nu: Publicatie,
        eerdere: Sequence[Publicatie] = (),
        stromen: Mapping[str, str] | None = None,
        samen: Iterable[Collection[str]] = (),
    ):
        self.publicaties = (replace(nu, afstand=0), *eerdere)
        self._getallen = [getallen(p.cijfers) for p in self.publicaties]
        self._stromen = dict(stromen or {})
        self.sleutels = self._kies_sleutels()
        self.nummer = {sleutel: i for i, sleutel in enumerate(self.sleutels)}
        self._weten = [
            [weet for weet in _weten(p) if Sleutel(moment, *weet.getal) in self.nummer]
            for moment, p in enumerate(self.publicaties)
        ]
        self._waar = [self._getallen[s.moment][s[1:]] for s in self.sleutels]
        self._rijen = Rijen()
        self.tegenspraak: Counter[str] = Counter()
        self._bouw_rijen()
        self.waar = np.array(self._waar, dtype=float)
        self._rijen.stel_samen(self.waar)
        self.matrix = self._rijen.matrix
        self.geheimen = self._kies_geheimen()
        self._leden = self._insiders(samen)
        self.aanvallers = [BUITENSTAANDER, *self._leden]
        self._delen = {naam: self._eigen(naam) for naam in self.aanvallers}
        # attackers × numbers: wholly the attacker's own, so no secret to it.
        self.eigen = np.array([vast for _, vast in self._delen.values()])
        self._kent_rijen = {n: self._rijen.grenzen(eigen) for n, (eigen, _) in self._delen.items()}
        self._neem_publicaties_over()

    def _gemeenten(self) -> list[str]:
        """Every gemeente that knows a share of its own.

        Raises ValueError when the own figures of one are missing: it would not be attacked.
        """
        bekend = {g for publicatie in self.publicaties for g in publicatie.per_gemeente}
        genoemd = {s.categorie for s in self.sleutels if s.uitsplitsing == "gemeente"}
        if ontbreekt := genoemd - bekend - {NOG_NIET_GEKOPPELD}:
            raise ValueError(f"De eigen cijfers ontbreken van {', '.join(sorted(ontbreekt))}.")
        return sorted(bekend)

    def _insiders(self, samen: Iterable[Collection[str]]) -> dict[str, Collection[str]]:
        """Who knows figures from within: each gemeente, and those that one person works for."""
        gemeenten = self._gemeenten()
        groepen = {tuple(sorted(set(groep) & set(gemeenten))) for groep in samen}
        leden: dict[str, Collection[str]] = {gemeente: [gemeente] for gemeente in gemeenten}
        return leden | {" en ".join(groep): groep for groep in sorted(groepen) if len(groep) > 1}

    # Which numbers

    def _kies_sleutels(self) -> list[Sleutel]:
        """Every table that any indicator publishes in some publication, and what links those."""
        getoond = frozenset().union(*(publicatie.getoond() for publicatie in self.publicaties))
        nodig = {TOTAAL, "gemeente"} | {tabel.uitsplitsing for tabel in getoond}
        nodig |= {deel for tabel in nodig for deel in delen(tabel)}
        if nodig & SCHAKELS:
            nodig |= SCHAKELS
        return [
            Sleutel(moment, *getal)
            for moment, waarden in enumerate(self._getallen)
            for getal in waarden
            if getal[1] in nodig
        ]

    # Which rows

    def _bouw_rijen(self) -> None:
        for verband in self._alle_verbanden():
            self._voeg_toe(verband)
        for moment, weten in enumerate(self._weten):
            for weet in weten:
                if weet.even:
                    self._maak_even(Sleutel(moment, *weet.getal))

    def _alle_verbanden(self) -> Iterator[Verband]:
        boek = Boek(self.sleutels)
        yield from _optellingen(boek)
        yield from verbanden(boek)
        for ander, publicatie in enumerate(self.publicaties[1:], start=EERDER):
            if publicatie.afstand == 0:
                yield from zelfde_getallen(boek, ander)
        for eerder, later in self._opeenvolgend():
            yield from door_de_tijd(boek, eerder, later)
            yield from opgeteld(boek, eerder, later, self._stromen)

    def _opeenvolgend(self) -> Iterator[tuple[int, int]]:
        """Publications of half-years that follow each other."""
        for eerder, publicatie in enumerate(self.publicaties):
            for later, volgende in enumerate(self.publicaties):
                if volgende.afstand == publicatie.afstand + 1:
                    yield eerder, later

    def _voeg_toe(self, verband: Verband) -> None:
        nummers = [self.nummer[s] for s in verband.termen]
        factoren = list(verband.termen.values())
        som = sum(f * self._waar[i] for f, i in zip(factoren, nummers, strict=True))
        if verband.zeker and (som < 0 or (verband.gelijk and som)):
            self.tegenspraak[verband.naam] += 1
            return
        aanname = "" if verband.zeker else verband.naam
        self._rijen.voeg_toe(nummers, factoren, gelijk=verband.gelijk, aanname=aanname)

    def _maak_even(self, sleutel: Sleutel) -> None:
        nummer, half = self.nummer[sleutel], len(self._waar)
        if self._waar[nummer] % 2 == 0:
            self._waar.append(self._waar[nummer] // 2)
            self._rijen.voeg_toe([nummer, half], [1, -2], gelijk=True)

    # Who knows what

    def _kies_geheimen(self) -> list[Geheim]:
        return [
            Geheim(self.nummer[sleutel], _tabel_van(weet), sleutel)
            for moment, weten in enumerate(self._weten)
            for weet in weten
            if weet.geheim
            for sleutel in [Sleutel(moment, *weet.getal)]
        ]

    def _neem_publicaties_over(self) -> None:
        self._gepubliceerd = self._uit_publicaties()
        self.grenzen = {
            naam: Grenzen(*self._van_getallen(naam), *self._kent_rijen[naam])
            for naam in self.aanvallers
        }

    def grenzen_volgens(self, aanvaller: str, geloof: Geloof) -> Grenzen:
        """What this attacker holds to be true who believes more than is."""
        eigen, _ = self._delen[aanvaller]
        rijen = self._rijen.grenzen_volgens(eigen, geloof)
        return Grenzen(*self._van_getallen(aanvaller), *rijen)

    def aannames(self) -> list[str]:
        """What a reader may assume."""
        return self._rijen.aannames()

    def onjuiste_aannames(self, aanvaller: str) -> list[str]:
        """What is not true everywhere of the numbers that this attacker does not know."""
        return self._rijen.onjuist(self._delen[aanvaller][0])

    def _van_getallen(self, aanvaller: str) -> tuple[np.ndarray, np.ndarray]:
        onder, boven = (grens.copy() for grens in self._gepubliceerd)
        eigen, vast = self._delen[aanvaller]
        onder = np.maximum(onder, eigen)
        onder[vast] = boven[vast] = self.waar[vast]
        return onder, boven

    def _uit_publicaties(self) -> tuple[np.ndarray, np.ndarray]:
        onder, boven = np.zeros(len(self.waar)), np.full(len(self.waar), OPEN)
        for moment, weten in enumerate(self._weten):
            for weet in weten:
                i = self.nummer[Sleutel(moment, *weet.getal)]
                onder[i] = max(onder[i], weet.onder)
                boven[i] = min(boven[i], OPEN if weet.boven is None else weet.boven)
        return onder, boven

    def _eigen(self, aanvaller: str) -> tuple[np.ndarray, np.ndarray]:
        """The own share in every number, and which numbers are wholly its own."""
        eigen, vast = np.zeros(len(self.waar)), np.zeros(len(self.waar), dtype=bool)
        for gemeente in self._leden.get(aanvaller, ()):
            for moment, publicatie in enumerate(self.publicaties):
                deel = eigen_deel(publicatie.per_gemeente.get(gemeente, ()), gemeente)
                for getal, n in deel.items():
                    i = self.nummer.get(Sleutel(moment, *getal))
                    if i is not None:
                        eigen[i] = min(eigen[i] + n, self.waar[i])
                        vast[i] |= "gemeente" in delen(getal[1])
        return eigen, vast

    def laat_weg(self, tabellen: Iterable[Tabel]) -> None:
        """Forget what these tables of the audited publication told."""
        weg = set(tabellen)
        self._weten[NU] = [w for w in self._weten[NU] if w.nooit or _tabel_van(w) not in weg]
        self.geheimen = [g for g in self.geheimen if g.sleutel.moment != NU or g.tabel not in weg]
        self._neem_publicaties_over()

    def getoonde_tabellen(self) -> set[Tabel]:
        """The tables of the audited publication that still tell something."""
        return {_tabel_van(weet) for weet in self._weten[NU] if not weet.nooit}

    def zonder(self, tabellen: Iterable[Tabel]) -> "Model":
        """The same puzzle for who does not see these tables."""
        kopie = copy(self)
        kopie._weten = list(self._weten)
        kopie.laat_weg(tabellen)
        return kopie


def _weten(publicatie: Publicatie) -> Iterator[Weet]:
    getoond, cellen = publicatie.getoond(), publicatie.cellen()
    met_kop = {cel.plaats.indicator for cel in cellen if cel.plaats.uitsplitsing == TOTAAL}
    for cel in cellen:
        if cel.tabel in getoond or cel.status in TELT_NIET_MEE:
            kop = cel.plaats.uitsplitsing == TOTAAL or cel.plaats.indicator not in met_kop
            yield from kennis(cel, publicatie.regel, kop=kop)


def _tabel_van(weet: Weet) -> Tabel:
    return _tabel_bij(Sleutel(NU, *weet.getal))


def _tabel_bij(sleutel: Sleutel) -> Tabel:
    _, grootheid, uitsplitsing, _ = sleutel
    return Tabel(grootheid.removesuffix(".teller").removesuffix(".noemer"), uitsplitsing)


def _optellingen(boek: Boek) -> Iterator[Verband]:
    """Sums over the categories of each table."""
    for (moment, grootheid), tabellen in boek.cellen.items():

        def cel(uitsplitsing: str, categorie: str, m=moment, g=grootheid) -> Sleutel:
            return Sleutel(m, g, uitsplitsing, categorie)

        for uitsplitsing, categorieen in tabellen.items():
            stukken = delen(uitsplitsing)
            if not stukken or TOTAAL not in tabellen:
                continue
            if len(stukken) == 1:
                los = [c for c in categorieen if not is_samengevoegd(uitsplitsing, c)]
                onderdelen = [cel(uitsplitsing, c) for c in los]
                yield from _som(cel(TOTAAL, "alle"), onderdelen, grootheid, uitsplitsing)
                yield from _samengevoegde(uitsplitsing, categorieen, cel)
            else:
                yield from _kruising(uitsplitsing, categorieen, tabellen, grootheid, cel)


def _som(
    geheel: Sleutel, onderdelen: Sequence[Sleutel], grootheid: str, langs: str, *, volledig=True
) -> Iterator[Verband]:
    """The parts make the whole, or at least it where something may stand in several of them.

    `volledig`: whether the parts are all there are.
    """
    naam = f"{grootheid} per {langs}"
    termen = {geheel: 1} | dict.fromkeys(onderdelen, -1)
    meervoudig = grootheid in NERGENS_OPTELBAAR or langs in MEERVOUDIG.get(grootheid, ())
    if not meervoudig:
        yield Verband(naam, termen, gelijk=True)
        return
    if volledig:
        yield Verband(naam, {sleutel: -factor for sleutel, factor in termen.items()})
    for onderdeel in onderdelen:
        yield Verband(naam, {geheel: 1, onderdeel: -1})


def _samengevoegde(uitsplitsing: str, categorieen: Sequence[str], cel) -> Iterator[Verband]:
    for naam in categorieen:
        if is_samengevoegd(uitsplitsing, naam):
            codes = [c for c in categorieen if c != naam and samengevoegd(uitsplitsing, c) == naam]
            termen = {cel(uitsplitsing, naam): 1} | {cel(uitsplitsing, c): -1 for c in codes}
            yield Verband("samengevoegd", termen, gelijk=True)


def _kruising(
    uitsplitsing: str, categorieen: Sequence[str], tabellen, grootheid: str, cel
) -> Iterator[Verband]:
    for plek, langs in ((0, 1), (1, 0)):
        stukken = delen(uitsplitsing)
        groepen: dict[str, list[Sleutel]] = {}
        for categorie in categorieen:
            groepen.setdefault(categorie.split(KRUIS)[plek], []).append(
                cel(uitsplitsing, categorie)
            )
        for code, onderdelen in groepen.items():
            if code in tabellen.get(stukken[plek], ()):
                # What cannot be added up has no merged category to complete its crossings.
                volledig = grootheid not in NERGENS_OPTELBAAR
                geheel = cel(stukken[plek], code)
                yield from _som(geheel, onderdelen, grootheid, stukken[langs], volledig=volledig)
