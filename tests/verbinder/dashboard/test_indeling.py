"""After a herindeling: the figures of before stay what they were, or are shown as of now.

Wijdemeren has become Hilversum on 1 January 2027; it is 1 February 2027 here.
"""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from regio.models import Deelname
from statushouders.services.dagwissel import wissel_dag
from tests.statushouders.test_herindeling import SYSTEEM
from tests.verbinder.dashboard.bouw import iemand
from tests.verbinder.dashboard.test_paginas import GOOI, HILVERSUM, pagina, tegel, zichtbaar

pytestmark = pytest.mark.django_db
WIJDEMEREN = "GM1696"


@pytest.fixture(autouse=True)
def na_de_herindeling(mensen):
    """Two people of Wijdemeren and one of Hilversum, since March 2025."""
    with time_machine.travel("2026-12-30 12:00"):
        iemand("Wijdemeren")
        iemand("Wijdemeren", trajecten=((3, date(2026, 8, 1), None),))
        iemand("Hilversum")
    wissel_dag(op=date(2027, 1, 1), door=SYSTEEM)
    with time_machine.travel("2027-02-01 12:00", tick=True):
        yield


def rijen(html: str) -> dict[str, str]:
    """The people in beeld of each gemeente, in the table of the region."""
    tabel = re.search(r"De gemeenten naast elkaar(.*?)</table>", html, re.DOTALL)[1]
    cellen = re.findall(r"<tr[^>]*>\s*<th[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>", tabel, re.DOTALL)
    return {zichtbaar(naam).strip(): zichtbaar(getal).strip() for naam, getal in cellen}


def in_beeld(html: str) -> str:
    return tegel(html, "Mensen in beeld").split()[0]


def test_a_half_year_before_it_still_has_the_gemeente_that_ended(als):
    html = pagina(als("verbinder"), waar=GOOI, halfjaar="2026-2")

    assert in_beeld(html) == "3"
    assert rijen(html)["Wijdemeren"] == "2"
    assert rijen(html)["Hilversum"] == "1"


def test_the_same_half_year_in_the_division_of_now_counts_them_where_they_went(als):
    html = pagina(als("verbinder"), waar=GOOI, halfjaar="2026-2", indeling="nu")

    assert in_beeld(html) == "3"
    assert "Wijdemeren" not in rijen(html)
    assert rijen(html)["Hilversum"] == "3"
    assert "in de indeling van 1 februari 2027" in zichtbaar(html)


def test_the_region_did_not_lose_anybody_by_it(als):
    assert "evenveel als een halfjaar geleden" in tegel(
        pagina(als("verbinder"), waar=GOOI), "Mensen in beeld"
    )


def test_the_gemeente_compares_with_itself_or_with_what_it_is_now(als):
    toen = tegel(pagina(als("klantmanager"), waar=HILVERSUM), "Mensen in beeld")
    nu = tegel(pagina(als("klantmanager"), waar=HILVERSUM, indeling="nu"), "Mensen in beeld")

    assert "2 meer dan een halfjaar geleden" in toen
    assert "evenveel als een halfjaar geleden" in nu


def test_the_gemeente_that_followed_may_look_back_at_the_one_that_ended(als):
    assert in_beeld(pagina(als("klantmanager"), waar=WIJDEMEREN, halfjaar="2026-2")) == "2"
    assert (
        als("andere_klantmanager")
        .get(reverse("dashboard_gemeente", args=[WIJDEMEREN]), {"halfjaar": "2026-2"})
        .status_code
        == 404
    )


def test_what_did_not_take_part_on_its_last_day_stays_out_of_the_region(als):
    Deelname.objects.filter(gemeente__naam="Wijdemeren").update(tot_en_met=date(2026, 6, 30))

    assert in_beeld(pagina(als("verbinder"), waar=GOOI, halfjaar="2026-2")) == "1"


def test_the_choice_goes_along_with_every_link(als):
    html = pagina(als("verbinder"), waar=GOOI, halfjaar="2026-2", indeling="nu")
    adressen = [a for a in re.findall(r'href="([^"]*)"', html) if "/dashboard/regio/" in a]
    anders = [a for a in adressen if "indeling=nu" not in a]
    assert len(adressen) > 20
    # Only the other choice itself is without.
    assert anders == [f"/dashboard/regio/{GOOI}/?halfjaar=2026-2"]


def test_the_cases_behind_a_number_are_those_of_the_chosen_division(als):
    adres = reverse("dashboard_regio_gevallen", args=[GOOI])
    vraag = {"halfjaar": "2026-2", "cijfer": "A1", "per": "gemeente", "categorie": HILVERSUM}

    aantal = {
        indeling: als("verbinder").get(adres, vraag | indeling_).context["mensen"]
        for indeling, indeling_ in (("toen", {}), ("nu", {"indeling": "nu"}))
    }
    assert aantal == {"toen": 1, "nu": 3}


def test_a_region_that_did_not_change_offers_no_choice(als):
    assert "Naar de indeling van nu" not in pagina(als("vreemde_verbinder"), waar="AM13")


def test_a_division_that_does_not_exist_is_not_found(als):
    adres = reverse("dashboard_regio", args=[GOOI])
    assert als("verbinder").get(adres, {"indeling": "toen"}).status_code == 404
