"""The log for the privacy officer: who did or saw what. Objects by number, never by name."""

import uuid
from datetime import datetime, time, timedelta

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from regio.models import Handeling, Logregel
from regio.web.bevestigen import alleen
from regio.web.formulieren import toon
from regio.web.velden import Dag

PER_BLADZIJDE = 50


class LogFilter(forms.Form):
    """Which rows of the log to show."""

    van = Dag(label="Vanaf", required=False)
    tot_en_met = Dag(label="Tot en met", required=False)
    handeling = forms.ChoiceField(
        label="Handeling", required=False, choices=[("", "Alle handelingen"), *Handeling.choices]
    )
    wie = forms.CharField(label="Gebruiker", required=False, max_length=100)
    object = forms.IntegerField(
        label="Nummer van het object",
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        error_messages={"invalid": "Vul een nummer in, zonder letters of punten."},
    )


@alleen(
    lambda bereik: bool(bereik.logregios),
    "Alleen de privacy officer van een regio leest het logboek.",
)
@require_safe
def logboek(request: HttpRequest) -> HttpResponse:
    """The newest rows first, by filter; the next page begins after the last row shown."""
    filter_ = LogFilter(request.GET)
    regels = Logregel.objects.filter(regio_id__in=request.bereik.logregios)
    regels = _gefilterd(regels, filter_.cleaned_data) if filter_.is_valid() else regels.none()
    regels = _vanaf(regels, request.GET.get("na", "")).order_by("-op", "-id")
    regels = list(regels[: PER_BLADZIJDE + 1])
    verder = len(regels) > PER_BLADZIJDE
    zoekvraag = request.GET.copy()
    zoekvraag.pop("na", None)
    begin = zoekvraag.urlencode()
    if verder:
        regels.pop()
        zoekvraag["na"] = f"{regels[-1].op.isoformat()}_{regels[-1].pk}"
    context = {
        "form": filter_,
        "regels": regels,
        "verder": zoekvraag.urlencode() if verder else "",
        "niet_het_begin": "na" in request.GET,
        "begin": begin,
        "gefilterd": any(request.GET.get(naam) for naam in filter_.fields),
    }
    return toon(request, "regio/logboek.html", context)


def _gefilterd(regels: QuerySet[Logregel], keuze: dict) -> QuerySet[Logregel]:
    if keuze["van"]:
        regels = regels.filter(op__gte=_begin(keuze["van"]))
    if keuze["tot_en_met"]:
        regels = regels.filter(op__lt=_begin(keuze["tot_en_met"] + timedelta(days=1)))
    if keuze["handeling"]:
        regels = regels.filter(handeling=keuze["handeling"])
    if keuze["wie"]:
        regels = regels.filter(wie__icontains=keuze["wie"])
    if keuze["object"]:
        regels = regels.filter(object_id=keuze["object"])
    return regels


def _begin(dag) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


def _vanaf(regels: QuerySet[Logregel], na: str) -> QuerySet[Logregel]:
    """The rows after the one that `na` names; an odd value shows the first page."""
    op, _, sleutel = na.partition("_")
    try:
        moment, pk = parse_datetime(op), uuid.UUID(sleutel)
    except ValueError:
        return regels
    if moment is None or timezone.is_naive(moment):
        return regels
    return regels.filter(Q(op__lt=moment) | Q(op=moment, pk__lt=pk))
