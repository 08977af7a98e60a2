"""The dashboards in a real browser, wide and on a phone: no fault for axe, nothing off the side."""

import pytest

from tests.hulp.browser import als, bekijk

PADEN = (
    "/dashboard/gemeente/GM0402/",
    "/dashboard/regio/AM12/",
    "/dashboard/regio/AM12/trajecten/",
    "/dashboard/gemeente/GM0402/werk/",
    "/dashboard/gemeente/GM0402/uitsplitsen/?per=leeftijdsklasse",
    "/dashboard/gemeente/GM0402/jongeren/",
    "/dashboard/gemeente/GM0402/gegevens/",
    "/dashboard/regio/AM12/gevallen/?cijfer=A1",
    "/definities/",
)


@pytest.fixture
def ingelogd(pagina, live_server, wereld, mensen):
    """A window in which the verbinder is logged in."""
    als(pagina, live_server, mensen.verbinder)
    return pagina


def test_the_pages_have_no_fault_and_fit(ingelogd):
    bekijk(ingelogd, *PADEN)


def test_a_phone_shows_the_narrow_drawing_and_a_wide_screen_the_wide_one(ingelogd):
    for breedte, getoond, verborgen in ((1280, "breed", "smal"), (390, "smal", "breed")):
        ingelogd.set_viewport_size({"width": breedte, "height": 900})
        ingelogd.goto(PADEN[0])
        assert ingelogd.locator(f"#stroom .grafiek__{getoond} svg").is_visible()
        assert not ingelogd.locator(f"#stroom .grafiek__{verborgen} svg").is_visible()


def test_from_a_number_one_goes_to_its_cases_and_to_a_dossier(ingelogd):
    ingelogd.goto(PADEN[0])
    ingelogd.get_by_role("link", name="3, mensen met een lopend traject: toon de gevallen").click()

    assert ingelogd.get_by_role("heading", level=1).inner_text() == "Mensen met een lopend traject"
    assert ingelogd.locator("tbody tr").count() == 3
    ingelogd.locator("tbody th a").first.click()
    assert "/personen/" in ingelogd.url
