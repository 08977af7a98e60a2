"""Every figure of the golden region, from a workbook to cijfers.csv, against the hand count."""

from dataclasses import replace
from datetime import date

import pytest

from tests.goud import tabel
from tests.goud.conftest import Goud
from tests.goud.mensen import MENSEN
from tests.naief import codes
from tests.naief.vergelijk import NAGETELD, nageteld
from tests.naief.wereld import Afspraak, Persoon, Wereld

LEDEN = ("GM0317", "GM0376", "GM0402", "GM0406", "GM0417", "GM1696", "GM1942")
LAREN = "GM0417"
VAN_MENSEN = (
    "gemeente", "wet", "leerroute", "opleidingsniveau", "geslacht", "leeftijdsklasse", "doelgroep",
)  # fmt: skip
# The exchange format: which breakdowns each figure has.
MET_TRAJECT = ("A3", "A4", "A5", "A6", "A9", "B1", "B2", "B3", "B4")
MET_ACTIELIJN = (*MET_TRAJECT, "C1", "C2", "C3", "C4", "C4.nog_niet_vast_te_stellen", "C5")
PERCENTAGES = ("A7", "B2", "B3", "C6", "C9", "D2")
EXTRA = {
    "B1": ("eindreden",),
    "B3": ("eindreden",),
    "C1": ("plaatsingsoort",),
    "C2": ("uitkomst",),
}


@pytest.mark.parametrize("hoofdstuk", tabel.HOOFDSTUKKEN)
def test_every_figure_of_the_report_is_what_was_worked_out_by_hand(goud: Goud, hoofdstuk):
    uit_rapport = {
        plek: getallen
        for plek, getallen in tabel.cellen(goud.intern).items()
        if plek[0].startswith(hoofdstuk)
    }

    assert uit_rapport == tabel.uitgerekend(hoofdstuk)


def test_the_naive_count_of_the_same_people_is_that_of_the_hand_too():
    wereld = Wereld(
        date(2026, 1, 1),
        date(2026, 7, 1),
        tuple(map(_een_schrijfwijze, MENSEN.values())),
        afspraken=(
            Afspraak("Vuursteen", date(2026, 1, 1)),
            Afspraak("Vuursteen", date(2026, 6, 30), "GM0406"),
            Afspraak("Vuursteen", date(2025, 12, 31)),
        ),
    )
    geteld = {
        plek: (cel.teller, cel.noemer, cel.waarde)
        for code in NAGETELD
        for plek, cel in nageteld(wereld, code).items()
        if any((cel.teller, cel.noemer, cel.waarde))
        and not set(plek[2].split(codes.KRUIS)) & {"gooi_taalmaatje", "utrecht_fietsles"}
    }

    met_de_hand = {}
    for hoofdstuk in "ABCDG":
        met_de_hand |= tabel.uitgerekend(hoofdstuk)
    assert geteld == met_de_hand


def _een_schrijfwijze(persoon: Persoon) -> Persoon:
    """The naive count knows employers by name: one spelling each."""
    return replace(
        persoon,
        plaatsingen=tuple(
            replace(p, werkgever=p.werkgever and p.werkgever.upper().replace("-", " "))
            for p in persoon.plaatsingen
        ),
    )


def test_every_code_of_a_closed_list_and_every_member_has_a_row_also_at_0(goud: Goud):
    per_tabel: dict[tuple[str, str], list[str]] = {}
    for rij in goud.intern:
        per_tabel.setdefault((rij["indicator"], rij["uitsplitsing"]), []).append(rij["categorie"])
    figuren = [code for code in NAGETELD if code not in ("C8", "G1", "D3.afspraken")]

    assert {
        tabel_: sorted(rijen) for tabel_, rijen in per_tabel.items() if tabel_[0] in figuren
    } == {
        (code, uitsplitsing): sorted(lijst)
        for code in figuren
        for uitsplitsing, lijst in _lijsten(code).items()
    }
    assert set(per_tabel["C8", "contractvorm"]) == {*codes.CONTRACTVORM, "onbekend"}
    assert set(per_tabel["C8", "urenklasse"]) == set(codes.URENKLASSE)
    assert per_tabel["D3.afspraken", "totaal"] == ["alle"]
    assert {over for figuur, over in per_tabel if figuur == "G1"} == {
        "wet", "leerroute", "opleidingsniveau", "geslacht",
    }  # fmt: skip


