"""The pages of the ground floor in a real browser: accessible, in their frame, by keyboard."""

import pytest

from tests.hulp.browser import axe, bekijk
from tests.mensen import WACHTWOORD

VOOR_IEDEREEN = ["/regios/", "/regios/AM12/", "/account/", "/account/tweede-stap/"]
SCHERMEN = {
    "directieoverleg": [*VOOR_IEDEREEN, "/account/wachtwoord/", "/logboek/", "/bestaat-niet/"],
    "functioneel_beheerder": [
        "/beheer/gebruikers/",
        "/beheer/gebruikers/uitnodigen/",
        "/beheer/gebruikers/{pk}/",
        "/beheer/gebruikers/{pk}/recht/",
        "/beheer/gebruikers/{pk}/wachtwoord/",
        "/beheer/deelname/",
        "/beheer/deelname/nieuw/",
        "/beheer/huisstijl/",
        "/beheer/huisstijl/AM12/",
        "/regios/AM12/centrumgemeente/",
        "/regios/AM12/?op=geen-dag",
    ],
    "applicatiebeheerder": ["/beheer/gebruikers/", "/beheer/gebruikers/uitnodigen/"],
    "privacy_officer": ["/logboek/", "/logboek/?van=geen-dag"],
}


def meld_aan(pagina, gebruiker, site=""):
    pagina.goto(f"{site}/inloggen/")
    pagina.fill("[name=login]", gebruiker.email)
    pagina.fill("[name=password]", WACHTWOORD)
    pagina.press("[name=password]", "Enter")
    pagina.wait_for_selector(".hoofdnav")


@pytest.mark.parametrize("rol", SCHERMEN)
def test_every_screen_is_accessible_and_fits(pagina, mensen, rol):
    meld_aan(pagina, getattr(mensen, rol))
    adressen = (adres.format(pk=mensen.verbinder.pk) for adres in SCHERMEN[rol])
    bekijk(pagina, *adressen, goed=(200, 403, 404, 422))


@pytest.mark.parametrize(
    "adres", ["/inloggen/", "/inloggen/wachtwoord/", "/privacy/", "/hulp/", "/toegankelijkheid/"]
)
def test_the_pages_before_logging_in_are_accessible_and_fit(pagina, mensen, adres):
    bekijk(pagina, adres)


def test_logging_in_and_out_works_with_the_keyboard_alone(pagina, mensen):
    pagina.goto("/inloggen/")
    for tekst in (mensen.directieoverleg.email, WACHTWOORD):
        while pagina.evaluate("document.activeElement.tagName") != "INPUT":
            pagina.keyboard.press("Tab")
        pagina.keyboard.type(tekst)
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector(".hoofdnav")
    while pagina.evaluate("document.activeElement.textContent") != "Uitloggen":
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")

    pagina.wait_for_url("**/inloggen/**")


def test_the_first_tab_leads_past_the_menu(pagina, mensen):
    meld_aan(pagina, mensen.directieoverleg)
    pagina.goto("/regios/")
    pagina.keyboard.press("Tab")

    assert pagina.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


def test_on_a_phone_the_menu_begins_where_one_is(pagina, mensen):
    meld_aan(pagina, mensen.privacy_officer)
    pagina.set_viewport_size({"width": 390, "height": 800})
    pagina.goto("/logboek/")

    hier = pagina.get_by_role("link", name="Logboek").bounding_box()
    assert hier["x"] >= 0
    assert hier["x"] + hier["width"] <= 390


def test_focus_can_be_seen(pagina, mensen):
    pagina.goto("/inloggen/")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Tab")

    breedte = pagina.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert breedte == "3px"


def test_errors_get_the_focus_and_lead_to_their_field(pagina, mensen):
    meld_aan(pagina, mensen.functioneel_beheerder)
    pagina.goto("/beheer/gebruikers/uitnodigen/")
    pagina.get_by_role("button", name="Uitnodigen").click()
    pagina.wait_for_selector(".foutsamenvatting")

    assert "foutsamenvatting" in pagina.evaluate("document.activeElement.className")
    assert pagina.title().startswith("Fout: ")
    pagina.get_by_role("link", name="Rol: Maak een keuze.").click()
    assert pagina.evaluate("document.activeElement.id") == "id_rol"
    axe(pagina)


