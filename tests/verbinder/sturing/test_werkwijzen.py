"""What works elsewhere: written by a region, read by all, with figures from adopted reports."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from regio.models import Werkwijze
from regio.services.werkwijzen import deel
from tests.mensen import maak_mensen
from tests.verbinder.rapportage.conftest import (  # noqa: F401
    gooi,
    stel_vast,
    teller,
    versie,
    verstuurd,
)
from tests.verbinder.sturing.schrijver import Schrijver, een_werkwijze
from tests.verstuur import verstuur
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.opslag import rapport_van
from verbinder.sturing.werkwijzen import NIET_VASTGESTELD, resultaten

pytestmark = pytest.mark.django_db


def test_a_draft_is_read_by_its_own_region_and_what_is_shared_by_everybody(als, mensen):
    werkwijze = een_werkwijze(mensen, gedeeld=False)
    adres = f"/werkwijzen/{werkwijze.pk}/"
    assert als("vreemde_verbinder").get(adres).status_code == 404

    deel(werkwijze=werkwijze, gedeeld=True, **Schrijver(mensen.verbinder).wie)
    lees = als("vreemde_verbinder").get(adres).content.decode()
    assert "Een docent komt twee uur per week" in lees
    assert "wijzigen/" not in lees


def test_only_its_own_region_changes_it(mensen):
    werkwijze = een_werkwijze(mensen)

    with pytest.raises(PermissionDenied):
        deel(werkwijze=werkwijze, gedeeld=False, **Schrijver(mensen.vreemde_verbinder).wie)


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("", {"Taal op de werkvloer", "Startbaan bij de gemeente"}),
        ("?actielijn=2", {"Taal op de werkvloer"}),
        ("?groep=jongeren", {"Startbaan bij de gemeente"}),
        ("?q=docent+bedrijf", {"Taal op de werkvloer"}),
        ("?q=100%25", set()),
        ("?actielijn=99&groep=onzin", {"Taal op de werkvloer", "Startbaan bij de gemeente"}),
    ],
)
def test_others_search_by_words_actielijn_and_target_group(als, mensen, vraag, gevonden):
    lijn = Schrijver(mensen.verbinder).actielijn(2)
    een_werkwijze(mensen, actielijn=lijn)
    een_werkwijze(
        mensen,
        titel="Startbaan bij de gemeente",
        aanpak="De gemeente neemt zelf mensen aan.",
        groepen=["jongeren", "vrouwen"],
    )

    lees = als("klantmanager").get(f"/werkwijzen/{vraag}").content.decode()
    titels = {"Taal op de werkvloer", "Startbaan bij de gemeente"}
    assert {titel for titel in titels if titel in lees} == gevonden


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"contact": "sanne@voorbeeld.invalid"}, "Noem een functie, geen e-mailadres"),
        ({"indicator": "C3"}, "Kies bij een cijfer ook het halfjaar"),
        ({"indicator": "Z1", "halfjaar": "2026-1"}, "Kies een cijfer uit de lijst"),
        ({"indicator": "C3", "halfjaar": "2026-3"}, "is geen halfjaar"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(mensen, anders, zin):
    with pytest.raises(ValidationError) as weigering:
        een_werkwijze(mensen, **anders)

    assert zin in " ".join(weigering.value.messages)
    assert not Werkwijze.objects.exists()


def test_the_result_is_the_figure_of_the_adopted_report(verstuurd):  # noqa: F811
    werkwijze = een_werkwijze(maak_mensen(), indicator="C3", halfjaar="2026-1")
    assert resultaten([werkwijze])[werkwijze.pk].waarde == NIET_VASTGESTELD

    stel_vast(verstuurd)
    gepubliceerd = geschreven(rapport_van(verstuurd).boek["C3"])
    assert resultaten([werkwijze])[werkwijze.pk].waarde == gepubliceerd


def test_a_region_describes_and_shares_by_form(als):
    klant = als("verbinder")
    antwoord = verstuur(
        klant,
        "/werkwijzen/AM12/nieuw/",
        titel="Koffie-uur",
        situatie="Mensen kenden de werkgevers niet.",
        aanpak="Elke maand een koffie-uur.",
        kosten="Koffie",
        contact="regionale verbinder",
        groepen=["allen"],
    )
    verstuur(klant, f"{antwoord.url}delen/")

    assert "Koffie-uur" in als("directieoverleg").get("/werkwijzen/").content.decode()
