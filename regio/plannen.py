"""Which version of a plan holds, and which goals with it: what figures are compared with."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from regio.models import Arbeidsmarktregio, Doel, Planvaststelling, Planversie
from regio.perioden import Periode


def geldende_versies(regio: Arbeidsmarktregio, *, op: date) -> QuerySet[Planversie]:
    """Of each plan of the region the last version that was adopted on or before `op`."""
    vastgesteld = Planversie.objects.filter(vaststelling__datum__lte=op)
    later = vastgesteld.filter(plan=OuterRef("plan"), nummer__gt=OuterRef("nummer"))
    return vastgesteld.filter(~Exists(later), plan__regio=regio)


def doelen_in(regio: Arbeidsmarktregio, periode: Periode, *, op: date) -> QuerySet[Doel]:
    """The goals of the adopted plans that run on a day of `periode`, as known on `op`."""
    return (
        Doel.objects.filter(
            versie__in=geldende_versies(regio, op=op),
            begindatum__lt=periode.tot,
            einddatum__gte=periode.van,
        )
        .select_related("actielijn", "versie__plan")
        .prefetch_related("gemeenten")
        .order_by("versie", "pk")
    )


def is_vastgesteld(versie: Planversie) -> bool:
    """Whether an overleg adopted the version, so that it never changes."""
    return Planvaststelling.objects.filter(versie=versie).exists()
