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
from regio.perioden import Periode
from regio.toegang import Gebied
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
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
        "100 % staan er alleen als het precies zo is. Doelen in verschillende eenheden worden "
        "nooit opgeteld."
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
# What a goal may be about: something that is counted and of which more is better or as good.
VOOR_DOELEN: dict[str, Indicator] = {
    code: indicator
    for code, indicator in INDICATOREN.items()
    if indicator.maat == Maat.AANTAL
    and indicator.meer_is_beter is not False
    and code not in GEEN_DOEL
}


@dataclass(frozen=True)
class Realisatie:
    """How far a goal is. `aantal` is None where it did not begin, or cannot be counted here.

    `zonder` names gemeenten of the goal that are not counted here, because they do not take part.
    """

    doel: Doel
    tot_en_met: date | None = None
    aantal: int | None = None
    zonder: tuple[str, ...] = ()

    @property
    def procent(self) -> int | None:
        return None if self.aantal is None else doelprocent(self.aantal, self.doel.aantal)


def doelprocent(n: int, doel: int) -> int:
    """Whole percent, half up (89,5 -> 90); 0 only when n = 0, 100 only when n is the goal."""
    afgerond = int((Decimal(100 * n) / doel).quantize(Decimal(1), ROUND_HALF_UP))
    if afgerond == 0 and n > 0:
        return 1
    if afgerond == 100 and n != doel:
        return 99 if n < doel else 101
    return afgerond


def meet_doelen(
    doelen: Iterable[Doel], gebied: Gebied, *, peildatum: date, indeling_op: date | None = None
) -> dict[int, Realisatie]:
    """The realisation of each goal by its primary key, within what `gebied` may count.

    One statement for each territory, whatever the number of goals in it. `indeling_op`: see
    `verbinder.indicatoren.meten`.
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
    for waar, paren in per_gebied.items():
        antwoorden = meet_of_onthoud(waar, [vraag for _, vraag in paren], indeling_op)
        for doel, vraag in paren:
            gemeten[doel.pk] = _realisatie(doel, vraag, waar, antwoorden)
    return gemeten


def _vraag(doel: Doel, peildatum: date) -> Vraag | None:
    """What to count for the goal; None before it begins, or for a figure that is no more."""
    indicator = VOOR_DOELEN.get(doel.indicator)
    tot_en_met = min(peildatum, doel.einddatum)
    if indicator is None or tot_en_met < doel.begindatum:
        return None
    tabellen = ("actielijn",) if doel.actielijn_id is not None else ()
    if tabellen and "actielijn" not in indicator.uitsplitsingen:
        return None
    return Vraag(indicator, Periode(doel.begindatum, tot_en_met + timedelta(days=1)), tabellen)


def _gebied(doel: Doel, gebied: Gebied) -> Gebied | None:
    """Where to count: the gemeenten of the goal as far as they may be counted here."""
    eigen = frozenset(gemeente.pk for gemeente in doel.gemeenten.all())
    if not eigen:
        return gebied
    if gebied.gemeenten is not None:
        eigen &= gebied.gemeenten
    return replace(gebied, gemeenten=eigen, met_ongekoppeld=False) if eigen else None


def _realisatie(doel: Doel, vraag: Vraag, waar: Gebied, antwoorden: Antwoorden) -> Realisatie:
    plaats: Sequence[str] = ()
    if doel.actielijn_id is not None:
        plaats = ("actielijn", str(doel.actielijn_id))
    geteld = waar.gemeenten
    zonder = tuple(
        gemeente.naam
        for gemeente in doel.gemeenten.all()
        if geteld is not None and gemeente.pk not in geteld
    )
    aantal = antwoorden.aantal(vraag.indicator, vraag.periode, *plaats)
    return Realisatie(doel, vraag.periode.tot_en_met, aantal, zonder)
