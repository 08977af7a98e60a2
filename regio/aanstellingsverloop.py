"""What happened to the aanstellingen of a region: begun, changed, taken away; by whom and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from regio.geschiedenis import door_wie, gebeurtenissen_van, wijzigingen
from regio.models import Aanstelling, Arbeidsmarktregio, Gebruiker

NIET_TONEN = ("id", "regio", "recht")
WEG = "delete"


@dataclass(frozen=True)
class Gebeurtenis:
    """One line: who did what to the aanstelling of whom. Younger lines have a higher number."""

    volgnummer: int
    op: datetime
    door: str
    van_wie: str
    wat: str


def verloop_van_aanstellingen(regio: Arbeidsmarktregio) -> list[Gebeurtenis]:
    """Everything that happened to the aanstellingen of this region, newest first."""
    rijen = list(gebeurtenissen_van(Aanstelling).filter(regio=regio.pk))
    namen = dict(
        Gebruiker.objects.filter(pk__in={rij.gebruiker_id for rij in rijen}).values_list(
            "pk", "naam"
        )
    )
    van_wie = {rij.pgh_obj_id: namen.get(rij.gebruiker_id, "Vacature") for rij in rijen}
    eerste: dict[int, Any] = {}
    for rij in rijen:
        eerste.setdefault(rij.pgh_obj_id, rij)
    gebeurd = [_gebeurtenis(rij, van_wie[rij.pgh_obj_id], _begin(rij)) for rij in eerste.values()]
    gebeurd += [
        Gebeurtenis(
            w.volgnummer, w.op, w.wie, van_wie[w.nummer], f"{w.veld}: was {w.oud}, werd {w.nieuw}"
        )
        for w in wijzigingen(Aanstelling, list(van_wie), zonder=NIET_TONEN)
    ]
    gebeurd += [
        _gebeurtenis(rij, van_wie[rij.pgh_obj_id], "weggehaald")
        for rij in rijen
        if rij.pgh_label == WEG
    ]
    return sorted(gebeurd, key=lambda gebeurtenis: gebeurtenis.volgnummer, reverse=True)


def _gebeurtenis(rij, van_wie: str, wat: str) -> Gebeurtenis:
    return Gebeurtenis(rij.pgh_id, rij.pgh_created_at, door_wie(rij), van_wie, wat)


def _begin(rij) -> str:
    einde = f" tot en met {rij.tot_en_met:%d-%m-%Y}" if rij.tot_en_met else ""
    uren = f"{rij.uren_per_week.normalize():f}".replace(".", ",")
    return f"vastgelegd: {uren} uur per week vanaf {rij.van:%d-%m-%Y}{einde}"
