"""Every figure of Verbinder, defined once. Dashboard, report, API and export call these.

To add one: write an `Indicator` in the file of its chapter and name it in that chapter's tuple.
"""

from verbinder.indicatoren.actielijnen import PER_ACTIELIJN
from verbinder.indicatoren.begrippen import (
    Cijfer,
    Datumbasis,
    Eenheid,
    Indicator,
    Maat,
    Plaats,
    procent,
)
from verbinder.indicatoren.caseload import CASELOAD
from verbinder.indicatoren.geld import GELD
from verbinder.indicatoren.kwaliteit import KWALITEIT
from verbinder.indicatoren.trajecten import TRAJECTEN
from verbinder.indicatoren.uitkomsten import UITKOMSTEN_VAN_WERK

INDICATOREN: dict[str, Indicator] = {
    indicator.code: indicator
    for indicator in (
        *CASELOAD,
        *TRAJECTEN,
        *UITKOMSTEN_VAN_WERK,
        *PER_ACTIELIJN,
        *GELD,
        *KWALITEIT,
    )
}

__all__ = [
    "INDICATOREN",
    "Cijfer",
    "Datumbasis",
    "Eenheid",
    "Indicator",
    "Maat",
    "Plaats",
    "procent",
]
