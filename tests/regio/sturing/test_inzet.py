"""Aanstellingen give and end the right of verbinder by date; hours are booked per week."""

from datetime import date, timedelta
from decimal import Decimal

import pghistory
import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from regio.aanstellingsverloop import verloop_van_aanstellingen
from regio.inzet import aanstellingen_in, eerste_dag, geplande_uren, laatste_dag, urenstand
from regio.logboek import Door
from regio.models import Aanstelling, Actielijn, Recht, Rol, Ureninzet
from regio.perioden import Periode, halfjaar
from regio.services.aanstellingen import beeindig_aanstelling, stel_aan
from regio.services.accounts import beeindig_recht
from regio.services.uren import boek_week
from tests.mensen import bereik, maak_gebruiker
from tests.regio.sturing.boekhouding import regio
from tests.verstuur import verstuur

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 20)


@pytest.fixture
def beheer(mensen) -> dict:
    gebruiker = mensen.functioneel_beheerder
    return {"bereik": bereik(gebruiker, op=OP), "door": Door.van(gebruiker)}


@pytest.fixture
def nieuw(mensen):
    return maak_gebruiker("nieuwe_verbinder")


def aanstellen(beheer, gebruiker, **anders) -> Aanstelling:
    gegevens = {
        "uren_per_week": Decimal(32),
        "van": date(2026, 3, 1),
        "tot_en_met": date(2026, 12, 31),
        "standplaats": "centrumgemeente",
        "werkgever": "",
    }
    return stel_aan(regio=regio(), gebruiker=gebruiker, **{**gegevens, **anders}, **beheer)


def boek(aanstelling, dag, uren, *, door=None, op=OP, **anders):
    wie = aanstelling.gebruiker
    lijnen = {Actielijn.objects.get(pk=n) if n else None: getal for n, getal in uren.items()}
    return boek_week(
        aanstelling=aanstelling,
        dag=dag,
        uren={lijn: None if getal is None else Decimal(getal) for lijn, getal in lijnen.items()},
        op=op,
        bereik=bereik(wie, op=op),
        door=door or Door.van(wie),
        **anders,
    )


def verleng_buiten_het_recht_om() -> None:
    Aanstelling.objects.update(tot_en_met=date(2027, 6, 30))
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def staand(aanstelling) -> dict:
    rijen = Ureninzet.objects.staand().filter(aanstelling=aanstelling)
    return {(rij.dag, rij.actielijn_id): rij.uren for rij in rijen}


def test_the_right_begins_and_ends_on_the_days_of_the_aanstelling(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw)
    gooi = regio().pk

    op_dag = {
        dag: gooi in bereik(nieuw, op=dag).cijferregios
        for dag in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 31), date(2027, 1, 1))
    }
    assert list(op_dag.values()) == [False, True, True, False]

    beeindig_aanstelling(aanstelling=aanstelling, laatste_dag=OP, op=OP, **beheer)
    assert gooi in bereik(nieuw, op=OP).cijferregios
    assert gooi not in bereik(nieuw, op=OP + timedelta(days=1)).cijferregios


def test_one_that_has_not_begun_disappears_with_its_right(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw, van=date(2026, 12, 1))
    beeindig_aanstelling(aanstelling=aanstelling, laatste_dag=OP, op=OP, **beheer)

    assert not Aanstelling.objects.exists()
    assert not Recht.objects.filter(gebruiker=nieuw).exists()


def test_ending_the_right_ends_the_aanstelling(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw)
    wie = {"beheer": beheer["bereik"], "door": beheer["door"]}
    beeindig_recht(recht=aanstelling.recht, laatste_dag=OP, op=OP, **wie)

    aanstelling.refresh_from_db()
    assert aanstelling.tot_en_met == OP
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def test_the_database_keeps_aanstelling_and_right_on_the_same_days(beheer, nieuw):
    aanstellen(beheer, nieuw)

    with pytest.raises(IntegrityError, match="gelijk te lopen"), transaction.atomic():
        verleng_buiten_het_recht_om()


def test_a_vacancy_is_filled_the_day_before_somebody_begins(beheer, nieuw):
    vacature = aanstellen(beheer, None, uren_per_week=Decimal(16))
    aanstellen(beheer, nieuw, van=date(2026, 9, 1), vacature=vacature)

    vacature.refresh_from_db()
    assert vacature.tot_en_met == date(2026, 8, 31)
    assert vacature.recht is None


