"""The report in a real browser: made by a real worker, sent, adopted, read and downloaded."""

import time

import pytest
from django.utils import timezone

from regio.perioden import halfjaar_van
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.hulp.browser import als, bekijk
from tests.mensen import maak_mensen
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, stel_vast
from verbinder.rapportage import services
from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.models import Rapportage
from verbinder.rapportage.services.abonneren import afmeldkenmerk


@pytest.fixture
def bevolkt(live_server):
    """The cast, and a region whose people were delivered in the half-year that just ended."""
    regio = gegevens.regio()
    gegevens.vul(regio, 200)
    gegevens.lever_aan(regio, op=timezone.now())
    return maak_mensen()


def test_from_a_button_to_a_director_who_downloads_the_pdf(bevolkt, worker, pagina, live_server):
    eerder = halfjaar_van(timezone.localdate()).vorige.vorige
    als(pagina, live_server, bevolkt.verbinder)
    pagina.goto("/rapportages/")
    pagina.get_by_role("link", name="Rapport maken").click()
    pagina.get_by_label("Halfjaar").select_option(eerder.code)
    pagina.get_by_role("button", name="Rapport maken").click()
    pagina.get_by_role("heading", name="Voortgangsrapportage").wait_for(timeout=180_000)
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


def test_the_pages_have_no_fault_and_fit(bevolkt, pagina, live_server):
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
        services.maak_openbaar(versie=oud, nu=nu, door=DOOR)
        services.zorg_voor_versie(regio=regio, halfjaar=halfjaar, nummer=1, nu=nu, door=DOOR)
    nieuw, vast = (f"/rapportages/AM12/{h.code}/1/" for h in (halfjaar, halfjaar.vorige))
    abonnement = Abonnement.objects.create(gebruiker=bevolkt.directieoverleg, regio=regio, sinds=nu)
    als(pagina, live_server, bevolkt.verbinder)

    bekijk(
        pagina,
        *("/rapportages/", "/rapportages/maken/", nieuw, vast + "?controleer"),
        *(nieuw + "tekst/kern/", nieuw + "sluiten/", nieuw + "vaststellen/"),
        *("/rapportages/AM12/archief/", "/rapportages/AM12/reeks/?cijfer=A1"),
        *("/rapportages/abonnementen/", vast + "gevallen/", vast + "gevallen/?cijfer=A1"),
        *(vast + "overleg/", nieuw + "intrekken/", nieuw + "gevallen/"),
        f"/rapportages/AM12/{halfjaar.code}/gemeente/GM0402/",
        f"/rapportages/afmelden/{afmeldkenmerk(abonnement)}/",
    )
