"""Money, hours, goals and agreements of the golden region: what is not in a workbook.

What follows from it stands in `uitgerekend/f_geld.csv`, `e_doelen.csv` and at D3.afspraken.
"""

from datetime import date
from types import SimpleNamespace

from regio.models import Actielijn
from regio.rijrechten import bereik_transactie
from statushouders.services.werkgevers import maak_afspraak, maak_werkgever
from tests.mensen import maak_mensen
from tests.regio.sturing.boekhouding import als_controller
from tests.regio.sturing.uren import schrijf_uren, stel_aan
from tests.verbinder.sturing.schrijver import Schrijver, een_gemeente, regio

# When it was all entered: after the half-year.
OP = date(2026, 7, 10)
HELE_JAAR = {"begindatum": date(2026, 1, 1), "einddatum": date(2026, 12, 31)}
VANAF_JULI_2025 = HELE_JAAR | {"begindatum": date(2025, 7, 1)}


def boek_geld_en_doelen() -> None:
    """All of it, by those whose work it is."""
    mensen = maak_mensen()
    _geld(mensen)
    _uren()
    schrijver = Schrijver(mensen.verbinder, op=OP)
    with bereik_transactie(schrijver.bereik, gebruiker_id=mensen.verbinder.pk):
        _doelen(schrijver)
        _afspraken(schrijver)


def _geld(mensen: SimpleNamespace) -> None:
    """R23: of the DU of 2025 8.000 was spent in 2025, 50.000 went on to 2026 with a besluit and
    10.000 was left. The last besteding is of after the peildatum."""
    with als_controller(mensen.controller, op=OP) as boeken:
        boeken.bijdrage("68000", 2025, "2025-09-30")
        boeken.besteding("8000", "2025-11-01", herkomstjaar=2025)
        boeken.doorschuiving(
            "50000", 2025, 2026, herkomstjaar=2025, besluit_datum=date(2025, 12, 10)
        )
        boeken.bijdrage("70000", 2026, "2026-05-30", circulaire="meicirculaire 2026")
        inhuur = boeken.verplichting("40000", "2026-01-02", herkomstjaar=2025)
        boeken.besteding("12000", "2026-03-31", herkomstjaar=2025, verplichting=inhuur)
        boeken.besteding(
            "1234.56",
            "2026-06-30",
            herkomstjaar=2026,
            kostensoort="activiteit",
            actielijn=Actielijn.objects.get(pk=2),
            gemeenten=[een_gemeente("Hilversum"), een_gemeente("Huizen")],
        )
        boeken.besteding("500", "2026-07-01", herkomstjaar=2026, kostensoort="activiteit")


def _uren() -> None:
    """R24: 32 hours a week from 1 March, 122 days of them in the half-year; R25: before that a
    vacancy of 16 hours. The third week is of after the peildatum."""
    stel_aan(regio(), uren=16, van=date(2026, 1, 1), tot_en_met=date(2026, 2, 28))
    verbinder = stel_aan(
        regio(), uren=32, van=date(2026, 3, 1), tot_en_met=date(2026, 8, 31), wie="ingehuurd"
    )
    schrijf_uren(verbinder, date(2026, 3, 2), 30, actielijn_id=3)
    schrijf_uren(verbinder, date(2026, 6, 29), "20.5")
    schrijf_uren(verbinder, date(2026, 7, 6), 10)


def _doelen(schrijver: Schrijver) -> None:
    """A goal of persons, of a stock, over two half-years, of one gemeente and of one actielijn."""
    versie = schrijver.plan(van=date(2025, 7, 1))
    schrijver.doel(versie, aantal=60, **HELE_JAAR)
    schrijver.doel(versie, indicator="A4", eenheid="trajecten", aantal=25, **HELE_JAAR)
    schrijver.doel(versie, indicator="A5", eenheid="trajecten", aantal=300, **VANAF_JULI_2025)
    schrijver.doel(versie, aantal=90, **VANAF_JULI_2025)
    schrijver.doel(versie, aantal=20, gemeenten=[een_gemeente("Hilversum")], **HELE_JAAR)
    schrijver.doel(
        versie,
        indicator="A4",
        eenheid="trajecten",
        aantal=20,
        actielijn=schrijver.actielijn(3),
        **HELE_JAAR,
    )
    schrijver.stel_vast(versie, datum=date(2026, 1, 20))


def _afspraken(schrijver: Schrijver) -> None:
    """Two agreements in the half-year, of the region and of Huizen; one before it."""
    werkgever = maak_werkgever(regio=regio(), naam="Zorggroep De Vuursteen", door=schrijver.door)
    for dag, gemeente in (
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), None),
        (date(2026, 6, 30), een_gemeente("Huizen")),
    ):
        maak_afspraak(
            werkgever=werkgever,
            omschrijving="Leerplekken in de keuken",
            plaatsen=4,
            afgesproken_op=dag,
            actielijn=schrijver.actielijn(2),
            gemeente=gemeente,
            op=OP,
            door=schrijver.door,
        )
