"""Reminders: to whom something is asked, six weeks and two weeks before the overleg, and late."""

from datetime import date, time, timedelta

import pytest
from django.core import mail

from regio.logboek import Door
from regio.models import Opdracht, Overleg, Vergadering
from regio.uitvak import doe_opdracht
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import HALFJAAR, NU
from verbinder.rapportage import herinneren, services
from verbinder.rapportage.herinneren import herinner_aan_rapporten, te_herinneren

OVERLEG = date(2026, 9, 10)


@pytest.fixture
def overleg(versie, mensen):
    """A directieoverleg in September, for a report whose figures are open."""
    body = Overleg.objects.create(
        regio=gegevens.regio(), naam="Directieoverleg", afkorting="DO", stelt_vast=False
    )
    return Vergadering.objects.create(
        overleg=body, datum=OVERLEG, begintijd=time(10), eindtijd=time(11)
    )


def op(dag: date) -> set[tuple[str, str]]:
    return {(h.voor.naam, h.vraag) for h in te_herinneren(dag)}


def test_six_weeks_before_it_asks_the_gemeenten_to_confirm_and_the_verbinder_to_close(overleg):
    assert op(OVERLEG - timedelta(days=43)) == set()
    gevraagd = op(OVERLEG - timedelta(days=42))

    assert ("Verbinder", "sluiten") in gevraagd
    assert ("Gemeente cijfers", "bevestigen") in gevraagd
    assert ("Directieoverleg", "bevestigen") not in gevraagd


def test_who_confirmed_is_left_alone(overleg, mensen):
    hilversum = next(g for g in gegevens.gemeenten_van(gegevens.regio()) if g.naam == "Hilversum")
    services.bevestig_cijfers(
        gemeente=hilversum,
        regio=gegevens.regio(),
        halfjaar=HALFJAAR,
        akkoord=True,
        opmerking="",
        gebruiker=mensen.gemeente_cijfers,
        nu=NU,
        door=Door("iemand"),
    )

    gevraagd = op(OVERLEG - timedelta(days=14))
    assert ("Gemeente cijfers", "bevestigen") not in gevraagd
    assert ("Andere klantmanager", "bevestigen") in gevraagd


def test_a_day_late_it_asks_again_and_after_that_it_is_silent(overleg):
    assert op(OVERLEG + timedelta(days=1))
    assert op(OVERLEG + timedelta(days=20)) == set()


def test_a_meeting_that_was_called_off_asks_nothing(overleg):
    Vergadering.objects.update(afgezegd=True)

    assert op(OVERLEG - timedelta(days=42)) == set()


def test_each_mail_goes_once_and_holds_no_figure(overleg, monkeypatch, settings):
    monkeypatch.setattr(herinneren, "vandaag", lambda: OVERLEG - timedelta(days=42))
    aantal = herinner_aan_rapporten()
    herinner_aan_rapporten()
    opdrachten = Opdracht.objects.filter(taak="rapportage.herinner")

    assert opdrachten.count() == aantal > 1
    for opdracht in opdrachten:
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
    assert len(mail.outbox) == aantal
    tekst = "".join(bericht.body for bericht in mail.outbox)
    assert "10 september 2026 is over zes weken" in tekst
    assert "200" not in tekst
