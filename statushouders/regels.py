"""Rules of the field that several doors need: forms, import, and the list of data to mend.

Each returns a Dutch sentence, or None when all is well. Rules about one row alone stand as
constraints on the models.
"""

import re
from datetime import date

from regio.bsn import bevat_bsn
from statushouders.codes import LEERROUTES_VAN_WI2021, OUDE_WETTEN, Wet

EERSTE_DAG_WI2021 = date(2022, 1, 1)
JONGSTE_WERKLEEFTIJD = 12


def bsn_in_kenmerk(kenmerk: str) -> str | None:
    """One in eleven client numbers looks like a BSN by chance: the warning to show."""
    if bevat_bsn(kenmerk):
        return (
            "Dit kenmerk lijkt op een BSN. Gebruik het eigen klantnummer van de gemeente, "
            "nooit een BSN."
        )
    return None


POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b", re.IGNORECASE)


def adres_in_tekst(tekst: str) -> str | None:
    """Of a volunteer no private address is kept: the fault to show."""
    if POSTCODE.search(tekst):
        return "Hier lijkt een adres te staan. Bewaar geen privéadres. Haal het weg."
    return None


def wet_tegen_bekendmaking(wet: str, datum_bekendmaking: date | None) -> str | None:
    """The day of bekendmaking decides the law (DUO), with exceptions: so a warning, not a fault."""
    if datum_bekendmaking is None or wet not in (Wet.WI2021, *OUDE_WETTEN):
        return None
    nieuw = datum_bekendmaking >= EERSTE_DAG_WI2021
    if nieuw and wet in OUDE_WETTEN:
        return (
            "De bekendmaking is op of na 1 januari 2022. Daarbij past meestal de Wi2021. "
            "Controleer de wet."
        )
    if not nieuw and wet == Wet.WI2021:
        return (
            "De bekendmaking is voor 1 januari 2022. Daarbij past meestal de Wi2013. "
            "Controleer de wet."
        )
    return None


def leerroute_past_bij_wet(wet: str, leerroute: str) -> str | None:
    """Only the Wi2021 knows learning routes."""
    if wet in OUDE_WETTEN and leerroute in LEERROUTES_VAN_WI2021:
        return "Alleen de Wi2021 kent leerroutes. Kies bij de Wi2013 of Wi2007 'N.v.t.'."
    return None


def te_jong_voor(dag: date, geboortejaar: int) -> str | None:
    """A traject or plaatsing before somebody could have one."""
    if dag.year - geboortejaar < JONGSTE_WERKLEEFTIJD:
        return (
            f"In {dag.year} was deze persoon jonger dan {JONGSTE_WERKLEEFTIJD} jaar. "
            "Controleer de datum en het geboortejaar."
        )
    return None
