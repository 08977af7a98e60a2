"""The tables of the report, made from its published cells."""

from collections.abc import Sequence
from decimal import Decimal

from verbinder.indicatoren import Maat
from verbinder.onthulling.cellen import Status
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN, OPENBARE_EENHEDEN
from verbinder.rapportage.boek import Boek, Rapportcel
from verbinder.rapportage.document import Tabel
from verbinder.rapportage.doelen import bereikt, doelen_van
from verbinder.rapportage.getallen import STREEP, geschreven, kort, met_teken
from verbinder.rapportage.rapport import Rapport, opsomming

AFRONDING = "Door afronding kan de som van de delen anders zijn dan het totaal."
GEHEIM = f"Geheim: {GEHEIM_IN_WOORDEN}."
MEER_DAN_EENS = "Wie trajecten heeft onder twee actielijnen, telt bij elk van beide."
KORTE_TITELS = {
    "A1": "In beeld",
    "A3": "Mensen met traject",
    "A4": "Lopende trajecten",
    "A5": "Gestart",
    "B1": "Beëindigd",
    "B2": "Goede afloop",
    "C2": "Geplaatst",
    "C3": "Betaald werk",
    "C4": "Uit de bijstand",
}


def kerntabel(rapport: Rapport, titel: str, codes: Sequence[str]) -> Tabel:
    """Headlines, one per row, beside those of the half-year before and of a year before."""
    eerder = [
        (kop, boek)
        for kop, boek in (
            (rapport.halfjaar.vorige.naam, rapport.vorig),
            (rapport.halfjaar.jaar_eerder.naam, rapport.jaar_eerder),
        )
        if boek is not None
    ]
    koppen = ["Cijfer", rapport.halfjaar.naam, *(kop for kop, _ in eerder)]
    if rapport.vorig is not None:
        koppen.append("Verschil met vorig halfjaar")
    gekozen = [code for code in codes if code in rapport.boek]
    rijen = tuple(_kernrij(rapport, code, [boek for _, boek in eerder]) for code in gekozen)
    if any(doelen_van(rapport.boek, code) for code in gekozen):
        koppen.append("Doel")
        rijen = tuple(
            (*rij, _doelen(rapport, code)) for rij, code in zip(rijen, gekozen, strict=True)
        )
    cellen = [rapport.boek[code] for code in gekozen]
    return Tabel(titel, tuple(koppen), rijen, noten=noten_bij(rapport, cellen))


def _kernrij(rapport: Rapport, code: str, eerder: list[Boek]) -> tuple[str, ...]:
    cel = rapport.boek[code]
    rij = [rapport.definities[code].titel, _met_herkomst(cel)]
    rij += [geschreven(boek[code]) if code in boek else "–" for boek in eerder]
    if rapport.vorig is not None:
        rij.append(met_teken(cel, rapport.vorig.zoek(code)))
    return tuple(rij)


def _doelen(rapport: Rapport, code: str) -> str:
    """What of the goals of the whole region for this figure was realised."""
    return "; ".join(bereikt(cel) for cel in doelen_van(rapport.boek, code)) or STREEP


def _met_herkomst(cel: Rapportcel) -> str:
    """`65 % (45 van 70)`, `41,5 (van 120)`, `220`."""
    tekst = geschreven(cel)
    if not cel.is_getal or cel.noemer is None:
        return f"{tekst} dagen" if cel.is_getal and cel.maat == Maat.MEDIAAN else tekst
    if cel.maat == Maat.MEDIAAN:
        return f"{tekst} dagen (van {cel.noemer})"
    if cel.maat == Maat.VERHOUDING:
        return f"{tekst} (over {cel.noemer})"
    return f"{tekst} ({cel.teller} van {cel.noemer})"


def kruistabel(
    rapport: Rapport, titel: str, rijkop: str, uitsplitsing: str, codes: Sequence[str]
) -> Tabel | None:
    """One row per category, one column per indicator that is divided; None when none is."""
    boek = rapport.boek
    getoond = [code for code in codes if boek.getoond(code, uitsplitsing)]
    if not getoond:
        return None
    labels: dict[str, str] = {}
    for code in getoond:
        labels |= {c.plaats.categorie: c.label for c in boek.tabel(code, uitsplitsing)}
    rijen = [
        (label, *(kort(boek.zoek(code, uitsplitsing, categorie)) for code in getoond))
        for categorie, label in labels.items()
    ]
    rijen.append(("Totaal", *(kort(boek[code]) for code in getoond)))
    cellen = [cel for code in getoond for cel in boek.tabel(code, uitsplitsing)]
    noten = [AFRONDING, *noten_bij(rapport, cellen), *_weggelaten(rapport, uitsplitsing, codes)]
    if uitsplitsing == "actielijn":
        noten.append(MEER_DAN_EENS)
    koppen = (rijkop, *(KORTE_TITELS.get(c, rapport.definities[c].titel) for c in getoond))
    return Tabel(titel, koppen, tuple(rijen), noten=tuple(noten), met_totaal=True)


def verdeling(rapport: Rapport, titel: str, rijkop: str, code: str, uitsplitsing: str):
    """One indicator over one breakdown; None when it is not divided."""
    return kruistabel(rapport, titel, rijkop, uitsplitsing, [code])


def waarde(cel: Rapportcel | None) -> int | Decimal | str | None:
    """What a chart gets of a cell: its number, else its word."""
    if cel is None:
        return None
    return cel.weergave if cel.getal is None else cel.getal


def waarom_niet(boek: Boek, code: str, uitsplitsing: str) -> str:
    """Why a table shows nothing: `te klein om uit te splitsen`, `niet uitgesplitst`, ..."""
    statussen = {cel.status for cel in boek.tabel(code, uitsplitsing)}
    for status in (Status.TE_KLEIN, Status.NIET_UITGESPLITST, Status.NIET_AANGELEVERD):
        if status in statussen:
            return str(status)
    return str(Status.NVT)


def _weggelaten(rapport: Rapport, uitsplitsing: str, codes: Sequence[str]) -> list[str]:
    """A note per reason that leaves indicators out of the table."""
    redenen: dict[str, list[str]] = {}
    for code in codes:
        if not rapport.boek.getoond(code, uitsplitsing):
            reden = waarom_niet(rapport.boek, code, uitsplitsing)
            redenen.setdefault(reden, []).append(rapport.definities[code].titel)
    return [f"{opsomming(titels)}: {reden}." for reden, titels in redenen.items()]


def noten_bij(rapport: Rapport, cellen: Sequence[Rapportcel]) -> tuple[str, ...]:
    """What must stand below these cells: what is secret, and who is not in the totals."""
    noten = []
    if any(cel.is_geheim for cel in cellen):
        noten.append(GEHEIM)
    van_mensen = any(cel.eenheid not in OPENBARE_EENHEDEN for cel in cellen)
    if rapport.zonder_levering and van_mensen:
        noten.append(f"Totalen {rapport.exclusief}.")
    return tuple(noten)
