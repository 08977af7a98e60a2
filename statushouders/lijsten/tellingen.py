"""The numbers around a list: how many, and who asks for attention. One query for all of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, QuerySet, TextField, Value

from regio.models import Gebruiker
from regio.toegang import Bereik
from statushouders.lijsten.filters import (
    DAGEN_ZONDER_CONTACT,
    MIJN,
    Filter,
    personen_van,
    pip_zonder_werk,
    termijn_loopt_af,
    traject_voorbij,
)
from statushouders.models import Overdracht, Waarneming
from statushouders.querysets import StatushouderQuerySet

BEWAARD = "bewaard:"


@dataclass(frozen=True)
class Tellingen:
    """Persons in the list, and in the user's whole caseload those who ask for attention."""

    in_lijst: int = 0
    stil_in_lijst: int = 0
    stil: int = 0
    termijn: int = 0
    voorbij: int = 0
    pip: int = 0
    overdrachten: int = 0
    waarnemingen: int = 0
    bewaard: dict[str, int] = field(default_factory=dict)

    @property
    def iets_te_melden(self) -> bool:
        van_mij = (self.stil, self.termijn, self.voorbij, self.pip)
        return any((*van_mij, self.overdrachten, self.waarnemingen))


def tel(lijst: StatushouderQuerySet, *, op: date) -> Tellingen:
    """Count the persons of `lijst`, and those without a recent contact."""
    return _in_een_vraag(_van_lijst(lijst, op))


def tel_met_signalen(
    lijst: StatushouderQuerySet,
    *,
    bereik: Bereik,
    gebruiker: Gebruiker,
    op: date,
    bewaard: dict[str, StatushouderQuerySet],
) -> Tellingen:
    """Likewise, and what stands out in the whole caseload of `gebruiker` on `op`.

    Also the length of each of the lists in `bewaard`, by its key.
    """
    mijn = personen_van(Filter(wie=MIJN), bereik=bereik, gebruiker=gebruiker, op=op)
    signalen: dict[str, QuerySet] = {
        "stil": mijn.zonder_contact_sinds(_grens(op)),
        "termijn": mijn.filter(termijn_loopt_af(op)),
        "voorbij": mijn.filter(traject_voorbij(op)),
        "overdrachten": Overdracht.objects.te_beantwoorden(bereik),
        "waarnemingen": Waarneming.objects.geldig_op(op).filter(door_wie=gebruiker),
        "pip": mijn.filter(pip_zonder_werk(op)),
    }
    eigen = {f"{BEWAARD}{sleutel}": vraag for sleutel, vraag in bewaard.items()}
    return _in_een_vraag({**_van_lijst(lijst, op), **signalen, **eigen})


def _van_lijst(lijst: StatushouderQuerySet, op: date) -> dict[str, StatushouderQuerySet]:
    return {"in_lijst": lijst, "stil_in_lijst": lijst.zonder_contact_sinds(_grens(op))}


def _grens(op: date) -> date:
    return op - timedelta(days=DAGEN_ZONDER_CONTACT)


def _in_een_vraag(vragen: dict[str, QuerySet]) -> Tellingen:
    rijen = [_aantal(naam, vraag) for naam, vraag in vragen.items()]
    geteld = dict(rijen[0].union(*rijen[1:], all=True))
    eigen = {
        naam.removeprefix(BEWAARD): geteld.pop(naam) for naam in vragen if naam.startswith(BEWAARD)
    }
    return Tellingen(**geteld, bewaard=eigen)


def _aantal(naam: str, personen: QuerySet):
    return (
        personen.order_by()
        .values(wat=Value(naam, output_field=TextField()))
        .annotate(aantal=Count("pk"))
        .values_list("wat", "aantal")
    )
