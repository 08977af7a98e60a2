"""The pages of money: who books, who asks, who approves, and what others see."""

from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from regio.models import (
    Besteding,
    Bestedingsdeel,
    Bijdrage,
    Boekvoorstel,
    Geldinstelling,
    Gemeente,
    Jaarafsluiting,
    Logregel,
    Planregel,
    Rol,
    Verplichting,
)
from regio.rijrechten import zet_bereik
from regio.toegang import Bereik
from tests.mensen import geef, log_in, maak_gebruiker
from tests.regio.sturing.boekhouding import als_controller, regio
from tests.verbinder.geld.bouw import NU, boek_du, een_besteding, tweede_akkoord_boven
from tests.verstuur import sleutel_op, verstuur

pytestmark = pytest.mark.django_db

BOEKEN = "/geld/AM12/boeken/"


@pytest.fixture(autouse=True)
def nu():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def boek_open(mensen):
    """The DU of 2023 in 2024, and afterwards an eye on the whole ledger."""
    boek_du(mensen)
    zet_bereik(Bereik(geldregios=frozenset({regio().pk})))
    return mensen


def kijk() -> None:
    """See the whole ledger of the region in this transaction again."""
    zet_bereik(Bereik(geldregios=frozenset({regio().pk})))


def tekst(antwoord) -> str:
    return antwoord.content.decode().replace("\u00a0", " ")


