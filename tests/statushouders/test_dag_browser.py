"""The verbinder's day in a real browser: by mouse, by keyboard, on a phone, without JavaScript."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from regio.perioden import vandaag
from statushouders.models import Contactmoment, Plaatsing, Statushouder, Traject
from statushouders.services.contact import leg_contact_vast, maak_actie
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from tests.hulp.browser import als, axe, bekijk
from tests.mensen import WACHTWOORD, log_in, maak_mensen
from tests.statushouders.hulp import maak_persoon, scope, soort

pytestmark = pytest.mark.browser

HOOGSTENS_TOETSEN = 12


@pytest.fixture
def mensen(live_server):
    return maak_mensen()


@pytest.fixture
def verbinder(pagina, live_server, mensen):
    """The window of the verbinder, logged in."""
    als(pagina, live_server, mensen.verbinder)
    return pagina


@pytest.fixture
def caseload(mensen):
    """Three people of the verbinder, the first of whom has everything."""
    op = vandaag()
    with scope(mensen.verbinder, op=op) as door:
        mijn = {
            "op": op,
            "contactpersoon": mensen.verbinder,
            "aangemeld_op": op - timedelta(days=200),
            "verblijf_van": op - timedelta(days=210),
        }
        ahmed = maak_persoon(door, voornaam="Ahmed", achternaam="Aziz", **mijn)
        maak_persoon(door, voornaam="Dina", achternaam="Demir", **mijn)
        maak_persoon(door, in_="Huizen", voornaam="محمد", achternaam="الخطيب", **mijn)
        traject = start_traject(
            statushouder=ahmed,
            soort=soort(),
            begindatum=op - timedelta(days=100),
            verwachte_einddatum=op - timedelta(days=3),
            op=op,
            door=door,
        )
        plaats(
            statushouder=ahmed,
            traject=traject,
            soort="betaald_werk",
            begindatum=op - timedelta(days=90),
            werkgever="Zorggroep De Brug",
            op=op,
            door=door,
        )
        leg_contact_vast(
            statushouder=ahmed,
            soort="gesprek",
            datum=op - timedelta(days=40),
            notitie="Wil graag in de zorg werken.",
            op=op,
            door=door,
        )
        maak_actie(
            statushouder=ahmed,
            volgende_stap="Werkgever bellen",
            volgende_datum=op,
            voor=mensen.verbinder,
            op=op,
            door=door,
        )
    return ahmed


def telt(mensen, model) -> int:
    with scope(mensen.verbinder, op=vandaag()):
        return model.objects.count()


def test_a_contact_takes_three_clicks(verbinder, mensen, caseload):
    verbinder.goto("/")

    verbinder.get_by_role("link", name="Contact vastleggen met Dina Demir").click()
    verbinder.get_by_role("radio", name="Gesprek").click()
    verbinder.get_by_role("button", name="Opslaan", exact=True).click()

    verbinder.locator("#status", has_text="Contact opgeslagen").wait_for()
    assert telt(mensen, Contactmoment) == 2
    # The focus is back where it was, so that the next row is one key away.
    assert "Dina Demir" in verbinder.evaluate("document.activeElement.ariaLabel")


def test_a_note_typed_in_the_list_is_there_after_logging_in_again(verbinder, mensen, caseload):
    verbinder.goto("/")
    verbinder.get_by_role("link", name="Contact vastleggen met Dina Demir").click()
    verbinder.get_by_label("Notitie").fill("Wil koken in een restaurant.")
    verbinder.context.clear_cookies()
    verbinder.get_by_role("button", name="Opslaan", exact=True).click()

    verbinder.get_by_label("E-mailadres").fill(mensen.verbinder.email)
    verbinder.get_by_label("Wachtwoord").fill(WACHTWOORD)
    verbinder.get_by_role("button", name="Inloggen", exact=True).click()

    verbinder.get_by_text("Contact vastleggen met Dina Demir").wait_for()
    assert verbinder.get_by_label("Notitie").input_value() == "Wil koken in een restaurant."
    verbinder.get_by_role("button", name="Opslaan", exact=True).click()
    verbinder.get_by_text("Contact opgeslagen").first.wait_for()
    # Saved, it leads back to the list.
    assert verbinder.get_by_role("heading", level=1).inner_text() == "Mijn caseload"


def test_a_contact_takes_less_than_twelve_keys_without_a_mouse(verbinder, mensen, caseload):
    toetsen = 0

    def druk(toets):
        nonlocal toetsen
        toetsen += 1
        verbinder.keyboard.press(toets)

    def druk_tot(wat):
        while not verbinder.evaluate(f"document.activeElement.matches({wat!r})"):
            druk("Tab")
            assert toetsen < HOOGSTENS_TOETSEN

    verbinder.goto("/")
    druk_tot(".utrecht-skip-link")
    druk("Enter")
    druk_tot(".springlink")
    druk("Enter")
    druk_tot("td.doe a")
    druk("Enter")
    verbinder.locator("form.snel").wait_for()
    verbinder.wait_for_function("document.activeElement.matches('form.snel input')")
    druk("ArrowRight")
    druk("Control+Enter")

    verbinder.locator("#status", has_text="Contact opgeslagen").wait_for()
    assert toetsen < HOOGSTENS_TOETSEN
    assert telt(mensen, Contactmoment) == 2


def test_save_and_next_walks_the_list_and_undo_takes_back(verbinder, mensen, caseload):
    verbinder.goto("/")
    lijst = verbinder.get_by_role("region", name="Personen")
    lijst.get_by_role("link", name="Contact vastleggen met Ahmed Aziz").click()
    verbinder.get_by_role("button", name="Opslaan en volgende persoon").click()

    verbinder.get_by_role("heading", name="Contact vastleggen met Dina Demir").wait_for()
    verbinder.get_by_role("link", name="Annuleren").click()
    verbinder.locator("form.snel").wait_for(state="detached")

    verbinder.get_by_role("link", name="Ongedaan maken").click()
    verbinder.get_by_text("Het contact is weggehaald").wait_for()
    assert telt(mensen, Contactmoment) == 1


def test_a_result_asks_only_what_it_needs_and_is_saved_with_the_contact(
    verbinder, mensen, caseload
):
    verbinder.goto("/")
    verbinder.get_by_role("link", name="Contact vastleggen met Dina Demir").click()
    verbinder.locator("form.snel").wait_for()
    assert not verbinder.get_by_label("Werkgever of school").is_visible()

    verbinder.get_by_label("Resultaat").select_option("werk")
    assert not verbinder.get_by_label("Waarom stopt het?").is_visible()
    verbinder.get_by_label("Werkgever of school").fill("Bakkerij Van Dam")
    axe(verbinder)
    verbinder.get_by_role("button", name="Opslaan", exact=True).click()

    verbinder.locator("#status", has_text="Contact opgeslagen, en de plaatsing").wait_for()
    assert telt(mensen, Plaatsing) == 2


def test_a_task_is_ticked_off_in_place(verbinder, caseload):
    verbinder.goto("/")

    verbinder.get_by_role("button", name="Klaar: Werkgever bellen").click()

    verbinder.locator("#status", has_text="De stap is klaar").wait_for()
    assert verbinder.get_by_role("button", name="Klaar: Werkgever bellen").count() == 0
    axe(verbinder)


def test_after_a_contact_in_a_row_all_that_stands_around_the_list_is_true(verbinder, caseload):
    verbinder.goto("/?fase=werk")
    assert "1 persoon, 1 zonder contact" in verbinder.locator("#aantal").inner_text()
    assert "3 personen zonder contact" in verbinder.locator("#signalen").inner_text()
    verbinder.get_by_role("button", name="Klaar: Werkgever bellen").wait_for()

    lijst = verbinder.get_by_role("region", name="Personen")
    lijst.get_by_role("link", name="Contact vastleggen met Ahmed Aziz").click()
    verbinder.locator("form.snel [name=volgende_stap]").fill("School bellen")
    verbinder.get_by_role("button", name="Opslaan", exact=True).click()

    verbinder.locator("#status", has_text="Contact opgeslagen").wait_for()
    verbinder.locator("#signalen", has_text="2 personen zonder contact").wait_for()
    verbinder.wait_for_function("document.querySelector('#aantal').innerText === '1 persoon'")
    assert verbinder.get_by_role("button", name="Klaar: Werkgever bellen").count() == 0
    assert "Ahmed Aziz" in verbinder.evaluate("document.activeElement.ariaLabel")
    axe(verbinder)


def test_filters_change_the_list_and_the_address_but_a_name_does_not(verbinder, caseload):
    verbinder.goto("/")
    verbinder.get_by_label("Fase").select_option("intake")
    verbinder.get_by_text("2 personen").first.wait_for()
    assert verbinder.url.endswith("/?fase=intake")

    verbinder.get_by_role("searchbox", name="Naam", exact=True).fill("demirr")
    verbinder.get_by_text("1 persoon").first.wait_for()
    assert verbinder.url.endswith("/?fase=intake")
    assert "emir" not in verbinder.evaluate(
        "JSON.stringify([localStorage, sessionStorage, history.state])"
    )

    verbinder.get_by_role("link", name="Filters wissen").click()
    verbinder.get_by_text("3 personen").first.wait_for()


def test_a_person_from_registration_to_work(verbinder, mensen, caseload):
    op = vandaag()
    verbinder.goto("/")
    verbinder.get_by_role("link", name="Persoon toevoegen").click()
    verbinder.get_by_label("Voornaam").fill("Rachel")
    verbinder.get_by_label("Achternaam").fill("Azis")
    verbinder.locator("#gelijken", has_text="Ahmed Aziz").wait_for()
    verbinder.get_by_label("Geboortejaar").fill("1999")
    verbinder.get_by_label("Gemeente", exact=True).select_option(label="Huizen")
    verbinder.get_by_label("Sinds").fill(op.isoformat())
    axe(verbinder)
    verbinder.get_by_role("button", name="Persoon aanmelden").click()
    verbinder.get_by_role("heading", name="Rachel Azis", level=1).wait_for()

    verbinder.get_by_role("link", name="Traject starten").click()
    verbinder.get_by_label("Soort traject").select_option(label="Startbaan")
    axe(verbinder)
    verbinder.get_by_role("button", name="Traject starten").click()
    verbinder.get_by_text("Het traject is gestart").wait_for()

    verbinder.get_by_role("link", name="Afsluiten: Startbaan").click()
    verbinder.get_by_role("button", name="Traject afsluiten").click()
    # The fault takes the focus and leads to its field.
    verbinder.get_by_role("link", name="Waarom eindigt het?").click()
    assert verbinder.evaluate("document.activeElement.name") == "eindreden"
    axe(verbinder)
    verbinder.get_by_label("Waarom eindigt het?").select_option("doel_bereikt")
    verbinder.get_by_role("radio", name="Een plaatsing vastleggen").click()
    verbinder.get_by_role("button", name="Traject afsluiten").click()

    verbinder.get_by_label("Soort", exact=True).select_option("betaald_werk")
    verbinder.get_by_label("Werkgever of school").fill("Bakkerij Van Dam")
    verbinder.get_by_label("Uren per week").fill("24,5")
    axe(verbinder)
    verbinder.get_by_role("button", name="Opslaan").click()
    verbinder.get_by_text("24,5 uur per week").wait_for()
    assert telt(mensen, Traject) == telt(mensen, Plaatsing) == 2


def test_every_page_of_the_day_is_accessible_and_fits(verbinder, caseload):
    persoon = [caseload.sleutel]
    bekijk(
        verbinder,
        "/",
        reverse("taken"),
        reverse("personen"),
        reverse("zoeken"),
        reverse("persoon_toevoegen"),
        f"/?open={caseload.sleutel}",
        reverse("persoon", args=persoon),
        reverse("persoon_trajecten", args=persoon),
        reverse("persoon_gegevens", args=persoon),
        reverse("persoon_wijzigen", args=persoon),
        reverse("verblijf_toevoegen", args=persoon),
        reverse("persoon_afsluiten", args=persoon),
        reverse("persoon_aanbieden", args=persoon),
        reverse("persoon_hulp", args=persoon),
        reverse("verwijzing_maken", args=persoon),
        reverse("begeleiding_beginnen", args=persoon),
        reverse("overdrachten"),
        reverse("dubbelen"),
        reverse("waarneming"),
        reverse("werkgevers"),
        reverse("werkgever_toevoegen"),
    )


def test_two_versions_stand_side_by_side(verbinder, mensen, caseload):
    verbinder.goto(reverse("persoon_wijzigen", args=[caseload.sleutel]))
    with scope(mensen.verbinder, op=vandaag()):
        Statushouder.objects.filter(pk=caseload.pk).update(taalniveau="b1", versie=2)

    verbinder.get_by_label("Nederlands spreken").select_option("a2")
    verbinder.get_by_role("button", name="Opslaan").click()

    rij = verbinder.get_by_role("row", name="Nederlands spreken")
    assert rij.inner_text().split("\t")[1:] == ["B1", "A2"]
    axe(verbinder)


@pytest.fixture
def zonder_javascript(browser, live_server, mensen):
    """A window in which nothing but HTML works."""
    venster = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    sessie = log_in(Client(), mensen.verbinder).cookies[settings.SESSION_COOKIE_NAME].value
    venster.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": live_server.url}]
    )
    yield venster.new_page()
    venster.close()


def test_everything_works_without_javascript(zonder_javascript, mensen, caseload):
    pagina = zonder_javascript
    pagina.goto("/")
    pagina.get_by_label("Fase").select_option("intake")
    pagina.get_by_role("button", name="Filter").click()
    pagina.get_by_text("2 personen").first.wait_for()

    pagina.get_by_role("link", name="Contact vastleggen met Dina Demir").click()
    pagina.get_by_role("button", name="Opslaan en volgende persoon").click()
    pagina.get_by_role("heading", name="Contact vastleggen met محمد الخطيب").wait_for()
    assert telt(mensen, Contactmoment) == 2

    pagina.get_by_role("link", name="Ongedaan maken").click()
    pagina.get_by_role("button", name="Haal het contact weg").click()
    pagina.get_by_text("Het contact is weggehaald").wait_for()
    assert telt(mensen, Contactmoment) == 1
