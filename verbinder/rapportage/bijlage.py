"""The confidential annex of one gemeente: its own true figures, as they stand in a report."""

import csv
import io
from collections.abc import Iterator

from regio.uitwisseling.formules import met_voorvoegsel
from verbinder.indicatoren import Plaats
from verbinder.indicatoren.uitsplitsingen import KRUIS
from verbinder.rapportage.models import Eigencijfers
from verbinder.rapportage.rapport import Rapport

KOPPEN = ("cijfer", "titel", "uitsplitsing", "categorie", "eenheid", "teller", "noemer", "waarde")
VERTROUWELIJK = "VERTROUWELIJK: eigen ware cijfers. Alleen voor deze gemeente."


def bijlage(rapport: Rapport, eigen: Eigencijfers, naam: str) -> bytes:
    """A table of every cell of the report that says something of this gemeente alone, as CSV that a
    spreadsheet opens. What is not there is zero."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([f"{naam}, {rapport.halfjaar.naam}", VERTROUWELIJK])
    schrijver.writerow(KOPPEN)
    schrijver.writerows(_rijen(rapport, eigen))
    return uit.getvalue().encode("utf-8-sig")


def _rijen(rapport: Rapport, eigen: Eigencijfers) -> Iterator[tuple]:
    waarden = {Plaats(*rij[:3]): rij[3:] for rij in eigen.cijfers}
    for cel in rapport.boek:
        code, uitsplitsing, categorie = cel.plaats
        waarde = waarden.get(cel.plaats)
        if waarde is None or "gemeente" in uitsplitsing.split(KRUIS):
            continue
        titel = rapport.definities[code].titel
        teller, noemer, getal = ("" if deel is None else str(deel) for deel in waarde)
        getal = getal.replace(".", ",")
        yield (
            code,
            titel,
            uitsplitsing,
            met_voorvoegsel(cel.label),
            cel.eenheid,
            teller,
            noemer,
            getal,
        )
