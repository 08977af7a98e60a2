"""The same rows out of every kind of file, numbered as the spreadsheet numbers them."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter

from regio.uitwisseling.meldingen import Geweigerd
from statushouders.uitwisseling.bladen import HERKENBARE_BLADEN
from statushouders.uitwisseling.lezen import bestand_van_pad, lees
from tests.statushouders.uitwisseling.werkmappen import (
    als_csv,
    als_ods,
    als_werkmap,
    als_xlsx,
    als_zip,
    gelezen,
    goed,
    importeer,
    pak_in,
    plekken,
    zet,
)

pytestmark = pytest.mark.django_db

FORMATEN = {
    "xlsx": lambda bladen: (als_xlsx(bladen), "aanlevering.xlsx"),
    "ods": lambda bladen: (als_ods(bladen), "aanlevering.ods"),
    "zip with ;": lambda bladen: (als_zip(bladen), "aanlevering.zip"),
    "zip with ,": lambda bladen: (als_zip(bladen, teken=","), "aanlevering.zip"),
    "zip with tabs": lambda bladen: (als_zip(bladen, teken="\t"), "aanlevering.zip"),
    "csv with a mark": lambda bladen: (als_zip(bladen, codering="utf-8-sig"), "a.zip"),
    "csv in UTF-16": lambda bladen: (als_zip(bladen, codering="utf-16"), "a.zip"),
    "csv of Windows": lambda bladen: (als_zip(bladen, codering="cp1252"), "a.zip"),
}


@pytest.mark.parametrize("maak", FORMATEN.values(), ids=FORMATEN)
def test_every_format_gives_the_same_rows(overal, maak):
    inhoud, naam = maak(goed())

    uitkomst = importeer(gelezen(inhoud, naam))

    assert uitkomst.fouten == []
    assert sum(t["nieuw"] for t in uitkomst.tellingen.values()) == 15
    assert not importeer(goed()).iets_veranderd


def test_a_folder_of_csv_files_is_a_workbook(overal, tmp_path):
    for naam, rijen in goed().items():
        (tmp_path / f"{naam.upper()}.CSV").write_bytes(als_csv(rijen))
    (tmp_path / "leesmij.txt").write_text("niet voor ons")

    werkmap = lees(bestand_van_pad(tmp_path), bladen=HERKENBARE_BLADEN)

    assert importeer(werkmap).fouten == []
    assert bestand_van_pad(tmp_path).sha256 == bestand_van_pad(tmp_path).sha256


def test_one_csv_is_the_sheet_of_its_name(overal):
    importeer(goed())

    werkmap = gelezen(b"kenmerk;taalniveau\r\nK1;b2\r\n", "Statushouders.csv")

    assert importeer(werkmap).tellingen["statushouders"]["gewijzigd"] == 1


def test_a_csv_of_another_name_is_refused_in_words(overal):
    uitkomst = importeer(gelezen(b"kenmerk;taalniveau\r\nK1;b2\r\n", "export.csv"))

    assert uitkomst.onbekende_bladen == ["export"]
    assert "geen enkel blad" in uitkomst.fouten[0].wat


def test_sheets_and_columns_are_found_whatever_case_order_and_accents(overal):
    bladen = {
        "  TRAJECTÉN": goed()["trajecten"],
        "Statushouders": goed()["statushouders"],
        "Ver-blijf": goed()["verblijf"],
    }
    kop = bladen["Statushouders"][0]
    kop[kop.index("datum_bekendmaking")] = "Datum Bekendmaking *"
    kop[kop.index("kenmerk")] = " KENMÉRK"
    for rij in bladen["Statushouders"]:
        rij.reverse()

    uitkomst = importeer(gelezen(als_xlsx(bladen)))

    assert uitkomst.fouten == []
    assert uitkomst.tellingen["trajecten"]["nieuw"] == 2
    assert uitkomst.onbekende_kolommen == []


def test_unknown_sheets_and_columns_are_reported_not_refused(overal):
    bladen = zet(goed(), "verblijf", 2, adres="Dorpsstraat 1")
    bladen["telefoonlijst"] = [["naam", "nummer"], ["x", "y"]]
    bladen["uitleg"] = [["Zo vult u dit in"]]

    uitkomst = importeer(gelezen(als_xlsx(bladen)))

    assert uitkomst.fouten == []
    assert uitkomst.onbekende_bladen == ["telefoonlijst"]
    assert uitkomst.onbekende_kolommen == [("verblijf", "adres")]


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(overal):
    bladen = goed("statushouders", "uitkering")
    bladen["statushouders"] = [
        ["Aanlevering oktober"], [], *bladen["statushouders"][:2], [], [],
        zet(bladen, "statushouders", 3, wet="onzin")["statushouders"][2],
    ]  # fmt: skip
    for inhoud, naam in (
        (als_xlsx(bladen), "a.xlsx"),
        (als_zip(bladen), "a.zip"),
    ):
        assert plekken(importeer(gelezen(inhoud, naam)).fouten) == [("statushouders", 7, "wet")]


def test_a_sheet_that_begins_further_on_keeps_its_numbers(overal):
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "uitkering"
    for kolom, kop in zip("CDE", ("kenmerk", "soort", "van"), strict=True):
        blad[f"{kolom}4"] = kop
    blad["C9"], blad["D9"], blad["E9"] = "K9", "bijstand", "2024-01-01"
    doel = io.BytesIO()
    boek.save(doel)

    assert plekken(importeer(gelezen(doel.getvalue())).fouten) == [("uitkering", 9, "kenmerk")]


def test_a_quoted_cell_of_several_lines_is_one_row(overal):
    importeer(goed())
    tekst = (
        'kenmerk;datum;notitie\r\nK1;1-3-2024;"eerste regel\r\ntweede; ""echt"""\r\n'
        "K9;1-3-2024;x\r\n"
    )

    werkmap = gelezen(tekst.encode(), "contactmomenten.csv")

    assert werkmap.bladen[0].rijen[1][2] == 'eerste regel\r\ntweede; "echt"'
    assert plekken(importeer(werkmap).fouten) == [("contactmomenten", 3, "kenmerk")]


