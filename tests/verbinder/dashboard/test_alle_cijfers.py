"""An indicator is one object: what reads the list shows it without being told."""

from datetime import UTC, datetime

import pytest

from regio.models import Arbeidsmarktregio
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.verbinder.dashboard.test_paginas import GOOI, HILVERSUM, pagina, zichtbaar
from verbinder.indicatoren import INDICATOREN, Datumbasis, Eenheid, Indicator
from verbinder.indicatoren.begrippen import Telling
from verbinder.indicatoren.caseload import IN_BEELD
from verbinder.landelijk.naast_elkaar import te_vergelijken
from verbinder.rapportage.cijfers import meet_rapport

pytestmark = pytest.mark.django_db

NIEUW = Indicator(
    code="A10",
    titel="Mensen met een verzonnen eigenschap",
    definitie="Mensen in beeld die voor deze toets zijn bedacht.",
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=("gemeente",),
    telling=Telling(rijen=f"select persoon, gemeente_id, dag from ({IN_BEELD}) a"),
)


@pytest.fixture
def nieuw(monkeypatch):
    monkeypatch.setitem(INDICATOREN, NIEUW.code, NIEUW)


@pytest.mark.parametrize("waar", [GOOI, HILVERSUM])
def test_every_indicator_stands_on_the_dashboard(als, wereld, waar):
    tekst = zichtbaar(pagina(als("verbinder"), "alle", waar=waar))
    for indicator in INDICATOREN.values():
        assert indicator.groep == "G" or indicator.titel in tekst


def test_a_new_one_stands_on_the_dashboard_with_its_number(als, wereld, nieuw):
    tekst = zichtbaar(pagina(als("verbinder"), "alle", waar=GOOI))
    assert "A10 Mensen met een verzonnen eigenschap 7 " in tekst


def test_a_new_one_is_in_the_report_and_can_be_compared_between_regions(wereld, nieuw):
    regio = Arbeidsmarktregio.objects.get(code=GOOI)
    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        cijfers = meet_rapport(regio, halfjaar(2026, 1), bekend_op=datetime(2026, 7, 1, tzinfo=UTC))

    assert "A10" in {cel.plaats.indicator for cel in cijfers.boek}
    assert te_vergelijken()["A10"] is NIEUW