def test_ctrl_enter_saves_from_any_field(pagina, mensen):
    meld_aan(pagina, mensen.functioneel_beheerder)
    pagina.goto("/beheer/gebruikers/uitnodigen/")
    pagina.fill("[name=naam]", "Nora")
    pagina.keyboard.press("Control+Enter")

    pagina.wait_for_selector(".foutsamenvatting")
    assert pagina.input_value("[name=naam]") == "Nora"


def test_esc_asks_before_it_throws_away_what_was_typed(pagina, mensen):
    vragen = []
    pagina.on("dialog", lambda vraag: (vragen.append(vraag.message), vraag.dismiss()))
    meld_aan(pagina, mensen.functioneel_beheerder)
    pagina.goto("/beheer/gebruikers/uitnodigen/")
    pagina.focus("[name=naam]")
    pagina.keyboard.type("Nora")
    pagina.keyboard.press("Escape")

    assert vragen == ["Wilt u stoppen? Wat u hier invulde, wordt niet bewaard."]
    assert pagina.url.endswith("/uitnodigen/")


def test_esc_leaves_at_once_when_nothing_was_typed(pagina, mensen):
    meld_aan(pagina, mensen.functioneel_beheerder)
    pagina.goto("/beheer/gebruikers/uitnodigen/")
    pagina.focus("[name=naam]")
    pagina.keyboard.press("Escape")

    pagina.wait_for_url("**/beheer/gebruikers/")


def test_a_double_click_saves_once(pagina, mensen):
    meld_aan(pagina, mensen.functioneel_beheerder)
    pagina.goto(f"/beheer/gebruikers/{mensen.verbinder.pk}/recht/")
    pagina.select_option("[name=rol]", "controller")
    pagina.get_by_role("button", name="Recht geven").dblclick()
    pagina.wait_for_url(f"**/beheer/gebruikers/{mensen.verbinder.pk}/")

    assert mensen.verbinder.rechten.filter(rol="controller").count() == 1
    assert "heeft er dit recht bij" in pagina.inner_text("main")


def test_after_going_back_the_form_has_a_fresh_key(pagina, mensen):
    meld_aan(pagina, mensen.functioneel_beheerder)
    adres = f"/beheer/gebruikers/{mensen.verbinder.pk}/recht/"
    pagina.goto(adres)
    eerste = pagina.input_value("[name=formulier_sleutel]")
    pagina.select_option("[name=rol]", "controller")
    pagina.get_by_role("button", name="Recht geven").click()
    pagina.wait_for_url(f"**/beheer/gebruikers/{mensen.verbinder.pk}/")
    pagina.go_back()
    pagina.wait_for_url(f"**{adres}")

    assert pagina.input_value("[name=formulier_sleutel]") != eerste


def test_pages_work_without_scripts(browser, live_server, mensen):
    venster = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    pagina = venster.new_page()
    meld_aan(pagina, mensen.directieoverleg)
    pagina.goto("/regios/?q=gooi")
    pagina.click("text=Gooi en Vechtstreek >> nth=-1")

    assert "Gemeenten (" in pagina.inner_text("main")
    venster.close()


def test_nothing_personal_stays_behind_in_the_browser(pagina, mensen):
    meld_aan(pagina, mensen.directieoverleg)
    pagina.goto("/regios/AM12/")

    # htmx remembers the address of the page, in which a name never stands.
    bewaard = pagina.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert bewaard == ["htmx-current-path-for-history"]


def test_on_paper_the_menu_is_gone_and_the_warning_stays(pagina, mensen):
    meld_aan(pagina, mensen.directieoverleg)
    pagina.goto("/regios/AM12/")
    pagina.emulate_media(media="print")

    assert not pagina.is_visible(".hoofdnav")
    assert not pagina.is_visible(".voet")
    assert pagina.is_visible(".voorbeeldgegevens")
    assert pagina.is_visible("table")
