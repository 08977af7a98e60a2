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
from statushouders.services.trajectdelen import beantwoord_vragen
from statushouders.services.trajecten import sluit_traject_af, start_traject
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
from tests.statushouders.hulp import OP, gemeente, maak_persoon, regio, scope, soort
from tests.statushouders.test_paginas import velden
from tests.statushouders.test_samenvoegen import NU
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

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


def onder(afspraak, door, *, persoon=None, einde=None, **antwoorden):
    """A traject of actielijn 2 under this agreement."""
    traject = start_traject(
        statushouder=persoon or maak_persoon(door),
        soort=soort("vaktaal"),
        begindatum=date(2026, 9, 10),
        op=OP,
        door=door,
    )
    beantwoord_vragen(
        traject=traject, versie=1, afspraak=afspraak, op=OP, door=door,
        **{"werkgever": "", **antwoorden},
    )  # fmt: skip
    traject.refresh_from_db()
    return traject


def test_a_traject_under_an_agreement_takes_a_place_until_it_ends(door, afspraak):
    traject = onder(afspraak, door)

    assert vervuld([afspraak]) == {afspraak.pk: 1}
    assert (traject.vragen.werkgever, traject.vragen.via_afspraak) == (afspraak.werkgever, True)

    sluit_traject_af(
        traject=traject, einddatum=OP, eindreden="niet_verschenen_geen_contact", op=OP, door=door
    )
    assert vervuld([afspraak]) == {afspraak.pk: 0}


def test_work_that_a_traject_under_an_agreement_leads_to_fills_the_place_by_itself(door, afspraak):
    traject = onder(afspraak, door)
    waar = {"statushouder": traject.statushouder, "soort": "betaald_werk", "traject": traject}
    plaatsing = plaats(**waar, begindatum=date(2026, 11, 1), werkgever="De Linde", op=OP, door=door)

    plaatsing.refresh_from_db()
    assert plaatsing.afspraak_werkgever
    assert vervuld([afspraak]) == {afspraak.pk: 1}, "one person fills one place"
    sluit_traject_af(traject=traject, einddatum=OP, eindreden="doel_bereikt", op=OP, door=door)
    assert vervuld([afspraak]) == {afspraak.pk: 1}
    plaats(**waar, begindatum=date(2026, 11, 2), werkgever="Hotel Het Meer", op=OP, door=door)
    assert vervuld([afspraak]) == {afspraak.pk: 1}


def test_work_that_was_there_before_the_question_was_answered_counts_as_well(door, afspraak):
    persoon = maak_persoon(door)
    traject = onder(None, door, persoon=persoon)
    plaats(
        statushouder=persoon, soort="betaald_werk", traject=traject, begindatum=date(2026, 11, 1),
        werkgever="De Linde", op=OP, door=door,
    )  # fmt: skip
    assert vervuld([afspraak]) == {afspraak.pk: 0}

    beantwoord_vragen(
        traject=traject, versie=2, afspraak=afspraak, werkgever="De Linde", op=OP, door=door
    )

    assert Afspraakplek.objects.count() == 1


def test_an_agreement_is_with_its_own_employer_and_of_the_own_region(door, afspraak):
    with pytest.raises(ValidationError, match="Deze afspraak is met De Linde"):
        onder(afspraak, door, werkgever="Hotel Het Meer")
    trek_afspraak_in(afspraak=afspraak, intrekreden="Dubbel", op=OP, door=door)
    afspraak.refresh_from_db()
    with pytest.raises(ValidationError, match="in deze regio geldt"):
        onder(afspraak, door)


def test_an_agreement_with_a_running_traject_is_not_withdrawn(door, afspraak):
    onder(afspraak, door)

    with pytest.raises(ValidationError, match="lopende trajecten"):
        trek_afspraak_in(afspraak=afspraak, intrekreden="Dubbel", op=OP, door=door)


def test_the_questions_of_actielijn_2_offer_the_agreements(als, mensen, door, afspraak):
    traject = onder(None, door)
    persoon = traject.statushouder.sleutel
    adres = reverse("traject_vragen", kwargs={"sleutel": traject.sleutel})
    client = als("klantmanager")
    pagina = client.get(adres)
    assert "De Linde: Leerplekken in de zorg" in pagina.content.decode()

    antwoord = client.post(adres, {**velden(pagina), "afspraak": afspraak.pk})

    assert antwoord.status_code == 302
    assert vervuld([afspraak]) == {afspraak.pk: 1}
    wie = client.get(reverse("afspraak", kwargs={"sleutel": afspraak.sleutel})).content.decode()
    assert "Rahel Gebremedhin" in wie
    assert "1 van 2 vervuld" in wie
    trajecten = client.get(reverse("persoon_trajecten", kwargs={"sleutel": persoon}))
    assert "Leerplekken in de zorg" in trajecten.content.decode()
