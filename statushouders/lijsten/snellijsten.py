"""What the quick form lets one choose from: read in one query, and only when it is needed."""

from datetime import date
from functools import cached_property

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast, Concat

from regio.models import Organisatie, Organisatiesoort, Trajectsoort
from statushouders.models import Statushouder, Traject

MEESTE_NAMEN = 500
WERKGEVER, SOORT, LOPEND = "werkgever", "soort", "lopend"
GEVERS = (Organisatiesoort.WERKGEVER, Organisatiesoort.ONDERWIJS)


class Snellijsten:
    """Employers, kinds of traject and running trajecten, for one person on a day."""

    def __init__(self, persoon: Statushouder, *, op: date):
        self.persoon, self.op = persoon, op

    def werkgevers(self) -> list[str]:
        """Names of employers and schools that the region knows."""
        return [naam for _, naam in self._van(WERKGEVER)]

    def soorten(self) -> list[tuple[str, str]]:
        """The kinds of traject of the region."""
        return [("", "Kies…"), *self._van(SOORT)]

    def lopend(self) -> list[tuple[str, str]]:
        """The running trajecten of the person; with more than one, none is chosen beforehand."""
        lopend = self._van(LOPEND)
        return lopend if len(lopend) == 1 else [("", "Kies…"), *lopend]

    def _van(self, wat: str) -> list[tuple[str, str]]:
        return [(waarde, naam) for soort, waarde, naam in self._rijen if soort == wat]

    @cached_property
    def _rijen(self) -> list[tuple[str, str, str]]:
        regio = self.persoon.dossierregio_id
        werkgevers = Organisatie.objects.filter(regio=regio, soort__in=GEVERS).geldig_op(self.op)
        lopend = Traject.objects.filter(
            statushouder=self.persoon, einddatum__isnull=True, begindatum__lte=self.op
        )
        dag = Func(
            F("begindatum"), Value("DD-MM-YYYY"), function="to_char", output_field=TextField()
        )
        vanaf = Concat("soort__naam", Value(", vanaf "), dag, output_field=TextField())
        delen = (
            _deel(werkgevers.order_by("naam")[:MEESTE_NAMEN], WERKGEVER, "naam", "naam"),
            _deel(Trajectsoort.objects.te_kiezen(regio, op=self.op), SOORT, "pk", "naam"),
            _deel(lopend, LOPEND, "sleutel", vanaf),
        )
        return list(delen[0].union(*delen[1:], all=True).order_by("wat_", "naam_"))


def _deel(rijen, wat: str, waarde: str, naam):
    return rijen.annotate(
        wat_=Value(wat, output_field=TextField()),
        waarde_=Cast(waarde, TextField()),
        naam_=Cast(naam, TextField()),
    ).values_list("wat_", "waarde_", "naam_")