def test_what_excel_says_about_its_separator_is_no_row(overal):
    werkmap = gelezen(b"sep=,\r\nkenmerk,soort,van\r\nK9,bijstand,2024-01-01\r\n", "uitkering.csv")

    assert plekken(importeer(werkmap).fouten) == [("uitkering", 2, "kenmerk")]


@pytest.mark.parametrize(
    ("waarde", "dag"),
    [("2024-01-31", date(2024, 1, 31)), ("31-1-2024", date(2024, 1, 31)),
     ("01-02-2024", date(2024, 2, 1)), (" 2024-01-31 ", date(2024, 1, 31)),
     ("2024-01-31 00:00:00", date(2024, 1, 31)), (date(2024, 1, 31), date(2024, 1, 31))],
)  # fmt: skip
def test_a_day_may_be_written_in_these_ways(overal, waarde, dag):
    uitkomst = importeer(zet(goed(), "statushouders", 2, datum_pip=waarde))

    assert uitkomst.fouten == []
    assert uitkomst.plan.op_kenmerk["K1"].zelf["datum_pip"] == dag


@pytest.mark.parametrize("sinds_1904", [True, False])
def test_both_calendars_of_excel_are_read(overal, sinds_1904):
    doel = io.BytesIO()
    boek = xlsxwriter.Workbook(doel, {"in_memory": True, "date_1904": sinds_1904})
    blad = boek.add_worksheet("uitkering")
    stijl = boek.add_format({"num_format": "d-m-yyyy"})
    for plek, kop in enumerate(("kenmerk", "soort", "van", "tot_en_met")):
        blad.write_string(0, plek, kop)
    blad.write_string(1, 0, "K1")
    blad.write_string(1, 1, "bijstand")
    blad.write_datetime(1, 2, date(2024, 1, 31), stijl)
    # A moment without a zone, as a spreadsheet has it.
    blad.write_datetime(1, 3, datetime.fromisoformat("2024-02-29T13:30"), stijl)
    boek.close()

    assert gelezen(doel.getvalue()).bladen[0].rijen[1][2:] == [date(2024, 1, 31), date(2024, 2, 29)]


def test_numbers_that_are_references_lose_their_decimals(overal):
    bladen = zet(goed("statushouders", "uitkering"), "statushouders", 2, kenmerk=5)
    zet(bladen, "uitkering", 2, kenmerk="5")
    zet(bladen, "uitkering", 3, kenmerk=5.0)

    assert importeer(gelezen(als_xlsx(bladen))).fouten == []


def test_leading_zeros_of_text_stay(overal):
    bladen = zet(goed("statushouders"), "statushouders", 2, kenmerk="0005")

    uitkomst = importeer(gelezen(als_xlsx(bladen)))

    assert "0005" in uitkomst.plan.op_kenmerk


@pytest.mark.parametrize(
    ("kolom", "waarde", "code"),
    [("doelgroep", "Kansrijke asielzoeker", "kansrijke_asielzoeker"),
     ("doelgroep", "kansrijke  asielzoeker", "kansrijke_asielzoeker"),
     ("wet", "WI2013 (OUDE WET)", "wi2013"), ("wet", "niet inburgeringsplichtig",
      "niet_inburgeringsplichtig"), ("geslacht", "Vrouw", "v"), ("geslacht", "V", "v"),
     ("leerroute", "N.v.t.", "nvt"), ("leerroute", "Z-route", "z"), ("opleidingsniveau", "HÓÓG",
      "hoog"), ("taalniveau", "B1", "b1")],
)  # fmt: skip
def test_a_code_may_be_given_by_its_label(overal, kolom, waarde, code):
    bladen = zet(goed("statushouders"), "statushouders", 3, leerroute=None, wet="onbekend")
    bladen["statushouders"][2][bladen["statushouders"][0].index(kolom)] = waarde

    uitkomst = importeer(bladen)

    assert uitkomst.fouten == []
    assert uitkomst.plan.op_kenmerk["K2"].zelf[kolom] == code


