"""Goals in the report: from published numbers only, and kept when the report is adopted."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from regio.perioden import halfjaar
from regio.services import plannen
from tests.mensen import maak_mensen
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU, stel_vast
from tests.verbinder.sturing.schrijver import Schrijver, een_gemeente
from verbinder.indicatoren.doelen import VOOR_DOELEN
from verbinder.onthulling.cellen import Status
from verbinder.rapportage import doelen, services
from verbinder.rapportage.doelen import bereikt, doelcellen
from verbinder.rapportage.opbouw import maak_document
from verbinder.rapportage.opslag import rapport_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def schrijver(db) -> Schrijver:
    return Schrijver(maak_mensen().verbinder, op=date(2026, 6, 1))


@pytest.fixture
def plan(schrijver):
    """Goals of every kind, adopted in January."""
    versie = schrijver.plan(van=date(2025, 1, 1))
    schrijver.doel(versie, aantal=60)
    schrijver.doel(
        versie, indicator="A4", eenheid="trajecten", aantal=200, begindatum=date(2025, 7, 1)
    )
    schrijver.doel(versie, aantal=90, begindatum=date(2025, 7, 1))
    schrijver.doel(
        versie, indicator="A5", eenheid="trajecten", aantal=300, begindatum=date(2025, 7, 1)
    )
    schrijver.doel(versie, aantal=50, begindatum=date(2026, 2, 1))
    schrijver.stel_vast(versie, datum=date(2026, 1, 20))
    return versie


def cellen(versie) -> dict[str, object]:
    boek = rapport_van(versie).boek
    return {cel.plaats.categorie: cel for cel in doelcellen(boek)}


def test_a_goal_is_compared_with_the_published_number(plan, versie):
    rapport = rapport_van(versie)
    gepubliceerd = rapport.boek["C3"]
    cel = cellen(versie)["C3/D1"]

    assert (cel.teller, cel.noemer) == (gepubliceerd.getal, 60)
    assert bereikt(cel) == f"{gepubliceerd.getal:.0f} van 60 = {cel.getal:.0f} %"


def test_a_stock_is_read_on_the_peildatum_however_long_the_goal_runs(plan, versie):
    rapport = rapport_van(versie)

    assert cellen(versie)["A4/D2"].teller == rapport.boek["A4"].getal


@pytest.mark.parametrize("code", ["C3/D3", "A5/D4", "C3/D5"])
def test_what_does_not_follow_from_what_is_published_is_not_said(plan, versie, code):
    """People over two half-years, a half-year without a report, and half a half-year."""
    cel = cellen(versie)[code]

    assert (cel.weergave, cel.getal, cel.teller) == ("niet uitgesplitst", None, None)


def test_trajecten_of_more_half_years_are_added_up_from_their_reports(plan, gooi, teller):
    eerder, _ = services.zorg_voor_versie(
        regio=gooi, halfjaar=halfjaar(2025, 2), nummer=1, nu=NU, door=DOOR
    )
    services.sluit_cijfers(versie=eerder, nu=NU, door=DOOR)
    services.controleer_kleine_aantallen(versie=eerder, nu=NU, door=DOOR)
    services.verstuur_concept(versie=eerder, nu=NU, door=DOOR)
    nu, _ = services.zorg_voor_versie(regio=gooi, halfjaar=HALFJAAR, nummer=1, nu=NU, door=DOOR)
    som = rapport_van(eerder).boek["A5"], rapport_van(nu).boek["A5"]

    if all(cel.is_getal for cel in som):
        assert cellen(nu)["A5/D4"].teller == sum(cel.getal for cel in som)
    else:
        assert cellen(nu)["A5/D4"].weergave == "geheim"
    # Somebody may have begun work in both, and is one person.
    assert cellen(nu)["C3/D3"].weergave == "niet uitgesplitst"


def test_the_page_shows_goals_in_their_own_table_and_beside_the_figure(plan, versie):
    tabellen = {
        blok.titel: blok
        for sectie in maak_document(rapport_van(versie)).secties
        for blok in sectie.blokken
        if blok.soort == "tabel"
    }

    eigen = tabellen["Doelen uit het plan van aanpak"]
    assert len(eigen.rijen) == 5
    assert "niet op te tellen" in " ".join(eigen.noten)
    assert tabellen["Werk en bijstand"].koppen[-1] == "Doel"
    (naar_werk,) = [rij for rij in tabellen["Werk en bijstand"].rijen if "betaald werk" in rij[0]]
    assert "van 60 =" in naar_werk[-1]


def test_an_adopted_report_keeps_its_goals_when_the_plan_changes(plan, verstuurd, schrijver):
    stel_vast(verstuurd)
    toen = cellen(verstuurd)
    nieuw = plannen.maak_planversie(plan=plan.plan, **schrijver.wie)
    for doel in nieuw.doelen.all():
        doel.aantal = 1
        doel.save()
    schrijver.stel_vast(nieuw, datum=date(2026, 5, 1))

    assert cellen(verstuurd) == toen


def test_a_secret_stays_a_secret(plan, versie):
    boek = rapport_van(versie).boek
    geheim = replace(boek["C3"], status=str(Status.GEHEIM), weergave="geheim", getal=None)
    cel = doelen._samen([geheim])

    assert cel == (Status.GEHEIM, None)


@pytest.mark.parametrize(
    ("gemeenten", "lijn", "verwacht"),
    [
        ([], None, ("totaal", "alle")),
        ([], 3, ("actielijn", "3")),
        (["GM0402"], None, ("gemeente", "GM0402")),
        (["GM0402"], 3, ("gemeente×actielijn", "GM0402×3")),
    ],
)
def test_the_cell_of_a_goal_is_that_of_its_territory(gemeenten, lijn, verwacht):
    doel = SimpleNamespace(
        indicator="A4",
        actielijn_id=lijn,
        gemeenten=SimpleNamespace(all=lambda: [SimpleNamespace(code=code) for code in gemeenten]),
    )
    gevraagd = []
    boek = SimpleNamespace(zoek=lambda *plek: gevraagd.append(plek))
    list(doelen._bronnen(doel, boek))

    assert gevraagd == [("A4", *verwacht)]


def test_employers_of_two_gemeenten_are_not_added_up(plan, schrijver, gooi, teller):
    versie = plannen.maak_planversie(plan=plan.plan, **schrijver.wie)
    for gemeenten in (["Hilversum"], ["Hilversum", "Huizen"]):
        schrijver.doel(
            versie,
            indicator="D3.werkgevers",
            eenheid="werkgevers",
            gemeenten=[een_gemeente(naam) for naam in gemeenten],
        )
    rijen = versie.doelen.filter(indicator="D3.werkgevers").order_by("pk")
    werkgevers = VOOR_DOELEN["D3.werkgevers"]

    assert [len(doelen._halfjaren(doel, werkgevers, HALFJAAR)) for doel in rijen] == [1, 0]


def test_two_plans_may_each_have_a_d1_for_the_same_figure(plan, schrijver, gooi, teller):
    ander = schrijver.plan(titel="Plan taal", van=date(2025, 1, 1))
    schrijver.doel(ander, aantal=30)
    schrijver.stel_vast(ander, datum=date(2026, 1, 20))

    versie, _ = services.zorg_voor_versie(regio=gooi, halfjaar=HALFJAAR, nummer=1, nu=NU, door=DOOR)

    assert (cellen(versie)["C3/D1"].noemer, cellen(versie)["C3/D1.2"].noemer) == (60, 30)


@pytest.mark.parametrize(
    ("dagen", "gemeenten", "aantal"),
    [
        ({}, 0, 1),
        ({}, 1, 1),
        ({}, 2, 0),  # the shares of two gemeenten are not that of both
        ({"begindatum": date(2025, 1, 1)}, 0, 1),  # a share of this half-year, not of the whole
        ({"begindatum": date(2026, 2, 1)}, 0, 0),
        ({"einddatum": date(2026, 5, 31)}, 0, 0),
    ],
)
def test_a_share_is_that_of_the_half_year_and_of_one_territory(dagen, gemeenten, aantal):
    doel = SimpleNamespace(
        begindatum=date(2026, 1, 1),
        einddatum=date(2026, 12, 31),
        gemeenten=SimpleNamespace(all=lambda: range(gemeenten)),
    )
    vars(doel).update(dagen)
    assert len(doelen._halfjaren(doel, VOOR_DOELEN["C6"], HALFJAAR)) == aantal


def test_shares_and_upper_limits_stand_in_the_report_as_they_are_published(schrijver, gooi, teller):
    versie = schrijver.plan(van=date(2025, 1, 1))
    schrijver.doel(versie, indicator="B2", eenheid="procent", aantal=70)
    schrijver.doel(versie, indicator="C7", aantal=10, richting="hoogstens")
    schrijver.stel_vast(versie, datum=date(2026, 1, 20))
    rapport, _ = services.zorg_voor_versie(
        regio=gooi, halfjaar=HALFJAAR, nummer=1, nu=NU, door=DOOR
    )
    boek = rapport_van(rapport).boek
    gevonden = cellen(rapport)
    for code, doel, vorm in (
        ("B2", "B2/D1", "{} % van 70 %"),
        ("C7", "C7/D2", "{} van hoogstens 10"),
    ):
        if boek[code].is_getal:
            assert bereikt(gevonden[doel]) == vorm.format(f"{boek[code].getal:.0f}")
        else:
            assert gevonden[doel].weergave == boek[code].status
