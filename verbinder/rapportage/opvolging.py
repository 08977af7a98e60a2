"""The division of the country since a half-year: gemeenten that went on in another, or left."""

from collections.abc import Iterator
from datetime import date

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import Halfjaar
from verbinder.rapportage.rapport import Opvolging


def opvolgingen(regio: Arbeidsmarktregio, halfjaar: Halfjaar, *, op: date) -> Iterator[Opvolging]:
    """Of each member of the half-year that is no member under its own name on `op`: what it is."""
    leden = Gemeente.objects.in_regio_tijdens(regio, halfjaar).select_related("opvolger")
    nu_lid = set(Gemeente.objects.in_regio(regio, op=op).values_list("code", flat=True))
    for gemeente in leden.order_by("naam"):
        nu = gemeente
        while nu.tot_en_met is not None and nu.tot_en_met < op and nu.opvolger is not None:
            nu = nu.opvolger
        if nu.code != gemeente.code or nu.code not in nu_lid:
            yield Opvolging(gemeente.code, gemeente.naam, nu.code, nu.naam, nu.code in nu_lid)
