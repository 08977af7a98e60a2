"""What a search needs to know of a puzzle."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np
from scipy.sparse import csr_array

from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.model import Geheim
from verbinder.onthulling.relaties import Sleutel
from verbinder.onthulling.stelsel import Grenzen


class Puzzel(Protocol):
    """What is searched: a model, or how it seems to who believes more than is true."""

    @property
    def aanvallers(self) -> list[str]: ...
    @property
    def grenzen(self) -> dict[str, Grenzen]: ...
    @property
    def eigen(self) -> np.ndarray: ...
    @property
    def matrix(self) -> csr_array: ...
    @property
    def waar(self) -> np.ndarray: ...
    @property
    def geheimen(self) -> list[Geheim]: ...
    @property
    def sleutels(self) -> list[Sleutel]: ...
    def zonder(self, tabellen: Iterable[Tabel]) -> "Puzzel": ...
