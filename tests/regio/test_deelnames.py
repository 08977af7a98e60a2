"""Which gemeenten take part; without it the verbinder opens nothing of a gemeente."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from regio.logboek import Door
from regio.models import Deelname, Gemeente
from regio.services.deelnames import beeindig_deelname, begin_deelname
from tests.mensen import bereik, laat_meedoen
from tests.verstuur import verstuur

OP = date(2026, 11, 20)


def gemeente(naam: str) -> Gemeente:
    return Gemeente.objects.get(naam=naam)


def als_beheerder(gebruiker) -> dict:
    return {"beheer": bereik(gebruiker, op=OP), "door": Door.van(gebruiker)}


@pytest.fixture
def functioneel(mensen) -> dict:
    Deelname.objects.all().delete()
    return als_beheerder(mensen.functioneel_beheerder)


def begin(beheerder, naam="Laren", **anders) -> Deelname:
    gegevens = {
        "van": OP,
        "overeenkomst": "Overeenkomst",
        "grondslag": "Participatiewet",
        "met_namen": True,
    }
    return begin_deelname(gemeente=gemeente(naam), **{**gegevens, **anders}, **beheerder)


def test_from_the_first_day_the_verbinder_reaches_the_gemeente(functioneel, mensen):
    begin(functioneel)
    laren = gemeente("Laren").pk

    assert laren not in bereik(mensen.verbinder, op=OP - timedelta(days=1)).gemeenten
    assert laren in bereik(mensen.verbinder, op=OP).gemeenten


def test_without_names_the_verbinder_sees_references(functioneel, mensen):
    begin(functioneel, met_namen=False)

    assert gemeente("Laren").pk in bereik(mensen.verbinder, op=OP).zonder_namen


def test_after_the_last_day_the_verbinder_does_not_reach_it(functioneel, mensen):
    deelname = begin(functioneel)
    beeindig_deelname(deelname=deelname, laatste_dag=OP, op=OP, **functioneel)

    assert gemeente("Laren").pk not in bereik(mensen.verbinder, op=OP + timedelta(days=1)).gemeenten


def test_a_deelname_that_has_not_begun_disappears(functioneel):
    deelname = begin(functioneel, van=OP + timedelta(days=5))
    beeindig_deelname(deelname=deelname, laatste_dag=OP, op=OP, **functioneel)

    assert not Deelname.objects.exists()


def test_two_on_the_same_day_are_refused(functioneel):
    begin(functioneel)

    with pytest.raises(ValidationError, match="op een van deze dagen al mee"):
        begin(functioneel)


@pytest.mark.parametrize("naam", ["Utrecht", "Weesp"])
def test_a_gemeente_outside_the_region_is_out_of_reach(functioneel, naam):
    with pytest.raises(PermissionDenied):
        begin(functioneel, naam)


@pytest.mark.parametrize("wie", ["verbinder", "applicatiebeheerder", "klantmanager"])
def test_only_the_functioneel_beheerder_decides(mensen, wie):
    Deelname.objects.all().delete()

    with pytest.raises(PermissionDenied):
        begin(als_beheerder(getattr(mensen, wie)))


@pytest.mark.parametrize("veld", ["overeenkomst", "grondslag"])
def test_no_deelname_without_agreement_and_legal_basis(functioneel, veld):
    with pytest.raises(ValidationError) as weigering:
        begin(functioneel, **{veld: ""})

    assert set(weigering.value.error_dict) == {veld}


def test_the_page_adds_and_ends_one(functioneel, als):
    client = als("functioneel_beheerder")
    verstuur(
        client,
        "/beheer/deelname/nieuw/",
        gemeente=gemeente("Laren").pk,
        overeenkomst="Overeenkomst",
        grondslag="Participatiewet",
        met_namen="nee",
        van="2026-11-20",
    )
    deelname = Deelname.objects.get()
    assert not deelname.met_namen

    antwoord = verstuur(client, f"/beheer/deelname/{deelname.pk}/einde/", laatste_dag="2099-01-01")
    deelname.refresh_from_db()
    assert antwoord.status_code == 302
    assert deelname.tot_en_met == date(2099, 1, 1)


def test_a_deelname_of_another_region_is_a_404(als):
    deelname = laat_meedoen("Utrecht")

    antwoord = als("functioneel_beheerder").get(f"/beheer/deelname/{deelname.pk}/einde/")

    assert antwoord.status_code == 404


def test_the_page_lists_every_gemeente_with_few_questions(als, django_assert_max_num_queries):
    client = als("functioneel_beheerder")

    with django_assert_max_num_queries(14):
        tekst = client.get("/beheer/deelname/").content.decode()
    assert "Blaricum" in tekst
    assert "gemeenten doen mee" in tekst
