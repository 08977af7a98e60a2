"""A region with people who delivered, and its report in each state."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import transaction

from regio.logboek import Door
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.verbinder.rapportage import gegevens
from verbinder.rapportage import services
from verbinder.rapportage.los import maak_los_rapport
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden

NU = datetime(2026, 7, 1, 6, tzinfo=UTC)
DOOR = Door("Verbinder in de toets")
HALFJAAR = halfjaar(2026, 1)


@pytest.fixture(scope="session")
def los_rapport(django_db_setup, django_db_blocker):
    """A report with its files, true values and all, made once; its people are gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        regio = gegevens.regio("AM12")
        gegevens.vul(regio, 400)
        gegevens.lever_aan(regio)
        rapport = maak_los_rapport(
            regio=regio, halfjaar=HALFJAAR, bekend_op=NU, op=NU.date(), na_vorige=False
        )
        intern = maak_bestanden(rapport.rapport, op=NU, waar=rapport.cijfers.waar)
        transaction.set_rollback(True)
    return SimpleNamespace(
        rapport=rapport.rapport,
        cijfers=rapport.cijfers,
        bestanden=rapport.bestanden,
        interne_bestanden=intern,
    )


@pytest.fixture
def gooi(db):
    """Gooi en Vechtstreek with 200 people, of whom every gemeente delivered; few tables."""
    with gegevens.klein_tabellenboek():
        yield _gooi()


def _gooi():
    regio = gegevens.regio("AM12")
    gegevens.vul(regio, 200)
    gegevens.lever_aan(regio)
    return regio


@pytest.fixture
def teller(gooi):
    """A transaction that may count in the region and opens no dossier, as the worker has."""
    with bereik_transactie(Bereik(cijferregios=frozenset({gooi.pk}))):
        yield


@pytest.fixture
def versie(gooi, teller):
    """The first version, with its figures and drafts."""
    versie, _ = services.zorg_voor_versie(regio=gooi, halfjaar=HALFJAAR, nummer=1, nu=NU, door=DOOR)
    return versie


@pytest.fixture
def verstuurd(versie):
    """The same, closed and sent."""
    services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
    services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR)
    services.verstuur_concept(versie=versie, nu=NU, door=DOOR)
    return versie


@pytest.fixture
def vastgesteld(verstuurd):
    """The same, adopted."""
    stel_vast(verstuurd)
    return verstuurd


def stel_vast(versie, **anders):
    """Adopt a version."""
    return services.stel_vast(
        **{
            "versie": versie,
            "overleg": "PFHO",
            "datum": date(2026, 6, 30),
            "uitkomst": "ingestemd",
            "opmerking": "",
            "nu": NU,
            "door": DOOR,
            **anders,
        }
    )
