"""What is allowed but seldom right: shown with the sentence that says what to do.

Forms show these before saving, the person page shows those that stand, and an import reports
them. What must never be stands as a constraint or in a service.
"""

from collections.abc import Collection, Iterable
from datetime import date

from regio.models import Gemeente
from statushouders.codes import Leerroute, Verblijfsoort, Wet
from statushouders.models import Statushouder, Traject, Verblijf
from statushouders.regels import bsn_in_kenmerk, wet_tegen_bekendmaking

Zinnen = list[str]


def bij_feiten(*, wet: str, datum_bekendmaking: date | None, kenmerk: str = "") -> Zinnen:
    """About the facts of a person as they are typed."""
    zinnen = [wet_tegen_bekendmaking(wet, datum_bekendmaking), bsn_in_kenmerk(kenmerk)]
    return [zin for zin in zinnen if zin]


def bij_dagen(*, op: date, **dagen: date | None) -> Zinnen:
    """About days after `op`; the key is what the day is of, as in `begin_van_het_traject`."""
    return [
        f"{naam.replace('_', ' ').capitalize()} ligt in de toekomst ({dag:%d-%m-%Y})."
        for naam, dag in dagen.items()
        if dag is not None and dag > op
    ]


def bij_gemeente(gemeente: Gemeente | None, *, van: date) -> Zinnen:
    """About a gemeente that did not exist on the day on which somebody comes there."""
    if gemeente is None or gemeente.bestaat_op(van):
        return []
    opvolger = ""
    if gemeente.opvolger is not None and gemeente.tot_en_met < van:
        opvolger = f" De opvolger is {gemeente.opvolger}."
    return [f"{gemeente} bestond niet op {van:%d-%m-%Y}.{opvolger}"]


def bij_verhuizing(
    gemeente: Gemeente | None, *, soort: str, leesbaar: Collection[int], regio_id: int, van: date
) -> Zinnen:
    """About what a move does to the dossier: out of the region, or out of the user's sight."""
    if gemeente is None or soort == Verblijfsoort.AZC:
        return []
    lid = gemeente.lidmaatschappen.geldig_op(van).first()
    if lid is None or lid.regio_id != regio_id:
        return [
            f"{gemeente} ligt buiten de regio. Het dossier gaat niet mee: de nieuwe gemeente "
            "begint opnieuw. Bel met een collega daar voor een warme overdracht."
        ]
    if gemeente.pk not in leesbaar:
        return [
            f"Het dossier gaat over naar {gemeente}. Daarna kunt u het niet meer openen. "
            "Geef door wie daar contact opneemt."
        ]
    return []


def bij_traject(
    persoon: Statushouder, *, soort_id: int, begindatum: date, lopend: Iterable[Traject], op: date
) -> Zinnen:
    """About a new traject: planned, outside the aanmelding, or the same soort at the same time."""
    zinnen = bij_dagen(op=op, begin_van_het_traject=begindatum)
    if begindatum < persoon.aangemeld_op:
        zinnen.append(
            f"Het traject begint voor de aanmelding ({persoon.aangemeld_op:%d-%m-%Y}). "
            "Controleer beide dagen."
        )
    if persoon.afgesloten_op is not None and begindatum > persoon.afgesloten_op:
        zinnen.append(
            f"Het dossier is afgesloten op {persoon.afgesloten_op:%d-%m-%Y}. "
            "Meld de persoon opnieuw aan als die terug is."
        )
    if any(traject.soort_id == soort_id and traject.loopt_op(begindatum) for traject in lopend):
        zinnen.append("Er loopt dan al een traject van deze soort.")
    return zinnen


def van_dossier(persoon: Statushouder, verblijven: Iterable[Verblijf], *, op: date) -> Zinnen:
    """What stands in a dossier and is worth mending."""
    zinnen = bij_feiten(wet=persoon.wet, datum_bekendmaking=persoon.datum_bekendmaking)
    nu = {rij.soort for rij in verblijven if _geldt(rij, op)}
    if {Verblijfsoort.KOPPELING, Verblijfsoort.VESTIGING} <= nu:
        zinnen.append("De koppeling staat nog open naast de vestiging. Geef haar een laatste dag.")
    if not nu:
        zinnen.append("Er is geen verblijf voor vandaag: deze persoon telt nu in geen regio.")
    if persoon.wet == Wet.ONBEKEND:
        zinnen.append("De wet is nog onbekend.")
    if persoon.wet == Wet.WI2021 and persoon.leerroute == Leerroute.ONBEKEND and persoon.datum_pip:
        zinnen.append("Er is een PIP, maar de leerroute is nog onbekend.")
    return zinnen


def _geldt(rij: Verblijf, op: date) -> bool:
    return rij.van <= op and (rij.tot_en_met is None or op <= rij.tot_en_met)
