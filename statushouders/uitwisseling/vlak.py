"""A gemeente's own list: one sheet, one row per person, any columns.

Which column is what, is guessed from the headers, from what was said of them before and from
words that gemeenten use; the user corrects it. After that the list becomes a workbook of our own
sheets with the same row numbers, and everything else is the same import.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Geweigerd
from statushouders import codes
from statushouders.uitwisseling.bladen import BLADEN, Kolom
from statushouders.uitwisseling.lezen import Bestand, Werkblad, Werkmap, lees
from statushouders.uitwisseling.velden import als_tekst

KENMERK = "statushouders.kenmerk"
AANGEMELD = "statushouders.aangemeld_op"
# These follow from the row itself.
VANZELF = ("trajecten.traject", "plaatsingen.plaatsing", "plaatsingen.traject")
VOORBEELDEN = 3
LANGSTE_VOORBEELD = 40
MEESTE_KOLOMMEN = 60
LIJKT_GENOEG = 0.84

# Words of gemeenten for our columns, beside the names of the columns themselves.
WOORDEN = {
    KENMERK: (
        "klantnummer",
        "klantnr",
        "clientnummer",
        "clientnr",
        "dossiernummer",
        "id",
    ),
    "statushouders.voornaam": ("roepnaam", "voornamen"),
    "statushouders.achternaam": ("naam", "familienaam", "geslachtsnaam"),
    "statushouders.geboortejaar": ("jaar van geboorte", "geb jaar", "gebjaar"),
    "statushouders.geslacht": ("m/v", "sekse", "man/vrouw"),
    "statushouders.doelgroep": ("groep", "status"),
    "statushouders.wet": ("wi", "inburgeringswet", "wet inburgering"),
    "statushouders.datum_bekendmaking": ("datum beschikking", "bekendmaking", "datum vergunning"),
    "statushouders.opleidingsniveau": ("opleiding", "niveau", "vooropleiding"),
    "statushouders.taalniveau": ("taal", "niveau nederlands", "nt2"),
    "statushouders.termijn_einde": ("einde termijn", "einde inburgeringstermijn"),
    AANGEMELD: ("aanmelddatum", "datum aanmelding", "aangemeld", "instroom", "instroomdatum"),
    "statushouders.afgesloten_op": ("uitstroomdatum", "datum afsluiting", "afgesloten"),
    "statushouders.datum_pip": ("pip",),
    "statushouders.contactpersoon": ("klantmanager", "consulent", "begeleider"),
    "verblijf.gemeente": ("woonplaats", "woongemeente", "gemeente"),
    "verblijf.van": ("datum vestiging", "woont hier sinds", "gevestigd op", "datum huisvesting"),
    "uitkering.soort": ("uitkering", "bijstand"),
    "uitkering.van": ("datum ingang uitkering", "uitkering sinds"),
    "trajecten.soort": ("traject", "trajectsoort", "soort traject"),
    "trajecten.actielijn": ("lijn",),
    "trajecten.begindatum": ("start traject", "begin traject", "startdatum", "startdatum traject"),
    "trajecten.einddatum": ("einde traject", "einddatum traject"),
    "trajecten.eindreden": ("reden einde", "reden beeindiging"),
    "plaatsingen.soort": ("soort werk", "plaatsing", "werk"),
    "plaatsingen.werkgever": ("bedrijf", "school"),
    "plaatsingen.begindatum": ("start werk", "startdatum werk", "in dienst sinds"),
    "plaatsingen.einddatum": ("einde werk", "einddatum werk", "uit dienst"),
    "plaatsingen.uren_per_week": ("uren", "aantal uren"),
    "contactmomenten.datum": ("laatste contact", "datum contact"),
    "contactmomenten.notitie": ("opmerking", "opmerkingen", "notities"),
}
# What holds for every row when the list has no column for it.
VASTE_KEUZES: dict[str, tuple[str, Any]] = {
    "statushouders.doelgroep": (codes.Doelgroep.ASIELSTATUSHOUDER, codes.Doelgroep.choices),
    "statushouders.wet": (codes.Wet.ONBEKEND, codes.Wet.choices),
    "verblijf.soort": (codes.Verblijfsoort.VESTIGING, codes.Verblijfsoort.choices),
    "uitkering.soort": (codes.Uitkeringsoort.BIJSTAND, codes.Uitkeringsoort.choices),
    "trajecten.actielijn": ("3", [(str(n), f"Actielijn {n}") for n in range(1, 5)]),
    "plaatsingen.soort": (codes.Plaatsingsoort.BETAALD_WERK, codes.Plaatsingsoort.choices),
}


class GeenLijst(Geweigerd):
    """The file can be read, but holds no headers with rows below them."""

    def __init__(self) -> None:
        super().__init__(
            "In dit bestand staat geen lijst met een rij koppen en daaronder rijen.",
            "Zet de koppen in de eerste rij, en een persoon per rij daaronder.",
        )


@dataclass(frozen=True)
class Vlak:
    """The list: its headers by place, some examples of each, and where its rows begin."""

    koppen: dict[int, str]
    voorbeelden: dict[int, list[str]]
    koprij: int
    werkblad: Werkblad
    onleesbaar: dict[str, set[str]]


def kolommen() -> dict[str, Kolom]:
    """Every column that a list may hold, as `sheet.column`; the reference of a person once."""
    return {
        f"{blad.naam}.{naam}": kolom
        for blad in BLADEN.values()
        for naam, kolom in blad.kolommen().items()
        if (naam != "kenmerk" or blad.naam == "statushouders")
        and f"{blad.naam}.{naam}" not in VANZELF
    }


def lees_vlak(bestand: Bestand, *, seconden: int) -> Vlak:
    """The first sheet with headers and rows. Raises Geweigerd."""
    werkmap = lees(bestand, bladen=None, seconden=seconden)
    for werkblad in werkmap.bladen:
        for nummer, rij in enumerate(werkblad.rijen, start=1):
            koppen = {
                plek: als_tekst(cel).strip()[:100]
                for plek, cel in enumerate(rij[:MEESTE_KOLOMMEN])
                if cel is not None and als_tekst(cel).strip()
            }
            if len(koppen) > 1 and any(werkblad.rijen[nummer:]):
                voorbeelden = {plek: _voorbeelden(werkblad.rijen[nummer:], plek) for plek in koppen}
                return Vlak(koppen, voorbeelden, nummer, werkblad, werkmap.onleesbaar)
    raise GeenLijst


def _voorbeelden(rijen: list[list], plek: int) -> list[str]:
    gevonden: dict[str, None] = {}
    for rij in rijen:
        if plek < len(rij) and rij[plek] is not None and (tekst := als_tekst(rij[plek]).strip()):
            gevonden[tekst[:LANGSTE_VOORBEELD]] = None
        if len(gevonden) == VOORBEELDEN:
            break
    return list(gevonden)


def raad(vlak: Vlak, eerder: dict[str, str]) -> dict[int, str]:
    """What each column seems to be; empty for none. `eerder` is what was said before."""
    bekend = _bekende_woorden()
    geraden: dict[int, str] = {}
    for plek, kop in vlak.koppen.items():
        woord = herkenbaar(kop)
        kolom = eerder.get(woord)
        if kolom is None:
            lijkt = get_close_matches(woord, bekend, 1, LIJKT_GENOEG)
            kolom = bekend[lijkt[0]] if lijkt else ""
        geraden[plek] = "" if kolom in geraden.values() else kolom
    return geraden


def _bekende_woorden() -> dict[str, str]:
    """Recognisable word -> column; a word of gemeenten goes before the bare name of a column."""
    bekend: dict[str, str] = {}
    for kolom, woorden in WOORDEN.items():
        for woord in woorden:
            bekend.setdefault(herkenbaar(woord), kolom)
    for kolom in kolommen():
        bekend.setdefault(herkenbaar(kolom), kolom)
        bekend.setdefault(herkenbaar(kolom.partition(".")[2]), kolom)
    return bekend


def maak_werkmap(vlak: Vlak, indeling: dict) -> Werkmap:
    """Our own sheets, row by row at the same numbers, so that a fault names the row of the list."""
    bron = {kolom: int(plek) for plek, kolom in indeling["kolommen"].items() if kolom}
    vast = indeling["vast"]
    gebruikt = [
        blad
        for blad in BLADEN
        if blad == "statushouders" or any(k.startswith(f"{blad}.") for k in bron)
    ]
    makers = {blad: _Bladmaker(blad, bron, vast, vlak) for blad in gebruikt}
    for plek, rij in enumerate(vlak.werkblad.rijen[vlak.koprij :]):
        for maker in makers.values():
            maker.voeg_toe(plek, rij)
    return Werkmap(bladen=[maker.werkblad for maker in makers.values()])


class _Bladmaker:
    """Makes one of our sheets out of the rows of the list."""

    def __init__(self, blad: str, bron: dict[str, int], vast: dict[str, str], vlak: Vlak):
        self.blad, self.bron, self.vast = blad, bron, vast
        self.namen = list(BLADEN[blad].kolommen())
        self.eigen = [plek for kolom, plek in bron.items() if kolom.startswith(f"{blad}.")]
        self.gezien: Counter[str] = Counter()
        leeg: list[list] = [[] for _ in range(vlak.koprij - 1)]
        self.werkblad = Werkblad(blad, [*leeg, [*self.namen]], vlak.werkblad.is_csv)

    def voeg_toe(self, plek: int, rij: list) -> None:
        """One row of the list; an empty row here when it says nothing of this sheet."""
        kenmerk = _cel(rij, self.bron.get(KENMERK))
        iets = any(_cel(rij, eigen) is not None for eigen in self.eigen)
        dubbel = self.blad == "statushouders" and kenmerk is not None and self.gezien[str(kenmerk)]
        if not iets or dubbel:
            self.werkblad.rijen.append([])
            return
        self.gezien[str(kenmerk)] += 1
        self.werkblad.rijen.append([self._waarde(naam, kenmerk, rij) for naam in self.namen])

    def _waarde(self, naam: str, kenmerk, rij: list):
        kolom = f"{self.blad}.{naam}"
        if naam == "kenmerk":
            return kenmerk
        if kolom in self.bron:
            waarde = _cel(rij, self.bron[kolom])
            if waarde is not None or naam not in ("van", "aangemeld_op"):
                return waarde
        if kolom in ("trajecten.traject", "plaatsingen.plaatsing") and kenmerk is not None:
            letter = "T" if self.blad == "trajecten" else "P"
            return f"{als_tekst(kenmerk)}-{letter}{self.gezien[str(kenmerk)]}"
        if naam == "van":
            aangemeld = _cel(rij, self.bron.get(AANGEMELD))
            return aangemeld if aangemeld is not None else self._vaste_dag()
        return self._vaste_dag() if kolom == AANGEMELD else self.vast.get(kolom) or None

    def _vaste_dag(self) -> date | None:
        dag = self.vast.get(AANGEMELD)
        return date.fromisoformat(dag) if dag else None


def _cel(rij: list, plek: int | None):
    if plek is None or plek >= len(rij):
        return None
    cel = rij[plek]
    return None if isinstance(cel, str) and not cel.strip() else cel
