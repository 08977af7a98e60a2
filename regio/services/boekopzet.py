"""A booking before it is in the ledger. See docs/geld.md."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from regio.bedragen import verdeel
from regio.geldstand import einde_van
from regio.models import Besteding, Bijdrage, Doorschuiving, Gemeente, Verplichting
from regio.models.begroting import Boeking

NAAR_INWONERS, GELIJK = "inwoners", "gelijk"


@dataclass
class Opzet:
    """A booking that is not in the ledger yet, with the gemeenten that it is for."""

    boeking: Boeking
    gemeenten: Sequence[Gemeente] = field(default_factory=tuple)
    verdeling: str = GELIJK

    @property
    def delen(self) -> list[tuple[Gemeente, Decimal]]:
        """The share of each gemeente; together the whole amount."""
        if not self.gemeenten:
            return []
        naar_inwoners = self.verdeling == NAAR_INWONERS
        gewichten = [(g.inwoners or 0) if naar_inwoners else 1 for g in self.gemeenten]
        bedragen = verdeel(self.boeking.bedrag, gewichten)
        return [(g, b) for g, b in zip(self.gemeenten, bedragen, strict=True) if b]


def maak_bijdrage(**gegevens) -> Opzet:
    """Money that the region receives for `herkomstjaar`."""
    gegevens.setdefault("omschrijving", gegevens.get("circulaire", ""))
    return Opzet(Bijdrage(**gegevens))


def maak_doorschuiving(*, van_jaar: int, **gegevens) -> Opzet:
    """Money that moves from `van_jaar` to `naar_jaar` by a besluit."""
    omschrijving = f"Doorgeschoven van {van_jaar} naar {gegevens['naar_jaar']}"
    return Opzet(Doorschuiving(datum=einde_van(van_jaar), omschrijving=omschrijving, **gegevens))


def maak_verplichting(**gegevens) -> Opzet:
    """Money that is committed to somebody."""
    return Opzet(Verplichting(**gegevens))


def maak_besteding(
    *, gemeenten: Sequence[Gemeente] = (), verdeling: str = GELIJK, **gegevens
) -> Opzet:
    """Money that was spent. Without gemeenten it was for the region as a whole.

    On a verplichting it takes the pot of the verplichting, and what is not said otherwise.
    """
    verplichting = gegevens.get("verplichting")
    if verplichting is not None:
        gegevens |= {"soort": verplichting.soort, "herkomstjaar": verplichting.herkomstjaar}
        gegevens["actielijn"] = gegevens.get("actielijn") or verplichting.actielijn
    volgorde = sorted(gemeenten, key=lambda gemeente: gemeente.code)
    return Opzet(Besteding(**gegevens), volgorde, verdeling)
