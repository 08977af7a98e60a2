"""Work and bijstand by hand: R8, R10, R11, R33 and "Werk en bijstand" of docs/cijfers.md."""

from decimal import Decimal

import pytest

from tests.naief.codes import PLAATSINGSOORT
from tests.verbinder.indicatoren.hulp import (
    HILVERSUM,
    HUIZEN,
    UTRECHT,
    Geteld,
    bijstand,
    dag,
    eerder,
    iemand,
    traject,
    werk,
    woont,
)

pytestmark = pytest.mark.django_db

VOL, DEELS = "betaald_werk_volledige_uitstroom", "betaald_werk_gedeeltelijke_uitstroom"


def aan_het_werk(begin: str, laatste_bijstand: str, *rijen, **velden):
    """Bijstand since 2024 until a day, and a job from a day."""
    return iemand(bijstand("2024-01-01", laatste_bijstand), werk(begin), *rijen, **velden)


def uitkomst_van(persoon, halfjaar: str = "2026-1") -> str:
    (uitkomst,) = Geteld(halfjaar, persoon).per("C2", "uitkomst")
    return uitkomst


def test_r8_c1_counts_every_plaatsing_and_c2_every_person_once_in_the_highest_uitkomst():
    drie = iemand(
        werk("2026-02-01", "2026-03-01", "vrijwilligerswerk"),
        werk("2026-03-01", "2026-04-01", "werkervaringsplaats"),
        werk("2026-04-01", soort="onderwijs"),
    )
    telling = Geteld("2026-1", drie)

    assert telling("C1") == 3
    assert telling("C2") == 1
    assert telling.per("C2", "uitkomst") == {"onderwijs": 1}


def test_r33_paid_and_unpaid_stand_apart_and_c3_is_only_paid():
    telling = Geteld("2026-1", *(iemand(werk("2026-02-01", soort=s)) for s in PLAATSINGSOORT))

    assert telling.per("C1", "plaatsingsoort") == dict.fromkeys(PLAATSINGSOORT, 1)
    assert telling("C2") == 8
    assert telling("C3") == 3


def test_the_check_day_is_one_calendar_month_later_and_the_last_day_of_a_shorter_month():
    # From 31 January that is 28 February.
    assert uitkomst_van(aan_het_werk("2026-01-31", "2026-02-27")) == VOL
    assert uitkomst_van(aan_het_werk("2026-01-31", "2026-02-28")) == "betaald_werk_geen_uitstroom"
    # In a leap year the 29th.
    assert uitkomst_van(aan_het_werk("2024-01-31", "2024-02-28"), "2024-1") == VOL


def test_a_check_day_after_the_peildatum_is_not_yet_to_be_told():
    telling = Geteld(
        "2026-1",
        aan_het_werk("2026-05-31", "2026-05-30"),  # judged on 30 June
        aan_het_werk("2026-06-01", "2026-05-31"),  # would be on 1 July
        iemand(werk("2026-06-01"), bijstand("2024-01-01", "2024-02-01")),  # had no bijstand
    )

    assert telling("C4") == 1
    assert telling("C4.nog_niet_vast_te_stellen") == 1
    assert telling.per("C2", "uitkomst") == {
        VOL: 1,
        "betaald_werk_nog_niet_vast_te_stellen": 1,
        "betaald_werk_zonder_bijstand": 1,
    }


def test_at_work_on_the_check_day_means_any_paid_plaatsing_on_that_very_day():
    zonder = bijstand("2024-01-01", "2026-01-31")
    telling = Geteld(
        "2026-1",
        iemand(zonder, werk("2026-02-01", "2026-03-01")),  # 1 March is the check day
        iemand(zonder, werk("2026-02-01", "2026-02-28")),
        iemand(zonder, werk("2026-02-01", "2026-02-10"), werk("2026-03-01", "2026-03-01", "bbl")),
        iemand(zonder, werk("2026-02-01", "2026-02-28"), werk("2026-03-01", soort="onderwijs")),
        iemand(
            zonder,
            werk("2026-02-01", "2026-02-28"),
            werk("2025-01-01", ref="vergissing", ingetrokken_op=dag("2026-08-01")),
        ),
    )

    assert telling("C3") == 5
    assert telling("C4") == 2


