"""Fixtures that every test may use. Servers, worker and browser stand in `tests/plugin.py`."""

import pytest

from tests.hulp.kopie import EigenDatabase, KopieInPlaatsVanLeegmaken, verse_kopie
from tests.hulp.sleutels import eigen_sleutels  # noqa: F401  (a fixture for every test)
from tests.mensen import als, mensen  # noqa: F401  (the fixed cast)


@pytest.fixture(scope="session")
def kopie_in_plaats_van_leegmaken():
    with pytest.MonkeyPatch.context() as monkeypatch:
        vervanging = KopieInPlaatsVanLeegmaken()
        vervanging.installeer(monkeypatch)
        yield vervanging


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, kopie_in_plaats_van_leegmaken):
    """The database of this process: a copy of the template, in place of pytest-django's own."""
    with django_db_blocker.unblock(), verse_kopie("gedeeld"):
        yield


@pytest.fixture
def eigen_database(transactional_db, kopie_in_plaats_van_leegmaken) -> EigenDatabase:
    """A database for this test alone, in which it may commit, from threads too."""
    return kopie_in_plaats_van_leegmaken.database
