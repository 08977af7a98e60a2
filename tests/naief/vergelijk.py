"""Both ways of counting side by side: what differs, and the smallest world in which it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from regio.perioden import Periode
from regio.toegang import Gebied
from tests.naief.blik import Blik
from tests.naief.cellen import Cel, Sleutel, tel
from tests.naief.figuren import FIGUREN, kwaliteit_cellen
from tests.naief.laad import Geladen, geladen
from tests.naief.wereld import Persoon, Wereld
from verbinder.indicatoren import INDICATOREN, Cijfer, Indicator
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.regiometing import meet_regio
from verbinder.indicatoren.uitsnede import uitgesneden

# Money is counted by hand in tests/naief/geld.py.
NAGETELD = tuple(code for code, indicator in INDICATOREN.items() if not indicator.van_geld)


# How the product measures: as a page, or as a report of the region.
Weg = Callable[[Meting, list[Indicator]], list[Cijfer]]


def als_rapport(wat: Meting, indicatoren: list[Indicator]) -> list[Cijfer]:
    """Out of the region that was cut out of the country, all in one."""
    with uitgesneden(wat):
        return meet_regio(wat, indicatoren).geteld


@dataclass(frozen=True)
class Gebiedje:
    """Whose figures: the whole region, or some gemeenten of it."""

    gemeenten: tuple[str, ...] | None = None
    met_ongekoppeld: bool = True

    def als_gebied(self, wereld: Wereld, sleutels: Geladen) -> Gebied:
        eigen = None
        if self.gemeenten is not None:
            eigen = frozenset(sleutels.gemeenten[code] for code in self.gemeenten)
        return Gebied(sleutels.regios[wereld.regio], eigen, self.met_ongekoppeld)


HELE_REGIO = Gebiedje()


def nageteld(wereld: Wereld, code: str, gebied: Gebiedje = HELE_REGIO) -> dict[Sleutel, Cel]:
    """One figure, counted by hand."""
    opties = {"gemeenten": gebied.gemeenten, "ongekoppeld": gebied.met_ongekoppeld}
    if code == "G1":
        return kwaliteit_cellen(Blik(wereld), **opties)
    return tel(Blik(wereld), FIGUREN[code], **opties)


def meting(
    wereld: Wereld,
    sleutels: Geladen,
    gebied: Gebiedje = HELE_REGIO,
    bekend_op: datetime | None = None,
) -> Meting:
    periode = Periode(wereld.van, wereld.tot)
    return Meting(gebied.als_gebied(wereld, sleutels), periode, bekend_op=bekend_op)


def gemeten(
    wereld: Wereld,
    sleutels: Geladen,
    codes: Iterable[str],
    gebied: Gebiedje = HELE_REGIO,
    bekend_op: datetime | None = None,
    weg: Weg = meet,
) -> dict[Sleutel, Cijfer]:
    """The same figures, as the product measures them."""
    wat = meting(wereld, sleutels, gebied, bekend_op)
    cijfers = weg(wat, [INDICATOREN[code] for code in codes])
    return {tuple(cijfer.plaats): cijfer for cijfer in cijfers}


def verschillen(
    wereld: Wereld,
    codes: Iterable[str] = NAGETELD,
    gebied: Gebiedje = HELE_REGIO,
    weg: Weg = meet,
) -> list[str]:
    """One line for each cell on which the two do not agree. The world is loaded for it."""
    with geladen(wereld) as sleutels:
        return verschillen_van_geladen(wereld, sleutels, codes, gebied, weg=weg)


def verschillen_van_geladen(
    wereld: Wereld,
    sleutels: Geladen,
    codes: Iterable[str],
    gebied: Gebiedje = HELE_REGIO,
    bekend_op: datetime | None = None,
    weg: Weg = meet,
) -> list[str]:
    """Likewise, for a world that is in the database."""
    product = gemeten(wereld, sleutels, codes, gebied, bekend_op, weg)
    regels = []
    for code in codes:
        hand = {plek: cel.getallen for plek, cel in nageteld(wereld, code, gebied).items()}
        eigen = {plek: getallen(c) for plek, c in product.items() if plek[0] == code}
        for plek in sorted(hand.keys() | eigen.keys()):
            geteld, gemeten_ = hand.get(plek), eigen.get(plek)
            if geteld != gemeten_:
                naam = " ".join(plek)
                regels.append(f"{naam}: geteld {kort(geteld)}, gemeten {kort(gemeten_)}")
    return regels


def getallen(cijfer: Cijfer) -> tuple:
    return str(cijfer.eenheid), cijfer.teller, cijfer.noemer, cijfer.waarde


def kort(getallen: tuple | None) -> str:
    """`3 van 8 = 38 procent`, or that there is no such row."""
    if getallen is None:
        return "geen rij"
    eenheid, teller, noemer, waarde = getallen
    deel = "" if noemer is None else f"{'' if teller is None else teller} van {noemer} = "
    getal = waarde.normalize() if isinstance(waarde, Decimal) else waarde
    return f"{deel}{'niets' if getal is None else getal} {eenheid}"


LIJSTEN = (
    "trajecten", "plaatsingen", "uitkeringen", "verblijven", "eerdere_waarden",
    "eerdere_aanmeldingen",
)  # fmt: skip


def verklein(wereld: Wereld, code: str, gebied: Gebiedje = HELE_REGIO, weg: Weg = meet) -> Wereld:
    """The same disagreement about one figure with as few people and rows as possible."""

    def nog_steeds(kandidaat: Wereld) -> bool:
        return bool(verschillen(kandidaat, [code], gebied, weg))

    personen = list(wereld.personen)
    for persoon in wereld.personen:
        minder = [p for p in personen if p is not persoon]
        if nog_steeds(replace(wereld, personen=tuple(minder))):
            personen = minder
    wereld = replace(wereld, personen=tuple(personen))
    for persoon in wereld.personen:
        wereld = _verklein_persoon(wereld, persoon, nog_steeds)
    return wereld


def _verklein_persoon(wereld: Wereld, persoon: Persoon, nog_steeds) -> Wereld:
    for lijst in LIJSTEN:
        for rij in getattr(persoon, lijst):
            over = tuple(r for r in getattr(persoon, lijst) if r is not rij)
            kaler = replace(persoon, **{lijst: over})
            anderen = tuple(kaler if p is persoon else p for p in wereld.personen)
            kandidaat = replace(wereld, personen=anderen)
            if _is_heel(kaler) and nog_steeds(kandidaat):
                wereld, persoon = kandidaat, kaler
    return wereld


def _is_heel(persoon: Persoon) -> bool:
    """No plaatsing refers to a traject that is gone."""
    bekend = {t.referentie for t in persoon.trajecten}
    return all(p.traject is None or p.traject in bekend for p in persoon.plaatsingen)


def als_tabel(wereld: Wereld) -> str:
    """The people of a world, a row a line, to read and to count along."""
    regels = [f"{wereld.regio}, {wereld.van} tot {wereld.tot}"]
    for p in wereld.personen:
        kenmerken = f"{p.geboortejaar} {p.geslacht} {p.doelgroep} {p.wet} {p.leerroute}"
        regels.append(f"persoon {p.nummer}: {kenmerken} {p.opleidingsniveau}")
        for veld in ("diplomawaardering_aangevraagd_op", "diplomawaardering_afgerond_op"):
            if waarde := getattr(p, veld):
                regels.append(f"    {veld} {waarde}")
        if p.ingetrokken_op:
            regels.append(f"    ingetrokken {p.ingetrokken_op}")
        for aanmelding in p.aanmeldingen:
            regels.append(f"    in beeld {_velden(aanmelding)}")
        for lijst in ("verblijven", "uitkeringen", "trajecten", "plaatsingen", "eerdere_waarden"):
            regels += [f"    {lijst}: {_velden(rij)}" for rij in getattr(p, lijst)]
    return "\n".join(regels)


def _velden(rij) -> str:
    return " ".join("–" if waarde is None else str(waarde) for waarde in vars(rij).values())
