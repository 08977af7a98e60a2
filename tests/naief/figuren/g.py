"""G1: what is not known about the adults in beeld, one breakdown at a time."""

from collections.abc import Iterable

from tests.naief.blik import Blik
from tests.naief.cellen import Cel, Sleutel, categorie_van, heel_procent, in_gebied
from tests.naief.feiten import waarde_op
from tests.naief.figuren.a import deelnemers_in_beeld

# The breakdowns that have a code `onbekend`.
UITSPLITSINGEN = ("wet", "leerroute", "opleidingsniveau", "geslacht")


def kwaliteit_cellen(
    blik: Blik, gemeenten: Iterable[str] | None = None, *, ongekoppeld=True
) -> dict[Sleutel, Cel]:
    """The share of A1 (adults) that is `onbekend`; of leerroute only among the Wi2021."""
    cellen = {}
    for uitsplitsing in UITSPLITSINGEN:
        gevraagd, onbekend = set(), set()
        for rij in deelnemers_in_beeld(blik):
            meerderjarig = blik.is_volwassen(rij.persoon)
            if not meerderjarig or not in_gebied(rij, gemeenten, ongekoppeld=ongekoppeld):
                continue
            if uitsplitsing == "leerroute" and waarde_op(rij.persoon, "wet", rij.dag) != "wi2021":
                continue
            gevraagd.add(rij.persoon.nummer)
            if categorie_van(blik, rij, uitsplitsing) == "onbekend":
                onbekend.add(rij.persoon.nummer)
        n, noemer = len(onbekend), len(gevraagd)
        cellen["G1", uitsplitsing, "onbekend"] = Cel(
            "procent", n, noemer, heel_procent(n, noemer), frozenset(onbekend)
        )
    return cellen
