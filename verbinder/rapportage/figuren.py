"""The charts of the report, drawn from its published cells and nothing else."""

from collections.abc import Iterator, Sequence

from verbinder.grafieken import Rij, gestapeld, staven, stroom
from verbinder.indicatoren.uitsplitsingen import KRUIS
from verbinder.rapportage.boek import Boek, Rapportcel
from verbinder.rapportage.delen import actielijnen_van
from verbinder.rapportage.document import Figuur, Raster
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.tabellen import AFRONDING, noten_bij, waarde

WIE = (
    ("leeftijdsklasse", "Leeftijd"),
    ("opleidingsniveau", "Opleidingsniveau"),
    ("wet", "Wet"),
    ("doelgroep", "Doelgroep"),
)
WERK = (("contractvorm", "Contract"), ("urenklasse", "Uren per week"))
STAPPEN = (
    ("A1", "In beeld"),
    ("A3", "Met een traject"),
    ("C2", "Geplaatst"),
    ("C3", "Naar betaald werk"),
    ("C4", "Helemaal uit de bijstand"),
)


def van_beeld_naar_werk(rapport: Rapport) -> Figuur | None:
    """From in beeld to out of bijstand; nothing when hardly a step is a number."""
    boek = rapport.boek
    if sum(boek[code].is_getal for code, _ in STAPPEN) < 3:
        return None
    grafiek = stroom(
        "van-beeld-naar-werk",
        [Rij(naam, waarde(boek[code]), bij=_aandeel(boek, code)) for code, naam in STAPPEN],
        titel=_titel_van_stroom(boek),
        naam="Mensen van in beeld naar werk. Traject: op de peildatum; plaatsing en werk: in het "
        "halfjaar",
        kop="Stap",
        kop_bij="Aandeel",
        nadruk=3,
        noten=noten_bij(rapport, [boek[code] for code, _ in STAPPEN]),
    )
    return Figuur(grafiek)


def _aandeel(boek: Boek, code: str) -> str:
    dekking = boek.zoek("A7")
    if code == "A3" and dekking and dekking.is_getal:
        return f"{geschreven(dekking)} van de volwassenen"
    return ""


def _titel_van_stroom(boek: Boek) -> str:
    werk, beeld = boek["C3"], boek["A1"]
    if werk.is_getal:
        return f"{geschreven(werk)} mensen gingen in dit halfjaar betaald aan het werk"
    return f"Er zijn {geschreven(beeld)} mensen in beeld"


def per_actielijn(rapport: Rapport) -> Iterator[Figuur]:
    """Running trajecten per actielijn."""
    yield from _verdeling(rapport, "A4", "actielijn", "Actielijn", "Lopende trajecten")


def wie_in_beeld(rapport: Rapport) -> Iterator[Raster]:
    """Who is in beeld, over each breakdown that is shown."""
    figuren = [
        figuur
        for uitsplitsing, kop in WIE
        for figuur in _verdeling(rapport, "A1", uitsplitsing, kop, "Mensen in beeld")
    ]
    if figuren:
        yield Raster(tuple(figuren))


def uitkomsten(rapport: Rapport) -> Iterator[Figuur | Raster]:
    """What came of it, and under which contract."""
    yield from _verdeling(rapport, "C2", "uitkomst", "Uitkomst", "Geplaatste mensen")
    figuren = [
        figuur
        for uitsplitsing, kop in WERK
        for figuur in _verdeling(rapport, "C8", uitsplitsing, kop, "Mensen naar betaald werk")
    ]
    if figuren:
        yield Raster(tuple(figuren))


def per_gemeente(rapport: Rapport) -> Iterator[Figuur]:
    """Running trajecten per gemeente, by actielijn where that may be shown."""
    boek = rapport.boek
    kruising = f"gemeente{KRUIS}actielijn"
    lijnen = actielijnen_van(boek)
    if not boek.getoond("A4", kruising) or not boek.getoond("A4", "gemeente"):
        yield from _verdeling(rapport, "A4", "gemeente", "Gemeente", "Lopende trajecten")
        return
    gemeenten = boek.tabel("A4", "gemeente")
    rijen = [
        Rij(
            gemeente.label,
            [waarde(boek.zoek("A4", kruising, _en(gemeente, lijn))) for lijn in lijnen],
            totaal=waarde(gemeente),
        )
        for gemeente in gemeenten
    ]
    kruiscellen = boek.tabel("A4", kruising)
    yield Figuur(
        gestapeld(
            "gemeente-actielijn",
            rijen,
            list(lijnen.values()),
            titel=_grootste(gemeenten, "lopende trajecten"),
            naam="Lopende trajecten per gemeente en actielijn",
            kop="Gemeente",
            noten=(AFRONDING, *noten_bij(rapport, [*gemeenten, *kruiscellen])),
        ),
        met_tabel=True,
    )


def _en(gemeente: Rapportcel, lijn: str) -> str:
    return f"{gemeente.plaats.categorie}{KRUIS}{lijn}"


def _verdeling(
    rapport: Rapport, code: str, uitsplitsing: str, kop: str, wat: str
) -> Iterator[Figuur]:
    """Bars of one indicator over one breakdown; nothing when it is not divided."""
    if not rapport.boek.getoond(code, uitsplitsing):
        return
    cellen = rapport.boek.tabel(code, uitsplitsing)
    grafiek = staven(
        f"{code.lower()}-{uitsplitsing}",
        [Rij(cel.label, waarde(cel)) for cel in cellen],
        titel=_grootste(cellen, wat.lower()) or f"{wat} naar {kop.lower()}",
        naam=f"{wat} naar {kop.lower()}",
        kop=kop,
        noten=noten_bij(rapport, cellen),
    )
    yield Figuur(grafiek)


def _grootste(cellen: Sequence[Rapportcel], wat: str) -> str:
    """The conclusion above a chart: which bar is the longest; nothing when none is."""
    hoogste = max((cel.getal for cel in cellen if cel.getal is not None), default=None)
    langste = [cel for cel in cellen if cel.getal == hoogste]
    if hoogste is None or len(langste) > 1:
        return ""
    return f"De meeste {wat}: {langste[0].label} ({geschreven(langste[0])})"
