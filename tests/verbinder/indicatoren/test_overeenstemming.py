"""Every figure, counted in two ways over thousands of invented histories, must agree.

`NAIEF_PERSONEN=50000 pytest tests/verbinder/indicatoren/test_overeenstemming.py` does more of them
than the 2.000 of every run. A disagreement is shown as the few people and rows that it takes.
"""

import os
from dataclasses import replace
from math import ceil

import pytest
from django.utils import timezone

from tests.naief.codes import KRUIS
from tests.naief.genereer import enkele_werelden
from tests.naief.laad import geladen, leg_vast
from tests.naief.vergelijk import (
    HELE_REGIO,
    NAGETELD,
    Gebiedje,
    Weg,
    als_rapport,
    als_tabel,
    gemeten,
    getallen,
    meting,
    nageteld,
    verklein,
    verschillen,
    verschillen_van_geladen,
)
from tests.naief.wereld import Persoon, Wereld
from verbinder.indicatoren import INDICATOREN, Plaats
from verbinder.indicatoren.meten import meet, personen_achter

WERELDEN_PER_ZAAD, VERSCHILLENDE_MENSEN_PER_ZAAD = 10, 125
PERSONEN = int(os.environ.get("NAIEF_PERSONEN", "2000"))
ZADEN = range(ceil(PERSONEN / VERSCHILLENDE_MENSEN_PER_ZAAD))
EEN_GEMEENTE = (
    Gebiedje(("GM0402",), met_ongekoppeld=False),
    Gebiedje(("GM0406",), met_ongekoppeld=False),
    Gebiedje(("GM9903",), met_ongekoppeld=False),
)
DEELNEMERS = Gebiedje(("GM0402", "GM0406", "GM1942", "GM9901"))

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("zaad", ZADEN)
def test_both_ways_of_counting_agree_on_every_figure_in_every_breakdown(zaad):
    werelden = enkele_werelden(zaad, WERELDEN_PER_ZAAD)

    for wereld in werelden:
        _moet_kloppen(wereld, HELE_REGIO, als_rapport if zaad % 2 else meet)
        if zaad % 4 == 0:
            _moet_kloppen(wereld, DEELNEMERS, meet if zaad % 8 else als_rapport)

    mensen = {replace(p, nummer=0) for wereld in werelden for p in wereld.personen}
    assert len(mensen) >= VERSCHILLENDE_MENSEN_PER_ZAAD


@pytest.mark.parametrize("gemeente", EEN_GEMEENTE, ids=lambda gebied: gebied.gemeenten[0])
def test_a_gemeente_sees_on_its_own_dashboard_its_row_of_the_region(gemeente):
    (code,) = gemeente.gemeenten or ()
    for wereld in enkele_werelden(1000, 6):
        _moet_kloppen(wereld, gemeente)
        with geladen(wereld) as sleutels:
            van_regio = gemeten(wereld, sleutels, NAGETELD)
            van_gemeente = gemeten(wereld, sleutels, NAGETELD, gemeente)
        for (figuur, uitsplitsing, categorie), cijfer in van_gemeente.items():
            in_regio = {
                "totaal": (figuur, "gemeente", code),
                "wet": (figuur, f"gemeente{KRUIS}wet", f"{code}{KRUIS}{categorie}"),
                "actielijn": (figuur, f"gemeente{KRUIS}actielijn", f"{code}{KRUIS}{categorie}"),
            }.get(uitsplitsing)
            if in_regio in van_regio:
                assert getallen(cijfer) == getallen(van_regio[in_regio]), in_regio


@pytest.mark.parametrize("zaad", range(2000, 2003))
def test_the_persons_behind_a_cell_are_those_that_were_counted(zaad):
    for wereld in enkele_werelden(zaad, 6):
        with geladen(wereld) as sleutels:
            for code in NAGETELD:
                cellen = nageteld(wereld, code)
                gevuld = sorted(plek for plek, cel in cellen.items() if cel.personen)
                leeg = sorted(plek for plek, cel in cellen.items() if not cel.personen)
                for plek in [*gevuld[:: len(gevuld) // 4 + 1], *leeg[zaad % 7 :: 150]]:
                    achter = personen_achter(
                        meting(wereld, sleutels), INDICATOREN[code], Plaats(*plek)
                    )
                    nummers = sorted(sleutels.personen[sleutel] for sleutel in achter)
                    assert nummers == sorted(cellen[plek].personen), plek


@pytest.mark.parametrize("zaad", range(3000, 3006))
def test_as_known_on_a_moment_the_figures_are_those_of_what_was_entered_by_then(zaad):
    wereld = enkele_werelden(zaad, 2)[-1]
    vroeg = replace(wereld, personen=tuple(filter(None, map(_zoals_eerst, wereld.personen))))

    sleutels = leg_vast(vroeg)
    moment = timezone.now()
    sleutels = leg_vast(wereld, sleutels)

    assert verschillen_van_geladen(wereld, sleutels, NAGETELD) == []
    for weg in (meet, als_rapport):
        for toen, bekend_op in ((vroeg, moment), (wereld, timezone.now())):
            assert (
                verschillen_van_geladen(toen, sleutels, NAGETELD, bekend_op=bekend_op, weg=weg)
                == []
            )


def _zoals_eerst(persoon: Persoon) -> Persoon | None:
    """What was entered at first: not yet everybody, not all rows, and some other facts."""
    if persoon.nummer % 3 == 0:
        return None
    trajecten = tuple(replace(t, einddatum=None, eindreden="") for t in persoon.trajecten[:2])
    bekend = {None, *(t.referentie for t in trajecten)}
    return replace(
        persoon,
        aanmelding=replace(persoon.aanmelding, afgesloten_op=None),
        wet="onbekend",
        ingetrokken_op=None,
        trajecten=trajecten,
        plaatsingen=tuple(p for p in persoon.plaatsingen if p.traject in bekend),
        verblijven=persoon.verblijven[:2],
        uitkeringen=persoon.uitkeringen[:2],
        eerdere_waarden=persoon.eerdere_waarden[1:],
    )


def _moet_kloppen(wereld: Wereld, gebied: Gebiedje, weg: Weg = meet) -> None:
    """Fail with the smallest world in which one figure is counted differently."""
    with geladen(wereld) as sleutels:
        fout = verschillen_van_geladen(wereld, sleutels, NAGETELD, gebied, weg=weg)
    if fout:
        code = fout[0].split()[0]
        klein = verklein(wereld, code, gebied, weg)
        regels = [als_tabel(klein), *verschillen(klein, [code], gebied, weg)]
        pytest.fail("\n".join(["De twee tellingen verschillen:", *regels]), pytrace=False)
