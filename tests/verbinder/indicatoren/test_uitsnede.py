"""The region cut out of the country: the same figures, nothing else to read, and nothing left."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from regio.perioden import halfjaar_uit_code
from regio.rijrechten import als_teller
from regio.toegang import Gebied
from statushouders.models import Statushouder
from tests.verbinder.rapportage import gegevens
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.regiometing import meet_regio
from verbinder.indicatoren.uitsnede import uitgesneden

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NU = halfjaar_uit_code("2026-1")


@pytest.fixture
def meting(mensen) -> Meting:
    regio = gegevens.regio()
    gegevens.vul(regio, 60)
    gegevens.vul(gegevens.regio("AM13"), 20)
    return Meting(Gebied(regio.pk), NU)


def geteld_in_het_land() -> int:
    with als_teller(), connection.cursor() as cursor:
        cursor.execute("select count(*) from statushouders_statushouder")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("indeling_op", [None, date(2014, 7, 1)])
def test_a_report_measures_what_each_figure_measures_alone(meting, indeling_op):
    meting = Meting(meting.gebied, NU, indeling_op=indeling_op)
    apart = meet(meting)
    with uitgesneden(meting):
        samen = meet_regio(meting)

    assert samen.alles == samen.geteld == apart
    assert any(cijfer.teller for cijfer in apart)


def test_only_people_of_the_region_are_in_it(meting):
    in_het_land = geteld_in_het_land()
    with uitgesneden(meting):
        in_de_regio = geteld_in_het_land()

    assert 60 <= in_de_regio < in_het_land
    assert geteld_in_het_land() == in_het_land


def test_a_page_cannot_read_people_inside_it(meting):
    geweigerd = pytest.raises(ProgrammingError, match="permission denied")
    with uitgesneden(meting), geweigerd, transaction.atomic():
        Statushouder.objects.exists()


def test_after_an_error_inside_nothing_is_left(meting):
    in_het_land = geteld_in_het_land()
    with pytest.raises(ZeroDivisionError), uitgesneden(meting):
        1 / 0  # noqa: B018

    assert geteld_in_het_land() == in_het_land
    with uitgesneden(meting):
        assert geteld_in_het_land() < in_het_land
