"""The rule of small numbers: what is shown of a true figure."""

from decimal import Decimal

import pytest

from verbinder.indicatoren import Cijfer, Eenheid, Maat, Plaats
from verbinder.indicatoren.uitsplitsingen import KRUIS
from verbinder.onthulling.regel import MILD, STANDAARD, STRENG, publiceer

GEHEIM, KLEIN, WEG = "geheim", "te klein om uit te splitsen", "niet uitgesplitst"


def aantal(code: str, n: int, uitsplitsing="totaal", categorie="alle") -> Cijfer:
    plaats = Plaats(code, uitsplitsing, categorie)
    return Cijfer(plaats, Eenheid.PERSONEN, Maat.AANTAL, n, None, n)


def deel(code: str, teller: int, noemer: int) -> Cijfer:
    return Cijfer(Plaats(code), Eenheid.PROCENT, Maat.PERCENTAGE, teller, noemer, 0)


def getoond(cijfers, regel=STANDAARD, weggelaten=(), **rest) -> dict[tuple[str, str], str]:
    cellen = publiceer(cijfers, regel, frozenset(weggelaten), **rest)
    return {cel.plaats[1:]: cel.weergave for cel in cellen}


def kop(n: int, regel=STANDAARD) -> str:
    return getoond([aantal("A1", n)], regel)["totaal", "alle"]


@pytest.mark.parametrize(
    ("n", "tekst"),
    [(0, GEHEIM), (7, GEHEIM), (8, "10"), (12, "10"), (13, "15"), (17, "15"), (18, "20")],
)
def test_seven_or_fewer_is_secret_and_the_rest_is_rounded_to_five(n, tekst):
    assert kop(n) == tekst


def test_the_mild_rule_shows_a_headline_as_it_is_from_eight_up():
    assert (kop(7, MILD), kop(8, MILD), kop(13, MILD)) == (GEHEIM, "8", "13")


@pytest.mark.parametrize(("n", "tekst"), [(47, KLEIN), (48, "40")])
def test_a_breakdown_appears_from_a_published_headline_of_fifty(n, tekst):
    cijfers = [aantal("A1", n), aantal("A1", 40, "gemeente", "GM0402")]

    assert getoond(cijfers)["gemeente", "GM0402"] == tekst


@pytest.mark.parametrize(("n", "tekst"), [(147, KLEIN), (148, "40")])
def test_a_crossing_appears_from_a_published_headline_of_a_hundred_and_fifty(n, tekst):
    kruis = f"gemeente{KRUIS}wet", f"GM0402{KRUIS}wi2021"

    assert getoond([aantal("A1", n), aantal("A1", 40, *kruis)])[kruis] == tekst


def test_the_strict_rule_shows_no_crossing_and_a_breakdown_from_a_hundred():
    kruis = f"gemeente{KRUIS}wet", f"GM0402{KRUIS}wi2021"
    cijfers = [
        aantal("A1", 900),
        aantal("A1", 400, "gemeente", "GM0402"),
        aantal("A1", 400, *kruis),
    ]

    assert getoond(cijfers, STRENG)[kruis] == KLEIN
    assert getoond(cijfers, STRENG)["gemeente", "GM0402"] == "400"
    assert getoond([aantal("A1", 96), *cijfers[1:]], STRENG)["gemeente", "GM0402"] == KLEIN


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"),
    [
        (5, 100, GEHEIM),
        (30, 17, KLEIN),  # a denominator that is published as 15
        (45, 70, "64 %"),
        (68, 70, "100 %"),  # of the published numbers, 70 and 70
        (11, 18, "50 %"),
    ],
)
def test_a_percentage_is_worked_out_from_the_published_numbers(teller, noemer, tekst):
    assert getoond([deel("A7", teller, noemer)])["totaal", "alle"] == tekst


@pytest.mark.parametrize(("n", "tekst"), [(7, GEHEIM), (9, KLEIN), (10, "41,5")])
def test_there_is_no_median_under_ten(n, tekst):
    cijfer = Cijfer(Plaats("A9"), Eenheid.DAGEN, Maat.MEDIAAN, None, n, Decimal("41.5"))

    assert getoond([cijfer])["totaal", "alle"] == tekst


def test_a_small_number_merges_a_list_and_a_large_one_shows_it_in_full():
    wetten = {"wi2021": 60, "wi2013": 20, "wi2007": 9, "niet_inburgeringsplichtig": 6}

    def lijst(factor: int) -> dict:
        return getoond(
            [aantal("A1", 95 * factor)]
            + [aantal("A1", n * factor, "wet", wet) for wet, n in wetten.items()]
        )

    assert lijst(1)["wet", "overig"] == "15"
    assert lijst(1)["wet", "wi2007"] == WEG
    assert ("wet", "overig") not in lijst(10)
    assert lijst(10)["wet", "wi2007"] == "90"


def test_a_table_that_is_left_out_takes_its_crossings_with_it_and_a_headline_all():
    kruis = f"gemeente{KRUIS}wet", f"GM0402{KRUIS}wi2021"
    cijfers = [
        aantal("A1", 200),
        aantal("A1", 90, "gemeente", "GM0402"),
        aantal("A1", 120, "wet", "wi2021"),
        aantal("A1", 80, *kruis),
    ]

    zonder_wet = getoond(cijfers, weggelaten=[("A1", "wet")])
    assert zonder_wet["wet", "wi2021"] == zonder_wet[kruis] == WEG
    assert zonder_wet["gemeente", "GM0402"] == "90"
    assert set(getoond(cijfers, weggelaten=[("A1", "totaal")]).values()) == {WEG}


def test_what_was_not_delivered_is_neither_zero_nor_secret():
    cijfers = [
        aantal("A1", 90),
        aantal("A1", 90, "gemeente", "GM0402"),
        aantal("A1", 0, "gemeente", "GM0417"),
    ]

    tekst = getoond(cijfers, niet_aangeleverd=frozenset({"GM0417"}))
    assert tekst["gemeente", "GM0417"] == "niet aangeleverd"


def test_a_cell_that_cannot_exist_is_empty_and_not_secret():
    correctie = aantal("B1", 0, "eindreden", "administratieve_correctie")

    assert getoond([aantal("B1", 60), correctie])["eindreden", correctie.plaats.categorie] == (
        "n.v.t."
    )


def test_euros_are_no_persons():
    cijfer = Cijfer(Plaats("F1"), Eenheid.EURO, Maat.SOM, None, None, Decimal("1234.50"))

    assert getoond([cijfer])["totaal", "alle"] == "1234,50"
