"""A clone to play with: an empty folder whose local servers are removed afterwards."""

import pytest

from verbinder.lokaal.plek import Plek
from verbinder.lokaal.wissen import wis


@pytest.fixture
def basis(tmp_path):
    yield tmp_path
    wis(tmp_path)


@pytest.fixture
def plek(basis) -> Plek:
    plek = Plek(basis)
    plek.maak()
    return plek
