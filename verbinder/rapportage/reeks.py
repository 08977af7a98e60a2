"""One figure over the half-years, as each was adopted: stored published cells and nothing else.

What is secret stays secret. Where the meaning of the figure, the gemeenten of the region or the
rule changed between two reports, the series says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar
from regio.toegang import Bereik
from verbinder.grafieken import VOL, Grafiek, lijnen
from verbinder.grafieken import Reeks as Lijn
from verbinder.indicatoren import Eenheid, Maat
from verbinder.indicatoren.uitsplitsingen import TOTAAL
from verbinder.onthulling.cellen import Status
from verbinder.rapportage.boek import ALLE
from verbinder.rapportage.getallen import STREEP, geschreven
from verbinder.rapportage.models import Cijfer, Momentopname, Versie
from verbinder.rapportage.opslag import definities_van
from verbinder.rapportage.rapport import Definitie, opsomming
from verbinder.rapportage.tabellen import GEHEIM, waarde

GEEN_RAPPORT = "geen vastgesteld rapport"


def vastgesteld(bereik: Bereik, regio: Arbeidsmarktregio) -> list[Versie]:
    """Every adopted version of a region that may be read, newest first."""
    return list(
        Versie.objects.zichtbaar_voor(bereik)
        .filter(rapportage__regio=regio, vaststelling__isnull=False)
        .select_related("openbaarmaking")
        .order_by("-rapportage__halfjaar", "-nummer")
    )


@dataclass(frozen=True)
class Moment:
    """A half-year in a series. Without `opname` nothing was adopted about it."""

    halfjaar: Halfjaar
    versie: Versie | None = None
    opname: Momentopname | None = None
    cel: Cijfer | None = None

    @property
    def weergave(self) -> str:
        if self.opname is None:
            return GEEN_RAPPORT
        return geschreven(self.cel) if self.cel else STREEP

    @property
    def deel(self) -> str:
        """`45 van 70`, of a percentage."""
        if self.cel is None or self.cel.teller is None or self.cel.noemer is None:
            return ""
        return f"{self.cel.teller} van {self.cel.noemer}"

    @property
    def definities(self) -> dict[str, Definitie]:
        return definities_van(self.opname) if self.opname else {}

    @property
    def leden(self) -> dict[str, str]:
        """Code -> name of the gemeenten of the region on the peildatum."""
        return dict(self.opname.indeling.get("peildatum", ())) if self.opname else {}

    @property
    def zonder_levering(self) -> list[str]:
        return [a["naam"] for a in self.opname.levering if not a["op"]] if self.opname else []


@dataclass(frozen=True)
class Reeks:
    """A figure and its moments, oldest first."""

    definitie: Definitie
    momenten: tuple[Moment, ...]

    @cached_property
    def met_cel(self) -> list[Moment]:
        return [moment for moment in self.momenten if moment.cel]

    @cached_property
    def noten(self) -> list[str]:
        return [*self._breuken(), *self._exclusief(), *self._geheim()]

    def _breuken(self) -> Iterator[str]:
        """Between which reports the numbers cannot simply be laid beside each other."""
        code = self.definitie.code
        for eerder, later in pairwise(self.met_cel):
            vanaf = f"Vanaf {later.halfjaar.naam}"
            oud, nieuw = eerder.definities.get(code), later.definities.get(code)
            if oud and nieuw and oud.definitie != nieuw.definitie:
                yield f"{vanaf} betekent dit cijfer iets anders. Eerst: {oud.definitie}"
            erbij = [naam for g, naam in later.leden.items() if g not in eerder.leden]
            eraf = [naam for g, naam in eerder.leden.items() if g not in later.leden]
            if erbij:
                yield f"{vanaf} met {opsomming(erbij)}."
            if eraf:
                yield f"{vanaf} zonder {opsomming(eraf)}."
            if eerder.opname and later.opname and eerder.opname.regel != later.opname.regel:
                regels = f"'{later.opname.regel}' in plaats van '{eerder.opname.regel}'"
                yield f"{vanaf} geldt voor kleine aantallen de regel {regels}."

    def _exclusief(self) -> Iterator[str]:
        for moment in self.met_cel:
            if moment.zonder_levering:
                yield f"{moment.halfjaar.naam}: exclusief {opsomming(moment.zonder_levering)}."

    def _geheim(self) -> Iterator[str]:
        if any(moment.cel and moment.cel.status == Status.GEHEIM for moment in self.met_cel):
            yield GEHEIM

    @property
    def grafiek(self) -> Grafiek | None:
        """The line; None where there is no number to draw, or one below zero."""
        waarden = [waarde(moment.cel) for moment in self.momenten]
        getallen = [w for w in waarden if w is not None and not isinstance(w, str)]
        if not getallen or min(getallen) < 0:
            return None
        naam = f"{self.definitie.titel}, zoals vastgesteld"
        return lijnen(
            "reeks",
            [moment.halfjaar.code for moment in self.momenten],
            [Lijn(_kort(self.definitie.titel), waarden)],
            titel=naam,
            naam=naam,
            kop="Cijfer",
            eenheid=_achter(self.met_cel[0].cel),
            breed=VOL,
        )


def _kort(titel: str) -> str:
    return titel if len(titel) <= 40 else f"{titel[:39]}…"


def _achter(cel: Cijfer | None) -> str:
    if cel is None:
        return ""
    if cel.maat == Maat.PERCENTAGE:
        return " %"
    return " euro" if cel.eenheid == Eenheid.EURO else ""


def laatste_per_halfjaar(versies: Iterable[Versie]) -> dict[Halfjaar, Versie]:
    """Of each half-year the version that was adopted last."""
    gekozen: dict[Halfjaar, Versie] = {}
    for versie in sorted(versies, key=lambda v: v.nummer):
        gekozen[versie.rapportage.periode] = versie
    return gekozen


class Reeksen:
    """The series of a region: which figures there are, and each of them. Three queries."""

    def __init__(self, versies: Sequence[Versie]):
        self.versies = laatste_per_halfjaar(versies)
        self.opnamen = {
            opname.versie_id: opname
            for opname in Momentopname.objects.filter(
                versie__in=self.versies.values(), van__isnull=False, openbaar=False
            )
            .order_by("versie_id", "-volgnummer")
            .distinct("versie_id")
        }

    @cached_property
    def titels(self) -> dict[str, str]:
        """Code -> title of the figures that have a total in some report, as last defined."""
        koppen = set(
            Cijfer.objects.filter(
                momentopname__in=self.opnamen.values(), uitsplitsing=TOTAAL
            ).values_list("indicator", flat=True)
        )
        definities = [
            rij
            for halfjaar in sorted(self.versies)
            if (opname := self._opname(halfjaar))
            for rij in opname.definities
        ]
        return {code: titel for code, titel, *_ in definities if code in koppen}

    def van(self, code: str) -> Reeks:
        """The series of one figure; every half-year between the first and the last is in it."""
        cellen = {
            cel.momentopname_id: cel
            for cel in Cijfer.objects.filter(
                momentopname__in=self.opnamen.values(),
                indicator=code,
                uitsplitsing=TOTAAL,
                categorie=ALLE,
            )
        }
        momenten = tuple(self._moment(halfjaar, cellen) for halfjaar in _tussen(self.versies))
        laatste = [m.definities[code] for m in momenten if code in m.definities][-1]
        return Reeks(laatste, momenten)

    def _moment(self, halfjaar: Halfjaar, cellen: dict[int, Cijfer]) -> Moment:
        opname = self._opname(halfjaar)
        cel = cellen.get(opname.pk) if opname else None
        return Moment(halfjaar, self.versies.get(halfjaar), opname, cel)

    def _opname(self, halfjaar: Halfjaar) -> Momentopname | None:
        versie = self.versies.get(halfjaar)
        return self.opnamen.get(versie.pk) if versie else None


def _tussen(halfjaren: Iterable[Halfjaar]) -> Iterator[Halfjaar]:
    op_volgorde = sorted(halfjaren)
    halfjaar, laatste = op_volgorde[0], op_volgorde[-1]
    while halfjaar <= laatste:
        yield halfjaar
        halfjaar = halfjaar.volgende
