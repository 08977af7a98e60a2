"""Which reports should be there by now: one per half-year that ended, for every region in use."""

from collections.abc import Iterator
from datetime import date

from regio.models import Arbeidsmarktregio, Recht, Rol
from regio.perioden import Halfjaar, halfjaar_van
from statushouders.models import Levering
from verbinder.rapportage.models import Versie


def ontbrekende_rapporten(op: date) -> Iterator[tuple[Arbeidsmarktregio, Halfjaar]]:
    """The half-years that ended before `op` and have no report yet.

    A region is in use from its own first day; then every half-year since counts, however long the
    machine was off. A region without such a day is in use when it has a verbinder or a delivery;
    then only the half-year that just ended counts.
    """
    laatste = halfjaar_van(op).vorige
    gemaakt = set(
        Versie.objects.values_list("rapportage__regio", "rapportage__halfjaar").distinct()
    )
    met_verbinder = set(
        Recht.objects.geldig_op(op).filter(rol=Rol.VERBINDER).values_list("regio", flat=True)
    )
    met_levering = set(Levering.objects.values_list("regio", flat=True))
    for regio in Arbeidsmarktregio.objects.order_by("code"):
        if regio.in_gebruik_sinds:
            halfjaren = _sinds(regio.in_gebruik_sinds, laatste)
        elif regio.pk in met_verbinder | met_levering:
            halfjaren = [laatste]
        else:
            continue
        for halfjaar in halfjaren:
            if (regio.pk, halfjaar.code) not in gemaakt:
                yield regio, halfjaar


def _sinds(begin: date, laatste: Halfjaar) -> list[Halfjaar]:
    """Every half-year from the one in which `begin` lies up to `laatste`, oldest first."""
    halfjaren = []
    halfjaar = halfjaar_van(begin)
    while halfjaar <= laatste:
        halfjaren.append(halfjaar)
        halfjaar = halfjaar.volgende
    return halfjaren
