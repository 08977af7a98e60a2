"""The pages: who reads what, what each step does, and that no address leads to a true value."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from regio.models import Handeling, Logregel, Opdracht
from regio.rijrechten import bereik_transactie, zet_bereik
from regio.toegang import Bereik
from regio.uitvak import doe_opdracht
from tests.mensen import geef, maak_gebruiker
from tests.verbinder.rapportage.conftest import DOOR, NU
from tests.verbinder.rapportage.gevallen import HIER, maak_verstuurde_versie
from tests.verstuur import verstuur
from verbinder.rapportage import services
from verbinder.rapportage.models import Bestand, Tekst, Vaststelling, Versie, WaarCijfer

NU_OP_DE_KLOK = NU + timedelta(hours=4)


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(NU_OP_DE_KLOK, tick=True):
        yield


def adres(pagina: str, **meer) -> str:
    return reverse(pagina, kwargs={**HIER, **meer})


def doe_het_werk() -> None:
    """What a worker does when the bell rings."""
    opdracht = Opdracht.objects.filter(klaar_op__isnull=True).get()
    assert doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik) == "klaar"


def als_maker(regio_id: int):
    return bereik_transactie(Bereik(cijferregios=frozenset({regio_id})))


class TestReading:
    def test_a_director_finds_the_concept_in_the_list_and_reads_it(self, verstuurd, als):
        lijst = als("directieoverleg").get(reverse("rapportages")).content.decode()
        rapport = als("directieoverleg").get(adres("rapportage")).content.decode()

        assert adres("rapportage") in lijst
        assert "Kernboodschap" in rapport
        assert "Concept" in rapport
        assert "Tekst wijzigen" not in rapport

    def test_a_report_that_was_not_sent_is_not_there_for_a_director(self, versie, als):
        client = als("directieoverleg")

        assert client.get(adres("rapportage")).status_code == 404
        assert client.get(adres("rapportage_download", soort="rapport.pdf")).status_code == 404
        assert adres("rapportage") not in client.get(reverse("rapportages")).content.decode()

    def test_a_report_of_another_region_is_not_there(self, vastgesteld, als):
        assert als("vreemde_verbinder").get(adres("rapportage")).status_code == 404

    def test_who_reads_the_whole_country_reads_every_region(self, vastgesteld, client):
        landelijk = maak_gebruiker("landelijk")
        geef(landelijk, "directieoverleg")
        client.force_login(landelijk)

        assert client.get(adres("rapportage")).status_code == 200

    def test_a_right_that_ended_yesterday_opens_nothing(self, vastgesteld, client):
        gisteren = maak_gebruiker("was_er_nog")
        geef(gisteren, "directieoverleg", "AM12", tot_en_met=(NU - timedelta(days=1)).date())
        client.force_login(gisteren)

        assert client.get(adres("rapportage")).status_code == 404

    def test_a_reader_sees_the_text_that_was_sent_and_not_what_is_being_written(
        self, verstuurd, als
    ):
        services.schrijf_tekst(
            versie=verstuurd,
            deel="vooruitblik",
            tekst="Nog niet besproken plannen.",
            gelezen=1,
            nu=NU + timedelta(hours=1),
            door=DOOR,
        )

        lezer = als("directieoverleg").get(adres("rapportage")).content.decode()
        maker = als("verbinder").get(adres("rapportage")).content.decode()

        assert "Nog niet besproken" not in lezer
        assert "Nog niet besproken" in maker

    def test_a_number_in_a_text_is_the_number_of_the_table(self, verstuurd, als):
        services.schrijf_tekst(
            versie=verstuurd, deel="kern", tekst="Wel {{A1}} mensen.", gelezen=1, nu=NU, door=DOOR
        )

        pagina = als("verbinder").get(adres("rapportage")).content.decode()

        assert '<span class="verwijzing" title="Cijfer A1">200</span> mensen' in pagina


class TestDownloading:
    def test_the_bytes_are_those_that_were_kept_and_the_log_says_who_took_them(
        self, verstuurd, als, mensen
    ):
        antwoord = als("directieoverleg").get(adres("rapportage_download", soort="rapport.pdf"))

        with als_maker(verstuurd.rapportage.regio_id):
            bestand = Bestand.objects.get(versie=verstuurd, soort="rapport.pdf")
        assert antwoord.content == bytes(bestand.inhoud)
        assert antwoord.headers["Content-Type"] == "application/pdf"
        assert antwoord.headers["Content-Disposition"] == (
            'attachment; filename="rapport-AM12-2026-1-v1.pdf"'
        )
        zet_bereik(Bereik(logregios=frozenset({verstuurd.rapportage.regio_id})))
        regel = Logregel.objects.get(handeling=Handeling.RAPPORT_GEDOWNLOAD)
        assert (regel.gebruiker_id, regel.gegevens["bestand"]) == (
            mensen.directieoverleg.pk,
            "rapport.pdf",
        )

    @pytest.mark.parametrize("soort", ["geheim.txt", "..", "rapport.pdf.exe"])
    def test_a_file_that_does_not_exist_is_a_404(self, verstuurd, als, soort):
        pad = adres("rapportage_download", soort="X").replace("X", soort)

        assert als("directieoverleg").get(pad).status_code == 404

    def test_no_address_leads_a_director_to_a_true_value(self, verstuurd, als):
        """Whatever they open, the database shows them no row of true values."""
        gezien = []

        def kijk(execute, sql, params, many, context):
            if "verbinder_waarcijfer" in sql:
                gezien.append(sql)
            return execute(sql, params, many, context)

        client = als("directieoverleg")
        with connection.execute_wrapper(kijk):
            for pagina in ("rapportage", "rapportage_vaststellen", "rapportage_sluiten"):
                client.get(adres(pagina))
            client.get(adres("rapportage") + "?controleer")
            csv_ = client.get(adres("rapportage_download", soort="cijfers.csv")).content.decode()

        assert gezien == []
        rijen = csv.DictReader(io.StringIO(csv_), delimiter=";")
        assert {(r["teller"], r["noemer"], r["waarde"]) for r in rijen} == {("", "", "")}
        zet_bereik(Bereik(publicaties=frozenset({verstuurd.rapportage.regio_id})))
        assert not WaarCijfer.objects.exists()

    def test_the_maker_can_see_what_would_be_sent(self, versie, als):
        antwoord = als("verbinder").get(adres("rapportage_voorbeeld", soort="rapport.pdf"))

        assert antwoord.content.startswith(b"%PDF-")

    def test_a_preview_of_the_figures_says_so_in_its_name_and_in_every_row(self, versie, als):
        antwoord = als("verbinder").get(adres("rapportage_voorbeeld", soort="cijfers.csv"))

        assert "cijfers-VOORBEELD-AM12" in antwoord.headers["Content-Disposition"]
        rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode()), delimiter=";"))
        assert all(rij["status"].startswith("VOORBEELD: niet gecontroleerd") for rij in rijen)


class TestMaking:
    def test_a_verbinder_asks_for_a_report_and_sees_how_far_it_is(self, mensen, als, monkeypatch):
        monkeypatch.setattr("verbinder.rapportage.web.maken.vandaag", lambda: NU.date())
        client = als("verbinder")
        antwoord = verstuur(client, reverse("rapportage_maken"), regio="AM12", halfjaar="2026-1")

        assert antwoord.url == adres("rapportage_voortgang")
        pagina = client.get(antwoord.url)
        assert "in de wachtrij" in pagina.content.decode()
        opdracht = Opdracht.objects.get(taak="rapportage.maak")
        assert (opdracht.bereik["gemeenten"], opdracht.wie) == ([], "Verbinder")

        maak_verstuurde_versie()
        htmx = client.get(antwoord.url, headers={"HX-Request": "true"})
        assert htmx.headers["HX-Redirect"] == adres("rapportage")

    def test_a_second_report_waits_until_the_first_is_adopted(self, verstuurd, als, monkeypatch):
        monkeypatch.setattr("verbinder.rapportage.web.maken.vandaag", lambda: NU.date())
        antwoord = verstuur(
            als("verbinder"), reverse("rapportage_maken"), regio="AM12", halfjaar="2026-1"
        )

        assert antwoord.status_code == 422
        assert "nog niet is vastgesteld" in antwoord.content.decode()

    def test_another_region_cannot_be_chosen(self, mensen, als):
        antwoord = verstuur(
            als("vreemde_verbinder"), reverse("rapportage_maken"), regio="AM12", halfjaar="2025-2"
        )

        assert antwoord.status_code == 422
        assert not Opdracht.objects.filter(taak="rapportage.maak").exists()


class TestTheWayToAVaststelling:
    def test_from_first_figures_to_adopted(self, versie, als):
        client = als("verbinder")

        assert "nog de eerste tekst" in client.get(adres("rapportage")).content.decode()
        antwoord = verstuur(
            client,
            adres("rapportage_tekst", deel="kern"),
            tekst="Er zijn {{A1}} mensen.",
            gelezen=1,
        )
        assert antwoord.url == adres("rapportage") + "#kern"
        for stap in ("meten", "sluiten"):
            assert verstuur(client, adres(f"rapportage_{stap}")).url == adres("rapportage")
        antwoord = verstuur(client, adres("rapportage_versturen"))
        assert antwoord.url == adres("rapportage_controle")
        assert "in de wachtrij" in client.get(antwoord.url).content.decode()
        doe_het_werk()
        assert "Het concept is verstuurd" in client.get(antwoord.url, follow=True).content.decode()
        antwoord = verstuur(
            client,
            adres("rapportage_vaststellen"),
            overleg="PFHO",
            datum="2026-06-30",
            uitkomst="ingestemd",
        )
        assert antwoord.url == adres("rapportage_controle")
        doe_het_werk()
        klaar = client.get(antwoord.url, headers={"HX-Request": "true"})
        assert klaar.headers["HX-Redirect"] == adres("rapportage")

        pagina = client.get(adres("rapportage") + "?controleer").content.decode()
        assert "niets veranderd sinds de vaststelling" in pagina
        assert "Tekst wijzigen" not in pagina
        assert Vaststelling.objects.get().overleg == "PFHO"

    def test_a_wrong_reference_is_refused_in_the_form_and_the_text_is_kept(self, versie, als):
        antwoord = verstuur(
            als("verbinder"), adres("rapportage_tekst", deel="kern"), tekst="{{Q1}}", gelezen=1
        )

        assert antwoord.status_code == 422
        assert "{{Q1}}" in antwoord.content.decode()
        with als_maker(versie.rapportage.regio_id):
            assert not Tekst.objects.filter(tekst="{{Q1}}").exists()

    def test_a_step_taken_twice_says_so(self, verstuurd, als):
        antwoord = verstuur(als("verbinder"), adres("rapportage_sluiten"))

        assert antwoord.status_code == 422
        assert "al gesloten" in antwoord.content.decode()

    @pytest.mark.parametrize("rol", ["directieoverleg", "gemeente_cijfers", "klantmanager"])
    def test_who_only_reads_takes_no_step(self, verstuurd, als, rol):
        for stap in ("sluiten", "versturen", "vaststellen"):
            assert als(rol).post(adres(f"rapportage_{stap}")).status_code in (400, 403)
        assert Versie.objects.count() == 1


class TestTheConfidentialAnnex:
    PAD = "/rapportages/AM12/2026-1/1/eigen-cijfers/GM0402/"

    def test_a_gemeente_takes_its_own_true_figures_along_and_nobody_else_does(
        self, verstuurd, mensen, als
    ):
        antwoord = als("gemeente_cijfers").get(self.PAD)
        regels = antwoord.content.decode("utf-8-sig").splitlines()

        assert "VERTROUWELIJK" in regels[0]
        rijen = list(csv.DictReader(regels[1:], delimiter=";"))
        assert int(next(r for r in rijen if r["cijfer"] == "A1")["waarde"]) > 0
        assert als("andere_klantmanager").get(self.PAD).status_code == 404
        assert als("directieoverleg").get(self.PAD).status_code == 404

    def test_the_page_leads_there_for_who_may_have_it(self, verstuurd, mensen, als):
        assert self.PAD in als("gemeente_cijfers").get(adres("rapportage")).content.decode()
        assert self.PAD not in als("directieoverleg").get(adres("rapportage")).content.decode()
