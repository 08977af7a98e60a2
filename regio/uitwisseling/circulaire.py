"""A table of bijdragen, as a circulaire gives them: a row for every region, or for one.

Columns: circulaire, jaar_van, jaar_tot, arbeidsmarktregio_code (`alle` or a code), bedrag_eur,
eenheid, status, bron, opmerking, and optionally soort (du, spuk, eigen, overig).
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import connection

from regio.bedragen import geschreven, lees_bedrag
from regio.models import Arbeidsmarktregio, Bijdrage, Geldsoort, Zekerheid
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Melding
from regio.uitwisseling.tabel import Tabel, Tabelrij

ALLE = "alle"
MEESTE_RIJEN = 500
VERPLICHT = ("circulaire", "jaar_van", "arbeidsmarktregio_code", "bedrag_eur", "bron")
KOLOMMEN = (*VERPLICHT, "jaar_tot", "eenheid", "status", "opmerking", "soort")


@dataclass(frozen=True)
class Bijdrageregel:
    """One bijdrage of one region and year, and whether it can be loaded. `waarom_niet` says why."""

    sleutel: str
    rij: int
    regio: Arbeidsmarktregio
    jaar: int
    soort: str
    circulaire: str
    bedrag: Decimal
    zekerheid: str
    bron: str
    twijfel: str
    waarom_niet: str = ""

    def als_bijdrage(self, datum: date) -> Bijdrage:
        return Bijdrage(
            regio=self.regio,
            soort=self.soort,
            herkomstjaar=self.jaar,
            datum=datum,
            bedrag=self.bedrag,
            omschrijving=self.circulaire,
            circulaire=self.circulaire,
            bron=self.bron,
            zekerheid=self.zekerheid,
            twijfel=self.twijfel,
        )


@dataclass(frozen=True)
class Gelezen:
    """What the table says: bijdragen, rows that are none, and what is wrong."""

    regels: tuple[Bijdrageregel, ...]
    overgeslagen: tuple[tuple[int, str], ...]
    fouten: tuple[Melding, ...]

    @property
    def te_laden(self) -> tuple[Bijdrageregel, ...]:
        return tuple(regel for regel in self.regels if not regel.waarom_niet)


def lees_circulaire(tabel: Tabel) -> Gelezen:
    """Every bijdrage in the table: a row for one region goes before a row for all of them."""
    return _Lezer(tabel).lees()


class _Lezer:
    def __init__(self, tabel: Tabel):
        self.tabel = tabel
        self.kolommen = {naam: tabel.kolom((herkenbaar(naam),)) for naam in KOLOMMEN}
        self.regios = {regio.code: regio for regio in Arbeidsmarktregio.objects.order_by("code")}
        self.overgeslagen: list[tuple[int, str]] = []
        self.fouten: list[Melding] = []

    def lees(self) -> Gelezen:
        for naam in VERPLICHT:
            if self.kolommen[naam] is None:
                wat = f"De kolom {naam} ontbreekt."
                doe = "Zet hem erbij, met deze naam als kop."
                self.fouten.append(Melding("", 0, naam, "", wat, doe))
        gevonden: dict[tuple, tuple[bool, Bijdrageregel]] = {}
        for rij in self.tabel.rijen if not self.fouten else ():
            try:
                for regel, van_een in self._regels(rij):
                    self._voeg_toe(gevonden, regel, van_een)
            except ValidationError as fout:
                self._fout(rij, fout)
        regels = _met_wat_er_staat([regel for _, regel in gevonden.values()])
        return Gelezen(tuple(regels), tuple(self.overgeslagen), tuple(self.fouten))

    def _voeg_toe(self, gevonden: dict, regel: Bijdrageregel, van_een: bool) -> None:
        plek = regel.regio.pk, regel.jaar, regel.soort, regel.circulaire
        eerder = gevonden.get(plek)
        if eerder is not None and eerder[0] == van_een:
            raise ValidationError(
                {
                    "arbeidsmarktregio_code": f"{regel.regio} staat voor {regel.jaar} twee keer in "
                    "deze circulaire. Haal een van de twee weg."
                }
            )
        if eerder is None or van_een:
            gevonden[plek] = van_een, regel

    def _regels(self, rij: Tabelrij):
        code = self._tekst(rij, "arbeidsmarktregio_code")
        if not code or herkenbaar(self._tekst(rij, "eenheid")).startswith("totaal"):
            self.overgeslagen.append((rij.nummer, "Dit is een totaal, geen bedrag per regio."))
            return
        regios = list(self.regios.values()) if code.lower() == ALLE else [self._regio(code)]
        bedrag = self._bedrag(rij)
        for jaar in self._jaren(rij):
            for regio in regios:
                soort = self._soort(rij)
                regel = Bijdrageregel(
                    sleutel=f"{rij.nummer}-{regio.code}-{jaar}",
                    rij=rij.nummer,
                    regio=regio,
                    jaar=jaar,
                    soort=soort,
                    circulaire=self._nodig(rij, "circulaire")[:100],
                    bedrag=bedrag,
                    zekerheid=self._zekerheid(rij),
                    bron=self._nodig(rij, "bron")[:300],
                    twijfel=self._tekst(rij, "opmerking")[:1000],
                )
                yield regel, code.lower() != ALLE

    def _regio(self, code: str) -> Arbeidsmarktregio:
        if code.upper() not in self.regios:
            raise ValidationError(
                {"arbeidsmarktregio_code": f"'{code[:20]}' is geen regio. Schrijf AM12 of alle."}
            )
        return self.regios[code.upper()]

    def _bedrag(self, rij: Tabelrij) -> Decimal:
        try:
            bedrag = lees_bedrag(self._nodig(rij, "bedrag_eur"))
        except ValidationError as fout:
            raise ValidationError({"bedrag_eur": fout.messages}) from fout
        if bedrag <= 0:
            raise ValidationError({"bedrag_eur": "Een bijdrage is hoger dan 0."})
        return bedrag

    def _jaren(self, rij: Tabelrij) -> range:
        van = self._jaar(rij, "jaar_van")
        tot = self._jaar(rij, "jaar_tot") if self._tekst(rij, "jaar_tot") else van
        if not van <= tot <= van + 10:
            raise ValidationError({"jaar_tot": "Dit jaar ligt voor het eerste, of ver weg."})
        return range(van, tot + 1)

    def _jaar(self, rij: Tabelrij, naam: str) -> int:
        tekst = self._nodig(rij, naam)
        if not (tekst.isascii() and tekst.isdigit() and 2015 <= int(tekst) <= 2100):
            raise ValidationError({naam: f"'{tekst[:20]}' is geen jaar. Schrijf vier cijfers."})
        return int(tekst)

    def _soort(self, rij: Tabelrij) -> str:
        tekst = self._tekst(rij, "soort").lower() or str(Geldsoort.DU)
        if tekst not in Geldsoort.values:
            zin = f"'{tekst[:20]}' is geen soort geld. Schrijf du of spuk."
            raise ValidationError({"soort": zin})
        return tekst

    def _zekerheid(self, rij: Tabelrij) -> str:
        """As far as the table itself is sure; without a word it was only mentioned."""
        tekst = self._tekst(rij, "status").lower()
        for zekerheid in (Zekerheid.BEVESTIGD, Zekerheid.AANGEKONDIGD):
            if tekst.startswith(str(zekerheid)):
                return str(zekerheid)
        return str(Zekerheid.VERMELD)

    def _tekst(self, rij: Tabelrij, naam: str) -> str:
        return rij.cel(self.kolommen[naam])

    def _nodig(self, rij: Tabelrij, naam: str) -> str:
        if tekst := self._tekst(rij, naam):
            return tekst
        raise ValidationError({naam: "Deze cel is leeg. Vul haar in."})

    def _fout(self, rij: Tabelrij, fout: ValidationError) -> None:
        for naam, zinnen in fout.message_dict.items():
            waarde = self._tekst(rij, naam)[:60] if naam in self.kolommen else ""
            self.fouten += [Melding("", rij.nummer, naam, waarde, zin, "") for zin in zinnen]


def _met_wat_er_staat(regels: list[Bijdrageregel]) -> list[Bijdrageregel]:
    """The same rules, with why one is not loaded: it stands there already."""
    with connection.cursor() as cursor:
        cursor.execute("select * from bijdragen_die_er_staan()")
        bestaand = {tuple(plek): bedrag for *plek, bedrag in cursor.fetchall()}
    nieuw = []
    for regel in regels:
        staat_er = bestaand.get((regel.regio.pk, regel.jaar, regel.soort, regel.circulaire))
        if staat_er == regel.bedrag:
            regel = replace(regel, waarom_niet="Staat er al.")
        elif staat_er is not None:
            waarom = f"Staat er al met {geschreven(staat_er)}. De controller neemt dat eerst terug."
            regel = replace(regel, waarom_niet=waarom)
        nieuw.append(regel)
    return sorted(nieuw, key=lambda regel: (regel.circulaire, regel.jaar, regel.regio.code))
