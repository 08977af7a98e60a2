"""The frame around every page: the menu of a role, who and where somebody is."""

import re

import pytest

from tests.mensen import ROLLEN, geef

VAN_IEDEREEN = {"Start", "Regio's", "Wat werkt elders"}
LEEST = {"Rapportages", "Plan", "Overleggen"}
KENT_PERSONEN = {"Personen", "Werkgevers", "Inlezen", "Dashboard", "Geld"} | LEEST
MENU = {
    "verbinder": KENT_PERSONEN | {"Inzet"},
    "klantmanager": KENT_PERSONEN,
    "gemeente_cijfers": LEEST | {"Dashboard", "Geld"},
    "directieoverleg": LEEST | {"Geld"},
    "controller": LEEST | {"Geld", "Inzet"},
    "privacy_officer": LEEST | {"Logboek"},
    "functioneel_beheerder": LEEST
    | {"Inzet", "Gebruikers", "Deelname", "Trajectsoorten", "Naam en logo", "Geld beheren"},
    "applicatiebeheerder": {"Gebruikers", "Referentiegegevens"},
    "andere_klantmanager": KENT_PERSONEN,
    "vreemde_verbinder": KENT_PERSONEN | {"Inzet"},
}
WAAR = {
    "verbinder": "Arbeidsmarktregio Gooi en Vechtstreek",
    "klantmanager": "Gemeente Hilversum",
    "applicatiebeheerder": "",
}


def lees(client, adres="/regios/") -> str:
    return client.get(adres).content.decode().replace("&#x27;", "'")


def menu_op(tekst: str) -> set[str]:
    return set(re.findall(r"<li><a href=\"[^\"]+\"[^>]*>([^<]+)</a>", tekst.partition("<main")[0]))


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_sees_the_pages_it_may_open_and_no_others(als, rol):
    bestaand = menu_op(lees(als(rol)))

    # An entry is there once its page is.
    assert VAN_IEDEREEN <= bestaand <= VAN_IEDEREEN | MENU[rol]
    assert bestaand >= MENU[rol] - {"Dashboard", "Rapportages"}


@pytest.mark.parametrize("rol", ROLLEN)
def test_the_entry_of_this_page_is_marked(als, rol):
    assert 'href="/regios/" aria-current="page">' in lees(als(rol))
    assert 'href="/regios/" aria-current="true">' in lees(als(rol), "/regios/AM12/")


@pytest.mark.parametrize(
    ("adres", "punt"),
    [
        ("/nazorg/", "/personen/"),
        ("/verwijzingen/", "/personen/"),
        ("/overdrachten/", "/personen/"),
        ("/taken/", "/"),
        ("/waarneming/", "/"),
        ("/actiepunten/", "/overleggen/"),
    ],
)
def test_a_page_under_another_address_marks_the_entry_that_it_belongs_to(als, adres, punt):
    gemarkeerd = re.findall(r'href="([^"]+)" aria-current="true">', lees(als("verbinder"), adres))

    assert gemarkeerd == [punt]


@pytest.mark.parametrize("rol", WAAR)
def test_the_header_tells_where_somebody_works_and_as_what(als, mensen, rol):
    tekst = lees(als(rol))

    assert getattr(mensen, rol).naam in tekst
    assert (f"<small>{WAAR[rol]}</small>" in tekst) == bool(WAAR[rol])


def test_two_rights_stand_there_both(als, mensen):
    geef(mensen.controller, "privacy_officer", "AM12")

    assert "controller, privacy officer" in lees(als("controller"))


@pytest.mark.parametrize("rol", ROLLEN)
def test_only_who_opens_dossiers_can_search_persons(als, rol):
    mag = rol in ("verbinder", "klantmanager", "andere_klantmanager", "vreemde_verbinder")

    assert ('role="search" method="post"' in lees(als(rol))) == mag


def test_the_page_names_its_language_and_begins_with_a_link_to_its_content(als):
    tekst = lees(als("verbinder"))

    assert '<html lang="nl"' in tekst
    assert 'href="#inhoud">Naar de inhoud</a>' in tekst
    assert tekst.index("#inhoud") < tekst.index("<header")


def test_htmx_keeps_no_copy_of_a_page(als):
    assert '"historyCacheSize":0' in lees(als("verbinder"))
