"""Two dossiers of one person: found with reasons, merged, undone completely, or told apart."""

from datetime import UTC, date, datetime

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.urls import reverse

from regio.models import Arbeidsmarktregio
from regio.perioden import halfjaar
from regio.toegang import Gebied
from statushouders.lijsten.dubbelen import dubbelen
from statushouders.models import (
    Actie,
    Afspraakplek,
    Begeleiding,
    Contactmoment,
    EerdereAanmelding,
    Kenmerk,
    Nazorgmoment,
    Plaatsing,
    Samenvoeging,
    Statushouder,
    Traject,
    Trajectvragen,
    Uitkering,
    Verblijf,
    Verwijzing,
    Voorziening,
)
from statushouders.services.aanmelden import heraanmelden, sluit_af
from statushouders.services.contact import leg_contact_vast
from statushouders.services.gegevens import wijzig_gegevens
from statushouders.services.intrekken import herstel_aanmelding
from statushouders.services.nazorg import nog_aan_het_werk
from statushouders.services.plaatsingen import plaats
from statushouders.services.samenvoegen import (
    maak_samenvoeging_ongedaan,
    niet_dezelfde,
    voeg_samen,
)
from statushouders.services.trajectdelen import beantwoord_vragen
from statushouders.services.trajecten import start_traject
from statushouders.services.uitkeringen import leg_uitkering_vast
from statushouders.services.verwijzingen import verwijs
from tests.mensen import bereik
from tests.statushouders.hulp import OP, maak_persoon, scope, soort
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 20, 12, tzinfo=UTC)
VAN_EEN_DOSSIER = (
    Afspraakplek,
    Begeleiding,
    Nazorgmoment,
    Trajectvragen,
    Verwijzing,
    Voorziening,
    Statushouder,
    Kenmerk,
    Verblijf,
    Uitkering,
    Traject,
    Plaatsing,
    Contactmoment,
    Actie,
    EerdereAanmelding,
)


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def een(door):
    """In the caseload since May, with a traject and a contact."""
    persoon = maak_persoon(door, kenmerk="H-1", wet="onbekend")
    start(persoon, door, date(2026, 6, 1))
    bel(persoon, door)
    return persoon


@pytest.fixture
def ander(door):
    """The same person, registered earlier and spelled otherwise, with more known."""
    persoon = maak_persoon(
        door,
        voornaam="Rachel",
        achternaam="Ghebremedhin",
        kenmerk="H-2",
        wet="wi2021",
        aangemeld_op=date(2026, 2, 2),
        verblijf_van=date(2026, 2, 1),
    )
    traject = start(persoon, door, date(2026, 3, 1))
    beantwoord_vragen(traject=traject, versie=1, op=OP, door=door, duaal=True)
    werk = plaats(
        statushouder=persoon,
        soort="betaald_werk",
        begindatum=date(2026, 8, 1),
        traject=traject,
        op=OP,
        door=door,
    )
    nog_aan_het_werk(plaatsing=werk, maanden=3, op=OP, door=door)
    verwijs(statushouder=persoon, soort="uaf", gevraagd_op=OP, op=OP, door=door)
    leg_uitkering_vast(
        statushouder=persoon, soort="bijstand", van=date(2026, 2, 1), op=OP, door=door
    )
    bel(persoon, door)
    return persoon


def start(persoon, door, dag):
    return start_traject(statushouder=persoon, soort=soort(), begindatum=dag, op=OP, door=door)


def bel(persoon, door):
    return leg_contact_vast(statushouder=persoon, soort="telefoon", datum=OP, op=OP, door=door)


def samen(een, ander, door):
    return voeg_samen(blijft=een, verdwijnt=ander, op=OP, nu=NU, door=door)


def ongedaan(samenvoeging, door):
    return maak_samenvoeging_ongedaan(samenvoeging=samenvoeging, nu=NU, door=door)


def alles():
    """Every row of every dossier, but for how often it was saved."""
    rijen = [rij for model in VAN_EEN_DOSSIER for rij in model.objects.order_by("pk")]
    velden = serializers.serialize("python", rijen)
    for rij in velden:
        rij["fields"].pop("versie", None)
        if rij["model"].endswith("eerdereaanmelding"):
            rij["pk"] = None
    return velden


