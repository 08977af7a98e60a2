"""The charts: numbers in, drawing and table out, and nothing that was secret."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from verbinder.grafieken import (
    SMAL,
    VOL,
    Grafiek,
    Punt,
    Reeks,
    Rij,
    gestapeld,
    lijnen,
    staven,
    stroom,
)
from verbinder.grafieken.begrippen import geschreven
from verbinder.grafieken.lijnen import schaal

SVG = "{http://www.w3.org/2000/svg}"
LIJNEN = ["1 Vroeg vanuit azc", "2 Werkgevers", "3 Regionale aanpak", "4 Werk op niveau"]
LANG = "Een gemeente met een heel erg lange naam aan de rand van de Noordzee"


def per_wet(*waarden, **opties) -> Grafiek:
    rijen = [Rij(f"Wet {nummer}", waarde) for nummer, waarde in enumerate(waarden)]
    return staven("wet", rijen, titel="", naam="Naar wet", kop="Wet", **opties)


def per_gemeente(*rijen: Rij, reeksen=None) -> Grafiek:
    return gestapeld(
        "gemeenten", rijen, reeksen or LIJNEN, titel="", naam="Per gemeente", kop="Gemeente"
    )


def over_tijd(*reeksen: Reeks, momenten=("2025-1", "2025-2", "2026-1")) -> Grafiek:
    return lijnen("tijd", momenten, reeksen, titel="", naam="Per halfjaar", kop="Uitkomst")


ALLE_SOORTEN = {
    "staven": per_wet(120, 3, "geheim", 1_234_567, None),
    "alles nul": per_wet(0, 0),
    "een rij": per_wet(1),
    "niets": per_wet(),
    "procenten": per_wet(100, 0, eenheid=" %"),
    "gestapeld": per_gemeente(Rij("Hilversum", [12, 20, 31, 9]), Rij(LANG, [0, 0, 0, 0])),
    "25 gemeenten": per_gemeente(*(Rij(f"Gemeente {n}", [n, 7_000_000, 0, n]) for n in range(25))),
    "gestapeld geheim": per_gemeente(Rij("A", ["geheim"] * 4), Rij("B", [10, "geheim", 15, 0])),
    "stroom": stroom("s", [Rij("In beeld", 96, bij="12 op het azc")], titel="", naam="Stroom"),
    "lijnen": over_tijd(Reeks("Betaald", [7, None, 20]), Reeks("Onderwijs", [0, 0, 0])),
    "lijnen geheim": over_tijd(Reeks("Betaald", ["geheim"] * 3), Reeks(LANG, [10, "geheim", 15])),
    "een moment": over_tijd(Reeks("Betaald", [1_234_567]), momenten=("2026-1",)),
}
beide_breedtes = pytest.mark.parametrize("breedte", ["breed", "smal"])
elke_soort = pytest.mark.parametrize("grafiek", ALLE_SOORTEN.values(), ids=ALLE_SOORTEN.keys())


def boom(grafiek: Grafiek, breedte: str) -> ElementTree.Element:
    return ElementTree.fromstring(getattr(grafiek, breedte))


def teksten(grafiek: Grafiek, breedte: str) -> list[str]:
    return ["".join(t.itertext()) for t in boom(grafiek, breedte).iter(f"{SVG}text")]


def balken(grafiek: Grafiek, breedte: str = "breed") -> list[float]:
    """The widths of the drawn bars, without squares of a legend and lanes."""
    return [
        float(vak.get("width"))
        for vak in boom(grafiek, breedte).iter(f"{SVG}rect")
        if vak.get("fill") != "#eff3f4" and vak.get("height") != "13"
    ]


@elke_soort
@beide_breedtes
def test_a_drawing_is_an_image_with_a_name_and_a_description_and_no_style_or_script(
    grafiek, breedte
):
    svg = boom(grafiek, breedte)

    ids = svg.get("aria-labelledby").split()
    assert svg.get("role") == "img"
    assert [el.get("id") for el in svg if el.tag in (f"{SVG}title", f"{SVG}desc")] == ids
    assert "".join(svg.find(f"{SVG}desc").itertext()) == grafiek.omschrijving
    for deel in svg.iter():
        assert deel.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}a")
        assert not {a for a in deel.attrib if a == "style" or a.startswith("on")}


@elke_soort
def test_the_two_drawings_of_one_chart_share_no_id(grafiek):
    samen = re.findall(r' id="([^"]+)"', grafiek.breed + grafiek.smal)

    assert len(samen) == len(set(samen)) == 4


@elke_soort
@beide_breedtes
def test_nothing_is_drawn_outside_the_image(grafiek, breedte):
    svg = boom(grafiek, breedte)
    breed, hoog = (float(getal) for getal in svg.get("viewBox").split()[2:])

    for vak in svg.iter(f"{SVG}rect"):
        x, y, w, h = (float(vak.get(naam)) for naam in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= breed + 0.1
        assert y + h <= hoog + 0.1
    for regel in svg.iter(f"{SVG}text"):
        assert 0 <= float(regel.get("x")) <= breed
        assert 0 <= float(regel.get("y")) <= hoog


@elke_soort
def test_every_row_of_the_table_has_a_cell_under_each_head(grafiek):
    assert all(len(rij) == len(grafiek.koppen) for rij in grafiek.rijen)


@beide_breedtes
def test_every_number_stands_in_the_drawing_and_in_the_table(breedte):
    grafiek = per_wet(120, 3, 1_234_567)

    assert {"120", "3", "1.234.567"} <= set(teksten(grafiek, breedte))
    assert [rij[1].tekst for rij in grafiek.rijen] == ["120", "3", "1.234.567"]
    assert "Wet 0 120, Wet 1 3 en Wet 2 1.234.567" in grafiek.omschrijving


def test_bars_begin_at_zero_and_are_as_long_as_their_numbers():
    lang, half, niets = balken(per_wet(100, 50, 0)) + [0.0]

    assert half == pytest.approx(lang / 2, abs=0.2)
    assert niets == 0


def test_a_small_number_can_be_seen_and_zero_has_no_bar():
    assert min(balken(per_wet(1_000_000, 1))) >= 2
    assert balken(per_wet(0, 0)) == []


@pytest.mark.parametrize("buren", [[3, 40], [70_000, 1]])
@beide_breedtes
def test_a_secret_cell_draws_nothing_and_says_only_that_it_is_secret(breedte, buren):
    met, zonder = per_wet("geheim", *buren), per_wet(None, *buren)

    assert balken(met, breedte) == balken(zonder, breedte)
    assert "geheim" in teksten(met, breedte)
    assert met.rijen[0][1].tekst == "geheim"
    assert "Wet 0 geheim" in met.omschrijving


def test_a_secret_part_leaves_the_other_parts_where_they_are_and_hides_the_total():
    grafiek = per_gemeente(Rij("A", [10, "geheim", 20, 0]), Rij("B", [10, 0, 20, 0]))

    eerste, tweede = balken(grafiek)[:2], balken(grafiek)[2:]
    assert eerste == tweede
    assert "+ geheim" in teksten(grafiek, "breed")
    assert grafiek.rijen[0][-1].tekst == "–"
    assert grafiek.rijen[1][-1].tekst == "30"


def test_a_published_total_stands_behind_its_parts_as_it_was_rounded():
    grafiek = per_gemeente(Rij("A", [10, "geheim", 20, 15], totaal=50))

    assert "50" in teksten(grafiek, "breed")
    assert grafiek.rijen[0][-1].tekst == "50"


def test_a_line_has_a_gap_where_there_is_no_number_and_says_the_last_word():
    grafiek = over_tijd(Reeks("Betaald", [10, 20, "geheim"]))

    assert len(list(boom(grafiek, "breed").iter(f"{SVG}polyline"))) == 1
    assert "geheim Betaald" in teksten(grafiek, "breed")
    assert "Betaald van 10 naar geheim" in grafiek.omschrijving


def test_lines_differ_by_marker_and_not_by_colour_alone():
    grafiek = over_tijd(*(Reeks(f"Lijn {n}", [n, n, n]) for n in range(4)))

    svg = boom(grafiek, "breed")
    vormen = {re.sub(r"^M[\d. ]+", "", el.get("d")) for el in svg.iter(f"{SVG}path")}
    assert len(vormen) == 3
    assert list(svg.iter(f"{SVG}circle"))


def test_labels_at_the_end_of_lines_do_not_stand_on_each_other():
    grafiek = over_tijd(*(Reeks(f"Lijn {n}", [5, 5, 5]) for n in range(4)))

    hoogten = sorted(
        float(regel.get("y"))
        for regel in boom(grafiek, "breed").iter(f"{SVG}text")
        if "Lijn" in "".join(regel.itertext())
    )
    assert all(onder - boven >= 15 for boven, onder in zip(hoogten, hoogten[1:], strict=False))


def test_a_plan_is_a_dashed_line():
    grafiek = over_tijd(Reeks("begroot", [30, 20, 10], streep=True))

    assert boom(grafiek, "breed").find(f".//{SVG}polyline").get("stroke-dasharray")


def test_only_numbers_that_count_somebody_link_to_their_cases():
    rijen = [Punt(4, "/vier"), Punt(0, "/nul"), Punt("geheim", "/geheim"), Punt(None, "/niets")]

    assert [rij[1].adres for rij in per_wet(*rijen).rijen] == ["/vier", "", "", ""]


def test_a_name_of_an_employer_cannot_become_markup():
    grafiek = staven("x", [Rij("<script>&", 3)], titel="", naam="a < b", kop="k")

    assert "<script>" not in grafiek.breed
    assert "".join(boom(grafiek, "breed").find(f"{SVG}title").itertext()) == "a < b"


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_table():
    grafiek = per_gemeente(Rij(LANG, [1, 2, 3, 4]))

    assert any(regel.endswith("…") for regel in teksten(grafiek, "smal"))
    assert grafiek.rijen[0][0].tekst == LANG


def test_without_a_conclusion_the_neutral_name_is_the_title():
    assert per_wet(3).titel == "Naar wet"


def test_the_phone_gets_a_drawing_of_its_own_width():
    grafiek = staven("x", [Rij("a", 1)], titel="", naam="n", kop="k", breed=VOL)

    assert boom(grafiek, "smal").get("width") == str(SMAL)
    assert boom(grafiek, "breed").get("width") == str(VOL)
    assert grafiek.vol


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda: per_wet(-1), "onder"),
        (lambda: over_tijd(Reeks("a", [1, -1, 1])), "onder"),
        (lambda: per_gemeente(Rij("a", [1] * 5), reeksen=["x"] * 5), "hooguit"),
        (lambda: per_gemeente(Rij("a", [1])), "waarde per deel"),
        (lambda: over_tijd(Reeks("a", [1])), "waarde per moment"),
        (lambda: over_tijd(*[Reeks("a", [1, 1, 1])] * 5), "hooguit"),
        (lambda: staven("Fout id", [], titel="", naam="n", kop="k"), "id"),
    ],
)
def test_what_cannot_be_drawn_is_refused(maak, zin):
    with pytest.raises(ValueError, match=zin):
        maak()


@pytest.mark.parametrize(
    ("hoogste", "stap", "top"),
    [(0, 1, 1), (3, 1, 3), (7, 2, 8), (20, 5, 20), (31, 10, 40), (1_234_567, 500_000, 1_500_000)],
)
def test_the_scale_goes_in_steps_of_one_two_or_five(hoogste, stap, top):
    assert schaal(Decimal(hoogste)) == (stap, top)


@pytest.mark.parametrize(
    ("waarde", "geschreven_als"),
    [
        (1234567, "1.234.567"),
        (Decimal("41.50"), "41,5"),
        (Decimal("100"), "100"),
        (0, "0"),
        (None, "–"),
        ("geheim", "geheim"),
    ],
)
def test_numbers_are_written_as_in_the_netherlands(waarde, geschreven_als):
    assert geschreven(waarde) == geschreven_als


def test_the_same_drawing_goes_into_a_pdf():
    import typst

    bron = '#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)'
    for grafiek in ALLE_SOORTEN.values():
        invoer = {"svg": str(grafiek.breed), "alt": grafiek.omschrijving}
        pdf = typst.compile(bron.encode(), sys_inputs=invoer, ignore_system_fonts=True)
        assert pdf.startswith(b"%PDF")
