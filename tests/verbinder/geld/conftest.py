"""Fixtures for money in the figures."""

from tests.regio.sturing.conftest import boeken

__all__ = ["boeken"]
