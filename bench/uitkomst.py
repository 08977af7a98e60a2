"""What a measurement gives: one number beside the most that it may be."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Uitkomst:
    """`waarde` is a ratio (`×`), or what `eenheid` says; `grens` is the most it may be."""

    name: str
    waarde: float
    grens: float | None = None
    eenheid: str = "×"
    toelichting: str = ""

    @property
    def gehaald(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.grens is None else self.waarde <= self.grens

    def als_gegevens(self) -> dict:
        """For `bench/uitkomst.json`."""
        return {
            "name": self.name,
            "ratio": round(self.waarde, 4),
            "unit": self.eenheid,
            "target": self.grens,
            "met": self.gehaald,
            "note": self.toelichting,
        }


def meet_duur(doe: Callable[[], object], keer: int) -> list[float]:
    """Seconds of each of `keer` runs, after one that is not counted."""
    doe()
    duren = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        duren.append(time.perf_counter() - begin)
    return duren


def om_de_beurt(
    een: Callable[[], object], ander: Callable[[], object], keer: int
) -> tuple[float, float]:
    """Median seconds of both, measured in turn so that noise hits both alike."""
    paren = [(meet_duur(een, 1)[0], meet_duur(ander, 1)[0]) for _ in range(keer)]
    return median(eerste for eerste, _ in paren), median(tweede for _, tweede in paren)


def p95(duren: Sequence[float]) -> float:
    """The time that 95 of 100 runs stay under, in milliseconds."""
    return quantiles(duren, n=20)[-1] * 1000
