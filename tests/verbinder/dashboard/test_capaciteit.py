"""The hours of the verbinder stand beside the caseload, for the region as a whole."""

from datetime import date

import pytest

from regio.models import Aanstelling, Ureninzet
from tests.mensen import AL_LANG
from tests.regio.sturing.boekhouding import regio
from tests.verbinder.dashboard.test_paginas import GOOI, HILVERSUM, pagina, zichtbaar

pytestmark = pytest.mark.django_db


@pytest.fixture
def aanstelling(mensen) -> Aanstelling:
    aanstelling = Aanstelling.objects.create(
        regio=regio(),
        gebruiker=mensen.verbinder,
        recht=mensen.verbinder.rechten.get(),
        uren_per_week=24,
        van=AL_LANG,
        standplaats="werkcentrum",
    )
    Ureninzet.objects.create(
        aanstelling=aanstelling,
        dag=date(2026, 11, 9),
        uren="7.50",
        geboekt_op="2026-11-13T12:00:00Z",
        wie="Verbinder",
    )
    return aanstelling


def test_hours_and_people_stand_side_by_side(als, wereld, aanstelling):
    lees = zichtbaar(pagina(als("verbinder"), waar=GOOI))

    assert "op de peildatum 24" in lees
    assert "Uren gepland tot en met de peildatum 490" in lees  # 143 days / 7 x 24
    assert "Uren ingezet 7,5" in lees
    assert "Mensen in beeld 7 Mensen in beeld per 36 uur verbinder 11" in lees


def test_a_region_without_a_verbinder_says_so_and_divides_by_nothing(als, wereld):
    lees = zichtbaar(pagina(als("verbinder"), waar=GOOI))

    assert "er geen verbinder met een aanstelling" in lees
    assert "Mensen in beeld per 36 uur verbinder –" in lees


def test_a_gemeente_has_no_verbinder_of_its_own(als, wereld, aanstelling):
    assert "Capaciteit" not in pagina(als("klantmanager"), waar=HILVERSUM)
