"""The files in the program that most readers open them with: LibreOffice."""

import csv
import io
import re
from decimal import Decimal

import pytest

from tests.verbinder.rapportage.test_bestanden import lees_csv, plaats
from verbinder.rapportage.getallen import geschreven

# Every sheet, `;` between, values as they are and not as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1"
TEKST = "txt:Text (encoded):UTF8"


def als_getal(tekst: str) -> Decimal:
    """What a cell holds: a share stands there as a percentage."""
    return Decimal(tekst.removesuffix("%")) / (100 if tekst.endswith("%") else 1)


def cijferblad(uit: dict[str, bytes]) -> list[dict]:
    tekst = uit["cijfers-Cijfers.csv"].decode()
    return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))


@pytest.mark.parametrize("bestand", ["cijfers.xlsx", "cijfers.ods"])
@pytest.mark.parametrize("welke", ["bestanden", "interne_bestanden"])
def test_a_workbook_holds_the_numbers_of_the_csv(kantoor, los_rapport, bestand, welke):
    bestanden = getattr(los_rapport, welke)
    gelezen = cijferblad(kantoor.zet_om(bestand, bestanden[bestand], CSV))
    bron = lees_csv(bestanden["cijfers.csv"])

    assert [(*plaats(rij), rij["weergave"]) for rij in gelezen] == [
        (*plaats(rij), rij["weergave"]) for rij in bron
    ]
    for een, ander in zip(bron, gelezen, strict=True):
        for veld in ("teller", "noemer", "waarde"):
            assert een[veld] == "" or Decimal(een[veld]) == Decimal(ander[veld]), plaats(een)


@pytest.mark.parametrize("bestand", ["cijfers.xlsx", "cijfers.ods"])
def test_what_is_a_number_can_be_added_up(kantoor, los_rapport, bestand):
    gelezen = cijferblad(kantoor.zet_om(bestand, los_rapport.bestanden[bestand], CSV))
    getallen = {plaats(rij): rij["getal"] for rij in gelezen}

    for cel in los_rapport.rapport.boek:
        deel = 100 if cel.maat == "percentage" else 1
        if cel.is_getal:
            assert als_getal(getallen[cel.plaats]) * deel == cel.getal, cel.plaats
        else:
            assert getallen[cel.plaats] == "", cel.plaats


def test_the_text_shows_the_headlines(kantoor, los_rapport):
    (tekst,) = kantoor.zet_om("rapport.odt", los_rapport.bestanden["rapport.odt"], TEKST).values()
    leesbaar = re.sub(r"\s+", " ", tekst.decode("utf-8-sig"))

    for code in ("A1", "A2", "A3", "A4", "A5", "A6", "A8", "B1", "C1", "C2", "C3"):
        titel = los_rapport.rapport.definities[code].titel
        assert f"{titel} {geschreven(los_rapport.rapport.boek[code])}" in leesbaar


@pytest.mark.parametrize("bestand", ["rapport.odt", "cijfers.ods", "cijfers.xlsx"])
def test_it_is_printed_without_a_question(kantoor, los_rapport, bestand):
    (pdf,) = kantoor.zet_om(bestand, los_rapport.bestanden[bestand], "pdf").values()

    assert pdf.startswith(b"%PDF-")
