"""E. Goals: how much of what the plan promised was realised, counted by the figure it names.

A goal has no way of counting of its own: `meet_doelen` asks the figure itself, from the first day
of the goal, in its territory. So a goal can never be compared with something else than what the
dashboard shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from regio.models import Doel
from regio.perioden import Periode, halfjaar_van
from regio.toegang import Gebied
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.begrippen import (
    Cijfer,
    Datumbasis,
    Eenheid,
    Indicator,
    Maat,
    Plaats,
    Telling,
    procent,
)
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.onthouden import meet_of_onthoud
from verbinder.indicatoren.samen import Antwoorden, Vraag

E1 = Indicator(
    code="E1",
    titel="Realisatie van een doel",
    definitie=(
        "Wat er van een doel uit het plan van aanpak is bereikt: het cijfer dat het doel noemt, "
        "geteld vanaf de eerste dag van het doel tot en met de peildatum (niet na de laatste dag "
        "van het doel), in de gemeenten en de actielijn van het doel, als deel van het aantal van "
        "het doel. Een stand telt op de peildatum zelf. Een half procent telt naar boven; 0 % en "
        "100 % staan er alleen als het precies zo is. Bij een doel met 'hoogstens' staat het "
        "aantal naast het doel, zonder deling. Een percentage wordt gelezen over het halfjaar van "
        "de peildatum, voor zover het doel dan loopt, en staat naast het percentage van het doel: "
        "62 % van 70 %. Doelen in verschillende eenheden worden nooit opgeteld."
    ),
    eenheid=Eenheid.PROCENT,
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.CUMULATIEF,
    teller_heet="bereikt",
    noemer_heet="het aantal van het doel",
    # The rows are those of the figure that the goal names.
    telling=Telling(rijen=""),
    meer_is_beter=True,
)
DOELCIJFERS = (E1,)

# The same persons as C3, and what is not known yet.
GEEN_DOEL = ("C8", "C4.nog_niet_vast_te_stellen")
# What a goal may be about: what is counted, and a share with one number for everybody. A median
# says nothing of how many, and G1 speaks of one fact at a time.
VOOR_DOELEN: dict[str, Indicator] = {
    code: indicator
    for code, indicator in INDICATOREN.items()
    if indicator.maat in (Maat.AANTAL, Maat.PERCENTAGE) and code not in (*GEEN_DOEL, G1.code)
}


@dataclass(frozen=True)
class Realisatie:
    """How far a goal is. `aantal` is None where it did not begin, or cannot be counted here.

    Of a share `aantal` is the numerator and `geheel` the denominator. `zonder` names gemeenten of
    the goal that are not counted here, because they do not take part.
    """

    doel: Doel
    tot_en_met: date | None = None
    aantal: int | None = None
    geheel: int | None = None
    zonder: tuple[str, ...] = ()

    @property
    def procent(self) -> int | None:
        """The share itself, or the part of the number that the goal names; None for nothing."""
        if self.aantal is None:
            return None
        if self.doel.is_percentage:
            return procent(self.aantal, self.geheel or 0)
        return doelprocent(self.aantal, self.doel.aantal)


def doelprocent(n: int, doel: int) -> int:
    """Whole percent, half up (89,5 -> 90); 0 only when n = 0, 100 only when n is the goal."""
    afgerond = int((Decimal(100 * n) / doel).quantize(Decimal(1), ROUND_HALF_UP))
    if afgerond == 0 and n > 0:
        return 1
    if afgerond == 100 and n != doel:
        return 99 if n < doel else 101
    return afgerond


def meet_doelen(
    doelen: Iterable[Doel],
    gebied: Gebied,
    *,
    peildatum: date,
    nu: str,
    indeling_op: date | None = None,
) -> dict[int, Realisatie]:
    """The realisation of each goal by its primary key, within what `gebied` may count.

    One statement, whatever the number of goals and territories. `nu`: the state of the region
    (`verbinder.indicatoren.onthouden`). `indeling_op`: see `verbinder.indicatoren.meten`.
    """
    per_gebied: dict[Gebied, list[tuple[Doel, Vraag]]] = {}
    gemeten: dict[int, Realisatie] = {}
    for doel in doelen:
        vraag = _vraag(doel, peildatum)
        waar = _gebied(doel, gebied)
        if vraag is None or waar is None:
            gemeten[doel.pk] = Realisatie(doel, None if doel.begindatum > peildatum else peildatum)
        else:
            per_gebied.setdefault(waar, []).append((doel, vraag))
    gevraagd = {waar: [vraag for _, vraag in paren] for waar, paren in per_gebied.items()}
    antwoorden = meet_of_onthoud(gevraagd, nu, indeling_op)
    for waar, paren in per_gebied.items():
        for doel, vraag in paren:
            gemeten[doel.pk] = _realisatie(doel, vraag, waar, antwoorden[waar])
    return gemeten


def meet_doel(doel: Doel, meting: Meting) -> Realisatie:
    """The realisation of one goal on the peildatum of a report, as known when the report asks."""
    vraag = _vraag(doel, meting.periode.peildatum)
    waar = _gebied(doel, meting.gebied)
    if vraag is None or waar is None:
        return Realisatie(doel)
    plaats = Plaats(vraag.indicator.code, *_plaats(doel))
    cijfers = meet(
        replace(meting, gebied=waar, periode=vraag.periode), [vraag.indicator], vraag.tabellen
    )
    cijfer = next((c for c in cijfers if c.plaats == plaats), None)
    return _bereikt(doel, vraag, cijfer)


def _plaats(doel: Doel) -> Sequence[str]:
    """The cell of its figure that a goal is about, within its territory."""
    return () if doel.actielijn_id is None else ("actielijn", str(doel.actielijn_id))


def _vraag(doel: Doel, peildatum: date) -> Vraag | None:
    """What to count for the goal; None before it begins, or for a figure that is no more."""
    indicator = VOOR_DOELEN.get(doel.indicator)
    tot_en_met = min(peildatum, doel.einddatum)
    if indicator is None or tot_en_met < doel.begindatum:
        return None
    tabellen = ("actielijn",) if doel.actielijn_id is not None else ()
    if tabellen and "actielijn" not in indicator.uitsplitsingen:
        return None
    vanaf = doel.begindatum
    if indicator.maat == Maat.PERCENTAGE:
        vanaf = max(vanaf, halfjaar_van(tot_en_met).van)
    return Vraag(indicator, Periode(vanaf, tot_en_met + timedelta(days=1)), tabellen)


def _gebied(doel: Doel, gebied: Gebied) -> Gebied | None:
    """Where to count: the gemeenten of the goal as far as they may be counted here."""
    eigen = frozenset(gemeente.pk for gemeente in doel.gemeenten.all())
    if not eigen:
        return gebied
    if gebied.gemeenten is not None:
        eigen &= gebied.gemeenten
    return replace(gebied, gemeenten=eigen, met_ongekoppeld=False) if eigen else None


def _realisatie(doel: Doel, vraag: Vraag, waar: Gebied, antwoorden: Antwoorden) -> Realisatie:
    geteld = waar.gemeenten
    zonder = tuple(
        gemeente.naam
        for gemeente in doel.gemeenten.all()
        if geteld is not None and gemeente.pk not in geteld
    )
    cijfer = antwoorden.cijfer(vraag.indicator, vraag.periode, *_plaats(doel))
    return replace(_bereikt(doel, vraag, cijfer), zonder=zonder)


def _bereikt(doel: Doel, vraag: Vraag, cijfer: Cijfer | None) -> Realisatie:
    """What was counted; no cell means that there was nothing to count."""
    teller, noemer = (cijfer.teller, cijfer.noemer) if cijfer else (0, 0)
    return Realisatie(
        doel,
        vraag.periode.tot_en_met,
        aantal=int(teller or 0),
        geheel=int(noemer or 0) if doel.is_percentage else None,
    )
