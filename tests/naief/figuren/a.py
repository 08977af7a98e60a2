"""A: the caseload. Who is in beeld, who has a traject, who waits."""

from dataclasses import replace

from tests.naief.blik import Blik, Rij, een_traject, van_traject
from tests.naief.cellen import MEDIAAN, PERCENTAGE, Figuur
from tests.naief.feiten import (
    geldige_trajecten,
    in_beeld_op,
    loopt_op,
    lopende_trajecten,
    maanden_later,
)
from tests.naief.wereld import Persoon

PER_TRAJECT = ("actielijn", "trajectsoort")


def deelnemers_in_beeld(blik: Blik) -> list[Rij]:
    """A1: in beeld and in the region on the peildatum."""
    rijen = []
    for persoon in blik.personen():
        plek = blik.plek(persoon, blik.peildatum)
        if plek and in_beeld_op(persoon, blik.peildatum):
            rijen.append(Rij(persoon, plek, blik.peildatum))
    return rijen


def nieuw_aangemeld(blik: Blik) -> list[Rij]:
    """A2: the first aanmelding ever, or one more than 12 months after the last closing."""
    rijen = []
    for persoon in blik.personen():
        vorige = None
        for aanmelding in persoon.aanmeldingen:
            dag = aanmelding.aangemeld_op
            telt_als_nieuw = vorige is None or dag > maanden_later(vorige.afgesloten_op, 12)
            plek = blik.plek(persoon, dag)
            if blik.in_periode(dag) and telt_als_nieuw and plek:
                rijen.append(Rij(persoon, plek, dag))
                break
            vorige = aanmelding
    return rijen


def lopende(blik: Blik) -> list[Rij]:
    """A4: the trajecten that run on the peildatum, of who is in the region then."""
    rijen = []
    for persoon in blik.personen():
        plek = blik.plek(persoon, blik.peildatum)
        for traject in lopende_trajecten(persoon, blik.peildatum):
            if plek:
                rijen.append(een_traject(persoon, plek, blik.peildatum, traject))
    return rijen


def met_lopend_traject(blik: Blik) -> list[Rij]:
    """A3: the persons behind A4."""
    return [replace(rij, ding=None) for rij in lopende(blik)]


def gestarte(blik: Blik) -> list[Rij]:
    """A5: trajecten that began in the period, where the person was on that day."""
    rijen = []
    for persoon in blik.personen():
        for traject in geldige_trajecten(persoon):
            dag = traject.begindatum
            plek = blik.plek(persoon, dag)
            if blik.in_periode(dag) and plek:
                rijen.append(een_traject(persoon, plek, dag, traject))
    return rijen


def bereikte(blik: Blik) -> list[Rij]:
    """A6: at least one day of a traject in the period while of the region; where the last was."""
    rijen = []
    for persoon in blik.personen():
        laatste_dag, gezien = None, []
        for dag in blik.dagen:
            lopend = lopende_trajecten(persoon, dag)
            if lopend and blik.plek(persoon, dag):
                laatste_dag = dag
                gezien += [traject for traject in lopend if traject not in gezien]
        for traject in gezien:
            plek = blik.plek(persoon, laatste_dag)
            rijen.append(Rij(persoon, plek, laatste_dag, kenmerken=van_traject(traject)))
    return rijen


def dekkingsgraad(blik: Blik) -> list[Rij]:
    """A7: of the adults in beeld, who has a running traject."""
    return [
        Rij(
            rij.persoon,
            rij.plek,
            rij.dag,
            telt=bool(lopende_trajecten(rij.persoon, blik.peildatum)),
        )
        for rij in deelnemers_in_beeld(blik)
        if blik.is_volwassen(rij.persoon)
    ]


def zonder_lopend_traject(blik: Blik) -> list[Rij]:
    """A8: in beeld, no running traject, and none for more than 90 days."""
    rijen = []
    for rij in deelnemers_in_beeld(blik):
        if lopende_trajecten(rij.persoon, blik.peildatum):
            continue
        begonnen = [t for t in geldige_trajecten(rij.persoon) if t.begindatum <= blik.peildatum]
        sinds = max(
            [_aangemeld_op(rij.persoon, blik), *(t.einddatum for t in begonnen)],
        )
        if (blik.peildatum - sinds).days > 90:
            rijen.append(rij)
    return rijen


def _aangemeld_op(persoon: Persoon, blik: Blik):
    """The day of the aanmelding that holds on the peildatum."""
    for aanmelding in persoon.aanmeldingen:
        if loopt_op(aanmelding.aangemeld_op, aanmelding.afgesloten_op, blik.peildatum):
            return aanmelding.aangemeld_op
    raise AssertionError("niet in beeld")


def wachttijd(blik: Blik) -> list[Rij]:
    """A9: days from aanmelding to the first of all trajecten, if that began in the period."""
    rijen = []
    for persoon in blik.personen():
        trajecten = geldige_trajecten(persoon)
        if not trajecten:
            continue
        eerste = min(trajecten, key=lambda t: (t.begindatum, t.referentie))
        dag = eerste.begindatum
        plek = blik.plek(persoon, dag)
        if blik.in_periode(dag) and plek:
            rijen.append(
                Rij(
                    persoon,
                    plek,
                    dag,
                    kenmerken=van_traject(eerste),
                    getal=_gewacht(persoon, dag),
                )
            )
    return rijen


def _gewacht(persoon: Persoon, dag) -> int:
    """Since the latest aanmelding that came before; a traject before every aanmelding waits 0."""
    eerdere = [a.aangemeld_op for a in persoon.aanmeldingen if a.aangemeld_op <= dag]
    return (dag - max(eerdere)).days if eerdere else 0


CASELOAD = (
    Figuur(code="A1", eenheid="personen", rijen=deelnemers_in_beeld, op_peildatum=True),
    Figuur(code="A2", eenheid="personen", rijen=nieuw_aangemeld),
    Figuur(
        code="A3",
        eenheid="personen",
        rijen=met_lopend_traject,
        op_peildatum=True,
        ook_per=PER_TRAJECT,
    ),
    Figuur(code="A4", eenheid="trajecten", rijen=lopende, op_peildatum=True, ook_per=PER_TRAJECT),
    Figuur(code="A5", eenheid="trajecten", rijen=gestarte, ook_per=PER_TRAJECT),
    Figuur(code="A6", eenheid="personen", rijen=bereikte, ook_per=PER_TRAJECT),
    Figuur(
        code="A7",
        eenheid="procent",
        soort=PERCENTAGE,
        rijen=dekkingsgraad,
        op_peildatum=True,
    ),
    Figuur(code="A8", eenheid="personen", rijen=zonder_lopend_traject, op_peildatum=True),
    Figuur(code="A9", eenheid="dagen", soort=MEDIAAN, rijen=wachttijd, ook_per=PER_TRAJECT),
)
