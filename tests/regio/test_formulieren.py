"""A form ends in one service call, is saved once, and shows a refusal where it belongs."""

import threading
import uuid

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connections, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client, RequestFactory
from django.urls import path

from regio.inzendingen import VELD, nieuwe_sleutel
from regio.models import Gebruiker, Inzending, Organisatie
from regio.web.formulieren import BESTAAT_AL, HandelingForm, eenmalig, toon
from tests.mensen import log_in, maak_gebruiker, maak_mensen
from tests.verstuur import verstuur
from verbinder import urls


class NaamForm(HandelingForm):
    naam = forms.CharField(label="Naam")


@eenmalig
def opslaan(request):
    """Saves a user with a name, fails on `fout`, raises on `kapot`."""
    if request.POST["naam"] == "kapot":
        raise ValueError("kapot")
    if request.POST["naam"] == "fout":
        return HttpResponse("fout", status=422)
    nieuw = Gebruiker.objects.met_wachtwoord(
        email=f"{uuid.uuid4()}@voorbeeld.invalid", naam=request.POST["naam"]
    )
    return redirect(f"/gemaakt/{nieuw.pk}/")


@eenmalig
def stukje(request):
    """Answers with a piece of page, as htmx wants."""
    return HttpResponse("<p>klaar</p>")


urlpatterns = [*urls.urlpatterns, path("opslaan/", opslaan), path("stukje/", stukje)]
handler500 = urls.handler500


@pytest.fixture
def gebruiker(db):
    return maak_gebruiker("anna")


@pytest.fixture
def client(gebruiker):
    return log_in(Client(raise_request_exception=False), gebruiker)


pytestmark = pytest.mark.urls(__name__)


def gemaakt() -> int:
    return Gebruiker.objects.filter(naam="nieuw").count()


def test_a_form_sent_twice_is_saved_once_and_leads_to_the_first_result(client, gebruiker):
    gegevens = {VELD: nieuwe_sleutel(gebruiker), "naam": "nieuw"}

    eerste = client.post("/opslaan/", gegevens)
    tweede = client.post("/opslaan/", gegevens)

    assert gemaakt() == 1
    assert eerste.url == tweede.url


def test_a_form_that_failed_may_be_sent_again_with_the_same_key(client, gebruiker):
    sleutel = nieuwe_sleutel(gebruiker)

    assert client.post("/opslaan/", {VELD: sleutel, "naam": "fout"}).status_code == 422
    assert client.post("/opslaan/", {VELD: sleutel, "naam": "nieuw"}).status_code == 302
    assert gemaakt() == 1


def test_a_form_whose_view_broke_may_be_sent_again_with_the_same_key(client, gebruiker):
    sleutel = nieuwe_sleutel(gebruiker)

    assert client.post("/opslaan/", {VELD: sleutel, "naam": "kapot"}).status_code == 500
    assert not Inzending.objects.exists()
    assert client.post("/opslaan/", {VELD: sleutel, "naam": "nieuw"}).status_code == 302


@pytest.mark.parametrize("sleutel", ["", "verzonnen", None])
def test_a_form_without_a_key_of_ours_is_refused_and_nothing_is_saved(client, sleutel):
    gegevens = {"naam": "nieuw"} | ({} if sleutel is None else {VELD: sleutel})

    assert client.post("/opslaan/", gegevens).status_code == 400
    assert gemaakt() == 0


def test_the_key_of_another_user_is_refused(client):
    ander = nieuwe_sleutel(maak_gebruiker("bert"))

    assert client.post("/opslaan/", {VELD: ander, "naam": "nieuw"}).status_code == 400
    assert gemaakt() == 0


def test_a_piece_of_page_that_came_already_does_not_come_twice(client, gebruiker):
    gegevens = {VELD: nieuwe_sleutel(gebruiker)}
    kop = {"HX-Request": "true"}

    assert client.post("/stukje/", gegevens, headers=kop).content == b"<p>klaar</p>"
    assert client.post("/stukje/", gegevens, headers=kop).status_code == 204


