"""The public edition: stricter, nameless, and nothing to find for who holds both editions."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import Error, transaction
from django.urls import reverse

from regio.models import Handeling, Logregel, Opdracht
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.mensen import geef, maak_gebruiker
from tests.verbinder.onthulling.strijd import bestorm
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU, stel_vast
from tests.verbinder.rapportage.gevallen import HIER
from tests.verstuur import verstuur
from verbinder.onthulling.regel import STANDAARD, STRENG
from verbinder.rapportage import services
from verbinder.rapportage.controle import afwijkingen
from verbinder.rapportage.los import maak_los_rapport
from verbinder.rapportage.models import Bestand, Bestandsoort
from verbinder.rapportage.openbaar import VERHAAL_WEG, openbaar_rapport, zonder_namen
from verbinder.rapportage.openbaarmaking import Openbaarmaking
from verbinder.rapportage.opslag import boek_van, gepubliceerd, laatste_opname, rapport_van
from verbinder.rapportage.services import controleren
from verbinder.rapportage.uitgave import bekende_uitgaven, publicatie_van, uitgave_van


def maak_openbaar(versie, **anders):
    return services.maak_openbaar(versie=versie, nu=NU, door=DOOR, **anders)


@pytest.fixture
def openbaar(vastgesteld):
    """The public edition of the adopted report."""
    assert maak_openbaar(vastgesteld).klaar
    return Openbaarmaking.objects.get(versie=vastgesteld).opname


def adres(pagina: str, **meer) -> str:
    return reverse(pagina, kwargs={**HIER, **meer})


class TestTheEdition:
    def test_it_is_made_of_the_adopted_figures_by_the_strict_rule(self, vastgesteld, openbaar):
        gewoon = laatste_opname(vastgesteld)

        assert openbaar.van == gewoon.van
        assert (openbaar.regel, gewoon.regel) == ("streng", "standaard")
        boek = boek_van(openbaar)
        assert boek["A1"].weergave == boek_van(gewoon)["A1"].weergave
        verwacht = {c.plaats: c.weergave for c in publicatie_van(openbaar).cellen()}
        assert {c.plaats: c.weergave for c in boek} == verwacht

    def test_what_the_region_does_not_read_nobody_reads(self, vastgesteld, openbaar):
        def verborgen(opname):
            return {c.plaats for c in boek_van(opname) if not c.samengevoegd and c.getal is None}

        assert verborgen(laatste_opname(vastgesteld)) <= verborgen(openbaar)

    def test_every_form_is_kept_beside_those_of_the_region(self, vastgesteld, openbaar):
        bestanden = Bestand.objects.filter(versie=vastgesteld, openbaar=True)

        assert {b.soort for b in bestanden} == set(Bestandsoort.values)
        pdf = next(b for b in bestanden if b.soort == "rapport.pdf")
        with pikepdf.open(io.BytesIO(bytes(pdf.inhoud))) as open_:
            assert "openbare versie" in str(open_.docinfo["/Title"])

    def test_the_adopted_report_itself_did_not_change(self, vastgesteld, openbaar):
        assert list(afwijkingen(vastgesteld.vaststelling, ook_waar=True)) == []
        assert gepubliceerd(vastgesteld.rapportage.regio, HALFJAAR) == laatste_opname(vastgesteld)
        assert uitgave_van(vastgesteld) == laatste_opname(vastgesteld)
        assert not rapport_van(vastgesteld).openbaar


class TestNobodyIsNamed:
    def test_names_of_accounts_and_addresses_leave_the_texts_and_stories_do_too(
        self, verstuurd, gooi
    ):
        collega = maak_gebruiker("sanne_de_wit")
        collega.naam = "Sanne de Wit"
        collega.save()
        geef(collega, "verbinder", "AM12")
        schrijf = {"versie": verstuurd, "gelezen": 1, "nu": NU, "door": DOOR}
        services.schrijf_tekst(
            deel="vooruitblik",
            tekst="SANNE  de Wit (sanne@regio.invalid) gaat verder met {{A1}} mensen.",
            **schrijf,
        )
        services.schrijf_tekst(
            deel="caseload", tekst="Amina vond werk.", verhaal=True, mag_verhaal=True, **schrijf
        )
        services.controleer_kleine_aantallen(versie=verstuurd, nu=NU, door=DOOR)
        stel_vast(verstuurd, overleg="PFHO, voorzitter Sanne de Wit")
        maak_openbaar(verstuurd)

        rapport = openbaar_rapport(Openbaarmaking.objects.get(versie=verstuurd).opname)
        assert rapport.teksten["vooruitblik"] == (
            "[naam weggelaten] ([e-mailadres weggelaten]) gaat verder met {{A1}} mensen."
        )
        assert rapport.teksten["caseload"] == VERHAAL_WEG
        odt = Bestand.objects.get(versie=verstuurd, openbaar=True, soort="rapport.odt")
        assert "Sanne" not in _leesbaar(bytes(odt.inhoud))
        assert "Amina" not in _leesbaar(bytes(odt.inhoud))
        gewoon = Bestand.objects.filter(versie=verstuurd, openbaar=False, soort="rapport.odt")
        assert "Amina" in _leesbaar(bytes(gewoon.order_by("-uitgave")[0].inhoud))

    def test_a_word_that_holds_a_name_stays(self):
        assert zonder_namen("Jan Vos en Jan Vosje", ["Jan Vos", "Jan"]) == (
            "[naam weggelaten] en Jan Vosje"
        )


def _leesbaar(odt: bytes) -> str:
    with ZipFile(io.BytesIO(odt)) as bestand:
        return "".join(bestand.read(naam).decode() for naam in ("content.xml", "meta.xml"))


class TestTheAudit:
    def test_who_holds_both_editions_finds_nothing(self, vastgesteld, openbaar):
        samen = bestorm(
            publicatie_van(openbaar, afstand=0),
            publicatie_van(laatste_opname(vastgesteld), afstand=0),
        )

        assert samen.mogelijk
        assert samen.aangevallen
        assert (samen.exact, samen.smal) == ([], [])

    def test_the_audit_knows_the_edition_of_the_region(self, vastgesteld, monkeypatch):
        bekend, echt = [], controleren.audit
        monkeypatch.setattr(
            controleren,
            "audit",
            lambda nu, eerdere, **rest: bekend.append((nu, eerdere)) or echt(nu, eerdere, **rest),
        )
        maak_openbaar(vastgesteld)

        ((nu, eerdere),) = bekend
        assert nu.regel == STRENG
        assert [(p.regel, p.afstand) for p in eerdere] == [(STANDAARD, 0)]

    def test_later_audits_know_the_public_edition(self, vastgesteld, openbaar, gooi):
        gewoon = laatste_opname(vastgesteld)

        assert bekende_uitgaven(gooi, HALFJAAR.volgende) == [(gewoon, -1), (openbaar, -1)]

    def test_one_that_runs_out_of_time_blocks_is_kept_and_can_be_repeated(self, vastgesteld):
        controle = maak_openbaar(vastgesteld, seconden=0)

        assert (controle.klaar, controle.openbaar) == (False, True)
        assert not Openbaarmaking.objects.exists()
        assert maak_openbaar(vastgesteld).klaar

    def test_another_publication_during_the_audit_stops_it(self, vastgesteld, monkeypatch):
        antwoorden = iter([[], [(laatste_opname(vastgesteld), 0)]])
        monkeypatch.setattr(
            "verbinder.rapportage.services.openbaar.bekende_uitgaven",
            lambda *_: next(antwoorden),
        )

        with pytest.raises(ValidationError, match="een ander rapport gepubliceerd"):
            maak_openbaar(vastgesteld)
        assert not Openbaarmaking.objects.exists()


class TestItLiesFast:
    def test_it_comes_after_the_vaststelling(self, verstuurd):
        with pytest.raises(ValidationError, match="Stel het rapport eerst vast"):
            maak_openbaar(verstuurd)

    def test_there_is_one(self, vastgesteld, openbaar):
        with pytest.raises(ValidationError, match="al een openbare versie"):
            maak_openbaar(vastgesteld)

    def test_nothing_is_added_to_it_by_anyone(self, vastgesteld, openbaar):
        bestand = {"inhoud": b"", "grootte": 0, "sha256": "", "gemaakt_op": NU}
        with pytest.raises(Error, match="openbare versie is vastgesteld"), transaction.atomic():
            vastgesteld.bestanden.create(uitgave=9, openbaar=True, soort="rapport.pdf", **bestand)
        geweigerd = pytest.raises(Error, match="alleen toegevoegd|permission denied")
        with geweigerd, transaction.atomic():
            Openbaarmaking.objects.update(sha256="0")

    def test_before_the_vaststelling_the_database_refuses_a_public_file(self, verstuurd):
        bestand = {"inhoud": b"", "grootte": 0, "sha256": "", "gemaakt_op": NU}
        with pytest.raises(Error, match="na de vaststelling"), transaction.atomic():
            verstuurd.bestanden.create(uitgave=9, openbaar=True, soort="rapport.pdf", **bestand)

    def test_true_values_are_never_added_to_it(self, vastgesteld, openbaar):
        with pytest.raises(Error, match="vastgesteld"), transaction.atomic():
            openbaar.ware_cijfers.create(
                volgorde=1, indicator="A1", uitsplitsing="x", categorie="y"
            )


class TestThePages:
    def test_a_reader_finds_it_marked_and_downloads_its_bytes(self, vastgesteld, openbaar, als):
        client = als("directieoverleg")
        pagina = client.get(adres("rapportage")).content.decode()
        pad = adres("rapportage_openbaar_bestand", soort="rapport.pdf")

        assert "Openbare versie" in pagina
        assert pad in pagina
        antwoord = client.get(pad)
        assert antwoord.headers["Content-Disposition"] == (
            'attachment; filename="rapport-openbaar-AM12-2026-1-v1.pdf"'
        )
        with bereik_transactie(Bereik(cijferregios=frozenset({vastgesteld.rapportage.regio_id}))):
            bewaard = Bestand.objects.get(openbaar=True, soort="rapport.pdf")
        assert antwoord.content == bytes(bewaard.inhoud)
        zet_bereik(Bereik(logregios=frozenset({vastgesteld.rapportage.regio_id})))
        gelogd = Logregel.objects.get(handeling=Handeling.RAPPORT_GEDOWNLOAD)
        assert gelogd.gegevens["openbaar"] is True

    def test_a_stranger_gets_none_and_a_reader_makes_none(self, vastgesteld, als):
        pad = adres("rapportage_openbaar_bestand", soort="rapport.pdf")

        assert als("vreemde_verbinder").get(pad).status_code == 404
        assert als("directieoverleg").get(pad).status_code == 404
        assert als("directieoverleg").get(adres("rapportage_openbaar")).status_code == 403
        assert (
            "Openbare versie"
            not in als("directieoverleg").get(adres("rapportage")).content.decode()
        )

    def test_a_verbinder_asks_for_it_and_a_worker_makes_it(self, vastgesteld, als):
        client = als("verbinder")
        assert adres("rapportage_openbaar") in client.get(adres("rapportage")).content.decode()

        antwoord = verstuur(client, adres("rapportage_openbaar"))
        assert antwoord.url == adres("rapportage_controle")
        assert "openbare versie" in client.get(antwoord.url).content.decode()
        doe_het_werk()

        klaar = client.get(antwoord.url, follow=True).content.decode()
        assert "De openbare versie is gemaakt" in klaar
        assert adres("rapportage_openbaar") + '"' not in klaar

    def test_it_can_be_asked_with_the_vaststelling(self, verstuurd, als):
        client = als("verbinder")
        verstuur(
            client,
            adres("rapportage_vaststellen"),
            overleg="PFHO",
            datum="2026-06-30",
            uitkomst="ingestemd",
            openbaar="on",
        )
        doe_het_werk()
        doe_het_werk()

        assert Openbaarmaking.objects.filter(versie=verstuurd).exists()


def doe_het_werk() -> None:
    opdracht = Opdracht.objects.filter(klaar_op__isnull=True).get()
    assert doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik) == "klaar"


class TestWithoutTheDatabase:
    def test_the_files_of_both_editions_and_two_half_years_keep_their_secrets(self, gooi, teller):
        vast = {"regio": gooi, "bekend_op": NU, "op": NU.date()}
        gewoon = maak_los_rapport(halfjaar=HALFJAAR, **vast)
        open_ = maak_los_rapport(halfjaar=HALFJAAR, openbaar=True, **vast)

        def publicatie(los):
            return replace(los.cijfers.publicatie, weggelaten=los.verslag.tabellen, afstand=0)

        assert open_.cijfers.regel == STRENG
        buit = bestorm(publicatie(open_), publicatie(gewoon))
        assert buit.mogelijk
        assert (buit.exact, buit.smal) == ([], [])

    def test_the_command_writes_it_under_names_of_its_own(self, gooi, tmp_path):
        call_command(
            "rapporteer", regio="AM12", halfjaar="2026-1", uit=str(tmp_path), openbaar=True
        )

        assert {pad.name for pad in tmp_path.iterdir()} == {
            f"openbaar-{naam}" for naam in Bestandsoort.values
        }

    def test_it_carries_no_true_values(self, gooi, teller):
        with pytest.raises(ValidationError, match="Kies een van beide"):
            maak_los_rapport(
                regio=gegevens.regio(),
                halfjaar=HALFJAAR,
                bekend_op=NU,
                op=NU.date(),
                intern=True,
                openbaar=True,
            )
