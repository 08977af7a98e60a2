"""It is 20 November 2026 on every page here, and a few people live in Gooi en Vechtstreek."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.verbinder.dashboard.bouw import VANDAAG, alles_open, bijstand, iemand, verhuis


@pytest.fixture(autouse=True)
def vandaag():
    """A fixed day, around noon."""
    noen = datetime(
        VANDAAG.year, VANDAAG.month, VANDAAG.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")
    )
    with time_machine.travel(noen, tick=True):
        yield


@pytest.fixture
def wereld(mensen) -> SimpleNamespace:
    """Seven people: five of Hilversum, one of Huizen, one not yet gekoppeld.

    `verhuisd` counted in Hilversum in the first half-year; the dossier is now of Huizen.
    """
    wereld = SimpleNamespace(
        met_traject=iemand(trajecten=((3, date(2026, 8, 1), None),)),
        met_twee=iemand(
            trajecten=((2, date(2026, 2, 1), None), (4, date(2026, 9, 1), None)),
            wet="wi2013",
            leerroute="nvt",
        ),
        werkt=iemand(
            trajecten=((3, date(2025, 9, 1), date(2026, 7, 31)),), werk=((date(2026, 8, 10), None),)
        ),
        jong=iemand(geboortejaar=2004, opleidingsniveau="onbekend"),
        op_azc=iemand(azc=True, trajecten=((1, date(2026, 10, 1), None),)),
        verhuisd=iemand(trajecten=((3, date(2026, 3, 1), date(2026, 5, 31)),)),
        ongekoppeld=iemand(None, dossier=None),
    )
    with alles_open():
        bijstand(wereld.werkt, date(2025, 3, 1), date(2026, 8, 31))
    verhuis(wereld.verhuisd, "Huizen", date(2026, 9, 10))
    return wereld
