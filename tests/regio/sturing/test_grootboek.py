"""The ledger: what may be booked, by whom, and what the database holds whatever the code does."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from regio.models import Besteding, Bijdrage, Geldinstelling, Gemeente, Jaarstand, Verplichting
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.services.boeken import laat_vervallen, leg_vast, neem_mee, storneer
from regio.services.boekopzet import maak_besteding
from regio.services.jaarafsluiting import sluit_jaar_af
from regio.toegang import Bereik
from tests.mensen import maak_mensen
from tests.regio.sturing.boekhouding import Boekhouder, als_controller, dag
from tests.regio.sturing.gelijktijdig import tegelijk

pytestmark = pytest.mark.django_db


def _schrijf(opdracht: str, waarden: list) -> None:
    """Write past the services, and let the database judge at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        cursor.execute("set constraints all immediate")


def weigering(fout) -> str:
    return " ".join(fout.value.messages)


def test_money_comes_in_is_carried_over_committed_and_spent(boeken):
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    contract = boeken.verplichting("68000")
    boeken.besteding("45000.50", verplichting=contract)

    eind_2023, nu = boeken.stand("2023-12-31"), boeken.stand("2024-06-30")
    assert (eind_2023.beschikbaar, eind_2023.eraf, eind_2023.over) == (0, 68000, 0)
    assert (nu.begin, nu.erbij, nu.besteed) == (0, 68000, Decimal("45000.50"))
    assert (nu.verplicht, nu.vrij) == (Decimal("22999.50"), 0)


