"""The first page: the headlines, how far people are, what came of it, where trajecten run."""

from collections.abc import Iterator

from verbinder.dashboard import titels
from verbinder.dashboard.balken import balken
from verbinder.dashboard.onderdelen import (
    Figuur,
    Inhoud,
    Tabel,
    cel,
    punt,
    tegel,
    vragen_van_tegels,
)
from verbinder.dashboard.plek import Plek
from verbinder.dashboard.stroom import AZC, INTAKE, NAZORG, STAPPEN, TRAJECT, WERK
from verbinder.dashboard.woorden import getal
from verbinder.grafieken import (
    MEESTE_DELEN,
    VOL,
    Cel,
    Grafiek,
    Reeks,
    Rij,
    gestapeld,
    lijnen,
    staven,
    stroom,
)
from verbinder.indicatoren import INDICATOREN, Indicator, procent
from verbinder.indicatoren.samen import Antwoorden, Vraag
from verbinder.indicatoren.uitsplitsingen import KRUIS, NOG_NIET_GEKOPPELD

NAAM = "Overzicht"
TEGELS = tuple(INDICATOREN[code] for code in ("A1", "A3", "A4", "A5", "C3", "A8"))
LET_OP = "A8"
A1, A4, A7, C2 = (INDICATOREN[code] for code in ("A1", "A4", "A7", "C2"))
PER_GEMEENTE = tuple(INDICATOREN[code] for code in ("A1", "A3", "A4", "A5", "C3", "A7", "A8"))
HALFJAREN = 5
GEMEENTE_EN_LIJN = f"gemeente{KRUIS}actielijn"
# What came of it, merged: paid, school, unpaid.
UITKOMST_HEET = {
    "betaald": "Betaald werk",
    "onderwijs": "Onderwijs",
    "onbetaald": "Onbetaald werk",
}
BETAALD_BEGINT_MET = ("betaald_werk", "ondernemerschap", "bbl")


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    gevraagd = vragen_van_tegels(plek, TEGELS)
    gevraagd += [Vraag(stap, nu) for stap in (*STAPPEN, AZC)]
    gevraagd += [Vraag(C2, keuze.periode, ("uitkomst",)) for keuze in plek.keuze.laatste(HALFJAREN)]
    if not plek.is_regio:
        return [_uitgebreid(vraag, A4, nu, "actielijn") for vraag in gevraagd]
    gevraagd = [
        Vraag(v.indicator, v.periode, (*v.tabellen, "gemeente"))
        if v.periode == nu and v.indicator in PER_GEMEENTE
        else v
        for v in gevraagd
    ]
    gevraagd = [_uitgebreid(vraag, A4, nu, GEMEENTE_EN_LIJN) for vraag in gevraagd]
    return [*gevraagd, Vraag(A7, nu, ("gemeente",))]


def _uitgebreid(vraag: Vraag, indicator: Indicator, periode, tabel: str) -> Vraag:
    if vraag.indicator is indicator and vraag.periode == periode:
        return Vraag(indicator, periode, (*vraag.tabellen, tabel))
    return vraag


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    return Inhoud(
        tegels=tuple(
            tegel(plek, antwoorden, indicator, let_op=indicator.code == LET_OP)
            for indicator in TEGELS
        ),
        blokken=tuple(_blokken(plek, antwoorden)),
    )


def _blokken(plek: Plek, antwoorden: Antwoorden) -> Iterator[Figuur | Tabel]:
    yield Figuur(_stroom(plek, antwoorden), (*STAPPEN, AZC))
    yield Figuur(_uitkomsten(plek, antwoorden), (C2,))
    if plek.is_regio:
        yield _naast_elkaar(plek, antwoorden)
        yield Figuur(_per_gemeente(plek, antwoorden), (A4,))
    else:
        yield balken(
            plek,
            antwoorden,
            A4,
            "actielijn",
            wat="lopende trajecten",
            naam="Lopende trajecten op de peildatum per actielijn",
            kop="Actielijn",
            breed=VOL,
        )


def _stroom(plek: Plek, antwoorden: Antwoorden) -> Grafiek:
    nu = plek.keuze.periode
    aantallen = [antwoorden.aantal(stap, nu) for stap in STAPPEN]
    op_azc = antwoorden.aantal(AZC, nu)
    vorige_heet = {INTAKE: "in beeld", TRAJECT: "intake", WERK: "traject", NAZORG: "werk"}
    rijen = []
    for nummer, stap in enumerate(STAPPEN):
        bij = f"{getal(op_azc)} nog op het azc" if nummer == 0 else ""
        if nummer and aantallen[nummer - 1]:
            deel = procent(aantallen[nummer], aantallen[nummer - 1])
            bij = f"{deel} % van {vorige_heet[stap]}"
        naam = "In beeld" if stap is A1 else stap.titel
        rijen.append(Rij(naam, punt(plek, antwoorden, stap), bij=bij))
    return stroom(
        "stroom",
        rijen,
        titel=titels.aan_het_werk(aantallen[0], antwoorden.aantal(WERK, nu)),
        naam="Van azc naar nazorg: hoe ver zijn de mensen in beeld op de peildatum",
        nadruk=STAPPEN.index(WERK),
    )


