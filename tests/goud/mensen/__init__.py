"""The people of the golden region, by their reference."""

from dataclasses import replace

from tests.goud.mensen.trajecten import TRAJECTEN
from tests.goud.mensen.werk import WERK
from tests.goud.mensen.wie_en_waar import WIE_EN_WAAR
from tests.naief.wereld import Persoon


def genummerd(kenmerk: str, persoon: Persoon) -> Persoon:
    """With a number, and references that nobody else has: `P01a`."""
    return replace(
        persoon,
        nummer=int(kenmerk[1:]),
        trajecten=tuple(replace(t, referentie=kenmerk + t.referentie) for t in persoon.trajecten),
        plaatsingen=tuple(
            replace(p, referentie=kenmerk + p.referentie, traject=p.traject and kenmerk + p.traject)
            for p in persoon.plaatsingen
        ),
    )


MENSEN = {
    kenmerk: genummerd(kenmerk, persoon)
    for kenmerk, persoon in (WIE_EN_WAAR | TRAJECTEN | WERK).items()
}
