"""Mail about the day: per kind, directly, in the morning or not; and never a name."""

from datetime import date

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from regio.logboek import Door
from regio.models import Opdracht
from regio.uitvak import doe_opdracht
from statushouders.codes import Berichtsoort
from statushouders.lijsten.dagpost import verstuur_overzicht, zet_overzichten_klaar
from statushouders.models import Bericht
from statushouders.services.berichten import kies_berichten
from statushouders.services.contact import maak_actie
from statushouders.services.gegevens import neem_over
from statushouders.services.plaatsingen import plaats
from statushouders.tasks import dagoverzicht
from tests.mensen import log_in, maak_mensen
from tests.regio.sturing.boekhouding import als_controller
from tests.statushouders.hulp import OP, maak_persoon, scope
from tests.statushouders.test_paginas import fouten, velden

NAMEN = ("Rahel", "Gebremedhin", "Hilversum", "http")


@pytest.fixture
def mensen(eigen_database):
    return maak_mensen()


def geef_stap(persoon, mensen, door, dag=OP):
    return maak_actie(
        statushouder=persoon,
        volgende_stap="Bellen",
        volgende_datum=dag,
        voor=mensen.klantmanager,
        op=OP,
        door=door,
    )


@pytest.fixture
def caseload(mensen):
    """Two steps of today and one of next week, and one open question of nazorg."""
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, contactpersoon=mensen.klantmanager)
        for dag in (OP, OP, date(2026, 11, 26)):
            geef_stap(persoon, mensen, door, dag)
        plaats(
            statushouder=persoon,
            soort="betaald_werk",
            begindatum=date(2026, 8, 15),
            op=OP,
            door=door,
        )
    return persoon


def ochtend(op=OP) -> list[str]:
    """The mails of one morning."""
    zet_overzichten_klaar(op=op, door=Door.systeem("dagoverzicht"))
    for opdracht in Opdracht.objects.filter(klaar_op__isnull=True):
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
    teksten = [bericht.body for bericht in mail.outbox]
    mail.outbox.clear()
    return teksten


def test_the_mail_of_the_morning_counts_what_the_start_page_shows(caseload):
    [tekst] = ochtend()

    assert "- 2 taken van vandaag of te laat" in tekst
    assert "- 1 nazorgvraag die openstaat" in tekst
    assert [naam for naam in NAMEN if naam in tekst] == []


def test_the_same_morning_twice_mails_once(caseload):
    assert len(ochtend()) == 1
    assert ochtend() == []


def test_who_has_nothing_to_do_gets_no_mail(mensen):
    assert ochtend() == []


@pytest.fixture
def bijna_op(mensen):
    """Money that ends within three weeks."""
    with als_controller(mensen.controller, op=OP) as boeken:
        boeken.bijdrage("300", jaar=2026, datum="2026-01-02")
        boeken.besteding("100", "2026-11-11", herkomstjaar=2026)


def test_verbinder_and_controller_hear_that_the_money_ends_without_an_amount(mensen, bijna_op):
    zet_overzichten_klaar(op=OP, door=Door.systeem("dagoverzicht"))
    for opdracht in Opdracht.objects.filter(klaar_op__isnull=True):
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)

    assert {adres for bericht in mail.outbox for adres in bericht.to} == {
        mensen.verbinder.email,
        mensen.controller.email,
    }
    for bericht in mail.outbox:
        assert "- 1 regio waarvan het geld binnenkort op is" in bericht.body
        assert not any(teken in bericht.body for teken in ("€", "300", "200", "2026", "Gooi"))


def test_the_controller_chooses_mail_about_money_alone(client, mensen):
    klant = log_in(client, mensen.controller)
    adres = reverse("berichten")
    form = klant.get(adres).context["form"]

    assert list(form.fields) == ["geld"]
    assert klant.post(adres, {**velden(klant.get(adres)), "geld": "uit"}).status_code == 302
    assert klant.get(adres).context["form"]["geld"].value() == "uit"


@pytest.mark.parametrize("wanneer", ["uit", "direct"])
def test_what_is_switched_off_is_not_in_it(mensen, caseload, wanneer):
    kies_berichten(gebruiker=mensen.klantmanager, taken=wanneer)

    [tekst] = ochtend()

    assert "taken" not in tekst.partition("Log in")[0]
    assert "nazorgvraag" in tekst


def test_rights_that_ended_end_the_mail(mensen, caseload):
    mensen.klantmanager.rechten.all().delete()
    opdracht = Opdracht(taak="x")

    verstuur_overzicht(
        door=Door.systeem("x"),
        opdracht=opdracht,
        gebruiker_id=mensen.klantmanager.pk,
        dag=OP.isoformat(),
    )

    assert ochtend() == []


def test_what_a_colleague_did_waits_for_the_morning_or_comes_at_once(mensen, caseload):
    kies_berichten(gebruiker=mensen.klantmanager, taken="uit", nazorg="uit")
    with scope(mensen.verbinder) as door:
        geef_stap(caseload, mensen, door)
        geef_stap(caseload, mensen, door)
        neem_over(statushouder=caseload, contactpersoon=None, op=OP, door=door)
        neem_over(statushouder=caseload, contactpersoon=mensen.klantmanager, op=OP, door=door)

    assert Opdracht.objects.filter(taak="statushouders.bericht").count() == 1
    teksten = ochtend()

    assert len(teksten) == 2
    direct, overzicht = sorted(teksten, key=lambda tekst: "stappen" in tekst)
    assert "1 persoon van wie een collega u contactpersoon maakte" in direct
    assert "2 volgende stappen die een collega u gaf" in overzicht
    assert not [naam for naam in NAMEN for tekst in teksten if naam in tekst]
    assert not Bericht.objects.exists()


def test_nobody_is_told_what_they_did_themselves(mensen, caseload):
    with scope(mensen.klantmanager) as door:
        geef_stap(caseload, mensen, door)

    assert not Bericht.objects.exists()


@pytest.mark.parametrize(("dag", "aantal"), [("2026-11-20", 2), ("2026-11-21", 0)])
def test_there_is_mail_on_working_days_alone(mensen, dag, aantal):
    with time_machine.travel(f"{dag} 07:00", tick=False):
        assert bool(dagoverzicht()) is bool(aantal)


def test_the_page_keeps_what_one_chooses(als_eigen, mensen):
    adres = reverse("berichten")
    klant = als_eigen
    leeg = velden(klant.get(adres))

    assert klant.post(adres, {**leeg, "taken": "uit", "stap": "direct"}).status_code == 302

    gekozen = klant.get(adres).context["form"]
    assert (gekozen["taken"].value(), gekozen["stap"].value()) == ("uit", "direct")
    assert gekozen["toegewezen"].value() == "direct"
    onzin = klant.post(adres, {**velden(klant.get(adres)), Berichtsoort.TAKEN: "direct"})
    assert "taken" in fouten(onzin)


@pytest.fixture
def als_eigen(client, mensen):
    return log_in(client, mensen.klantmanager)
