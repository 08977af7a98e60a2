"""The plan of a region: versions, goals, measures, and the vaststelling that ends changing."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from regio.models import Doel, Maatregel, Overleg
from regio.perioden import halfjaar
from regio.plannen import doelen_in, geldende_versies
from regio.services import plandelen, plannen
from tests.mensen import ANDERE_REGIO
from tests.verbinder.sturing.schrijver import OP, Schrijver, een_gemeente, regio
from verbinder.sturing.doelen import zet_doel

pytestmark = pytest.mark.django_db


@pytest.fixture
def verbinder(mensen) -> Schrijver:
    return Schrijver(mensen.verbinder)


def test_a_version_is_written_until_it_is_adopted_and_the_next_begins_as_its_copy(verbinder):
    eerste = verbinder.plan()
    verbinder.doel(eerste, gemeenten=[een_gemeente("Laren"), een_gemeente("Huizen")])
    verbinder.maatregel(eerste)
    verbinder.stel_vast(eerste)

    with pytest.raises(ValidationError, match="is vastgesteld. Maak een nieuwe versie"):
        verbinder.doel(eerste)

    tweede = plannen.maak_planversie(plan=eerste.plan, **verbinder.wie)
    kopie = tweede.doelen.get()
    zet_doel(versie=tweede, doel=kopie, opzet=verbinder.opzet(aantal=80), **verbinder.wie)
    assert {g.naam for g in eerste.doelen.get().gemeenten.all()} == {"Laren", "Huizen"}
    assert (eerste.doelen.get().aantal, tweede.doelen.get().aantal) == (60, 80)
    assert tweede.maatregelen.get().code == "M1"


def test_there_is_one_version_to_change_at_a_time(verbinder):
    versie = verbinder.plan()

    with pytest.raises(ValidationError, match="Versie 1 is nog niet vastgesteld"):
        plannen.maak_planversie(plan=versie.plan, **verbinder.wie)


def test_a_new_goal_never_takes_the_code_of_one_that_was_taken_away(verbinder):
    versie = verbinder.plan()
    verbinder.doel(versie)
    verbinder.stel_vast(versie)
    tweede = plannen.maak_planversie(plan=versie.plan, **verbinder.wie)
    plandelen.haal_doel_weg(doel=tweede.doelen.get(), **verbinder.wie)

    assert verbinder.doel(tweede).code == "D2"


@pytest.mark.parametrize("tabel", ["regio_doel", "regio_maatregel", "regio_planversie"])
def test_the_database_refuses_to_change_what_was_adopted(verbinder, tabel):
    versie = verbinder.plan()
    verbinder.doel(versie)
    verbinder.maatregel(versie)
    verbinder.stel_vast(versie)
    model = {"regio_doel": Doel, "regio_maatregel": Maatregel}.get(tabel, type(versie))

    with pytest.raises(IntegrityError, match="is vastgesteld"), transaction.atomic():
        model.objects.all().delete() if model is not type(versie) else (
            model.objects.update(analyse="anders")
        )


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"eenheid": ""}, "Een doel heeft een eenheid. Kies wat u telt."),
        ({"eenheid": "trajecten"}, "telt personen, geen trajecten"),
        ({"indicator": "A9"}, "Kies een cijfer uit de lijst"),
        ({"indicator": "G1", "eenheid": "procent"}, "Kies een cijfer uit de lijst"),
        ({"indicator": "C6"}, "telt procent, geen personen"),
        ({"indicator": "C6", "eenheid": "procent", "aantal": 101}, "Een percentage is hoogstens"),
        ({"indicator": "C7"}, "is minder beter. Kies hoogstens"),
        ({"richting": "hoogstens"}, "is meer beter. Kies minstens"),
        ({"richting": "ongeveer"}, "is meer beter. Kies minstens"),
        ({"indicator": "Z9"}, "Kies een cijfer uit de lijst"),
        ({"aantal": 0}, "hoger is dan 0"),
        ({"einddatum": date(2025, 1, 1)}, "De laatste dag ligt voor de eerste dag"),
        ({"einddatum": date(2031, 1, 1)}, "binnen de looptijd van het plan"),
        ({"uitgangswaarde": 3}, "Vul bij de uitgangswaarde ook de datum in"),
    ],
)
def test_a_goal_that_cannot_be_measured_is_refused_in_a_sentence(verbinder, anders, zin):
    versie = verbinder.plan()

    with pytest.raises(ValidationError) as weigering, transaction.atomic():
        verbinder.doel(versie, **anders)

    assert zin in " ".join(weigering.value.messages)
    assert not versie.doelen.exists()


def test_a_goal_without_a_unit_is_refused_by_the_database_too(verbinder):
    doel = verbinder.doel(verbinder.plan())

    with pytest.raises(IntegrityError, match="doel_heeft_eenheid"), transaction.atomic():
        Doel.objects.filter(pk=doel.pk).update(eenheid="")


def test_an_actielijn_only_where_the_figure_is_counted_per_actielijn(verbinder):
    versie = verbinder.plan()
    lijn = verbinder.actielijn(3)

    assert verbinder.doel(versie, actielijn=lijn).actielijn == lijn
    with pytest.raises(ValidationError, match="niet per actielijn geteld"):
        verbinder.doel(versie, indicator="A1", actielijn=lijn)


def test_a_gemeente_of_another_region_is_no_territory_of_a_goal(verbinder):
    with pytest.raises(ValidationError, match="Kies gemeenten uit uw regio"):
        verbinder.doel(verbinder.plan(), gemeenten=[een_gemeente("Utrecht")])


def test_only_the_adopted_version_holds_and_only_from_its_day(verbinder):
    eerste = verbinder.plan()
    verbinder.doel(eerste)
    verbinder.stel_vast(eerste, datum=date(2026, 3, 1))
    tweede = plannen.maak_planversie(plan=eerste.plan, **verbinder.wie)

    assert not geldende_versies(regio(), op=date(2026, 2, 28)).exists()
    assert list(geldende_versies(regio(), op=date(2026, 3, 1))) == [eerste]
    verbinder.stel_vast(tweede, datum=date(2026, 6, 1))
    assert list(geldende_versies(regio(), op=date(2026, 5, 31))) == [eerste]
    assert list(geldende_versies(regio(), op=OP)) == [tweede]


def test_a_goal_counts_in_every_period_that_it_shares_a_day_with(verbinder):
    versie = verbinder.plan()
    verbinder.doel(versie, begindatum=date(2026, 6, 30), einddatum=date(2026, 7, 1))
    verbinder.stel_vast(versie)

    gevonden = [
        doelen_in(regio(), halfjaar(jaar, helft), op=OP).exists()
        for jaar, helft in ((2025, 2), (2026, 1), (2026, 2), (2027, 1))
    ]
    assert gevonden == [False, True, True, False]


def test_a_plan_is_adopted_by_a_body_of_the_region_that_adopts_plans(verbinder):
    versie = verbinder.plan()
    elders = Overleg.objects.create(
        regio=regio(ANDERE_REGIO), naam="PFHO", afkorting="PFHO", stelt_vast=True
    )
    bespreekt = verbinder.overleg(naam="Programmateam", afkorting="PT", stelt_vast=False)

    with pytest.raises(ValidationError, match="Kies een overleg van deze regio"):
        verbinder.stel_vast(versie, overleg=elders)
    with pytest.raises(ValidationError, match="stelt geen plannen vast"):
        verbinder.stel_vast(versie, overleg=bespreekt)
    with pytest.raises(ValidationError, match="Deze dag moet nog komen"):
        verbinder.stel_vast(versie, datum=date(2026, 11, 21))


def test_how_far_a_measure_is_may_be_told_after_the_vaststelling(verbinder):
    versie = verbinder.plan()
    maatregel = verbinder.maatregel(versie)
    verbinder.stel_vast(versie)

    plandelen.leg_stand_vast(
        maatregel=maatregel, stand="vertraagd", opmerking="Wacht op een docent", **verbinder.wie
    )

    assert versie.plan.standen.get().stand == "vertraagd"


def test_the_tasks_of_a_verbinder_become_measures_once(verbinder):
    versie = verbinder.plan()
    for _ in range(2):
        plandelen.neem_taken_over(
            versie=versie,
            taken=["plan", "hoogopgeleid"],
            trekker="regionale verbinder",
            **verbinder.wie,
        )

    assert [m.code for m in versie.maatregelen.order_by("code")] == ["M1", "M2"]
    assert versie.maatregelen.get(titel__startswith="Aandacht").partners == ["uaf", "onderwijs"]


@pytest.mark.parametrize(
    "wie",
    ["klantmanager", "gemeente_cijfers", "directieoverleg", "controller", "vreemde_verbinder"],
)
def test_who_only_reads_changes_nothing(mensen, verbinder, wie):
    versie = verbinder.plan()
    lezer = Schrijver(getattr(mensen, wie))

    with pytest.raises(PermissionDenied):
        lezer.doel(versie)
    with pytest.raises(PermissionDenied):
        lezer.stel_vast(versie)


def test_without_a_verbinder_the_functioneel_beheerder_writes(mensen):
    beheerder = Schrijver(mensen.functioneel_beheerder)

    assert beheerder.doel(beheerder.plan()).code == "D1"


@pytest.mark.parametrize(
    ("anders", "streven"),
    [
        ({"aantal": 1240}, "1.240 personen"),
        ({"indicator": "C7", "aantal": 10, "richting": "hoogstens"}, "hoogstens 10 personen"),
        ({"indicator": "C6", "eenheid": "procent", "aantal": 70}, "70 %"),
        (
            {"indicator": "B3", "eenheid": "procent", "aantal": 15, "richting": "hoogstens"},
            "hoogstens 15 %",
        ),
    ],
)
def test_a_goal_says_its_direction_and_a_share_is_written_as_one(verbinder, anders, streven):
    doel = verbinder.doel(verbinder.plan(), **anders)

    assert doel.streven == streven
    assert str(doel).endswith(f": {streven}")


def test_the_next_version_keeps_the_direction(verbinder):
    versie = verbinder.plan()
    verbinder.doel(versie, indicator="C7", aantal=10, richting="hoogstens")
    verbinder.stel_vast(versie)

    tweede = plannen.maak_planversie(plan=versie.plan, **verbinder.wie)

    assert tweede.doelen.get().richting == "hoogstens"
