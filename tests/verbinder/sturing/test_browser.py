"""The pages of steering in a real browser: accessible, in their frame, also without JavaScript."""

from types import SimpleNamespace

import pytest
from django.utils import timezone

from regio.models import Aanstelling
from tests.hulp.browser import als, bekijk
from tests.mensen import AL_LANG, maak_mensen
from tests.verbinder.sturing import schrijver
from tests.verbinder.sturing.schrijver import Schrijver

PLAN = ("", "tekst/", "doelen/nieuw/", "doelen/D1/", "maatregelen/nieuw/", "taken/", "vaststellen/")
PUNT = ("", "weg/", "besluit/", "stuk/")


@pytest.fixture
def wereld(live_server) -> SimpleNamespace:
    """The cast, with a plan, a meeting, an aanstelling and a way of working."""
    mensen = maak_mensen()
    versie = schrijver.een_plan(mensen)
    vergadering = schrijver.een_vergadering(mensen)
    aanstelling = Aanstelling.objects.create(
        regio=schrijver.regio(),
        gebruiker=mensen.verbinder,
        recht=mensen.verbinder.rechten.get(),
        uren_per_week=32,
        van=AL_LANG,
        standplaats="centrumgemeente",
    )
    punt = vergadering.agendapunten.get(volgorde=2)
    return SimpleNamespace(
        mensen=mensen,
        plan=f"/plannen/{versie.plan_id}/{versie.nummer}/",
        overleg=f"/overleggen/{vergadering.overleg_id}/",
        vergadering=f"/vergaderingen/{vergadering.pk}/",
        punt=f"/vergaderingen/{vergadering.pk}/punten/{punt.pk}/",
        uren=f"/inzet/AM12/{aanstelling.pk}/",
        werkwijze=f"/werkwijzen/{schrijver.een_werkwijze(mensen).pk}/",
    )


def test_the_plan_is_accessible_and_fits(wereld, pagina, live_server):
    als(pagina, live_server, wereld.mensen.verbinder)
    bekijk(pagina, "/plannen/", "/plannen/AM12/beginnen/", *(wereld.plan + deel for deel in PLAN))


def test_overleggen_are_accessible_and_fit(wereld, pagina, live_server):
    als(pagina, live_server, wereld.mensen.verbinder)
    jaar = schrijver.OP.year
    bekijk(
        pagina,
        "/overleggen/",
        "/overleggen/AM12/nieuw/",
        "/overleggen/AM12/voorbeelden/",
        "/actiepunten/",
        *(wereld.overleg + deel for deel in ("", "wijzigen/", "leden/nieuw/", "plannen/")),
        f"{wereld.overleg}besluiten/{jaar}/",
        *(wereld.vergadering + deel for deel in ("", "wijzigen/", "acties/nieuw/")),
        *(wereld.punt + deel for deel in PUNT),
    )


def test_hours_and_ways_of_working_are_accessible_and_fit(wereld, pagina, live_server):
    als(pagina, live_server, wereld.mensen.verbinder)
    taakstelling = "/regios/AM12/taakstelling/"
    bekijk(
        pagina,
        "/inzet/AM12/",
        f"{wereld.uren}uren/",
        *(taakstelling + deel for deel in ("", "invoeren/", "schatten/", "inlezen/")),
        "/werkwijzen/",
        "/werkwijzen/AM12/nieuw/",
        *(wereld.werkwijze + deel for deel in ("", "wijzigen/", "delen/")),
    )
    als(pagina, live_server, wereld.mensen.functioneel_beheerder)
    bekijk(pagina, "/inzet/AM12/aanstellen/", f"{wereld.uren}einde/")


def test_an_action_point_is_ticked_off_from_the_start_page_without_javascript(
    wereld, browser, live_server
):
    venster = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    pagina = venster.new_page()
    als(pagina, live_server, wereld.mensen.verbinder)
    pagina.goto("/")
    pagina.get_by_role("link", name="Alle actiepunten").click()
    pagina.get_by_role("button", name="Klaar: Rapport rondsturen").click()

    assert pagina.get_by_text("Het actiepunt is klaar.").is_visible()
    actie = Schrijver(wereld.mensen.verbinder).overleg().actiepunten.get()
    assert actie.klaar_op == timezone.localdate()
    venster.close()
