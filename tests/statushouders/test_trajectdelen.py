"""Voorzieningen in a traject, what its actielijn asks, and the lists that a region manages."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from regio.logboek import Door
from regio.models import Actielijn, Arbeidsmarktregio, Organisatie, Soortgebruik, Trajectsoort
from statushouders.models import Traject, Trajectvragen, Voorziening
from statushouders.services.beleidslijsten import bewaar_aanbieder, bewaar_soort
from statushouders.services.kern import Ingehaald
from statushouders.services.trajectdelen import (
    beantwoord_vragen,
    leg_voorziening_vast,
    wijzig_voorziening,
)
from statushouders.services.trajecten import sluit_traject_af, start_traject
from tests.mensen import ANDERE_REGIO, REGIO, bereik
from tests.statushouders.hulp import OP, maak_persoon, scope, soort
from tests.statushouders.test_paginas import fouten, velden

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door)


def start(persoon, door, code="startbaan", **anders):
    gegevens = {"soort": soort(code), "begindatum": BEGIN, "op": OP, "door": door}
    return start_traject(**{**gegevens, **anders}, statushouder=persoon)


def voorziening(traject, door, **anders):
    gegevens = {"soort": "jobcoach", "van": date(2026, 7, 1), "op": OP, "door": door}
    return leg_voorziening_vast(**{**gegevens, **anders}, traject=traject)


# Voorzieningen


def test_a_traject_has_as_many_voorzieningen_as_it_needs(persoon, door):
    traject = start(persoon, door)
    voorziening(traject, door, aanbieder="Bureau Vooruit")
    voorziening(traject, door, soort="vaktaal", van=date(2026, 8, 1), tot_en_met=date(2026, 9, 1))

    assert list(traject.voorzieningen.values_list("soort", "aanbieder__naam")) == [
        ("jobcoach", "Bureau Vooruit"),
        ("vaktaal", None),
    ]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"van": date(2026, 5, 31)}, "van"),
        ({"tot_en_met": date(2026, 6, 30)}, "tot_en_met"),
        ({"soort": "onzin"}, "soort"),
        ({"aanbieder": "111222333"}, "aanbieder"),
        ({"van": date(2026, 12, 1)}, "van"),
    ],
)
def test_a_voorziening_lies_within_its_traject(persoon, door, anders, veld):
    traject = start(persoon, door)
    if anders == {"van": date(2026, 12, 1)}:
        sluit_traject_af(traject=traject, einddatum=OP, eindreden="doel_bereikt", op=OP, door=door)
        traject.refresh_from_db()

    with pytest.raises(ValidationError) as fout:
        voorziening(traject, door, **anders)

    assert veld in fout.value.message_dict
    assert not Voorziening.objects.exists()


def test_what_runs_in_a_traject_ends_with_it(persoon, door):
    traject = start(persoon, door)
    loopt = voorziening(traject, door)
    klaar = voorziening(traject, door, tot_en_met=date(2026, 8, 1))

    sluit_traject_af(traject=traject, einddatum=OP, eindreden="doel_bereikt", op=OP, door=door)

    loopt.refresh_from_db()
    klaar.refresh_from_db()
    assert (loopt.tot_en_met, klaar.tot_en_met) == (OP, date(2026, 8, 1))


def test_two_people_do_not_overwrite_each_others_voorziening(persoon, door):
    rij = voorziening(start(persoon, door), door)
    wat = {"soort": "jobcoach", "van": rij.van, "op": OP, "door": door, "versie": 1}
    wijzig_voorziening(voorziening=rij, tot_en_met=OP, **wat)

    with pytest.raises(Ingehaald):
        wijzig_voorziening(voorziening=rij, **wat)


# The questions of an actielijn


ANTWOORDEN = {
    "voorinburgering": {"azc": "Azc Crailo", "overgedragen_op": date(2026, 7, 1)},
    "vaktaal": {"werkgever": "Zorggroep De Brug", "via_afspraak": True, "sector": "Q"},
    "startbaan": {"werkgever": "Bakker Bos", "duaal": True, "sociale_onderneming": True},
    "uaf_traject": {"doelniveau": "hoog", "diplomawaardering_aangevraagd_op": date(2026, 6, 3)},
}


@pytest.mark.parametrize("code", ANTWOORDEN)
def test_each_actielijn_keeps_the_answers_to_its_own_questions(persoon, door, code):
    traject = start(persoon, door, code)

    vragen = beantwoord_vragen(traject=traject, versie=1, op=OP, door=door, **ANTWOORDEN[code])

    persoon.refresh_from_db()
    vragen.refresh_from_db()
    for naam, waarde in ANTWOORDEN[code].items():
        gekregen = getattr(persoon if naam.startswith("diplomawaardering") else vragen, naam)
        assert getattr(gekregen, "naam", gekregen) == waarde


@pytest.mark.parametrize(
    ("code", "antwoorden", "veld"),
    [
        ("voorinburgering", {"overgedragen_op": date(2026, 5, 1)}, "overgedragen_op"),
        ("voorinburgering", {"twv": "aangevraagd"}, "twv"),
        ("startbaan", {"uren_per_week": 61}, "uren_per_week"),
        (
            "uaf_traject",
            {
                "diplomawaardering_aangevraagd_op": date(2026, 6, 3),
                "diplomawaardering_afgerond_op": date(2026, 6, 1),
            },
            "diplomawaardering_afgerond_op",
        ),
    ],
)
def test_answers_that_cannot_be_are_refused(persoon, door, code, antwoorden, veld):
    traject = start(persoon, door, code)

    with pytest.raises(ValidationError) as fout:
        beantwoord_vragen(traject=traject, versie=1, op=OP, door=door, **antwoorden)

    assert veld in fout.value.message_dict
    assert not Trajectvragen.objects.exists()


def test_a_permit_to_work_is_for_asylum_seekers(door):
    asielzoeker = maak_persoon(door, doelgroep="kansrijke_asielzoeker")
    traject = start(asielzoeker, door, "voorinburgering")

    vragen = beantwoord_vragen(traject=traject, versie=1, op=OP, door=door, twv="aangevraagd")

    assert vragen.twv == "aangevraagd"


def test_a_question_of_another_actielijn_is_not_asked(persoon, door):
    with pytest.raises(TypeError):
        beantwoord_vragen(traject=start(persoon, door), versie=1, op=OP, door=door, azc="Crailo")


def test_the_page_shows_what_was_answered_and_both_versions(als, mensen):
    klant = als("klantmanager")
    with scope(mensen.klantmanager) as door:
        traject = start(maak_persoon(door), door)
    adres = reverse("traject_vragen", args=[traject.sleutel])
    oud = velden(klant.get(adres))

    assert klant.post(adres, {**oud, "werkgever": "Bakker Bos"}).status_code == 302
    nieuw = {**oud, "formulier_sleutel": velden(klant.get(adres))["formulier_sleutel"]}
    antwoord = klant.post(adres, {**nieuw, "werkgever": "Slager Smit"})

    assert fouten(antwoord)
    assert antwoord.context["form"].verschillen == [
        ("Bij welke werkgever?", "Bakker Bos", "Slager Smit")
    ]
    tabblad = reverse("persoon_trajecten", args=[traject.statushouder.sleutel])
    assert "Bakker Bos" in klant.get(tabblad).content.decode()


# The lists of a region


@pytest.fixture
def lijst(mensen):
    """What the functioneel beheerder of the region changes."""
    return {
        "regio": Arbeidsmarktregio.objects.get(code=REGIO),
        "beheer": bereik(mensen.functioneel_beheerder),
        "door": Door.van(mensen.functioneel_beheerder),
    }


def test_what_is_usual_in_the_region_fills_what_was_left_empty(persoon, door, lijst):
    aanbieder = bewaar_aanbieder(**lijst, naam="Bureau Vooruit")
    bewaar_soort(**lijst, soort=soort(), aanbieder=aanbieder, maanden=6)

    gewoon = start(persoon, door)
    anders = start(persoon, door, aanbieder="Tomin", verwachte_einddatum=date(2026, 8, 1))

    assert (gewoon.aanbieder, gewoon.verwachte_einddatum) == (aanbieder, date(2026, 12, 1))
    assert (anders.aanbieder.naam, anders.verwachte_einddatum) == ("Tomin", date(2026, 8, 1))


def test_a_retired_soort_stays_on_old_cases_and_is_no_choice_any_more(
    als, mensen, persoon, door, lijst
):
    oud = start(persoon, door)
    bewaar_soort(**lijst, soort=soort(), tot_en_met=date(2026, 5, 31))

    with pytest.raises(ValidationError, match="niet meer"):
        start(persoon, door)
    klant = als("klantmanager")
    adres = reverse("traject_starten", args=[persoon.sleutel])
    namen = [
        naam
        for _, groep in klant.get(adres).context["form"]["soort"].field.choices[1:]
        for _, naam in groep
    ]
    assert "Startbaan" not in namen
    wijzigen = klant.get(reverse("traject_wijzigen", args=[oud.sleutel])).content.decode()
    assert "Startbaan" in wijzigen
    # Another region goes on with it.
    elders = Arbeidsmarktregio.objects.get(code=ANDERE_REGIO)
    assert Trajectsoort.objects.te_kiezen(elders, op=OP).filter(code="startbaan").exists()


def test_a_retired_aanbieder_stays_on_old_cases_and_starts_nothing_new(persoon, door, lijst):
    aanbieder = bewaar_aanbieder(**lijst, naam="Bureau Vooruit")
    oud = start(persoon, door, aanbieder="Bureau Vooruit")
    bewaar_aanbieder(
        **lijst, aanbieder=aanbieder, naam="Bureau Vooruit", tot_en_met=date(2026, 5, 31)
    )

    with pytest.raises(ValidationError) as fout:
        start(persoon, door, aanbieder="bureau vooruit")
    assert "aanbieder" in fout.value.message_dict
    assert Traject.objects.get().aanbieder == oud.aanbieder


def test_a_region_adds_a_soort_of_its_own(persoon, door, lijst):
    eigen = bewaar_soort(
        **lijst, naam="Kennismaken in de zorg", actielijn=Actielijn.objects.get(pk=2)
    ).soort

    assert eigen.code == "kennismaken_in_de_zorg"
    assert start(persoon, door, eigen.code).actielijn_id == 2
    elders = Arbeidsmarktregio.objects.get(code=ANDERE_REGIO)
    assert eigen not in Trajectsoort.objects.te_kiezen(elders, op=OP)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": "startbaan"}, "naam"),
        ({"naam": " "}, "naam"),
        ({"naam": "Nieuw", "actielijn": None}, "actielijn"),
        ({"naam": "Nieuw", "maanden": 0}, "maanden"),
        ({"naam": "Nieuw", "van": BEGIN, "tot_en_met": date(2026, 5, 1)}, "tot_en_met"),
    ],
)
def test_a_soort_that_cannot_be_is_refused_whole(lijst, anders, veld):
    gegevens = {"actielijn": Actielijn.objects.get(pk=3), **anders}

    with pytest.raises(ValidationError) as fout:
        bewaar_soort(**lijst, **gegevens)

    assert veld in fout.value.message_dict
    assert not Soortgebruik.objects.exists()
    assert not Trajectsoort.objects.filter(naam="Nieuw").exists()


def test_only_who_manages_the_region_changes_its_lists(mensen, lijst):
    ander = {**lijst, "regio": Arbeidsmarktregio.objects.get(code=ANDERE_REGIO)}

    with pytest.raises(PermissionDenied):
        bewaar_soort(**ander, soort=soort(), maanden=3)
    with pytest.raises(PermissionDenied):
        bewaar_aanbieder(**ander, naam="Bureau Vooruit")


def test_the_pages_of_the_lists_save_and_say_so(als):
    beheer = als("functioneel_beheerder")
    for naam, gevuld in (
        ("aanbieder_nieuw", {"naam": "Bureau Vooruit"}),
        ("trajectsoort_nieuw", {"naam": "Kennismaken", "actielijn": "2", "maanden": "3"}),
    ):
        adres = reverse(naam)
        antwoord = beheer.post(adres, {**velden(beheer.get(adres)), **gevuld}, follow=True)
        assert "is opgeslagen" in antwoord.content.decode()
    pagina = beheer.get(reverse("beleidslijsten")).content.decode()
    assert "Bureau Vooruit" in pagina
    assert "Kennismaken" in pagina
    wijzigen = reverse("aanbieder", args=[Organisatie.objects.get().pk])
    fout = beheer.post(wijzigen, {**velden(beheer.get(wijzigen)), "naam": "…"})
    assert fouten(fout)


@pytest.mark.parametrize("regio", ["AM99", "%00", "AM12%00", ANDERE_REGIO])
def test_the_lists_of_a_region_that_one_does_not_manage_are_not_found(als, regio):
    adres = reverse("beleidslijsten")

    assert als("functioneel_beheerder").get(f"{adres}?regio={regio}").status_code == 404
    assert als("functioneel_beheerder").get(f"{adres}?regio=AM12").status_code == 200


def test_starting_asks_six_fields_at_most_and_closing_four(als, mensen):
    klant = als("klantmanager")
    with scope(mensen.klantmanager) as door:
        traject = start(maak_persoon(door), door, "uaf_traject")
    beginnen = reverse("traject_starten", args=[traject.statushouder.sleutel])
    sluiten = reverse("traject_afsluiten", args=[traject.sleutel])

    for adres, meeste in ((beginnen, 6), (sluiten, 4)):
        assert len(klant.get(adres).context["form"].visible_fields()) <= meeste