def _lijsten(code: str) -> dict[str, list[str]]:
    """The rows that a figure has, with merged lists behind them where the region is small."""
    klassen = codes.LEEFTIJDSKLASSE[2:] if code in PERCENTAGES else codes.LEEFTIJDSKLASSE
    lijnen = (*codes.ACTIELIJN, *(["onbekend"] if code[0] == "C" else []))
    gemeenten = (*LEDEN, codes.NOG_NIET_GEKOPPELD)
    lijsten = {
        "totaal": ["alle"],
        "gemeente": gemeenten,
        "wet": codes.WET,
        "leerroute": codes.LEERROUTE,
        "opleidingsniveau": codes.NIVEAU,
        "geslacht": codes.GESLACHT,
        "leeftijdsklasse": klassen,
        "doelgroep": codes.DOELGROEP,
        "gemeente×wet": _kruis(gemeenten, codes.WET),
    }
    if code in MET_ACTIELIJN:
        lijsten["actielijn"] = lijnen
        lijsten["gemeente×actielijn"] = _kruis(gemeenten, lijnen)
        lijsten["actielijn×wet"] = _kruis(lijnen, codes.WET)
    if code in MET_TRAJECT:
        lijsten["trajectsoort"] = codes.TRAJECTSOORT
    extra = {
        "eindreden": codes.EINDREDEN,
        "plaatsingsoort": codes.PLAATSINGSOORT,
        "uitkomst": codes.UITKOMST,
    }
    return lijsten | {naam: extra[naam] for naam in EXTRA.get(code, ())}


def _kruis(eerste, tweede) -> list[str]:
    return [f"{a}{codes.KRUIS}{b}" for a in eerste for b in tweede]


def test_who_delivered_nothing_is_not_zero_and_true_values_are_in_no_published_file(goud: Goud):
    van_laren = [rij for rij in goud.openbaar if rij["categorie"] == LAREN]
    eigen_geld = [rij for rij in van_laren if rij["indicator"].startswith("F")]

    assert {r["weergave"] for r in van_laren if r not in eigen_geld} == {"niet aangeleverd"}
    assert {r[kolom] for r in goud.openbaar for kolom in ("teller", "noemer", "waarde")} == {""}


# What may be read of the headlines: 7 or fewer is secret, else rounded to five; A7 is 20 of 40.
GEPUBLICEERD = {
    "A1": "40", "A2": "20", "A3": "20", "A4": "25", "A5": "25", "A6": "35", "A7": "50 %",
    "A8": "15", "A9": "13", "B1": "15", "B4": "125", "C1": "20", "C2": "15", "C3": "10",
    "C4": "geheim", "C4.nog_niet_vast_te_stellen": "geheim", "C5": "geheim", "C7": "geheim",
    "C8": "10", "D1": "geheim", "D1.gekoppeld": "geheim", "D3.werkgevers": "geheim",
    "D3.afspraken": "geheim", "D3.plaatsingen": "geheim", "D4.gestart": "geheim",
    "D4.lopend": "geheim", "D5": "geheim", "D5.aangevraagd": "geheim", "D5.afgerond": "geheim",
    "F1": "70000,00", "F6": "88765,44",
}  # fmt: skip


def test_what_is_published_of_it_follows_the_rule_of_small_numbers(goud: Goud):
    koppen = {r["indicator"]: r["weergave"] for r in goud.openbaar if r["categorie"] == "alle"}
    delen = {
        rij["weergave"]
        for rij in goud.openbaar
        if rij["uitsplitsing"] != "totaal" and rij["indicator"][0] in "ABCD"
    }

    assert {code: koppen[code] for code in GEPUBLICEERD} == GEPUBLICEERD
    # No headline reaches 50, so there is no breakdown at all.
    assert delen <= {"te klein om uit te splitsen", "niet aangeleverd", "n.v.t.", "geheim"}
    assert "te klein om uit te splitsen" in delen


def test_the_internal_file_shows_what_the_published_one_shows(goud: Goud):
    getoond = [[(r["indicator"], r["categorie"], r["weergave"]) for r in rijen] for rijen in (
        goud.intern, goud.openbaar,
    )]  # fmt: skip

    assert getoond[0] == getoond[1]
