"""One published figure of every region, in order of size.

Only publications are read: of each region the version that was adopted last, else the concept that
was sent last. So a region never shows more here than in its own report.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from regio.toegang import Bereik
from verbinder.indicatoren import INDICATOREN, Indicator
from verbinder.indicatoren.tellen import ALLES
from verbinder.rapportage.models import Cijfer, Momentopname, Versie


@dataclass(frozen=True)
class Regel:
    """One region: its version, its figure when it has one, and how many gemeenten delivered."""

    versie: Versie
    cijfer: Cijfer | None
    aangeleverd: int
    gemeenten: int

    @property
    def naam(self) -> str:
        return self.versie.rapportage.regio.naam

    @property
    def weergave(self) -> str:
        """What the report of the region says; "geen cijfer" where it does not hold the figure."""
        return self.cijfer.weergave if self.cijfer else "geen cijfer"

    @property
    def deel(self) -> str:
        """The published parts of a percentage, such as "45 van 120"."""
        if self.cijfer is None or self.cijfer.teller is None or self.cijfer.noemer is None:
            return ""
        return f"{self.cijfer.teller} van {self.cijfer.noemer}"

    @property
    def volgorde(self) -> tuple:
        """The largest number first; what is a word or absent comes last, by name."""
        getal = self.cijfer.getal if self.cijfer else None
        return (getal is None, -(getal or 0), self.naam)


def gepubliceerd(bereik: Bereik) -> list[Versie]:
    """Of each region and half-year the version that counts as published, newest half-year first."""
    versies = (
        Versie.objects.gepubliceerd_voor(bereik)
        .filter(intrekking=None)
        .order_by("-rapportage__halfjaar", "rapportage__regio__naam", "nummer")
    )
    gekozen: dict[int, Versie] = {}
    for versie in versies:
        vorige = gekozen.get(versie.rapportage_id)
        if vorige is None or _vastgesteld(versie) or not _vastgesteld(vorige):
            gekozen[versie.rapportage_id] = versie
    return list(gekozen.values())


def naast_elkaar(versies: Iterable[Versie], indicator: Indicator) -> list[Regel]:
    """A line for each version, the largest figure first. Three queries, however many regions."""
    opnamen = {
        opname.versie_id: opname
        for opname in Momentopname.objects.filter(
            versie__in=versies, van__isnull=False, openbaar=False
        )
        .order_by("versie_id", "-volgnummer")
        .distinct("versie_id")
    }
    uitsplitsing, categorie = ALLES
    cijfers = {
        cijfer.momentopname_id: cijfer
        for cijfer in Cijfer.objects.filter(
            momentopname__in=opnamen.values(),
            indicator=indicator.code,
            uitsplitsing=uitsplitsing,
            categorie=categorie,
        )
    }
    # A version whose figures were never audited shows none.
    regels = [_regel(v, opnamen[v.pk], cijfers) for v in versies if v.pk in opnamen]
    return sorted(regels, key=lambda regel: regel.volgorde)


def te_vergelijken() -> dict[str, Indicator]:
    """The indicators that have one figure for a whole region."""
    return {code: i for code, i in INDICATOREN.items() if i.groep != "G"}


def _regel(versie: Versie, opname: Momentopname, cijfers: dict[int, Cijfer]) -> Regel:
    geleverd = [aanlevering for aanlevering in opname.levering if aanlevering["op"]]
    return Regel(versie, cijfers.get(opname.pk), len(geleverd), len(opname.levering))


def _vastgesteld(versie: Versie) -> bool:
    return getattr(versie, "vaststelling", None) is not None