def test_money_that_is_not_carried_over_is_the_opening_balance_of_the_next_year(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("400", "2023-11-01")

    assert boeken.stand("2023-12-31").over == 600
    assert boeken.stand("2024-01-01").begin == 600


@pytest.mark.parametrize("bedrag", ["0", "-1", "-68000"])
def test_a_negative_amount_is_refused(boeken, bedrag):
    with pytest.raises(ValidationError) as fout:
        boeken.bijdrage(bedrag)

    assert "hoger dan 0" in weigering(fout)
    assert not Bijdrage.objects.exists()


def test_more_than_is_free_is_refused_with_what_is_left(boeken):
    boeken.bijdrage("1000")
    boeken.verplichting("900")

    with pytest.raises(ValidationError) as fout:
        boeken.besteding("100.01")

    assert "nog € 100,00 vrij" in weigering(fout)
    assert not Besteding.objects.exists()


def test_free_money_below_zero_is_booked_when_said_in_words_and_shown_so(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("1200", met_tekort=True)

    assert boeken.stand("2024-12-31").vrij == -200


def test_a_late_booking_in_an_earlier_year_counts_what_later_years_spent(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("800", "2024-02-01")

    with pytest.raises(ValidationError) as fout:
        boeken.besteding("300", "2023-12-01")

    assert "nog € 200,00 vrij" in weigering(fout)


def test_a_doorschuiving_of_more_than_is_left_is_refused(boeken):
    boeken.bijdrage("68000")
    boeken.besteding("1000", "2023-12-01")

    with pytest.raises(ValidationError) as fout:
        boeken.doorschuiving("67000.01")

    assert "nog € 67.000,00 over" in weigering(fout)


def test_a_doorschuiving_without_a_besluit_is_refused(boeken):
    boeken.bijdrage("68000")

    with pytest.raises(ValidationError):
        boeken.doorschuiving("68000", besluit="")


def test_money_can_be_carried_over_twice_and_keeps_its_year(boeken):
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    boeken.doorschuiving("68000", van=2024, naar=2025, besluit_datum=dag("2024-12-01"))

    assert boeken.stand("2024-12-31").over == 0
    assert boeken.stand("2025-01-01").erbij == 68000


def test_nothing_is_booked_in_a_closed_year(boeken):
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    sluit_jaar_af(regio=boeken.regio, jaar=2023, rest_blijft=False, **boeken.wie)

    with pytest.raises(ValidationError) as fout:
        boeken.besteding("1", "2023-12-31")
    assert "Het jaar 2023 is afgesloten" in weigering(fout)
    with pytest.raises(ValidationError):
        boeken.doorschuiving("1", naar=2025)


def test_closing_asks_about_money_without_a_besluit_and_moves_open_commitments(boeken):
    boeken.bijdrage("1000")
    boeken.verplichting("300", "2023-12-01")
    sluit = {"regio": boeken.regio, "jaar": 2023, **boeken.wie}
    with pytest.raises(ValidationError) as fout:
        sluit_jaar_af(**sluit, rest_blijft=False)
    assert "€ 1.000,00 over" in weigering(fout)

    sluit_jaar_af(**sluit, rest_blijft=True)

    stand = Jaarstand.objects.get()
    assert (stand.ontvangen, stand.einde) == (1000, 1000)
    assert boeken.stand("2023-12-31").verplicht == 0
    assert boeken.stand("2024-01-01").verplicht == 300
    assert boeken.stand("2024-01-01").begin == stand.einde


def test_a_year_closes_after_the_years_before_it_and_when_it_is_over(boeken):
    boeken.bijdrage("1000")
    boeken.besteding("1000", "2024-02-01")
    sluit = {"regio": boeken.regio, "rest_blijft": True, **boeken.wie}

    with pytest.raises(ValidationError, match="2024 is nog niet voorbij"):
        sluit_jaar_af(**sluit, jaar=2024)
    with pytest.raises(ValidationError, match="Sluit eerst het jaar 2023"):
        sluit_jaar_af(**sluit | {"op": dag("2025-01-05")}, jaar=2024)


class TestStorno:
    def test_a_storno_takes_a_besteding_back_with_its_parts(self, boeken):
        boeken.bijdrage("1000")
        gemeenten = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen")))
        factuur = boeken.besteding("100.01", gemeenten=gemeenten)

        terug = storneer(boeking=factuur, datum=dag("2024-05-01"), reden="dubbel", **boeken.wie)

        assert terug.bedrag == Decimal("-100.01")
        assert sorted(d.bedrag for d in terug.delen.all()) == [Decimal("-50.01"), Decimal("-50.00")]
        assert boeken.stand("2024-12-31").besteed == 0

    def test_a_booking_is_taken_back_once(self, boeken):
        factuur = boeken.bijdrage("1000")
        storneer(boeking=factuur, datum=dag("2024-01-01"), reden="fout", **boeken.wie)

        with pytest.raises(ValidationError, match="al teruggenomen"):
            storneer(boeking=factuur, datum=dag("2024-01-01"), reden="fout", **boeken.wie)

    def test_a_storno_of_a_closed_year_lands_in_an_open_one(self, boeken):
        boeken.bijdrage("1000")
        contract = boeken.verplichting("200", "2023-10-01")
        factuur = boeken.besteding("200", "2023-11-01", verplichting=contract)
        sluit_jaar_af(regio=boeken.regio, jaar=2023, rest_blijft=True, **boeken.wie)

        with pytest.raises(ValidationError, match="afgesloten"):
            storneer(boeking=factuur, datum=dag("2023-12-01"), reden="fout", **boeken.wie)
        storneer(boeking=factuur, datum=dag("2024-01-05"), reden="fout", **boeken.wie)

        nu = boeken.stand("2024-06-30")
        assert (nu.begin, nu.besteed, nu.verplicht, nu.vrij) == (800, -200, 0, 1000)

    def test_a_verplichting_with_spending_lapses_for_what_is_open(self, boeken):
        boeken.bijdrage("1000")
        contract = boeken.verplichting("500")
        boeken.besteding("200", verplichting=contract)
        with pytest.raises(ValidationError, match="al geld uitgegeven"):
            storneer(boeking=contract, datum=dag("2024-05-01"), reden="x", **boeken.wie)

        laat_vervallen(
            verplichting=contract, datum=dag("2024-05-01"), reden="eerder klaar", **boeken.wie
        )

        assert boeken.stand("2024-12-31").verplicht == 0
        assert boeken.stand("2024-12-31").vrij == 800


class TestVerplichting:
    def test_no_more_is_spent_on_it_than_was_committed(self, boeken):
        boeken.bijdrage("1000")
        contract = boeken.verplichting("300")
        boeken.besteding("250", verplichting=contract)

        with pytest.raises(ValidationError, match="nog € 50,00 open"):
            boeken.besteding("50.01", verplichting=contract)

    def test_it_moves_to_the_next_year_before_it_is_spent_there(self, boeken):
        boeken.bijdrage("1000")
        contract = boeken.verplichting("300", "2023-12-01")
        with pytest.raises(ValidationError, match="Neem haar eerst mee"):
            boeken.besteding("100", "2024-02-01", verplichting=contract)

        wie = {naam: boeken.wie[naam] for naam in ("bereik", "door")}
        vervolg = neem_mee(verplichting=contract, **wie)
        boeken.besteding("100", "2024-02-01", verplichting=vervolg)

        assert boeken.stand("2024-12-31").verplicht == 200


class TestGemeenten:
    def test_the_parts_add_up_to_the_cent(self, boeken):
        boeken.bijdrage("1000")
        drie = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen", "Laren")))

        factuur = boeken.besteding("100", gemeenten=drie)

        delen = sorted(deel.bedrag for deel in factuur.delen.all())
        assert delen == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]

    def test_parts_by_inhabitants_add_up_too(self, boeken):
        boeken.bijdrage("1000")
        twee = list(Gemeente.objects.filter(naam__in=("Hilversum", "Laren")))

        factuur = boeken.besteding("99.99", gemeenten=twee, verdeling="inwoners")

        groot, klein = factuur.delen.order_by("-bedrag")
        assert groot.gemeente.naam == "Hilversum"
        assert groot.bedrag + klein.bedrag == Decimal("99.99")

    def test_a_gemeente_outside_the_region_is_refused(self, boeken):
        boeken.bijdrage("1000")
        with pytest.raises(ValidationError, match="Amsterdam hoort op deze datum niet"):
            boeken.besteding("1", gemeenten=[Gemeente.objects.get(naam="Amsterdam")])


class TestWie:
    def test_the_verbinder_does_not_book(self, mensen):
        boekhouder = Boekhouder(mensen.verbinder)
        with bereik_transactie(boekhouder.bereik), pytest.raises(PermissionDenied):
            boekhouder.bijdrage()

    def test_nor_does_the_database_let_anybody_but_the_controller(self, boeken, mensen):
        boeken.bijdrage("1000")
        opzet = maak_besteding(
            regio=boeken.regio, soort="du", herkomstjaar=2023, datum=dag("2024-01-01"),
            bedrag=Decimal(1), omschrijving="x", kostensoort="overig",
        )  # fmt: skip
        for wie in ("verbinder", "functioneel_beheerder", "directieoverleg", "klantmanager"):
            zet_bereik(Boekhouder(getattr(mensen, wie)).bereik)
            opzet.boeking.pk = None
            opzet.boeking.geboekt_op = "2024-01-01T00:00Z"
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                opzet.boeking.save(force_insert=True)
        zet_bereik(boeken.bereik)

    def test_strangers_see_no_row_of_the_ledger(self, boeken, mensen):
        boeken.bijdrage("1000")
        hilversum = Gemeente.objects.filter(naam="Hilversum")
        boeken.besteding("10")
        boeken.besteding("20", gemeenten=list(hilversum))
        gezien = {}
        for wie in ("verbinder", "klantmanager", "andere_klantmanager", "vreemde_verbinder",
                    "directieoverleg", "privacy_officer", "functioneel_beheerder"):  # fmt: skip
            zet_bereik(Boekhouder(getattr(mensen, wie)).bereik)
            gezien[wie] = Bijdrage.objects.count(), Besteding.objects.count()
        zet_bereik(boeken.bereik)

        assert gezien.pop("verbinder") == (1, 2)
        assert gezien.pop("klantmanager") == (0, 1)
        assert set(gezien.values()) == {(0, 0)}

    def test_above_the_amount_of_the_region_a_second_person_approves(self, boeken, mensen):
        zet_bereik(Bereik(beheerregios=frozenset({boeken.regio.pk})))
        Geldinstelling.objects.create(regio=boeken.regio, goedkeuren_boven=500)
        zet_bereik(boeken.bereik)

        with pytest.raises(ValidationError, match="tweede akkoord"):
            boeken.bijdrage("500.01")
        assert boeken.bijdrage("500").goedgekeurd_door is None

        kopie = Bijdrage.objects.get()
        kopie.pk, kopie.bedrag, kopie.circulaire = None, Decimal(501), "anders"
        with pytest.raises(IntegrityError, match="tweede akkoord"), transaction.atomic():
            kopie.save(force_insert=True)


class TestDatabase:
    def test_rows_are_only_added(self, boeken):
        boeken.bijdrage("1000")
        for opdracht in (
            "update regio_bijdrage set bedrag = 2",
            "delete from regio_bijdrage",
            "truncate regio_bijdrage cascade",
        ):
            with (
                pytest.raises(DatabaseError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(opdracht)

    def test_a_closed_year_says_what_the_ledger_says(self, boeken):
        boeken.bijdrage("1000")
        with pytest.raises(IntegrityError, match="niet gelijk aan de boekingen"):
            _schrijf(
                "insert into regio_jaarafsluiting (regio_id, jaar, op, wie)"
                " values (%s, 2023, now(), 'x')",
                [boeken.regio.pk],
            )

    def test_parts_that_do_not_add_up_are_refused(self, boeken):
        boeken.bijdrage("1000")
        factuur = boeken.besteding("10")
        with pytest.raises(IntegrityError, match="niet het hele bedrag"):
            _schrijf(
                "insert into regio_bestedingsdeel (besteding_id, gemeente_id, bedrag)"
                " select %s, id, 9 from regio_gemeente where naam = 'Hilversum'",
                [factuur.pk],
            )

    def test_a_storno_of_another_amount_is_refused(self, boeken):
        factuur = boeken.bijdrage("1000")
        kopie = Bijdrage.objects.get()
        kopie.pk, kopie.storno_van, kopie.bedrag = None, factuur, Decimal(-999)
        with pytest.raises(IntegrityError, match="Een storno neemt"), transaction.atomic():
            kopie.save(force_insert=True)


def test_two_who_book_the_last_euro_at_once_book_it_once(eigen_database):
    mensen = maak_mensen()
    with als_controller(mensen.controller) as boekhouder:
        boekhouder.bijdrage("100")

    def boek(nummer):
        with als_controller(mensen.controller) as boekhouder:
            boekhouder.besteding("100", kenmerk=f"F{nummer}")

    fouten = tegelijk(boek, 4)

    assert [type(fout) for fout in fouten] == [ValidationError] * 3
    with als_controller(mensen.controller) as boekhouder:
        assert Besteding.objects.count() == 1
        assert boekhouder.stand("2024-12-31").vrij == 0


def test_the_ledger_of_another_region_is_apart(boeken):
    boeken.bijdrage("1000")
    assert Verplichting.objects.count() == 0
    with pytest.raises(PermissionDenied):
        leg_vast(
            maak_besteding(regio_id=boeken.regio.pk + 1, soort="du", herkomstjaar=2023,
                           datum=dag("2024-01-01"), bedrag=Decimal(1), omschrijving="x",
                           kostensoort="overig"),
            **boeken.wie,
        )  # fmt: skip
