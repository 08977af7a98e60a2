"""F1 to F7: the founding case by hand, and what each figure does and does not count."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from regio.models import Gemeente
from regio.perioden import halfjaar_uit_code
from regio.services.boeken import storneer
from regio.toegang import Gebied
from tests.regio.sturing.boekhouding import dag
from tests.regio.sturing.uren import schrijf_uren, stel_aan, weken_van_de_eerste_verbinder
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.geld import GELD
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

pytestmark = pytest.mark.django_db


def cijfers(regio, halfjaar: str, **meer) -> dict:
    """`["F1"]` is a headline, `["F5", "gemeente", "GM0402"]` a cell."""
    meting = Meting(Gebied(regio.pk), halfjaar_uit_code(halfjaar), **meer)
    waarden = {}
    for cijfer in meet(meting, GELD):
        code, uitsplitsing, categorie = cijfer.plaats
        sleutel = code if uitsplitsing == "totaal" else (code, uitsplitsing, categorie)
        waarden[sleutel] = cijfer.waarde
    return waarden


def euro(tekst: str) -> Decimal:
    return Decimal(tekst)


@pytest.fixture
def eerste_verbinder(boeken):
    """DU 2023 of EUR 68,000, carried over and spent on 184 days of a verbinder in 2024."""
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    contract = boeken.verplichting("68000")
    aanstelling = stel_aan(boeken.regio, wie="eerste_verbinder")
    for eerste_dag, uren in weken_van_de_eerste_verbinder():
        schrijf_uren(aanstelling, eerste_dag, uren)
    # 122 of the 184 days are in the first half-year.
    boeken.besteding("45086.96", "2024-06-30", verplichting=contract)
    boeken.besteding("22913.04", "2024-08-31", verplichting=contract)
    return boeken


class TestEersteVerbinder:
    def test_in_2023_the_money_comes_in_and_goes_on_to_2024(self, eerste_verbinder):
        telling = cijfers(eerste_verbinder.regio, "2023-2")

        assert telling["F1"] == telling["F1.jaar"] == 68000
        assert (telling["F2.in"], telling["F2.uit"]) == (0, 68000)
        assert telling["F3"] == telling["F5.jaar"] == telling["F6"] == 0
        assert telling["F7.gepland"] == telling["F7.ingezet"] == 0
        assert telling["F7.per_uur"] is None

    def test_the_first_half_of_2024_has_122_of_the_184_days(self, eerste_verbinder):
        telling = cijfers(eerste_verbinder.regio, "2024-1")

        assert (telling["F1"], telling["F2.in"], telling["F3.begin"]) == (0, 68000, 0)
        assert telling["F3"] == 68000
        assert telling["F5"] == telling["F5.jaar"] == euro("45086.96")
        assert (telling["F4"], telling["F6"]) == (euro("22913.04"), 0)
        assert telling["F7.gepland"] == telling["F7.ingezet"] == euro("557.71")
        assert telling["F7.per_uur"] == euro("80.84")

    def test_the_second_half_has_62_days_and_the_year_841_hours_of_80_84(self, eerste_verbinder):
        telling = cijfers(eerste_verbinder.regio, "2024-2")

        assert (telling["F5"], telling["F5.jaar"]) == (euro("22913.04"), 68000)
        assert (telling["F3"], telling["F4"], telling["F6"]) == (68000, 0, 0)
        assert telling["F7.gepland"] == telling["F7.ingezet"] == euro("283.43")
        assert telling["F7.gepland_jaar"] == telling["F7.ingezet_jaar"] == euro("841.14")
        assert telling["F7.per_uur"] == telling["F7.per_uur_jaar"] == euro("80.84")

    def test_the_year_of_origin_and_the_year_of_spending_are_both_there(self, eerste_verbinder):
        eerste_verbinder.bijdrage("1000", jaar=2024, datum="2024-05-31")
        telling = cijfers(eerste_verbinder.regio, "2024-2")

        assert telling["F5.jaar", "herkomst", "2023-du"] == 68000
        assert telling["F6", "herkomst", "2023-du"] == 0
        assert telling["F1.jaar", "herkomst", "2024-du"] == 1000
        assert telling["F6", "herkomst", "2024-du"] == 1000

    def test_1_march_to_1_september_is_184_days_and_841_hours(self):
        weken = list(weken_van_de_eerste_verbinder())

        assert (date(2024, 9, 1) - date(2024, 3, 1)).days == 184
        assert sum(uren for _, uren in weken) == euro("841.14")
        assert (euro("68000") / euro("841.14")).quantize(euro("0.01")) == euro("80.84")


def test_free_money_below_zero_is_shown_so(boeken):
    boeken.bijdrage("100")
    boeken.besteding("350.25", met_tekort=True)

    assert cijfers(boeken.regio, "2024-1")["F6"] == euro("-250.25")


def test_a_storno_counts_in_the_half_year_in_which_it_is_booked(boeken):
    boeken.bijdrage("1000")
    factuur = boeken.besteding("400", "2024-04-01")
    storneer(boeking=factuur, datum=dag("2024-07-15"), reden="dubbel", **boeken.wie)

    eerst, later = (cijfers(boeken.regio, halfjaar) for halfjaar in ("2024-1", "2024-2"))

    assert (eerst["F5"], eerst["F6"]) == (400, 600)
    assert (later["F5"], later["F5.jaar"], later["F6"]) == (-400, 0, 1000)


def test_what_was_for_gemeenten_stands_under_them_and_the_rest_under_the_region(boeken):
    boeken.bijdrage("1000")
    twee = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen")))
    boeken.besteding("100.01", gemeenten=twee)
    boeken.besteding("40")

    telling = cijfers(boeken.regio, "2024-1")

    assert telling["F5"] == euro("140.01")
    assert telling["F5", "gemeente", "GM0402"] == euro("50.01")
    assert telling["F5", "gemeente", "GM0406"] == 50
    assert telling["F5", "gemeente", "GM0417"] == 0
    assert telling["F5", "gemeente", "hele_regio"] == 40


def test_a_gemeente_counts_what_was_spent_for_it_alone(boeken):
    boeken.bijdrage("1000")
    hilversum = Gemeente.objects.get(naam="Hilversum")
    boeken.besteding("70", gemeenten=[hilversum])
    boeken.besteding("40")
    gebied = Gebied(boeken.regio.pk, frozenset({hilversum.pk}), met_ongekoppeld=False)

    gemeten = meet(Meting(gebied, halfjaar_uit_code("2024-1")), GELD, tabellen=())
    waarden = {c.plaats.indicator: c.waarde for c in gemeten}

    assert waarden["F5"] == 70
    assert waarden["F1.jaar"] == waarden["F3"] == waarden["F7.gepland"] == 0


def test_the_money_of_a_region_is_whole_whoever_takes_part(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("70", gemeenten=list(Gemeente.objects.filter(naam="Hilversum")))
    een_deelnemer = frozenset(Gemeente.objects.filter(naam="Huizen").values_list("pk", flat=True))
    gebied = Gebied(boeken.regio.pk, een_deelnemer)

    gemeten = meet(Meting(gebied, halfjaar_uit_code("2024-1")), GELD, tabellen=())

    assert {c.plaats.indicator: c.waarde for c in gemeten}["F5"] == 70


def test_money_per_actielijn_and_what_is_for_none_in_particular(boeken):
    boeken.bijdrage("1000")
    contract = boeken.verplichting("300", actielijn_id=3)
    boeken.besteding("100", verplichting=contract)
    boeken.besteding("50")

    telling = cijfers(boeken.regio, "2024-1")

    assert telling["F4", "actielijn", "3"] == 200
    assert telling["F5", "actielijn", "3"] == 100
    assert telling["F5", "actielijn", "algemeen"] == 50


class TestUren:
    def test_hours_of_two_people_add_up_and_a_vacancy_stands_apart(self, boeken):
        stel_aan(boeken.regio, uren=Decimal(21), wie="een")
        stel_aan(boeken.regio, uren=Decimal(14), van=date(2024, 6, 24), wie="twee")
        stel_aan(boeken.regio, uren=Decimal(35), van=date(2024, 1, 1), tot_en_met=date(2024, 2, 4))

        telling = cijfers(boeken.regio, "2024-1")

        # 122 days of 3 hours and 7 days of 2; the vacancy 35 days of 5.
        assert telling["F7.gepland"] == 122 * 3 + 7 * 2
        assert telling["F7.vacature"] == 35 * 5

    def test_without_a_verbinder_the_hours_are_zero_and_an_hour_has_no_price(self, boeken):
        boeken.bijdrage("1000")
        boeken.besteding("100")
        telling = cijfers(boeken.regio, "2024-1")

        assert telling["F7.gepland"] == telling["F7.ingezet"] == telling["F7.vacature"] == 0
        assert telling["F7.per_uur"] is None

    def test_only_the_costs_of_the_verbinder_are_in_the_price_of_an_hour(self, boeken):
        boeken.bijdrage("1000")
        schrijf_uren(stel_aan(boeken.regio, wie="een"), date(2024, 4, 1), 8, actielijn_id=1)
        boeken.besteding("400")
        boeken.besteding("200", kostensoort="activiteit")

        telling = cijfers(boeken.regio, "2024-1")

        assert telling["F7.per_uur"] == 50
        assert telling["F7.ingezet", "actielijn", "1"] == 8


def test_as_known_on_a_moment_the_money_is_what_was_booked_by_then(boeken):
    boeken.bijdrage("1000")
    moment = timezone.now()
    boeken.bijdrage("500", kenmerk="later")

    assert cijfers(boeken.regio, "2023-2", bekend_op=moment)["F1"] == 1000
    assert cijfers(boeken.regio, "2023-2")["F1"] == 1500


def test_the_money_of_another_region_counts_nowhere_here(boeken):
    boeken.bijdrage("1000")
    andere = type(boeken.regio).objects.get(code="AM13")

    assert not any(cijfers(andere, "2023-2").values())


def test_every_figure_of_money_is_in_the_list_under_its_chapter():
    assert {i.code for i in INDICATOREN.values() if i.van_geld} == {i.code for i in GELD}
    assert {i.groep for i in GELD} == {"F"}
