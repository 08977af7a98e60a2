"""Golden case: the Banenoffensief had a goal of 2.600 plaatsingen and made 2.327: 90 percent.

The published number is rounded to 2.325, and 2.325 of 2.600 is 89 percent: in a report the
percentage is of published numbers only (docs/besluiten/0014). Who may count sees 90 percent, on the
dashboard and in the internal file; a region that shows its headlines exactly publishes 90 too.
"""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
import time_machine

from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import Plaatsing
from tests.verbinder.dashboard.bouw import alles_open, iemand
from tests.verbinder.dashboard.test_paginas import pagina, zichtbaar
from tests.verbinder.rapportage.gegevens import klein_tabellenboek, lever_aan
from tests.verbinder.sturing.schrijver import Schrijver, regio
from verbinder.indicatoren.doelen import E1
from verbinder.onthulling.regel import MILD
from verbinder.rapportage.cijfers import meet_rapport
from verbinder.rapportage.doelen import bereikt, doelcellen, met_doelen, ware_doelen

pytestmark = pytest.mark.django_db
HALFJAAR = halfjaar(2026, 1)
NU = datetime(2026, 7, 5, 12, tzinfo=UTC)
GEPLAATST, DOEL = 2_327, 2_600


@pytest.fixture
def banenoffensief(mensen) -> SimpleNamespace:
    """2.327 plaatsingen in the half-year, and the goal of the adopted plan."""
    wie = [iemand(naam) for naam in ("Hilversum", "Huizen")]
    with alles_open():
        Plaatsing.objects.bulk_create(
            Plaatsing(
                statushouder=wie[nummer % 2],
                leverancier="AM12",
                referentie=f"B{nummer}",
                soort="werkervaringsplaats",
                begindatum=date(2026, 3, 1),
            )
            for nummer in range(GEPLAATST)
        )
    lever_aan(regio())
    schrijver = Schrijver(mensen.verbinder, op=date(2026, 6, 1))
    versie = schrijver.plan(van=date(2026, 1, 1))
    schrijver.doel(
        versie,
        omschrijving="Banen, leerplekken en stages",
        indicator="C1",
        eenheid="plaatsingen",
        aantal=DOEL,
        bron="Banenoffensief",
    )
    schrijver.stel_vast(versie, datum=date(2026, 1, 20))
    return mensen


def cijfers(**regel):
    with klein_tabellenboek(), bereik_transactie(Bereik(cijferregios=frozenset({regio().pk}))):
        gemeten = meet_rapport(regio(), HALFJAAR, bekend_op=NU, **regel)
        return met_doelen(gemeten), ware_doelen(gemeten)


def test_the_true_realisation_is_90_percent(banenoffensief):
    _, waar = cijfers()

    (cijfer,) = waar.values()
    assert tuple(cijfer.plaats) == (E1.code, "doel", "C1/D1")
    assert (cijfer.teller, cijfer.noemer, cijfer.waarde) == (GEPLAATST, DOEL, 90)


def test_a_report_says_what_follows_from_its_published_number(banenoffensief):
    (standaard,) = doelcellen(cijfers()[0].boek)
    (exact,) = doelcellen(cijfers(regel=MILD)[0].boek)

    assert bereikt(standaard) == "2325 van 2600 = 89 %"
    assert bereikt(exact) == "2327 van 2600 = 90 %"


def test_the_dashboard_shows_2327_of_2600_is_90_percent(banenoffensief, als):
    with time_machine.travel(NU, tick=True):
        html = pagina(als("verbinder"), "alle", waar="AM12")

    assert "2.327 van 2.600 = 90 %" in zichtbaar(html)
