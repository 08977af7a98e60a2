"""Lists of the whole region: what was asked of other organisations, and whom to ask about work.

Each row carries its `persoon`, with a name or else a kenmerk, and nobody out of sight.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from regio.toegang import Bereik
from statushouders.lijsten.nazorg import open_vragen
from statushouders.lijsten.taken import DAGEN_VOORUIT
from statushouders.models import Plaatsing, Statushouder, Verwijzing
from statushouders.models.verwijzing import Verwijsstand

LOPEND = "lopend"
# Which verwijzingen a list shows, by the word in its address.
STANDEN = {LOPEND: "Lopend", "alle": "Alle", **dict(Verwijsstand.choices)}
NOG_BEZIG = (Verwijsstand.GEVRAAGD, Verwijsstand.AANVAARD)


def verwijzingen(
    bereik: Bereik, *, stand: str = LOPEND, hoogstens: int | None = None
) -> list[Verwijzing]:
    """The verwijzingen in this stand, or the first of them: the oldest question first."""
    rijen = Verwijzing.objects.zichtbaar_voor(bereik).filter(
        statushouder__ingetrokken_op__isnull=True
    )
    if stand == LOPEND:
        rijen = rijen.filter(stand__in=NOG_BEZIG)
    elif stand in Verwijsstand:
        rijen = rijen.filter(stand=stand)
    rijen = rijen.select_related("naar").order_by("gevraagd_op", "pk")
    return _met_persoon(rijen[:hoogstens], bereik)


def nazorgvragen(bereik: Bereik, *, op: date, hoogstens: int | None = None) -> list[Plaatsing]:
    """Whom to ask whether they are still at work, up to a week ahead, or the first of them; with
    `dag`, and `na`: so many months after the begin."""
    vragen = (
        open_vragen(op=op, tot_en_met=op + timedelta(days=DAGEN_VOORUIT))
        .zichtbaar_voor(bereik)
        .filter(statushouder__ingetrokken_op__isnull=True)
        .select_related("werkgever")
        .order_by("dag", "pk")
    )
    return _met_persoon(vragen[:hoogstens], bereik)


def _met_persoon(rijen: Iterable, bereik: Bereik) -> list:
    rijen = list(rijen)
    personen = (
        Statushouder.objects.zichtbaar_voor(bereik)
        .met_kenmerk()
        .select_related("naam", "dossiergemeente", "contactpersoon")
        .in_bulk({rij.statushouder_id for rij in rijen})
    )
    # Who was handed over since the first question is not there any more.
    rijen = [rij for rij in rijen if rij.statushouder_id in personen]
    for rij in rijen:
        rij.persoon = personen[rij.statushouder_id]
    return rijen
