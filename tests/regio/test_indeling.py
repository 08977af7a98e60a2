"""Where the gemeenten are, and were: the real reference data, and rules that it must keep."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regio.logboek import Door
from regio.models import (
    Arbeidsmarktregio,
    Centrumgemeente,
    Gemeente,
    GemeenteInRegio,
)
from regio.perioden import halfjaar
from regio.services.referentiegegevens import laad_referentiegegevens
from tests.regio.indeling import ligging_van

pytestmark = [pytest.mark.django_db, pytest.mark.database]

WEESP_LAATSTE_DAG = date(2022, 3, 23)


def regio(code):
    return Arbeidsmarktregio.objects.get(code=code)


@pytest.mark.parametrize(
    ("dag", "aantal"),
    [
        (date(2020, 12, 31), 355),
        (date(2021, 1, 1), 352),
        (date(2022, 1, 1), 345),
        (date(2022, 3, 24), 344),
        (date(2023, 1, 1), 342),
        (date(2026, 1, 1), 342),
        (date(2027, 1, 1), 341),
    ],
)
def test_the_number_of_gemeenten_on_a_day_is_that_of_the_country(dag, aantal):
    assert Gemeente.objects.bestaand_op(dag).count() == aantal


def test_there_are_35_regions_with_a_centrumgemeente_of_their_own():
    assert Arbeidsmarktregio.objects.count() == 35
    for centrum in Centrumgemeente.objects.select_related("regio", "gemeente"):
        leden = Gemeente.objects.in_regio(centrum.regio, op=date(2026, 1, 1))
        assert centrum.gemeente in leden


@pytest.mark.parametrize("dag", [date(2021, 1, 1), date(2024, 6, 30), date(2027, 1, 1)])
def test_every_gemeente_that_exists_is_in_exactly_one_region(dag):
    leden = GemeenteInRegio.objects.geldig_op(dag)
    gemeenten = [lid.gemeente_id for lid in leden]

    assert sorted(gemeenten) == sorted(
        Gemeente.objects.bestaand_op(dag).values_list("pk", flat=True)
    )


def test_weesp_belongs_to_gooi_en_vechtstreek_until_it_ends_and_to_amsterdam_from_the_next_day():
    gooi = {g.naam for g in Gemeente.objects.in_regio(regio("AM12"), op=WEESP_LAATSTE_DAG)}
    daarna = {
        g.naam
        for g in Gemeente.objects.in_regio(regio("AM12"), op=WEESP_LAATSTE_DAG + timedelta(days=1))
    }

    assert gooi - daarna == {"Weesp"}
    assert ligging_van("Weesp", op=WEESP_LAATSTE_DAG) == ("Weesp", "AM12")
    assert ligging_van("Weesp", op=WEESP_LAATSTE_DAG + timedelta(days=1)) == ("Amsterdam", "AM18")


def test_the_planned_merger_of_wijdemeren_takes_effect_on_its_day():
    assert Gemeente.objects.get(naam="Wijdemeren").einde_voorgenomen
    assert ligging_van("Wijdemeren", op=date(2026, 12, 31)) == ("Wijdemeren", "AM12")
    assert ligging_van("Wijdemeren", op=date(2027, 1, 1)) == ("Hilversum", "AM12")


def test_a_region_change_without_a_date_counts_from_the_first_source_that_shows_it():
    lid = GemeenteInRegio.objects.get(gemeente__naam="Olst-Wijhe", regio__code="AM36")

    assert (lid.van, lid.van_geschat) == (date(2024, 1, 1), True)


def test_the_gemeenten_of_a_period_include_the_one_that_ended_in_it():
    namen = {g.naam for g in Gemeente.objects.in_regio_tijdens(regio("AM12"), halfjaar(2022, 1))}

    assert "Weesp" in namen


def test_loading_twice_changes_nothing_the_second_time():
    verslag = laad_referentiegegevens(door=Door.systeem("toets"))

    assert not verslag.iets_veranderd
    assert verslag.tellingen["gemeenten"]["ongewijzigd"] == 360


def test_loading_reports_and_repairs_what_was_changed_by_hand():
    Gemeente.objects.filter(naam="Hilversum").update(provincie="Utrecht")

    verslag = laad_referentiegegevens(door=Door.systeem("toets"))

    assert verslag.wijzigingen == ["gemeenten: gewijzigd: Hilversum (provincie)"]
    assert Gemeente.objects.get(naam="Hilversum").provincie == "Noord-Holland"


def test_a_centrumgemeente_that_was_confirmed_by_hand_stays_as_it_is():
    huizen = Gemeente.objects.get(naam="Huizen")
    Centrumgemeente.objects.filter(regio__code="AM01").update(gemeente=huizen, bevestigd=True)

    laad_referentiegegevens(door=Door.systeem("toets"))

    assert Centrumgemeente.objects.get(regio__code="AM01").gemeente == huizen


def test_only_the_centrumgemeente_of_hilversum_is_confirmed_by_a_source():
    bevestigd = Centrumgemeente.objects.filter(bevestigd=True)

    assert [c.gemeente.naam for c in bevestigd] == ["Hilversum"]


def test_a_gemeente_cannot_be_in_two_regions_on_one_day():
    hilversum = Gemeente.objects.get(naam="Hilversum")

    with pytest.raises(IntegrityError, match="gemeente_op_elke_dag"), transaction.atomic():
        GemeenteInRegio.objects.create(
            gemeente=hilversum, regio=regio("AM01"), van=date(2026, 1, 1), bron="toets"
        )
