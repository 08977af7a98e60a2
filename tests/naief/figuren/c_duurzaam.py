"""C6 and C7: still at work after 26 weeks, and back in the bijstand within a year."""

from datetime import date

from tests.naief.blik import Blik, Rij, na
from tests.naief.cellen import PERCENTAGE, Figuur
from tests.naief.codes import BIJSTAND
from tests.naief.feiten import (
    EEN_DAG,
    aan_het_werk_op,
    betaalde_plaatsingen,
    dagen,
    heeft_bijstand_op,
    maanden_later,
)
from tests.naief.uitkomst import controledag, is_volledige_uitstroom
from tests.naief.wereld import Persoon

RIJP = 182
HOOGSTENS_ZONDER_WERK = 30


def duurzaam(blik: Blik) -> list[Rij]:
    """C6: adults whose paid plaatsing reached its 26 weeks in the period, once each."""
    rijen = []
    for persoon in blik.personen():
        begonnen = [
            p.begindatum
            for p in betaalde_plaatsingen(persoon)
            if blik.in_periode(na(p.begindatum, RIJP)) and blik.plek(persoon, p.begindatum)
        ]
        if begonnen and blik.is_volwassen(persoon):
            dag = min(begonnen)
            plek = blik.plek(persoon, dag)
            rijen.append(Rij(persoon, plek, dag, telt=_bleef_aan_het_werk(persoon, dag)))
    return rijen


def _bleef_aan_het_werk(persoon: Persoon, begin: date) -> bool:
    """At work on the ripe day, and never more than 30 days on end without work before it."""
    rijpe_dag = na(begin, RIJP)
    zonder_werk = 0
    for dag in dagen(begin, rijpe_dag):
        zonder_werk = 0 if aan_het_werk_op(persoon, dag) else zonder_werk + 1
        if zonder_werk > HOOGSTENS_ZONDER_WERK:
            return False
    return aan_het_werk_op(persoon, rijpe_dag)


def terugval(blik: Blik) -> list[Rij]:
    """C7: a new bijstand began in the period, soon after a full uitstroom; the first such day."""
    rijen = []
    for persoon in blik.personen():
        nieuwe = sorted(
            u.van
            for u in persoon.uitkeringen
            if u.soort in BIJSTAND
            and blik.in_periode(u.van)
            and not heeft_bijstand_op(persoon, u.van - EEN_DAG)
        )
        for dag in nieuwe:
            plek = blik.plek(persoon, dag)
            if plek and _kort_na_volledige_uitstroom(persoon, dag):
                rijen.append(Rij(persoon, plek, dag))
                break
    return rijen


def _kort_na_volledige_uitstroom(persoon: Persoon, dag: date) -> bool:
    for plaatsing in betaalde_plaatsingen(persoon):
        gezien_op = controledag(plaatsing)
        if gezien_op < dag and is_volledige_uitstroom(persoon, plaatsing, peildatum=dag):
            laatste = gezien_op
            while not heeft_bijstand_op(persoon, laatste):
                laatste -= EEN_DAG
            if dag <= maanden_later(laatste, 12):
                return True
    return False


DUURZAAM = (
    Figuur(code="C6", eenheid="procent", soort=PERCENTAGE, rijen=duurzaam),
    Figuur(code="C7", eenheid="personen", rijen=terugval),
)