def _uitkomsten(plek: Plek, antwoorden: Antwoorden) -> Grafiek:
    keuzes = plek.keuze.laatste(HALFJAREN)
    waarden: dict[str, list[int]] = {soort: [] for soort in UITKOMST_HEET}
    for keuze in keuzes:
        telling = dict.fromkeys(UITKOMST_HEET, 0)
        for uitkomst in antwoorden.categorieen(C2, keuze.periode, "uitkomst"):
            telling[_soort(uitkomst)] += antwoorden.aantal(C2, keuze.periode, "uitkomst", uitkomst)
        for soort, aantal in telling.items():
            waarden[soort].append(aantal)
    heel = [keuze.halfjaar.code for keuze in keuzes if not keuze.loopt]
    loopt = plek.keuze.loopt
    noten = ("Het laatste halfjaar loopt nog en telt tot en met vandaag.",) if loopt else ()
    return lijnen(
        "uitkomsten",
        [f"{k.halfjaar.code}{' tot nu' if k.loopt else ''}" for k in keuzes],
        [Reeks(naam, waarden[soort]) for soort, naam in UITKOMST_HEET.items()],
        titel=titels.verloop("mensen naar betaald werk", heel, waarden["betaald"][: len(heel)]),
        naam="Geplaatste mensen per halfjaar naar uitkomst",
        kop="Uitkomst",
        noten=noten,
    )


def _soort(uitkomst: str) -> str:
    if uitkomst.startswith(BETAALD_BEGINT_MET):
        return "betaald"
    return "onderwijs" if uitkomst == "onderwijs" else "onbetaald"


def _per_gemeente(plek: Plek, antwoorden: Antwoorden) -> Grafiek:
    """By actielijn too, while there are no more actielijnen than a bar has colours."""
    nu = plek.keuze.periode
    lijnen_ = plek.labels(A4, "actielijn")
    if len(lijnen_) > MEESTE_DELEN:
        lijnen_ = {}
    rijen, delen = [], []
    for code, naam in plek.labels(A4, "gemeente").items():
        totaal = punt(plek, antwoorden, A4, "gemeente", code)
        per_lijn = [f"{code}{KRUIS}{lijn}" for lijn in lijnen_]
        punten = [punt(plek, antwoorden, A4, GEMEENTE_EN_LIJN, cel) for cel in per_lijn]
        rijen.append(Rij(naam, punten or totaal, totaal=totaal))
        if code != NOG_NIET_GEKOPPELD:
            aantallen = [antwoorden.aantal(A4, nu, GEMEENTE_EN_LIJN, cel) for cel in per_lijn]
            delen.append([titels.Deel(*d) for d in zip(lijnen_.values(), aantallen, strict=True)])
    naam = "Lopende trajecten op de peildatum per gemeente"
    if not lijnen_:
        return staven("gemeenten", rijen, titel="", naam=naam, kop="Gemeente", breed=VOL)
    return gestapeld(
        "gemeenten",
        rijen,
        list(lijnen_.values()),
        titel=titels.grootste_per_gemeente(delen),
        naam=f"{naam} en actielijn",
        kop="Gemeente",
        breed=VOL,
    )


def _naast_elkaar(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    """The gemeenten side by side; who does not take part is named, not counted."""
    rijen = []
    for lid in plek.leden:
        naam = Cel(lid.naam, plek.buur(lid.code) if lid.telt else "")
        if lid.telt:
            cellen = [cel(plek, antwoorden, i, "gemeente", lid.code) for i in PER_GEMEENTE]
        else:
            cellen = [Cel("doet niet mee")] + [Cel("–")] * (len(PER_GEMEENTE) - 1)
        rijen.append((naam, *cellen))
    cellen = [cel(plek, antwoorden, i, "gemeente", NOG_NIET_GEKOPPELD) for i in PER_GEMEENTE]
    rijen.append((Cel("Nog niet gekoppeld"), *cellen))
    rijen.append((Cel("Totaal"), *(cel(plek, antwoorden, i) for i in PER_GEMEENTE)))
    tellen = sum(lid.telt for lid in plek.leden)
    noten = []
    if tellen < len(plek.leden):
        noten.append(
            f"Het totaal gaat over {tellen} van de {len(plek.leden)} gemeenten en over mensen die "
            "nog niet zijn gekoppeld. Een gemeente die niet meedoet, telt niet mee."
        )
    return Tabel(
        id="gemeenten-naast-elkaar",
        titel="De gemeenten naast elkaar",
        kop="Gemeente",
        kolommen=PER_GEMEENTE,
        rijen=tuple(rijen),
        noten=tuple(noten),
        met_totaal=True,
    )
