"""What a plaatsing meant for the bijstand, judged one calendar month after it began."""

from datetime import date
from decimal import Decimal

from tests.naief.codes import UITKOMST
from tests.naief.feiten import (
    EEN_DAG,
    aan_het_werk_op,
    heeft_bijstand_op,
    maanden_later,
    uitkering_op,
)
from tests.naief.wereld import Persoon, Plaatsing


def controledag(plaatsing: Plaatsing) -> date:
    return maanden_later(plaatsing.begindatum, 1)


def had_bijstand(persoon: Persoon, plaatsing: Plaatsing) -> bool:
    """Bijstand of either kind on the day before the begindatum."""
    return heeft_bijstand_op(persoon, plaatsing.begindatum - EEN_DAG)


def is_volledige_uitstroom(persoon: Persoon, plaatsing: Plaatsing, peildatum: date) -> bool:
    """C4: bijstand before; on the check day at work and without bijstand."""
    dag = controledag(plaatsing)
    return (
        dag <= peildatum
        and had_bijstand(persoon, plaatsing)
        and aan_het_werk_op(persoon, dag)
        and not heeft_bijstand_op(persoon, dag)
    )


def is_gedeeltelijke_uitstroom(persoon: Persoon, plaatsing: Plaatsing, peildatum: date) -> bool:
    """C5: bijstand beside income on the check day, at work, and not C4."""
    dag = controledag(plaatsing)
    return (
        dag <= peildatum
        and uitkering_op(persoon, dag) == "bijstand_aanvullend"
        and aan_het_werk_op(persoon, dag)
        and not is_volledige_uitstroom(persoon, plaatsing, peildatum)
    )


def is_nog_niet_vast_te_stellen(persoon: Persoon, plaatsing: Plaatsing, peildatum: date) -> bool:
    """Bijstand before, and a check day that has not come yet."""
    return controledag(plaatsing) > peildatum and had_bijstand(persoon, plaatsing)


def uitkomst_van(persoon: Persoon, plaatsing: Plaatsing, peildatum: date) -> str:
    """One of the thirteen uitkomsten."""
    if plaatsing.soort != "betaald_werk":
        return plaatsing.soort
    if is_volledige_uitstroom(persoon, plaatsing, peildatum):
        return "betaald_werk_volledige_uitstroom"
    if is_gedeeltelijke_uitstroom(persoon, plaatsing, peildatum):
        return "betaald_werk_gedeeltelijke_uitstroom"
    if is_nog_niet_vast_te_stellen(persoon, plaatsing, peildatum):
        return "betaald_werk_nog_niet_vast_te_stellen"
    ervoor = uitkering_op(persoon, plaatsing.begindatum - EEN_DAG)
    if ervoor == "geen":
        return "betaald_werk_zonder_bijstand"
    if ervoor == "onbekend":
        return "betaald_werk_uitkering_onbekend"
    return "betaald_werk_geen_uitstroom"


def beste(persoon: Persoon, plaatsingen: list[Plaatsing], peildatum: date) -> Plaatsing:
    """The highest uitkomst, then the earliest begindatum, then the smallest reference."""
    return min(
        plaatsingen,
        key=lambda p: (
            UITKOMST.index(uitkomst_van(persoon, p, peildatum)),
            p.begindatum,
            p.referentie,
        ),
    )


def urenklasse(uren: Decimal | None) -> str:
    if uren is None:
        return "onbekend"
    if uren < 12:
        return "<12"
    if uren < 20:
        return "12-19"
    return "20-31" if uren < 32 else ">=32"