@pytest.mark.usefixtures("eigen_database")
@pytest.mark.database
def test_twenty_sendings_at_the_same_moment_make_one_record():
    gebruiker = maak_gebruiker("anna")
    sleutel = nieuwe_sleutel(gebruiker)
    klaar_voor_de_start = threading.Barrier(20)
    antwoorden = []

    def stuur():
        client = log_in(Client(), gebruiker)
        klaar_voor_de_start.wait()
        antwoorden.append(client.post("/opslaan/", {VELD: sleutel, "naam": "nieuw"}))
        connections.close_all()

    draden = [threading.Thread(target=stuur) for _ in range(20)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert gemaakt() == 1
    assert {antwoord.status_code for antwoord in antwoorden} == {302}
    assert len({antwoord.url for antwoord in antwoorden}) == 1


class TestHandelingForm:
    """What a service answers, in the form."""

    def form(self, **velden):
        return NaamForm(data={"naam": "Anna", **velden})

    def test_an_accepted_call_gets_the_fields_and_gives_its_result(self):
        form = self.form()

        assert form.is_valid()
        assert form.voer_uit(lambda *, naam, extra: naam + extra, extra="!")
        assert form.resultaat == "Anna!"

    def test_a_refusal_at_a_field_is_shown_there(self):
        def weiger(*, naam):
            raise ValidationError({"naam": "Deze naam bestaat al."})

        form = self.form()

        assert form.is_valid()
        assert not form.voer_uit(weiger)
        assert form.errors["naam"] == ["Deze naam bestaat al."]

    def test_a_refusal_at_a_field_that_is_not_in_the_form_names_that_field(self):
        def weiger(*, naam):
            raise ValidationError({"laatste_dag": ["Vul een dag in."]})

        form = self.form()

        assert form.is_valid()
        assert not form.voer_uit(weiger)
        assert form.non_field_errors() == ["Laatste dag: Vul een dag in."]

    @pytest.mark.django_db
    def test_what_somebody_else_saved_at_the_same_moment_is_a_sentence_and_no_fault(self):
        maak_mensen()

        def tweemaal(*, naam):
            eerste = Gebruiker.objects.first()
            Gebruiker.objects.create(email=eerste.email, naam=naam)

        form = self.form()

        assert form.is_valid()
        assert not form.voer_uit(tweemaal)
        assert form.non_field_errors() == [BESTAAT_AL]
        assert Gebruiker.objects.exists()  # the transaction lives on

    @pytest.mark.django_db
    def test_another_fault_of_the_database_stays_a_fault(self):
        def zonder_regio(*, naam):
            Organisatie.objects.create(naam=naam, zoeknaam=naam, soort="aanbieder", regio_id=None)

        form = self.form()

        assert form.is_valid()
        with pytest.raises(IntegrityError):
            form.voer_uit(zonder_regio)

    @pytest.mark.django_db
    def test_what_a_refused_call_had_changed_is_undone(self):
        def half(*, naam):
            Gebruiker.objects.met_wachtwoord(email="half@voorbeeld.invalid", naam=naam)
            raise ValidationError("Toch niet.")

        form = self.form()
        with transaction.atomic():
            assert form.is_valid()
            assert not form.voer_uit(half)

        assert not Gebruiker.objects.filter(email="half@voorbeeld.invalid").exists()


@pytest.mark.urls("verbinder.urls")
class TestOpDePagina:
    """The same, through a real page."""

    def test_a_form_with_errors_answers_422_with_a_summary_and_a_title_that_says_so(self, als):
        antwoord = verstuur(
            als("functioneel_beheerder"), "/beheer/gebruikers/uitnodigen/", naam="", email="x"
        )
        tekst = antwoord.content.decode()

        assert antwoord.status_code == 422
        assert "<title>Fout: Gebruiker uitnodigen" in tekst
        assert "Er ging iets mis" in tekst
        assert 'href="#id_email"' in tekst
        assert 'aria-invalid="true"' in tekst
        assert 'aria-describedby="id_email_helptext id_email_error"' in tekst
        assert 'id="id_email_error"' in tekst
        assert 'value="x"' in tekst

    def test_the_page_shows_a_status_of_its_own_without_errors(self, rf: RequestFactory, mensen):
        verzoek = rf.get("/")
        verzoek.user = mensen.verbinder

        antwoord = toon(verzoek, "fouten/404.html", {"form": NaamForm()})

        assert antwoord.status_code == 200


def test_a_form_asks_in_plain_words_also_for_fields_that_come_later():
    class Keuzes(HandelingForm):
        een = forms.ChoiceField(choices=[("a", "A")])
        meer = forms.MultipleChoiceField(choices=[("a", "A")])
        eigen = forms.ChoiceField(
            choices=[("a", "A")], error_messages={"invalid_choice": "Kies uit de lijst."}
        )
        leeg = forms.ChoiceField(choices=[("a", "A")])

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["wie"] = forms.ModelChoiceField(Gebruiker.objects.none())
            self.fields["naam"] = forms.CharField()

    form = Keuzes({"een": "z", "meer": ["z"], "eigen": "z", "wie": "1"})

    assert {naam: fouten[0] for naam, fouten in form.errors.items()} == {
        "een": "Deze keuze is er niet meer. Kies opnieuw.",
        "meer": "Deze keuze is er niet meer. Kies opnieuw.",
        "eigen": "Kies uit de lijst.",
        "leeg": "Maak een keuze.",
        "wie": "Deze keuze is er niet meer. Kies opnieuw.",
        "naam": "Vul dit in.",
    }
