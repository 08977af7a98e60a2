"""Golden case: H2 2026 of Gooi en Vechtstreek, Wijdemeren gone to Hilversum on 1 January 2027.

40 people live in Hilversum, 12 in Wijdemeren and 20 in Huizen; 3 more moved from Wijdemeren to
Huizen on 1 October, after their traject began on 1 September. The traject of the 12 began on
1 October. 68 live in the other four gemeenten. All 143 are in beeld since 1 August.
"""

from datetime import UTC, date, datetime

import pytest
import time_machine

from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik, Gebied
from tests.goud import tabel
from tests.goud.conftest import importeer, rapporteer
from tests.goud.mensen import genummerd
from tests.goud.mensen.bouw import (
    BLARICUM,
    EEMNES,
    GOOISE_MEREN,
    HILVERSUM,
    HUIZEN,
    LAREN,
    WIJDEMEREN,
    iemand,
    traject,
    woont,
)
from tests.goud.werkmappen import bladen_van
from tests.statushouders.uitwisseling.werkmappen import als_xlsx
from tests.verbinder.sturing.schrijver import regio
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.rapportage.los import maak_los_rapport
from verbinder.rapportage.opbouw import maak_document

pytestmark = pytest.mark.django_db
IN_JANUARI_2027 = datetime(2027, 1, 5, 9, tzinfo=UTC)
NA_LEVERING = datetime(2027, 1, 5, 18, tzinfo=UTC)
SINDS = {"aangemeld": "2026-08-01"}
HALFJAAR = halfjaar(2026, 2)

# Figure -> gemeente -> how many, as the gemeenten were in the half-year, and as they are now.
ELDERS = {GOOISE_MEREN: 30, BLARICUM: 18, EEMNES: 10, LAREN: 10}
TOEN = {
    "A1": {HILVERSUM: 40, WIJDEMEREN: 12, HUIZEN: 23, **ELDERS},
    "A2": {HILVERSUM: 40, WIJDEMEREN: 15, HUIZEN: 20, **ELDERS},
    "A3": {WIJDEMEREN: 12, HUIZEN: 3},
    "A5": {WIJDEMEREN: 15},
}
NU = {
    "A1": {HILVERSUM: 52, HUIZEN: 23, **ELDERS},
    "A2": {HILVERSUM: 55, HUIZEN: 20, **ELDERS},
    "A3": {HILVERSUM: 12, HUIZEN: 3},
    "A5": {HILVERSUM: 15},
}


def mensen():
    in_wijdemeren = (woont(WIJDEMEREN, "2024-01-01"), traject("a", 3, "jobhunting", "2026-10-01"))
    verhuisd = (
        woont(WIJDEMEREN, "2024-01-01", "2026-09-30"),
        woont(HUIZEN, "2026-10-01"),
        traject("a", 3, "jobhunting", "2026-09-01"),
    )
    alle = [
        *(iemand(woont(HILVERSUM, "2024-01-01"), **SINDS) for _ in range(40)),
        *(iemand(*in_wijdemeren, **SINDS) for _ in range(12)),
        *(iemand(woont(HUIZEN, "2024-01-01"), **SINDS) for _ in range(20)),
        *(iemand(*verhuisd, **SINDS) for _ in range(3)),
        *(iemand(woont(g, "2024-01-01"), **SINDS) for g, n in ELDERS.items() for _ in range(n)),
    ]
    return [genummerd(f"P{nummer:02d}", persoon) for nummer, persoon in enumerate(alle, 1)]


@pytest.fixture
def geleverd(db, tmp_path):
    """The workbook, read in on 5 January 2027."""
    with time_machine.travel(IN_JANUARI_2027, tick=True):
        (tmp_path / "regio.xlsx").write_bytes(als_xlsx(bladen_van(mensen())))
        importeer(tmp_path / "regio.xlsx")
        yield


def per_gemeente(rijen) -> dict[str, dict[str, int]]:
    return {
        code: {
            plek[2]: int(getallen[0])
            for plek, getallen in rijen.items()
            if plek[:2] == (code, "gemeente")
        }
        for code in TOEN
    }


def test_the_report_counts_everyone_in_the_gemeente_of_then(geleverd, tmp_path):
    rapporteer(tmp_path / "uit", halfjaar="2026-2", intern=True)

    rijen = tabel.gelezen(tmp_path / "uit" / "cijfers.csv")
    assert per_gemeente(tabel.cellen(rijen)) == TOEN


def test_the_same_figures_in_the_division_of_now_are_the_same_people(geleverd):
    meting = Meting(Gebied(regio().pk), HALFJAAR, indeling_op=date(2027, 1, 1))
    with bereik_transactie(Bereik(cijferregios=frozenset({regio().pk}))):
        cijfers = meet(meting, [INDICATOREN[code] for code in NU], ["gemeente"])
    gemeten = {tuple(c.plaats): (c.teller,) for c in cijfers if c.teller}

    assert per_gemeente(gemeten) == NU


def test_the_report_shows_both_and_the_second_follows_from_what_is_published(geleverd):
    with bereik_transactie(Bereik(cijferregios=frozenset({regio().pk}))):
        rapport = maak_los_rapport(
            regio=regio(), halfjaar=HALFJAAR, bekend_op=NA_LEVERING, op=NA_LEVERING.date()
        ).rapport
    tabellen = {
        blok.titel: {rij[0]: rij[1] for rij in blok.rijen}
        for sectie in maak_document(rapport).secties
        for blok in sectie.blokken
        if blok.soort == "tabel" and blok.koppen[0] == "Gemeente" and len(blok.koppen) > 1
    }
    toen = tabellen["Cijfers per gemeente"]
    nu = tabellen["Dezelfde cijfers naar de huidige indeling"]

    # 40, 12 and 23, each rounded; 40 and 10 together are what a reader could add up.
    assert (toen["Hilversum"], toen["Wijdemeren"], toen["Huizen"]) == ("40", "10", "25")
    assert (nu["Hilversum"], nu["Huizen"]) == ("50", "25")
    assert "Wijdemeren" not in nu


def test_before_the_herindeling_there_is_one_division(geleverd):
    with bereik_transactie(Bereik(cijferregios=frozenset({regio().pk}))):
        rapport = maak_los_rapport(
            regio=regio(),
            halfjaar=HALFJAAR,
            bekend_op=datetime(2026, 12, 31, 12, tzinfo=UTC),
            op=date(2026, 12, 31),
        ).rapport

    assert rapport.opvolgers == ()
