"""Workbooks for tests: a good one to start from, and the same in every file format."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date, datetime

import openpyxl
from django.db import connection
from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gemeente
from regio.rijrechten import bereik_transactie
from statushouders.management.commands.importeer import bereik_van_regio
from statushouders.uitwisseling.bladen import HERKENBARE_BLADEN
from statushouders.uitwisseling.inlezen import Afzender, Uitkomst, lees_in
from statushouders.uitwisseling.lezen import Bestand, Werkblad, Werkmap, lees
from statushouders.uitwisseling.lijst import Kolom, Tabel, schrijf_boek

VANDAAG = date(2026, 11, 20)
NU = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.get_default_timezone())
Bladen = dict[str, list[list]]

GOED: Bladen = {
    "statushouders": [
        ["kenmerk", "voornaam", "achternaam", "geboortejaar", "geslacht", "doelgroep", "wet",
         "datum_bekendmaking", "leerroute", "opleidingsniveau", "taalniveau", "aangemeld_op"],
        ["K1", "Yusuf", "Demir", 1990, "m", "asielstatushouder", "wi2021",
         date(2022, 5, 1), "b1", "hoog", "a2", date(2023, 1, 10)],
        ["K2", "Sara", "Öz", 1985, "v", "kansrijke_asielzoeker", "wi2013",
         date(2019, 5, 1), "nvt", "laag", "a1", date(2023, 2, 1)],
    ],
    "verblijf": [
        ["kenmerk", "soort", "gemeente", "van", "tot_en_met"],
        ["K1", "azc", "Huizen", date(2022, 1, 1), date(2022, 6, 1)],
        ["K1", "koppeling", "GM0402", date(2022, 6, 2), date(2022, 12, 31)],
        ["K1", "vestiging", "Hilversum", date(2023, 1, 1), None],
        ["K2", "vestiging", "Huizen", date(2020, 1, 1), None],
    ],
    "uitkering": [
        ["kenmerk", "soort", "van", "tot_en_met"],
        ["K1", "bijstand", date(2023, 1, 1), date(2024, 2, 29)],
        ["K1", "bijstand_aanvullend", date(2024, 3, 1), None],
        ["K2", "geen", date(2020, 1, 1), None],
    ],
    "trajecten": [
        ["traject", "kenmerk", "actielijn", "soort", "aanbieder", "begindatum", "einddatum",
         "eindreden"],
        ["T1", "K1", 3, "startbaan", "Werkhof", date(2023, 3, 1), date(2024, 2, 1), "doel_bereikt"],
        ["T2", "K2", 2, "vaktaal", None, date(2023, 4, 1), None, None],
    ],
    "plaatsingen": [
        ["plaatsing", "kenmerk", "traject", "soort", "werkgever", "sector", "begindatum",
         "einddatum", "uren_per_week", "contractvorm", "functieniveau", "afspraak_werkgever",
         "loonkostensubsidie"],
        ["P1", "K1", "T1", "betaald_werk", "Bakkerij De Ster", "C", date(2024, 2, 2),
         None, 32.5, "bepaald", "laag", "ja", "nee"],
    ],
    "contactmomenten": [
        ["kenmerk", "datum", "soort", "notitie"],
        ["K1", date(2024, 1, 5), "gesprek", "Kwam op tijd."],
        ["K1", date(2024, 1, 5), "gesprek", "Kwam nog eens terug."],
        ["K2", date(2024, 1, 6), None, None],
    ],
}  # fmt: skip


def goed(*bladen: str) -> Bladen:
    """A copy of the good workbook, or of some of its sheets."""
    return deepcopy({naam: rijen for naam, rijen in GOED.items() if not bladen or naam in bladen})


def zet(bladen: Bladen, blad: str, rij: int, **cellen) -> Bladen:
    """Change cells of a row, numbered as the spreadsheet does; columns that are new are added."""
    kop = bladen[blad][0]
    for kolom, waarde in cellen.items():
        if kolom not in kop:
            kop.append(kolom)
        regel = bladen[blad][rij - 1]
        regel += [None] * (len(kop) - len(regel))
        regel[kop.index(kolom)] = waarde
    return bladen


def erbij(bladen: Bladen, blad: str, **cellen) -> Bladen:
    """Add a row."""
    bladen[blad].append([])
    return zet(bladen, blad, len(bladen[blad]), **cellen)


def als_werkmap(bladen: Bladen) -> Werkmap:
    """As the parser would give it, without a file: for tests of rules."""
    return Werkmap([Werkblad(naam, rijen) for naam, rijen in bladen.items()])


def als_xlsx(bladen: Bladen) -> bytes:
    """By openpyxl, which is not what we read with."""
    boek = openpyxl.Workbook()
    boek.remove(boek.active)
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    doel = io.BytesIO()
    boek.save(doel)
    return doel.getvalue()


def als_ods(bladen: Bladen) -> bytes:
    tabellen = [
        Tabel(naam, [Kolom(str(kop)) for kop in rijen[0]], rijen[1:])
        for naam, rijen in bladen.items()
    ]
    return schrijf_boek(tabellen, "ods", "werkmap")


def als_csv(rijen: list[list], *, teken: str = ";", codering: str = "utf-8") -> bytes:
    doel = io.StringIO()
    csv.writer(doel, delimiter=teken).writerows(
        [["" if cel is None else _csv_cel(cel) for cel in rij] for rij in rijen]
    )
    return doel.getvalue().encode(codering)


def _csv_cel(cel) -> str:
    return cel.isoformat() if isinstance(cel, date) else str(cel)


def als_zip(bladen: Bladen, **kwargs) -> bytes:
    """A zip with a csv per sheet."""
    return pak_in({f"{naam}.csv": als_csv(rijen, **kwargs) for naam, rijen in bladen.items()})


def pak_in(delen: dict[str, bytes]) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    return doel.getvalue()


def gelezen(inhoud: bytes, naam: str = "aanlevering.xlsx") -> Werkmap:
    """What the guard and the parser make of it."""
    return lees(Bestand(naam, inhoud), bladen=HERKENBARE_BLADEN)


def importeer(
    bladen: Bladen | Werkmap,
    *,
    gemeente: str | None = None,
    regio: str = "AM12",
    bereik=None,
    op: date = VANDAAG,
    proef: bool = False,
    inhoud: bytes = b"bestand",
    door: Door | None = None,
) -> Uitkomst:
    """Read in as the command does: as the region, or as one gemeente of it."""
    afzender = Afzender(
        Arbeidsmarktregio.objects.get(code=regio),
        Gemeente.objects.get(code=gemeente) if gemeente else None,
    )
    bereik = bereik or bereik_van_regio(afzender.regio)
    with _bereik_van_de_test(), bereik_transactie(bereik):
        return lees_in(
            werkmap=bladen if isinstance(bladen, Werkmap) else als_werkmap(bladen),
            bestand=Bestand("aanlevering.xlsx", inhoud),
            afzender=afzender,
            bereik=bereik,
            op=op,
            nu=NU.replace(year=op.year, month=op.month, day=op.day),
            door=door or Door.systeem("test"),
            proef=proef,
        )


@contextmanager
def _bereik_van_de_test() -> Iterator[None]:
    """Give the test back the scope it had: closing an inner scope closes them all."""
    namen = ("gemeenten", "regios", "logregios")
    with connection.cursor() as cursor:
        cursor.execute(
            "select " + ", ".join(["coalesce(current_setting(%s, true), '')"] * len(namen)),
            [f"verbinder.{naam}" for naam in namen],
        )
        waarden = cursor.fetchone()
        yield
        for naam, waarde in zip(namen, waarden, strict=True):
            cursor.execute("select set_config(%s, %s, true)", [f"verbinder.{naam}", waarde])


def plekken(meldingen) -> list[tuple[str, int, str]]:
    """Where faults or warnings are: sheet, row, column."""
    return [(m.blad, m.rij, m.kolom) for m in meldingen]
