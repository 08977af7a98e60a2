"""The report in a real browser: made by a real worker, sent, adopted, read and downloaded."""

import time

import pytest
from django.test import Client
from django.utils import timezone

from regio.perioden import halfjaar_van
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.hulp.browser import axe
from tests.mensen import log_in, maak_mensen
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, stel_vast
from verbinder.rapportage import services
from verbinder.rapportage.models import Rapportage


@pytest.fixture
def bevolkt(live_server):
    """The cast, and a region whose people were delivered in the half-year that just ended."""
    regio = gegevens.regio()
    gegevens.vul(regio, 200)
    gegevens.lever_aan(regio, op=timezone.now())
    return maak_mensen()


def als(pagina, live_server, gebruiker) -> None:
    """Make the window that of this user."""
    sessie = log_in(Client(), gebruiker).cookies["sessie"].value
    pagina.context.add_cookies([{"name": "sessie", "value": sessie, "url": live_server.url}])


def test_from_a_button_to_a_director_who_downloads_the_pdf(bevolkt, worker, pagina, live_server):
    eerder = halfjaar_van(timezone.localdate()).vorige.vorige
    als(pagina, live_server, bevolkt.verbinder)
    pagina.goto("/rapportages/")
    pagina.get_by_role("link", name="Rapport maken").click()
    pagina.get_by_label("Halfjaar").select_option(eerder.code)
    pagina.get_by_role("button", name="Rapport maken").click()
    pagina.get_by_role("heading", name="Voortgangsrapportage").wait_for(timeout=60_000)
    for stap, klaar in (
        ("Cijfers sluiten", "De cijfers zijn gesloten."),
        ("Concept versturen", "Het concept is verstuurd."),
    ):
        pagina.get_by_role("link", name=stap).click()
        pagina.get_by_role("button", name=stap).click()
        pagina.get_by_text(klaar).first.wait_for(timeout=180_000)

    als(pagina, live_server, bevolkt.directieoverleg)
    pagina.goto("/rapportages/")
    pagina.get_by_role("link", name=eerder.naam).click()
    for naam, soort in (("Pdf", "pdf"), ("ODS", "ods")):
        with pagina.expect_download() as wacht:
            pagina.get_by_role("link", name=naam).click()
        assert wacht.value.suggested_filename.endswith(f".{soort}")


def test_a_worker_that_starts_makes_the_report_that_was_missed(bevolkt, worker):
    laatste = halfjaar_van(timezone.localdate()).vorige
    regio = gegevens.regio()
    tot = time.monotonic() + 60
    while time.monotonic() < tot:
        gemaakt = list(Rapportage.objects.filter(regio=regio).values_list("halfjaar", flat=True))
        if gemaakt:
            break
        time.sleep(0.2)

    assert gemaakt == [laatste.code]


def test_the_pages_have_no_fault_and_fit_a_phone(bevolkt, pagina, live_server):
    regio = gegevens.regio()
    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        nu = timezone.now()
        halfjaar = halfjaar_van(timezone.localdate()).vorige
        oud, _ = services.zorg_voor_versie(
            regio=regio, halfjaar=halfjaar.vorige, nummer=1, nu=nu, door=DOOR
        )
        services.sluit_cijfers(versie=oud, nu=nu, door=DOOR)
        services.controleer_kleine_aantallen(versie=oud, nu=nu, door=DOOR)
        services.verstuur_concept(versie=oud, nu=nu, door=DOOR)
        stel_vast(oud, nu=nu)
        services.zorg_voor_versie(regio=regio, halfjaar=halfjaar, nummer=1, nu=nu, door=DOOR)
    nieuw, vast = (f"/rapportages/AM12/{h.code}/1/" for h in (halfjaar, halfjaar.vorige))
    als(pagina, live_server, bevolkt.verbinder)

    for breedte in (1280, 320):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        for pad in (
            *("/rapportages/", "/rapportages/maken/", nieuw, vast + "?controleer"),
            *(nieuw + "tekst/kern/", nieuw + "sluiten/", nieuw + "vaststellen/"),
            *(vast + "overleg/", f"/rapportages/AM12/{halfjaar.code}/gemeente/GM0402/"),
        ):
            assert pagina.goto(pad).status == 200
            pagina.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            axe(pagina)
            over = pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert over <= 0, (pad, breedte)
