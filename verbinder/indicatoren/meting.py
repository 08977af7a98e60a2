"""What to measure, and through whose eyes: those of now, or of a moment in the past."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from regio.perioden import Periode
from regio.toegang import Gebied


@dataclass(frozen=True)
class Meting:
    """What to measure: where, when, in which division, and as known when.

    `indeling_op`: a day whose division of the country is used for every row ("naar huidige
    indeling"); None uses the division of each row's own day ("zoals toen").
    `bekend_op`: only what was recorded at that moment; None is all that is known now.
    """

    gebied: Gebied
    periode: Periode
    indeling_op: date | None = None
    bekend_op: datetime | None = None

    @property
    def parameters(self) -> dict:
        return {
            "regio": self.gebied.regio_id,
            "van": self.periode.van,
            "peildatum": self.periode.peildatum,
            "jaarbegin": self.periode.peildatum.replace(month=1, day=1),
            "indeling_op": self.indeling_op,
            "bekend_op": self.bekend_op,
            "gemeenten": sorted(self.gebied.gemeenten or ()),
        }


@contextmanager
def door_de_ogen_van(meting: Meting) -> Iterator[None]:
    """Look at what was known at `bekend_op`: other views under the same table names.

    The planner cannot guess how many rows of the history held at a moment; it guesses one, and
    then a nested loop costs minutes.
    """
    if meting.bekend_op is None:
        yield
        return
    _kijk_door("bekend_op, public", meting.bekend_op.isoformat(), "off")
    yield
    _kijk_door("public", "", "on")


def _kijk_door(pad: str, moment: str, lussen: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('search_path', %s, true), set_config('verbinder.bekend_op', %s, "
            "true), set_config('enable_nestloop', %s, true)",
            [pad, moment, lussen],
        )
