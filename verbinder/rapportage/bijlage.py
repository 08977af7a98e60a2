"""The confidential annex of one gemeente: its own true figures, as they stand in a report."""

from collections.abc import Iterator
from decimal import Decimal

from regio.uitwisseling.csvtekst import schrijf_tekst
from verbinder.indicatoren import Plaats
from verbinder.indicatoren.uitsplitsingen import KRUIS
from verbinder.rapportage.models import Eigencijfers
from verbinder.rapportage.rapport import Rapport

KOPPEN = ("cijfer", "titel", "uitsplitsing", "categorie", "eenheid", "teller", "noemer", "waarde")
VERTROUWELIJK = "VERTROUWELIJK: eigen ware cijfers. Alleen voor deze gemeente."


def bijlage(rapport: Rapport, eigen: Eigencijfers, naam: str) -> bytes:
    """A table of every cell of the report that says something of this gemeente alone, as CSV that a
    spreadsheet opens. What is not there is zero."""
    kop = (f"{naam}, {rapport.halfjaar.naam}", VERTROUWELIJK)
    return schrijf_tekst([kop, KOPPEN, *_rijen(rapport, eigen)], decimaalteken=",")


def _rijen(rapport: Rapport, eigen: Eigencijfers) -> Iterator[tuple]:
    waarden = {Plaats(*rij[:3]): rij[3:] for rij in eigen.cijfers}
    for cel in rapport.boek:
        code, uitsplitsing, categorie = cel.plaats
        waarde = waarden.get(cel.plaats)
        if waarde is None or "gemeente" in uitsplitsing.split(KRUIS):
            continue
        titel = rapport.definities[code].titel
        teller, noemer, getal = waarde
        getal = None if getal is None else Decimal(getal)
        yield (code, titel, uitsplitsing, cel.label, cel.eenheid, teller, noemer, getal)
