"""Input that cannot be: a Dutch sentence at the field, everything typed kept, nothing saved."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from statushouders.models import (
    Contactmoment,
    Naam,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from statushouders.services.uitkeringen import leg_uitkering_vast
from tests.statushouders.hulp import OP, gemeente, maak_persoon, persoon_van, scope, soort
from tests.statushouders.test_paginas import NIEUW, fouten, velden, verstuur

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 6, 1)
BSN = "111222333"
# Everything that may not grow when a form is refused.
TABELLEN = (Statushouder, Verblijf, Uitkering, Traject, Plaatsing, Contactmoment)


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def client(als):
    return als("klantmanager")


@pytest.fixture
def dossier(mensen):
    """Somebody with a traject, a plaatsing and a period of bijstand."""
    persoon = persoon_van(mensen.klantmanager)
    met = {"op": OP}
    with scope(mensen.klantmanager) as door:
        persoon.traject = start_traject(
            statushouder=persoon, soort=soort(), begindatum=BEGIN, door=door, **met
        )
        persoon.plaatsing = plaats(
            statushouder=persoon, soort="betaald_werk", begindatum=BEGIN, door=door, **met
        )
        persoon.uitkering = leg_uitkering_vast(
            statushouder=persoon, soort="bijstand", van=date(2026, 5, 1), door=door, **met
        )
    return persoon


def adres_van(pagina: str, dossier) -> str:
    delen = {
        "traject_wijzigen": [dossier.traject.sleutel],
        "traject_afsluiten": [dossier.traject.sleutel],
        "plaatsing_wijzigen": [dossier.plaatsing.sleutel],
        "plaatsing_beeindigen": [dossier.plaatsing.sleutel],
        "uitkering_wijzigen": [dossier.sleutel, dossier.uitkering.pk],
        "persoon_toevoegen": [],
    }
    return reverse(pagina, args=delen.get(pagina, [dossier.sleutel]))


def stand(mensen) -> list:
    with scope(mensen.verbinder):
        return [list(model.objects.order_by("pk").values()) for model in TABELLEN]


SLECHT = [
    # dates that contradict each other, an end before a start
    ("traject_starten", {"verwachte_einddatum": "2026-05-01", "begindatum": "2026-06-01"},
     "verwachte_einddatum"),
    ("traject_afsluiten", {"einddatum": "2026-05-31", "eindreden": "doel_bereikt"}, "einddatum"),
    ("traject_wijzigen", {"begindatum": "31-02-2026"}, "begindatum"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-07-01",
                              "einddatum": "2026-06-30"}, "einddatum"),
    ("plaatsing_beeindigen", {"einddatum": "2026-05-31"}, "einddatum"),
    ("uitkering_toevoegen", {"soort": "geen", "van": "2026-06-01",
                             "tot_en_met": "2026-05-01"}, "tot_en_met"),
    ("uitkering_wijzigen", {"van": "2026-06-01", "tot_en_met": "2026-05-01"}, "tot_en_met"),
    ("persoon_wijzigen", {"diplomawaardering_aangevraagd_op": "2026-06-02",
                          "diplomawaardering_afgerond_op": "2026-06-01"},
     "diplomawaardering_afgerond_op"),
    # a plaatsing or traject before birth, or before its traject
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "1993-01-01"}, "begindatum"),
    ("traject_starten", {"begindatum": "1993-01-01"}, "begindatum"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-05-02"}, "begindatum"),
    # overlapping gemeente periods
    ("verblijf_toevoegen", {"soort": "vestiging", "gemeente": "GM0406", "van": "2026-04-01",
                            "tot_en_met": "2026-06-01"}, "van"),
    ("uitkering_toevoegen", {"soort": "geen", "van": "2026-04-01"}, "van"),
    # years and numbers that nothing can have
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "0001-01-01"}, "begindatum"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-07-01", "uren_per_week": "1e9"},
     "uren_per_week"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-07-01", "uren_per_week": "-1"},
     "uren_per_week"),
    # 10,000 characters
    ("contact_vastleggen", {"notitie": "é" * 10_000}, "notitie"),
    ("actie_toevoegen", {"volgende_stap": "a" * 10_000}, "volgende_stap"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-07-01",
                              "werkgever": "w" * 10_000}, "werkgever"),
    ("persoon_toevoegen", {**NIEUW, "voornaam": "n" * 10_000}, "voornaam"),
    # what looks like a BSN in free text
    ("contact_vastleggen", {"notitie": f"Zijn nummer is {BSN}."}, "notitie"),
    ("actie_toevoegen", {"volgende_stap": f"Bellen over {BSN}"}, "volgende_stap"),
    ("plaatsing_vastleggen", {"soort": "bbl", "begindatum": "2026-07-01", "werkgever": BSN},
     "werkgever"),
    ("persoon_toevoegen", {**NIEUW, "achternaam": BSN}, "achternaam"),
    ("persoon_intrekken", {"intrekreden": BSN}, "intrekreden"),
    ("persoon_wijzigen", {"wet_bron": BSN}, "wet_bron"),
]  # fmt: skip


@pytest.mark.parametrize(("pagina", "gevuld", "veld"), SLECHT)
def test_what_cannot_be_is_told_at_its_field_and_changes_nothing(
    client, mensen, dossier, pagina, gevuld, veld
):
    voor = stand(mensen)
    gevuld = {"soort": soort().pk, **gevuld} if pagina == "traject_starten" else gevuld
    if pagina == "plaatsing_vastleggen" and gevuld["begindatum"] == "2026-05-02":
        gevuld = {**gevuld, "traject": dossier.traject.pk}

    antwoord = verstuur(client, adres_van(pagina, dossier), **gevuld)

    if antwoord.context["form"].waarschuwingen:
        toch = {**velden(antwoord), "toch": antwoord.context["form"].toch}
        antwoord = client.post(adres_van(pagina, dossier), toch)
    assert veld in fouten(antwoord), fouten(antwoord)
    zin = fouten(antwoord)[veld][0]
    assert zin.endswith((".", "?")), zin
    getoond = antwoord.context["form"]
    for naam, waarde in gevuld.items():
        assert str(getoond[naam].value()) == str(waarde), naam
    assert stand(mensen) == voor


def test_a_traject_of_another_gemeente_in_the_body_is_refused(client, mensen, dossier):
    with scope(mensen.andere_klantmanager) as door:
        vreemd = start_traject(
            statushouder=maak_persoon(door, in_="Huizen"),
            soort=soort(),
            begindatum=BEGIN,
            op=OP,
            door=door,
        )
    voor = stand(mensen)

    antwoord = verstuur(
        client,
        adres_van("plaatsing_vastleggen", dossier),
        soort="bbl",
        begindatum="2026-07-01",
        traject=vreemd.pk,
    )

    assert "traject" in fouten(antwoord)
    assert stand(mensen) == voor


@pytest.mark.parametrize(
    ("voornaam", "achternaam"),
    [
        ("محمد", "الخطيب"),
        ("שרה", "כהן"),
        ("👩‍🌾", "Zonneveld 🌻"),
        ("O", "E"),
        ("Nguyễn", "Văn Ân"),
        ("‮gnimmargorP", "Test"),
        ("", "‘t Hoen-O’Brien"),
    ],
)
def test_a_name_that_is_unusual_here_is_a_name(client, mensen, voornaam, achternaam):
    antwoord = verstuur(
        client,
        reverse("persoon_toevoegen"),
        **{**NIEUW, "voornaam": voornaam, "achternaam": achternaam},
    )

    assert antwoord.status_code == 302, antwoord.context["form"].errors
    naam = voornaam.replace("‮", "")
    with scope(mensen.klantmanager):
        assert Naam.objects.filter(voornaam=naam, achternaam=achternaam).exists()
    for adres in (antwoord.url, reverse("personen"), reverse("start")):
        assert client.get(adres).status_code == 200


# Two people on one dossier


@pytest.mark.parametrize(
    ("pagina", "eerst", "daarna", "gegeven"),
    [
        ("persoon_wijzigen", {"taalniveau": "b1"}, {"taalniveau": "a2"}, "Nederlands spreken"),
        ("traject_wijzigen", {"aanbieder": "Bureau A"}, {"aanbieder": "Bureau B"},
         "Aanbieder of werkgever"),
        ("plaatsing_wijzigen", {"werkgever": "Bakker"}, {"werkgever": "Slager"},
         "Werkgever of school"),
        ("plaatsing_beeindigen", {"einddatum": "2026-11-18"}, {"einddatum": "2026-11-19"},
         "Laatste dag"),
        ("uitkering_wijzigen", {"soort": "geen"}, {"soort": "bijstand_aanvullend"}, "Uitkering"),
    ],
)  # fmt: skip
def test_the_second_gets_both_versions_side_by_side(
    client, als, mensen, dossier, pagina, eerst, daarna, gegeven
):
    adres = adres_van(pagina, dossier)
    verbinder = als("verbinder")
    begonnen = velden(client.get(adres))
    sneller = verbinder.post(adres, {**velden(verbinder.get(adres)), **eerst})
    assert sneller.status_code == 302, sneller.context["form"].errors

    antwoord = client.post(adres, {**begonnen, **daarna})

    assert fouten(antwoord)
    [(naam, nu, mijn)] = antwoord.context["form"].verschillen
    assert naam == gegeven
    assert nu != mijn
    pagina_nu = antwoord.content.decode()
    assert "Twee versies naast elkaar" in pagina_nu
    assert "Verbinder sloeg dit dossier op" in pagina_nu
    # Sending again, with both seen, saves over it.
    opnieuw = velden(antwoord)
    assert client.post(adres, opnieuw).status_code == 302


def test_the_second_to_correct_a_verblijf_sees_what_the_first_did(client, als, mensen, dossier):
    with scope(mensen.klantmanager):
        nummer = dossier.verblijven.get().pk
    adres = reverse("verblijf_wijzigen", args=[dossier.sleutel, nummer])
    verbinder = als("verbinder")
    begonnen = velden(client.get(adres))
    verbinder.post(adres, {**velden(verbinder.get(adres)), "van": "2026-04-15"})

    antwoord = client.post(adres, {**begonnen, "van": "2026-04-20"})

    assert fouten(antwoord)
    assert antwoord.context["form"].verschillen == [("Vanaf", "15-04-2026", "20-04-2026")]
    with scope(mensen.klantmanager):
        assert dossier.verblijven.get().gemeente == gemeente("Hilversum")
        assert dossier.verblijven.get().van == date(2026, 4, 15)
