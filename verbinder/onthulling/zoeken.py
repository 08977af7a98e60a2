"""Search for proof that a secret number may be something else.

Two sets of numbers that both fit everything an attacker knows, and in which a secret differs by
three or more, prove that this attacker cannot narrow it further. The truth is one such set. What
was found stays true when tables are left out: less is known then.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csc_array

from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL
from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.intervallen import versmal
from verbinder.onthulling.model import Geheim
from verbinder.onthulling.puzzel import Puzzel
from verbinder.onthulling.stelsel import (
    Blok,
    Grenzen,
    Verschuiving,
    bestaat,
    blokken,
    reikwijdte,
    uiterste,
    verschuif,
)

RONDES = 12
GEDULD = 2  # rounds without anything new
POGINGEN = 5


@dataclass
class Kosten:
    """What the search cost so far."""

    oplossingen: int = 0
    seconden: dict[str, float] = field(default_factory=dict)


class Zoeker:
    """Keeps, per attacker and number, the smallest and largest value that was shown to fit."""

    def __init__(
        self, model: Puzzel, smalste: int, seconden_per_cel: float, kosten: Kosten | None = None
    ):
        self.model = model
        self.smalste = smalste
        self.kosten = kosten or Kosten()
        self._seconden_per_cel = seconden_per_cel
        self._matrix = csc_array(model.matrix)
        self._toeval = np.random.default_rng(1)
        self._genegeerd: set[int] = set()
        self._kan_breed: set[tuple[int, int]] = set()
        self._verschuivingen: list[Verschuiving] = []
        self._laag = np.tile(model.waar, (len(model.aanvallers), 1))
        self._hoog = self._laag.copy()
        self.neem_grenzen_over()

    def neem_grenzen_over(self) -> None:
        """Take over what is known now: at the start, and after tables were left out."""
        grenzen = [self.model.grenzen[naam] for naam in self.model.aanvallers]
        self._onder = np.array([g.onder for g in grenzen])
        self._boven = np.array([g.boven for g in grenzen])
        self._rij_onder = np.array([g.rij_onder for g in grenzen])
        self._rij_boven = np.array([g.rij_boven for g in grenzen])
        self._geheim = {g.nummer: g for g in self.model.geheimen if g.nummer not in self._genegeerd}
        self._nummers = np.array(sorted(self._geheim), dtype=int)
        self._hele: list[Blok] | None = None

    def negeer(self, nummer: int) -> None:
        """Attack this secret no more: nothing can be done for it."""
        self._genegeerd.add(nummer)
        self.neem_grenzen_over()

    def zonder(self, tabellen: Iterable[Tabel]) -> "Zoeker":
        """The same search for who does not see these tables; what fitted still does."""
        kopie, hele = copy(self), self._hele
        kopie.model = self.model.zonder(tabellen)
        kopie._laag, kopie._hoog = self._laag.copy(), self._hoog.copy()
        kopie._kan_breed = set(self._kan_breed)
        kopie.neem_grenzen_over()
        kopie._hele = hele
        return kopie

    def geheim(self, nummer: int) -> Geheim:
        """The secret that this number is."""
        return self._geheim[nummer]

    def open(self) -> np.ndarray:
        """attackers × secrets: not yet proven to keep their width, and not the attacker's own."""
        n = self._nummers
        return (self._hoog[:, n] - self._laag[:, n] < self.smalste) & ~self.model.eigen[:, n]

    def open_paren(self) -> list[tuple[int, int]]:
        """Attacker and number of what `open` marks."""
        return [
            (int(a), int(self._nummers[j])) for a, j in zip(*np.nonzero(self.open()), strict=True)
        ]

    def breedtes(self) -> dict[str, np.ndarray]:
        """Per attacker the proven widths of the secrets that are not its own."""
        breed = self._hoog[:, self._nummers] - self._laag[:, self._nummers]
        vreemd = ~self.model.eigen[:, self._nummers]
        return {naam: breed[i, vreemd[i]] for i, naam in enumerate(self.model.aanvallers)}

    # Parts of the puzzle

    def kruisblokken(self) -> list[Blok]:
        """Crossings, while every breakdown stays at the truth."""
        return self._blokken(self._waar(lambda tabel: KRUIS in tabel))

    def losse_blokken(self) -> list[Blok]:
        """Tables that hang together while every headline stays at the truth."""
        return self._blokken(self._waar(lambda tabel: tabel != TOTAAL))

    def stille_blokken(self) -> list[Blok]:
        """Secret headlines with all that is not published: what no table holds in place."""
        vrij = np.isinf(self._boven[0])
        for geheim in self.model.geheimen:
            if geheim.sleutel.uitsplitsing == TOTAAL:
                vrij[geheim.nummer] = True
        return self._blokken(vrij)

    def hele_blokken(self) -> list[Blok]:
        """Everything that hangs together."""
        return self._blokken(np.ones(len(self.model.waar), dtype=bool))

    def _waar(self, voorwaarde: Callable[[str], bool]) -> np.ndarray:
        """The variables of these tables, and those that belong to no table."""
        vrij = np.ones(len(self.model.waar), dtype=bool)
        vrij[: len(self.model.sleutels)] = [
            voorwaarde(sleutel.uitsplitsing) for sleutel in self.model.sleutels
        ]
        return vrij

    def _blokken(self, vrij: np.ndarray) -> list[Blok]:
        alle = blokken(self._matrix, self.model.waar, vrij)
        return [blok for blok in alle if np.isin(self._nummers, blok.vrij).any()]

    def fasen(self) -> Iterator[tuple[Blok, bool]]:
        """The parts to search, small ones first; the last also for each attacker by itself."""
        for blokken_van, ook_apart in (
            (self.kruisblokken, False),
            (self.losse_blokken, False),
            (self.stille_blokken, False),
            (self.hele_blokken, True),
        ):
            for blok in blokken_van():
                yield blok, ook_apart

    # Many secrets at once

    def doorzoek(self, blok: Blok, *, ook_apart: bool = False) -> None:
        """Find other numbers in this part, for many attackers at once; `ook_apart`: then for each
        of them by itself, who has more freedom alone."""
        doelen = np.flatnonzero(np.isin(self._nummers, blok.vrij))
        for wie in self._groepen(blok):
            self._doorzoek_voor(blok, wie, doelen)
        if not ook_apart:
            return
        for aanvaller in np.flatnonzero(self.open()[:, doelen].any(axis=1)):
            self._doorzoek_voor(blok, np.array([aanvaller]), doelen)

    def _doorzoek_voor(self, blok: Blok, wie: np.ndarray, doelen: np.ndarray) -> None:
        vergeefs, te_doen = 0, len(doelen) * len(wie) + 1
        for ronde in range(RONDES):
            open_ = self.open()[np.ix_(wie, doelen)]
            vergeefs = 0 if open_.sum() < te_doen else vergeefs + 1
            te_doen = open_.sum()
            if not te_doen or vergeefs == GEDULD:
                return
            self._zoek_samen(blok, wie, self._nummers[doelen[open_.any(axis=0)]], ronde)

    def _groepen(self, blok: Blok) -> Iterator[np.ndarray]:
        """Sets of attackers to satisfy together. Where cells of gemeenten are concerned every two
        of them must once stand apart: one knows its own cell, the other must not find it."""
        van_binnen = self.model.eigen[:, blok.vrij].any(axis=1)
        buiten, binnen = np.flatnonzero(~van_binnen), np.flatnonzero(van_binnen)
        if not len(binnen):
            yield buiten
            return
        plek = np.arange(len(binnen))
        for bit in range(max(1, (len(binnen) - 1).bit_length())):
            for kant in (0, 1):
                leden = binnen[(plek >> bit & 1) == kant]
                if len(leden):
                    yield np.array([*buiten, *leden])

    def _zoek_samen(self, blok: Blok, wie: np.ndarray, welke: np.ndarray, ronde: int) -> None:
        """One set of numbers that moves many secrets at once, at most as far as needed."""
        begin = time.process_time()
        grenzen, plek = self._samen(blok, wie), blok.plek(welke)
        waar = blok.waar[plek]
        grenzen.onder[plek] = np.maximum(grenzen.onder[plek], waar - self.smalste)
        grenzen.boven[plek] = np.minimum(grenzen.boven[plek], waar + self.smalste)
        richting = np.zeros(len(blok.vrij))
        if ronde < 2:
            richting[plek] = 1.0 if ronde == 0 else -1.0
        else:
            richting[plek] = self._toeval.choice([-1.0, 1.0], len(plek))
        self._onthoud(blok, verschuif(blok, grenzen, richting, self._toeval))
        self._reken_toe(welke, time.process_time() - begin)

    # One secret of one attacker

    def smal_volgens_intervallen(self) -> list[tuple[int, int]]:
        """The pairs that are broken for certain, without any solver."""
        smal, te_zien = [], self.open()
        for aanvaller, naam in enumerate(self.model.aanvallers):
            onder, boven = versmal(self.model.matrix, self.model.grenzen[naam])
            breed = (boven - onder)[self._nummers]
            gebroken = np.flatnonzero(te_zien[aanvaller] & (breed < self.smalste))
            smal += [(aanvaller, int(self._nummers[j])) for j in gebroken]
        return smal

    def kan_breed(self, aanvaller: int, nummer: int) -> bool:
        """Whether fractions at least leave a secret its width; if not, it is broken for certain."""
        if (aanvaller, nummer) in self._kan_breed:
            return True
        begin = time.process_time()
        blok, grenzen, plek = self._alleen(aanvaller, nummer)
        hoogste = self._uiterste(blok, grenzen, plek, 1)
        breed = hoogste - self._laag[aanvaller, nummer] >= self.smalste
        if not breed:
            breed = hoogste - self._uiterste(blok, grenzen, plek, -1) >= self.smalste
        if breed:
            # Leaving out tables only widens what fits.
            self._kan_breed.add((aanvaller, nummer))
        self._reken_toe([nummer], time.process_time() - begin)
        return bool(breed)

    def _uiterste(self, blok: Blok, grenzen: Grenzen, plek: int, kant: int) -> float:
        self.kosten.oplossingen += 1
        return uiterste(blok, grenzen, plek, kant)

    def duw(self, aanvaller: int, nummer: int) -> bool:
        """Push one secret as far as needed for one attacker. Returns whether it keeps its width;
        what cannot be decided in time does not."""
        begin = time.process_time()
        blok, grenzen, plek = self._alleen(aanvaller, nummer)
        for kant in (1, -1):
            if self._breed(aanvaller, nummer):
                break
            verst = self._uiterste(blok, grenzen, plek, kant)
            self._duw(blok, grenzen, plek, aanvaller, nummer, kant, verst)
        self._reken_toe([nummer], time.process_time() - begin)
        return self._breed(aanvaller, nummer)

    def _alleen(self, aanvaller: int, nummer: int) -> tuple[Blok, Grenzen, int]:
        """The whole part around one number, with what one attacker knows of it."""
        if self._hele is None:
            self._hele = self.hele_blokken()
        blok = next(blok for blok in self._hele if nummer in blok.vrij)
        plek = int(blok.plek(np.array([nummer]))[0])
        return blok, self._samen(blok, np.array([aanvaller])), plek

    def _breed(self, aanvaller: int, nummer: int) -> bool:
        return self._hoog[aanvaller, nummer] - self._laag[aanvaller, nummer] >= self.smalste

    def _duw(
        self, blok: Blok, grenzen: Grenzen, plek: int, aanvaller: int, nummer: int, kant: int,
        verst: float,
    ) -> None:  # fmt: skip
        """Try values from far to near on one side, until one fits."""
        vanaf = self._hoog if kant > 0 else self._laag
        overkant = self._laag if kant > 0 else self._hoog
        genoeg = overkant[aanvaller, nummer] + kant * self.smalste
        waarde = min(verst, genoeg) if kant > 0 else max(verst, genoeg)
        while not self._breed(aanvaller, nummer) and (waarde - vanaf[aanvaller, nummer]) * kant > 0:
            eis = Grenzen(
                grenzen.onder.copy(), grenzen.boven.copy(), grenzen.rij_onder, grenzen.rij_boven
            )
            eis.onder[plek] = eis.boven[plek] = waarde
            gevonden = verschuif(blok, eis, np.zeros(len(blok.vrij)), self._toeval, POGINGEN)
            if gevonden is None:
                gevonden, _ = bestaat(blok, eis, self._seconden_per_cel)
            self._onthoud(blok, gevonden)
            waarde -= kant

    # Keeping the books

    def _samen(self, blok: Blok, wie: np.ndarray) -> Grenzen:
        """What holds for all of these attackers at once; the truth always does."""
        kolom, rij = np.ix_(wie, blok.vrij), np.ix_(wie, blok.rijen)
        return Grenzen(
            self._onder[kolom].max(axis=0),
            self._boven[kolom].min(axis=0),
            self._rij_onder[rij].max(axis=0),
            self._rij_boven[rij].min(axis=0),
        )

    def _onthoud(self, blok: Blok, gevonden: np.ndarray | None) -> None:
        """Note the found values for every attacker whom they fit, after checking that they do."""
        self.kosten.oplossingen += 1
        if gevonden is None:
            return
        som = blok.matrix @ gevonden + blok.vast
        past = (
            (self._onder[:, blok.vrij] <= gevonden).all(axis=1)
            & (gevonden <= self._boven[:, blok.vrij]).all(axis=1)
            & (self._rij_onder[:, blok.rijen] <= som).all(axis=1)
            & (som <= self._rij_boven[:, blok.rijen]).all(axis=1)
        )
        vak = np.ix_(past, blok.vrij)
        self._laag[vak] = np.minimum(self._laag[vak], gevonden)
        self._hoog[vak] = np.maximum(self._hoog[vak], gevonden)
        anders = np.flatnonzero(gevonden != blok.waar)
        self._verschuivingen.append(Verschuiving(blok.vrij[anders], (gevonden - blok.waar)[anders]))

    def neem_verschuivingen_over(self, ander: "Zoeker") -> None:
        """Try on these numbers what moved those of another search of the same puzzle."""
        alle = ander._verschuivingen
        for aanvaller in range(len(self.model.aanvallers)):
            grenzen = Grenzen(
                self._onder[aanvaller], self._boven[aanvaller],
                self._rij_onder[aanvaller], self._rij_boven[aanvaller],
            )  # fmt: skip
            laag, hoog = reikwijdte(self.model.matrix, self.model.waar, grenzen, alle)
            self._laag[aanvaller] = np.minimum(self._laag[aanvaller], laag)
            self._hoog[aanvaller] = np.maximum(self._hoog[aanvaller], hoog)

    def _reken_toe(self, welke: Sequence[int] | np.ndarray, seconden: float) -> None:
        for nummer in welke:
            code = self._geheim[int(nummer)].tabel.indicator
            deel = seconden / len(welke)
            self.kosten.seconden[code] = self.kosten.seconden.get(code, 0.0) + deel
