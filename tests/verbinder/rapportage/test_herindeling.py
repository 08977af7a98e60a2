"""A gemeente that ended still has figures in a later half-year: what began there ripens then."""

from datetime import UTC, date, datetime

import pytest

from regio.models import Arbeidsmarktregio
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.verbinder.dashboard.bouw import iemand
from verbinder.rapportage.cijfers import meet_rapport

pytestmark = pytest.mark.django_db
WIJDEMEREN = "GM1696"


def test_the_report_names_the_gemeente_that_ended_before_its_half_year():
    """Placed in August 2026 in Wijdemeren, at work for 26 weeks in February 2027."""
    for _ in range(12):
        iemand("Wijdemeren", werk=((date(2026, 8, 10), None),))
    regio = Arbeidsmarktregio.objects.get(code="AM12")

    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        cijfers = meet_rapport(regio, halfjaar(2027, 1), bekend_op=datetime(2027, 7, 1, tzinfo=UTC))

    namen = {
        cel.label
        for cel in cijfers.boek
        if (cel.plaats.indicator, cel.plaats.uitsplitsing, cel.plaats.categorie)
        == ("C6", "gemeente", WIJDEMEREN)
    }
    assert namen == {"Wijdemeren"}