class TestBoeken:
    def test_the_controller_books_a_besteding_for_gemeenten(self, boek_open, als):
        twee = Gemeente.objects.filter(naam__in=("Hilversum", "Huizen"))
        antwoord = verstuur(
            als("controller"),
            f"{BOEKEN}besteding/",
            **een_besteding(gemeenten=[g.pk for g in twee]),
        )
        kijk()

        besteding = Besteding.objects.get()
        assert antwoord.url == f"/geld/boeking/besteding/{besteding.pk}/"
        assert besteding.bedrag == Decimal("1234.50")
        assert sorted(Bestedingsdeel.objects.values_list("bedrag", flat=True)) == [
            Decimal("617.25"), Decimal("617.25"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [
            ({"bedrag": "-5"}, "hoger dan 0"),
            ({"bedrag": "vijf"}, "is geen bedrag"),
            ({"bedrag": "70.000"}, "nog € 68.000,00 vrij"),
            ({"datum": "2024-12-01"}, "ligt in de toekomst"),
            ({"datum": "geen"}, "Dit is geen datum"),
            ({"pot": ""}, "Kies uit welk geld"),
            ({"pot": "2019-spuk"}, "Deze keuze is er niet meer. Kies opnieuw."),
            ({"omschrijving": "BSN 111222333"}, "een BSN kunnen zijn"),
        ],
    )
    def test_what_cannot_be_booked_is_said_at_its_field(self, boek_open, als, velden, zin):
        antwoord = verstuur(als("controller"), f"{BOEKEN}besteding/", **een_besteding(**velden))
        kijk()

        assert antwoord.status_code == 422
        assert zin in tekst(antwoord)
        assert not Besteding.objects.exists()

    def test_a_bijdrage_has_its_source_and_its_doubt(self, mensen, als):
        verstuur(
            als("controller"), f"{BOEKEN}bijdrage/", herkomstjaar="2024", soort="du",
            bedrag="68000", datum="2024-06-01", circulaire="meicirculaire 2024", bron="nota",
            zekerheid="aangekondigd", twijfel="Niet bevestigd.",
        )  # fmt: skip
        kijk()

        bijdrage = Bijdrage.objects.get()
        assert (bijdrage.zekerheid, bijdrage.twijfel) == ("aangekondigd", "Niet bevestigd.")
        assert "Niet bevestigd." in tekst(als("controller").get("/geld/AM12/"))

    def test_a_doorschuiving_of_more_than_is_left_is_refused(self, mensen, als):
        with als_controller(mensen.controller) as boeken:
            boeken.bijdrage("1000")
        antwoord = verstuur(
            als("controller"), f"{BOEKEN}doorschuiving/", pot="2023-du", bedrag="1.000,01",
            van_jaar="2023", naar_jaar="2024", besluit="PFHO", besluit_datum="2024-01-24",
        )  # fmt: skip

        assert "nog € 1.000,00 over" in tekst(antwoord)

    def test_a_double_click_books_once(self, boek_open, als):
        controller = als("controller")
        adres = f"{BOEKEN}besteding/"
        sleutel = sleutel_op(controller.get(adres))
        for _ in range(2):
            controller.post(adres, een_besteding(formulier_sleutel=sleutel))
        kijk()

        assert Besteding.objects.count() == 1

    def test_a_storno_takes_it_back_and_both_stay_to_be_seen(self, boek_open, als):
        controller = als("controller")
        boeking = verstuur(controller, f"{BOEKEN}besteding/", **een_besteding()).url
        antwoord = verstuur(controller, f"{boeking}storno/", datum="2024-09-15", reden="dubbel")

        pagina = tekst(controller.get(antwoord.url))
        assert "Storno: dubbel" in pagina
        assert "−€ 1.234,50" in pagina
        kijk()
        assert Besteding.objects.count() == 2

    def test_the_rest_of_a_verplichting_lapses(self, mensen, als):
        with als_controller(mensen.controller) as boeken:
            boeken.bijdrage("1000")
            contract = boeken.verplichting("500")
            boeken.besteding("200", verplichting=contract)
        adres = reverse("geld_vervallen", args=[contract.pk])
        antwoord = verstuur(als("controller"), adres, datum="2024-09-15", reden="klaar")

        assert antwoord.status_code == 302
        kijk()
        assert sum(Verplichting.objects.values_list("bedrag", flat=True)) == 200

    def test_nobody_books_in_a_closed_year(self, boek_open, als):
        controller = als("controller")
        verstuur(controller, "/geld/AM12/afsluiten/2023/")
        antwoord = verstuur(controller, f"{BOEKEN}besteding/", **een_besteding(datum="2023-12-01"))

        assert "Het jaar 2023 is afgesloten" in tekst(antwoord)


class TestVoorstellen:
    def test_the_verbinder_asks_and_the_controller_books(self, boek_open, als):
        antwoord = verstuur(als("verbinder"), f"{BOEKEN}besteding/", **een_besteding())
        kijk()
        assert not Besteding.objects.exists()
        assert "Wacht op de controller" in tekst(als("verbinder").get(antwoord.url))

        verstuur(als("controller"), antwoord.url)

        kijk()
        assert Besteding.objects.get().wie == "Controller"
        assert "Geboekt" in tekst(als("verbinder").get(antwoord.url))

    def test_the_controller_refuses_with_a_reason_that_the_verbinder_reads(self, boek_open, als):
        voorstel = verstuur(als("verbinder"), f"{BOEKEN}besteding/", **een_besteding()).url
        controller = als("controller")
        sleutel = sleutel_op(controller.get(voorstel))
        zonder = controller.post(f"{voorstel}afwijzen/", {"formulier_sleutel": sleutel})
        assert zonder.status_code == 422
        controller.post(
            f"{voorstel}afwijzen/", {"formulier_sleutel": sleutel, "reden": "past niet"}
        )

        assert "past niet" in tekst(als("verbinder").get(voorstel))
        kijk()
        assert not Besteding.objects.exists()

    def test_who_asked_takes_it_back_and_nobody_else_does(self, boek_open, als):
        voorstel = verstuur(als("verbinder"), f"{BOEKEN}besteding/", **een_besteding()).url
        controller, verbinder = als("controller"), als("verbinder")
        anders = controller.post(
            f"{voorstel}intrekken/", {"formulier_sleutel": sleutel_op(controller.get(voorstel))}
        )
        assert anders.status_code == 403
        verbinder.post(
            f"{voorstel}intrekken/", {"formulier_sleutel": sleutel_op(verbinder.get(voorstel))}
        )

        kijk()
        assert Boekvoorstel.objects.get().status == "ingetrokken"

    def test_above_the_amount_a_second_controller_approves(self, boek_open, als):
        tweede_akkoord_boven(regio().pk, "1000")
        tweede = maak_gebruiker("tweede_controller")
        geef(tweede, Rol.CONTROLLER, "AM12")
        eerste = als("controller")
        voorstel = verstuur(eerste, f"{BOEKEN}besteding/", **een_besteding()).url
        kijk()
        assert not Besteding.objects.exists()

        zelf = eerste.post(voorstel, {"formulier_sleutel": sleutel_op(eerste.get(voorstel))})
        assert "Een andere controller keurt het nog goed" in tekst(zelf)
        verstuur(log_in(type(eerste)(), tweede), voorstel)

        kijk()
        besteding = Besteding.objects.get()
        assert besteding.wie == "Controller"
        assert besteding.goedgekeurd_door == tweede


class TestBeheer:
    def test_the_functioneel_beheerder_sets_the_amount_and_the_controller_does_not(
        self, mensen, als
    ):
        antwoord = verstuur(
            als("functioneel_beheerder"), "/beheer/geld/AM12/", goedkeuren_boven="25.000",
            waarschuw_dagen="60",
        )  # fmt: skip

        assert antwoord.status_code == 302
        kijk()
        assert Geldinstelling.objects.get().goedkeuren_boven == 25000
        assert als("controller").get("/beheer/geld/AM12/").status_code == 404

    def test_the_plan_is_written_changed_and_taken_out(self, mensen, als):
        verbinder = als("verbinder")
        regel = {
            "omschrijving": "Inzet", "bedrag": "68.000", "van": "2024-03-01",
            "tot_en_met": "2024-08-31", "kostensoort": "inzet",
        }  # fmt: skip
        fout = verstuur(verbinder, "/geld/AM12/plan/", **regel | {"tot_en_met": "2024-01-01"})
        assert fout.status_code == 422
        verstuur(verbinder, "/geld/AM12/plan/", **regel)
        kijk()
        pk = Planregel.objects.get().pk
        verstuur(verbinder, f"/geld/AM12/plan/{pk}/", **regel | {"bedrag": "50000"})
        kijk()
        assert Planregel.objects.get().bedrag == 50000
        sleutel = sleutel_op(verbinder.get("/geld/AM12/plan/"))
        verbinder.post(f"/geld/AM12/plan/{pk}/weg/", {"formulier_sleutel": sleutel})

        kijk()
        assert not Planregel.objects.exists()

    def test_a_year_closes_when_what_is_left_has_a_besluit_or_was_said(self, mensen, als):
        with als_controller(mensen.controller) as boeken:
            boeken.bijdrage("1000")
        controller = als("controller")
        antwoord = verstuur(controller, "/geld/AM12/afsluiten/2023/")
        assert "Er blijft € 1.000,00 over" in tekst(antwoord)
        verstuur(controller, "/geld/AM12/afsluiten/2023/", rest_blijft="on")

        kijk()
        assert Jaarafsluiting.objects.get().jaar == 2023


class TestLezen:
    def test_the_overview_shows_pots_plan_and_the_day_on_which_the_money_ends(self, boek_open, als):
        with als_controller(boek_open.controller) as boeken:
            boeken.besteding("45086.96", "2024-06-30")
        plan = {
            "omschrijving": "Inzet", "bedrag": "50.000", "van": "2024-09-01",
            "tot_en_met": "2024-12-31", "kostensoort": "inzet",
        }  # fmt: skip
        verstuur(als("controller"), "/geld/AM12/plan/", **plan)
        pagina = tekst(als("controller").get("/geld/AM12/"))

        # EUR 22,913.04 at 50,000 over 122 days is 56 days after 15 September.
        assert "Het geld is op 10 november 2024 op" in pagina
        assert "volgens het bestedingsplan op 10 november 2024 op, over 56 dagen" in pagina
        assert "Decentralisatie-uitkering 2023" in pagina

    def test_a_gemeente_sees_what_was_spent_for_it_and_no_more(self, boek_open, als):
        with als_controller(boek_open.controller) as boeken:
            boeken.besteding(
                "100", gemeenten=list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen")))
            )
            boeken.besteding("999", omschrijving="Voor de regio")
        pagina = tekst(als("klantmanager").get("/geld/gemeente/GM0402/"))

        assert "€ 50,00" in pagina
        assert "Voor de regio" not in pagina
        assert als("andere_klantmanager").get("/geld/gemeente/GM0402/").status_code == 404

    def test_the_year_statement_comes_in_three_forms_and_is_logged(self, boek_open, als):
        controller = als("controller")
        begin = {"pdf": b"%PDF", "ods": b"PK", "csv": b"\xef\xbb\xbfdatum"}
        for naam in ("jaarrekening.pdf", "jaarrekening.ods", "boekingen.csv"):
            antwoord = controller.get(f"/geld/AM12/jaar/2023/{naam}")
            assert antwoord.content.startswith(begin[naam[-3:]])
        assert controller.get("/geld/AM12/jaar/2023/anders.exe").status_code == 404
        zet_bereik(Bereik(logregios=frozenset({regio().pk})))
        assert Logregel.objects.filter(handeling="stuk.gedownload").count() == 3

    def test_a_formula_in_a_booking_is_text_in_the_csv(self, boek_open, als):
        with als_controller(boek_open.controller) as boeken:
            boeken.besteding("10", omschrijving="=HYPERLINK(1)")
        inhoud = als("controller").get("/geld/AM12/jaar/2024/boekingen.csv").content.decode()

        assert ";'=HYPERLINK(1);" in inhoud

    def test_the_number_of_queries_does_not_grow_with_the_bookings(
        self, boek_open, als, django_assert_max_num_queries
    ):
        controller = als("controller")
        with als_controller(boek_open.controller) as boeken:
            for nummer in range(20):
                boeken.besteding("10", kenmerk=f"F{nummer}")
        with django_assert_max_num_queries(45):
            controller.get("/geld/AM12/")
