"""The year statement of a region's money: one set of tables, as PDF, as ODS, and as CSV."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format

from regio.bedragen import geschreven
from regio.geldstand import NIETS, NUL, Potstand, einde_van, standen, totaal
from regio.geldverloop import Verloop, verloop
from regio.models import (
    Arbeidsmarktregio,
    Besteding,
    Bijdrage,
    Doorschuiving,
    Jaarafsluiting,
    Verplichting,
)
from regio.services.jaarafsluiting import open_verplichtingen
from regio.uitwisseling.csvtekst import schrijf_tekst
from verbinder.geld.boekingen import Regel, boekingen_van
from verbinder.geld.verloopgrafiek import verloopgrafiek
from verbinder.grafieken import Grafiek
from verbinder.rapportage.document import Alinea, Document, Figuur, Sectie, Tabel
from verbinder.rapportage.uitvoer.ods import ods
from verbinder.rapportage.uitvoer.pdf import pdf
from verbinder.rapportage.uitvoer.werkboek import Bedrag, Blad
from verbinder.rapportage.verwijzingen import Stuk

STAND_KOPPEN = (
    *("Geld", "Beginsaldo", "Ontvangen", "Doorgeschoven in", "Doorgeschoven uit", "Besteed"),
    *("Eindsaldo", "Verplicht", "Vrij"),
)
BOEKING_KOPPEN = (
    *("datum", "soort", "omschrijving", "geld", "bedrag", "waarvoor", "actielijn", "kenmerk"),
    *("storno", "geboekt_door"),
)
POTTEN_NAAST_ELKAAR = 3
HELE_REGIO, GEEN_LIJN = "Hele regio", "Geen actielijn in het bijzonder"


@dataclass(frozen=True)
class Jaarrekening:
    """Everything that the statement says, read once."""

    regio: Arbeidsmarktregio
    jaar: int
    op: date
    potten: list[Potstand]
    afsluiting: Jaarafsluiting | None
    bijdragen: list[Bijdrage]
    doorschuivingen: list[Doorschuiving]
    verplicht: list[tuple[Verplichting, Decimal]]
    besteed: dict[str, dict[str, Decimal]]
    boekingen: list[Regel]
    verloop: Verloop

    @property
    def titel(self) -> str:
        return f"Jaarrekening {self.jaar}"

    @property
    def status(self) -> str:
        """Whether the year is closed; before that the statement may still change."""
        if self.afsluiting is None:
            return f"voorlopig, stand op {_voluit(self.op)}"
        return f"afgesloten op {_voluit(self.afsluiting.op.date())}"


def lees_jaarrekening(regio: Arbeidsmarktregio, jaar: int, *, op: date) -> Jaarrekening:
    """The statement of a year, up to `op` while the year runs."""
    tot = min(op, einde_van(jaar))
    return Jaarrekening(
        regio=regio,
        jaar=jaar,
        op=tot,
        potten=[pot for pot in standen(regio.pk, op=tot) if pot.bedragen != NIETS],
        afsluiting=Jaarafsluiting.objects.filter(regio=regio, jaar=jaar).first(),
        bijdragen=list(
            Bijdrage.objects.filter(regio=regio, datum__year=jaar).netto().order_by("datum", "pk")
        ),
        doorschuivingen=list(
            Doorschuiving.objects.filter(regio=regio).netto().order_by("datum", "pk")
        ),
        verplicht=open_verplichtingen(regio, jaar),
        besteed=_besteed(regio, jaar),
        boekingen=boekingen_van(regio, jaar),
        verloop=verloop(regio.pk, jaar, op=tot),
    )


def _besteed(regio: Arbeidsmarktregio, jaar: int) -> dict[str, dict[str, Decimal]]:
    """Spending of the year over each way to divide it; every way adds up to the whole."""
    per: dict[str, dict[str, Decimal]] = {
        naam: defaultdict(lambda: NUL)
        for naam in ("Herkomst", "Kostensoort", "Actielijn", "Gemeente")
    }
    rijen = (
        Besteding.objects.filter(regio=regio, datum__year=jaar)
        .select_related("actielijn")
        .prefetch_related("delen__gemeente")
    )
    for rij in rijen:
        per["Herkomst"][Potstand(*rij.pot, bedragen=totaal([])).naam] += rij.bedrag
        per["Kostensoort"][rij.get_kostensoort_display()] += rij.bedrag
        per["Actielijn"][str(rij.actielijn or GEEN_LIJN)] += rij.bedrag
        delen = [(deel.gemeente.naam, deel.bedrag) for deel in rij.delen.all()]
        for naam, bedrag in delen or [(HELE_REGIO, rij.bedrag)]:
            per["Gemeente"][naam] += bedrag
    return {naam: dict(sorted(delen.items())) for naam, delen in per.items()}


def als_pdf(stuk: Jaarrekening, *, op: datetime) -> bytes:
    """PDF/UA with the bookings attached."""
    document = Document(
        titel=stuk.titel,
        regio=f"Arbeidsmarktregio {stuk.regio.naam}",
        onderwerp="Statushouders aan het werk: het geld van de regio",
        kenmerken=(
            ("Jaar", str(stuk.jaar)),
            ("Status", stuk.status),
            ("Contact", f"controller van de centrumgemeente, {stuk.regio.naam}"),
        ),
        secties=tuple(_secties(stuk)),
        status=stuk.status,
    )
    voet = f"{stuk.titel}, {stuk.status}"
    return pdf(document, csv=als_csv(stuk), voet=voet, op=op)


def _secties(stuk: Jaarrekening) -> Iterator[Sectie]:
    yield Sectie("Stand van het geld", (_zin(_in_het_kort(stuk)), *_standtabellen(stuk)))
    yield Sectie("Verloop", (Figuur(_grafiek(stuk)),))
    yield Sectie("Ontvangen en doorgeschoven", tuple(_ontvangen(stuk)))
    yield Sectie("Waaraan het geld is besteed", tuple(_besteedtabellen(stuk)))
    yield Sectie("Nog verplicht", tuple(_verplicht(stuk)))
    yield Sectie("Verantwoording", tuple(map(_zin, VERANTWOORDING)))


def _grafiek(stuk: Jaarrekening) -> Grafiek:
    return verloopgrafiek(stuk.verloop, stuk.jaar, loopt=stuk.op < einde_van(stuk.jaar))


VERANTWOORDING = (
    "Geld houdt het jaar waarvoor het kwam: de stand staat per jaar van herkomst en soort. Een "
    "boeking wordt niet gewijzigd; een fout is teruggenomen met een storno, die in de lijst staat.",
    "Een decentralisatie-uitkering hoeft niet aan het Rijk te worden verantwoord. Een specifieke "
    "uitkering wel.",
    "Alle boekingen van dit jaar zitten als bijlage (cijfers.csv) in dit bestand.",
)


def _in_het_kort(stuk: Jaarrekening) -> str:
    samen = totaal(stuk.potten)
    zin = (
        f"In {stuk.jaar} was {geschreven(samen.beschikbaar)} beschikbaar en is "
        f"{geschreven(samen.besteed)} besteed. Er is {geschreven(samen.over)} over, waarvan "
        f"{geschreven(samen.verplicht)} is verplicht."
    )
    return f"{zin} Er is een tekort." if samen.vrij < 0 else zin


def _standtabellen(stuk: Jaarrekening) -> Iterator[Tabel]:
    """A column per pot, as many as fit beside each other on paper, and all of them together."""
    *potten, samen = _standrijen(stuk)
    for begin in range(0, max(len(potten), 1), POTTEN_NAAST_ELKAAR):
        naast = [*potten[begin : begin + POTTEN_NAAST_ELKAAR], samen]
        rijen = [
            (kop, *(geschreven(bedragen[nummer]) for _, bedragen in naast))
            for nummer, kop in enumerate(STAND_KOPPEN[1:])
        ]
        koppen = ("Geld", *(naam for naam, _ in naast))
        yield Tabel(f"Stand, {stuk.status}", koppen, tuple(rijen))


def _standrijen(stuk: Jaarrekening) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
    for naam, b in [(pot.naam, pot.bedragen) for pot in stuk.potten] + [
        ("Samen", totaal(stuk.potten))
    ]:
        yield (
            naam,
            (b.begin, b.ontvangen, b.erbij, b.eraf, b.besteed, b.over, b.verplicht, b.vrij),
        )


def _ontvangen(stuk: Jaarrekening) -> Iterator[Alinea | Tabel]:
    if stuk.bijdragen:
        yield Tabel(
            "Bijdragen",
            ("Circulaire of beschikking", "Bedrag", "Zekerheid", "Bron"),
            tuple(
                (b.circulaire, geschreven(b.bedrag), b.get_zekerheid_display(), b.bron)
                for b in stuk.bijdragen
            ),
            noten=tuple(f"{b.circulaire}: {b.twijfel}" for b in stuk.bijdragen if b.twijfel),
            getallen=False,
        )
    else:
        yield _zin("In dit jaar is niets ontvangen.")
    eigen = [d for d in stuk.doorschuivingen if stuk.jaar in (d.van_jaar, d.naar_jaar)]
    if eigen:
        yield Tabel(
            "Doorgeschoven tussen jaren",
            ("Van", "Naar", "Bedrag", "Besluit"),
            tuple(
                (
                    str(d.van_jaar),
                    str(d.naar_jaar),
                    geschreven(d.bedrag),
                    f"{d.besluit}, {_voluit(d.besluit_datum)}",
                )
                for d in eigen
            ),
            getallen=False,
        )


def _besteedtabellen(stuk: Jaarrekening) -> Iterator[Alinea | Tabel]:
    if not any(stuk.besteed.values()):
        yield _zin("In dit jaar is niets besteed.")
        return
    for kop, delen in stuk.besteed.items():
        rijen = [(naam, geschreven(bedrag)) for naam, bedrag in delen.items()]
        rijen.append(("Totaal", geschreven(sum(delen.values(), NUL))))
        yield Tabel(f"Besteed per {kop.lower()}", (kop, "Bedrag"), tuple(rijen), met_totaal=True)


def _verplicht(stuk: Jaarrekening) -> Iterator[Alinea | Tabel]:
    if not stuk.verplicht:
        yield _zin("Er staat geen verplichting van dit jaar meer open.")
        return
    yield Tabel(
        "Verplichtingen die nog openstaan",
        ("Met wie", "Waarvoor", "Aangegaan", "Nog open"),
        tuple(
            (v.tegenpartij, v.omschrijving, _voluit(v.datum), geschreven(rest))
            for v, rest in stuk.verplicht
        ),
        getallen=False,
    )


def als_ods(stuk: Jaarrekening, *, op: datetime) -> bytes:
    """The same as a workbook, with every booking."""
    stand = tuple(
        (naam, *(Bedrag(bedrag) for bedrag in bedragen)) for naam, bedragen in _standrijen(stuk)
    )
    besteed = tuple(
        (kop, naam, Bedrag(bedrag))
        for kop, delen in stuk.besteed.items()
        for naam, bedrag in delen.items()
    )
    bladen = [
        Blad(
            "Lees mij",
            ("Gegeven", "Waarde"),
            (
                ("Stuk", stuk.titel),
                ("Regio", f"{stuk.regio.naam} ({stuk.regio.code})"),
                ("Status", stuk.status),
            ),
            (20, 60),
            met_filter=False,
        ),
        Blad("Stand", STAND_KOPPEN, stand, (34, *(18 for _ in STAND_KOPPEN[1:]))),
        Blad("Besteed", ("Verdeeld naar", "Waarvoor", "Bedrag"), besteed, (18, 44, 16)),
        Blad(
            "Boekingen",
            BOEKING_KOPPEN,
            tuple(tuple(_boekingcellen(regel)) for regel in stuk.boekingen),
            (12, 14, 50, 32, 16, 34, 24, 18, 12, 24),
        ),
    ]
    titel = f"{stuk.titel}, Arbeidsmarktregio {stuk.regio.naam}"
    return ods(bladen, titel=titel, op=op)


def _boekingcellen(regel: Regel) -> tuple:
    return (
        regel.datum,
        regel.soort,
        regel.omschrijving,
        regel.geld,
        Bedrag(regel.bedrag),
        regel.waarvoor,
        regel.actielijn,
        regel.kenmerk,
        "storno" if regel.is_storno else "teruggenomen" if regel.is_teruggenomen else "",
        regel.wie,
    )


def als_csv(stuk: Jaarrekening) -> bytes:
    """The bookings, decimals with a point; nothing in it is ever a formula."""
    return schrijf_tekst([BOEKING_KOPPEN, *map(_boekingcellen, stuk.boekingen)])


def _zin(tekst: str) -> Alinea:
    return Alinea((Stuk(tekst),))


def _voluit(dag: date) -> str:
    return date_format(dag, "j F Y")
