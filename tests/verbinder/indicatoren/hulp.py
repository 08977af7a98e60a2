"""Small worlds in few words, for figures whose number is worked out by hand."""

from dataclasses import replace
from datetime import date

from tests.naief.laad import geladen
from tests.naief.vergelijk import gemeten, getallen, kort, nageteld
from tests.naief.wereld import (
    Aanmelding,
    EerdereWaarde,
    Persoon,
    Plaatsing,
    Traject,
    Uitkering,
    Verblijf,
    Wereld,
)

HILVERSUM, HUIZEN, WIJDEMEREN, WEESP = "GM0402", "GM0406", "GM1696", "GM0457"
AMSTERDAM, UTRECHT = "GM0363", "GM0344"
# Invented: see VERZONNEN_GEMEENTEN.
OUDEVEEN, VOORVEEN, GRENSDORP, OVERSTAP = "GM9901", "GM9902", "GM9903", "GM9904"

LIJST_VAN = {
    Verblijf: "verblijven",
    Uitkering: "uitkeringen",
    Traject: "trajecten",
    Plaatsing: "plaatsingen",
    EerdereWaarde: "eerdere_waarden",
    Aanmelding: "eerdere_aanmeldingen",
}


def dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def azc(gemeente: str | None, van: str, tot_en_met: str | None = None) -> Verblijf:
    return Verblijf("azc", gemeente, dag(van), dag(tot_en_met))


def gekoppeld(gemeente: str, van: str, tot_en_met: str | None = None) -> Verblijf:
    return Verblijf("koppeling", gemeente, dag(van), dag(tot_en_met))


def woont(gemeente: str, van: str = "2020-01-01", tot_en_met: str | None = None) -> Verblijf:
    return Verblijf("vestiging", gemeente, dag(van), dag(tot_en_met))


def bijstand(van: str, tot_en_met: str | None = None, soort: str = "bijstand") -> Uitkering:
    return Uitkering(soort, dag(van), dag(tot_en_met))


def traject(
    begin: str,
    eind: str | None = None,
    reden: str = "doel_bereikt",
    *,
    lijn: int = 3,
    soort: str = "jobhunting",
    ref: str | None = None,
) -> Traject:
    """A traject; the reference tells the begindatum unless given."""
    return Traject(
        ref or f"T{begin}-{lijn}", str(lijn), soort, dag(begin), dag(eind), reden if eind else ""
    )


def werk(
    begin: str, eind: str | None = None, soort: str = "betaald_werk", ref: str = "", **velden
) -> Plaatsing:
    return Plaatsing(ref or f"P{begin}{soort}", soort, dag(begin), dag(eind), **velden)


def eerder(veld: str, waarde: str, tot_en_met: str, van: str | None = None) -> EerdereWaarde:
    return EerdereWaarde(veld, waarde, dag(van), dag(tot_en_met))


def in_beeld(van: str, tot_en_met: str | None = None) -> Aanmelding:
    return Aanmelding(dag(van), dag(tot_en_met))


def iemand(*rijen, beeld: Aanmelding | None = None, **velden) -> Persoon:
    """Somebody of 36 in 2026 who has lived in Hilversum since 2020, unless the rows say else."""
    lijsten: dict[str, tuple] = {}
    for rij in rijen:
        naam = LIJST_VAN[type(rij)]
        lijsten[naam] = (*lijsten.get(naam, ()), rij)
    lijsten.setdefault("verblijven", (woont(HILVERSUM),))
    return Persoon(1, beeld or in_beeld("2021-01-01"), **velden, **lijsten)


class Geteld:
    """The figures of some people in one period: measured, and checked against the hand count."""

    def __init__(self, halfjaar: str, *mensen: Persoon):
        jaar, helft = map(int, halfjaar.split("-"))
        van, tot = (
            (date(jaar, 1, 1), date(jaar, 7, 1))
            if helft == 1
            else (date(jaar, 7, 1), date(jaar + 1, 1, 1))
        )
        self.wereld = Wereld(van, tot, tuple(_genummerd(p, n + 1) for n, p in enumerate(mensen)))
        self._van_code: dict[str, dict] = {}

    def __call__(self, code: str, uitsplitsing: str = "totaal", categorie: str = "alle"):
        """A count is a number, a percentage (n, N, whole percent), a median (n, value)."""
        cijfers = self._cijfers(code)
        _, teller, noemer, waarde = getallen(cijfers[code, uitsplitsing, categorie])
        if noemer is None:
            return waarde
        return (noemer, waarde) if teller is None else (teller, noemer, waarde)

    def per(self, code: str, uitsplitsing: str) -> dict[str, object]:
        """The categories of a breakdown that are not empty."""
        return {
            categorie: self(code, uitsplitsing, categorie)
            for categorie in self.rijen(code, uitsplitsing)
            if self(code, uitsplitsing, categorie) not in (0, (0, None), (0, 0, None))
        }

    def rijen(self, code: str, uitsplitsing: str) -> list[str]:
        """The categories that have a row."""
        return [c for _, tabel, c in self._cijfers(code) if tabel == uitsplitsing]

    def _cijfers(self, code: str):
        if code not in self._van_code:
            self._van_code[code] = self._meet(code)
        return self._van_code[code]

    def _meet(self, code: str):
        with geladen(self.wereld) as sleutels:
            cijfers = gemeten(self.wereld, sleutels, [code])
        hand = nageteld(self.wereld, code)
        assert cijfers.keys() == hand.keys()
        for plek, cijfer in cijfers.items():
            eigen, zelf = getallen(cijfer), hand[plek].getallen
            assert eigen == zelf, f"{plek}: gemeten {kort(eigen)}, geteld {kort(zelf)}"
        return cijfers


def _genummerd(persoon: Persoon, nummer: int) -> Persoon:
    """Give references a number of their own, so that people may be written alike."""
    if nummer == 1:
        return persoon
    return replace(
        persoon,
        nummer=nummer,
        trajecten=tuple(
            replace(t, referentie=f"{t.referentie}/{nummer}") for t in persoon.trajecten
        ),
        plaatsingen=tuple(
            replace(
                p,
                referentie=f"{p.referentie}/{nummer}",
                traject=p.traject and f"{p.traject}/{nummer}",
            )
            for p in persoon.plaatsingen
        ),
    )
