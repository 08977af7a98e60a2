"""Moving, koppeling, azc: where somebody counts by date, and where the dossier goes (R1-R4)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regio.logboek import Door
from regio.models import Deelname
from regio.perioden import EIND_DER_TIJDEN
from statushouders.models import Statushouder, Verblijf
from statushouders.services.contact import maak_actie
from statushouders.services.dagwissel import wissel_dag
from statushouders.services.gegevens import neem_over
from statushouders.services.trajecten import start_traject
from statushouders.services.uitkeringen import leg_uitkering_vast
from statushouders.services.verblijven import leg_verblijf_vast, verbeter_verblijf, wis_verblijf
from tests.statushouders.hulp import OP, gemeente, maak_persoon, scope, soort

pytestmark = pytest.mark.django_db


def verhuis(persoon, door, naar, van, *, op=OP, **anders):
    gegevens = {"soort": "vestiging", "gemeente": gemeente(naar) if naar else None, "van": van}
    return leg_verblijf_vast(**{**gegevens, **anders}, statushouder=persoon, op=op, door=door)


def telt_in(persoon):
    """(gemeente, first day, last day) by date."""
    return list(persoon.ligging.order_by("van").values_list("gemeente__naam", "van", "tot_en_met"))


def test_a_move_inside_the_region_hands_the_dossier_over_and_keeps_the_past(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Hilversum")

        uitkomst = verhuis(persoon, door, "Huizen", date(2026, 6, 15))

        assert uitkomst.overgedragen
        persoon = Statushouder.objects.get(pk=persoon.pk)
        assert persoon.dossiergemeente == gemeente("Huizen")
        assert telt_in(persoon) == [
            ("Hilversum", date(2026, 5, 1), date(2026, 6, 14)),
            ("Huizen", date(2026, 6, 15), EIND_DER_TIJDEN),
        ]
    with scope(mensen.klantmanager):
        assert not Statushouder.objects.filter(pk=persoon.pk).exists()
    with scope(mensen.andere_klantmanager):
        assert Statushouder.objects.filter(pk=persoon.pk).exists()


def test_a_klantmanager_may_hand_over_to_a_gemeente_out_of_sight(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        maak_actie(
            statushouder=persoon,
            volgende_stap="Bellen",
            volgende_datum=OP,
            voor=mensen.klantmanager,
            op=OP,
            door=door,
        )
        neem_over(statushouder=persoon, contactpersoon=mensen.klantmanager, op=OP, door=door)

        assert verhuis(persoon, door, "Huizen", date(2026, 6, 15)).overgedragen

        assert not Statushouder.objects.filter(pk=persoon.pk).exists()
    with scope(mensen.andere_klantmanager):
        persoon = Statushouder.objects.get(pk=persoon.pk)
        # Who cannot open it any more is not responsible for it either.
        assert persoon.contactpersoon is None
        assert persoon.acties.get().voor is None


def test_the_verbinder_stays_contactpersoon_when_the_new_gemeente_takes_part(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, contactpersoon=mensen.verbinder)
        verhuis(persoon, door, "Huizen", date(2026, 6, 15))
        assert Statushouder.objects.get(pk=persoon.pk).contactpersoon == mensen.verbinder

    Deelname.objects.filter(gemeente__naam="Laren").delete()
    with scope(mensen.verbinder) as door:
        verhuis(persoon, door, "Laren", date(2026, 7, 15))
        assert not Statushouder.objects.filter(pk=persoon.pk).exists()


def test_a_move_out_of_the_region_leaves_the_dossier_and_ends_things_neutrally(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        traject = start_traject(
            statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
        )

        uitkomst = verhuis(persoon, door, "Utrecht", date(2026, 10, 1), sluit_dossier=True)

        assert uitkomst.buiten_regio
        assert not uitkomst.overgedragen
        persoon = Statushouder.objects.get(pk=persoon.pk)
        traject.refresh_from_db()
        assert persoon.dossiergemeente == gemeente("Hilversum")
        assert (persoon.afgesloten_op, persoon.afsluitreden) == (date(2026, 9, 30), "verhuisd")
        assert (traject.einddatum, traject.eindreden) == (
            date(2026, 9, 30),
            "verhuisd_buiten_regio",
        )
    with scope(mensen.vreemde_verbinder):
        assert not Statushouder.objects.filter(pk=persoon.pk).exists()


def test_a_move_out_of_the_region_closes_nothing_unasked(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        verhuis(persoon, door, "Utrecht", date(2026, 10, 1))

        assert Statushouder.objects.get(pk=persoon.pk).afgesloten_op is None


def test_a_koppeling_from_the_azc_rewrites_no_history(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")

        verhuis(persoon, door, "Hilversum", date(2026, 6, 1), soort="koppeling")

        assert telt_in(persoon) == [
            (None, date(2026, 5, 1), date(2026, 5, 31)),
            ("Hilversum", date(2026, 6, 1), EIND_DER_TIJDEN),
        ]
        # The person is still in the azc, and koppeling is not vestiging.
        assert set(persoon.verblijven.values_list("soort", "tot_en_met")) == {
            ("azc", None),
            ("koppeling", None),
        }


def test_a_house_ends_the_azc_and_the_koppeling(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")
        verhuis(persoon, door, "Hilversum", date(2026, 6, 1), soort="koppeling")

        verhuis(persoon, door, "Hilversum", date(2026, 9, 1))

        assert set(persoon.verblijven.values_list("soort", "van", "tot_en_met")) == {
            ("azc", date(2026, 5, 1), date(2026, 8, 31)),
            ("koppeling", date(2026, 6, 1), date(2026, 8, 31)),
            ("vestiging", date(2026, 9, 1), None),
        }


def test_the_koppeling_may_be_in_another_region_than_the_azc(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")

        uitkomst = verhuis(persoon, door, "Utrecht", date(2026, 6, 1), soort="koppeling")

        assert uitkomst.buiten_regio
        assert telt_in(persoon)[0] == (None, date(2026, 5, 1), date(2026, 5, 31))
        assert Statushouder.objects.filter(pk=persoon.pk).exists()


def test_a_move_that_is_still_to_come_hands_over_on_the_day(mensen):
    dag = date(2026, 12, 1)
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        neem_over(statushouder=persoon, contactpersoon=mensen.klantmanager, op=OP, door=door)
        assert not verhuis(persoon, door, "Huizen", dag).overgedragen

    systeem = Door.systeem("dagwissel")
    assert wissel_dag(op=date(2026, 11, 30), door=systeem)["verhuisd"] == 0
    assert wissel_dag(op=dag, door=systeem)["verhuisd"] == 1
    assert wissel_dag(op=dag, door=systeem)["verhuisd"] == 0

    with scope(mensen.klantmanager, op=dag):
        assert not Statushouder.objects.filter(pk=persoon.pk).exists()
    with scope(mensen.andere_klantmanager, op=dag):
        assert Statushouder.objects.get(pk=persoon.pk).contactpersoon is None


@pytest.mark.parametrize(
    ("van", "tot_en_met"),
    [
        (date(2026, 5, 1), None),  # the same first day
        (date(2026, 4, 1), None),  # over the one that follows
        (date(2026, 6, 1), date(2026, 6, 30)),  # in the middle: the days after would be lost
    ],
)
def test_a_verblijf_that_would_lose_days_is_refused(mensen, van, tot_en_met):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)

        with pytest.raises(ValidationError) as fout:
            verhuis(persoon, door, "Huizen", van, tot_en_met=tot_en_met)
        assert "Vestiging vanaf 01-05-2026" in fout.value.message_dict["van"][0]


def test_a_period_before_the_first_fits(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)

        verhuis(persoon, door, "Huizen", date(2026, 1, 1), tot_en_met=date(2026, 4, 30))

        assert [naam for naam, *_ in telt_in(persoon)] == ["Huizen", "Hilversum"]
        assert Statushouder.objects.get(pk=persoon.pk).dossiergemeente == gemeente("Hilversum")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naar": None}, "gemeente"),
        ({"tot_en_met": date(2026, 5, 31)}, "tot_en_met"),
        ({"van": date(1, 1, 1)}, "van"),
    ],
)
def test_days_and_gemeente_must_make_sense(mensen, anders, veld):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)

        with pytest.raises(ValidationError) as fout:
            verhuis(persoon, door, **{"naar": "Huizen", "van": date(2026, 6, 1), **anders})
        assert veld in fout.value.message_dict
        assert Verblijf.objects.count() == 1
        assert Verblijf.objects.get().tot_en_met is None


def test_correcting_the_gemeente_takes_the_dossier_along(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)

        uitkomst = verbeter_verblijf(
            verblijf=persoon.verblijven.get(),
            gemeente=gemeente("Huizen"),
            van=date(2026, 5, 2),
            op=OP,
            door=door,
        )

        assert uitkomst.overgedragen
        assert telt_in(persoon) == [("Huizen", date(2026, 5, 2), EIND_DER_TIJDEN)]


def test_the_only_verblijf_stays_and_another_may_go(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)
        with pytest.raises(ValidationError, match="enige verblijf"):
            wis_verblijf(verblijf=persoon.verblijven.get(), op=OP, door=door)

        verhuis(persoon, door, "Huizen", date(2026, 6, 1))
        persoon = Statushouder.objects.get(pk=persoon.pk)
        wis_verblijf(
            verblijf=persoon.verblijven.get(soort="vestiging", van=date(2026, 6, 1)),
            op=OP,
            door=door,
        )
        assert [naam for naam, *_ in telt_in(persoon)] == ["Hilversum"]


def test_a_new_uitkering_ends_the_one_before(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        for wat, van in (("bijstand", date(2026, 1, 1)), ("geen", date(2026, 8, 1))):
            leg_uitkering_vast(statushouder=persoon, soort=wat, van=van, op=OP, door=door)

        assert list(persoon.uitkeringen.order_by("van").values_list("soort", "tot_en_met")) == [
            ("bijstand", date(2026, 7, 31)),
            ("geen", None),
        ]
        with pytest.raises(ValidationError):
            leg_uitkering_vast(
                statushouder=persoon, soort="bijstand", van=date(2026, 2, 1), op=OP, door=door
            )
