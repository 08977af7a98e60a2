"""An overleg treats a report: besluiten and actions go where they belong; and taking it back."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.urls import reverse

from regio.models import Actiepunt, Besluit, Opdracht, Overleg
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU, stel_vast
from tests.verbinder.rapportage.gevallen import HIER
from tests.verbinder.sturing.schrijver import Schrijver
from tests.verstuur import verstuur
from verbinder.rapportage import services
from verbinder.rapportage.behandeling import Behandeling, Intrekking
from verbinder.rapportage.models import Vaststelling
from verbinder.rapportage.opslag import gepubliceerd
from verbinder.sturing.agendastukken import hang_aan
from verbinder.sturing.behandelen import Actie, behandel_rapport
from verbinder.sturing.models import Rapportbesluit

DAG = date(2026, 6, 29)
NAAM = "Voortgangsrapportage 2026, 1e halfjaar, versie 1"


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def schrijver(mensen) -> Schrijver:
    return Schrijver(mensen.verbinder, op=NU.date())


@pytest.fixture
def behandel(mensen, verstuurd, schrijver):
    """`behandel(uitkomst=...)`: the PFHO treats the report that was sent."""

    def doe(**anders):
        gegevens_ = {
            "versie": verstuurd,
            "overleg": schrijver.overleg(),
            "datum": DAG,
            "uitkomst": "gewijzigd",
            "nu": NU,
            **anders,
        }
        return behandel_rapport(**gegevens_, **schrijver.wie)

    return doe


def als_maker():
    return bereik_transactie(Bereik(cijferregios=frozenset({gegevens.regio().pk})))


class TestWhatWasDecided:
    def test_each_besluit_has_the_next_number_of_the_year_and_names_this_version(
        self, behandel, verstuurd
    ):
        behandel(besluiten=["Kennis te nemen.", "De inzet te verlengen."])
        besluiten = Besluit.objects.order_by("nummer")

        assert [str(b) for b in besluiten] == ["PFHO 2026-01", "PFHO 2026-02"]
        assert [b.tekst for b in besluiten] == ["Kennis te nemen.", "De inzet te verlengen."]
        assert {b.uitkomst for b in besluiten} == {"gewijzigd"}
        assert {b.over_rapport.rapport for b in besluiten} == {verstuurd}
        assert Behandeling.objects.get().uitkomst == "gewijzigd"

    def test_without_words_the_besluit_names_the_report(self, behandel):
        behandel(uitkomst="kennisgenomen")

        assert Besluit.objects.get().tekst == f"{NAAM}."

    def test_it_belongs_to_the_point_of_the_agenda_on_which_the_version_hung(
        self, behandel, schrijver, verstuurd
    ):
        vergadering = schrijver.vergadering(datum=DAG)
        punt = vergadering.agendapunten.get(volgorde=2)
        hang_aan(agendapunt=punt, rapport=verstuurd, **schrijver.wie)

        behandel(overleg=vergadering.overleg)

        assert Besluit.objects.get().agendapunt == punt

    def test_an_action_is_on_the_start_page_of_its_owner(self, behandel, mensen, als):
        actie = Actie("Startbanen nalopen", "", date(2026, 9, 1), mensen.klantmanager.email)
        behandel(besluiten=["Startbanen na te lopen."], acties=[actie])

        punt = Actiepunt.objects.get()
        assert (punt.eigenaar, punt.datum) == (mensen.klantmanager, date(2026, 9, 1))
        assert punt.besluit == Besluit.objects.get()
        assert "Startbanen nalopen" in als("klantmanager").get("/").content.decode()

    def test_an_overleg_without_a_list_takes_no_besluiten_and_nothing_is_left_behind(
        self, behandel
    ):
        with pytest.raises(ValidationError, match="geen besluitenlijst"):
            behandel(overleg=None, naam="Gemeenteraad", besluiten=["Kennis te nemen."])

        assert not Behandeling.objects.exists()
        behandel(overleg=None, naam="Gemeenteraad")
        assert not Besluit.objects.exists()

    def test_an_owner_without_an_account_undoes_the_whole(self, behandel):
        actie = Actie("Nalopen", "", date(2026, 9, 1), "niemand@voorbeeld.invalid")
        with pytest.raises(ValidationError, match="Niemand in deze regio"):
            behandel(acties=[actie])

        assert not Behandeling.objects.exists()
        assert not Besluit.objects.exists()

    def test_the_page_writes_it_down_and_both_pages_lead_to_each_other(
        self, verstuurd, schrijver, als
    ):
        pfho = schrijver.overleg()
        adres = reverse("rapportage_overleg", kwargs=HIER)
        assert "Kennis te nemen van de voortgang" in als("verbinder").get(adres).content.decode()
        antwoord = verstuur(
            als("verbinder"),
            adres,
            overleg=pfho.pk,
            datum="2026-06-29",
            uitkomst="ingestemd",
            besluiten="In te stemmen.\n\nDe middelen door te schuiven.\n",
            wat_1="Rapport rondsturen",
            wie_1="secretaris",
            voor_1="2026-07-15",
        )
        lezer = als("directieoverleg")
        rapport = lezer.get(reverse("rapportage", kwargs=HIER)).content.decode()
        lijst = lezer.get(reverse("besluiten", args=[pfho.pk, 2026])).content.decode()

        assert antwoord.status_code == 302
        assert "PFHO 2026-02" in rapport
        assert "De middelen door te schuiven." in rapport
        assert NAAM in lijst
        assert reverse("rapportage", kwargs=HIER) in lijst
        assert Actiepunt.objects.get().eigenaar_naam == "secretaris"

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [
            ({"wie_1": "secretaris"}, "Schrijf op wat er moet gebeuren."),
            ({"wat_1": "Rondsturen"}, "Schrijf op wie dit doet."),
            ({"wat_1": "Rondsturen", "wie_1": "X"}, "Vul in voor welke dag dit klaar is."),
            ({"wat_1": "Rondsturen", "wie_1": "X", "voor_1": "31-2-26"}, "Dit is geen datum."),
        ],
    )
    def test_half_an_action_is_refused_at_its_field(self, verstuurd, schrijver, als, velden, zin):
        antwoord = verstuur(
            als("verbinder"),
            reverse("rapportage_overleg", kwargs=HIER),
            overleg=schrijver.overleg().pk,
            datum="2026-06-29",
            uitkomst="ingestemd",
            **velden,
        )

        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
        assert not Besluit.objects.exists()

    def test_the_vaststelling_is_on_the_list_too(self, verstuurd, schrijver, als):
        schrijver.overleg()
        verstuur(
            als("verbinder"),
            reverse("rapportage_vaststellen", kwargs=HIER),
            overleg="Portefeuillehoudersoverleg",
            datum="2026-06-30",
            uitkomst="ingestemd",
        )
        opdracht = Opdracht.objects.get(klaar_op=None)
        assert doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik) == "klaar"

        besluit = Besluit.objects.get()
        assert besluit.tekst == f"{NAAM}, vast te stellen."
        assert (besluit.uitkomst, besluit.datum) == ("ingestemd", date(2026, 6, 30))
        with als_maker():
            assert Rapportbesluit.objects.get().rapport == Vaststelling.objects.get().versie

    def test_who_only_reads_writes_nothing_down(self, verstuurd, als):
        for rol in ("directieoverleg", "klantmanager", "controller"):
            adres = reverse("rapportage_overleg", kwargs=HIER)
            assert als(rol).get(adres).status_code == 403


class TestTakingItBack:
    @pytest.fixture
    def ingetrokken(self, verstuurd):
        services.trek_versie_in(
            versie=verstuurd, reden="De cijfers van Huizen kloppen niet", nu=NU, door=DOOR
        )
        return verstuurd

    def test_nothing_is_decided_on_it_any_more(self, ingetrokken, behandel):
        with pytest.raises(ValidationError, match="ingetrokken op 01-07-2026: De cijfers van"):
            behandel()
        with pytest.raises(ValidationError, match="ingetrokken"):
            stel_vast(ingetrokken)

        assert not Besluit.objects.exists()

    def test_nor_on_the_point_of_an_agenda_where_it_hung(self, verstuurd, schrijver):
        punt = schrijver.vergadering(datum=DAG).agendapunten.get(volgorde=2)
        hang_aan(agendapunt=punt, rapport=verstuurd, **schrijver.wie)
        services.trek_versie_in(versie=verstuurd, reden="Fout", nu=NU, door=DOOR)

        with pytest.raises(ValidationError, match=f"{NAAM} is ingetrokken"):
            schrijver.besluit(punt)
        with pytest.raises(ValidationError, match="ingetrokken"):
            hang_aan(agendapunt=punt, rapport=verstuurd, **schrijver.wie)

    def test_readers_still_read_it_with_the_reason_and_the_verbinder_changes_nothing(
        self, ingetrokken, mensen, als
    ):
        adres = reverse("rapportage", kwargs=HIER)
        for rol in ("directieoverleg", "verbinder"):
            pagina = als(rol).get(adres).content.decode()
            assert "Reden: De cijfers van Huizen kloppen niet." in pagina
            assert "Kernboodschap" in pagina
            assert "Tekst wijzigen" not in pagina
        pdf = reverse("rapportage_download", kwargs={**HIER, "soort": "rapport.pdf"})
        assert als("directieoverleg").get(pdf).status_code == 200
        assert "Ingetrokken" in als("directieoverleg").get("/rapportages/").content.decode()

    def test_what_was_decided_before_stays_on_the_list_and_says_that_it_was_withdrawn(
        self, behandel, verstuurd, schrijver, als
    ):
        behandel()
        services.trek_versie_in(versie=verstuurd, reden="Fout", nu=NU, door=DOOR)

        adres = reverse("besluiten", args=[schrijver.overleg().pk, 2026])
        lijst = als("directieoverleg").get(adres).content.decode()
        assert f"{NAAM} (later ingetrokken)" in lijst

    def test_a_new_version_stands_beside_it_and_is_not_compared_with_it(self, gooi, ingetrokken):
        assert gepubliceerd(gooi, HALFJAAR) is None

        tweede, nieuw = services.zorg_voor_versie(
            regio=gooi, halfjaar=HALFJAAR, nummer=2, nu=NU, door=DOOR
        )
        assert nieuw
        assert tweede.nummer == 2

    def test_the_page_asks_for_a_reason_and_takes_it_back_once(self, verstuurd, als):
        adres = reverse("rapportage_intrekken", kwargs=HIER)
        zonder = verstuur(als("verbinder"), adres, reden="")
        met = verstuur(als("verbinder"), adres, reden="Verkeerde peildatum")
        nog_eens = verstuur(als("verbinder"), adres, reden="Nog eens")

        assert (zonder.status_code, met.status_code, nog_eens.status_code) == (422, 302, 422)
        assert "al ingetrokken" in nog_eens.content.decode()
        assert Intrekking.objects.get().reden == "Verkeerde peildatum"

    def test_only_what_was_sent_and_not_adopted_is_taken_back(self, versie, vastgesteld, gooi):
        with pytest.raises(ValidationError, match="vastgesteld"):
            services.trek_versie_in(versie=vastgesteld, reden="Fout", nu=NU, door=DOOR)
        nieuw, _ = services.zorg_voor_versie(
            regio=gooi, halfjaar=halfjaar(2025, 1), nummer=1, nu=NU, door=DOOR
        )
        with pytest.raises(ValidationError, match="nog niet verstuurd"):
            services.trek_versie_in(versie=nieuw, reden="Fout", nu=NU, door=DOOR)

    def test_the_database_refuses_both_at_once_and_any_change(self, ingetrokken):
        pogingen = [
            lambda: Vaststelling.objects.create(
                versie=ingetrokken, overleg="PFHO", datum=DAG, uitkomst="ingestemd", op=NU, wie="x"
            ),
            lambda: Intrekking.objects.update(reden="Anders"),
            lambda: Intrekking.objects.all().delete(),
        ]
        for poging in pogingen:
            with pytest.raises(Error), transaction.atomic():
                poging()


def test_an_adopted_version_is_not_withdrawn_in_the_database_either(vastgesteld):
    with pytest.raises(Error, match="vastgesteld"), transaction.atomic():
        Intrekking.objects.create(versie=vastgesteld, reden="Fout", op=NU, wie="iemand")


def test_an_overleg_that_the_region_does_not_keep_gets_no_besluit(vastgesteld):
    assert not Overleg.objects.exists()
    assert not Besluit.objects.exists()
