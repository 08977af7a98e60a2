"""Accounts and rights: a beheerder manages what is theirs, and never themselves."""

import re
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from regio.logboek import Door
from regio.models import (
    Arbeidsmarktregio,
    Gebruiker,
    Gemeente,
    Handeling,
    Logregel,
    Opdracht,
    Recht,
    Rol,
)
from regio.perioden import vandaag
from regio.rijrechten import bereik_transactie
from regio.services.accounts import (
    beeindig_recht,
    geef_rechten,
    herstel_tweede_factor,
    herstel_wachtwoord,
    nodig_uit,
)
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.mensen import ANDERE_REGIO, REGIO, bereik, geef, log_in
from tests.verstuur import verstuur

OP = date(2026, 11, 20)
BASIS = "https://verbinder.voorbeeld.invalid/"


def gemeente(naam: str) -> Gemeente:
    return Gemeente.objects.get(naam=naam)


def regio(code: str = REGIO) -> Arbeidsmarktregio:
    return Arbeidsmarktregio.objects.get(code=code)


def als_beheerder(gebruiker: Gebruiker) -> dict:
    """What every service asks of who calls it."""
    return {"beheer": bereik(gebruiker, op=OP), "door": Door.van(gebruiker)}


@pytest.fixture
def functioneel(mensen) -> dict:
    return als_beheerder(mensen.functioneel_beheerder)


@pytest.fixture
def applicatie(mensen) -> dict:
    return als_beheerder(mensen.applicatiebeheerder)


