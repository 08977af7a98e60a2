"""A colleague stands in for a while: sees the tasks and the caseload, and no dossier more."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from regio.models import Logregel, Rol
from regio.toegang import bereik_van
from statushouders.lijsten.filters import MIJN, Filter, personen_van
from statushouders.lijsten.taken import taken_van
from statushouders.models import Waarneming
from statushouders.services.contact import maak_actie
from statushouders.services.waarneming import beeindig_waarneming, neem_waar
from tests.mensen import maak_gebruiker
from tests.statushouders.hulp import OP, maak_persoon, scope

pytestmark = pytest.mark.django_db
TOT = OP + timedelta(days=7)


@pytest.fixture
def collega(mensen):
    return maak_gebruiker("collega", Rol.KLANTMANAGER, "Hilversum")


@pytest.fixture
def persoon(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, contactpersoon=mensen.klantmanager)
        maak_actie(
            statushouder=persoon, volgende_stap="Bellen", volgende_datum=OP, op=OP, door=door
        )
        return persoon


def regel(mensen, collega, **anders):
    gegevens = {"voor": mensen.klantmanager, "door_wie": collega, "van": OP, "tot_en_met": TOT}
    with scope(gegevens["voor"]) as door:
        return neem_waar(**{**gegevens, **anders}, op=OP, door=door)


def caseload(gebruiker, op=OP):
    bereik = bereik_van(gebruiker, op=op)
    with scope(gebruiker, op=op):
        taken = [taak.tekst for taak in taken_van(gebruiker, bereik=bereik, op=op)]
        mijn = personen_van(Filter(wie=MIJN), bereik=bereik, gebruiker=gebruiker, op=op)
        return mijn.count(), taken


def test_the_caseload_and_tasks_are_the_colleagues_too_for_as_long_as_it_lasts(
    mensen, collega, persoon
):
    assert caseload(collega) == (0, [])

    regel(mensen, collega)

    assert caseload(collega) == (1, ["Bellen"])
    assert caseload(mensen.klantmanager) == (1, ["Bellen"])
    assert caseload(collega, op=TOT) == (1, ["Bellen"])
    assert caseload(collega, op=TOT + timedelta(days=1)) == (0, [])


def test_it_gives_no_right_to_dossiers_of_another_gemeente(mensen, persoon):
    with pytest.raises(ValidationError, match="mag de dossiers van Klantmanager niet openen"):
        regel(mensen, mensen.andere_klantmanager)


def test_nobody_stands_in_for_themselves_for_ever_or_in_the_past(mensen, collega):
    for fout in (
        {"door_wie": mensen.klantmanager},
        {"tot_en_met": OP - timedelta(days=1), "van": date(2026, 11, 1)},
        {"tot_en_met": date(2028, 1, 1)},
        {"tot_en_met": OP, "van": TOT},
    ):
        with pytest.raises(ValidationError):
            regel(mensen, collega, **fout)


def test_it_is_logged_and_ends_sooner_when_somebody_is_back(mensen, collega, persoon):
    rij = regel(mensen, collega)

    with scope(mensen.klantmanager) as door:
        beeindig_waarneming(waarneming=rij, op=OP, door=door)

    assert caseload(collega) == (0, [])
    with scope(mensen.privacy_officer):
        wat = Logregel.objects.filter(soort="waarneming").order_by("op")
        assert [r.gegevens["wat"] for r in wat] == ["waarneming begonnen", "waarneming beëindigd"]


def test_planning_it_on_the_page(mensen, collega, als, persoon, time_machine):
    time_machine.move_to(OP)
    client = als("klantmanager")
    pagina = client.get(reverse("waarneming")).content.decode()
    assert "-----" not in pagina
    gegevens = {
        "formulier_sleutel": pagina.split('name="formulier_sleutel" value="')[1].split('"')[0],
        "voor": mensen.klantmanager.pk,
        "door_wie": mensen.andere_klantmanager.pk,
        "van": "2026-11-20",
        "tot_en_met": "2026-11-27",
    }

    assert client.post(reverse("waarneming"), gegevens).status_code == 422
    client.post(reverse("waarneming"), {**gegevens, "door_wie": collega.pk})

    assert "neemt waar voor Klantmanager" in client.get(reverse("waarneming")).content.decode()
    client.post(reverse("waarneming_einde", args=[Waarneming.objects.get().pk]))
    assert not Waarneming.objects.exists()


def test_a_stranger_does_not_end_it(mensen, collega, als, time_machine):
    time_machine.move_to(OP)
    rij = regel(mensen, collega)

    adres = reverse("waarneming_einde", args=[rij.pk])

    assert als("andere_klantmanager").post(adres).status_code == 404
