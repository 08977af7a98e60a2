"""A person is found however the name is spelled, and only by who may see them."""

import pytest

from statushouders.models import Statushouder
from statushouders.services.namen import zet_naam
from statushouders.services.verblijven import leg_verblijf_vast
from statushouders.zoeken import gelijken, zoek
from tests.statushouders.hulp import OP, gemeente, maak_persoon, scope
from tests.statushouders.menigte import maak_menigte
from tests.statushouders.schrijfwijzen import AANTAL, SCHRIJFWIJZEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def bekenden(mensen):
    with scope(mensen.klantmanager) as door:
        maak_menigte(mensen)
        yield door


def gevonden(tekst, aantal=5):
    personen = Statushouder.objects.select_related("naam")
    return [persoon.naam.volledig for persoon in zoek(personen, tekst)[:aantal]]


def test_of_all_spellings_nearly_every_one_is_among_the_first_five(bekenden):
    """In a crowd of 2,000 others with common names."""
    assert AANTAL >= 150
    gemist = [
        (anders, f"{voornaam} {achternaam}")
        for voornaam, achternaam, schrijfwijzen in SCHRIJFWIJZEN
        for anders in schrijfwijzen
        if f"{voornaam} {achternaam}" not in gevonden(anders)
    ]

    assert len(gemist) <= 0.05 * AANTAL, gemist


def test_the_name_itself_comes_first(bekenden):
    niet_eerst = [
        f"{voornaam} {achternaam}"
        for voornaam, achternaam, _ in SCHRIJFWIJZEN
        if gevonden(f"{achternaam} {voornaam}", 1) != [f"{voornaam} {achternaam}"]
    ]

    assert niet_eerst == []


def test_the_beginning_of_a_name_is_enough_while_typing(bekenden):
    assert "Zeynep Yılmaz" in gevonden("zey")
    assert gevonden("ngozi d", 1) == ["Ngozi D'Angelo"]


@pytest.mark.parametrize("tekst", ["", "   ", "(", "%", "\\", "~", "[a-", "w9" * 250, "' or 1=1"])
def test_odd_text_finds_nobody_and_breaks_nothing(bekenden, tekst):
    assert gevonden(tekst) == []


def test_a_name_in_another_gemeente_is_not_found(mensen, bekenden):
    with scope(mensen.andere_klantmanager):
        assert gevonden("Mohammed Al-Khatib") == []


def test_a_dossier_is_found_where_it_went_and_no_longer_where_it_was(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        leg_verblijf_vast(
            statushouder=persoon,
            soort="vestiging",
            gemeente=gemeente("Huizen"),
            van=OP,
            op=OP,
            door=door,
        )
        assert gevonden("Rahel") == []

    with scope(mensen.andere_klantmanager):
        assert gevonden("Rahel") == ["Rahel Gebremedhin"]


def test_another_name_is_found_by_its_own_words_only(mensen):
    with scope(mensen.klantmanager) as door:
        zet_naam(maak_persoon(door), voornaam="Selam", achternaam="Tekle")

        assert gevonden("Gebremedhin") == []
        assert gevonden("Tekle") == ["Selam Tekle"]


def test_a_kenmerk_finds_its_person(mensen):
    with scope(mensen.klantmanager) as door:
        maak_persoon(door, kenmerk="HV-2041")

        assert gevonden("hv-20") == ["Rahel Gebremedhin"]


def test_who_may_be_the_same_comes_with_the_likeliest_year_first(mensen):
    with scope(mensen.klantmanager) as door:
        for jaar in (1970, 1994, 1985):
            maak_persoon(door, geboortejaar=jaar)
        lijkend = gelijken(
            Statushouder.objects.all(),
            voornaam="Rachel",
            achternaam="Gebremedhen",
            geboortejaar="1985",
        )

        assert [persoon.geboortejaar for persoon in lijkend][0] == 1985
        assert len(lijkend) == 3
        assert gelijken(Statushouder.objects.all(), voornaam="R", achternaam="") == []
