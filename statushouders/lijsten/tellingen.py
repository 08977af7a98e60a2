"""The numbers around a list: how many, and who asks for attention. One query for all of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet, TextField, Value

from regio.models import Gebruiker
from regio.toegang import Bereik
from statushouders.lijsten.filters import (
    DAGEN_ZONDER_CONTACT,
    MIJN,
    Filter,
    personen_van,
    termijn_loopt_af,
    traject_voorbij,
)
from statushouders.models import Overdracht, Waarneming
from statushouders.querysets import StatushouderQuerySet


@dataclass(frozen=True)
class Tellingen:
    """Persons in the list, and in the user's whole caseload those who ask for attention."""

    in_lijst: int = 0
    stil_in_lijst: int = 0
    stil: int = 0
    termijn: int = 0
    voorbij: int = 0
    overdrachten: int = 0
    waarnemingen: int = 0

    @property
    def iets_te_melden(self) -> bool:
        signalen = (self.stil, self.termijn, self.voorbij, self.overdrachten, self.waarnemingen)
        return any(signalen)


def tel(lijst: StatushouderQuerySet, *, op: date) -> Tellingen:
    """Count the persons of `lijst`, and those without a recent contact."""
    return _in_een_vraag(_van_lijst(lijst, op))


def tel_met_signalen(
    lijst: StatushouderQuerySet, *, bereik: Bereik, gebruiker: Gebruiker, op: date
) -> Tellingen:
    """Likewise, and what stands out in the whole caseload of `gebruiker` on `op`."""
    mijn = personen_van(Filter(wie=MIJN), bereik=bereik, gebruiker=gebruiker, op=op)
    signalen: dict[str, QuerySet] = {
        "stil": mijn.zonder_contact_sinds(_grens(op)),
        "termijn": mijn.filter(termijn_loopt_af(op)),
        "voorbij": mijn.filter(traject_voorbij(op)),
        "overdrachten": Overdracht.objects.te_beantwoorden(bereik),
        "waarnemingen": Waarneming.objects.geldig_op(op).filter(door_wie=gebruiker),
    }
    return _in_een_vraag({**_van_lijst(lijst, op), **signalen})


def _van_lijst(lijst: StatushouderQuerySet, op: date) -> dict[str, StatushouderQuerySet]:
    return {"in_lijst": lijst, "stil_in_lijst": lijst.zonder_contact_sinds(_grens(op))}


def _grens(op: date) -> date:
    return op - timedelta(days=DAGEN_ZONDER_CONTACT)


def _in_een_vraag(vragen: dict[str, QuerySet]) -> Tellingen:
    rijen = [_aantal(naam, vraag) for naam, vraag in vragen.items()]
    return Tellingen(**dict(rijen[0].union(*rijen[1:], all=True)))


def _aantal(naam: str, personen: QuerySet):
    return (
        personen.order_by()
        .values(wat=Value(naam, output_field=TextField()))
        .annotate(aantal=Count("pk"))
        .values_list("wat", "aantal")
    )
