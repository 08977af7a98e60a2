"""Write down who did or saw what. In the transaction of the act itself: no log, no act."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from regio.models import Gebruiker, Handeling, Logregel


@dataclass(frozen=True)
class Door:
    """Who acts, and from where. Every service takes one as `door=`."""

    wie: str
    gebruiker_id: int | None = None
    herkomst: str = ""
    verzoek: uuid.UUID | None = None

    @classmethod
    def van(cls, gebruiker: Gebruiker, *, herkomst: str = "", verzoek=None) -> "Door":
        """A logged-in user."""
        return cls(gebruiker.naam, gebruiker.pk, herkomst, verzoek)

    @classmethod
    def systeem(cls, naam: str) -> "Door":
        """A command or a planned task, by its name."""
        return cls(naam, herkomst="systeem")


def noteer(
    door: Door,
    handeling: Handeling,
    *objecten,
    gelukt: bool = True,
    soort: str = "",
    regio_id: int | None = None,
    gemeente_id: int | None = None,
    **gegevens,
) -> None:
    """Add one row per object, or one row when the act concerns no single object.

    `gegevens` must not hold names, notes or references of persons.
    """
    op = timezone.now()
    Logregel.objects.bulk_create(
        Logregel(
            op=op,
            wie=door.wie,
            gebruiker_id=door.gebruiker_id,
            handeling=handeling,
            gelukt=gelukt,
            soort=soort or (object_._meta.model_name if object_ is not None else ""),
            object_id=object_.pk if object_ is not None else None,
            regio_id=regio_id or getattr(object_, "dossierregio_id", None),
            gemeente_id=gemeente_id or getattr(object_, "dossiergemeente_id", None),
            herkomst=door.herkomst,
            verzoek=door.verzoek,
            gegevens=gegevens,
        )
        for object_ in (objecten or (None,))
    )


def noteer_in_regios(
    door: Door, handeling: Handeling, *objecten, regios: Iterable[int], **gegevens
) -> None:
    """One row for each region, whose privacy officer has to see it; else one without a region."""
    waar: list[int | None] = [*sorted(regios)] or [None]
    for regio_id in waar:
        noteer(door, handeling, *objecten, regio_id=regio_id, **gegevens)


def noteer_lijst(door: Door, personen: Iterable, **gegevens) -> None:
    """Somebody saw a list: one row per person in it (Logboek Dataverwerkingen)."""
    personen = list(personen)
    if personen:
        noteer(door, Handeling.LIJST_GEOPEND, *personen, aantal=len(personen), **gegevens)