@pytest.mark.parametrize("waarde", ["3", 3, 3.0, "Regionale aanpak", "3 regionale aanpak"])
def test_an_actielijn_may_be_given_by_number_or_name(overal, waarde):
    uitkomst = importeer(zet(goed(), "trajecten", 2, actielijn=waarde))

    assert uitkomst.fouten == []


@pytest.mark.parametrize(
    "waarde",
    ["GM0402", "gm0402", "0402", 402, "Hilversum", "HILVERSUM"],
)
def test_a_gemeente_may_be_given_by_code_or_name(overal, waarde):
    uitkomst = importeer(zet(goed(), "verblijf", 4, gemeente=waarde))

    assert uitkomst.fouten == []
    assert uitkomst.plan.op_kenmerk["K1"].bestaand is None


@pytest.mark.parametrize(
    ("naam", "code"),
    [("Den Haag", "GM0518"), ("'s Gravenhage", "GM0518"), ("Laren (NH.)", "GM0417"),
     ("Bergen (L)", "GM0893"), ("Súdwest Fryslan", "GM1900")],
)  # fmt: skip
def test_other_spellings_of_a_gemeente_are_known(overal, naam, code):
    uitkomst = importeer(zet(goed(), "verblijf", 4, gemeente=naam))

    gevonden = {v["gemeente_id"] for v in uitkomst.plan.op_kenmerk["K1"].verblijf}
    codes = {uitkomst.naslag.gemeenten.op_id[g].code for g in gevonden if g}
    assert code in codes


def test_a_name_that_is_nearly_right_is_proposed(overal):
    (fout,) = importeer(zet(goed(), "verblijf", 4, gemeente="Hilversem")).fouten

    assert "Bedoelt u Hilversum?" in fout.wat


@pytest.mark.parametrize("waarde", [True, "ja", "JA", "waar", "J", 1])
def test_yes_may_be_said_in_several_ways(overal, waarde):
    uitkomst = importeer(zet(goed(), "plaatsingen", 2, loonkostensubsidie=waarde))

    assert uitkomst.plan.op_kenmerk["K1"].plaatsingen[0]["loonkostensubsidie"] is True


def test_cells_with_an_error_or_without_an_outcome_are_faults(overal):
    doel = io.BytesIO()
    boek = xlsxwriter.Workbook(doel, {"in_memory": True})
    blad = boek.add_worksheet("statushouders")
    for plek, kop in enumerate(("kenmerk", "wet", "datum_pip")):
        blad.write_string(0, plek, kop)
    blad.write_formula("A2", "=VLOOKUP(1,Z1,1)", None, "#N/A")
    blad.write_string("B2", "wi2021")
    blad.write_formula("C2", "=1+1", None, 45000)
    boek.close()
    # A formula that nobody worked out has no value at all.
    kapot = _zonder_waarde(doel.getvalue(), b"<v>45000</v>")

    fouten = importeer(gelezen(kapot)).fouten

    assert plekken(fouten) == [("statushouders", 2, "kenmerk"), ("statushouders", 2, "datum_pip")]


def _zonder_waarde(inhoud: bytes, waarde: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        delen = {i.filename: pakket.read(i).replace(waarde, b"") for i in pakket.infolist()}
    return pak_in(delen)


def test_a_column_twice_is_refused(overal):
    bladen = goed("statushouders")
    bladen["statushouders"][0][1] = "Achternaam"

    assert plekken(importeer(bladen).fouten) == [("statushouders", 1, "achternaam")]


def test_a_workbook_without_rows_is_in_order(overal):
    uitkomst = importeer(als_werkmap({naam: rijen[:1] for naam, rijen in goed().items()}))

    assert uitkomst.fouten == []
    assert uitkomst.levering is None


def test_an_empty_sheet_is_in_order(overal):
    bladen = goed("statushouders")
    bladen["trajecten"] = []

    assert importeer(gelezen(als_xlsx(bladen))).fouten == []


def test_a_quote_that_is_never_closed_is_refused_in_words():
    with pytest.raises(Geweigerd, match="niet goed afgesloten"):
        gelezen(b'kenmerk;notitie\r\nK1;"open\r\nK2;x', "contactmomenten.csv")


def test_a_csv_in_an_old_encoding_is_read_with_a_remark(overal):
    werkmap = gelezen("kenmerk;voornaam\r\nK1;Zoë\r\n".encode("cp1252"), "statushouders.csv")

    assert werkmap.bladen[0].rijen[1][1] == "Zoë"
    assert "Windows-1252" in werkmap.opmerkingen[0][1]


def test_our_own_csv_prefix_is_taken_off_again(overal):
    importeer(goed())
    werkmap = gelezen(b"kenmerk;achternaam\r\nK1;'=Demir\r\n", "statushouders.csv")

    uitkomst = importeer(werkmap)

    assert uitkomst.plan.op_kenmerk["K1"].zelf["achternaam"] == "=Demir"


def test_a_zip_of_a_mac_is_read(overal):
    delen = {f"map/{naam}.csv": als_csv(rijen) for naam, rijen in goed().items()}
    delen["__MACOSX/map/._statushouders.csv"] = b"\x00\x05\x16\x07"

    assert importeer(gelezen(pak_in(delen), "a.zip")).fouten == []