class TestRechtenGeven:
    def test_one_right_for_each_gemeente(self, functioneel, mensen):
        rechten = geef_rechten(
            gebruiker=mensen.verbinder,
            rol=Rol.KLANTMANAGER,
            gemeenten=[gemeente("Laren"), gemeente("Blaricum")],
            van=OP,
            **functioneel,
        )

        assert {recht.gemeente.naam for recht in rechten} == {"Laren", "Blaricum"}
        assert {recht.gegeven_door for recht in rechten} == {mensen.functioneel_beheerder}

    @pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.APPLICATIEBEHEERDER])
    def test_every_role_within_the_region_may_be_given(self, functioneel, mensen, rol):
        van_gemeente = rol in (Rol.KLANTMANAGER, Rol.GEMEENTE_CIJFERS)
        geef_rechten(
            gebruiker=mensen.applicatiebeheerder,
            rol=rol,
            gemeenten=[gemeente("Laren")] if van_gemeente else [],
            regio=None if van_gemeente else regio(),
            van=OP,
            **functioneel,
        )

        assert mensen.applicatiebeheerder.rechten.filter(rol=rol).exists()

    def test_a_functioneel_beheerder_gives_nothing_in_another_region(self, functioneel, mensen):
        with pytest.raises(PermissionDenied):
            geef_rechten(
                gebruiker=mensen.verbinder,
                rol=Rol.VERBINDER,
                regio=regio(ANDERE_REGIO),
                van=OP,
                **functioneel,
            )
        with pytest.raises(PermissionDenied):
            geef_rechten(
                gebruiker=mensen.verbinder,
                rol=Rol.KLANTMANAGER,
                gemeenten=[gemeente("Laren"), gemeente("Utrecht")],
                van=OP,
                **functioneel,
            )

        assert mensen.verbinder.rechten.count() == 1

    def test_a_gemeente_that_left_the_region_is_outside(self, functioneel, mensen):
        with pytest.raises(PermissionDenied):
            geef_rechten(
                gebruiker=mensen.verbinder,
                rol=Rol.KLANTMANAGER,
                gemeenten=[gemeente("Weesp")],
                van=OP,
                **functioneel,
            )

    @pytest.mark.parametrize("rol", [Rol.APPLICATIEBEHEERDER, Rol.DIRECTIEOVERLEG])
    def test_a_functioneel_beheerder_gives_no_role_for_the_whole_country(
        self, functioneel, mensen, rol
    ):
        with pytest.raises(PermissionDenied):
            geef_rechten(gebruiker=mensen.verbinder, rol=rol, van=OP, **functioneel)

    def test_an_applicatiebeheerder_gives_every_role_everywhere(self, applicatie, mensen):
        geef_rechten(gebruiker=mensen.verbinder, rol=Rol.APPLICATIEBEHEERDER, van=OP, **applicatie)
        geef_rechten(
            gebruiker=mensen.verbinder,
            rol=Rol.CONTROLLER,
            regio=regio(ANDERE_REGIO),
            van=OP,
            **applicatie,
        )

        assert mensen.verbinder.rechten.count() == 3

    @pytest.mark.parametrize("wie", ["functioneel_beheerder", "applicatiebeheerder"])
    def test_nobody_gives_themselves_a_right(self, mensen, wie):
        zelf = getattr(mensen, wie)

        with pytest.raises(PermissionDenied, match="uzelf"):
            geef_rechten(
                gebruiker=zelf, rol=Rol.VERBINDER, regio=regio(), van=OP, **als_beheerder(zelf)
            )

    @pytest.mark.parametrize(
        "wie", ["verbinder", "klantmanager", "controller", "privacy_officer", "directieoverleg"]
    )
    def test_who_manages_nothing_gives_nothing(self, mensen, wie):
        with pytest.raises(PermissionDenied):
            geef_rechten(
                gebruiker=mensen.vreemde_verbinder,
                rol=Rol.CONTROLLER,
                regio=regio(),
                van=OP,
                **als_beheerder(getattr(mensen, wie)),
            )

    def test_the_same_right_twice_on_a_day_is_refused(self, functioneel, mensen):
        with pytest.raises(ValidationError, match="heeft dit recht op een van deze dagen al"):
            geef_rechten(
                gebruiker=mensen.verbinder,
                rol=Rol.VERBINDER,
                regio=regio(),
                van=OP,
                **functioneel,
            )

    def test_a_role_of_a_gemeente_without_gemeenten_is_refused_at_the_field(
        self, functioneel, mensen
    ):
        with pytest.raises(ValidationError) as weigering:
            geef_rechten(gebruiker=mensen.verbinder, rol=Rol.KLANTMANAGER, van=OP, **functioneel)

        assert set(weigering.value.error_dict) == {"gemeenten"}

    def test_it_stands_in_the_log_of_the_region(self, functioneel, mensen):
        geef_rechten(
            gebruiker=mensen.verbinder,
            rol=Rol.KLANTMANAGER,
            gemeenten=[gemeente("Laren")],
            van=OP,
            **functioneel,
        )
        with bereik_transactie(Bereik(logregios=frozenset({regio().pk}))):
            regel = Logregel.objects.get(handeling=Handeling.RECHT_GEGEVEN)

        assert regel.gebruiker_id == mensen.functioneel_beheerder.pk
        assert regel.gegevens["aan"] == mensen.verbinder.pk
        assert mensen.verbinder.naam not in str(regel.gegevens)


class TestRechtBeeindigen:
    def recht(self, mensen) -> Recht:
        return mensen.klantmanager.rechten.get()

    def test_after_the_last_day_nothing_can_be_opened(self, functioneel, mensen):
        beeindig_recht(recht=self.recht(mensen), laatste_dag=OP, op=OP, **functioneel)

        assert bereik(mensen.klantmanager, op=OP).gemeenten
        assert not bereik(mensen.klantmanager, op=OP + timedelta(days=1)).gemeenten

    def test_yesterday_ends_it_at_once(self, functioneel, mensen):
        gisteren = OP - timedelta(days=1)
        beeindig_recht(recht=self.recht(mensen), laatste_dag=gisteren, op=OP, **functioneel)

        assert not bereik(mensen.klantmanager, op=OP).gemeenten

    def test_a_longer_ago_day_is_refused_because_something_was_seen_then(self, functioneel, mensen):
        with pytest.raises(ValidationError, match="op zijn vroegst gisteren"):
            beeindig_recht(
                recht=self.recht(mensen),
                laatste_dag=OP - timedelta(days=2),
                op=OP,
                **functioneel,
            )

    def test_ending_never_makes_a_right_longer(self, functioneel, mensen):
        recht = geef(mensen.klantmanager, Rol.CONTROLLER, REGIO, tot_en_met=OP)

        with pytest.raises(ValidationError, match="eindigt al eerder"):
            beeindig_recht(recht=recht, laatste_dag=OP + timedelta(days=1), op=OP, **functioneel)

    def test_a_right_that_has_not_begun_disappears(self, functioneel, mensen):
        recht = geef(mensen.klantmanager, Rol.CONTROLLER, REGIO, van=OP + timedelta(days=9))
        beeindig_recht(recht=recht, laatste_dag=OP, op=OP, **functioneel)

        assert not Recht.objects.filter(pk=recht.pk).exists()

    def test_a_right_of_another_region_is_out_of_reach(self, functioneel, mensen):
        with pytest.raises(PermissionDenied):
            beeindig_recht(
                recht=mensen.vreemde_verbinder.rechten.get(), laatste_dag=OP, op=OP, **functioneel
            )

    def test_the_last_applicatiebeheerder_stays(self, applicatie, mensen):
        recht = mensen.applicatiebeheerder.rechten.get()

        with pytest.raises(ValidationError, match="laatste applicatiebeheerder"):
            beeindig_recht(recht=recht, laatste_dag=OP, op=OP, **applicatie)

        geef(mensen.verbinder, Rol.APPLICATIEBEHEERDER)
        beeindig_recht(recht=recht, laatste_dag=OP, op=OP, **applicatie)


