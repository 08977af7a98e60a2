"""Money and hours: what is left of which money, what it was for, how many hours it bought."""

from verbinder.dashboard.onderdelen import (
    Inhoud,
    Tabel,
    Tekst,
    cel,
    tabel_van,
    tegel,
    vragen_van_tegels,
)
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN, Indicator
from verbinder.indicatoren.samen import Antwoorden, Vraag
from verbinder.indicatoren.uitsplitsingen import Potnamen

NAAM = "Geld"
F5, F5_JAAR = INDICATOREN["F5"], INDICATOREN["F5.jaar"]
TEGELS = tuple(
    INDICATOREN[code] for code in ("F3", "F5.jaar", "F4", "F6", "F7.ingezet", "F7.per_uur")
)
TEGELS_VAN_EEN_GEMEENTE = (F5, F5_JAAR)
PER_HERKOMST = tuple(
    INDICATOREN[code]
    for code in ("F3.begin", "F1.jaar", "F2.in", "F2.uit", "F3", "F5.jaar", "F4", "F6")
)
IN_HET_HALFJAAR = tuple(
    INDICATOREN[code]
    for code in (
        *("F1", "F5", "F7.gepland", "F7.ingezet", "F7.vacature", "F7.per_uur"),
        *("F7.per_bereikte_persoon", "F7.per_geplaatste_persoon"),
    )
)
IN_HET_JAAR = tuple(
    INDICATOREN[code] for code in ("F7.gepland_jaar", "F7.ingezet_jaar", "F7.per_uur_jaar")
)


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    tegels = TEGELS if plek.is_regio else TEGELS_VAN_EEN_GEMEENTE
    gevraagd = vragen_van_tegels(plek, tegels)
    waarvoor = ("actielijn", "gemeente") if plek.is_regio else ("actielijn",)
    gevraagd += [Vraag(F5, nu, waarvoor), Vraag(F5_JAAR, nu, waarvoor)]
    if plek.is_regio:
        gevraagd += [Vraag(indicator, nu, ("herkomst",)) for indicator in PER_HERKOMST]
        gevraagd += [Vraag(indicator, nu) for indicator in (*IN_HET_HALFJAAR, *IN_HET_JAAR)]
    return gevraagd


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    tegels = TEGELS if plek.is_regio else TEGELS_VAN_EEN_GEMEENTE
    blokken: list[Tabel | Tekst] = []
    if plek.is_regio:
        blokken += [_per_herkomst(plek, antwoorden), _in_het_halfjaar(plek, antwoorden)]
    blokken.append(_waarvoor(plek, antwoorden, "actielijn", "Actielijn"))
    if plek.is_regio:
        blokken.append(_waarvoor(plek, antwoorden, "gemeente", "Gemeente"))
    else:
        blokken.append(Tekst("voor-wie", "Wat telt hier", (VOOR_DE_GEMEENTE,)))
    return Inhoud(
        tegels=tuple(tegel(plek, antwoorden, indicator) for indicator in tegels),
        blokken=tuple(blokken),
    )


VOOR_DE_GEMEENTE = (
    "Het geld is van de regio. Hier staat wat de regio besteedde voor deze gemeente, of voor deze "
    "gemeente en andere samen. Wat voor de hele regio is besteed, telt hier niet mee."
)


def _per_herkomst(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    nu, namen = plek.keuze.periode, Potnamen()
    potten = sorted(
        {pot for i in PER_HERKOMST for pot in antwoorden.categorieen(i, nu, "herkomst")}
    )
    rijen = [
        (Cel(namen[pot]), *(cel(plek, antwoorden, i, "herkomst", pot) for i in PER_HERKOMST))
        for pot in potten
    ]
    rijen.append((Cel("Totaal"), *(cel(plek, antwoorden, i) for i in PER_HERKOMST)))
    return Tabel(
        id="herkomst",
        titel=f"Het geld van {plek.keuze.peildatum.year}",
        kop="Herkomst",
        kolommen=PER_HERKOMST,
        rijen=tuple(rijen),
        noten=("Geld houdt het jaar waarvoor het kwam, ook als het later wordt besteed.",),
        met_totaal=True,
    )


def _in_het_halfjaar(plek: Plek, antwoorden: Antwoorden) -> Tabel:
    def rij(indicator: Indicator) -> tuple[Cel, Cel]:
        return Cel(indicator.titel), cel(plek, antwoorden, indicator)

    return Tabel(
        id="uren-en-prijzen",
        titel="Uren en wat ze kosten",
        kop="Cijfer",
        kolommen=("Waarde",),
        rijen=tuple(rij(indicator) for indicator in (*IN_HET_HALFJAAR, *IN_HET_JAAR)),
        indicatoren=(*IN_HET_HALFJAAR, *IN_HET_JAAR),
    )


def _waarvoor(plek: Plek, antwoorden: Antwoorden, uitsplitsing: str, kop: str) -> Tabel:
    return tabel_van(
        plek,
        antwoorden,
        id=f"besteed-{uitsplitsing}",
        titel=f"Besteed per {kop.lower()}",
        indicatoren=(F5, F5_JAAR),
        uitsplitsing=uitsplitsing,
        kop=kop,
    )
