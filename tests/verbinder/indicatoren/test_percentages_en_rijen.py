"""R39, "Tonen" of docs/cijfers.md, and which rows the table of figures has."""

import pytest

from tests.naief import codes
from tests.naief.cellen import heel_procent
from tests.verbinder.indicatoren.hulp import Geteld, iemand, traject
from verbinder.indicatoren import INDICATOREN, procent
from verbinder.indicatoren.uitsplitsingen import tabellen_van


@pytest.mark.parametrize(
    ("n", "noemer", "heel"),
    [
        (179, 200, 90),  # 89,5
        (177, 200, 89),  # 88,5
        (2327, 2600, 90),  # 89,5
        (1, 3, 33),
        (249, 250, 99),  # 99,6
        (1, 300, 1),  # 0,3
        (0, 300, 0),
        (300, 300, 100),
        (0, 0, None),
    ],
)
def test_r39_percentages_are_half_up_and_0_and_100_only_when_exact(n, noemer, heel):
    assert procent(n, noemer) == heel_procent(n, noemer) == heel


@pytest.mark.django_db
def test_unknown_is_a_visible_category_and_in_no_numerator_but_that_of_g1():
    onbekend = iemand(wet="onbekend", geslacht="onbekend", opleidingsniveau="onbekend")
    telling = Geteld("2026-1", onbekend, iemand(traject("2026-01-01")))

    assert telling("A1", "wet", "onbekend") == 1
    assert telling("A7", "wet", "onbekend") == (0, 1, 0)
    assert telling("G1", "geslacht", "onbekend") == (1, 2, 50)


PERSOON = {
    "gemeente", "wet", "leerroute", "opleidingsniveau", "geslacht", "leeftijdsklasse",
    "doelgroep", "gemeente×wet",
}  # fmt: skip
LIJN = {"actielijn", "gemeente×actielijn", "actielijn×wet"}
TRAJECT = PERSOON | LIJN | {"trajectsoort"}
TABELLEN = {
    **dict.fromkeys(("A1", "A2", "A7", "A8", "C6", "C7", "C9", "D1", "D1.gekoppeld"), PERSOON),
    **dict.fromkeys(("D2", "D3.werkgevers", "D3.plaatsingen", "D4.gestart", "D4.lopend"), PERSOON),
    **dict.fromkeys(("D5", "D5.aangevraagd", "D5.afgerond"), PERSOON),
    **dict.fromkeys(("A3", "A4", "A5", "A6", "A9", "B2", "B4"), TRAJECT),
    **dict.fromkeys(("B1", "B3"), TRAJECT | {"eindreden"}),
    "C1": PERSOON | LIJN | {"plaatsingsoort"},
    "C2": PERSOON | LIJN | {"uitkomst"},
    **dict.fromkeys(("C3", "C4", "C4.nog_niet_vast_te_stellen", "C5"), PERSOON | LIJN),
    "C8": {"contractvorm", "urenklasse"},
    "D3.afspraken": set(),
}


@pytest.mark.parametrize("code", TABELLEN)
def test_a_figure_has_the_tables_of_the_exchange_format(code):
    assert set(tabellen_van(INDICATOREN[code])) == TABELLEN[code]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "uitsplitsing", "lijst"),
    [
        ("A1", "wet", codes.WET),
        ("A1", "leerroute", codes.LEERROUTE),
        ("A1", "opleidingsniveau", codes.NIVEAU),
        ("A1", "geslacht", codes.GESLACHT),
        ("A1", "leeftijdsklasse", codes.LEEFTIJDSKLASSE),
        ("A1", "doelgroep", codes.DOELGROEP),
        ("A3", "actielijn", codes.ACTIELIJN),
        ("C1", "actielijn", (*codes.ACTIELIJN, "onbekend")),
        ("C1", "plaatsingsoort", codes.PLAATSINGSOORT),
        ("C2", "uitkomst", codes.UITKOMST),
        ("C8", "contractvorm", (*codes.CONTRACTVORM, "onbekend")),
        ("C8", "urenklasse", codes.URENKLASSE),
    ],
)
def test_every_code_of_a_closed_list_has_a_row_in_its_order_also_when_nobody_is_there(
    code, uitsplitsing, lijst
):
    assert Geteld("2026-1").rijen(code, uitsplitsing) == list(lijst)


@pytest.mark.django_db
def test_a_trajectsoort_of_the_region_itself_has_a_row_and_that_of_another_only_when_met():
    leeg = Geteld("2026-1")
    assert "gooi_taalmaatje" in leeg.rijen("A3", "trajectsoort")
    assert "utrecht_fietsles" not in leeg.rijen("A3", "trajectsoort")

    meegebracht = Geteld("2026-1", iemand(traject("2026-01-01", soort="utrecht_fietsles")))
    assert meegebracht.per("A3", "trajectsoort") == {"utrecht_fietsles": 1}


@pytest.mark.django_db
def test_g1_has_as_breakdown_what_it_speaks_of_and_no_total():
    cellen = Geteld("2026-1", iemand())
    for uitsplitsing in ("wet", "leerroute", "opleidingsniveau", "geslacht"):
        assert cellen.rijen("G1", uitsplitsing) == ["onbekend"]
    assert cellen.rijen("G1", "totaal") == []
