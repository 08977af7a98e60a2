"""A BSN has no place in Verbinder (UAVG art. 46): how one is known."""

import re

from stdnum.nl import bsn

BSN_ACHTIG = re.compile(r"(?<!\d)(\d{3}[.\s-]?\d{3}[.\s-]?\d{3})(?!\d)")


def bevat_bsn(tekst: str) -> bool:
    """Whether nine digits in the text pass the eleven-test of the BSN."""
    return any(bsn.is_valid(re.sub(r"\D", "", treffer)) for treffer in BSN_ACHTIG.findall(tekst))


def bsn_in_tekst(tekst: str) -> str | None:
    """Free text never holds a BSN: the fault to show."""
    if bevat_bsn(tekst):
        return (
            "Deze tekst bevat negen cijfers die een BSN kunnen zijn. Verbinder bewaart geen BSN. "
            "Haal het nummer weg."
        )
    return None
