"""From a figure of a report to its cases, as they were counted then.

The same code of the indicator, over the rows as they were known when the figures were measured.
What is found are keys of persons; who may open them is for the database and the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from regio.models import Gemeente
from regio.toegang import Bereik, Gebied
from verbinder.indicatoren import INDICATOREN, Plaats
from verbinder.indicatoren.meten import personen_achter
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL
from verbinder.rapportage.boek import ALLE
from verbinder.rapportage.levering import niet_geleverd
from verbinder.rapportage.models import Cijfer, Momentopname
from verbinder.rapportage.opslag import aanleveringen_van


@dataclass(frozen=True)
class Regel:
    """A cell of the report, for the list of what may be looked into."""

    plaats: Plaats
    titel: str
    label: str
    weergave: str


def gebied_van(opname: Momentopname, bereik: Bereik) -> Gebied | None:
    """Whose cases this user may look for behind these figures; None when nobody's.

    The verbinder: the gemeenten that take part; a klantmanager: the own gemeenten that were in the
    region. Without the gemeenten that were left out of the figures because they did not deliver.
    """
    rapportage = opname.versie.rapportage
    leden = Gemeente.objects.in_regio_tijdens(rapportage.regio, rapportage.periode)
    if rapportage.regio_id in bereik.regios:
        gebied = bereik.gebied(regio_id=rapportage.regio_id)
    else:
        eigen = leden.filter(pk__in=bereik.gemeenten & bereik.cijfergemeenten)
        pks = frozenset(eigen.values_list("pk", flat=True))
        if not pks:
            return None
        gebied = Gebied(rapportage.regio_id, pks, met_ongekoppeld=False)
    zonder = niet_geleverd(aanleveringen_van(opname))
    weg = frozenset(leden.filter(code__in=zonder).values_list("pk", flat=True))
    return replace(gebied, gemeenten=(gebied.gemeenten or frozenset()) - weg)


def cel_van(opname: Momentopname, plaats: Plaats) -> Cijfer | None:
    """The cell of the report at this place, when there can be persons behind it."""
    indicator = INDICATOREN.get(plaats.indicator)
    if indicator is None or indicator.van_geld:
        return None
    return opname.cijfers.filter(
        samengevoegd=False,
        indicator=plaats.indicator,
        uitsplitsing=plaats.uitsplitsing,
        categorie=plaats.categorie,
    ).first()


def geteld(opname: Momentopname, gebied: Gebied, cel: Cijfer) -> list[int]:
    """The keys of the persons that the cell counted then, of this area."""
    meting = Meting(gebied, opname.versie.rapportage.periode, bekend_op=opname.bekend_op)
    plaats = Plaats(cel.indicator, cel.uitsplitsing, cel.categorie)
    return personen_achter(meting, INDICATOREN[cel.indicator], plaats)


def koppen(opname: Momentopname) -> Iterator[Regel]:
    """The headlines that are about persons."""
    titels = {rij[0]: rij[1] for rij in opname.definities}
    cellen = opname.cijfers.filter(uitsplitsing=TOTAAL, categorie=ALLE).order_by("volgorde")
    for cel in cellen:
        indicator = INDICATOREN.get(cel.indicator)
        if indicator is not None and not indicator.van_geld:
            yield _regel(cel, titels.get(cel.indicator, indicator.titel))


def uitgesplitst(opname: Momentopname, indicator: str) -> dict[str, list[Regel]]:
    """Breakdown -> the cells of one indicator in it; no crossings."""
    per: dict[str, list[Regel]] = {}
    for cel in opname.cijfers.filter(indicator=indicator, samengevoegd=False).order_by("volgorde"):
        if cel.uitsplitsing != TOTAAL and KRUIS not in cel.uitsplitsing:
            per.setdefault(cel.uitsplitsing, []).append(_regel(cel, ""))
    return per


def _regel(cel: Cijfer, titel: str) -> Regel:
    plaats = Plaats(cel.indicator, cel.uitsplitsing, cel.categorie)
    return Regel(plaats, titel, cel.label, cel.weergave)
