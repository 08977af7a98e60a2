"""Ready-made views for two groups that the Werkcentrum also serves: jongeren and zelfstandigen.

Both are cells of breakdowns that exist: the age class 18-26, and ondernemerschap as a plaatsing or
outcome. Banenafspraak is left out on purpose: it says something of health.
"""

from verbinder.dashboard.onderdelen import Inhoud, Tabel, Tekst, cel
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN, Indicator
from verbinder.indicatoren.samen import Antwoorden, Vraag

NAAM = "Jongeren en zelfstandigen"
JONG = ("leeftijdsklasse", "18-26")
JONGEREN = tuple(
    INDICATOREN[code] for code in ("A1", "A2", "A3", "A7", "A8", "A9", "B2", "C2", "C3", "C6", "C9")
)
ZELFSTANDIG: tuple[tuple[Indicator, str, str, str], ...] = (
    (INDICATOREN["C1"], "plaatsingsoort", "ondernemerschap", "Begonnen als ondernemer"),
    (INDICATOREN["C2"], "uitkomst", "ondernemerschap", "Ondernemerschap als uitkomst"),
    (INDICATOREN["C8"], "contractvorm", "zzp", "Naar betaald werk als zzp'er"),
)
BANENAFSPRAAK = Tekst(
    id="banenafspraak",
    titel="Geen cijfers over de banenafspraak",
    alineas=(
        "Verbinder legt met opzet niet vast of iemand onder de banenafspraak valt. Dat zegt iets "
        "over iemands gezondheid, en dat is voor dit werk niet nodig.",
    ),
)


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    tabellen: dict[Indicator, set[str]] = {indicator: {JONG[0]} for indicator in JONGEREN}
    for indicator, uitsplitsing, _, _ in ZELFSTANDIG:
        tabellen.setdefault(indicator, set()).add(uitsplitsing)
    return [Vraag(indicator, nu, tuple(sorted(soort))) for indicator, soort in tabellen.items()]


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    jongeren = Tabel(
        id="jongeren",
        titel="Jongeren van 18 tot en met 26 jaar",
        kop="Cijfer",
        kolommen=("Jongeren", "Iedereen"),
        rijen=tuple(
            (Cel(i.titel), cel(plek, antwoorden, i, *JONG), cel(plek, antwoorden, i))
            for i in JONGEREN
        ),
        noten=("De leeftijd is het jaar van de peildatum min het geboortejaar.",),
        indicatoren=JONGEREN,
    )
    zelfstandigen = Tabel(
        id="zelfstandigen",
        titel="Zelfstandigen",
        kop="Cijfer",
        kolommen=("Zelfstandigen", "Iedereen"),
        rijen=tuple(
            (
                Cel(naam),
                cel(plek, antwoorden, indicator, uitsplitsing, categorie),
                cel(plek, antwoorden, indicator),
            )
            for indicator, uitsplitsing, categorie, naam in ZELFSTANDIG
        ),
        indicatoren=tuple(indicator for indicator, _, _, _ in ZELFSTANDIG),
    )
    return Inhoud(blokken=(jongeren, zelfstandigen, BANENAFSPRAAK))
