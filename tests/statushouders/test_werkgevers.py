"""Employers: whom to call, what was agreed, who fills the places, and how D3 counts it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from regio.models import Actielijn, Gemeente, Organisatie
from regio.perioden import halfjaar
from regio.toegang import Gebied
from statushouders.models import Afspraakplek, Werkgeversafspraak
from statushouders.services.kern import Ingehaald
from statushouders.services.plaatsingen import plaats
from statushouders.services.samenvoegen import voeg_samen
from statushouders.services.werkgevers import (
    maak_afspraak,
    maak_plaats_vrij,
    maak_werkgever,
    trek_afspraak_in,
    vervul_plaats,
    vervuld,
    wijzig_afspraak,
    wis_contact,
    zet_contact,
)
from tests.statushouders.hulp import OP, gemeente, maak_persoon, regio, scope
from tests.statushouders.test_samenvoegen import NU
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import Meting, meet

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def afspraak(door):
    return maak(door)


def maak(door, **anders):
    gegevens = {
        "omschrijving": "Leerplekken in de zorg",
        "plaatsen": 2,
        "afgesproken_op": date(2026, 9, 1),
        "actielijn": Actielijn.objects.get(pk=2),
    }
    werkgever = maak_werkgever(regio=regio(), naam="De Linde", door=door)
    return maak_afspraak(werkgever=werkgever, **{**gegevens, **anders}, op=OP, door=door)


def aan_het_werk(door, werkgever="De Linde", begindatum=date(2026, 9, 15), **anders):
    return plaats(
        statushouder=maak_persoon(door, **anders),
        soort="betaald_werk",
        begindatum=begindatum,
        werkgever=werkgever,
        op=OP,
        door=door,
    )


def d3(gemeente_: Gemeente | None = None, helft=2):
    eigen = frozenset({gemeente_.pk}) if gemeente_ else None
    gebied = Gebied(regio().pk, eigen, met_ongekoppeld=gemeente_ is None)
    meting = Meting(gebied, halfjaar(2026, helft))
    (cijfer,) = meet(meting, [INDICATOREN["D3.afspraken"]], ())
    return cijfer.waarde


def test_an_employer_stands_once_however_spelled(door):
    assert maak_werkgever(regio=regio(), naam="de línde", door=door) == maak(door).werkgever
    assert Organisatie.objects.filter(soort="werkgever").count() == 1


def test_a_plaatsing_fills_a_place_and_then_came_from_an_agreement(door, afspraak):
    plaatsing = aan_het_werk(door)
    assert not plaatsing.afspraak_werkgever

    plek = vervul_plaats(afspraak=afspraak, plaatsing=plaatsing, door=door)

    plaatsing.refresh_from_db()
    assert plaatsing.afspraak_werkgever
    assert vervuld([afspraak]) == {afspraak.pk: 1}
    with pytest.raises(ValidationError, match="hoort al bij een afspraak"):
        vervul_plaats(afspraak=maak(door), plaatsing=plaatsing, door=door)
    maak_plaats_vrij(plek=plek, door=door)
    assert vervuld([afspraak]) == {afspraak.pk: 0}


def test_places_filled_out_of_sight_are_counted_but_not_shown(mensen, door, afspraak):
    with scope(mensen.andere_klantmanager) as daar:
        vervul_plaats(afspraak=afspraak, plaatsing=aan_het_werk(daar, in_="Huizen"), door=daar)

    with scope(mensen.klantmanager):
        assert vervuld([afspraak]) == {afspraak.pk: 1}
        assert not Afspraakplek.objects.exists()


@pytest.mark.parametrize(
    "anders", [{"werkgever": "Hotel Het Meer"}, {"begindatum": date(2026, 8, 31)}]
)
def test_work_elsewhere_or_from_before_fills_no_place(door, afspraak, anders):
    with pytest.raises(ValidationError, match="begonnen na de afspraak"):
        vervul_plaats(afspraak=afspraak, plaatsing=aan_het_werk(door, **anders), door=door)


def test_a_filled_place_goes_along_when_dossiers_are_merged(door, afspraak):
    plaatsing = aan_het_werk(door)
    vervul_plaats(afspraak=afspraak, plaatsing=plaatsing, door=door)
    blijft = maak_persoon(door)

    voeg_samen(blijft=blijft, verdwijnt=plaatsing.statushouder, op=OP, nu=NU, door=door)

    assert Afspraakplek.objects.get().statushouder == blijft


def test_d3_counts_agreements_of_the_period_and_of_who_made_them(door):
    maak(door)
    maak(door, afgesproken_op=date(2026, 6, 30))
    maak(door, gemeente=gemeente("Hilversum"))
    fout = maak(door, gemeente=gemeente("Hilversum"))
    trek_afspraak_in(afspraak=fout, intrekreden="Dubbel ingevoerd", op=OP, door=door)

    assert (d3(), d3(helft=1)) == (2, 1)
    assert (d3(gemeente("Hilversum")), d3(gemeente("Huizen"))) == (1, 0)


def test_what_cannot_be_is_refused_in_words(door, afspraak):
    with pytest.raises(ValidationError, match="op of voor vandaag"):
        maak(door, afgesproken_op=date(2026, 12, 1))
    with pytest.raises(ValidationError, match="eindigt voor de dag"):
        maak(door, tot_en_met=date(2026, 8, 1))
    with pytest.raises(ValidationError, match="BSN"):
        maak(door, omschrijving="Voor 111222333")
    with pytest.raises(ValidationError, match="minstens 1"):
        maak(door, plaatsen=0)
    vervul_plaats(afspraak=afspraak, plaatsing=aan_het_werk(door), door=door)
    with pytest.raises(ValidationError, match="Maak die eerst los"):
        trek_afspraak_in(afspraak=afspraak, intrekreden="Fout", op=OP, door=door)


def test_of_two_corrections_the_second_is_told(door, afspraak):
    nieuw = {
        veld: getattr(afspraak, veld)
        for veld in (
            "omschrijving",
            "sector",
            "afgesproken_op",
            "tot_en_met",
            "actielijn",
            "gemeente",
        )
    }
    wijzig_afspraak(afspraak=afspraak, versie=1, **nieuw, plaatsen=3, op=OP, door=door)

    with pytest.raises(Ingehaald):
        wijzig_afspraak(afspraak=afspraak, versie=1, **nieuw, plaatsen=4, op=OP, door=door)
    assert Werkgeversafspraak.objects.get().plaatsen == 3


def test_whom_to_call_is_reachable_at_work_and_gone_when_wiped(door, afspraak):
    gegevens = {"werkgever": afspraak.werkgever, "functie": "", "door": door}
    with pytest.raises(ValidationError, match="telefoonnummer of e-mailadres"):
        zet_contact(naam="Jo", telefoon="", email="", **gegevens)
    contact = zet_contact(naam="Jo", telefoon="035 123 45 67", email="", **gegevens)

    wis_contact(contact=contact, door=door)

    assert not afspraak.werkgever.contacten.exists()


def test_the_pages_from_a_new_employer_to_a_filled_place(mensen, als, time_machine):
    time_machine.move_to(OP)
    client = als("klantmanager")

    def stuur(adres, **gegevens):
        pagina = client.get(adres).content.decode()
        sleutel = pagina.split('name="formulier_sleutel" value="')[1].split('"')[0]
        return client.post(adres, {"formulier_sleutel": sleutel, **gegevens})

    werkgever = stuur(reverse("werkgever_toevoegen"), naam="De Linde", regio=regio().pk).url
    assert stuur(f"{werkgever}contact/", naam="Jo").status_code == 422
    assert stuur(f"{werkgever}contact/", naam="Jo", email="jo@linde.invalid").url == werkgever
    afspraak = stuur(
        f"{werkgever}afspraak/",
        omschrijving="Leerplekken",
        plaatsen=2,
        afgesproken_op="2026-09-01",
        actielijn=2,
    ).url
    with scope(mensen.klantmanager) as door:
        plaatsing = aan_het_werk(door)
    assert stuur(afspraak, plaatsing=str(plaatsing.sleutel)).url == afspraak

    assert "1 van 2 plaatsen vervuld" in client.get(werkgever).content.decode()
    lijst = client.get(reverse("werkgevers"), {"naam": "lind"}).content.decode()
    assert "De Linde" in lijst
    assert "Rahel" not in als("andere_klantmanager").get(afspraak).content.decode()
