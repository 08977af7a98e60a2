"""How many hours the verbinders of a region were meant to work and did, in a period."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum

from regio.models import Aanstelling, Arbeidsmarktregio, Ureninzet
from regio.models.aanstelling import maandag
from regio.perioden import Periode, halfjaar_van

NUL = Decimal(0)
PER_WEEK = 7


@dataclass(frozen=True)
class Urenstand:
    """Hours meant and hours booked. `per_actielijn`: the same by number of the actielijn; None is
    the work as a whole. `vacature` are the hours meant for which there is nobody."""

    gepland: Decimal = NUL
    ingezet: Decimal = NUL
    vacature: Decimal = NUL
    per_actielijn: dict[int | None, tuple[Decimal, Decimal]] = field(default_factory=dict)
    aanstellingen: tuple[Aanstelling, ...] = ()

    def per_week(self, dag: date) -> Decimal:
        """The hours a week of everybody who is verbinder on a day of the period."""
        lopend = (a for a in self.aanstellingen if not a.is_vacature and a.loopt_op(dag))
        return sum((a.uren_per_week for a in lopend), NUL)


def aanstellingen_in(regio: Arbeidsmarktregio, periode: Periode) -> QuerySet[Aanstelling]:
    """The aanstellingen of a region that share a day with a period, vacancies too."""
    return (
        Aanstelling.objects.filter(
            Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=periode.van),
            regio=regio,
            van__lt=periode.tot,
        )
        .select_related("gebruiker", "regio", "recht")
        .prefetch_related("verdeling__actielijn")
        .order_by("van", "pk")
    )


def urenstand(regio: Arbeidsmarktregio, periode: Periode) -> Urenstand:
    """Hours meant (days / 7 × hours a week, to the day) and hours booked in a period."""
    alle = list(aanstellingen_in(regio, periode))
    gepland = _gepland([a for a in alle if not a.is_vacature], periode)
    ingezet = _ingezet(regio, periode)
    lijnen = sorted(gepland.keys() | ingezet.keys(), key=lambda lijn: (lijn is None, lijn or 0))
    return Urenstand(
        gepland=sum(gepland.values(), NUL),
        ingezet=sum(ingezet.values(), NUL),
        vacature=sum((geplande_uren(a, periode) for a in alle if a.is_vacature), NUL),
        per_actielijn={n: (gepland.get(n, NUL), ingezet.get(n, NUL)) for n in lijnen},
        aanstellingen=tuple(alle),
    )


def geplande_uren(aanstelling: Aanstelling, periode: Periode) -> Decimal:
    """32 hours a week from 1 March to 1 September 2024 is 184 days: 841 hours."""
    return aanstelling.uren_per_week * _dagen(aanstelling, periode) / PER_WEEK


def eerste_dag(dag: date) -> date:
    """The first day of the line on which the hours of `dag` are booked: of its week, or of the
    half-year that begins in that week."""
    return max(maandag(dag), halfjaar_van(dag).van)


def laatste_dag(dag: date) -> date:
    """The last day of that line."""
    return min(maandag(dag) + timedelta(days=6), halfjaar_van(dag).tot_en_met)


def _dagen(aanstelling: Aanstelling, periode: Periode) -> int:
    van = max(aanstelling.van, periode.van)
    tot_en_met = min(aanstelling.tot_en_met or periode.tot_en_met, periode.tot_en_met)
    return max((tot_en_met - van).days + 1, 0)


def _gepland(aanstellingen: Iterable[Aanstelling], periode: Periode) -> dict[int | None, Decimal]:
    uren: dict[int | None, Decimal] = {}
    for aanstelling in aanstellingen:
        dagen, rest = _dagen(aanstelling, periode), aanstelling.uren_per_week
        for deel in aanstelling.verdeling.all():
            rest -= deel.uren_per_week
            lijn = deel.actielijn_id
            uren[lijn] = uren.get(lijn, NUL) + deel.uren_per_week * dagen / PER_WEEK
        if rest:
            uren[None] = uren.get(None, NUL) + rest * dagen / PER_WEEK
    return uren


def _ingezet(regio: Arbeidsmarktregio, periode: Periode) -> dict[int | None, Decimal]:
    """A storno has the day of what it takes back, so that the sum is what stands."""
    rijen = (
        Ureninzet.objects.filter(
            aanstelling__regio=regio, dag__gte=periode.van, dag__lt=periode.tot
        )
        .order_by()
        .values("actielijn")
        .annotate(som=Sum(F("uren")))
    )
    return {rij["actielijn"]: rij["som"] for rij in rijen if rij["som"]}
