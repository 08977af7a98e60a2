"""A gemeente that ended still has figures in a later half-year: what began there ripens then."""

from datetime import UTC, date, datetime

import pytest

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.verbinder.dashboard.bouw import iemand
from tests.verbinder.rapportage.gegevens import lever_aan
from verbinder.rapportage.cijfers import meet_rapport
from verbinder.rapportage.levering import aanleveringen

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


def test_who_ended_is_not_left_out_because_another_gemeente_did_not_deliver():
    """Without Huizen the total is "exclusief Huizen", and not exclusief who began in Wijdemeren."""
    for _ in range(12):
        iemand("Wijdemeren", werk=((date(2026, 8, 10), None),))
    regio = Arbeidsmarktregio.objects.get(code="AM12")
    wel = Gemeente.objects.filter(naam__in=["Hilversum", "Laren"])
    lever_aan(regio, wel, op=datetime(2027, 3, 1, tzinfo=UTC))

    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        cijfers = meet_rapport(regio, halfjaar(2027, 1), bekend_op=datetime(2027, 7, 1, tzinfo=UTC))

    (totaal,) = (c for c in cijfers.cijfers if c.plaats == ("C6", "totaal", "alle"))
    assert (totaal.teller, totaal.noemer) == (12, 12)


@pytest.mark.parametrize(
    ("dag", "ook_wijdemeren"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), True),
    ],
)
def test_a_successor_delivers_for_who_ended_and_not_for_who_has_yet_to_end(dag, ook_wijdemeren):
    regio = Arbeidsmarktregio.objects.get(code="AM12")
    lever_aan(regio, Gemeente.objects.filter(naam="Hilversum"), op=dag)

    geleverd = aanleveringen(regio, halfjaar(2026, 2), bekend_op=datetime(2027, 2, 1, tzinfo=UTC))

    namen = {a.naam for a in geleverd if a.geleverd}
    assert namen == {"Hilversum", *(["Wijdemeren"] if ook_wijdemeren else [])}
