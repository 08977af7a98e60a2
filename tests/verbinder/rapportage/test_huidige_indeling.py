"""The table in the division of now says no more than its published cells do together."""

from types import SimpleNamespace

import pytest

from verbinder.indicatoren import Plaats
from verbinder.onthulling.cellen import Status
from verbinder.rapportage.boek import Boek, Rapportcel
from verbinder.rapportage.indeling import huidige_indeling
from verbinder.rapportage.rapport import Opvolging

NAAR_HILVERSUM = Opvolging("GM1696", "Wijdemeren", "GM0402", "Hilversum", True)
NAAR_AMSTERDAM = Opvolging("GM0457", "Weesp", "GM0363", "Amsterdam", False)
GEHEIM = "geheim"


TITELS = {"A1": SimpleNamespace(titel="In beeld"), "A5": SimpleNamespace(titel="Gestart")}


def cel(code: str, naam: str, wat: int | str, *, figuur: str = "A1") -> Rapportcel:
    """A number, a secret, or another word."""
    status = Status.GETAL if isinstance(wat, int) else Status.GEHEIM if wat == GEHEIM else wat
    return Rapportcel(
        Plaats(figuur, "gemeente", code),
        naam,
        "personen",
        "aantal",
        str(status),
        str(wat),
        getal=wat if isinstance(wat, int) else None,
    )


def tabel(opvolgers, **per_gemeente) -> dict[str, str] | None:
    cellen = [cel(code, *wat) for code, wat in per_gemeente.items()]
    gemaakt = maak(opvolgers, cellen, ["A1"])
    return gemaakt and dict(gemaakt.rijen)


def maak(opvolgers, cellen, codes):
    rapport = SimpleNamespace(boek=Boek(cellen), opvolgers=opvolgers, definities=TITELS)
    return huidige_indeling(rapport, codes)


@pytest.mark.parametrize(
    ("hilversum", "wijdemeren", "samen"),
    [
        (40, 10, "50"),
        (40, GEHEIM, "40 en 7 of minder"),
        (GEHEIM, GEHEIM, "14 of minder"),
        (40, "niet aangeleverd", "niet aangeleverd"),
    ],
)
def test_two_gemeenten_that_are_one_now_are_added_up(hilversum, wijdemeren, samen):
    rijen = tabel(
        (NAAR_HILVERSUM,),
        GM0402=("Hilversum", hilversum),
        GM1696=("Wijdemeren", wijdemeren),
        GM0406=("Huizen", GEHEIM),
    )

    assert rijen == {"Hilversum": samen, "Huizen": GEHEIM}


def test_who_left_the_region_has_a_row_that_says_so():
    rijen = tabel((NAAR_AMSTERDAM,), GM0402=("Hilversum", 40), GM0457=("Weesp", 20))

    assert rijen == {"Hilversum": "40", "Amsterdam (nu buiten de regio)": "20"}


def test_without_a_herindeling_or_a_first_table_there_is_no_second():
    assert tabel((), GM0402=("Hilversum", 40)) is None
    klein = str(Status.TE_KLEIN)
    assert tabel((NAAR_HILVERSUM,), GM0402=("Hilversum", klein), GM1696=("W", klein)) is None


def test_who_ended_within_the_half_year_counts_in_what_happened_before():
    cellen = [
        cel("GM0402", "Hilversum", 60),
        cel("GM0402", "Hilversum", 20, figuur="A5"),
        cel("GM1696", "Wijdemeren", 10, figuur="A5"),
    ]

    assert maak((NAAR_HILVERSUM,), cellen, ["A1", "A5"]).rijen == (("Hilversum", "60", "30"),)
