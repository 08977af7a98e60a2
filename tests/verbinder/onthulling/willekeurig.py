"""Random regions: the same seed, the same region."""

from tests.verbinder.onthulling.lastig import STAND, Geval, publicatie
from tests.verbinder.onthulling.verzonnen import VORIG_HALFJAAR, Vorm, verzin

# One after the other; with fewer indicators an attack takes a second.
INDICATOREN = (
    STAND,
    ("A1", "A6", "A7", "A8"),
    ("A5", "A9", "B"),
    ("C1", "C2", "C3"),
    ("C3", "C4", "C5", "C8"),
    ("C3", "C6", "C9"),
    ("A6", "D1", "D2"),
    ("A4", "A5", "D4", "D5"),
    ("C1", "D3"),
    ("A1", "A7", "G1"),
)


def willekeurig(zaad: int, *, alles: bool = False) -> Geval:
    """A region whose size, unevenness and indicators (`alles`: all) follow from the seed; half of
    them with the half-year before."""
    vorm = Vorm(gemeenten=2 + zaad % 4, personen=110 + 13 * (zaad % 7), scheef=0.5 + zaad % 3)
    regio = verzin(zaad, vorm)
    ervoor = publicatie(regio, VORIG_HALFJAAR) if zaad % 2 else None
    geval = Geval(publicatie(regio), ervoor)
    return geval if alles else geval.met(*INDICATOREN[zaad % len(INDICATOREN)])
