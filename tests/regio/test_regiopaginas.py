"""The pages of the regions: all 35, and who belonged to one on a day."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Centrumgemeente, Gemeente
from regio.services.indeling import bevestig_centrumgemeente
from tests.mensen import bereik
from tests.verstuur import verstuur

OP = date(2026, 11, 20)


@pytest.fixture
def lees(als):
    """The text of a page, as the directieoverleg reads it."""
    client = als("directieoverleg")
    return lambda adres: re.sub(r"\s+", " ", client.get(adres).content.decode())


def gemeenten_op(tekst: str) -> list[str]:
    """The names in the table of gemeenten."""
    tabel = tekst.partition("<tbody")[2].partition("</tbody>")[0]
    return re.findall(r'scope="row"[^>]*>([^<]+?) <span', tabel)


def test_all_regions_are_listed(lees):
    assert "<b>35 regio's</b>" in lees("/regios/").replace("&#x27;", "'")


def test_the_regions_stand_in_the_order_of_their_names(lees):
    namen = re.findall(r'scope="row"[^>]*><a[^>]*>([^<]+)</a>', lees("/regios/"))

    assert len(namen) == 35
    assert namen == list(Arbeidsmarktregio.objects.values_list("naam", flat=True))


@pytest.mark.parametrize(
    ("woord", "code"),
    [("gooi", "AM12"), ("Hilversum", "AM12"), ("am12", "AM12"), ("wijdemeren", "AM12")],
)
def test_a_word_finds_a_region_by_its_name_its_code_or_a_gemeente(lees, woord, code):
    tekst = lees(f"/regios/?q={woord}")

    assert "<b>1 regio</b>" in tekst
    assert code in tekst


@pytest.mark.parametrize("woord", ["zzz", "%25", "' or 1=1 --", "%00", "x" * 200])
def test_a_word_that_matches_nothing_is_no_fault(als, woord):
    assert als("verbinder").get(f"/regios/?q={woord}").status_code in (200, 422)


@pytest.mark.parametrize(
    ("dag", "weesp", "wijdemeren"),
    [
        ("2022-03-23", True, True),
        ("2022-03-24", False, True),
        ("2026-12-31", False, True),
        ("2027-01-01", False, False),
    ],
)
def test_the_gemeenten_are_those_of_the_chosen_day(lees, dag, weesp, wijdemeren):
    namen = gemeenten_op(lees(f"/regios/AM12/?op={dag}"))

    assert ("Weesp" in namen) == weesp
    assert ("Wijdemeren" in namen) == wijdemeren
    assert "Hilversum" in namen


def test_the_planned_merger_is_told_ahead(lees):
    tekst = lees("/regios/AM12/?op=2026-11-20")

    assert '31 dec 2026 <span class="utrecht-data-badge let-op">voorgenomen</span>' in tekst
    assert "daarna Hilversum" in tekst


def test_who_left_and_to_whom_is_told_afterwards(lees):
    tekst = lees("/regios/AM12/?op=2027-01-01")

    assert "Weesp, tot en met 23 maart 2022, daarna Amsterdam" in tekst
    assert "Wijdemeren, tot en met 31 december 2026, daarna Hilversum" in tekst


def test_an_unknown_beginning_is_called_an_estimate(lees):
    assert "voor 2021 <span" in lees("/regios/AM12/?op=2026-11-20")
    assert "geschat" in lees("/regios/AM12/?op=2026-11-20")


@pytest.mark.parametrize("dag", ["abc", "31-02-2026", "2026-13-01", "0000-00-00", "9999-12-31"])
def test_a_day_that_is_none_is_explained_and_today_is_shown(als, dag):
    antwoord = als("verbinder").get(f"/regios/AM12/?op={dag}")

    assert antwoord.status_code == 422
    assert gemeenten_op(re.sub(r"\s+", " ", antwoord.content.decode()))


@pytest.mark.parametrize("code", ["AM99", "onzin", "am12x"])
def test_a_region_that_does_not_exist_is_a_404(als, code):
    assert als("verbinder").get(f"/regios/{code}/").status_code == 404


def test_each_region_asks_few_questions(als, django_assert_max_num_queries):
    client = als("verbinder")

    with django_assert_max_num_queries(16):
        client.get("/regios/AM12/")
    with django_assert_max_num_queries(14):
        client.get("/regios/")


class TestCentrumgemeente:
    @pytest.fixture
    def centrum(self, mensen) -> Centrumgemeente:
        centrum = Centrumgemeente.objects.get(regio__code="AM12")
        centrum.bevestigd = False
        centrum.save()
        return centrum

    def test_it_is_called_unconfirmed_until_the_beheerder_confirms_it(self, centrum, als):
        client = als("functioneel_beheerder")
        assert "niet bevestigd" in client.get("/regios/AM12/").content.decode()

        verstuur(client, "/regios/AM12/centrumgemeente/", gemeente=centrum.gemeente_id)

        assert "niet bevestigd" not in client.get("/regios/AM12/").content.decode()

    def test_it_may_be_corrected(self, centrum, als):
        huizen = Gemeente.objects.get(naam="Huizen")
        verstuur(als("functioneel_beheerder"), "/regios/AM12/centrumgemeente/", gemeente=huizen.pk)
        centrum.refresh_from_db()

        assert (centrum.gemeente, centrum.bevestigd) == (huizen, True)

    def test_a_gemeente_of_another_region_is_refused(self, centrum, als):
        utrecht = Gemeente.objects.get(naam="Utrecht")
        antwoord = verstuur(
            als("functioneel_beheerder"), "/regios/AM12/centrumgemeente/", gemeente=utrecht.pk
        )

        assert antwoord.status_code == 422

    def test_the_beheerder_of_one_region_confirms_no_other(self, mensen, als):
        ander = Arbeidsmarktregio.objects.get(code="AM13")

        antwoord = als("functioneel_beheerder").get(f"/regios/{ander.code}/centrumgemeente/")

        assert antwoord.status_code == 403

    def test_the_service_refuses_it_too(self, mensen):
        ander = Arbeidsmarktregio.objects.get(code="AM13")
        lid = Gemeente.objects.in_regio(ander, op=OP).first()

        with pytest.raises(PermissionDenied):
            bevestig_centrumgemeente(
                regio=ander,
                gemeente=lid,
                op=OP,
                beheer=bereik(mensen.functioneel_beheerder, op=OP),
                door=Door.van(mensen.functioneel_beheerder),
            )

    def test_only_the_beheerder_sees_the_button(self, centrum, als):
        assert "Bevestigen of" not in als("verbinder").get("/regios/AM12/").content.decode()
        assert "Bevestigen of" in als("functioneel_beheerder").get("/regios/AM12/").content.decode()
