"""B: how trajecten ended."""

from tests.naief.blik import Blik, Rij, een_traject
from tests.naief.cellen import MEDIAAN, PERCENTAGE, Figuur
from tests.naief.codes import NEUTRAAL, SUCCES, UITVAL
from tests.naief.feiten import geldige_trajecten

PER_TRAJECT = ("actielijn", "trajectsoort")


def beeindigde(blik: Blik) -> list[Rij]:
    """B1: trajecten whose last day lies in the period, where the person was on that day.

    The number of a row is its doorlooptijd (B4), first and last day both counted.
    """
    rijen = []
    for persoon in blik.personen():
        for traject in geldige_trajecten(persoon):
            dag = traject.einddatum
            if blik.in_periode(dag) and (plek := blik.plek(persoon, dag)):
                duur = (dag - traject.begindatum).days + 1
                rijen.append(een_traject(persoon, plek, dag, traject, getal=duur))
    return rijen


def aandeel(redenen: tuple[str, ...]):
    """B2 and B3: of the adults' B1 without the neutral ends, which ended for these reasons."""

    def rijen(blik: Blik) -> list[Rij]:
        uit = []
        for rij in beeindigde(blik):
            reden = rij.kenmerken["eindreden"]
            if reden not in NEUTRAAL and blik.is_volwassen(rij.persoon):
                uit.append(
                    Rij(
                        rij.persoon,
                        rij.plek,
                        rij.dag,
                        ding=rij.ding,
                        kenmerken=rij.kenmerken,
                        telt=reden in redenen,
                    )
                )
        return uit

    return rijen


BEEINDIGD = (
    Figuur(code="B1", eenheid="trajecten", rijen=beeindigde, ook_per=(*PER_TRAJECT, "eindreden")),
    Figuur(
        code="B2",
        eenheid="procent",
        soort=PERCENTAGE,
        rijen=aandeel(SUCCES),
        ook_per=PER_TRAJECT,
    ),
    Figuur(
        code="B3",
        eenheid="procent",
        soort=PERCENTAGE,
        rijen=aandeel(UITVAL),
        ook_per=(*PER_TRAJECT, "eindreden"),
    ),
    Figuur(code="B4", eenheid="dagen", soort=MEDIAAN, rijen=beeindigde, ook_per=PER_TRAJECT),
)