def test_two_may_share_a_region_and_one_may_serve_two(beheer, nieuw, mensen):
    eerste, tweede = aanstellen(beheer, nieuw), aanstellen(beheer, maak_gebruiker("tweede"))

    assert set(aanstellingen_in(regio(), halfjaar(2026, 2))) == {eerste, tweede}
    with pytest.raises(ValidationError, match="dit recht op een van deze dagen al"):
        aanstellen(beheer, nieuw, van=date(2026, 5, 1))


def test_a_right_given_before_is_taken_over_when_the_days_are_the_same(beheer, mensen):
    recht = mensen.verbinder.rechten.get()
    aanstelling = aanstellen(beheer, mensen.verbinder, van=recht.van, tot_en_met=recht.tot_en_met)

    assert aanstelling.recht == recht


@pytest.mark.parametrize("wie", ["verbinder", "controller", "klantmanager"])
def test_only_the_functioneel_beheerder_appoints(mensen, nieuw, wie):
    gebruiker = getattr(mensen, wie)
    with pytest.raises(PermissionDenied):
        aanstellen({"bereik": bereik(gebruiker, op=OP), "door": Door.van(gebruiker)}, nieuw)


def test_nobody_appoints_themselves(beheer, mensen):
    with pytest.raises(PermissionDenied, match="uzelf niet aanstellen"):
        aanstellen(beheer, mensen.functioneel_beheerder)


def test_the_founding_case_is_184_days_and_841_hours(beheer, nieuw):
    """32 hours a week from 1 March to 1 September 2024: to, so the last day is 31 August."""
    aanstelling = aanstellen(beheer, nieuw, van=date(2024, 3, 1), tot_en_met=date(2024, 8, 31))
    heel = Periode(date(2024, 3, 1), date(2024, 9, 1))
    helften = [geplande_uren(aanstelling, halfjaar(2024, helft)) for helft in (1, 2)]

    assert (heel.tot - heel.van).days == 184
    assert round(geplande_uren(aanstelling, heel)) == 841
    assert [round(uren) for uren in helften] == [558, 283]
    assert abs(sum(helften) - geplande_uren(aanstelling, heel)) < Decimal("0.0001")


def test_a_week_is_one_line_and_the_same_week_again_replaces_it(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw)
    boek(aanstelling, date(2026, 11, 11), {None: "20", 1: "4", 3: "8"})
    assert boek(aanstelling, date(2026, 11, 12), {None: "20", 1: "4", 3: "8"}) == []
    boek(aanstelling, date(2026, 11, 9), {None: "16", 1: None, 3: "8"})

    week = date(2026, 11, 9)
    assert staand(aanstelling) == {(week, None): 16, (week, 3): 8}
    assert Ureninzet.objects.count() == 6  # three lines, two stornos, one new line
    assert urenstand(regio(), halfjaar(2026, 2)).ingezet == 24


def test_a_week_that_a_half_year_divides_has_two_lines(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw)
    boek(aanstelling, date(2026, 6, 30), {None: "10"})
    boek(aanstelling, date(2026, 7, 2), {None: "18"})

    assert (eerste_dag(date(2026, 7, 2)), laatste_dag(date(2026, 7, 2))) == (
        date(2026, 7, 1),
        date(2026, 7, 5),
    )
    assert laatste_dag(date(2026, 6, 30)) == date(2026, 6, 30)
    assert urenstand(regio(), halfjaar(2026, 1)).ingezet == 10
    assert urenstand(regio(), halfjaar(2026, 2)).ingezet == 18


def test_meant_and_done_are_told_per_actielijn(beheer, nieuw):
    lijn = Actielijn.objects.get(pk=3)
    aanstelling = aanstellen(
        beheer,
        nieuw,
        van=date(2026, 7, 1),
        tot_en_met=date(2026, 7, 7),
        verdeling={lijn: Decimal(8)},
    )
    boek(aanstelling, date(2026, 7, 1), {None: "12", 3: "9"})
    stand = urenstand(regio(), halfjaar(2026, 2))

    assert stand.per_actielijn == {3: (8, 9), None: (24, 12)}


def test_hours_per_actielijn_are_never_more_than_the_whole(beheer, nieuw):
    lijn = Actielijn.objects.get(pk=3)
    with pytest.raises(ValidationError, match="samen meer dan de uren per week"):
        aanstellen(beheer, nieuw, verdeling={lijn: Decimal(33)})


@pytest.mark.parametrize(
    ("dag", "uren", "zin"),
    [
        (date(2026, 11, 23), {None: "8"}, "Deze week moet nog komen"),
        (date(2026, 2, 16), {None: "8"}, "loopt niet in deze week"),
        (date(2026, 11, 9), {None: "60", 1: "21"}, "Meer dan 80 uur"),
        (date(2026, 11, 9), {None: "-1"}, "geen uren onder 0"),
    ],
)
def test_hours_that_cannot_be_are_refused(beheer, nieuw, dag, uren, zin):
    aanstelling = aanstellen(beheer, nieuw)

    with pytest.raises(ValidationError) as weigering:
        boek(aanstelling, dag, uren)
    assert zin in " ".join(weigering.value.messages)
    assert not Ureninzet.objects.exists()