def test_r10_the_end_of_bijstand_without_a_job_is_no_uitstroom_to_work():
    telling = Geteld(
        "2026-1",
        iemand(bijstand("2024-01-01", "2026-02-28")),
        iemand(bijstand("2024-01-01", "2026-01-31"), werk("2026-02-01", soort="vrijwilligerswerk")),
    )

    assert telling("C4") == 0


def test_r11_partial_uitstroom_is_apart_and_without_bijstand_nobody_can_flow_out():
    deels = bijstand("2026-02-01", soort="bijstand_aanvullend")
    telling = Geteld(
        "2026-1",
        aan_het_werk("2026-02-01", "2026-01-31", deels),
        aan_het_werk("2026-02-01", "2025-12-31"),
        iemand(werk("2026-02-01")),
    )

    assert (telling("C4"), telling("C5")) == (0, 1)
    assert telling.per("C2", "uitkomst") == {
        DEELS: 1,
        "betaald_werk_zonder_bijstand": 1,
        "betaald_werk_uitkering_onbekend": 1,  # no row at all
    }


def test_bijstand_is_of_either_kind_on_the_day_before_and_on_the_check_day():
    aanvullend = bijstand("2025-01-01", "2026-01-31", "bijstand_aanvullend")

    assert uitkomst_van(iemand(aanvullend, werk("2026-02-01"))) == VOL
    # The day of the begindatum is too late for "before".
    laat = iemand(bijstand("2026-02-01", "2026-02-10"), werk("2026-02-01"))
    assert uitkomst_van(laat) == "betaald_werk_zonder_bijstand"


def test_an_unknown_uitkering_is_no_bijstand_on_the_check_day_and_unknown_before():
    onbekend = bijstand("2026-02-01", soort="onbekend")
    assert uitkomst_van(aan_het_werk("2026-02-01", "2026-01-31", onbekend)) == VOL

    ervoor = iemand(bijstand("2026-01-31", "2026-01-31", "onbekend"), werk("2026-02-01"))
    assert uitkomst_van(ervoor) == "betaald_werk_uitkering_onbekend"


def test_c5_asks_for_bijstand_beside_income_on_the_check_day_not_before():
    pas_later = iemand(bijstand("2026-02-20", soort="bijstand_aanvullend"), werk("2026-02-01"))

    assert uitkomst_van(pas_later) == DEELS


def test_c4_and_c5_judge_every_kind_of_paid_work():
    zonder, deels = (
        bijstand("2024-01-01", "2026-01-31"),
        bijstand("2026-02-01", soort="bijstand_aanvullend"),
    )
    telling = Geteld(
        "2026-1",
        iemand(zonder, werk("2026-02-01", soort="ondernemerschap")),
        iemand(zonder, deels, werk("2026-02-01", soort="bbl")),
    )

    assert (telling("C4"), telling("C5")) == (1, 1)
    assert telling.per("C2", "uitkomst") == {"ondernemerschap": 1, "bbl": 1}


def test_of_several_plaatsingen_the_highest_decides_every_attribute():
    laag, hoog = traject("2026-01-01", lijn=2, ref="A"), traject("2026-01-01", lijn=4, ref="B")
    persoon = iemand(
        woont(HUIZEN, "2025-01-01", "2026-02-28"),
        woont(HILVERSUM, "2026-03-01"),
        laag,
        hoog,
        werk("2026-02-01", soort="bbl", traject="A", contractvorm="leerovereenkomst"),
        werk("2026-03-01", traject="B", contractvorm="bepaald", uren_per_week=Decimal("24")),
    )
    telling = Geteld("2026-1", persoon)

    for code in ("C2", "C3"):
        assert telling.per(code, "gemeente") == {HILVERSUM: 1}
        assert telling.per(code, "actielijn") == {"4": 1}
    assert telling.per("C8", "contractvorm") == {"bepaald": 1}
    assert telling.per("C8", "urenklasse") == {"20-31": 1}


