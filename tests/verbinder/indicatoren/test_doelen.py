"""Goals against realisation: counted by hand too, and rounded as promised."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from regio.models import Actielijn, Arbeidsmarktregio, Doel, Gemeente, PlanVanAanpak, Planversie
from regio.perioden import maanden_later
from tests.naief.genereer import enkele_werelden
from tests.naief.laad import Geladen, geladen
from tests.naief.vergelijk import HELE_REGIO, Gebiedje, nageteld
from tests.naief.wereld import Wereld
from verbinder.indicatoren import Maat
from verbinder.indicatoren.doelen import VOOR_DOELEN, Realisatie, doelprocent, meet_doelen
from verbinder.indicatoren.onthouden import stand
from verbinder.sturing.standen import in_woorden

pytestmark = pytest.mark.django_db(transaction=True)

LIJN = "3"


def realisaties(rijen, gebied, peildatum):
    """What is realised in the state of now."""
    return meet_doelen(rijen, gebied, peildatum=peildatum, nu=stand(gebied.regio_id))


@pytest.mark.parametrize(
    ("n", "doel", "procent"),
    [
        (0, 60, 0),
        (179, 200, 90),  # 89,5
        (178, 200, 89),
        (1, 1000, 1),
        (0, 1000, 0),
        (199, 200, 99),
        (1999, 2000, 99),
        (2000, 2000, 100),
        (2001, 2000, 101),
        (2327, 2600, 90),  # Banenoffensief I
        (789, 620, 127),  # Startbaan
    ],
)
def test_a_goal_is_rounded_half_up_and_100_only_when_it_is_exactly_met(n, doel, procent):
    assert doelprocent(n, doel) == procent


def naief(wereld: Wereld, doel: dict, peildatum: date) -> tuple[int | None, int | None]:
    """Counted by hand: the world from the first day of the goal to its last, or the peildatum; of a
    share only the half-year of that day. The number, and of a share what it is out of."""
    eind = min(peildatum, doel["einddatum"])
    if eind < doel["begindatum"]:
        return None, None
    begin, aandeel = doel["begindatum"], is_aandeel(doel["indicator"])
    if aandeel:
        begin = max(begin, date(eind.year, 1 if eind.month <= 6 else 7, 1))
    stuk = replace(wereld, van=begin, tot=eind + timedelta(days=1))
    gebied = HELE_REGIO
    if doel["gemeenten"]:
        gebied = Gebiedje(doel["gemeenten"], met_ongekoppeld=False)
    plaats = ("actielijn", LIJN) if doel["actielijn"] else ("totaal", "alle")
    cel = nageteld(stuk, doel["indicator"], gebied).get((doel["indicator"], *plaats))
    if not aandeel:
        return (cel.teller if cel else 0), None
    return (cel.teller or 0, cel.noemer or 0) if cel else (0, 0)


def is_aandeel(code: str) -> bool:
    return VOOR_DOELEN[code].maat == Maat.PERCENTAGE


def bewaar(wereld: Wereld, doelen: list[dict]) -> list[Doel]:
    """The goals as rows of a plan."""
    regio = Arbeidsmarktregio.objects.get(code=wereld.regio)
    nu = "2026-01-01T12:00:00Z"
    plan = PlanVanAanpak.objects.create(
        regio=regio, titel="Plan", van=date(2000, 1, 1), tot_en_met=date(2090, 1, 1)
    )
    versie = Planversie.objects.create(plan=plan, nummer=1, gemaakt_op=nu, wie="toets")
    rijen = []
    for nummer, doel in enumerate(doelen, 1):
        rij = Doel.objects.create(
            versie=versie,
            code=f"D{nummer}",
            omschrijving="doel",
            indicator=doel["indicator"],
            eenheid=VOOR_DOELEN[doel["indicator"]].eenheid,
            aantal=7,
            begindatum=doel["begindatum"],
            einddatum=doel["einddatum"],
            bron="toets",
            actielijn=Actielijn.objects.get(pk=LIJN) if doel["actielijn"] else None,
        )
        rij.gemeenten.set(Gemeente.objects.filter(code__in=doel["gemeenten"]))
        rijen.append(rij)
    return rijen


def uiteenlopende_doelen(wereld: Wereld) -> list[dict]:
    """Every figure that may be a goal, over periods and territories that differ."""
    vroeger, later = maanden_later(wereld.van, -9), maanden_later(wereld.van, 3)
    perioden = [
        (wereld.van, wereld.tot),
        (vroeger, wereld.tot),
        (later, wereld.tot),
        (vroeger, later),
        (wereld.tot + timedelta(days=1), maanden_later(wereld.tot, 6)),
    ]
    gebieden = [(), ("GM0402",), ("GM0402", "GM0406", "GM9901"), ()]
    doelen = []
    for nummer, (code, indicator) in enumerate(VOOR_DOELEN.items()):
        for stap, (begin, eind) in enumerate(perioden):
            doelen.append(
                {
                    "indicator": code,
                    "begindatum": begin,
                    "einddatum": eind,
                    "gemeenten": gebieden[(nummer + stap) % len(gebieden)],
                    "actielijn": stap % 2 == 0 and "actielijn" in indicator.uitsplitsingen,
                }
            )
    return doelen


@pytest.mark.parametrize("zaad", range(5000, 5003))
def test_both_ways_of_counting_agree_on_every_goal(zaad):
    for wereld in enkele_werelden(zaad, 4):
        doelen = uiteenlopende_doelen(wereld)
        peildatum = wereld.tot - timedelta(days=1)
        with geladen(wereld) as sleutels:
            rijen = bewaar(wereld, doelen)
            gemeten = realisaties(rijen, _gebied(wereld, sleutels), peildatum)
        fouten = [
            f"{doel}: geteld {naief(wereld, doel, peildatum)}, gemeten {gemeten[rij.pk]}"
            for doel, rij in zip(doelen, rijen, strict=True)
            if (gemeten[rij.pk].aantal, gemeten[rij.pk].geheel) != naief(wereld, doel, peildatum)
        ]
        assert fouten == []


def _gebied(wereld: Wereld, sleutels: Geladen):
    return HELE_REGIO.als_gebied(wereld, sleutels)


def test_what_may_not_be_counted_here_is_left_out_and_named():
    (wereld,) = enkele_werelden(5100, 1)
    alle = {
        "indicator": "A5",
        "begindatum": wereld.van,
        "einddatum": wereld.tot,
        "gemeenten": ("GM0402", "GM0406"),
        "actielijn": False,
    }
    peildatum = wereld.tot - timedelta(days=1)
    with geladen(wereld) as sleutels:
        (rij,) = bewaar(wereld, [alle])
        alleen_hilversum = Gebiedje(("GM0402",)).als_gebied(wereld, sleutels)
        alleen_elders = Gebiedje(("GM9903",)).als_gebied(wereld, sleutels)
        deels = realisaties([rij], alleen_hilversum, peildatum)[rij.pk]
        niets = realisaties([rij], alleen_elders, peildatum)[rij.pk]

    assert (deels.aantal, None) == naief(wereld, {**alle, "gemeenten": ("GM0402",)}, peildatum)
    assert deels.zonder == ("Huizen",)
    assert niets.aantal is None


@pytest.mark.parametrize(
    ("anders", "geteld", "woorden"),
    [
        ({"aantal": 60}, (41, None), "41 van 60 = 68 %"),
        ({"aantal": 20, "richting": "hoogstens"}, (12, None), "12 van hoogstens 20"),
        ({"aantal": 70, "eenheid": "procent"}, (31, 50), "62 % van 70 %"),
        (
            {"aantal": 10, "eenheid": "procent", "richting": "hoogstens"},
            (6, 50),
            "12 % van hoogstens 10 %",
        ),
        ({"aantal": 70, "eenheid": "procent"}, (0, 0), "nog niemand om van te rekenen"),
    ],
)
def test_a_share_stands_beside_the_share_that_was_aimed_at_and_is_never_divided(
    anders, geteld, woorden
):
    doel = Doel(**{"eenheid": "personen", **anders})
    aantal, geheel = geteld

    assert in_woorden(Realisatie(doel, date(2026, 6, 30), aantal, geheel)) == woorden


def test_every_count_and_share_may_be_a_goal_but_no_median_no_money_and_no_g1():
    maten = {indicator.maat for indicator in VOOR_DOELEN.values()}

    assert maten == {Maat.AANTAL, Maat.PERCENTAGE}
    assert {"C7", "C6", "B3"} <= set(VOOR_DOELEN)
    assert not {"G1", "A9", "B4", "F5", "E1"} & set(VOOR_DOELEN)
