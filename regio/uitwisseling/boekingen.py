"""Bookings from the csv of a financial system: columns guessed, and all rows booked or none."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.bedragen import lees_bedrag
from regio.logboek import Door, noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Besteding,
    Boekingsoort,
    Boekvoorstel,
    Geldsoort,
    Gemeente,
    Handeling,
    Kostensoort,
    Voorstelstatus,
)
from regio.services.boekvoorstellen import dien_in
from regio.toegang import Bereik
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Melding
from regio.uitwisseling.tabel import Tabel, Tabelrij

MEESTE_RIJEN = 400
DATUMVORMEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d")


@dataclass(frozen=True)
class Doelveld:
    """What a booking needs, and the heads under which financial systems write it."""

    code: str
    naam: str
    koppen: tuple[str, ...]
    verplicht: bool = False


DOELVELDEN = (
    Doelveld("datum", "Datum", ("datum", "factuurdatum", "transactiedatum", "boekdatum"), True),
    Doelveld("bedrag", "Bedrag", ("bedrag", "bedrageur", "nettobedrag", "debet", "saldo"), True),
    Doelveld(
        "omschrijving", "Omschrijving", ("omschrijving", "tekst", "toelichting", "mededeling"), True
    ),
    Doelveld(
        "kenmerk",
        "Kenmerk",
        ("kenmerk", "boekstuk", "boekstuknummer", "factuurnummer", "documentnummer", "referentie"),
    ),
    Doelveld("boekdatum", "Boekdatum", ("boekdatum", "boekingsdatum", "datumboeking")),
    Doelveld("herkomstjaar", "Geld van het jaar", ("geldvanhetjaar", "herkomstjaar")),
    Doelveld("soort", "Soort geld", ("soortgeld", "geldsoort")),
    Doelveld("kostensoort", "Waarvoor", ("kostensoort", "waarvoor")),
    Doelveld("actielijn", "Actielijn", ("actielijn",)),
    Doelveld("gemeenten", "Gemeente", ("gemeenten", "gemeente")),
)


@dataclass(frozen=True)
class Keuzes:
    """What the controller chose beside the file: a column per field, and what holds for the rest.

    `kolommen` maps the code of a field to the number of its column.
    """

    kolommen: dict[str, int]
    herkomstjaar: int | None = None
    soort: str = ""
    kostensoort: str = ""

    def als_gegevens(self) -> dict:
        """Plain values, for JSON."""
        return dict(vars(self))


@dataclass
class Uitkomst:
    """What the file does: rows that are booked, that wait for a second person, that stood there."""

    geboekt: list[dict] = field(default_factory=list)
    wacht: list[dict] = field(default_factory=list)
    stond_er: list[dict] = field(default_factory=list)
    fouten: list[Melding] = field(default_factory=list)

    @property
    def bedrag(self) -> Decimal:
        return sum((rij["bedrag"] for rij in (*self.geboekt, *self.wacht)), Decimal(0))


def raad_kolommen(tabel: Tabel) -> dict[str, int]:
    """The likely column of each field."""
    kolommen: dict[str, int] = {}
    for doel in DOELVELDEN:
        kolom = tabel.kolom(doel.koppen, list(kolommen.values()))
        if kolom is not None:
            kolommen[doel.code] = kolom
    return kolommen


class _Terug(Exception):
    """Nothing of it stays."""


def lees_boekingen_in(
    *,
    tabel: Tabel,
    keuzes: Keuzes,
    regio: Arbeidsmarktregio,
    bereik: Bereik,
    op: date,
    door: Door,
    proef: bool,
) -> Uitkomst:
    """Book every row, or none when one cannot be booked. With `proef` it only says what would be.

    Raises PermissionDenied for who does not book in the region.
    """
    lezer = _Lezer(tabel, keuzes, regio, op)
    uitkomst = Uitkomst()
    try:
        with transaction.atomic():
            uitkomst.fouten += lezer.ontbrekende_keuzes()
            for rij in tabel.rijen:
                gegevens = lezer.lees(rij, uitkomst)
                if gegevens is not None:
                    _boek(rij, gegevens, lezer, uitkomst, regio, bereik, op, door)
            if uitkomst.fouten or proef:
                raise _Terug
            noteer(
                door,
                Handeling.IMPORT_GEDAAN,
                soort="boekingen",
                regio_id=regio.pk,
                geboekt=len(uitkomst.geboekt),
                wacht=len(uitkomst.wacht),
            )
    except _Terug:
        pass
    return uitkomst


def _boek(
    rij: Tabelrij,
    gegevens: dict[str, Any],
    lezer: "_Lezer",
    uitkomst: Uitkomst,
    regio: Arbeidsmarktregio,
    bereik: Bereik,
    op: date,
    door: Door,
) -> None:
    getoond = {**gegevens, "nummer": rij.nummer}
    if lezer.stond_er(gegevens):
        uitkomst.stond_er.append(getoond)
        return
    try:
        with transaction.atomic():
            voorstel = dien_in(
                regio=regio,
                soort=Boekingsoort.BESTEDING,
                gegevens=gegevens,
                bereik=bereik,
                op=op,
                door=door,
            )
    except ValidationError as weigering:
        uitkomst.fouten += lezer.meldingen(rij, weigering)
        return
    klaar = voorstel.status == Voorstelstatus.GEBOEKT
    (uitkomst.geboekt if klaar else uitkomst.wacht).append(getoond)


class _Lezer:
    """Reads rows as the columns were chosen, and knows what was booked before."""

    def __init__(self, tabel: Tabel, keuzes: Keuzes, regio: Arbeidsmarktregio, op: date):
        self.tabel, self.keuzes = tabel, keuzes
        vast = {
            "herkomstjaar": keuzes.herkomstjaar,
            "soort": keuzes.soort,
            "kostensoort": keuzes.kostensoort,
        }
        # What neither a column nor a choice says is one fault of the file, not one of each row.
        self.ontbreekt = {c for c, w in vast.items() if not w and c not in keuzes.kolommen}
        self.vast = {code: w for code, w in vast.items() if code not in self.ontbreekt}
        self.lijnen = set(Actielijn.objects.values_list("code", flat=True))
        leden = list(Gemeente.objects.in_regio(regio, op=op))
        self.gemeenten = {herkenbaar(g.naam): g for g in leden} | {
            herkenbaar(g.code): g for g in leden
        }
        bestaand = Besteding.objects.filter(regio=regio).netto()
        self.met_kenmerk = {
            kenmerk: (datum, bedrag)
            for kenmerk, datum, bedrag in bestaand.exclude(kenmerk="").values_list(
                "kenmerk", "datum", "bedrag"
            )
        }
        self.wachtend = {
            voorstel["kenmerk"]
            for voorstel in Boekvoorstel.objects.filter(
                regio=regio, status__in=("open", "akkoord"), soort="besteding"
            ).values_list("gegevens", flat=True)
            if voorstel.get("kenmerk")
        }
        # Without a kenmerk as many rows stood there as look just the same.
        self.zonder_kenmerk = Counter(
            bestaand.filter(kenmerk="").values_list("datum", "bedrag", "omschrijving")
        )

    def ontbrekende_keuzes(self) -> list[Melding]:
        """What must be chosen above the list before any row can be booked."""
        zinnen = []
        if self.ontbreekt & {"herkomstjaar", "soort"}:
            zinnen.append("Kies hierboven uit welk geld deze rijen komen, of een kolom daarvoor.")
        if "kostensoort" in self.ontbreekt:
            zinnen.append("Kies hierboven waarvoor deze rijen zijn, of een kolom daarvoor.")
        return [Melding("", 0, "", "", zin, "") for zin in zinnen]

    def lees(self, rij: Tabelrij, uitkomst: Uitkomst) -> dict[str, Any] | None:
        """The values of the booking; None when the row cannot be read."""
        gegevens: dict[str, Any] = {"gemeenten": [], "kenmerk": "", "actielijn": None}
        heel = not self.ontbreekt
        for doel in DOELVELDEN:
            tekst = rij.cel(self.keuzes.kolommen.get(doel.code))
            try:
                waarde = (
                    getattr(self, f"_{doel.code}")(tekst) if tekst else self.vast.get(doel.code)
                )
                if waarde in (None, "") and (doel.verplicht or doel.code in self.vast):
                    raise ValidationError(f"{doel.naam} is niet ingevuld. Vul het in.")
            except ValidationError as fout:
                uitkomst.fouten.append(self._melding(rij, doel, fout.messages[0]))
                heel = False
                continue
            if waarde not in (None, ""):
                gegevens[doel.code] = waarde
        return gegevens if heel else None

    def stond_er(self, gegevens: dict[str, Any]) -> bool:
        """Whether just this was booked before, or waits for a second person."""
        feit = gegevens["datum"], gegevens["bedrag"]
        if kenmerk := gegevens["kenmerk"]:
            return self.met_kenmerk.get(kenmerk) == feit or kenmerk in self.wachtend
        sleutel = (*feit, gegevens["omschrijving"])
        if self.zonder_kenmerk[sleutel] <= 0:
            return False
        self.zonder_kenmerk[sleutel] -= 1
        return True

    def meldingen(self, rij: Tabelrij, weigering: ValidationError) -> list[Melding]:
        """The refusal of a booking, at the columns that it is about."""
        if not hasattr(weigering, "error_dict"):
            return [self._melding(rij, None, zin) for zin in weigering.messages]
        per_code = {doel.code: doel for doel in DOELVELDEN}
        return [
            self._melding(rij, per_code.get(naam), zin)
            for naam, fouten in weigering.error_dict.items()
            for zin in ValidationError(fouten).messages
        ]

    def _melding(self, rij: Tabelrij, doel: Doelveld | None, zin: str) -> Melding:
        kolom = self.keuzes.kolommen.get(doel.code) if doel else None
        kop = self.tabel.koppen[kolom] if kolom is not None else (doel.naam if doel else "")
        return Melding("", rij.nummer, kop, rij.cel(kolom)[:60], zin, "")

    def _datum(self, tekst: str) -> date:
        for vorm in DATUMVORMEN:
            try:
                return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007  (a day, no moment)
            except ValueError:
                continue
        raise ValidationError(f"'{tekst[:40]}' is geen datum. Schrijf hem als 30-11-2026.")

    _boekdatum = _datum

    def _bedrag(self, tekst: str) -> Decimal:
        bedrag = lees_bedrag(tekst)
        if bedrag <= 0:
            raise ValidationError(
                "Een bedrag is hoger dan 0. Is dit een creditnota? Neem de boeking zelf terug "
                "met een storno, en haal deze rij uit het bestand."
            )
        return bedrag

    def _omschrijving(self, tekst: str) -> str:
        return tekst[:200]

    def _kenmerk(self, tekst: str) -> str:
        if len(tekst) > 60:
            raise ValidationError("Dit kenmerk is te lang. Kies een andere kolom.")
        return tekst

    def _herkomstjaar(self, tekst: str) -> int:
        if not (tekst.isascii() and tekst.isdigit() and len(tekst) == 4):
            raise ValidationError(f"'{tekst[:40]}' is geen jaar. Schrijf vier cijfers.")
        return int(tekst)

    def _soort(self, tekst: str) -> str:
        return _keuze(tekst, Geldsoort)

    def _kostensoort(self, tekst: str) -> str:
        return _keuze(tekst, Kostensoort)

    def _actielijn(self, tekst: str) -> Actielijn:
        if not (tekst.isascii() and tekst.isdigit() and int(tekst) in self.lijnen):
            raise ValidationError(f"'{tekst[:40]}' is geen actielijn. Schrijf 1, 2, 3 of 4.")
        return Actielijn.objects.get(pk=int(tekst))

    def _gemeenten(self, tekst: str) -> list[Gemeente]:
        namen = [naam.strip() for naam in tekst.replace("/", ",").split(",") if naam.strip()]
        onbekend = [naam for naam in namen if herkenbaar(naam) not in self.gemeenten]
        if onbekend:
            raise ValidationError(f"{', '.join(onbekend)[:60]} is geen gemeente van deze regio.")
        return [self.gemeenten[herkenbaar(naam)] for naam in namen]


def _keuze(tekst: str, keuzes) -> str:
    for code, label in keuzes.choices:
        if herkenbaar(tekst) in (herkenbaar(code), herkenbaar(label)):
            return code
    namen = ", ".join(keuzes.labels)
    raise ValidationError(f"'{tekst[:40]}' kennen we niet. Kies uit: {namen}.")