def test_an_aanstelling_does_not_end_before_hours_that_were_booked(beheer, nieuw):
    aanstelling = aanstellen(beheer, nieuw)
    boek(aanstelling, date(2026, 11, 16), {None: "8"}, op=OP)

    with pytest.raises(ValidationError, match="al uren geboekt"):
        beeindig_aanstelling(
            aanstelling=aanstelling, laatste_dag=date(2026, 11, 15), op=date(2026, 11, 16), **beheer
        )


def test_without_a_verbinder_the_hours_are_zero_and_the_vacancy_is_told(beheer):
    aanstellen(beheer, None, van=date(2026, 7, 1), tot_en_met=date(2026, 7, 7))
    stand = urenstand(regio(), halfjaar(2026, 2))

    assert (stand.gepland, stand.ingezet, stand.vacature) == (0, 0, 32)


@time_machine.travel("2026-11-20 12:00", tick=False)
def test_the_pages_appoint_book_and_show(als, mensen, nieuw):
    beheerder = als("functioneel_beheerder")
    gegevens = {"uren_per_week": "32", "standplaats": "werkcentrum", "van": "2026-11-02"}
    antwoord = verstuur(beheerder, "/inzet/AM12/aanstellen/", gebruiker=nieuw.email, **gegevens)
    assert antwoord.status_code == 302
    antwoord = verstuur(
        beheerder, "/inzet/AM12/aanstellen/", gebruiker="niemand@voorbeeld.invalid", **gegevens
    )
    assert "Nodig deze persoon eerst uit" in antwoord.content.decode()
    aanstelling = Aanstelling.objects.get()
    adres = f"/inzet/AM12/{aanstelling.pk}/uren/"

    antwoord = verstuur(als("verbinder"), adres, dag="2026-11-18", algemeen="7,5", lijn_3="4")
    assert antwoord.status_code == 302
    lees = als("controller").get("/inzet/AM12/").content.decode()
    assert "11,5" in lees
    assert "Werkcentrum of RMT" in lees
    # Who may not book a week reads it without a link.
    assert adres not in lees
    assert f"{adres}?dag=2026-11-16" in als("verbinder").get("/inzet/AM12/").content.decode()

    antwoord = verstuur(als("verbinder"), adres, dag="2026-11-18", algemeen="veel")
    assert antwoord.status_code == 422
    assert Recht.objects.filter(gebruiker=nieuw, rol=Rol.VERBINDER).count() == 1


def test_who_changed_which_aanstelling_when_is_kept_and_shown(beheer, nieuw, als):
    with pghistory.context(wie="Anna Kok"):
        rij = aanstellen(beheer, nieuw)
    with pghistory.context(wie="Bo de Haan"):
        beeindig_aanstelling(aanstelling=rij, laatste_dag=date(2026, 11, 30), op=OP, **beheer)

    laatste, eerste = verloop_van_aanstellingen(regio())

    assert (eerste.door, eerste.van_wie) == ("Anna Kok", "Nieuwe verbinder")
    assert eerste.wat == ("vastgelegd: 32 uur per week vanaf 01-03-2026 tot en met 31-12-2026")
    assert (laatste.door, laatste.wat) == (
        "Bo de Haan",
        "laatste dag: was 31-12-2026, werd 30-11-2026",
    )
    pagina = als("controller").get("/inzet/AM12/").content.decode()
    assert "laatste dag: was 31-12-2026, werd 30-11-2026" in pagina
    assert "Bo de Haan" not in als("vreemde_verbinder").get("/inzet/AM13/").content.decode()


def test_an_aanstelling_that_was_taken_away_stays_in_the_history(beheer, nieuw):
    rij = aanstellen(beheer, nieuw, van=date(2026, 12, 1))
    beeindig_aanstelling(aanstelling=rij, laatste_dag=date(2026, 11, 20), op=OP, **beheer)

    gebeurd = [rij.wat.partition(":")[0] for rij in verloop_van_aanstellingen(regio())]

    assert gebeurd == ["weggehaald", "vastgelegd"]


@pytest.mark.parametrize(
    "opdracht",
    ["update regio_aanstellingevent set van = null", "delete from regio_aanstellingevent"],
)
def test_nobody_rewrites_the_history_of_an_aanstelling(beheer, nieuw, opdracht):
    aanstellen(beheer, nieuw)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
