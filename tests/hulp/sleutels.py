"""The cache, which holds the log-in limits: no test may see what another one counted."""

import itertools

import pytest
from django.core.cache import caches

from tests.hulp.testrun import sleutelvoorvoegsel

_volgnummer = itertools.count(1)


@pytest.fixture(autouse=True)
def eigen_sleutels():
    """Give each test keys of its own. The keys go at the end of the run."""
    gebruik_sleutels(f"{sleutelvoorvoegsel()}-{next(_volgnummer)}")


def gebruik_sleutels(voorvoegsel: str) -> None:
    """Let every key in the cache start with this, in threads that are still to come as well."""
    caches.settings["default"]["KEY_PREFIX"] = voorvoegsel
    caches["default"].key_prefix = voorvoegsel