class TestUitnodigen:
    GEGEVENS = {"email": "nora@voorbeeld.invalid", "naam": "Nora Nieuw", "van": OP}

    def nodig(self, beheerder, **anders):
        gegevens = {**self.GEGEVENS, "rol": Rol.CONTROLLER, "regio": regio(), **anders}
        return nodig_uit(basis=BASIS, **gegevens, **beheerder)

    @pytest.mark.django_db(transaction=True)
    def test_the_mail_leads_to_a_password_and_then_to_the_pages(self, mensen):
        self.nodig(als_beheerder(mensen.functioneel_beheerder))
        opdracht = Opdracht.objects.get()
        doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
        link = re.search(r"https://verbinder.voorbeeld.invalid(\S+)", mail.outbox[0].body)[1]
        client = Client()
        pagina = client.get(link, follow=True)
        wachtwoord = {"password1": "vijf-lange-woorden", "password2": "vijf-lange-woorden"}
        client.post(pagina.request["PATH_INFO"], wachtwoord)

        assert mail.outbox[0].to == ["nora@voorbeeld.invalid"]
        antwoord = client.post(
            "/inloggen/", {"login": "nora@voorbeeld.invalid", "password": "vijf-lange-woorden"}
        )
        assert antwoord.status_code == 302

    def test_a_new_account_has_no_password(self, functioneel):
        assert not self.nodig(functioneel).has_usable_password()

    def test_who_has_an_account_gets_the_right_and_no_mail(self, functioneel, mensen):
        gebruiker = self.nodig(functioneel, email=mensen.verbinder.email.upper(), naam="Anders")

        assert gebruiker == mensen.verbinder
        assert gebruiker.naam == mensen.verbinder.naam
        assert not Opdracht.objects.exists()

    def test_nothing_is_made_when_the_right_is_refused(self, functioneel):
        with pytest.raises(PermissionDenied):
            self.nodig(functioneel, regio=regio(ANDERE_REGIO))

        assert not Gebruiker.objects.filter(email="nora@voorbeeld.invalid").exists()
        assert not Opdracht.objects.exists()

    def test_an_address_that_is_none_is_refused(self, functioneel):
        with pytest.raises(ValidationError):
            self.nodig(functioneel, email="geen adres")


