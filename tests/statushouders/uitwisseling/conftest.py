"""What tests of the exchange share: a look at the database from outside any scope."""

import pytest

from regio.models import Arbeidsmarktregio, Gemeente
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik


@pytest.fixture
def alles(db) -> Bereik:
    """Every dossier of the country, and every log."""
    return Bereik(
        gemeenten=frozenset(Gemeente.objects.values_list("pk", flat=True)),
        regios=frozenset(Arbeidsmarktregio.objects.values_list("pk", flat=True)),
        logregios=frozenset(Arbeidsmarktregio.objects.values_list("pk", flat=True)),
    )


@pytest.fixture
def overal(alles):
    """The whole test may open everything. After a request of a client use `kijk`."""
    with bereik_transactie(alles):
        yield alles


@pytest.fixture
def kijk(alles):
    """`with kijk():` opens everything for a look, also after a request closed its scope."""
    return lambda: bereik_transactie(alles)
