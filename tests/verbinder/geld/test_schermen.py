"""The pages of money in a real browser: accessible, in their frame, and working without scripts."""

import pytest

from regio.perioden import vandaag
from tests.adressen.geld import een_lijst
from tests.hulp.browser import bekijk
from tests.regio.sturing.boekhouding import als_controller
from tests.verbinder.web.test_schermen import meld_aan

SCHERMEN = {
    "controller": [
        "/geld/AM12/jaar/2024/",
        "/geld/AM12/",
        "/geld/AM12/boeken/bijdrage/",
        "/geld/AM12/boeken/doorschuiving/",
        "/geld/AM12/boeken/verplichting/",
        "/geld/AM12/boeken/besteding/",
        "/geld/boeking/besteding/{besteding}/",
        "/geld/boeking/besteding/{besteding}/storno/",
        "/geld/boeking/verplichting/{verplichting}/",
        "/geld/verplichting/{verplichting}/vervallen/",
        "/geld/AM12/plan/",
        "/geld/AM12/inlezen/",
        "/geld/inlezen/{boekingen}/",
        "/geld/AM12/afsluiten/2023/",
        "/geld/voorstel/{voorstel}/",
    ],
    "functioneel_beheerder": [
        "/beheer/geld/",
        "/beheer/geld/AM12/",
        "/beheer/geld/bijdragen/",
        "/beheer/geld/bijdragen/{circulaire}/",
    ],
    "gemeente_cijfers": ["/geld/", "/geld/gemeente/GM0402/", "/dashboard/gemeente/GM0402/geld/"],
    "directieoverleg": ["/geld/AM12/gepubliceerd/"],
    "verbinder": ["/dashboard/regio/AM12/geld/", "/geld/AM12/"],
}


@pytest.fixture
def plekken(mensen) -> dict:
    """What the addresses need: bookings, a proposal, uploaded lists."""
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage("1000")
        contract = boeken.verplichting("100")
        besteding = boeken.besteding("10")
    with als_controller(mensen.verbinder, op=vandaag()) as boeken:
        voorstel = boeken.vraag(
            "besteding", soort="du", herkomstjaar=2023, datum=vandaag(), bedrag=besteding.bedrag,
            omschrijving="Zaal", kostensoort="overig",
        )  # fmt: skip
    return {
        "besteding": besteding.pk,
        "verplichting": contract.pk,
        "voorstel": voorstel.pk,
        "boekingen": een_lijst("boekingen", "controller")(mensen)["sleutel"],
        "circulaire": een_lijst("circulaire", "functioneel_beheerder")(mensen)["sleutel"],
    }


@pytest.mark.parametrize("rol", SCHERMEN)
def test_every_screen_of_money_is_accessible_and_fits(pagina, mensen, plekken, rol):
    meld_aan(pagina, getattr(mensen, rol))
    bekijk(pagina, *(adres.format(**plekken) for adres in SCHERMEN[rol]), goed=(200, 422))


def test_a_booking_is_made_with_the_keyboard_and_without_scripts(
    browser, live_server, plekken, mensen
):
    venster = browser.new_context(java_script_enabled=False, locale="nl-NL")
    pagina = venster.new_page()
    meld_aan(pagina, mensen.controller, live_server.url)
    pagina.goto(f"{live_server.url}/geld/AM12/boeken/besteding/")
    pagina.select_option("[name=pot]", "2023-du")
    pagina.fill("[name=bedrag]", "12,34")
    pagina.fill("[name=omschrijving]", "Koffie")
    pagina.press("[name=omschrijving]", "Enter")

    assert "/geld/boeking/besteding/" in pagina.url
    assert "€ 12,34" in pagina.inner_text("main").replace("\u00a0", " ")
    venster.close()
