"""The guard: bombs and broken files are refused before a parser sees them, fast and in words."""

import io
import random
import struct
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regio.uitwisseling.meldingen import Geweigerd
from statushouders.uitwisseling import lezen
from statushouders.uitwisseling.cellen import letters
from statushouders.uitwisseling.lezen import Bestand, grenzen
from statushouders.uitwisseling.wacht import bewaak
from tests.statushouders.uitwisseling.werkmappen import (
    als_ods,
    als_werkmap,
    als_xlsx,
    als_zip,
    gelezen,
    goed,
    importeer,
    pak_in,
)

SECONDEN = 0.2
BLAD = "xl/worksheets/sheet1.xml"
CEL = '<c r="{plek}"><v>1</v></c>'
ODS_KOP = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="statushouders">'
)
ODS_STAART = "</table:table></office:spreadsheet></office:body></office:document-content>"
TEKSTCEL = (
    '<table:table-cell office:value-type="string"{meer}><text:p>x</text:p></table:table-cell>'
)


def delen_van(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {i.filename: pakket.read(i) for i in pakket.infolist()}


def xlsx_met(blad: str | bytes, **delen) -> bytes:
    basis = delen_van(als_xlsx({"statushouders": [["kenmerk"]]}))
    tekst = (
        blad if isinstance(blad, bytes) else f"<worksheet><sheetData>{blad}</sheetData></worksheet>"
    )
    return pak_in({**basis, BLAD: tekst, **delen})


def ods_met(rijen: str) -> bytes:
    delen = delen_van(als_ods({"statushouders": [["kenmerk"]]}))
    return pak_in({**delen, "content.xml": ODS_KOP + rijen + ODS_STAART})


def rij(nummer: int, plek: str) -> str:
    return f'<row r="{nummer}">{CEL.format(plek=plek)}</row>'


def vloed(grootte: int) -> bytes:
    """As many rows of noughts as unpack to this size."""
    return b"<worksheet><sheetData>" + b'<row r="1"></row>' * (grootte // 17)


SPREADSHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BANDEN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/worksheet"/><Relationship Id="rId9"'
    ' Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/sharedStrings"/></Relationships>'
)
LACHEN = (
    '<!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><worksheet><sheetData><row><c><v>&i;</v></c></row></sheetData></worksheet>"
)
XXE = (
    '<!DOCTYPE x [<!ENTITY geheim SYSTEM "file:///etc/passwd">]>'
    "<worksheet><sheetData><row><c><v>&geheim;</v></c></row></sheetData></worksheet>"
)


def veel_ingangen() -> bytes:
    return pak_in({f"xl/leeg{n}.xml": b"" for n in range(50_000)} | delen_van(xlsx_met("")))


def gestapeld() -> bytes:
    laag = pak_in({"nul.csv": b"0" * 1_000_000})
    return pak_in({f"{n}.csv": laag for n in range(16)})


def vals_klein() -> bytes:
    """A list of contents that says every entry is small."""
    inhoud = bytearray(xlsx_met(vloed(60 * 1024**2)))
    plek = inhoud.rfind(BLAD.encode()) - 46
    struct.pack_into("<L", inhoud, plek + 24, 1_000)
    return bytes(inhoud)


BOMMEN = {
    "a lone cell in the far corner": lambda: xlsx_met(rij(1_048_576, "XFD1048576")),
    "the same between single quotes": lambda: xlsx_met(
        "<row\n r = '1'><c r='XFD1'  ><v>1</v></c></row>"
    ),
    "the same with a prefix": lambda: xlsx_met(
        b'<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="XFD1"><x:v>1</x:v></x:c>'
        b"</x:row></x:sheetData></x:worksheet>"
    ),
    "the same in UTF-16": lambda: xlsx_met(
        f"<worksheet><sheetData>{rij(1, 'XFD1')}</sheetData></worksheet>".encode("utf-16")
    ),
    "the same in a part with another name": lambda: xlsx_met(
        "", **{"xl/elders.bin": f"<worksheet><sheetData>{rij(1, 'XFD1')}</sheetData></worksheet>"}
    ),
    "a row of 16,384 cells without addresses": lambda: xlsx_met(
        "<row>" + "<c><v>1</v></c>" * 16_384 + "</row>"
    ),
    "a million rows": lambda: xlsx_met("".join(rij(n, f"A{n}") for n in range(1, 200_000))),
    "98 MB unpacked": lambda: xlsx_met(vloed(98 * 1024**2)),
    "packed 800 to 1": lambda: xlsx_met(vloed(20 * 1024**2)),
    "a list of contents that lies": vals_klein,
    "a billion laughs": lambda: xlsx_met(LACHEN.encode()),
    "a billion laughs in UTF-16": lambda: xlsx_met(LACHEN.encode("utf-16")),
    "an entity from outside": lambda: xlsx_met(XXE.encode()),
    "fifty thousand entries": veel_ingangen,
    "zips in a zip": gestapeld,
    "shared text of 100 MB": lambda: xlsx_met(
        "", **{"xl/sharedStrings.xml": b"<sst>" + b"a" * 10**8}
    ),
    "ods: a million equal rows": lambda: ods_met(
        f'<table:table-row table:number-rows-repeated="1000000">{TEKSTCEL.format(meer="")}'
        "</table:table-row>"
    ),
    "ods: a row after a million empty ones": lambda: ods_met(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/>'
        f"</table:table-row><table:table-row>{TEKSTCEL.format(meer='')}</table:table-row>"
    ),
    "ods: sixteen thousand equal cells": lambda: ods_met(
        "<table:table-row>"
        + TEKSTCEL.format(meer=' table:number-columns-repeated="16384"')
        + "</table:table-row>"
    ),
    "ods: more rows than a number holds": lambda: ods_met(
        f'<table:table-row table:number-rows-repeated="{"9" * 30}">{TEKSTCEL.format(meer="")}'
        "</table:table-row>"
    ),
    "ods: an entity from outside": lambda: pak_in(
        {**delen_van(als_ods({"statushouders": [["kenmerk"]]})), "content.xml": XXE.encode()}
    ),
}


@pytest.mark.parametrize("maak", BOMMEN.values(), ids=BOMMEN)
def test_a_bomb_is_refused_before_a_parser_sees_it(maak):
    bom = maak()
    beste = SECONDEN * 10

    for _ in range(3):
        begin = time.process_time()
        with pytest.raises(Geweigerd) as weigering:
            bewaak(bom, grenzen())
        beste = min(beste, time.process_time() - begin)

    assert beste < SECONDEN
    assert weigering.value.wat.endswith(".")
    assert weigering.value.doe.endswith(".")


GEEN_WERKBLAD = {
    "nothing": b"",
    "only blanks": b" \r\n\r\n",
    "a pdf": b"%PDF-1.7\n...",
    "a picture": b"\x89PNG\r\n\x1a\n\x00",
    "a web page": b"<html><body>",
    "a drawing with a script": b"<svg onload='alert(1)'></svg>",
    "flat xml": b"<?xml version='1.0'?><office:document/>",
    "noughts": b"\x00" * 100,
    "an old xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "a workbook with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + "EncryptedPackage".encode("utf-16-le"),
    "an empty zip": b"PK\x05\x06" + b"\x00" * 18,
    "half a workbook": als_xlsx(goed())[:3_000],
    "a zip of pictures": pak_in({"a.png": b"\x89PNG"}),
    "a text document": pak_in({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    "xlsb": pak_in({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<x/>"}),
}


@pytest.mark.parametrize("inhoud", GEEN_WERKBLAD.values(), ids=GEEN_WERKBLAD)
def test_what_is_no_workbook_is_refused_in_words(inhoud):
    with pytest.raises(Geweigerd) as weigering:
        gelezen(inhoud)

    assert weigering.value.doe


def test_a_workbook_with_macros_is_refused_with_what_to_do():
    macros = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600}

    with pytest.raises(Geweigerd, match="macro's.*zonder macro's"):
        bewaak(pak_in(delen_van(als_xlsx(goed())) | macros), grenzen())


def test_an_encrypted_entry_is_refused():
    inhoud = bytearray(als_zip(goed()))
    for teken, plek in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        begin = inhoud.find(teken)
        inhoud[begin + plek] |= 1

    with pytest.raises(Geweigerd, match="wachtwoord"):
        bewaak(bytes(inhoud), grenzen())


def test_a_file_of_more_bytes_than_allowed_is_refused():
    with pytest.raises(Geweigerd, match="groter dan 5 MB"):
        bewaak(b"a" * (5 * 1024**2 + 1), grenzen())


def test_an_honest_ods_full_of_repeats_passes():
    vol = "".join(
        f"<table:table-row>{TEKSTCEL.format(meer='')}</table:table-row>" for _ in range(9_000)
    )
    leeg = (
        '<table:table-row table:number-rows-repeated="1038574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert bewaak(ods_met(vol + leeg), grenzen()).soort == "ods"


def test_a_workbook_with_styled_empty_cells_far_away_passes():
    verweg = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'

    assert bewaak(xlsx_met(rij(1, "A1") + verweg), grenzen()).soort == "xlsx"


def test_ten_thousand_rows_are_allowed_and_one_more_is_not(db):
    def blad(aantal):
        rijen = [
            ["kenmerk", "soort", "van"],
            *([f"K{n}", "geen", "2024-01-01"] for n in range(aantal)),
        ]
        return als_zip({"uitkering": rijen})

    assert len(gelezen(blad(10_000), "a.zip").bladen[0].rijen) == 10_001
    with pytest.raises(Geweigerd, match="meer dan 10000 rijen"):
        gelezen(blad(10_001), "a.zip")


def test_a_parser_that_wants_too_much_memory_is_stopped():
    # One long text that a hundred thousand cells point at: small as a file, gigabytes as cells.
    rijen = "".join(
        f'<row r="{rij}">'
        + "".join(f'<c r="{letters(k)}{rij}" t="s"><v>0</v></c>' for k in range(1, 61))
        + "</row>"
        for rij in range(1, 2_000)
    )
    tekst = "a" * 30_000
    inhoud = xlsx_met(
        rijen,
        **{
            "xl/sharedStrings.xml": f'<sst xmlns="{SPREADSHEETML}"><si><t>{tekst}</t></si></sst>',
            "xl/_rels/workbook.xml.rels": BANDEN,
        },
    )

    with pytest.raises(Geweigerd, match="te zwaar|te veel tekst"):
        gelezen(inhoud)


def test_a_parser_that_takes_too_long_is_stopped():
    bestand = Bestand("a.xlsx", als_xlsx(goed()))

    with pytest.raises(Geweigerd, match="te zwaar"):
        lezen.lees(bestand, bladen=frozenset(), seconden=0)


def verminkt(inhoud: bytes, keer: random.Random) -> bytes:
    """Bytes changed, cut, doubled, or a part of the zip replaced."""
    werk = bytearray(inhoud)
    soort = keer.randrange(5)
    if soort == 0:
        for _ in range(keer.randrange(1, 30)):
            werk[keer.randrange(len(werk))] = keer.randrange(256)
    elif soort == 1:
        del werk[keer.randrange(len(werk)) :]
    elif soort == 2:
        begin = keer.randrange(len(werk))
        werk[begin:begin] = werk[begin : begin + keer.randrange(500)]
    elif soort == 3 and inhoud.startswith(b"PK"):
        delen = delen_van(inhoud)
        naam = keer.choice(sorted(delen))
        delen[naam] = verminkt(delen[naam] or b"x", keer) if delen[naam] else b"<x"
        return pak_in(delen)
    else:
        werk = bytearray(keer.randbytes(len(werk)))
    return bytes(werk)


GOEDE = {
    "a.xlsx": als_xlsx(goed()),
    "a.ods": als_ods(goed()),
    "a.zip": als_zip(goed()),
}


@pytest.mark.parametrize("zaad", range(60))
def test_a_mutilated_file_is_refused_or_read_never_worse(overal, zaad):
    keer = random.Random(zaad)
    naam = keer.choice(sorted(GOEDE))

    with suppress(Geweigerd):
        importeer(gelezen(verminkt(GOEDE[naam], keer), naam), proef=True)


CELLEN = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.sampled_from(
        ["-", "K1", "K2", "T1", "P1", "GM0402", "wi2021", "1-1-2024", "", " ", "\x00", "=1"]
    ),
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_cell_anywhere_is_a_value_or_a_fault(overal, data):
    bladen = goed()
    for _ in range(data.draw(st.integers(1, 12))):
        blad = data.draw(st.sampled_from(sorted(bladen)))
        rijen = bladen[blad]
        nummer = data.draw(st.integers(0, len(rijen) - 1))
        plek = data.draw(st.integers(0, len(rijen[0]) - 1))
        rijen[nummer][plek] = data.draw(CELLEN)

    uitkomst = importeer(als_werkmap(bladen), proef=True)

    assert all(fout.wat for fout in uitkomst.fouten)


def test_what_the_rules_let_through_the_database_lets_through_too(overal):
    """Whatever is in the cells: an import either has faults or is written, never refused late."""
    keer = random.Random(7)
    waarden = ["-", None, "K1", "K2", "1-1-2023", "1-1-2025", "GM0402", "Huizen", "wi2013", "b1", 3]
    for _ in range(60):
        bladen = goed()
        for _ in range(4):
            rijen = bladen[keer.choice(sorted(bladen))]
            rijen[keer.randrange(1, len(rijen))][keer.randrange(len(rijen[0]))] = keer.choice(
                waarden
            )

        uitkomst = importeer(bladen)

        assert not any("database" in fout.wat for fout in uitkomst.fouten), bladen