class TestHerstellen:
    def test_resetting_the_second_factor_takes_it_away_and_ends_every_session(
        self, functioneel, mensen
    ):
        TOTP.activate(mensen.verbinder, "A" * 32)
        client = log_in(Client(), mensen.verbinder)
        herstel_tweede_factor(gebruiker=mensen.verbinder, op=OP, **functioneel)

        assert not Authenticator.objects.exists()
        assert client.get("/regios/").status_code == 302

    def test_the_session_of_another_user_lives_on(self, functioneel, mensen):
        client = log_in(Client(), mensen.klantmanager)
        herstel_tweede_factor(gebruiker=mensen.verbinder, op=OP, **functioneel)

        assert client.get("/regios/").status_code == 200

    @pytest.mark.parametrize("wie", ["vreemde_verbinder", "applicatiebeheerder"])
    def test_a_functioneel_beheerder_resets_nobody_outside_the_region(
        self, functioneel, mensen, wie
    ):
        with pytest.raises(PermissionDenied):
            herstel_tweede_factor(gebruiker=getattr(mensen, wie), op=OP, **functioneel)
        with pytest.raises(PermissionDenied):
            herstel_wachtwoord(gebruiker=getattr(mensen, wie), op=OP, basis=BASIS, **functioneel)

    def test_an_applicatiebeheerder_with_a_right_in_the_region_is_out_of_reach(
        self, functioneel, mensen
    ):
        geef(mensen.applicatiebeheerder, Rol.VERBINDER, REGIO)

        with pytest.raises(PermissionDenied):
            herstel_tweede_factor(gebruiker=mensen.applicatiebeheerder, op=OP, **functioneel)

    def test_nobody_resets_their_own_second_factor_this_way(self, functioneel, mensen):
        with pytest.raises(PermissionDenied, match="Mijn account"):
            herstel_tweede_factor(gebruiker=mensen.functioneel_beheerder, op=OP, **functioneel)


