"""The page of the country: published figures only, sorted, for a right without region."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.test import Client
from lxml import html

from regio.models import Arbeidsmarktregio, Rol
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.mensen import geef, log_in, maak_gebruiker
from tests.verbinder.rapportage.conftest import DOOR, NU
from verbinder.rapportage.models import (
    Cijfer,
    Momentopname,
    Rapportage,
    Stap,
    Stapsoort,
    Vaststelling,
    Versie,
)

pytestmark = pytest.mark.django_db
ADRES = "/landelijk/"


def versie_van(code: str, halfjaar="2026-1", nummer=1, *, a3=None, stap=None, opname=1) -> Versie:
    """A version with one figure: the number that it publishes for A3, or a word."""
    regio = Arbeidsmarktregio.objects.get(code=code)
    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        rapportage, _ = Rapportage.objects.get_or_create(regio=regio, halfjaar=halfjaar)
        versie, _ = Versie.objects.get_or_create(
            rapportage=rapportage, nummer=nummer, defaults={"gemaakt_op": NU, "wie": DOOR.wie}
        )
        if a3 is not None:
            _cijfer(versie, a3, opname)
        if stap:
            Stap.objects.create(versie=versie, soort=stap, op=NU, wie=DOOR.wie)
    return versie


def _cijfer(versie: Versie, a3, volgnummer: int) -> None:
    is_getal = isinstance(a3, int)
    opname = None
    for stap in (1, 0):  # First what was measured, then what of it is fit to be published.
        opname = Momentopname.objects.create(
            versie=versie, volgnummer=2 * volgnummer - stap, peildatum=date(2026, 6, 30),
            bekend_op=NU, gemeten_op=NU, regel="standaard", van=opname,
            levering=[{"op": "2026-07-01T08:00:00+00:00"}, {"op": None}],
        )  # fmt: skip
    Cijfer.objects.create(
        momentopname=opname, volgorde=1, indicator="A3", uitsplitsing="totaal", categorie="alle",
        label="Totaal", eenheid="personen", maat="aantal", status="getal" if is_getal else a3,
        weergave=str(a3), getal=Decimal(a3) if is_getal else None,
    )  # fmt: skip


def stel_vast(versie: Versie) -> None:
    with bereik_transactie(Bereik(cijferregios=frozenset({versie.rapportage.regio_id}))):
        Stap.objects.create(versie=versie, soort=Stapsoort.GESLOTEN, op=NU, wie=DOOR.wie)
        Vaststelling.objects.create(
            versie=versie, overleg="PFHO", datum=date(2026, 7, 9), uitkomst="ingestemd", op=NU,
            wie=DOOR.wie, sha256="0" * 64, sha256_waar="0" * 64,
        )  # fmt: skip


@pytest.fixture
def client(db):
    """Somebody with a right without region."""
    gebruiker = maak_gebruiker("landelijk")
    geef(gebruiker, Rol.DIRECTIEOVERLEG)
    return log_in(Client(), gebruiker)


def regels(antwoord) -> list[tuple[str, str, str]]:
    """Region, figure and state of each row, in order."""
    assert antwoord.status_code == 200
    return [
        (_tekst(rij, "th"), _tekst(rij, "td[@data-kop='Cijfer']"), _tekst(rij, "td[last()]"))
        for rij in html.fromstring(antwoord.content).xpath("//tbody/tr")
    ]


def _tekst(rij, plek: str) -> str:
    return " ".join(rij.xpath(f"./{plek}")[0].text_content().split())


def test_regions_stand_from_high_to_low_and_words_come_last(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    versie_van("AM18", a3=325, stap=Stapsoort.VERSTUURD)
    versie_van("AM36", a3="te klein om te tonen", stap=Stapsoort.VERSTUURD)

    assert [(naam, cijfer) for naam, cijfer, _ in regels(client.get(ADRES))] == [
        ("Groot Amsterdam", "325"),
        ("Gooi en Vechtstreek", "40"),
        ("Regio Zwolle", "te klein om te tonen"),
    ]


def test_what_was_not_sent_is_not_there(client):
    versie_van("AM12", a3=40)
    versie_van("AM18", a3=325, stap=Stapsoort.GESLOTEN)

    antwoord = client.get(ADRES)
    assert regels(antwoord) == []
    assert "Nog geen regio heeft een rapport verstuurd" in antwoord.content.decode()


def test_the_last_version_counts_and_an_adopted_one_goes_before_a_newer_concept(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    stel_vast(versie_van("AM12", nummer=2, a3=45, stap=Stapsoort.VERSTUURD))
    versie_van("AM12", nummer=3, a3=50, stap=Stapsoort.VERSTUURD)

    assert regels(client.get(ADRES)) == [("Gooi en Vechtstreek", "45", "Vastgesteld 9 jul 2026")]


def test_the_figures_of_a_version_are_those_measured_last(client):
    versie_van("AM12", a3=40)
    versie_van("AM12", a3=60, opname=2, stap=Stapsoort.VERSTUURD)

    assert regels(client.get(ADRES))[0][1] == "60"


def test_half_years_are_apart_and_the_newest_is_shown_first(client):
    versie_van("AM12", "2025-2", a3=30, stap=Stapsoort.VERSTUURD)
    versie_van("AM18", "2026-1", a3=325, stap=Stapsoort.VERSTUURD)

    assert [r[0] for r in regels(client.get(ADRES))] == ["Groot Amsterdam"]
    assert [r[0] for r in regels(client.get(f"{ADRES}?halfjaar=2025-2"))] == ["Gooi en Vechtstreek"]


def test_an_indicator_that_a_report_does_not_hold_is_said_so(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    assert regels(client.get(f"{ADRES}?indicator=A1"))[0][1] == "geen cijfer"


def test_a_wrong_choice_shows_what_can_be_chosen(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    antwoord = client.get(f"{ADRES}?indicator=Z9&halfjaar=1999-1")
    assert regels(antwoord)[0][1] == "40"
    assert "Z9" in antwoord.content.decode()


def test_how_many_gemeenten_delivered_stands_beside_the_figure(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    assert "1 van 2" in client.get(ADRES).content.decode()


def test_the_list_as_shown_can_be_downloaded(client):
    versie_van("AM12", a3=40, stap=Stapsoort.VERSTUURD)
    antwoord = client.get(f"{ADRES}?indicator=A3&halfjaar=2026-1&formaat=xlsx")

    assert antwoord.headers["Content-Disposition"] == (
        'attachment; filename="landelijk-2026-1-A3.xlsx"'
    )
    blad = openpyxl.load_workbook(io.BytesIO(antwoord.content)).worksheets[0]
    cellen = [[cel.value for cel in rij] for rij in blad.iter_rows()]
    assert any("Gooi en Vechtstreek" in rij and "40" in map(str, rij) for rij in cellen)


def test_the_queries_do_not_grow_with_the_regions(client, django_assert_max_num_queries):
    for code in ("AM12", "AM18", "AM36", "AM13"):
        versie_van(code, a3=40, stap=Stapsoort.VERSTUURD)
    client.get(ADRES)
    with django_assert_max_num_queries(15):
        client.get(ADRES)


@pytest.mark.parametrize("rol", ["verbinder", "directieoverleg", "gemeente_cijfers"])
def test_who_has_a_right_for_one_region_does_not_see_the_country(als, rol):
    assert als(rol).get(ADRES).status_code == 403
