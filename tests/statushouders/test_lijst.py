"""The start page and the list of persons: what they ask, show, log and cost."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import load_workbook

from regio.models import Logregel
from statushouders.lijsten import personen as lijst
from statushouders.models import Statushouder, Traject
from statushouders.services.contact import leg_contact_vast, maak_actie
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from tests.statushouders.hulp import OP, maak_persoon, scope, soort

VAN_DE_TOETS = re.compile(r"SAVEPOINT|set_config\('verbinder.gemeenten', '{}'")
pytestmark = pytest.mark.django_db

START = reverse("start")
PERSONEN = reverse("personen")


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


def namen(antwoord):
    return [rij.persoon.weergavenaam for rij in antwoord.context["rijen"]]


def contact_op(persoon, dag, door):
    leg_contact_vast(statushouder=persoon, soort="telefoon", datum=dag, op=OP, door=door)


def start(persoon, door, code="startbaan", **anders):
    gegevens = {"soort": soort(code), "begindatum": date(2026, 6, 1)}
    return start_traject(**{**gegevens, **anders}, statushouder=persoon, op=OP, door=door)


@pytest.fixture
def caseload(mensen):
    """Six people, each with something of their own."""
    with scope(mensen.verbinder) as door:
        mijn = {"contactpersoon": mensen.verbinder}
        ahmed = maak_persoon(door, voornaam="Ahmed", achternaam="Aziz", wet="wi2013", **mijn)
        start(ahmed, door, "diplomawaardering")
        contact_op(ahmed, date(2026, 11, 10), door)
        berhe = maak_persoon(
            door, voornaam="Berhe", achternaam="Abel", opleidingsniveau="hoog", **mijn
        )
        start(berhe, door, verwachte_einddatum=date(2026, 11, 1))
        plaats(
            statushouder=berhe,
            soort="betaald_werk",
            begindatum=date(2026, 8, 22),
            op=OP,
            door=door,
        )
        contact_op(berhe, date(2026, 10, 1), door)
        maak_persoon(
            door,
            in_="Huizen",
            voornaam="Dina",
            achternaam="Demir",
            termijn_einde=date(2027, 2, 1),
            **mijn,
        )
        maak_persoon(
            door, in_="Huizen", voornaam="Emre", achternaam="Emir", verblijf_soort="azc", **mijn
        )
        maak_persoon(door, voornaam="Van", achternaam="Niemand")
    with scope(mensen.klantmanager) as door:
        collega = {"contactpersoon": mensen.klantmanager}
        maak_persoon(door, voornaam="Van", achternaam="Collega", **collega)


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Berhe Abel", "Ahmed Aziz", "Dina Demir", "Emre Emir"]),
        ("wie=niemand", ["Van Niemand"]),
        ("wie=iedereen&fase=intake&gemeente=GM0402", ["Van Collega", "Van Niemand"]),
        ("gemeente=GM0406", ["Dina Demir"]),
        ("gemeente=geen", ["Emre Emir"]),
        ("actielijn=4", ["Ahmed Aziz"]),
        ("fase=werk", ["Berhe Abel"]),
        ("fase=traject", ["Ahmed Aziz"]),
        ("fase=afgesloten", []),
        ("wet=wi2013", ["Ahmed Aziz"]),
        ("opleiding=hoog", ["Berhe Abel"]),
        ("contact=30", ["Berhe Abel", "Dina Demir", "Emre Emir"]),
        ("let_op=termijn", ["Dina Demir"]),
        ("let_op=einde", ["Berhe Abel"]),
        ("let_op=pip", []),
        ("volgorde=contact", ["Dina Demir", "Emre Emir", "Berhe Abel", "Ahmed Aziz"]),
        # What cannot be meant is left out, also a gemeente that is not one's own.
        (
            "gemeente=GM0363&fase=onzin&wie=999999",
            ["Berhe Abel", "Ahmed Aziz", "Dina Demir", "Emre Emir"],
        ),
    ],
)
def test_filters_in_the_address_decide_who_is_shown(als, caseload, vraag, verwacht):
    assert namen(als("verbinder").get(f"{START}?{vraag}")) == verwacht


def test_a_colleague_can_be_chosen(als, mensen, caseload):
    antwoord = als("verbinder").get(f"{START}?wie={mensen.klantmanager.pk}")

    assert namen(antwoord) == ["Van Collega"]


def test_the_list_of_all_persons_shows_everyone(als, caseload):
    assert len(namen(als("verbinder").get(PERSONEN))) == 6
    assert len(namen(als("klantmanager").get(PERSONEN))) == 4
    assert namen(als("vreemde_verbinder").get(PERSONEN)) == []


def test_a_name_is_searched_by_post_and_stands_in_no_address(als, caseload):
    antwoord = als("verbinder").post(f"{START}?fase=traject", {"naam": "azis"})

    assert namen(antwoord) == ["Ahmed Aziz"]
    pagina = antwoord.content.decode().lower()
    adressen = [deel.split('"')[0] for deel in pagina.split('href="')[1:]]
    assert not [adres for adres in adressen if "azi" in adres or "ahmed" in adres]
    assert "naam=" not in " ".join(adressen)


def test_a_search_is_logged_without_what_was_typed(als, mensen, caseload):
    als("verbinder").post(START, {"naam": "aziz"})
    als("verbinder").post(reverse("zoeken"), {"q": "aziz"})

    with scope(mensen.privacy_officer):
        gezocht = Logregel.objects.filter(handeling="personen.gezocht")
        # The act has no region of its own: only its persons do, in rows beside it.
        assert "aziz" not in str(list(gezocht.values_list("gegevens", flat=True)))
        assert Logregel.objects.filter(gegevens__lijst="zoeken").count() == 1


def test_a_filter_shows_as_a_chip_that_can_be_taken_off(als, caseload):
    antwoord = als("verbinder").get(f"{START}?fase=traject&wet=wi2013")

    chips = {chip.tekst: chip.zonder for chip in antwoord.context["lijst"].chips}
    assert chips == {
        "Fase: Traject": f"{START}?wet=wi2013",
        "Wet: Wi2013 (oude wet)": f"{START}?fase=traject",
    }


def test_the_counts_and_signals_lead_to_lists_of_that_length(als, caseload):
    client = als("verbinder")
    tellingen = client.get(START).context["tellingen"]

    assert (tellingen.in_lijst, tellingen.stil_in_lijst) == (4, 3)
    for aantal, vraag in (
        (tellingen.stil, "contact=30"),
        (tellingen.termijn, "let_op=termijn"),
        (tellingen.voorbij, "let_op=einde"),
    ):
        assert len(namen(client.get(f"{START}?{vraag}"))) == aantal > 0


def test_tasks_come_from_steps_and_from_facts(als, mensen, caseload):
    with scope(mensen.verbinder) as door:
        persoon = Statushouder.objects.get(naam__achternaam="Aziz")
        for dag in (OP - timedelta(3), OP, OP + timedelta(5), OP + timedelta(30)):
            maak_actie(
                statushouder=persoon,
                volgende_stap=f"Stap van {dag.day}",
                volgende_datum=dag,
                voor=mensen.verbinder,
                op=OP,
                door=door,
            )

    taken = als("verbinder").get(START).context["taken"]

    assert [taak.tekst for taak in taken["laat"]] == [
        "Stap van 17",
        "Stap van 20",
        "Startbaan: verwacht einde is voorbij",
    ]
    assert [taak.tekst for taak in taken["week"]] == [
        "Stap van 25",
        "Nog aan het werk? 3 maanden na het begin",
    ]
    assert als("klantmanager").get(START).context["taken"]["aantal"] == "0"


@pytest.mark.parametrize(
    ("van_traject", "van_persoon", "aantal"),
    [
        ("verbinder", "verbinder", 1),
        ("verbinder", "klantmanager", 1),
        ("verbinder", None, 1),
        ("klantmanager", "verbinder", 1),
        (None, "verbinder", 1),
        ("klantmanager", "klantmanager", 0),
        (None, None, 0),
    ],
)
def test_a_traject_past_its_end_is_one_task_for_who_has_the_traject_or_the_person(
    als, mensen, caseload, van_traject, van_persoon, aantal
):
    wie = {None: None, "verbinder": mensen.verbinder, "klantmanager": mensen.klantmanager}
    with scope(mensen.verbinder):
        traject = Traject.objects.voorbij_verwacht_einde(OP).get()
        Traject.objects.filter(pk=traject.pk).update(contactpersoon=wie[van_traject])
        Statushouder.objects.filter(pk=traject.statushouder_id).update(
            contactpersoon=wie[van_persoon]
        )

    taken = als("verbinder").get(START).context["taken"]

    assert sum("verwacht einde" in taak.tekst for taak in taken["laat"]) == aantal


@pytest.mark.parametrize("volgorde", list(lijst.VOLGORDES))
def test_paging_shows_everybody_once_in_both_directions(
    als, mensen, caseload, volgorde, monkeypatch
):
    monkeypatch.setattr(lijst, "PER_BLADZIJDE", 2)
    client = als("verbinder")
    adres, vooruit, laatste = f"{PERSONEN}?volgorde={volgorde}", [], None
    while adres:
        laatste = client.get(adres)
        vooruit += namen(laatste)
        adres = laatste.context["bladzijde"].volgende and laatste.context["adres_volgende"]
    terug, antwoord = namen(laatste), laatste
    while antwoord.context["bladzijde"].vorige:
        antwoord = client.get(antwoord.context["adres_vorige"])
        terug = namen(antwoord) + terug

    assert len(vooruit) == len(set(vooruit)) == 6
    assert terug == vooruit


def test_a_page_after_a_person_who_is_out_of_sight_is_the_first_page(als, mensen, caseload):
    with scope(mensen.verbinder):
        verborgen = Statushouder.objects.get(naam__achternaam="Demir").sleutel

    for sleutel in (verborgen, "geen-sleutel", "00000000-0000-4000-8000-000000000000"):
        antwoord = als("klantmanager").get(f"{PERSONEN}?na={sleutel}")
        assert len(namen(antwoord)) == 4


def test_only_the_list_comes_back_when_only_the_list_was_asked(als, caseload):
    antwoord = als("verbinder").get(
        f"{START}?fase=werk&wie=mijn",
        headers={"HX-Request": "true", "HX-Target": "lijst"},
    )

    assert "<html" not in antwoord.content.decode()
    assert antwoord.headers["HX-Push-Url"] == f"{START}?fase=werk"
    assert "HX-Target" in antwoord.headers["Vary"]
    assert antwoord.headers["Cache-Control"] == "no-store"


def test_back_in_the_browser_gets_the_whole_page(als, caseload):
    antwoord = als("verbinder").get(
        START,
        headers={
            "HX-Request": "true",
            "HX-Target": "lijst",
            "HX-History-Restore-Request": "true",
        },
    )

    assert "<html" in antwoord.content.decode()


def test_every_person_on_the_page_has_a_row_in_the_log(als, mensen, caseload):
    als("verbinder").get(f"{START}?gemeente=GM0406")

    with scope(mensen.privacy_officer):
        regels = Logregel.objects.filter(handeling="lijst.geopend")
        # Dina stands in the list, Berhe among the tasks.
        assert regels.count() == 2
        assert "Demir" not in str(list(regels.values_list("gegevens", flat=True)))


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_the_list_as_shown_goes_to_a_spreadsheet(als, mensen, caseload, formaat):
    adres = reverse("lijst_downloaden", args=["start"])
    antwoord = als("verbinder").post(f"{adres}?fase=werk", {"formaat": formaat})

    blad = load_workbook(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()
    op_pagina = als("verbinder").get(f"{START}?fase=werk").context["lijst"].kolommen
    assert blad[0] == [kolom.kop for kolom in op_pagina]
    assert [rij[0] for rij in blad[1:]] == ["Berhe Abel"]
    assert date(2026, 10, 1) in blad[1]
    assert antwoord.headers["Content-Disposition"].endswith(f'.{formaat}"')
    with scope(mensen.privacy_officer):
        assert Logregel.objects.filter(handeling="lijst.uitvoer").count() == 1


def bewaar(client, naam, vraag="", pagina="start"):
    return client.post(f"{reverse('lijst_bewaren', args=[pagina])}?{vraag}", {"naam": naam})


def test_a_list_that_is_kept_is_one_click_away_with_its_length(als, caseload):
    client = als("verbinder")

    assert bewaar(client, "Oude wet", "wet=wi2013").url == f"{START}?wet=wi2013"
    bewaar(client, "Iedereen", pagina="personen")

    pagina = client.get(START)
    assert [
        (rij.naam, adres, aantal) for rij, adres, aantal in pagina.context["bewaarde_lijsten"]
    ] == [
        ("Iedereen", PERSONEN, 6),
        ("Oude wet", f"{START}?wet=wi2013", 1),
    ]
    # The same name replaces, and nobody else sees it.
    bewaar(client, "Oude wet", "wet=wi2021")
    assert len(client.get(START).context["bewaarde_lijsten"]) == 2
    assert als("klantmanager").get(START).context["bewaarde_lijsten"] == []


def test_a_kept_list_can_be_thrown_away_by_who_made_it(als, caseload):
    client = als("verbinder")
    bewaar(client, "Oude wet", "wet=wi2013")
    [(rij, _, _)] = client.get(START).context["bewaarde_lijsten"]
    weg = reverse("lijst_weg", args=[rij.pk])

    assert als("klantmanager").post(weg).status_code == 404
    client.post(weg)

    assert client.get(START).context["bewaarde_lijsten"] == []


@pytest.mark.parametrize("naam", ["", " ", "n" * 61, "BSN 111222333"])
def test_a_list_without_a_decent_name_is_not_kept(als, caseload, naam):
    client = als("verbinder")
    bewaar(client, naam, "wet=wi2013")

    assert client.get(START).context["bewaarde_lijsten"] == []


def test_ready_made_lists_and_the_near_end_of_the_half_year(als, caseload):
    client = als("verbinder")
    context = client.get(START).context
    assert context["halfjaar_eindigt"] is None
    lengtes = [len(namen(client.get(adres))) for _, adres in context["kant_en_klaar"]]
    assert lengtes == [0, 0, 1]
    with time_machine.travel("2026-12-03 10:00", tick=False):
        later = als("verbinder").get(START)
        assert later.context["halfjaar_eindigt"] == date(2026, 12, 31)


def test_an_unknown_format_is_refused(als, caseload):
    adres = reverse("lijst_downloaden", args=["start"])
    assert als("verbinder").post(adres, {"formaat": "exe"}).status_code == 400


def vragen(client, adres) -> int:
    """How many questions a page asks, but for what only a transaction within that of a test asks:
    savepoints, and closing the scope at the end."""
    with CaptureQueriesContext(connection) as gevangen:
        assert client.get(adres).status_code == 200
    return len([v for v in gevangen.captured_queries if not VAN_DE_TOETS.search(v["sql"])])


@pytest.mark.parametrize("adres", [START, PERSONEN, f"{START}?wie=iedereen&fase=intake"])
def test_a_list_costs_twelve_questions_at_most_whatever_its_size(als, mensen, caseload, adres):
    client = als("verbinder")
    client.get(START)
    met_weinig = vragen(client, adres)
    with scope(mensen.verbinder) as door:
        for nummer in range(30):
            persoon = maak_persoon(
                door, voornaam=f"Persoon {nummer}", contactpersoon=mensen.verbinder
            )
            contact_op(persoon, date(2026, 11, 2), door)

    assert vragen(client, adres) == met_weinig <= 12
    tweede = client.get(adres).context["adres_volgende"]
    assert vragen(client, tweede) <= 12


def test_a_person_with_many_events_costs_twelve_questions_at_most(als, mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door)
        for _ in range(3):
            traject = start(persoon, door)
            plaats(
                statushouder=persoon,
                traject=traject,
                soort="stage_praktijkleren",
                begindatum=date(2026, 7, 1),
                op=OP,
                door=door,
            )
        for dag in range(1, 21):
            for _ in range(10):
                contact_op(persoon, date(2026, 10, dag), door)
    client = als("verbinder")
    adres = persoon.get_absolute_url()
    client.get(adres)

    assert vragen(client, adres) <= 12
    assert len(client.get(adres).context["gebeurtenissen"]) > 200


@pytest.mark.parametrize(
    ("rol", "naar"),
    [
        ("privacy_officer", "logboek"),
        ("functioneel_beheerder", "gebruikers"),
        ("applicatiebeheerder", "gebruikers"),
    ],
)
def test_who_opens_no_dossiers_begins_elsewhere(als, rol, naar):
    assert als(rol).get(START).url == reverse(naar)


def test_an_account_without_rights_gets_a_friendly_page(als, mensen):
    mensen.klantmanager.rechten.all().delete()

    pagina = als("klantmanager").get(START).content.decode()

    assert "nog geen rechten" in pagina


def test_an_open_row_is_there_without_javascript(als, mensen, caseload):
    with scope(mensen.verbinder):
        persoon = Statushouder.objects.get(naam__achternaam="Demir")

    antwoord = als("verbinder").get(f"{START}?open={persoon.sleutel}")

    open_ = [rij for rij in antwoord.context["rijen"] if rij.form]
    assert [rij.persoon.pk for rij in open_] == [persoon.pk]


@pytest.mark.parametrize("naam", ["\x00", "a\x00b", "é" * 5_000, "%_\\", "\u202e"])
def test_odd_text_in_a_search_breaks_no_page(als, caseload, naam):
    client = als("verbinder")

    assert client.post(START, {"naam": naam}).status_code == 200
    assert client.post(reverse("zoeken"), {"q": naam}).status_code == 200
    gelijken = {"voornaam": naam, "geboortejaar": "٣٣"}
    assert client.post(reverse("persoon_gelijken"), gelijken).status_code == 200
