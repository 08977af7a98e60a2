"""The table of figures in the open exchange format (docs/uitwisseling.md)."""

import csv as csv_
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal

from verbinder.indicatoren import Cijfer, Plaats
from verbinder.rapportage.rapport import Rapport

KOLOMMEN = (
    "regio",
    "halfjaar",
    "peildatum",
    "versie",
    "indicator",
    "uitsplitsing",
    "categorie",
    "eenheid",
    "teller",
    "noemer",
    "waarde",
    "weergave",
)
Waar = Mapping[Plaats, Cijfer]
# Behind the columns of the format, in every row of what may not be passed on.
STATUS = "status"
VOORBEELD = "VOORBEELD: niet gecontroleerd op kleine aantallen, niet verspreiden"


def rijen(rapport: Rapport, waar: Waar | None = None) -> Iterator[tuple]:
    """One row per cell, in the order of `KOLOMMEN`. True values only where `waar` gives them."""
    vast = (
        rapport.regio_code,
        rapport.halfjaar.code,
        rapport.halfjaar.peildatum,
        rapport.versie,
    )
    for cel in rapport.boek:
        echt = waar.get(cel.plaats) if waar else None
        getallen = (echt.teller, echt.noemer, echt.waarde) if echt else (None, None, None)
        yield (*vast, *cel.plaats, cel.eenheid, *getallen, cel.weergave)


def csv(rapport: Rapport, waar: Waar | None = None) -> bytes:
    """The rows with `;`, in UTF-8, decimals with a point.

    Figures that were not audited say so in every row, in a column that no published file has.
    """
    uit = io.StringIO()
    schrijver = csv_.writer(uit, delimiter=";", lineterminator="\n")
    kop, merk = ((), ()) if rapport.gecontroleerd else ((STATUS,), (VOORBEELD,))
    schrijver.writerow((*KOLOMMEN, *kop))
    schrijver.writerows(
        [*(_als_tekst(waarde) for waarde in rij), *merk] for rij in rijen(rapport, waar)
    )
    return uit.getvalue().encode()


def _als_tekst(waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}"
    return str(waarde)
