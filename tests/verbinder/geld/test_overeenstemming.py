"""Money counted by SQL and by plain loops agree, whatever was booked."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from regio.models import Gemeente
from regio.perioden import halfjaar_uit_code
from regio.toegang import Gebied
from tests.naief.geld import Dienst, geldcijfers
from tests.regio.sturing.toeval import Toeval
from tests.regio.sturing.uren import schrijf_uren, stel_aan
from verbinder.indicatoren.geld import GELD
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

pytestmark = pytest.mark.django_db

HALFJAREN = ("2022-1", "2022-2", "2023-1", "2023-2", "2024-1", "2024-2", "2025-1")
# Divided by persons, of whom there are none here.
PER_PERSOON = ("F7.per_bereikte_persoon", "F7.per_geplaatste_persoon")


@pytest.mark.parametrize("zaad", range(1000, 1012))
def test_both_ways_of_counting_money_agree_in_every_cell(zaad, boeken):
    gemeenten = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen", "Laren")))
    toeval = Toeval(boeken, zaad, gemeenten)
    toeval.boek(40)
    _met_uren(toeval)

    for code in HALFJAREN:
        halfjaar = halfjaar_uit_code(code)
        hand = geldcijfers(toeval.kas, halfjaar.van, halfjaar.peildatum)
        gemeten = {
            tuple(c.plaats): c.waarde
            for c in meet(Meting(Gebied(boeken.regio.pk), halfjaar), GELD)
            if c.plaats.indicator not in PER_PERSOON
        }
        leeg = {plek for plek, waarde in gemeten.items() if not waarde}
        assert {p: w for p, w in gemeten.items() if w} == {p: w for p, w in hand.items() if w}
        assert {plek for plek, waarde in hand.items() if not waarde} <= leeg


def _met_uren(toeval: Toeval) -> None:
    kans, kas, regio = toeval.kans, toeval.kas, toeval.boeken.regio
    for nummer in range(3):
        van = date(2022, 1, 1) + timedelta(days=kans.randint(0, 700))
        tot_en_met = van + timedelta(days=kans.randint(0, 500))
        uren = Decimal(kans.choice(("32", "7.5", "36", "0.25")))
        wie = f"verbinder_{nummer}" if nummer < 2 else ""
        aanstelling = stel_aan(regio, uren=uren, van=van, tot_en_met=tot_en_met, wie=wie)
        kas.diensten.append(Dienst(uren, van, tot_en_met, vacature=not wie))
        for week in range(0, 60 if wie else 0, 7):
            dag = van + timedelta(days=week)
            geboekt = Decimal(kans.randint(1, 4000)) / 100
            lijn = kans.choice((None, 1, 3))
            schrijf_uren(aanstelling, dag, geboekt, lijn)
            kas.uren.append((dag, geboekt, str(lijn) if lijn else None))
