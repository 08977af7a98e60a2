"""Fixtures for steering."""

import pytest

from tests.regio.sturing.boekhouding import als_controller


@pytest.fixture
def boeken(mensen):
    """The books of Gooi en Vechtstreek, open before the controller."""
    with als_controller(mensen.controller) as boekhouder:
        yield boekhouder