def cijfers():
    """Every headline of the half-year, by code."""
    gebied = Gebied(Arbeidsmarktregio.objects.get(code="AM12").pk)
    gemeten = meet(Meting(gebied, halfjaar(2026, 2)), INDICATOREN.values(), tabellen=())
    return {cijfer.plaats.indicator: cijfer.waarde for cijfer in gemeten}


class TestNakijken:
    def test_names_that_sound_alike_with_the_same_year_are_shown_with_reasons(
        self, mensen, een, ander
    ):
        (paar,) = dubbelen(bereik(mensen.klantmanager))

        assert {paar.een, paar.ander} == {een, ander}
        assert paar.redenen == ("naam klinkt hetzelfde", "zelfde geboortejaar")

    def test_swapped_names_and_a_year_apart_are_shown(self, mensen, door):
        maak_persoon(door)
        maak_persoon(door, voornaam="Gebremedhin", achternaam="Rahel", geboortejaar=1995)

        (paar,) = dubbelen(bereik(mensen.klantmanager))

        assert paar.redenen == (
            "voornaam en achternaam omgewisseld",
            "geboortejaar scheelt een jaar",
        )

    def test_another_first_name_or_year_is_somebody_else(self, mensen, door):
        maak_persoon(door)
        maak_persoon(door, voornaam="Selam")
        maak_persoon(door, geboortejaar=1970)

        assert dubbelen(bereik(mensen.klantmanager)) == []

    def test_what_was_looked_at_does_not_come_back(self, mensen, door, een, ander):
        niet_dezelfde(een=ander, ander=een, nu=NU, door=door)
        niet_dezelfde(een=een, ander=ander, nu=NU, door=door)

        assert dubbelen(bereik(mensen.klantmanager)) == []


