"""Figures as the text of an exchange file, published or true."""

import csv
import io
from collections.abc import Iterable

from verbinder.indicatoren import Cijfer
from verbinder.onthulling.cellen import Cel

KOLOMMEN = (
    "regio", "halfjaar", "peildatum", "versie", "indicator", "uitsplitsing", "categorie",
    "eenheid", "teller", "noemer", "waarde", "weergave",
)  # fmt: skip
VOORAF = ("AM00", "2026-1", "2026-06-30", "1")


def gepubliceerd(cellen: Iterable[Cel]) -> str:
    """The file that everybody may read."""
    return _tekst((*cel.plaats, cel.eenheid, "", "", "", cel.weergave) for cel in cellen)


def waar(cijfers: Iterable[Cijfer]) -> str:
    """The file with true values that a gemeente has of itself."""
    return _tekst((*c.plaats, c.eenheid, c.teller, c.noemer, c.waarde, "") for c in cijfers)


def _tekst(rijen: Iterable[tuple]) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    schrijver.writerows((*VOORAF, *rij) for rij in rijen)
    return uit.getvalue()
