"""Readers who assume that nobody moved, and are wrong about somebody but not about every cell.

Such a reader has a puzzle of its own, of which the truth is no solution. What he could hold to be
the case instead, as near to the truth as can be, plays the part of the truth in it; the search is
the same. A reader drops an assumption that what is published contradicts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csc_array, csr_array

from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.intervallen import versmal
from verbinder.onthulling.model import Geheim, Model
from verbinder.onthulling.relaties import Sleutel
from verbinder.onthulling.rijen import Geloof
from verbinder.onthulling.stelsel import Blok, Grenzen, bestaat, blokken, verschuif
from verbinder.onthulling.zoeken import Zoeker

POGINGEN = 5


@dataclass(frozen=True, eq=False)
class Gelovigen:
    """Attackers with what each believes: the puzzle as it seems to them. `waar` is what all of
    them could hold to be the case."""

    model: Model
    geloof: dict[str, Geloof]
    waar: np.ndarray

    @property
    def aanvallers(self) -> list[str]:
        return list(self.geloof)

    @property
    def grenzen(self) -> dict[str, Grenzen]:
        return {naam: self.model.grenzen_volgens(naam, g) for naam, g in self.geloof.items()}

    @property
    def eigen(self) -> np.ndarray:
        return self.model.eigen[[self.model.aanvallers.index(naam) for naam in self.geloof]]

    @property
    def matrix(self) -> csr_array:
        return self.model.matrix

    @property
    def geheimen(self) -> list[Geheim]:
        return self.model.geheimen

    @property
    def sleutels(self) -> list[Sleutel]:
        return self.model.sleutels

    def zonder(self, tabellen: Iterable[Tabel]) -> "Gelovigen":
        """The same readers when they do not see these tables."""
        return replace(self, model=self.model.zonder(tabellen))


class Geloven:
    """What each attacker could believe of what is published now.

    `bewaak` is called every so often, and may raise when it takes too long.
    """

    def __init__(self, model: Model, zoeker: Zoeker, seconden: float, bewaak: Callable[[], None]):
        self._model = model
        self._zoeker = zoeker
        self._denkbaar = Denkbaar(model, seconden)
        self._seconden = seconden
        self._bewaak = bewaak
        self._zoekers: dict[frozenset[tuple[str, Geloof]], Zoeker] = {}

    def zoekers(self) -> list[Zoeker]:
        """A search for all attackers and all they can believe, together where one case fits."""
        samen: dict[tuple[int, int], dict[str, Geloof]] = {}
        for naam in self._model.aanvallers:
            for keer, geloof in enumerate(self._van(naam)):
                geval = self._denkbaar.geval(naam, geloof)
                samen.setdefault((keer, geval), {})[naam] = geloof
            self._bewaak()
        gevallen = self._denkbaar.gevallen
        return [self._zoeker_van(geloof, gevallen[geval]) for (_, geval), geloof in samen.items()]

    def neem_grenzen_over(self) -> None:
        """Take over what is known after tables were left out: more can be believed then."""
        self._denkbaar.vergeet_wat_niet_kon()
        for zoeker in self._zoekers.values():
            zoeker.neem_grenzen_over()

    def _zoeker_van(self, geloof: dict[str, Geloof], waar: np.ndarray) -> Zoeker:
        wie = frozenset(geloof.items())
        if wie not in self._zoekers:
            gelovigen = Gelovigen(self._model, geloof, waar)
            zoeker = Zoeker(gelovigen, self._zoeker.smalste, self._seconden, self._zoeker.kosten)
            zoeker.neem_verschuivingen_over(self._zoeker)
            self._zoekers[wie] = zoeker
        return self._zoekers[wie]

    def _van(self, naam: str) -> list[Geloof]:
        """As many assumptions together as what is published allows: beside all that is right, and
        once for each wrong one that does not go with those."""
        onjuist = self._model.onjuiste_aannames(naam)
        if not onjuist:
            return []
        eerste = self._zoveel_mogelijk(naam, Geloof(), onjuist)
        geloven = [eerste] if eerste.aannames else []
        for aanname in onjuist:
            alleen = Geloof(frozenset([aanname]), ook_juist=False)
            if any(aanname in geloof.aannames for geloof in geloven):
                continue
            if self._denkbaar.kan(naam, alleen):
                rest = [a for a in self._model.aannames() if a != aanname]
                geloven.append(self._zoveel_mogelijk(naam, alleen, rest))
        return geloven

    def _zoveel_mogelijk(self, naam: str, geloof: Geloof, erbij: Sequence[str]) -> Geloof:
        """This belief with those of the others that can be held beside it, first come first."""
        samen = replace(geloof, aannames=geloof.aannames | set(erbij))
        if not erbij or self._denkbaar.kan(naam, samen):
            return samen
        if len(erbij) == 1:
            return geloof
        half = len(erbij) // 2
        for deel in (erbij[:half], erbij[half:]):
            geloof = self._zoveel_mogelijk(naam, geloof, deel)
        return geloof


class Denkbaar:
    """What could be the case to who believes something: whole numbers near the truth that fit."""

    def __init__(self, model: Model, seconden: float):
        self.gevallen: list[np.ndarray] = []
        self._model = model
        self._seconden = seconden
        self._toeval = np.random.default_rng(2)
        alles = np.ones(len(model.waar), dtype=bool)
        self._blokken = list(blokken(csc_array(model.matrix), model.waar, alles))
        self._geval: dict[tuple[str, Geloof], int] = {}
        self._kan_niet: set[tuple[str, Geloof]] = set()
        self._voor_allen: set[Geloof] = set()

    def kan(self, naam: str, geloof: Geloof) -> bool:
        """Whether anything fits this belief."""
        wie = naam, geloof
        if wie not in self._geval and wie not in self._kan_niet:
            geval = self._zoek(naam, geloof)
            if geval is None:
                self._kan_niet.add(wie)
            else:
                self._geval[wie] = geval
        return wie in self._geval

    def geval(self, naam: str, geloof: Geloof) -> int:
        """Which of the `gevallen` fits a belief that can be held."""
        return self._geval[naam, geloof]

    def vergeet_wat_niet_kon(self) -> None:
        """Less is published now, so less is contradicted."""
        self._kan_niet.clear()
        self._voor_allen.clear()

    def _zoek(self, naam: str, geloof: Geloof) -> int | None:
        """A case that was found for another, one that fits everybody, or one of its own."""
        grenzen = self._model.grenzen_volgens(naam, geloof)
        for geval, waar in enumerate(self.gevallen):
            if _past(self._model.matrix, waar, grenzen):
                return geval
        gevonden = None
        if geloof not in self._voor_allen:
            self._voor_allen.add(geloof)
            gevonden = self._los_op(self._grenzen_van_allen(geloof))
        if gevonden is None:
            gevonden = self._los_op(grenzen)
        if gevonden is None:
            return None
        self.gevallen.append(gevonden)
        return len(self.gevallen) - 1

    def _grenzen_van_allen(self, geloof: Geloof) -> Grenzen:
        allen = [self._model.grenzen_volgens(naam, geloof) for naam in self._model.aanvallers]
        return Grenzen(
            np.max([g.onder for g in allen], axis=0),
            np.min([g.boven for g in allen], axis=0),
            np.max([g.rij_onder for g in allen], axis=0),
            np.min([g.rij_boven for g in allen], axis=0),
        )

    def _los_op(self, grenzen: Grenzen) -> np.ndarray | None:
        onder, boven = versmal(self._model.matrix, grenzen)
        if (onder > boven).any():
            return None
        waar = self._model.waar.copy()
        for blok in self._blokken:
            binnen = Grenzen(
                onder[blok.vrij], boven[blok.vrij],
                grenzen.rij_onder[blok.rijen], grenzen.rij_boven[blok.rijen],
            )  # fmt: skip
            gevonden = self._los_blok_op(blok, binnen)
            if gevonden is None:
                return None
            waar[blok.vrij] = gevonden
        return waar

    def _los_blok_op(self, blok: Blok, grenzen: Grenzen) -> np.ndarray | None:
        if _past(blok.matrix, blok.waar, grenzen):
            return blok.waar
        stil = np.zeros(len(blok.vrij))
        gevonden = verschuif(blok, grenzen, stil, self._toeval, POGINGEN)
        if gevonden is None:
            gevonden, _ = bestaat(blok, grenzen, self._seconden)
        return gevonden


def _past(matrix: csr_array | csc_array, waar: np.ndarray, grenzen: Grenzen) -> bool:
    som = matrix @ waar
    return bool(
        (waar >= grenzen.onder).all()
        and (waar <= grenzen.boven).all()
        and (som >= grenzen.rij_onder).all()
        and (som <= grenzen.rij_boven).all()
    )
