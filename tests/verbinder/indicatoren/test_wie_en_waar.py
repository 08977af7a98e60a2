"""Who counts, and where: R1–R5, R16–R18, R25, R40 and "Wie en waar" of docs/cijfers.md."""

import pytest

from tests.naief.codes import DOELGROEP
from tests.verbinder.indicatoren.hulp import (
    AMSTERDAM,
    GRENSDORP,
    HILVERSUM,
    HUIZEN,
    OUDEVEEN,
    OVERSTAP,
    UTRECHT,
    VOORVEEN,
    WEESP,
    WIJDEMEREN,
    Geteld,
    azc,
    eerder,
    gekoppeld,
    iemand,
    in_beeld,
    traject,
    woont,
)

pytestmark = pytest.mark.django_db


def test_r1_who_moves_within_the_region_counts_where_it_happened_and_once_in_the_region():
    verhuisd = iemand(
        woont(HILVERSUM, "2025-01-01", "2026-04-14"),
        woont(HUIZEN, "2026-04-15"),
        traject("2026-03-01"),
    )
    telling = Geteld("2026-1", verhuisd)

    assert telling.per("A5", "gemeente") == {HILVERSUM: 1}
    assert telling.per("A3", "gemeente") == {HUIZEN: 1}
    assert telling("A3") == telling("A5") == 1


def test_r2_who_left_the_region_is_in_no_stock_but_what_happened_before_stays():
    vertrokken = iemand(
        woont(HILVERSUM, "2025-01-01", "2026-03-31"),
        woont(AMSTERDAM, "2026-04-01"),
        traject("2026-01-10", "2026-03-31", "verhuisd_buiten_regio"),
        traject("2026-02-01", "2026-04-01", "verhuisd_buiten_regio"),
        traject("2026-03-31"),
        traject("2026-04-01"),
    )
    telling = Geteld("2026-1", vertrokken)

    assert (telling("A1"), telling("A3"), telling("A4")) == (0, 0, 0)
    assert telling("A5") == 3  # not the one that began in Amsterdam
    assert telling("B1") == 1  # not the one that ended there
    assert telling("A6") == 1


def test_r3_in_an_azc_of_the_region_somebody_is_not_yet_gekoppeld_and_a_koppeling_changes_no_past():
    gekoppelde = iemand(
        azc(HUIZEN, "2025-06-01", "2026-05-31"),
        gekoppeld(HILVERSUM, "2026-04-01"),
        traject("2026-03-31"),
        traject("2026-04-01"),
    )
    telling = Geteld("2026-1", gekoppelde)

    assert telling.per("A5", "gemeente") == {"nog_niet_gekoppeld": 1, HILVERSUM: 1}
    assert telling.per("A1", "gemeente") == {HILVERSUM: 1}


def test_r3_who_is_gekoppeld_to_another_region_than_the_azc_belongs_to_that_region():
    elders = iemand(
        azc(HUIZEN, "2025-06-01"), gekoppeld(UTRECHT, "2026-06-30"), traject("2026-06-29")
    )
    telling = Geteld("2026-1", elders)

    assert telling("A5") == 1
    assert telling("A1") == 0


def test_who_stays_nowhere_or_in_an_azc_without_gemeente_belongs_to_no_region():
    telling = Geteld(
        "2026-1",
        iemand(azc(None, "2025-01-01")),
        iemand(woont(HILVERSUM, "2025-01-01", "2026-06-29")),
    )

    assert telling("A1") == 0


def test_r4_a_vestiging_decides_over_a_koppeling_that_is_still_open():
    telling = Geteld(
        "2026-1", iemand(gekoppeld(HILVERSUM, "2025-01-01"), woont(HUIZEN, "2026-06-30"))
    )

    assert telling.per("A1", "gemeente") == {HUIZEN: 1}


def test_r5_weesp_counts_in_the_region_until_23_march_2022_and_from_the_24th_in_that_of_amsterdam():
    weesper = iemand(
        woont(WEESP), traject("2022-03-23"), traject("2022-03-24"), beeld=in_beeld("2021-05-01")
    )

    assert Geteld("2021-2", weesper).per("A1", "gemeente") == {WEESP: 1}
    assert Geteld("2022-1", weesper)("A1") == 0
    assert Geteld("2022-1", weesper).per("A5", "gemeente") == {WEESP: 1}


