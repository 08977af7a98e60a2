"""What was spent for a gemeente, for who sees its figures; and the money pages of a beheerder."""

from collections import defaultdict
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regio.geldstand import NUL
from regio.models import Arbeidsmarktregio, Bestedingsdeel, Circulairelading, Gemeente
from regio.services.bestedingsplan import afspraken_van
from regio.web.bevestigen import alleen

HOOGSTENS = 300


@require_safe
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    """The shares of one gemeente in the spending of its region, newest first."""
    eigen = Gemeente.objects.filter(pk__in=request.bereik.cijfergemeenten)
    gevonden = get_object_or_404(eigen, code=code)
    delen = list(
        Bestedingsdeel.objects.filter(gemeente=gevonden)
        .select_related("besteding__actielijn", "besteding__regio")
        .order_by("-besteding__datum", "-pk")[:HOOGSTENS]
    )
    per_jaar: dict[int, Decimal] = defaultdict(lambda: NUL)
    for deel in delen:
        per_jaar[deel.besteding.datum.year] += deel.bedrag
    context = {
        "gemeente": gevonden,
        "delen": delen,
        "hoogstens": HOOGSTENS,
        "per_jaar": sorted(per_jaar.items(), reverse=True),
    }
    return render(request, "regio/geld/gemeente.html", context)


beheerders = alleen(
    lambda bereik: bool(bereik.beheerregios),
    "Dit stelt de functioneel beheerder van een regio in.",
)


@beheerders
@require_safe
def beheer(request: HttpRequest) -> HttpResponse:
    """Per region that one manages what was agreed, and what was loaded from circulaires."""
    regios = Arbeidsmarktregio.objects.filter(pk__in=request.bereik.beheerregios)
    context = {
        "regios": [(regio, afspraken_van(regio)) for regio in regios],
        "ladingen": Circulairelading.objects.all()[:20],
    }
    return render(request, "regio/geld/beheer.html", context)
