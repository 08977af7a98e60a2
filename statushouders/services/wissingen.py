"""What stays of a person who is erased: that there was one less in the half-years of a region."""

from datetime import date, datetime

from django.db.models import Max, Min
from django.utils import timezone

from regio.perioden import halfjaar_van
from statushouders.models import EerdereAanmelding, Ligging, Statushouder, Wissing

# There are no reports of before.
NIET_EERDER = date(2000, 1, 1)


def tel_wissing(*, persoon: Statushouder, nu: datetime) -> list[Wissing]:
    """Keep in which half-years this person counted, and where. Part of erasing them: runs in that
    transaction, while the person is still there, and the service that erases writes the log."""
    waar = (
        Ligging.objects.filter(statushouder=persoon)
        .values_list("regio")
        .annotate(van=Min("van"), tot_en_met=Max("tot_en_met"))
    )
    dag, begin = timezone.localdate(nu), _eerste_aanmelding(persoon)
    return Wissing.objects.bulk_create(
        Wissing(regio_id=regio_id, halfjaar=code, op=nu)
        for regio_id, van, tot_en_met in waar
        for code in _halfjaren(max(van, begin), min(tot_en_met, dag))
    )


def _eerste_aanmelding(persoon: Statushouder) -> date:
    eerder = EerdereAanmelding.objects.filter(statushouder=persoon).aggregate(
        van=Min("aangemeld_op")
    )
    return max(min(persoon.aangemeld_op, eerder["van"] or persoon.aangemeld_op), NIET_EERDER)


def _halfjaren(van: date, tot_en_met: date) -> list[str]:
    codes, halfjaar = [], halfjaar_van(van)
    while halfjaar.van <= tot_en_met:
        codes.append(halfjaar.code)
        halfjaar = halfjaar.volgende
    return codes
