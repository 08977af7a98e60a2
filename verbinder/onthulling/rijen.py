"""The rows of the puzzle, and which of them an attacker holds to be true.

A certain row follows from the definitions. An assumption ("nobody moved") often holds: where it
does it counts as known, because then the guess of the reader is right. A reader who believes an
assumption holds it of everybody else's numbers, also where it does not hold.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

VRIJ = np.inf


@dataclass(frozen=True)
class Geloof:
    """Assumptions that a reader holds everywhere; `ook_juist`: and every other one where it is
    right."""

    aannames: frozenset[str] = frozenset()
    ook_juist: bool = True


class Rijen:
    """Sums of factor × number that are at least 0, or exactly 0 (`gelijk`)."""

    def __init__(self) -> None:
        self._nummers: list[list[int]] = []
        self._factoren: list[list[int]] = []
        self._gelijk: list[bool] = []
        self._aanname: list[str] = []

    def voeg_toe(
        self, nummers: list[int], factoren: list[int], *, gelijk: bool, aanname: str = ""
    ) -> None:
        """`aanname`: the name of the assumption; empty for what is certain."""
        self._nummers.append(nummers)
        self._factoren.append(factoren)
        self._gelijk.append(gelijk)
        self._aanname.append(aanname)

    def stel_samen(self, waar: np.ndarray) -> None:
        """Make a matrix of them, and see which are true."""
        kolommen = [i for nummers in self._nummers for i in nummers]
        factoren = [f for fs in self._factoren for f in fs]
        begin = np.concatenate([[0], np.cumsum([len(n) for n in self._nummers])]).astype(int)
        vorm = (len(self._nummers), len(waar))
        self.matrix = csr_array((np.array(factoren, float), kolommen, begin), shape=vorm)
        self._is_gelijk = np.array(self._gelijk, dtype=bool)
        self._naam = np.array(self._aanname, dtype=object)
        self._zeker = self._naam == ""
        self._som = self.matrix @ waar

    def aannames(self) -> list[str]:
        """Every assumption, in the order in which they came."""
        return list(dict.fromkeys(self._naam[~self._zeker]))

    def onjuist(self, eigen: np.ndarray) -> list[str]:
        """The assumptions that somewhere fail for all others together."""
        mis = ~self._zeker & ~self._houdt(self._som - self.matrix @ eigen)
        return list(dict.fromkeys(self._naam[mis]))

    def grenzen(self, eigen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What somebody knows of each row whose own share in every number is `eigen`.

        What holds for all and for one gemeente, holds for the others together. What fails only
        because of the own share, still holds for the others.
        """
        zelf = self.matrix @ eigen
        juist, waar = self._houdt(self._som - zelf), self._houdt(self._som)
        onder = np.where(waar & ~(juist & ~self._is_gelijk & (zelf > 0)), 0.0, zelf)
        return self._waar_bekend(onder, waar | juist)

    def grenzen_volgens(self, eigen: np.ndarray, geloof: Geloof) -> tuple[np.ndarray, np.ndarray]:
        """Likewise for a reader who believes, of the numbers of all others."""
        zelf = self.matrix @ eigen
        onder, boven = self.grenzen(eigen)
        gelooft = np.isin(self._naam, list(geloof.aannames))
        if geloof.ook_juist:
            gelooft |= self._houdt(self._som - zelf)
        zacht_onder, zacht_boven = self._waar_bekend(zelf, gelooft)
        return np.where(self._zeker, onder, zacht_onder), np.where(self._zeker, boven, zacht_boven)

    def _houdt(self, som: np.ndarray) -> np.ndarray:
        return np.where(self._is_gelijk, som == 0, som >= 0)

    def _waar_bekend(self, onder: np.ndarray, bekend: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        boven = np.where(bekend & self._is_gelijk, onder, VRIJ)
        return np.where(bekend, onder, -VRIJ), boven