def test_r5_wijdemeren_is_hilversum_from_2027_and_what_happened_before_keeps_its_name():
    inwoner = iemand(woont(WIJDEMEREN), traject("2026-12-31"), traject("2027-01-01"))

    assert Geteld("2026-2", inwoner).per("A1", "gemeente") == {WIJDEMEREN: 1}
    assert Geteld("2026-2", inwoner).per("A5", "gemeente") == {WIJDEMEREN: 1}
    assert Geteld("2027-1", inwoner).per("A1", "gemeente") == {HILVERSUM: 1}
    assert Geteld("2027-1", inwoner).per("A5", "gemeente") == {HILVERSUM: 1}


def test_r5_an_ended_gemeente_is_its_successor_from_the_next_day_also_twice_over():
    # Voorveen became Oudeveen on 1 December 2025, and Oudeveen Huizen on 16 April 2026.
    inwoner = iemand(woont(VOORVEEN), traject("2026-04-15"), traject("2026-04-16"))

    assert Geteld("2026-1", inwoner).per("A5", "gemeente") == {OUDEVEEN: 1, HUIZEN: 1}
    assert Geteld("2025-2", inwoner).per("A1", "gemeente") == {OUDEVEEN: 1}


def test_a_gemeente_that_changes_region_takes_its_people_along_on_the_day():
    # Grensdorp left on 1 March 2026, Overstap came on 1 April.
    telling = Geteld(
        "2026-1",
        iemand(woont(GRENSDORP), traject("2026-02-28"), traject("2026-03-01")),
        iemand(woont(OVERSTAP), traject("2026-03-31"), traject("2026-04-01")),
    )

    assert telling.per("A5", "gemeente") == {GRENSDORP: 1, OVERSTAP: 1}
    assert telling.per("A1", "gemeente") == {OVERSTAP: 1}


def test_a_stock_lists_the_members_of_the_peildatum_and_events_those_of_any_day():
    telling = Geteld("2026-1")

    assert GRENSDORP not in telling.rijen("A1", "gemeente")
    assert GRENSDORP in telling.rijen("A5", "gemeente")
    assert VOORVEEN not in telling.rijen("A5", "gemeente")


def test_r25_a_gemeente_without_anybody_has_a_row_with_0():
    telling = Geteld("2026-1", iemand())

    assert telling("A1", "gemeente", HUIZEN) == 0
    assert telling("A7", "gemeente", HUIZEN) == (0, 0, None)
    assert telling("A9", "gemeente", HUIZEN) == (0, None)


def test_r16_every_doelgroep_counts_also_while_not_yet_gekoppeld():
    telling = Geteld("2026-1", *(iemand(azc(HUIZEN, "2025-01-01"), doelgroep=d) for d in DOELGROEP))

    assert telling.per("A1", "doelgroep") == dict.fromkeys(DOELGROEP, 1)
    assert telling.per("A1", "gemeente") == {"nog_niet_gekoppeld": 4}


def test_r16_who_changes_doelgroep_keeps_the_earlier_one_for_what_happened_then():
    veranderd = iemand(
        eerder("doelgroep", "kansrijke_asielzoeker", "2026-03-31"),
        traject("2026-03-31"),
        traject("2026-04-01"),
        doelgroep="asielstatushouder",
    )
    telling = Geteld("2026-1", veranderd)

    assert telling.per("A5", "doelgroep") == {"kansrijke_asielzoeker": 1, "asielstatushouder": 1}
    assert telling.per("A3", "doelgroep") == {"asielstatushouder": 1}


def test_r12_r15_the_wet_is_that_of_the_day():
    vrijgesteld = iemand(
        eerder("wet", "wi2013", "2026-01-31"),
        eerder("wet", "niet_inburgeringsplichtig", "2026-06-30", "2026-02-01"),
        traject("2026-01-31"),
        traject("2026-02-01"),
        wet="wi2021",
    )
    telling = Geteld("2026-1", vrijgesteld)

    assert telling.per("A5", "wet") == {"wi2013": 1, "niet_inburgeringsplichtig": 1}
    assert telling.per("A1", "wet") == {"niet_inburgeringsplichtig": 1}
    assert Geteld("2026-2", vrijgesteld).per("A1", "wet") == {"wi2021": 1}


def test_r13_the_leerroute_is_nvt_for_everyone_not_under_wi2021_and_that_is_not_unknown():
    telling = Geteld(
        "2026-1",
        iemand(wet="wi2013", leerroute="onbekend"),
        iemand(eerder("wet", "onbekend", "2026-06-30"), wet="wi2021", leerroute="z"),
        iemand(wet="wi2021", leerroute="nvt"),
        iemand(wet="wi2021", leerroute="onbekend"),
    )

    assert telling.per("A1", "leerroute") == {"nvt": 3, "onbekend": 1}
    assert telling("G1", "leerroute", "onbekend") == (1, 2, 50)  # of those under Wi2021
    assert telling("G1", "wet", "onbekend") == (1, 4, 25)


