"""A mail when there is a new report: a link, no figure, once per version, ended with one click."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from regio.models import Handeling, Logregel, Opdracht, Recht
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.mensen import maak_gebruiker
from tests.verbinder.rapportage.conftest import DOOR, NU
from verbinder.rapportage import services
from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.services.abonneren import NIEUW_RAPPORT, afmeldkenmerk

LIJST = reverse("rapportage_abonnementen")
WISSEL = reverse("rapportage_abonnement", kwargs={"regio": "AM12"})
SITE = "https://verbinder.voorbeeld.invalid/"


@pytest.fixture
def abonnee(mensen, gooi):
    """The director of the cast, who wants to hear of new reports."""
    return Abonnement.objects.create(gebruiker=mensen.directieoverleg, regio=gooi, sinds=NU)


@pytest.fixture
def gecontroleerd(versie):
    services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
    services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR)
    return versie


def verstuur(versie) -> None:
    with bereik_transactie(Bereik(cijferregios=frozenset({versie.rapportage.regio_id}))):
        services.verstuur_concept(versie=versie, nu=NU, door=DOOR, basis=SITE)


def bezorg() -> None:
    for opdracht in Opdracht.objects.filter(taak=NIEUW_RAPPORT, klaar_op__isnull=True):
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)


class TestTheMail:
    def test_it_leads_to_the_report_and_holds_no_figure(self, abonnee, gecontroleerd, mensen):
        verstuur(gecontroleerd)
        bezorg()

        (bericht,) = mail.outbox
        assert bericht.to == [mensen.directieoverleg.email]
        assert f"{SITE}rapportages/AM12/2026-1/1/" in bericht.body
        assert "200" not in bericht.body
        assert bericht.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_a_version_that_is_sent_again_is_announced_once(self, abonnee, gecontroleerd):
        for _ in range(2):
            verstuur(gecontroleerd)
            bezorg()

        assert len(mail.outbox) == 1

    def test_who_lost_the_right_or_the_account_or_left_gets_none(
        self, abonnee, gecontroleerd, gooi, mensen
    ):
        weg = maak_gebruiker("weg", "directieoverleg", "AM12")
        Abonnement.objects.create(gebruiker=weg, regio=gooi, sinds=NU)
        verstuur(gecontroleerd)
        Recht.objects.filter(gebruiker=mensen.directieoverleg).delete()
        weg.is_active = False
        weg.save()
        bezorg()

        assert mail.outbox == []

    def test_who_ended_it_between_sending_and_delivery_gets_none(self, abonnee, gecontroleerd):
        verstuur(gecontroleerd)
        abonnee.delete()
        bezorg()

        assert mail.outbox == []


class TestTheSettings:
    def test_one_click_on_and_one_click_off_and_both_are_logged(self, mensen, als, gooi):
        client = als("directieoverleg")
        client.post(WISSEL, {"wat": "aan"})
        client.post(WISSEL, {"wat": "aan"})
        assert [a.gebruiker for a in Abonnement.objects.all()] == [mensen.directieoverleg]
        assert "U krijgt een e-mail." in client.get(LIJST).content.decode()

        client.post(WISSEL, {"wat": "uit"})

        assert not Abonnement.objects.exists()
        zet_bereik(Bereik(logregios=frozenset({gooi.pk})))
        regels = Logregel.objects.filter(handeling=Handeling.ABONNEMENT_GEWIJZIGD)
        assert sorted(regel.gegevens["wat"] for regel in regels) == ["aan", "uit"]

    def test_a_region_that_may_not_be_read_cannot_be_chosen(self, mensen, als):
        client = als("vreemde_verbinder")

        assert client.post(WISSEL, {"wat": "aan"}).status_code == 404
        assert not Abonnement.objects.exists()
        assert "Gooi" not in client.get(LIJST).content.decode().split("<main")[1]


class TestTheLinkInTheMail:
    def adres(self, abonnement) -> str:
        return reverse("rapportage_afmelden", args=[afmeldkenmerk(abonnement)])

    def test_it_ends_the_subscription_without_logging_in(self, abonnee):
        adres = self.adres(abonnee)
        assert "Afmelden" in Client().get(adres).content.decode()
        assert Abonnement.objects.exists(), "a program that follows links changes nothing"

        klaar = Client(enforce_csrf_checks=True).post(adres, {"List-Unsubscribe": "One-Click"})

        assert "geen e-mail meer" in klaar.content.decode()
        assert not Abonnement.objects.exists()
        assert Client().post(adres).status_code == 200

    @pytest.mark.parametrize("kenmerk", ["onzin", "WzEsMV0:1vM:niet-getekend", "a" * 900])
    def test_a_link_that_we_did_not_sign_is_not_there(self, abonnee, kenmerk):
        assert Client().post(f"/rapportages/afmelden/{kenmerk}/").status_code == 404
        assert Abonnement.objects.exists()

    def test_the_page_shows_nothing_of_the_report_or_of_anyone(self, abonnee, mensen):
        pagina = Client().get(self.adres(abonnee)).content.decode()

        assert mensen.directieoverleg.naam not in pagina
        assert mensen.directieoverleg.email not in pagina