class TestOpDePagina:
    """The same, through the pages."""

    def test_an_invitation_makes_an_account_with_rights(self, als):
        antwoord = verstuur(
            als("functioneel_beheerder"),
            "/beheer/gebruikers/uitnodigen/",
            naam="Nora Nieuw",
            email="nora@voorbeeld.invalid",
            rol="klantmanager",
            gemeenten=[gemeente("Laren").pk, gemeente("Huizen").pk],
            regio=regio().pk,
            van="2026-11-20",
        )
        nora = Gebruiker.objects.get(email="nora@voorbeeld.invalid")

        assert antwoord.url == f"/beheer/gebruikers/{nora.pk}/"
        assert {str(recht) for recht in nora.rechten.all()} == {
            "Klantmanager Laren",
            "Klantmanager Huizen",
        }

    @pytest.mark.parametrize(
        "velden",
        [
            {"rol": "applicatiebeheerder"},
            {"rol": "verbinder", "regio": "andere"},
            {"rol": "klantmanager", "gemeenten": "Utrecht"},
            {"rol": "wat anders"},
            {"rol": "directieoverleg", "regio": ""},
            {"rol": "klantmanager", "gemeenten": "niets"},
            {"rol": "verbinder", "regio": "", "van": "31-02-2026"},
            {"rol": "verbinder", "van": "0001-01-01"},
        ],
    )
    def test_what_a_form_does_not_offer_cannot_be_sent_along(self, als, mensen, velden):
        if velden.get("regio") == "andere":
            velden = {**velden, "regio": regio(ANDERE_REGIO).pk}
        if velden.get("gemeenten") == "Utrecht":
            velden = {**velden, "gemeenten": gemeente("Utrecht").pk}
        basis = {"regio": regio().pk, "van": "2026-11-20"}
        antwoord = verstuur(
            als("functioneel_beheerder"),
            f"/beheer/gebruikers/{mensen.klantmanager.pk}/recht/",
            **{**basis, **velden},
        )

        assert antwoord.status_code == 422
        assert mensen.klantmanager.rechten.count() == 1

    @pytest.mark.parametrize("veld", ["is_active", "is_staff", "wachtwoord", "gegeven_door", "pk"])
    def test_fields_that_are_not_in_the_form_change_nothing(self, als, mensen, veld):
        voor = Gebruiker.objects.filter(pk=mensen.verbinder.pk).values().get()
        verstuur(
            als("functioneel_beheerder"),
            f"/beheer/gebruikers/{mensen.verbinder.pk}/recht/",
            rol="controller",
            regio=regio().pk,
            van="2026-11-20",
            **{veld: "0"},
        )

        assert Gebruiker.objects.filter(pk=mensen.verbinder.pk).values().get() == voor
        recht = mensen.verbinder.rechten.get(rol="controller")
        assert recht.gegeven_door == mensen.functioneel_beheerder

    def test_a_user_without_rights_in_the_region_is_a_404(self, als, mensen):
        client = als("functioneel_beheerder")
        for pad in ("", "recht/", "wachtwoord/", "tweede-stap/"):
            adres = f"/beheer/gebruikers/{mensen.vreemde_verbinder.pk}/{pad}"
            assert client.get(adres).status_code == 404

    def test_rights_elsewhere_are_counted_but_not_shown(self, als, mensen):
        geef(mensen.verbinder, Rol.VERBINDER, ANDERE_REGIO)
        tekst = als("functioneel_beheerder").get(f"/beheer/gebruikers/{mensen.verbinder.pk}/")
        tekst = tekst.content.decode()

        assert "En nog 1 recht buiten uw regio" in tekst
        assert regio(ANDERE_REGIO).naam not in tekst

    def test_the_list_shows_the_users_of_the_own_region(self, als):
        tekst = als("functioneel_beheerder").get("/beheer/gebruikers/").content.decode()

        assert "Privacy officer Gooi en Vechtstreek" in tekst
        assert "Vreemde verbinder" not in tekst

    def test_the_applicatiebeheerder_sees_everyone_also_without_rights(self, als, mensen):
        Gebruiker.objects.met_wachtwoord(email="leeg@voorbeeld.invalid", naam="Zonder Rechten")
        tekst = als("applicatiebeheerder").get("/beheer/gebruikers/").content.decode()

        assert "Zonder Rechten" in tekst
        assert "Vreemde verbinder" in tekst

    @pytest.mark.parametrize(
        ("vraag", "wel", "niet"),
        [
            ("rol=klantmanager", "andere_klantmanager@", "verbinder@"),
            ("q=controll", "controller@", "klantmanager@"),
            ("rol=onzin", "controller@", "vreemde_verbinder@"),
            ("pagina=999", "controller@", "vreemde_verbinder@"),
            ("gemeente=abc&ook_beeindigd=on", "controller@", "vreemde_verbinder@"),
        ],
    )
    def test_filters_narrow_the_list_and_odd_ones_change_nothing(self, als, vraag, wel, niet):
        antwoord = als("functioneel_beheerder").get(f"/beheer/gebruikers/?{vraag}")
        adressen = re.findall(r">(\w+@)voorbeeld", antwoord.content.decode())

        assert antwoord.status_code == 200
        assert wel in adressen
        assert niet not in adressen

    def test_a_right_that_ended_hides_until_asked_for(self, als, mensen):
        Recht.objects.filter(gebruiker=mensen.controller).update(tot_en_met=date(2021, 1, 1))
        client = als("functioneel_beheerder")

        assert "Controller Gooi" not in client.get("/beheer/gebruikers/").content.decode()
        met = client.get("/beheer/gebruikers/?ook_beeindigd=on").content.decode()
        assert "Controller Gooi" in met

    def test_the_list_asks_as_many_questions_for_many_users_as_for_few(
        self, als, mensen, django_assert_max_num_queries
    ):
        client = als("functioneel_beheerder")
        for n in range(20):
            nieuw = Gebruiker.objects.met_wachtwoord(email=f"{n}@voorbeeld.invalid", naam=f"N{n}")
            geef(nieuw, Rol.KLANTMANAGER, "Laren")

        with django_assert_max_num_queries(18):
            client.get("/beheer/gebruikers/")

    def test_a_right_ended_on_the_page_is_gone_with_the_next_page(self, als, mensen):
        klant = als("klantmanager")
        recht = mensen.klantmanager.rechten.get()
        verstuur(
            als("functioneel_beheerder"),
            f"/beheer/rechten/{recht.pk}/einde/",
            laatste_dag=str(vandaag() - timedelta(days=1)),
        )

        assert klant.get("/personen/").status_code == 403

    def test_the_second_step_is_reset_from_the_page(self, als, mensen):
        TOTP.activate(mensen.verbinder, "A" * 32)
        verstuur(
            als("functioneel_beheerder"), f"/beheer/gebruikers/{mensen.verbinder.pk}/tweede-stap/"
        )

        assert not Authenticator.objects.exists()