def test_r17_who_is_under_18_counts_in_numbers_and_medians_and_in_no_percentage():
    # By the year of the peildatum: 2026 - 2009 = 17, 2026 - 2008 = 18.
    telling = Geteld(
        "2026-1",
        iemand(geboortejaar=2009, beeld=in_beeld("2026-01-01")),
        iemand(traject("2026-01-05"), geboortejaar=2009, beeld=in_beeld("2026-01-01")),
        iemand(traject("2026-01-03"), geboortejaar=2008, beeld=in_beeld("2026-01-01")),
    )

    assert telling("A1") == 3
    assert telling("A9") == (2, 3)  # 2 and 4 days
    assert telling("A7") == (1, 1, 100)
    assert telling("G1", "wet", "onbekend") == (0, 1, 0)
    assert telling.rijen("A7", "leeftijdsklasse") == [
        "18-26", "27-39", "40-54", "55-aow", "aow_en_ouder",
    ]  # fmt: skip


def test_r17_the_age_is_that_of_the_year_of_the_peildatum_and_the_aow_begins_at_67():
    leeftijden = (15, 16, 17, 18, 26, 27, 39, 40, 54, 55, 66, 67)
    telling = Geteld("2026-1", *(iemand(geboortejaar=2026 - jaren) for jaren in leeftijden))

    assert list(telling.per("A1", "leeftijdsklasse").values()) == [1, 2, 2, 2, 2, 2, 1]


def test_in_beeld_holds_from_the_first_day_to_the_last_both_included():
    telling = Geteld(
        "2026-1",
        iemand(beeld=in_beeld("2026-06-30")),
        iemand(beeld=in_beeld("2026-01-01", "2026-06-30")),
        iemand(beeld=in_beeld("2026-07-01")),
        iemand(beeld=in_beeld("2026-01-01", "2026-06-29")),
        iemand(in_beeld("2025-01-01", "2026-06-30"), beeld=in_beeld("2026-08-01")),
    )

    assert telling("A1") == 3


def test_events_do_not_ask_whether_somebody_is_in_beeld():
    telling = Geteld(
        "2026-1", iemand(traject("2026-03-01"), beeld=in_beeld("2025-01-01", "2025-12-31"))
    )

    assert telling("A1") == 0
    assert telling("A5") == telling("A3") == 1


def test_who_was_registered_by_mistake_counts_nowhere_whenever_that_was_found():
    vergissing = iemand(
        traject("2026-02-01", "2026-03-01"), ingetrokken_op=in_beeld("2026-09-01").aangemeld_op
    )
    telling = Geteld("2026-1", vergissing)

    assert [telling(code) for code in ("A1", "A5", "A6", "B1")] == [0, 0, 0, 0]


def test_r40_a_half_year_begins_on_its_first_day_and_ends_with_its_last():
    telling = Geteld(
        "2026-1",
        *(iemand(traject(d)) for d in ("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")),
    )

    assert telling("A5") == 2
    assert telling("A3") == 3


def test_a6_counts_at_the_gemeente_of_the_last_day_with_a_traject_in_the_region():
    weg = iemand(
        woont(HILVERSUM, "2025-01-01", "2026-02-10"),
        woont(HUIZEN, "2026-02-11", "2026-03-31"),
        woont(UTRECHT, "2026-04-01"),
        traject("2026-01-01", "2026-02-11", lijn=1),
        traject("2025-11-01", "2026-01-01", lijn=2),
        traject("2026-04-01", lijn=4),
    )
    telling = Geteld("2026-1", weg)

    assert telling.per("A6", "gemeente") == {HUIZEN: 1}
    assert telling.per("A6", "actielijn") == {"1": 1, "2": 1}
    assert telling.per("A6", "gemeente×actielijn") == {f"{HUIZEN}×1": 1, f"{HUIZEN}×2": 1}


def test_a2_counts_a_first_aanmelding_and_who_comes_back_after_more_than_twelve_months():
    telling = Geteld(
        "2026-1",
        iemand(beeld=in_beeld("2026-01-01")),
        iemand(in_beeld("2024-01-01", "2025-02-28"), beeld=in_beeld("2026-03-01")),
        iemand(in_beeld("2024-01-01", "2025-03-01"), beeld=in_beeld("2026-03-01")),
    )

    assert telling("A2") == 2
