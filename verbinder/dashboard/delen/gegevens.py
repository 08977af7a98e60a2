"""The quality of the data: what is unknown, with the cases to mend."""

from verbinder.dashboard import titels
from verbinder.dashboard.onderdelen import Inhoud, Tabel, in_tabel
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.samen import Antwoorden, Vraag
from verbinder.indicatoren.uitsplitsingen import UITSPLITSINGEN

NAAM = "Gegevens"
G1, C1, C2 = (INDICATOREN[code] for code in ("G1", "C1", "C2"))
# Outcomes that only mean that something was not filled in.
ONBEKENDE_UITKOMST = ("uitkomst", "betaald_werk_uitkering_onbekend")


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    return [
        Vraag(G1, nu),
        Vraag(C1, nu, ("actielijn",)),
        Vraag(C2, nu, ("uitkomst",)),
        Vraag(INDICATOREN["B1"], nu, ("eindreden",)),
    ]


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    return Inhoud(blokken=(_onbekend(plek, antwoorden), _aanvullen(plek, antwoorden)))


def _onbekend(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    nu = plek.keuze.periode
    over = UITSPLITSINGEN["gegeven"].labels or {}
    cijfers = {code: antwoorden.cijfer(G1, nu, code) for code in over}
    delen = [titels.Deel(over[code].lower(), antwoorden.aantal(G1, nu, code)) for code in over]
    rijen = tuple(
        (
            Cel(over[code]),
            Cel(
                in_tabel(cijfer),
                plek.gevallen(G1, "gegeven", code) if cijfer.teller else "",
            ),
        )
        for code, cijfer in cijfers.items()
    )
    mensen = max((int(cijfer.noemer or 0) for cijfer in cijfers.values()), default=0)
    return Tabel(
        id="onbekend",
        titel=titels.onbekend(delen, mensen) or "Gegevens die nog onbekend zijn",
        kop="Gegeven",
        kolommen=(G1,),
        rijen=rijen,
    )


def _aanvullen(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    """Cells that would be empty if everything were known."""
    nu = plek.keuze.periode
    cellen = (
        ("Plaatsingen zonder geldig traject", C1, "actielijn", "onbekend"),
        ("Naar betaald werk, bijstand van de dag ervoor onbekend", C2, *ONBEKENDE_UITKOMST),
        ("Trajecten beëindigd met reden onbekend", INDICATOREN["B1"], "eindreden", "onbekend"),
    )
    rijen = []
    for naam, indicator, uitsplitsing, categorie in cellen:
        cijfer = antwoorden.cijfer(indicator, nu, uitsplitsing, categorie)
        adres = plek.gevallen(indicator, uitsplitsing, categorie) if cijfer.teller else ""
        rijen.append((Cel(naam), Cel(in_tabel(cijfer), adres)))
    return Tabel(
        id="aanvullen",
        titel="In dit halfjaar aan te vullen",
        kop="Wat",
        kolommen=("Aantal",),
        rijen=tuple(rijen),
        noten=("Wie meer plaatsingen kreeg, telt bij betaald werk een keer.",),
        indicatoren=(C1, C2, INDICATOREN["B1"]),
    )