def test_of_equal_uitkomsten_the_earliest_decides_and_then_the_smallest_reference():
    laatste = werk("2026-03-02", contractvorm="oproep", ref="A1")
    gelijk = (
        werk("2026-03-01", contractvorm="bepaald", ref="P9"),
        werk("2026-03-01", contractvorm="onbepaald", ref="P10"),
    )

    assert Geteld("2026-1", iemand(laatste, *gelijk)).per("C8", "contractvorm") == {"onbepaald": 1}


def test_not_yet_to_be_told_ranks_below_partial_and_above_no_uitstroom():
    deels = bijstand("2026-02-01", "2026-06-30", "bijstand_aanvullend")
    persoon = aan_het_werk("2026-02-01", "2026-01-31", deels, werk("2026-06-15"))

    assert uitkomst_van(persoon) == DEELS
    geen = iemand(bijstand("2024-01-01"), werk("2026-02-01"), werk("2026-06-15"))
    assert uitkomst_van(geen) == "betaald_werk_nog_niet_vast_te_stellen"


def test_a_plaatsing_without_a_valid_traject_has_actielijn_unknown():
    fout = traject("2026-01-01", "2026-01-31", "administratieve_correctie", ref="fout")
    telling = Geteld(
        "2026-1", iemand(werk("2026-02-01")), iemand(fout, werk("2026-02-01", traject="fout"))
    )

    assert telling.per("C1", "actielijn") == {"onbekend": 2}


def test_a_plaatsing_counts_where_it_began_and_not_when_it_was_registered_by_mistake():
    telling = Geteld(
        "2026-1",
        iemand(
            woont(UTRECHT, "2025-01-01", "2026-02-28"),
            woont(HILVERSUM, "2026-03-01"),
            werk("2026-02-28"),
            werk("2026-03-01", soort="bbl"),
            werk("2026-03-02", ingetrokken_op=dag("2026-05-01")),
        ),
    )

    assert telling.per("C1", "plaatsingsoort") == {"bbl": 1}


def test_c8_has_the_hours_in_classes_and_unknown_as_a_class():
    uren = [None, *map(Decimal, ("11.5", "12", "19.5", "20", "31.5", "32"))]
    telling = Geteld("2026-1", *(iemand(werk("2026-02-01", uren_per_week=u)) for u in uren))

    assert telling.per("C8", "urenklasse") == {
        "<12": 1,
        "12-19": 2,
        "20-31": 2,
        ">=32": 1,
        "onbekend": 1,
    }
    assert telling.per("C8", "contractvorm") == {"onbekend": 7}


def test_c9_compares_the_level_of_the_job_with_the_schooling_of_that_day_where_both_are_known():
    telling = Geteld(
        "2026-1",
        iemand(werk("2026-02-01", functieniveau="hoog"), opleidingsniveau="middelbaar"),
        iemand(werk("2026-02-01", functieniveau="laag"), opleidingsniveau="laag"),
        iemand(werk("2026-02-01", functieniveau="laag"), opleidingsniveau="middelbaar"),
        iemand(werk("2026-02-01"), opleidingsniveau="middelbaar"),
        iemand(werk("2026-02-01", functieniveau="laag"), opleidingsniveau="onbekend"),
        iemand(
            eerder("opleidingsniveau", "laag", "2026-02-01"),
            werk("2026-02-01", functieniveau="laag"),
            opleidingsniveau="hoog",
        ),
        iemand(
            werk("2026-02-01", functieniveau="hoog"), opleidingsniveau="laag", geboortejaar=2009
        ),
    )

    assert telling("C9") == (3, 4, 75)


def test_d3_counts_plaatsingen_by_agreement_and_the_employers_behind_them():
    via = {"afspraak_werkgever": True}
    telling = Geteld(
        "2026-1",
        iemand(werk("2026-02-01", werkgever="Kade 9", **via)),
        iemand(werk("2026-02-01", soort="werkervaringsplaats", werkgever="Kade 9", **via)),
        iemand(werk("2026-02-01", **via)),
        iemand(werk("2026-02-01", werkgever="Groen")),
        iemand(werk("2025-02-01", werkgever="Groen", **via)),
    )

    assert telling("D3.plaatsingen") == 3
    assert telling("D3.werkgevers") == 1
