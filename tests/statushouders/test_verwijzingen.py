"""Referring somebody, with a profile of one page; and volunteers, for a purpose and for a time."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from regio.models import Logregel
from statushouders.documenten.profiel import profiel, profiel_pdf
from statushouders.lijsten.tijdlijn import tijdlijn
from statushouders.models import Begeleiding, Verwijzing
from statushouders.services.begeleiding import beeindig_begeleiding, begin_begeleiding, verleng
from statushouders.services.contact import leg_contact_vast
from statushouders.services.dagwissel import wissel_dag
from statushouders.services.kern import Ingehaald
from statushouders.services.plaatsingen import plaats
from statushouders.services.verwijzingen import noteer_profiel, verwijs, zet_stand
from tests.statushouders.hulp import OP, maak_persoon, scope

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 20, 12, tzinfo=UTC)
GEHEIM = "Heeft hoofdpijn en drie kinderen"


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door, opleidingsniveau="hoog", beroepswens="Q", beschikbaar_uren=24)


@pytest.fixture
def verwijzing(persoon, door):
    return vraag(persoon, door, diensten=["loopbaanadvies", "praktijkleren_mbo"])


def vraag(persoon, door, **anders):
    gegevens = {"soort": "werkcentrum", "gevraagd_op": date(2026, 11, 2)}
    return verwijs(statushouder=persoon, **{**gegevens, **anders}, op=OP, door=door)


def zet(verwijzing, stand, door, dag=OP, **anders):
    nu = Verwijzing.objects.get(pk=verwijzing.pk)
    gegevens = {"versie": nu.versie, "reden": "", **anders}
    return zet_stand(verwijzing=nu, stand=stand, datum=dag, **gegevens, op=OP, door=door)


class TestVerwijzen:
    def test_from_asked_to_accepted_to_finished(self, verwijzing, door):
        assert verwijzing.dienstnamen == ["Loopbaanadvies", "Praktijkleren in het mbo"]

        zet(verwijzing, "aanvaard", door, date(2026, 11, 9))
        klaar = zet(verwijzing, "afgerond", door)

        assert (klaar.besloten_op, klaar.afgerond_op) == (date(2026, 11, 9), OP)

    @pytest.mark.parametrize("soort", ["wsp", "uaf", "vluchtelingenwerk"])
    def test_to_each_kind_of_organisation_without_naming_it(self, persoon, door, soort):
        assert vraag(persoon, door, soort=soort).naar.soort == soort

    def test_a_refusal_or_withdrawal_wants_a_reason(self, verwijzing, door):
        for stand in ("geweigerd", "ingetrokken"):
            with pytest.raises(ValidationError, match="Kies een reden"):
                zet(verwijzing, stand, door)
        assert zet(verwijzing, "geweigerd", door, reden="geen_plek").reden == "geen_plek"

    @pytest.mark.parametrize("stand", ["aanvaard", "ingetrokken", "afgerond"])
    def test_what_was_refused_stays_refused(self, verwijzing, door, stand):
        zet(verwijzing, "geweigerd", door, reden="geen_plek")

        with pytest.raises(ValidationError, match="kan dit niet meer"):
            zet(verwijzing, stand, door, reden="anders")

    def test_what_was_not_accepted_is_not_finished(self, verwijzing, door):
        with pytest.raises(ValidationError, match="kan dit niet meer"):
            zet(verwijzing, "afgerond", door)

    def test_days_that_contradict_each_other_are_refused(self, persoon, verwijzing, door):
        with pytest.raises(ValidationError, match="voor de dag van de vraag"):
            zet(verwijzing, "aanvaard", door, date(2026, 11, 1))
        with pytest.raises(ValidationError, match="vandaag of een eerdere dag"):
            zet(verwijzing, "aanvaard", door, OP + timedelta(days=1))
        with pytest.raises(ValidationError, match="vandaag of een eerdere dag"):
            vraag(persoon, door, gevraagd_op=OP + timedelta(days=1))

    def test_of_two_answers_the_second_is_told(self, verwijzing, door):
        zet(verwijzing, "aanvaard", door)

        with pytest.raises(Ingehaald):
            zet(verwijzing, "ingetrokken", door, versie=1, reden="anders")

    def test_only_the_werkcentrum_has_these_services(self, persoon, door):
        with pytest.raises(ValidationError, match="Alleen het Werkcentrum"):
            vraag(persoon, door, soort="uaf", diensten=["schuldhulp"])
        with pytest.raises(ValidationError, match="uit de lijst"):
            vraag(persoon, door, diensten=["toveren"])

    def test_it_stands_in_the_timeline(self, persoon, verwijzing):
        titels = [g.titel for g in tijdlijn(persoon)]

        assert "Verwezen naar Werkcentrum / RMT (gevraagd)" in titels


class TestProfiel:
    def tekst(self, pdf):
        document = pypdfium2.PdfDocument(pdf)
        bladen = [blad.get_textpage().get_text_range() for blad in document]
        assert len(bladen) == 1
        return bladen[0]

    def test_the_pdf_says_what_the_preview_says_on_one_page_and_no_note(
        self, persoon, verwijzing, door
    ):
        leg_contact_vast(
            statushouder=persoon, soort="gesprek", datum=OP, notitie=GEHEIM, op=OP, door=door
        )
        for _ in range(9):
            plaats(
                statushouder=persoon,
                soort="stage_praktijkleren",
                begindatum=date(2026, 6, 1),
                werkgever="Zorggroep De Linde",
                op=OP,
                door=door,
            )
        gegevens = profiel(verwijzing, op=OP)

        tekst = self.tekst(profiel_pdf(gegevens, op=NU))

        for label, waarde in gegevens.regels:
            assert f"{label}: {waarde}" in tekst
        assert "Gezondheids- en welzijnszorg" in tekst
        assert GEHEIM not in tekst
        assert "De Linde" not in tekst

    def test_what_is_typed_is_text_and_no_markup(self, persoon, door):
        rij = vraag(persoon, door, vraag='#panic("x") *vet* [a](b)')

        assert '#panic("x") *vet* [a](b)' in self.tekst(profiel_pdf(profiel(rij, op=OP), op=NU))

    def test_the_pdf_is_accessible(self, verwijzing):
        with pikepdf.open(BytesIO(profiel_pdf(profiel(verwijzing, op=OP), op=NU))) as pdf:
            assert str(pdf.Root.Lang) == "nl-NL"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.open_metadata()["pdfuaid:part"] == "1"

    def test_looking_makes_nothing_and_making_is_logged(self, mensen, als, time_machine):
        time_machine.move_to(NU)
        with scope(mensen.klantmanager) as door:
            rij = vraag(maak_persoon(door), door)
        adres = reverse("verwijzing_profiel", args=[rij.sleutel])
        client = als("klantmanager")

        assert "Dit gaat naar buiten" in client.get(adres).content.decode()
        with scope(mensen.privacy_officer):
            assert not Logregel.objects.filter(handeling="lijst.uitvoer").exists()
        antwoord = client.post(adres)

        assert antwoord["Content-Type"] == "application/pdf"
        assert "Gebremedhin" in self.tekst(antwoord.content)
        with scope(mensen.privacy_officer):
            regel = Logregel.objects.get(handeling="lijst.uitvoer")
            assert regel.gegevens["wat"] == "profiel"
        assert als("andere_klantmanager").post(adres).status_code == 404

    def test_who_may_only_read_makes_no_profile(self, mensen, verwijzing, door):
        with (
            scope(mensen.andere_klantmanager) as daar,
            pytest.raises(ValidationError, match="niet wijzigen"),
        ):
            noteer_profiel(verwijzing=verwijzing, op=OP, door=daar)


class TestBegeleiding:
    def begin(self, persoon, door, **anders):
        gegevens = {
            "rol": "taalmaatje",
            "doel": "taal",
            "naam": "Jo de Boer",
            "bereikbaar": "06 12 34 56 78",
            "van": date(2026, 10, 1),
            "organisatie": "Taalhuis Midden",
        }
        return begin_begeleiding(statushouder=persoon, **{**gegevens, **anders}, op=OP, door=door)

    def test_a_volunteer_has_a_role_a_purpose_and_a_retention_period(self, persoon, door):
        rij = self.begin(persoon, door)

        assert (rij.rol, rij.doel, rij.bewaren_tot) == ("taalmaatje", "taal", date(2027, 11, 20))
        assert "Taalmaatje: Jo de Boer" in [g.titel for g in tijdlijn(persoon)]

    @pytest.mark.parametrize("veld", ["naam", "bereikbaar"])
    def test_a_private_address_is_refused(self, persoon, door, veld):
        with pytest.raises(ValidationError, match="privéadres"):
            self.begin(persoon, door, **{veld: "Kerkstraat 1, 1211 AB Hilversum"})

    def test_after_the_end_the_name_goes_three_months_later_and_the_fact_stays(self, persoon, door):
        rij = self.begin(persoon, door)
        beeindig_begeleiding(begeleiding=rij, tot_en_met=date(2026, 11, 15), op=OP, door=door)

        wissel_dag(op=date(2027, 2, 13), door=door)
        assert Begeleiding.objects.get().naam == "Jo de Boer"
        wissel_dag(op=date(2027, 2, 14), door=door)

        over = Begeleiding.objects.get()
        assert (over.naam, over.bereikbaar, over.rol) == ("", "", "taalmaatje")

    def test_who_is_still_needed_is_kept_another_year(self, persoon, door):
        rij = self.begin(persoon, door, van=date(2026, 1, 1))
        verleng(begeleiding=rij, op=date(2027, 3, 1), door=door)
        assert Begeleiding.objects.get().bewaren_tot == date(2028, 2, 29)

        beeindig_begeleiding(begeleiding=rij, tot_en_met=OP, op=OP, door=door)
        with pytest.raises(ValidationError, match="voorbij"):
            verleng(begeleiding=rij, op=OP, door=door)

    def test_the_pages(self, mensen, als, time_machine):
        time_machine.move_to(NU)
        with scope(mensen.klantmanager) as door:
            persoon = maak_persoon(door)
        client = als("klantmanager")

        def stuur(adres, **gegevens):
            pagina = client.get(adres).content.decode()
            sleutel = pagina.split('name="formulier_sleutel" value="')[1].split('"')[0]
            return client.post(adres, {"formulier_sleutel": sleutel, **gegevens})

        hulp = reverse("persoon_hulp", args=[persoon.sleutel])
        velden = {"naam": "Jo de Boer", "rol": "mentor", "doel": "werk", "van": "2026-11-01"}
        adres = reverse("begeleiding_beginnen", args=[persoon.sleutel])
        assert stuur(adres, **velden, bereikbaar="1211AB 3").status_code == 422
        assert stuur(adres, **velden).url == hulp
        adres = reverse("verwijzing_maken", args=[persoon.sleutel])
        profiel_adres = stuur(adres, soort="uaf", gevraagd_op="2026-11-10").url
        assert profiel_adres.endswith("/profiel/")
        stand = profiel_adres.removesuffix("profiel/")
        assert stuur(stand, stand="geweigerd", datum="2026-11-12", versie=1).status_code == 422
        assert stuur(stand, stand="aanvaard", datum="2026-11-12", versie=1).url == hulp
        pagina = client.get(hulp).content.decode()
        assert "Jo de Boer" in pagina
        assert "aanvaard" in pagina
