"""Parts of the puzzle and how they are solved: linear programs, made whole by integer ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csc_array, csr_array, hstack
from scipy.sparse.csgraph import connected_components

ONMOGELIJK = 2
RUIS = 1e-6
# How dear it is to change a number: few changes give whole numbers and fit other attackers too.
ZUINIG = 0.05


@dataclass
class Grenzen:
    """What one attacker knows: bounds of the numbers and of the rows."""

    onder: np.ndarray
    boven: np.ndarray
    rij_onder: np.ndarray
    rij_boven: np.ndarray


@dataclass
class Blok:
    """A part of the puzzle whose numbers are free; all others stay at the truth."""

    vrij: np.ndarray  # numbers of the variables
    rijen: np.ndarray  # rows of the matrix that touch them
    matrix: csc_array
    vast: np.ndarray  # what the fixed numbers add to each of those rows
    waar: np.ndarray  # the truth of the free numbers

    def plek(self, nummers: np.ndarray) -> np.ndarray:
        """Where these variables stand among the free ones."""
        return np.searchsorted(self.vrij, nummers)


@dataclass(frozen=True)
class Verschuiving:
    """How far some numbers move from where they stand."""

    nummers: np.ndarray
    stap: np.ndarray


def blokken(matrix: csc_array, waar: np.ndarray, vrij: np.ndarray) -> Iterator[Blok]:
    """The connected parts when only the variables marked in `vrij` may change."""
    kolommen = np.flatnonzero(vrij)
    raakt = abs(matrix[:, kolommen]).sign()
    aantal, deel = connected_components(raakt.T @ raakt, directed=False)
    som = matrix @ waar
    for k in range(aantal):
        eigen = kolommen[deel == k]
        stuk = matrix[:, eigen]
        rijen = np.unique(stuk.indices)
        kern = csc_array(stuk.tocsr()[rijen])
        yield Blok(eigen, rijen, kern, som[rijen] - kern @ waar[eigen], waar[eigen])


def verschuif(
    blok: Blok, grenzen: Grenzen, richting: np.ndarray, toeval: np.random.Generator, pogingen=1
) -> np.ndarray | None:
    """Whole numbers near the truth that go in `richting` as far as they can; None if not found.

    A linear program says which numbers take part; an integer program settles those alone, and with
    each of the `pogingen` a few more.
    """
    som = blok.matrix @ blok.waar
    dubbel = csc_array(hstack([blok.matrix, -blok.matrix]))
    rijen = LinearConstraint(
        dubbel, grenzen.rij_onder - blok.vast - som, grenzen.rij_boven - blok.vast - som
    )
    # Up and down from the truth; where the bounds exclude the truth, at least to the bound.
    meer = grenzen.boven - blok.waar
    minder = blok.waar - grenzen.onder
    ruimte = Bounds(
        np.concatenate([np.maximum(-minder, 0), np.maximum(-meer, 0)]),
        np.concatenate([np.maximum(meer, 0), np.maximum(minder, 0)]),
    )
    mee = np.zeros(len(blok.vrij), dtype=bool)
    for poging in range(pogingen):
        zuinig = ZUINIG * (toeval.uniform(0.2, 1.8, len(mee)) if poging else 1.0)
        prijs = np.concatenate([zuinig - richting, zuinig + richting])
        uitkomst = milp(prijs, constraints=rijen, bounds=ruimte)
        if uitkomst.x is None:
            return None
        gevonden = blok.waar + uitkomst.x[: len(mee)] - uitkomst.x[len(mee) :]
        if np.abs(gevonden - np.rint(gevonden)).max(initial=0) < RUIS:
            return np.rint(gevonden)
        mee |= np.abs(gevonden - blok.waar) > RUIS
        heel = _heel(blok, grenzen, richting, mee)
        if heel is not None:
            return heel
    return None


def _heel(blok: Blok, grenzen: Grenzen, richting: np.ndarray, mee: np.ndarray) -> np.ndarray | None:
    """The same in whole numbers, where only `mee` may change."""
    rest = blok.matrix[:, ~mee] @ blok.waar[~mee] + blok.vast
    kolommen = blok.matrix[:, mee]
    rijen = LinearConstraint(kolommen, grenzen.rij_onder - rest, grenzen.rij_boven - rest)
    uitkomst = milp(
        -richting[mee],
        constraints=rijen,
        bounds=Bounds(grenzen.onder[mee], grenzen.boven[mee]),
        integrality=np.ones(int(mee.sum())),
        options={"node_limit": 50, "mip_rel_gap": 0.05},
    )
    if uitkomst.x is None:
        return None
    gevonden = blok.waar.copy()
    gevonden[mee] = np.rint(uitkomst.x)
    return gevonden


def reikwijdte(
    matrix: csr_array, waar: np.ndarray, grenzen: Grenzen, verschuivingen: Sequence[Verschuiving]
) -> tuple[np.ndarray, np.ndarray]:
    """The least and largest value of each number when these numbers are moved as others were,
    either way, as far as that fits."""
    laag, hoog = waar.copy(), waar.copy()
    if not verschuivingen:
        return laag, hoog
    nummers = np.concatenate([v.nummers for v in verschuivingen] * 2)
    heen = np.concatenate([v.stap for v in verschuivingen])
    stap = np.concatenate([heen, -heen])
    keer = np.repeat(
        np.arange(2 * len(verschuivingen)), [len(v.nummers) for v in verschuivingen] * 2
    )
    nieuw = waar[nummers] + stap
    mis = np.zeros(2 * len(verschuivingen), dtype=bool)
    mis[keer[(nieuw < grenzen.onder[nummers]) | (nieuw > grenzen.boven[nummers])]] = True
    vorm = (len(waar), len(mis))
    erbij = coo_array(matrix @ csc_array((stap, (nummers, keer)), shape=vorm))
    som = (matrix @ waar)[erbij.row] + erbij.data
    mis[erbij.col[(som < grenzen.rij_onder[erbij.row]) | (som > grenzen.rij_boven[erbij.row])]] = (
        True
    )
    past = ~mis[keer]
    np.minimum.at(laag, nummers[past], nieuw[past])
    np.maximum.at(hoog, nummers[past], nieuw[past])
    return laag, hoog


def uiterste(blok: Blok, grenzen: Grenzen, plek: int, kant: int) -> float:
    """How far one number can go up (`kant` 1) or down (-1), fractions allowed, as a whole number:
    nobody can prove that it may lie further. Infinite when the solver gave no answer."""
    prijs = np.zeros(len(blok.vrij))
    prijs[plek] = -kant
    uitkomst = milp(prijs, constraints=_rijen(blok, grenzen), bounds=_ruimte(grenzen))
    if uitkomst.x is None:
        return kant * np.inf
    verst = uitkomst.x[plek]
    return float(np.floor(verst + RUIS) if kant > 0 else np.ceil(verst - RUIS))


def bestaat(blok: Blok, grenzen: Grenzen, seconden: float) -> tuple[np.ndarray | None, bool]:
    """Any whole numbers within these bounds, and whether the answer is certain in time."""
    uitkomst = milp(
        np.zeros(len(blok.vrij)),
        constraints=_rijen(blok, grenzen),
        bounds=_ruimte(grenzen),
        integrality=np.ones(len(blok.vrij)),
        options={"time_limit": seconden},
    )
    if uitkomst.x is not None:
        return np.rint(uitkomst.x), True
    return None, uitkomst.status == ONMOGELIJK


def _rijen(blok: Blok, grenzen: Grenzen) -> LinearConstraint:
    return LinearConstraint(
        blok.matrix, grenzen.rij_onder - blok.vast, grenzen.rij_boven - blok.vast
    )


def _ruimte(grenzen: Grenzen) -> Bounds:
    return Bounds(grenzen.onder, grenzen.boven)
