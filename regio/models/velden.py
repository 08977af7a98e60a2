"""What every dated table shares: two inclusive dates that may be open, and no overlap."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class DagenBereik(Func):
    """`daterange(van, tot_en_met, '[]')`: both ends count, an empty end is open."""

    function = "daterange"
    output_field = DateRangeField()


def dagen(van: str = "van", tot_en_met: str = "tot_en_met") -> DagenBereik:
    """The days from one field to another, both inclusive."""
    return DagenBereik(F(van), F(tot_en_met), Value("[]"))


def einde_na_begin(
    naam: str, van: str = "van", tot_en_met: str = "tot_en_met", zin: str = ""
) -> models.CheckConstraint:
    """A period ends on or after its first day."""
    return models.CheckConstraint(
        name=naam,
        condition=Q(**{f"{van}__isnull": True})
        | Q(**{f"{tot_en_met}__isnull": True})
        | Q(**{f"{tot_en_met}__gte": F(van)}),
        violation_error_message=zin or "De laatste dag ligt voor de eerste dag.",
    )


def geen_overlap(
    naam: str, *gelijk: str, zin: str, van: str = "van", tot_en_met: str = "tot_en_met"
) -> ExclusionConstraint:
    """Rows that agree on `gelijk` never share a day."""
    return ExclusionConstraint(
        name=naam,
        expressions=[
            *((veld, RangeOperators.EQUAL) for veld in gelijk),
            (dagen(van, tot_en_met), RangeOperators.OVERLAPS),
        ],
        violation_error_message=zin,
    )


class GeldigQuerySet(models.QuerySet):
    """Rows that hold from `van` to `tot_en_met`."""

    def geldig_op(self, dag):
        """The rows that hold on `dag`; an open end holds for ever."""
        return self.filter(
            Q(van__isnull=True) | Q(van__lte=dag),
            Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=dag),
        )
