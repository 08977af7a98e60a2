"""C: plaatsingen, who was placed, and who left the bijstand for work."""

from tests.naief.blik import Blik, Rij
from tests.naief.cellen import PERCENTAGE, Figuur
from tests.naief.codes import NIVEAU, UITKOMST_IS_BETAALD
from tests.naief.feiten import geldige_plaatsingen, geldige_trajecten, waarde_op
from tests.naief.uitkomst import (
    beste,
    is_gedeeltelijke_uitstroom,
    is_nog_niet_vast_te_stellen,
    is_volledige_uitstroom,
    uitkomst_van,
    urenklasse,
)
from tests.naief.wereld import Persoon, Plaatsing

PER_ACTIELIJN = ("actielijn",)


def in_periode(blik: Blik, persoon: Persoon) -> list[Plaatsing]:
    """The plaatsingen that began in the period, on a day that the person was of the region."""
    return [
        p
        for p in geldige_plaatsingen(persoon)
        if blik.in_periode(p.begindatum) and blik.plek(persoon, p.begindatum)
    ]


def kenmerken(persoon: Persoon, plaatsing: Plaatsing, blik: Blik) -> dict[str, str]:
    """The breakdowns that a plaatsing gives."""
    actielijn = "onbekend"
    for traject in geldige_trajecten(persoon):
        if traject.referentie == plaatsing.traject:
            actielijn = traject.actielijn
    return {
        "actielijn": actielijn,
        "plaatsingsoort": plaatsing.soort,
        "uitkomst": uitkomst_van(persoon, plaatsing, blik.peildatum),
        "contractvorm": plaatsing.contractvorm or "onbekend",
        "urenklasse": urenklasse(plaatsing.uren_per_week),
        "functieniveau": plaatsing.functieniveau,
    }


def plaatsingen(blik: Blik) -> list[Rij]:
    """C1: every plaatsing that began in the period."""
    return [
        Rij(
            persoon,
            blik.plek(persoon, p.begindatum),
            p.begindatum,
            ding=p.referentie,
            kenmerken=kenmerken(persoon, p, blik),
        )
        for persoon in blik.personen()
        for p in in_periode(blik, persoon)
    ]


def beslissende(blik: Blik, persoon: Persoon) -> Plaatsing | None:
    """The plaatsing that decides everything about somebody who was placed in the period."""
    geplaatst = in_periode(blik, persoon)
    return beste(persoon, geplaatst, blik.peildatum) if geplaatst else None


def geplaatsten(blik: Blik) -> list[Rij]:
    """C2: who was placed, once, by the deciding plaatsing."""
    rijen = []
    for persoon in blik.personen():
        p = beslissende(blik, persoon)
        if p is not None:
            plek = blik.plek(persoon, p.begindatum)
            eigen = kenmerken(persoon, p, blik)
            rijen.append(Rij(persoon, plek, p.begindatum, kenmerken=eigen))
    return rijen


def naar_betaald_werk(blik: Blik) -> list[Rij]:
    """C3: of C2, whose uitkomst is paid work."""
    return [r for r in geplaatsten(blik) if r.kenmerken["uitkomst"] in UITKOMST_IS_BETAALD]


def uitstroom(oordeel):
    """C4, C5 and C4.nog_niet_vast_te_stellen: of C3, whose deciding plaatsing is so judged.

    Every kind of paid work is judged, so also ondernemerschap and bbl.
    """

    def rijen(blik: Blik) -> list[Rij]:
        return [
            rij
            for rij in naar_betaald_werk(blik)
            if oordeel(rij.persoon, beslissende(blik, rij.persoon), blik.peildatum)
        ]

    return rijen


def op_eigen_niveau(blik: Blik) -> list[Rij]:
    """C9: of the adults of C3 with both levels known, whose job is at least at their level."""
    rijen = []
    for rij in naar_betaald_werk(blik):
        werk = rij.kenmerken["functieniveau"]
        opleiding = waarde_op(rij.persoon, "opleidingsniveau", rij.dag)
        if blik.is_volwassen(rij.persoon) and "onbekend" not in (werk, opleiding):
            hoog_genoeg = NIVEAU.index(werk) >= NIVEAU.index(opleiding)
            rijen.append(Rij(rij.persoon, rij.plek, rij.dag, telt=hoog_genoeg))
    return rijen


WERK = (
    Figuur(
        code="C1",
        eenheid="plaatsingen",
        rijen=plaatsingen,
        ook_per=("plaatsingsoort", *PER_ACTIELIJN),
    ),
    Figuur(code="C2", eenheid="personen", rijen=geplaatsten, ook_per=("uitkomst", *PER_ACTIELIJN)),
    Figuur(code="C3", eenheid="personen", rijen=naar_betaald_werk, ook_per=PER_ACTIELIJN),
    Figuur(
        code="C4",
        eenheid="personen",
        rijen=uitstroom(is_volledige_uitstroom),
        ook_per=PER_ACTIELIJN,
    ),
    Figuur(
        code="C4.nog_niet_vast_te_stellen",
        eenheid="personen",
        rijen=uitstroom(is_nog_niet_vast_te_stellen),
        ook_per=PER_ACTIELIJN,
    ),
    Figuur(
        code="C5",
        eenheid="personen",
        rijen=uitstroom(is_gedeeltelijke_uitstroom),
        ook_per=PER_ACTIELIJN,
    ),
    Figuur(
        code="C8",
        eenheid="personen",
        rijen=naar_betaald_werk,
        alleen_per=("contractvorm", "urenklasse"),
    ),
    Figuur(code="C9", eenheid="procent", soort=PERCENTAGE, rijen=op_eigen_niveau),
)
