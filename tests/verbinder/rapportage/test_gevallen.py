"""From a figure of a report to its cases: as counted then, for who may open them, and logged."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regio.models import Handeling, Logregel
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import Statushouder
from tests.mensen import log_in, maak_mensen
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR
from verbinder.rapportage import services
from verbinder.rapportage.models import WaarCijfer
from verbinder.rapportage.opslag import laatste_opname

HIER = {"regio": "AM12", "halfjaar": "2026-1", "nummer": 1}
PAGINA = reverse("rapportage_gevallen", kwargs=HIER)


@pytest.fixture
def gemeten(eigen_database):
    """A report of which the figures were measured just now, over people entered before."""
    regio = gegevens.regio()
    gegevens.vul(regio, 60)
    gegevens.lever_aan(regio)
    mensen = maak_mensen()
    nu = timezone.now()
    with (
        gegevens.klein_tabellenboek(),
        bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))),
    ):
        versie, _ = services.zorg_voor_versie(
            regio=regio, halfjaar=HALFJAAR, nummer=1, nu=nu, door=DOOR
        )
        services.sluit_cijfers(versie=versie, nu=nu, door=DOOR)
        services.controleer_kleine_aantallen(versie=versie, nu=nu, door=DOOR)
        services.verstuur_concept(versie=versie, nu=nu, door=DOOR)
    return versie, mensen


def kijk(mensen, wie: str, **vraag):
    return log_in(Client(), getattr(mensen, wie)).get(PAGINA, vraag)


def waar(versie, code: str, uitsplitsing="totaal", categorie="alle") -> int:
    with bereik_transactie(Bereik(cijferregios=frozenset({versie.rapportage.regio_id}))):
        cijfer = WaarCijfer.objects.get(
            momentopname=laatste_opname(versie).gemeten,
            indicator=code,
            uitsplitsing=uitsplitsing,
            categorie=categorie,
        )
        return int(cijfer.waarde)


@pytest.mark.database
def test_what_changed_since_does_not_change_who_counted_then(gemeten):
    versie, mensen = gemeten
    assert (
        f"{waar(versie, 'A1')} personen telden"
        in kijk(mensen, "verbinder", cijfer="A1").content.decode()
    )

    regio = gegevens.regio()
    gegevens.vul(regio, 20, zaad=2)
    with bereik_transactie(gegevens.bereik_over(regio)):
        laat = Statushouder.objects.order_by("-pk")[25:30]
        for persoon in laat:
            persoon.aangemeld_op = timezone.localdate() + timedelta(days=1)
            persoon.save()

    pagina = kijk(mensen, "verbinder", cijfer="A1").content.decode()
    assert f"{waar(versie, 'A1')} personen telden" in pagina


@pytest.mark.database
def test_each_sees_the_own_people_only_and_each_look_is_logged(gemeten):
    versie, mensen = gemeten
    hilversum = {"cijfer": "A1", "per": "gemeente", "categorie": "GM0402"}
    antwoord = kijk(mensen, "klantmanager", cijfer="A1")

    in_hilversum = waar(versie, "A1", "gemeente", "GM0402")
    assert f"{in_hilversum} personen telden" in antwoord.content.decode()
    gezien = {rij["persoon"].dossiergemeente.code for rij in antwoord.context["rijen"]}
    assert gezien == {"GM0402"}
    elders = kijk(mensen, "andere_klantmanager", **hilversum)
    assert "0 personen telden" in elders.content.decode()
    assert elders.context["rijen"] == []
    for wie in ("directieoverleg", "gemeente_cijfers", "controller", "vreemde_verbinder"):
        assert kijk(mensen, wie, cijfer="A1").status_code == 404

    with bereik_transactie(Bereik(logregios=frozenset({versie.rapportage.regio_id}))):
        regels = Logregel.objects.filter(handeling=Handeling.RAPPORTGEVALLEN_GEOPEND)
        van_haar = regels.filter(gebruiker_id=mensen.klantmanager.pk)
        assert {r.object_id for r in van_haar} == {
            rij["persoon"].pk for rij in antwoord.context["rijen"]
        }
        assert regels.filter(gebruiker_id=mensen.andere_klantmanager.pk).get().soort == "versie"


@pytest.mark.database
def test_who_did_not_deliver_was_not_counted_and_is_not_shown(eigen_database):
    regio = gegevens.regio()
    gegevens.vul(regio, 60)
    leden = gegevens.gemeenten_van(regio)
    gegevens.lever_aan(regio, [g for g in leden if g.code != "GM0402"])
    mensen = maak_mensen()
    nu = timezone.now()
    with (
        gegevens.klein_tabellenboek(),
        bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))),
    ):
        versie, _ = services.zorg_voor_versie(
            regio=regio, halfjaar=HALFJAAR, nummer=1, nu=nu, door=DOOR
        )

    antwoord = kijk(mensen, "verbinder", cijfer="A1")
    assert f"{waar(versie, 'A1')} personen telden" in antwoord.content.decode()
    assert "GM0402" not in {
        rij["persoon"].dossiergemeente.code
        for rij in antwoord.context["rijen"]
        if rij["persoon"].dossiergemeente
    }


class TestTheAddress:
    def test_without_a_figure_one_chooses(self, verstuurd, als):
        pagina = als("verbinder").get(PAGINA).content.decode()

        assert f"{PAGINA}?cijfer=A1" in pagina
        assert not re.findall(r">[^<]*nog_niet_vast[^<]*<", pagina)
        assert "cijfer=F1" not in pagina, "behind an amount there is nobody"

    @pytest.mark.parametrize(
        "vraag",
        [
            {"cijfer": "Q1"},
            {"cijfer": "F1"},
            {"cijfer": "A1", "per": "gemeente", "categorie": "GM9999"},
            {"cijfer": "A1", "per": "gemeente×wet", "categorie": "GM0402×wi2021"},
            {"cijfer": "A1", "per": "'; drop table", "categorie": "x"},
            {"cijfer": "A1", "na": "geen-sleutel"},
        ],
    )
    def test_a_cell_that_is_not_in_the_report_is_a_404(self, verstuurd, als, vraag):
        assert als("verbinder").get(PAGINA, vraag).status_code == 404

    def test_the_report_leads_there_for_who_may_open_dossiers(self, verstuurd, als):
        rapport = reverse("rapportage", kwargs=HIER)

        assert PAGINA in als("klantmanager").get(rapport).content.decode()
        assert PAGINA not in als("directieoverleg").get(rapport).content.decode()