class TestSamenvoegen:
    def test_both_references_and_everything_that_happened_are_kept(self, door, een, ander):
        samen(een, ander, door)

        assert {rij.kenmerk for rij in een.kenmerken.all()} == {"H-1", "H-2"}
        assert een.trajecten.count() == 2
        plaatsing = een.plaatsingen.get()
        assert plaatsing.traject.statushouder == een
        assert plaatsing.traject.vragen.statushouder == een
        assert plaatsing.nazorgmomenten.get().statushouder == een
        assert een.verwijzingen.count() == 1
        assert [rij.volgnummer for rij in een.contactmomenten.order_by("volgnummer")] == [1, 2]

    def test_what_one_knew_the_other_knows_from_the_first_day_on(self, door, een, ander):
        samen(een, ander, door)

        een.refresh_from_db()
        assert (een.wet, een.aangemeld_op) == ("wi2021", date(2026, 2, 2))
        dagen = [(rij.van, rij.tot_en_met) for rij in een.verblijven.order_by("van")]
        assert dagen == [(date(2026, 2, 1), date(2026, 4, 30)), (date(2026, 5, 1), None)]
        assert een.uitkeringen.get().van == date(2026, 2, 1)

    def test_the_figures_count_one_person_and_every_traject_once(self, door, een, ander):
        voor = cijfers()

        samen(een, ander, door)

        na = cijfers()
        assert (voor["A1"], na["A1"]) == (2, 1)
        assert (voor["A3"], na["A3"]) == (2, 1)
        assert voor["A4"] == na["A4"] == 2
        assert voor["C1"] == na["C1"] == 1

    def test_undoing_leaves_no_trace(self, door, een, ander):
        voor, cijfers_voor = alles(), cijfers()

        ongedaan(samen(een, ander, door), door)

        assert alles() == voor
        assert cijfers() == cijfers_voor

    def test_undoing_leaves_no_trace_of_times_in_beeld_either(self, door, een, ander):
        for persoon, dag in ((een, date(2026, 9, 1)), (ander, date(2026, 6, 30))):
            persoon.trajecten.update(einddatum=dag, eindreden="doel_bereikt")
            sluit_af(
                statushouder=persoon,
                afsluitreden="eigen_verzoek",
                afgesloten_op=dag,
                op=OP,
                door=door,
            )
        heraanmelden(statushouder=een, aangemeld_op=date(2026, 10, 1), op=OP, door=door)
        voor = alles()

        samenvoeging = samen(een, ander, door)
        een.refresh_from_db()
        eerder = een.eerdere_aanmeldingen.get()
        assert (eerder.aangemeld_op, eerder.afgesloten_op, een.aangemeld_op) == (
            date(2026, 2, 2),
            date(2026, 9, 1),
            date(2026, 10, 1),
        )
        ongedaan(samenvoeging, door)
        assert alles() == voor

    def test_what_was_added_or_corrected_since_stays(self, door, een, ander):
        samenvoeging = samen(een, ander, door)
        een.refresh_from_db()
        wijzig_gegevens(
            statushouder=een,
            versie=een.versie,
            wet="wi2013",
            leerroute="nvt",
            reden="bericht_duo",
            op=OP,
            door=door,
        )
        bel(een, door)

        ongedaan(samenvoeging, door)

        een.refresh_from_db()
        assert een.wet == "wi2013"
        assert (een.contactmomenten.count(), ander.contactmomenten.count()) == (2, 1)

    def test_a_plaatsing_added_to_a_moved_traject_goes_back_with_it(self, door, een, ander):
        samenvoeging = samen(een, ander, door)
        plaats(
            statushouder=een,
            soort="betaald_werk",
            begindatum=OP,
            traject=een.trajecten.get(begindatum=date(2026, 3, 1)),
            op=OP,
            door=door,
        )

        ongedaan(samenvoeging, door)

        assert (een.plaatsingen.count(), ander.plaatsingen.count()) == (0, 2)

    def test_a_merged_dossier_is_merged_once_and_not_brought_back_alone(self, door, een, ander):
        samenvoeging = samen(een, ander, door)

        with pytest.raises(ValidationError, match="ingetrokken of al samengevoegd"):
            samen(een, ander, door)
        with pytest.raises(ValidationError, match="Maak de samenvoeging ongedaan"):
            herstel_aanmelding(statushouder=ander, op=OP, door=door)
        ongedaan(samenvoeging, door)
        with pytest.raises(ValidationError, match="al ongedaan gemaakt"):
            ongedaan(samenvoeging, door)

    def test_nothing_is_merged_with_what_may_not_be_changed(self, mensen, een, door):
        with scope(mensen.andere_klantmanager) as daar:
            elders = maak_persoon(daar, in_="Huizen")
        with scope(mensen.klantmanager), pytest.raises(ValidationError, match="niet wijzigen"):
            samen(een, elders, door)


class TestPaginas:
    def test_merging_and_undoing_on_the_pages(self, mensen, als):
        with scope(mensen.klantmanager) as door:
            een, ander = maak_persoon(door), maak_persoon(door, voornaam="Rachel")
        client = als("klantmanager")
        assert "Naam klinkt hetzelfde" in client.get(reverse("dubbelen")).content.decode()
        adres = reverse("dubbel_vergelijken", args=[een.sleutel, ander.sleutel])
        pagina = client.get(adres).content.decode()
        sleutel = pagina.split('name="formulier_sleutel" value="')[1].split('"')[0]

        fout = client.post(adres, {"formulier_sleutel": sleutel})
        assert fout.status_code == 422
        antwoord = client.post(adres, {"formulier_sleutel": sleutel, "blijft": str(een.sleutel)})

        assert antwoord.url == een.get_absolute_url()
        assert "Samengevoegd" in client.get(reverse("dubbelen")).content.decode()
        client.post(reverse("persoon_herstellen", args=[ander.sleutel]))
        with scope(mensen.klantmanager):
            assert Samenvoeging.objects.get().ongedaan_op is not None
            assert Statushouder.objects.geldig().count() == 2

    def test_two_people_are_told_apart_on_the_page(self, mensen, als):
        with scope(mensen.klantmanager) as door:
            een, ander = maak_persoon(door), maak_persoon(door)
        client = als("klantmanager")

        client.post(reverse("dubbel_niet", args=[een.sleutel, ander.sleutel]))

        assert "Geen dossiers" in client.get(reverse("dubbelen")).content.decode()
