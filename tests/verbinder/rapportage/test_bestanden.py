"""The files: the same numbers everywhere, and nothing true in what is published."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from regio.png import lees_png
from tests.hulp.plaatje import png
from tests.verbinder.rapportage.conftest import NU
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.opbouw import maak_document
from verbinder.rapportage.rapport import Logo
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden
from verbinder.rapportage.uitvoer.odt import odt
from verbinder.rapportage.uitvoer.pdf import pdf

KOP = (
    "regio;halfjaar;peildatum;versie;indicator;uitsplitsing;categorie;eenheid;teller;noemer;"
    "waarde;weergave"
)
EEN_FORMULE = '=HYPERLINK("http://boos.voorbeeld"); +1 @x #panic("x") *vet* <b>'


def lees_csv(inhoud: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(inhoud.decode()), delimiter=";"))


def lees_blad(inhoud: bytes, naam: str) -> list[dict]:
    kop, *rijen = (
        CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_name(naam).to_python()
    )
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


def tekst_van(pdf_: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf_)
    bladzijden = [pagina.get_textpage().get_text_range() for pagina in document]
    document.close()
    return re.sub(r"\s+", " ", " ".join(bladzijden))


def plaats(rij: dict) -> tuple:
    return rij["indicator"], rij["uitsplitsing"], rij["categorie"]


@pytest.fixture(scope="session")
def document(los_rapport):
    with pikepdf.open(io.BytesIO(los_rapport.bestanden["rapport.pdf"])) as open_:
        yield open_


@pytest.fixture(scope="session")
def besmet(los_rapport):
    teksten = {**los_rapport.rapport.teksten, "kern": EEN_FORMULE}
    levering = [replace(a, naam=EEN_FORMULE) for a in los_rapport.rapport.aanleveringen]
    levering[0] = replace(levering[0], op=None)
    rapport = replace(
        los_rapport.rapport,
        teksten=teksten,
        regio_naam=EEN_FORMULE,
        aanleveringen=tuple(levering),
    )
    return maak_bestanden(rapport, op=NU)


@pytest.fixture(scope="session")
def met_logo(los_rapport):
    logo = Logo(lees_png(png(240, 80, soort=6)).inhoud, "Logo van <Regio> & zo")
    rapport = replace(los_rapport.rapport, logo=logo, eigen_naam="Regio Gooi en Vechtstreek")
    return maak_bestanden(rapport, op=NU)


class TestCsv:
    def test_its_heading_is_that_of_the_exchange_format(self, los_rapport):
        assert los_rapport.bestanden["cijfers.csv"].decode().splitlines()[0] == KOP

    def test_it_has_a_row_for_every_cell_and_no_true_value(self, los_rapport):
        rijen = lees_csv(los_rapport.bestanden["cijfers.csv"])

        assert [plaats(r) for r in rijen] == [cel.plaats for cel in los_rapport.rapport.boek]
        assert {(r["teller"], r["noemer"], r["waarde"]) for r in rijen} == {("", "", "")}
        assert {(r["regio"], r["halfjaar"], r["peildatum"], r["versie"]) for r in rijen} == {
            ("AM12", "2026-1", "2026-06-30", "1")
        }

    def test_the_internal_one_adds_the_true_values_with_a_point(self, los_rapport):
        rijen = {plaats(r): r for r in lees_csv(los_rapport.interne_bestanden["cijfers.csv"])}

        for cijfer in los_rapport.cijfers.cijfers:
            rij = rijen[cijfer.plaats]
            for veld in ("teller", "noemer", "waarde"):
                waar = getattr(cijfer, veld)
                assert (Decimal(rij[veld]) if rij[veld] else None) == waar, (cijfer, veld)
        assert re.fullmatch(r"\d+(\.\d)?", rijen["A9", "totaal", "alle"]["waarde"])

    def test_a_small_cell_is_secret_in_it(self, los_rapport):
        weergave = {
            plaats(r): r["weergave"] for r in lees_csv(los_rapport.bestanden["cijfers.csv"])
        }
        waar = {c.plaats: c for c in los_rapport.cijfers.cijfers}
        klein = [
            p
            for p, c in waar.items()
            if p.uitsplitsing == "totaal" and c.maat == "aantal" and c.waarde <= 7
        ]

        assert klein
        assert {weergave[p] for p in klein} <= {"geheim", "niet uitgesplitst"}
        assert "geheim" in weergave.values()


class TestSameNumbersEverywhere:
    @pytest.mark.parametrize("bestand", ["cijfers.xlsx", "cijfers.ods"])
    @pytest.mark.parametrize("welke", ["bestanden", "interne_bestanden"])
    def test_a_workbook_has_the_rows_of_the_csv(self, los_rapport, bestand, welke):
        bestanden = getattr(los_rapport, welke)
        uit_csv = lees_csv(bestanden["cijfers.csv"])
        uit_blad = lees_blad(bestanden[bestand], "Cijfers")

        assert len(uit_blad) == len(uit_csv)
        for een, ander in zip(uit_csv, uit_blad, strict=True):
            assert plaats(een) == plaats(ander)
            assert een["weergave"] == ander["weergave"]
            for veld in ("teller", "noemer", "waarde"):
                assert een[veld] == "" or Decimal(een[veld]) == Decimal(str(ander[veld]))

    @pytest.mark.parametrize("bestand", ["cijfers.xlsx", "cijfers.ods"])
    def test_numbers_and_dates_in_a_workbook_are_numbers_and_dates(self, los_rapport, bestand):
        rijen = lees_blad(los_rapport.bestanden[bestand], "Cijfers")

        assert {rij["peildatum"] for rij in rijen} == {date(2026, 6, 30)}
        a1 = next(rij for rij in rijen if plaats(rij) == ("A1", "totaal", "alle"))
        a7 = next(rij for rij in rijen if plaats(rij) == ("A7", "totaal", "alle"))
        assert a1["getal"] == float(a1["weergave"])
        assert a7["getal"] == pytest.approx(float(a7["weergave"].removesuffix(" %")) / 100)

    def test_the_pdf_carries_the_published_csv_also_when_the_rest_is_internal(self, los_rapport):
        for bestanden in (los_rapport.bestanden, los_rapport.interne_bestanden):
            with pikepdf.open(io.BytesIO(bestanden["rapport.pdf"])) as open_:
                bijlage = open_.attachments["cijfers.csv"].get_file().read_bytes()
            assert bijlage == los_rapport.bestanden["cijfers.csv"]

    @pytest.mark.parametrize("bestand", ["rapport.pdf", "rapport.odt"])
    def test_what_is_read_shows_the_headlines(self, los_rapport, bestand):
        inhoud = los_rapport.bestanden[bestand]
        if bestand.endswith("pdf"):
            tekst = tekst_van(inhoud)
        else:
            xml = zipfile.ZipFile(io.BytesIO(inhoud)).read("content.xml").decode()
            tekst = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", xml))

        for code in ("A1", "A2", "A3", "A4", "A5", "A6", "A8", "B1", "C1", "C2", "C3"):
            cel = los_rapport.rapport.boek[code]
            titel = los_rapport.rapport.definities[code].titel
            assert f"{titel} {geschreven(cel)}" in tekst

    def test_the_same_report_gives_the_same_bytes(self, los_rapport):
        document = maak_document(los_rapport.rapport)
        eenmaal, nog_eens = (pdf(document, csv=b"a;b", voet="x", op=NU) for _ in range(2))

        assert eenmaal == nog_eens
        assert odt(document, op=NU) == los_rapport.bestanden["rapport.odt"]


class TestPdf:
    def test_it_says_that_it_is_accessible_and_archivable(self, document):
        with document.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
            assert meta["dc:title"].startswith("Voortgangsrapportage 2026, 1e halfjaar")

    def test_it_is_dutch_tagged_and_has_bookmarks(self, document):
        assert str(document.Root.Lang).lower().startswith("nl")
        assert document.Root.MarkInfo.Marked
        with document.open_outline() as inhoud:
            titels = [punt.title for punt in inhoud.root]
        assert any("Kernboodschap" in titel for titel in titels)

    def test_every_chart_has_an_alternative_and_every_table_a_heading_with_a_scope(self, document):
        labels = list(_elementen(document.Root.StructTreeRoot))
        figuren = [e for e in labels if e.get("/S") == "/Figure"]
        koppen = [e for e in labels if e.get("/S") == "/TH"]
        tabellen = [e for e in labels if e.get("/S") == "/Table"]

        assert len(figuren) >= 5
        assert all(str(f.Alt).strip() for f in figuren if "/Alt" in f)
        assert sum("/Alt" in f for f in figuren) >= 5
        assert len(koppen) > len(tabellen) > 5
        assert {_scope(kop) for kop in koppen} == {"/Column"}

    def test_the_first_page_holds_decision_and_message_alone(self, los_rapport):
        document = pypdfium2.PdfDocument(los_rapport.bestanden["rapport.pdf"])
        eerste, tweede = (document[i].get_textpage().get_text_range() for i in (0, 1))
        aantal = len(document)
        document.close()

        assert "Gevraagd besluit" in eerste
        assert "Kernboodschap" in eerste
        assert "Voortgang per actielijn" not in eerste
        assert "Voortgang per actielijn" in tweede
        assert 8 <= aantal <= 12

    def test_all_fonts_are_inside(self, document):
        for pagina in document.pages:
            for letter in pagina.Resources.get("/Font", {}).values():
                onder = letter.DescendantFonts[0] if "/DescendantFonts" in letter else letter
                assert {"/FontFile2", "/FontFile3"} & set(onder.FontDescriptor.keys())


class TestNothingIsTakenForAFormulaOrMarkup:
    def test_the_pdf_shows_it_as_it_is(self, besmet):
        assert '#panic("x") *vet*' in tekst_van(besmet["rapport.pdf"])

    def test_a_spreadsheet_holds_it_as_text(self, besmet):
        boek = load_workbook(io.BytesIO(besmet["cijfers.xlsx"]))
        soorten = {cel.data_type for blad in boek for rij in blad.iter_rows() for cel in rij}
        assert "f" not in soorten
        xml = zipfile.ZipFile(io.BytesIO(besmet["cijfers.ods"])).read("content.xml").decode()
        assert "table:formula" not in xml
        regels = lees_blad(besmet["cijfers.ods"], "Lees mij")
        assert {"Gegeven": "Niet aangeleverd", "Waarde": EEN_FORMULE} in regels


class TestTheLogo:
    def test_it_stands_on_page_one_of_the_pdf_with_its_description(self, met_logo):
        with pikepdf.open(io.BytesIO(met_logo["rapport.pdf"])) as open_:
            with open_.open_metadata() as gegevens:
                assert gegevens["pdfuaid:part"] == "1"
                assert (gegevens["pdfaid:part"], gegevens["pdfaid:conformance"]) == ("3", "A")
            alts = [str(e["/Alt"]) for e in _elementen(open_.Root.StructTreeRoot) if "/Alt" in e]
            assert alts[0] == "Logo van <Regio> & zo"
            assert [_plaatjes(pagina) > 0 for pagina in open_.pages][:3] == [True, False, False]
        assert "Regio Gooi en Vechtstreek" in tekst_van(met_logo["rapport.pdf"])

    def test_the_first_two_parts_still_have_page_one_to_themselves(self, met_logo, los_rapport):
        bladzijden = [
            len(pypdfium2.PdfDocument(b["rapport.pdf"])) for b in (met_logo, los_rapport.bestanden)
        ]
        assert bladzijden[0] == bladzijden[1]

    def test_it_stands_in_the_odt_with_its_description(self, met_logo):
        with zipfile.ZipFile(io.BytesIO(met_logo["rapport.odt"])) as odt_:
            inhoud = odt_.read("content.xml").decode()
            (plaatje,) = [n for n in odt_.namelist() if n.startswith("Pictures/")]
            assert plaatje in odt_.read("META-INF/manifest.xml").decode()
            assert odt_.read(plaatje).startswith(b"\x89PNG")
        assert f'xlink:href="{plaatje}"' in inhoud
        assert "<svg:title>Logo van &lt;Regio&gt; &amp; zo</svg:title>" in inhoud


class TestAPreviewSaysSo:
    def test_every_row_of_the_csv_says_that_it_was_not_audited(self, los_rapport):
        voorbeeld = replace(los_rapport.rapport, gecontroleerd=False)
        regels = maak_bestanden(voorbeeld, op=NU, alleen="cijfers.csv")["cijfers.csv"].decode()
        kop, *rijen = regels.splitlines()

        assert kop == f"{KOP};status"
        assert len(rijen) == len(los_rapport.rapport.boek)
        merk = ";VOORBEELD: niet gecontroleerd op kleine aantallen, niet verspreiden"
        assert all(rij.endswith(merk) for rij in rijen)


def _plaatjes(pagina) -> int:
    dingen = pagina.Resources.get("/XObject", {}).values()
    return sum(ding.get("/Subtype") == "/Image" for ding in dingen)


def _elementen(knoop):
    if isinstance(knoop, pikepdf.Array):
        for lid in knoop:
            yield from _elementen(lid)
    elif isinstance(knoop, pikepdf.Dictionary):
        if "/S" in knoop:
            yield knoop
        if "/K" in knoop:
            yield from _elementen(knoop.K)


def _scope(kop) -> str | None:
    kenmerken = kop.get("/A", pikepdf.Array())
    for deel in kenmerken if isinstance(kenmerken, pikepdf.Array) else [kenmerken]:
        if isinstance(deel, pikepdf.Dictionary) and "/Scope" in deel:
            return str(deel.Scope)
    return None
