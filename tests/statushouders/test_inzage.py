"""Inzage: everything about one person, readable for everyone, and logged."""

import io
import re
from datetime import date

import pikepdf
import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from regio.models import Logregel
from statushouders.inzage.verzamelen import AFGELEID, delen_van_een_dossier, verzamel
from statushouders.services.contact import leg_contact_vast
from statushouders.services.gegevens import wijzig_gegevens
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from tests.statushouders.hulp import OP, maak_persoon, scope, soort

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def dossier(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, voornaam="محمد", achternaam="Al-Khatib 👩‍🌾", kenmerk="K-17")
        met = {"statushouder": persoon, "op": OP, "door": door}
        traject = start_traject(**met, soort=soort(), begindatum=date(2026, 6, 1))
        plaats(
            **met,
            traject=traject,
            soort="betaald_werk",
            begindatum=date(2026, 7, 1),
            werkgever="Bakker Bos",
            uren_per_week=24,
        )
        leg_contact_vast(
            **met,
            soort="telefoon",
            datum=OP,
            notitie="Wil graag bakken. #panic(1) *vet*",
            volgende_stap="Bellen met de bakker",
            volgende_datum=OP,
        )
        wijzig_gegevens(**met, versie=1, taalniveau="b1")
        return persoon


def alles(persoon) -> str:
    return str(verzamel(persoon))


def test_everything_that_is_kept_is_in_the_document(dossier, mensen):
    with scope(mensen.klantmanager):
        tekst = alles(dossier)

    for iets in (
        "محمد",
        "K-17",
        "1994",
        "Vestiging",
        "Hilversum",
        "Startbaan",
        "Bakker Bos",
        "24",
        "Wil graag bakken.",
        "Bellen met de bakker",
        "20-11-2026",
        "Klantmanager",
        "('Werd', 'B1')",
    ):
        assert iets in tekst, iets


def test_no_table_about_a_person_is_forgotten():
    modellen = {
        model
        for model in apps.get_models()
        if any(veld.name == "statushouder" for veld in model._meta.concrete_fields)
        and not hasattr(model, "pgh_tracked_model")
    }

    in_document = {relatie.related_model for relatie in delen_van_een_dossier()}
    assert modellen - set(AFGELEID) <= in_document
    assert len(modellen) > 10


def test_the_page_makes_an_accessible_pdf_and_logs_it(als, dossier, mensen):
    klant = als("klantmanager")
    adres = reverse("persoon_inzage", args=[dossier.sleutel])

    assert klant.get(adres).status_code == 200
    antwoord = klant.post(adres)

    assert antwoord.headers["Content-Type"] == "application/pdf"
    assert "Khatib" not in antwoord.headers["Content-Disposition"]
    with pikepdf.open(io.BytesIO(antwoord.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("nl")
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "3"
    with scope(mensen.privacy_officer):
        regel = Logregel.objects.get(handeling="dossier.inzage")
        assert regel.object_id == dossier.pk
        assert not re.search("Khatib|محمد", str(regel.gegevens))


def test_a_stranger_gets_nothing(als, dossier):
    adres = reverse("persoon_inzage", args=[dossier.sleutel])

    for rol in ("andere_klantmanager", "vreemde_verbinder", "privacy_officer"):
        assert als(rol).post(adres).status_code in (403, 404)
