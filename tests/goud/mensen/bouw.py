"""Words in which somebody of the golden region is written down: one row, one line."""

from dataclasses import replace

from tests.naief.wereld import Persoon, Plaatsing, Traject
from tests.verbinder.indicatoren import hulp

HILVERSUM, HUIZEN, GOOISE_MEREN, WIJDEMEREN = "GM0402", "GM0406", "GM1942", "GM1696"
BLARICUM, EEMNES, LAREN = "GM0376", "GM0317", "GM0417"
WEESP, AMSTERDAM, UTRECHT = "GM0457", "GM0363", "GM0344"

azc, gekoppeld, woont = hulp.azc, hulp.gekoppeld, hulp.woont
bijstand, in_beeld = hulp.bijstand, hulp.in_beeld
AANVULLEND, GEEN = "bijstand_aanvullend", "geen"


def traject(letter: str, lijn: int, soort: str, begin: str, eind=None, reden="") -> Traject:
    """A traject of one person, called by a letter."""
    return hulp.traject(begin, eind, reden, lijn=lijn, soort=soort, ref=letter)


def plaatsing(letter: str, soort: str, begin: str, eind=None, **velden) -> Plaatsing:
    """A plaatsing; `traject` is the letter of the traject that it came from."""
    return hulp.werk(begin, eind, soort, ref=letter, **velden)


def iemand(*rijen, aangemeld: str, afgesloten: str | None = None, **velden) -> Persoon:
    """Somebody with exactly these rows: who has no verblijf here stays nowhere."""
    persoon = hulp.iemand(*rijen, beeld=in_beeld(aangemeld, afgesloten), **velden)
    kent_verblijf = any(hulp.LIJST_VAN[type(rij)] == "verblijven" for rij in rijen)
    return persoon if kent_verblijf else replace(persoon, verblijven=())
