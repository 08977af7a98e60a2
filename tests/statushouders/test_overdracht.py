"""A dossier goes from one gemeente to another, and the one question that crosses between them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from regio.models import Deelname, Logregel
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import Overdracht, Statushouder
from statushouders.services.contact import leg_contact_vast
from statushouders.services.dagwissel import wissel_dag
from statushouders.services.gegevens import neem_over
from statushouders.services.overdrachten import (
    aanvaard,
    bied_aan,
    is_bekend_elders,
    trek_overdracht_in,
    vraag_dossier,
    weiger_overdracht,
)
from tests.mensen import laat_meedoen
from tests.statushouders.hulp import OP, gemeente, persoon_van, scope

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 20, 12, tzinfo=UTC)
RAHEL = {"voornaam": "Rahel", "achternaam": "Gebremedhin", "geboortejaar": 1994}
SINDS = date(2026, 11, 2)


@pytest.fixture
def rahel(mensen):
    return persoon_van(mensen.klantmanager)


def bekend(gebruiker, in_="Huizen", **anders):
    with scope(gebruiker) as door:
        return is_bekend_elders(**{**RAHEL, **anders}, gemeente=gemeente(in_), op=OP, door=door)


def vraag(gebruiker, in_="Huizen"):
    with scope(gebruiker) as door:
        return vraag_dossier(
            **RAHEL,
            gemeente=gemeente(in_),
            verblijf_soort="vestiging",
            vanaf=SINDS,
            op=OP,
            door=door,
        )[0]


def bied(gebruiker, persoon, naar="Huizen", **anders):
    gegevens = {
        "naar_gemeente": gemeente(naar),
        "verblijf_soort": "vestiging",
        "vanaf": SINDS,
        "bericht": "Zoekt werk in de zorg.",
    }
    with scope(gebruiker) as door:
        return bied_aan(statushouder=persoon, **{**gegevens, **anders}, nu=NU, op=OP, door=door)


def zeg_ja(gebruiker, overdracht, **anders):
    with scope(gebruiker) as door:
        return aanvaard(
            overdracht=overdracht, **{"vanaf": SINDS, **anders}, nu=NU, op=OP, door=door
        )


def ziet(gebruiker, persoon, op=OP):
    with scope(gebruiker, op=op):
        return Statushouder.objects.filter(pk=persoon.pk).exists()


class TestBekendElders:
    def test_only_exactly_this_name_and_year_is_known(self, mensen, rahel):
        assert bekend(mensen.andere_klantmanager) is True
        assert bekend(mensen.andere_klantmanager, voornaam="RAHEL ") is True
        assert bekend(mensen.andere_klantmanager, voornaam="Rachel") is False
        assert bekend(mensen.andere_klantmanager, geboortejaar=1995) is False

    def test_it_says_nothing_of_the_own_gemeente(self, mensen, rahel):
        assert bekend(mensen.klantmanager, in_="Hilversum") is False

    def test_a_gemeente_that_does_not_share_names_neither_asks_nor_answers(self, mensen, rahel):
        Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)
        assert bekend(mensen.andere_klantmanager) is False

        Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=True)
        Deelname.objects.filter(gemeente__naam="Huizen").delete()
        assert bekend(mensen.andere_klantmanager) is None

    def test_it_stays_inside_the_region(self, mensen, rahel):
        laat_meedoen("Utrecht")
        vreemd = Bereik(gemeenten=frozenset({gemeente("Utrecht").pk}))
        wie = mensen.vreemde_verbinder.pk
        with bereik_transactie(vreemd, gebruiker_id=wie), connection.cursor() as cursor:
            cursor.execute(
                "select bekend_elders(%s, 'gebremedhin rahel', 1994, %s)",
                [gemeente("Utrecht").pk, OP],
            )
            assert cursor.fetchone() == (False,)

    def test_a_user_asks_for_the_own_gemeenten_alone(self, mensen, rahel):
        with pytest.raises(ValidationError, match="geen dossier vragen"):
            bekend(mensen.andere_klantmanager, in_="Laren")

    def test_every_question_is_logged_without_a_name(self, mensen, rahel):
        bekend(mensen.andere_klantmanager)

        with scope(mensen.privacy_officer):
            regel = Logregel.objects.get(soort="bekend elders")
            assert regel.gegevens == {"wat": "bekend elders", "antwoord": True}
            assert regel.gebruiker_id == mensen.andere_klantmanager.pk

    def test_the_thirty_first_question_within_an_hour_is_refused(self, mensen, rahel):
        with scope(mensen.andere_klantmanager), connection.cursor() as cursor:
            for _ in range(30):
                cursor.execute(
                    "select bekend_elders(%s, 'x y', 1994, %s)", [gemeente("Huizen").pk, OP]
                )
        with pytest.raises(ValidationError, match="dertig keer"):
            bekend(mensen.andere_klantmanager)
        assert bekend(mensen.klantmanager, in_="Hilversum") is False


class TestGevraagd:
    def test_who_asks_learns_nothing_until_the_answer(self, mensen, rahel):
        vraag(mensen.andere_klantmanager)

        with scope(mensen.andere_klantmanager):
            rij = Overdracht.objects.get()
            assert rij.van_gemeente_id is None
            assert not Statushouder.objects.exists()
            assert not Overdracht.objects.te_beantwoorden(bereik_van_scope()).exists()

    def test_asking_twice_is_one_request(self, mensen, rahel):
        assert vraag(mensen.andere_klantmanager) == vraag(mensen.andere_klantmanager)

    def test_nobody_is_asked_for_who_is_not_known(self, mensen):
        with pytest.raises(ValidationError, match="niet .meer. bekend"):
            vraag(mensen.andere_klantmanager)

    def test_accepting_hands_over_and_the_old_gemeente_reads_for_thirty_days(self, mensen, rahel):
        overdracht = vraag(mensen.andere_klantmanager)

        zeg_ja(mensen.klantmanager, overdracht, bericht="Taalles loopt tot mei.")

        with scope(mensen.andere_klantmanager):
            nu = Statushouder.objects.get(pk=rahel.pk)
            assert nu.dossiergemeente == gemeente("Huizen")
            assert nu.verblijven.get(tot_en_met__isnull=True).van == SINDS
            assert Overdracht.objects.get().bericht == "Taalles loopt tot mei."
        assert ziet(mensen.klantmanager, rahel)
        assert ziet(mensen.klantmanager, rahel, op=OP + timedelta(days=30))
        assert not ziet(mensen.klantmanager, rahel, op=OP + timedelta(days=31))

    def test_reading_along_is_not_writing(self, mensen, rahel):
        zeg_ja(mensen.klantmanager, vraag(mensen.andere_klantmanager))

        with scope(mensen.klantmanager) as door:
            gelezen = Statushouder.objects.get(pk=rahel.pk)
            with pytest.raises(ValidationError, match="lezen, maar niet wijzigen"):
                leg_contact_vast(statushouder=gelezen, soort="telefoon", datum=OP, op=OP, door=door)

    def test_a_refusal_wants_a_reason_and_takes_the_name_out(self, mensen, rahel):
        overdracht = vraag(mensen.andere_klantmanager)

        with scope(mensen.klantmanager) as door:
            with pytest.raises(ValidationError, match="Kies waarom"):
                weiger_overdracht(overdracht=overdracht, weigerreden="", nu=NU, door=door)
            weiger_overdracht(overdracht=overdracht, weigerreden="woont_hier", nu=NU, door=door)

        with scope(mensen.andere_klantmanager):
            rij = Overdracht.objects.get()
            assert (rij.stand, rij.get_weigerreden_display(), rij.over_wie) == (
                "geweigerd",
                "De persoon woont nog in de oude gemeente",
                "",
            )
        assert not ziet(mensen.andere_klantmanager, rahel)

    def test_what_was_answered_is_answered(self, mensen, rahel):
        overdracht = vraag(mensen.andere_klantmanager)
        with scope(mensen.andere_klantmanager) as door:
            trek_overdracht_in(overdracht=overdracht, nu=NU, door=door)

        with pytest.raises(ValidationError, match="al beantwoord of ingetrokken"):
            zeg_ja(mensen.klantmanager, overdracht)
        assert ziet(mensen.klantmanager, rahel)

    def test_nothing_is_handed_over_before_the_day_itself(self, mensen, rahel):
        overdracht = vraag(mensen.andere_klantmanager)

        with pytest.raises(ValidationError, match="op of na de dag zelf"):
            zeg_ja(mensen.klantmanager, overdracht, vanaf=OP + timedelta(days=1))


class TestAangeboden:
    def test_the_dossier_is_out_of_sight_until_accepted(self, mensen, rahel):
        with scope(mensen.klantmanager) as door:
            neem_over(statushouder=rahel, contactpersoon=mensen.klantmanager, op=OP, door=door)
        overdracht = bied(mensen.klantmanager, rahel)
        assert not ziet(mensen.andere_klantmanager, rahel)

        zeg_ja(mensen.andere_klantmanager, overdracht)

        with scope(mensen.andere_klantmanager):
            nu = Statushouder.objects.get(pk=rahel.pk)
            assert (nu.dossiergemeente, nu.contactpersoon) == (gemeente("Huizen"), None)
        wissel_dag(op=OP, door=door)
        assert ziet(mensen.andere_klantmanager, rahel)

    def test_who_is_offered_nothing_takes_nothing(self, mensen, rahel):
        overdracht = bied(mensen.klantmanager, rahel, naar="Laren")

        with pytest.raises(ValidationError, match="al beantwoord of ingetrokken"):
            zeg_ja(mensen.andere_klantmanager, overdracht)

    def test_to_another_region_only_the_note_goes_and_it_does_not_stay(self, mensen, rahel):
        overdracht = bied(mensen.klantmanager, rahel, naar="Utrecht")
        laat_meedoen("Utrecht")

        with scope(mensen.vreemde_verbinder):
            rij = Overdracht.objects.get()
            assert (rij.binnen_regio, rij.bericht) == (False, "Zoekt werk in de zorg.")
        zeg_ja(mensen.vreemde_verbinder, overdracht)

        assert not ziet(mensen.vreemde_verbinder, rahel)
        assert ziet(mensen.klantmanager, rahel)
        with scope(mensen.klantmanager) as door:
            assert Statushouder.objects.get().dossiergemeente == gemeente("Hilversum")
        wissel_dag(op=OP + timedelta(days=31), door=door)
        with scope(mensen.vreemde_verbinder):
            rij = Overdracht.objects.get()
            assert (rij.over_wie, rij.bericht) == ("", "")

    def test_a_verbinder_without_names_sees_no_overdracht(self, mensen, rahel):
        bied(mensen.klantmanager, rahel)
        Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)

        with scope(mensen.verbinder):
            assert not Overdracht.objects.exists()


class TestPaginas:
    def formulier(self, client, adres):
        pagina = client.get(adres).content.decode()
        return pagina.split('name="formulier_sleutel" value="')[1].split('"')[0]

    def meld_aan(self, client, **anders):
        adres = reverse("persoon_toevoegen")
        return client.post(
            adres,
            {
                "formulier_sleutel": self.formulier(client, adres),
                **RAHEL,
                "verblijf_soort": "vestiging",
                "verblijf_gemeente": "GM0406",
                "verblijf_van": "2026-11-02",
                "doelgroep": "asielstatushouder",
                "aangemeld_op": "2026-11-20",
                "contactpersoon": "ik",
                "wet": "onbekend",
                "leerroute": "onbekend",
                "opleidingsniveau": "onbekend",
                "geslacht": "onbekend",
                "taalniveau": "onbekend",
                **anders,
            },
        )

    @pytest.fixture(autouse=True)
    def vandaag(self, time_machine):
        time_machine.move_to(NU)

    def test_known_elsewhere_is_one_click_from_an_overdracht(self, mensen, als, rahel):
        client = als("andere_klantmanager")

        antwoord = self.meld_aan(client)
        assert antwoord.status_code == 422
        assert "In een andere gemeente van de regio" in antwoord.content.decode()
        assert "Hilversum" not in antwoord.content.decode().split("</select>")[-1]

        assert self.meld_aan(client, vraag_overdracht="ja").url == reverse("overdrachten")
        assert "Rahel Gebremedhin" in client.get(reverse("overdrachten")).content.decode()
        start = als("klantmanager").get(reverse("start")).content.decode()
        assert "1 overdracht wacht op uw antwoord" in start

    def test_an_incomplete_form_asks_nothing(self, mensen, als, rahel):
        antwoord = self.meld_aan(als("andere_klantmanager"), geboortejaar="")

        assert antwoord.status_code == 422
        assert "andere gemeente van de regio" not in antwoord.content.decode()
        with scope(mensen.privacy_officer):
            assert not Logregel.objects.filter(soort="bekend elders").exists()

    def test_accepting_and_refusing_on_the_page(self, mensen, als, rahel):
        overdracht = vraag(mensen.andere_klantmanager)
        adres = reverse("overdracht", args=[overdracht.sleutel])
        client = als("klantmanager")

        weigeren = reverse("overdracht_weigeren", args=[overdracht.sleutel])
        fout = client.post(weigeren, {"formulier_sleutel": self.formulier(client, adres)})
        assert fout.status_code == 422
        antwoord = client.post(
            adres, {"formulier_sleutel": self.formulier(client, adres), "vanaf": "2026-11-02"}
        )

        assert antwoord.url == reverse("overdrachten")
        pagina = client.get(rahel.get_absolute_url()).content.decode()
        assert "U leest mee" in pagina
        assert "Contact vastleggen" not in pagina.split("<footer")[0].split("</header>")[1]

    def test_what_is_offered_is_answered_by_the_new_gemeente(self, mensen, als, rahel):
        overdracht = bied(mensen.klantmanager, rahel)
        adres = reverse("overdracht", args=[overdracht.sleutel])
        client = als("andere_klantmanager")
        assert "wacht op uw antwoord" in client.get(reverse("start")).content.decode()
        pagina = client.get(adres).content.decode()
        assert "Rahel Gebremedhin" in pagina
        assert "Overdracht intrekken" not in pagina

        antwoord = client.post(
            adres, {"formulier_sleutel": self.formulier(client, adres), "vanaf": "2026-11-02"}
        )

        assert antwoord.url == reverse("overdrachten")
        assert ziet(mensen.andere_klantmanager, rahel)
        assert "Rahel" in client.get(rahel.get_absolute_url()).content.decode()

    def test_who_asked_may_not_answer_for_the_other(self, mensen, als, rahel):
        overdracht = vraag(mensen.andere_klantmanager)
        adres = reverse("overdracht", args=[overdracht.sleutel])
        client = als("andere_klantmanager")

        sleutel = self.formulier(client, reverse("persoon_toevoegen"))
        antwoord = client.post(adres, {"formulier_sleutel": sleutel, "vanaf": "2026-11-02"})

        assert antwoord.url == adres
        assert ziet(mensen.klantmanager, rahel)
        client.post(reverse("overdracht_intrekken", args=[overdracht.sleutel]))
        with scope(mensen.andere_klantmanager):
            assert Overdracht.objects.get().stand == "ingetrokken"


def bereik_van_scope():
    return Bereik(gemeenten=frozenset({gemeente("Huizen").pk}))


def test_a_person_is_offered_once_at_a_time(mensen, rahel):
    bied(mensen.klantmanager, rahel)

    with pytest.raises(ValidationError, match="al aan deze gemeente aangeboden"):
        bied(mensen.klantmanager, rahel)
