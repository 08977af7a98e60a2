"""Bounds from bounds: what follows for each number from the rows that it stands in.

Cheap and never wrong, but not the last word: the bounds may be wider than what truly fits. A
secret that is narrow here is broken without any solver.
"""

import numpy as np
from scipy.sparse import csr_array

from verbinder.onthulling.stelsel import RUIS, Grenzen

HOOGSTENS_RONDES = 25


def versmal(matrix: csr_array, grenzen: Grenzen) -> tuple[np.ndarray, np.ndarray]:
    """The smallest and largest whole value of each number, as far as single rows tell."""
    rij = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    kolom, factor = matrix.indices, matrix.data
    plus = factor > 0
    onder, boven = grenzen.onder.copy(), grenzen.boven.copy()
    for _ in range(HOOGSTENS_RONDES):
        laagst = np.where(plus, factor * onder[kolom], factor * boven[kolom])
        hoogst = np.where(plus, factor * boven[kolom], factor * onder[kolom])
        # What is left in the row for this number, when the others do their utmost.
        hooguit = (grenzen.rij_boven[rij] - _som_van_de_rest(laagst, rij)) / factor
        minstens = (grenzen.rij_onder[rij] - _som_van_de_rest(hoogst, rij)) / factor
        nieuw_boven, nieuw_onder = boven.copy(), onder.copy()
        np.minimum.at(nieuw_boven, kolom, np.floor(np.where(plus, hooguit, minstens) + RUIS))
        np.maximum.at(nieuw_onder, kolom, np.ceil(np.where(plus, minstens, hooguit) - RUIS))
        if (nieuw_boven == boven).all() and (nieuw_onder == onder).all():
            break
        onder, boven = nieuw_onder, nieuw_boven
    return onder, boven


def _som_van_de_rest(waarden: np.ndarray, rij: np.ndarray) -> np.ndarray:
    """For each entry: the sum of the other entries of its row, also where some are infinite."""
    oneindig = np.isinf(waarden)
    eindig = np.where(oneindig, 0.0, waarden)
    som = np.bincount(rij, eindig)[rij] - eindig
    anderen = np.bincount(rij, oneindig)[rij] - oneindig
    teken = np.sign(waarden[oneindig][0]) if oneindig.any() else 1.0
    return np.where(anderen > 0, teken * np.inf, som)
