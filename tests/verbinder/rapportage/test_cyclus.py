"""The cycle around the report: gemeenten say of their figures, overleggen say of the report."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.urls import reverse

from regio.logboek import Door
from regio.models import Gemeente, Handeling, Logregel, Overleg
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.toegang import Bereik
from statushouders.models import Bevestiging, Statushouder, Traject
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU
from tests.verbinder.rapportage.gevallen import HIER
from tests.verstuur import verstuur
from verbinder.rapportage import services
from verbinder.rapportage.behandeling import Behandeling
from verbinder.rapportage.eigen import eigen_cijfers
from verbinder.rapportage.levering import aanleveringen
from verbinder.rapportage.models import Tekst
from verbinder.rapportage.opbouw import maak_document
from verbinder.rapportage.opslag import rapport_van
from verbinder.rapportage.slot import neem_slot

PAGINA = "/rapportages/AM12/2026-1/gemeente/GM0402/"


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(NU + timedelta(hours=4), tick=True):
        yield


def bevestig(mensen, **anders):
    return services.bevestig_cijfers(
        **{
            "gemeente": Gemeente.objects.get(naam="Hilversum"),
            "regio": gegevens.regio(),
            "halfjaar": HALFJAAR,
            "akkoord": True,
            "opmerking": "",
            "gebruiker": mensen.gemeente_cijfers,
            "nu": NU,
            "door": DOOR,
            **anders,
        }
    )


class TestAGemeenteConfirms:
    def test_it_sees_its_own_true_figures_and_what_to_mend_and_says_that_they_are_right(
        self, gooi, mensen, als
    ):
        client = als("gemeente_cijfers")
        pagina = client.get(PAGINA).content.decode()

        assert "Mensen in beeld" in pagina
        assert "Opleidingsniveau niet bekend" in pagina
        assert "Kloppen deze cijfers?" in pagina
        assert "gevallen/" not in pagina  # only counts: this role opens no dossier
        assert verstuur(client, PAGINA, akkoord="ja").url == PAGINA
        assert Bevestiging.objects.get().akkoord
        assert "Deze cijfers zijn bevestigd" in client.get(PAGINA).content.decode()
        zet_bereik(Bereik(logregios=frozenset({gooi.pk})))
        assert Logregel.objects.filter(handeling=Handeling.CIJFERS_BEVESTIGD).count() == 1
        assert not Logregel.objects.filter(handeling=Handeling.RAPPORT_GEMAAKT).exists()

    def test_who_opens_dossiers_gets_from_what_is_missing_to_the_cases(self, gooi, mensen, als):
        client = als("klantmanager")
        pagina = client.get(PAGINA).content.decode()
        adres = "/dashboard/gemeente/GM0402/gevallen/?halfjaar=2026-1&amp;cijfer=A1&amp;per=wet"

        assert adres in pagina
        gevallen = client.get(f"{adres}&categorie=onbekend".replace("&amp;", "&"))
        assert gevallen.status_code == 200

    def test_what_is_wrong_must_be_said(self, gooi, mensen, als):
        antwoord = verstuur(als("gemeente_cijfers"), PAGINA, akkoord="nee")

        assert antwoord.status_code == 422
        assert "Schrijf op wat er niet klopt" in antwoord.content.decode()

    def test_the_verbinder_looks_along_and_does_not_answer_for_them(self, gooi, mensen, als):
        pagina = als("verbinder").get(PAGINA).content.decode()

        assert "Kloppen deze cijfers?" not in pagina

    @pytest.mark.parametrize("rol", ["andere_klantmanager", "directieoverleg", "vreemde_verbinder"])
    def test_for_another_the_page_does_not_exist(self, gooi, mensen, als, rol):
        assert als(rol).get(PAGINA).status_code == 404

    def test_it_counts_as_delivered_and_the_last_word_holds(self, db, mensen):
        regio = gegevens.regio()

        def hilversum():
            rij = aanleveringen(regio, HALFJAAR, bekend_op=NU + timedelta(days=1))
            return next(a for a in rij if a.naam == "Hilversum")

        assert not hilversum().geleverd
        bevestig(mensen)
        assert hilversum().bevestigd

    def test_closed_figures_are_not_confirmed_any_more(self, verstuurd, mensen):
        with pytest.raises(ValidationError, match="zijn gesloten"):
            bevestig(mensen)

    def test_a_half_year_that_runs_is_not_confirmed_yet(self, db, mensen):
        with pytest.raises(ValidationError, match="nog niet voorbij"):
            bevestig(mensen, halfjaar=HALFJAAR.volgende)

    def test_a_gemeente_of_another_region_is_refused(self, db, mensen):
        with pytest.raises(ValidationError, match="niet bij deze regio"):
            bevestig(mensen, gemeente=Gemeente.objects.get(naam="Zwolle"))

    def test_the_list_says_what_awaits_an_answer(self, gooi, mensen, als):
        lijst = als("gemeente_cijfers").get(reverse("rapportages")).content.decode()

        assert PAGINA in lijst
        assert "nog te bevestigen" in lijst


class TestContradictions:
    @pytest.fixture
    def taken(self, gooi, teller):
        hilversum = Gemeente.objects.get(naam="Hilversum")
        bereik = Bereik(cijfergemeenten=frozenset({hilversum.pk}))
        return lambda: {
            t.wat: t.aantal for t in eigen_cijfers(bereik, gooi, hilversum, HALFJAAR)[1]
        }

    def test_a_traject_that_runs_on_after_the_person_was_closed_is_named(self, gooi, taken):
        wat = "Afgesloten, maar met een lopend traject"
        assert wat not in taken()
        with bereik_transactie(gegevens.bereik_over(gooi)):
            lopend = Traject.objects.filter(
                einddatum=None, statushouder__dossiergemeente__naam="Hilversum"
            ).first()
            Statushouder.objects.filter(pk=lopend.statushouder_id).update(
                afgesloten_op=date(2026, 6, 1)
            )

        assert taken()[wat] == 1


class TestWhatAnOverlegDid:
    def leg_vast(self, versie, **anders):
        return services.leg_behandeling_vast(
            **{
                "versie": versie,
                "overleg": None,
                "naam": "Directieoverleg",
                "datum": date(2026, 6, 29),
                "uitkomst": "aangehouden",
                "opmerking": "Eerst de startbanen nalopen.",
                "nu": NU,
                "door": DOOR,
                **anders,
            }
        )

    def test_it_stands_beside_the_report_for_every_reader(self, verstuurd, als):
        self.leg_vast(verstuurd)

        pagina = als("directieoverleg").get(reverse("rapportage", kwargs=HIER)).content.decode()
        assert "Eerst de startbanen nalopen." in pagina
        assert "aangehouden" in pagina

    def test_an_overleg_of_the_region_is_chosen_on_the_page(self, verstuurd, mensen, als):
        pfho = Overleg.objects.create(regio=gegevens.regio(), naam="PFHO", afkorting="PFHO")
        adres = reverse("rapportage_overleg", kwargs=HIER)
        verstuur(
            als("verbinder"), adres, overleg=pfho.pk, datum="2026-06-29", uitkomst="kennisgenomen"
        )

        with bereik_transactie(Bereik(cijferregios=frozenset({verstuurd.rapportage.regio_id}))):
            assert Behandeling.objects.get().naam == "PFHO"

    def test_it_may_come_after_the_vaststelling_and_is_never_changed(self, vastgesteld):
        behandeling = self.leg_vast(vastgesteld)

        with (
            pytest.raises(Error, match="alleen toegevoegd|permission denied"),
            transaction.atomic(),
        ):
            Behandeling.objects.filter(pk=behandeling.pk).update(uitkomst="ingestemd")

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"naam": " "}, "Kies een overleg"),
            ({"datum": date(2026, 8, 1)}, "in de toekomst"),
        ],
    )
    def test_what_cannot_be_is_refused(self, verstuurd, anders, zin):
        with pytest.raises(ValidationError, match=zin):
            self.leg_vast(verstuurd, **anders)

    def test_a_report_that_was_not_sent_is_not_treated(self, versie):
        with pytest.raises(ValidationError, match="Verstuur eerst"):
            self.leg_vast(versie)


class TestWriting:
    @pytest.fixture(autouse=True)
    def leeg(self):
        cache.clear()
        yield
        cache.clear()

    def schrijf(self, versie, door=DOOR, **anders):
        return services.schrijf_tekst(
            **{
                "versie": versie,
                "deel": "kern",
                "tekst": "Een verhaal.",
                "gelezen": 1,
                "nu": NU,
                "door": door,
                **anders,
            }
        )

    def test_a_story_of_a_person_needs_the_tick(self, versie):
        with pytest.raises(ValidationError, match="geanonimiseerd of met toestemming"):
            self.schrijf(versie, verhaal=True)

        assert self.schrijf(versie, verhaal=True, mag_verhaal=True).mag_verhaal

    def test_the_database_keeps_that_too(self, versie):
        with pytest.raises(Error, match="tekst_verhaal_mag"), transaction.atomic():
            Tekst.objects.create(
                versie=versie, deel="kern", volgnummer=50, verhaal=True, op=NU, wie="iemand"
            )

    def test_who_opened_a_part_keeps_others_out_until_it_is_saved(self, versie, mensen, als):
        ander = Door("Ander", mensen.klantmanager.pk)
        adres = reverse("rapportage_tekst", kwargs={**HIER, "deel": "kern"})
        neem_slot(versie, "kern", ander)

        with pytest.raises(ValidationError, match="Ander schrijft nu"):
            self.schrijf(versie)
        self.schrijf(versie, door=ander)
        assert "Ander schrijft nu in dit deel" in als("verbinder").get(adres).content.decode()

    def test_what_is_typed_is_saved_without_a_button(self, versie, mensen, als):
        client = als("verbinder")
        adres = reverse("rapportage_bewaar", kwargs={**HIER, "deel": "kern"})
        eerst = client.post(adres, {"tekst": "Er zijn {{A1}}", "gelezen": 1}).content.decode()
        daarna = client.post(adres, {"tekst": "Er zijn {{A1}} mensen", "gelezen": 2})
        fout = client.post(adres, {"tekst": "Er zijn {{A1", "gelezen": 3}).content.decode()

        assert "Bewaard om" in eerst
        assert 'name="gelezen" value="3"' in daarna.content.decode()
        assert "Nog niet bewaard" in fout
        with bereik_transactie(Bereik(cijferregios=frozenset({versie.rapportage.regio_id}))):
            laatste = Tekst.objects.filter(deel="kern").order_by("-volgnummer").first()
        assert laatste.tekst == "Er zijn {{A1}} mensen"


class TestHerzien:
    @pytest.fixture
    def volgend(self, vastgesteld, gooi):
        """Makes the report of the half-year after an adopted one."""

        def maak():
            versie, _ = services.zorg_voor_versie(
                regio=gooi, halfjaar=HALFJAAR.volgende, nummer=1, nu=NU, door=DOOR
            )
            services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
            services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR)
            return rapport_van(versie)

        return maak

    def test_what_did_not_change_is_not_named(self, volgend):
        assert volgend().herzien == ()

    def test_what_is_found_later_stands_in_the_next_report_beside_what_was_adopted(
        self, volgend, gooi, vastgesteld
    ):
        gegevens.vul(gooi, 60, zaad=2)
        zet_bereik(Bereik(cijferregios=frozenset({gooi.pk})))
        rapport = volgend()

        in_beeld = next(h for h in rapport.herzien if h.code == "A1")
        assert (in_beeld.stond, in_beeld.nu) == ("200", "260")
        assert in_beeld.reden == "later ingevoerd of verbeterd"
        secties = {sectie.titel for sectie in maak_document(rapport).secties}
        assert "Herzien sinds vaststelling" in secties
        assert rapport_van(vastgesteld).boek["A1"].weergave == "200"
