"""The money of a region on one page: pots, what is left, the plan, and what is asked."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from regio.geldstand import NIETS, NUL, einde_van, standen, totaal
from regio.geldverloop import Verloop, gepland_tussen, verloop
from regio.geldwaarschuwing import waarschuwing, waarschuwingen
from regio.models import (
    Arbeidsmarktregio,
    Besteding,
    Bijdrage,
    Boekingsoort,
    Boekvoorstel,
    Gemeente,
    Jaarafsluiting,
    Kostensoort,
    Planregel,
)
from regio.models.geldjaar import LOPEND
from regio.perioden import vandaag
from regio.services.bestedingsplan import afspraken_van
from regio.services.jaarafsluiting import te_sluiten
from regio.web.geld.vinden import lees_regio, mag_boeken
from verbinder.geld.boekingen import boekingen_van
from verbinder.geld.verloopgrafiek import verloopgrafiek

LAATSTE_BOEKINGEN = 12


@require_safe
def geld(request: HttpRequest) -> HttpResponse:
    """Where somebody's money is: straight there when that is one place, else a choice."""
    bereik = request.bereik
    regios = list(Arbeidsmarktregio.objects.filter(pk__in=bereik.geld_te_lezen).order_by("naam"))
    gemeenten = list(Gemeente.objects.filter(pk__in=bereik.cijfergemeenten).order_by("naam"))
    gelezen = Arbeidsmarktregio.objects.exclude(pk__in=bereik.geld_te_lezen)
    if not bereik.alle_publicaties:
        gelezen = gelezen.filter(pk__in=bereik.publicaties)
    plekken = [(r.naam, reverse("geld_regio", args=[r.code])) for r in regios]
    if not regios:
        plekken += [(g.naam, reverse("geld_gemeente", args=[g.code])) for g in gemeenten]
    plekken += [
        (f"{r.naam}, uit de rapporten", reverse("geld_gepubliceerd", args=[r.code]))
        for r in gelezen.order_by("naam")
    ]
    if not plekken:
        raise PermissionDenied("Het geld ziet wie bij een regio hoort.")
    if len(plekken) == 1 or (len(regios) == 1 and not gemeenten):
        return redirect(plekken[0][1])
    context = {
        "plekken": plekken,
        "waarschuwingen": waarschuwingen(bereik.geld_te_lezen, op=vandaag()),
    }
    return render(request, "verbinder/geld/kiezen.html", context)


@require_safe
def regio(request: HttpRequest, code: str, jaar: int | None = None) -> HttpResponse:
    """One year of the ledger of a region."""
    regio_ = lees_regio(request, code)
    vandaag_ = vandaag()
    jaar = jaar or vandaag_.year
    if not 2015 <= jaar <= vandaag_.year + 1:
        raise Http404
    op = min(vandaag_, einde_van(jaar)) if jaar <= vandaag_.year else einde_van(jaar)
    potten = [pot for pot in standen(regio_.pk, op=op) if pot.bedragen != NIETS]
    samen = totaal(potten)
    loop = verloop(regio_.pk, jaar, op=min(op, vandaag_))
    eigen = mag_boeken(request, regio_)
    context = {
        "regio": regio_,
        "jaar": jaar,
        "op": op,
        "jaren": _jaren(regio_, jaar, vandaag_),
        "potten": potten,
        "samen": samen,
        "tekort": samen.vrij < 0,
        "jaar_begonnen": jaar <= vandaag_.year,
        "verloop": loop,
        "grafiek": verloopgrafiek(loop, jaar, loopt=jaar == vandaag_.year),
        "loopt": jaar == vandaag_.year,
        "waarschuwing": _waarschuwing(loop, regio_, vandaag_) if jaar == vandaag_.year else "",
        "plan": _plan_tegen_realisatie(regio_, jaar, op),
        "voorstellen": _voorstellen(request, regio_),
        "bijdragen": Bijdrage.objects.filter(regio=regio_, herkomstjaar__lte=jaar).netto()[:20],
        "boekingen": boekingen_van(regio_, jaar, hoogstens=LAATSTE_BOEKINGEN),
        "mag_boeken": eigen,
        "soorten": [(s.label, reverse("geld_boeken", args=[code, s.value])) for s in Boekingsoort],
        "afgesloten": Jaarafsluiting.objects.filter(regio=regio_, jaar=jaar).first(),
        "te_sluiten": eigen and jaar in te_sluiten(regio_, voor=vandaag_.year),
        "stukken": ("jaarrekening.pdf", "jaarrekening.ods", "boekingen.csv"),
    }
    return render(request, "verbinder/geld/regio.html", context)


def _jaren(regio_: Arbeidsmarktregio, hier: int, vandaag_: date) -> list[tuple[int, bool]]:
    """The years to choose from: those of bijdragen and after, up to now."""
    eerste = (
        Bijdrage.objects.filter(regio=regio_)
        .order_by("herkomstjaar")
        .values_list("herkomstjaar", flat=True)
        .first()
    )
    begin = min(eerste or vandaag_.year, hier)
    return [(jaar, jaar == hier) for jaar in range(begin, max(vandaag_.year, hier) + 1)]


def _waarschuwing(loop: Verloop, regio_: Arbeidsmarktregio, vandaag_: date) -> str:
    """What to say ahead of the day on which the money ends; nothing while that is far off."""
    return waarschuwing(
        loop.over,
        loop.op_is_op,
        loop.volgens,
        dagen_vooraf=afspraken_van(regio_).waarschuw_dagen,
        op=vandaag_,
    )


@dataclass(frozen=True)
class Planstand:
    """What was planned and spent of one kind of costs."""

    naam: str
    heel_jaar: Decimal
    tot_nu: Decimal
    besteed: Decimal

    @property
    def verschil(self) -> Decimal:
        """Above zero: less was spent than planned by now."""
        return self.tot_nu - self.besteed


def _plan_tegen_realisatie(regio_: Arbeidsmarktregio, jaar: int, op: date) -> list[Planstand]:
    begin, einde = date(jaar, 1, 1), einde_van(jaar)
    regels = list(Planregel.objects.filter(regio=regio_, van__lte=einde, tot_en_met__gte=begin))
    besteed = dict(
        Besteding.objects.filter(regio=regio_, datum__gte=begin, datum__lte=op)
        .order_by()
        .values_list("kostensoort")
        .annotate(Sum("bedrag"))
    )
    stand = []
    for soort in Kostensoort:
        eigen = [regel for regel in regels if regel.kostensoort == soort]
        uit = besteed.get(soort.value, NUL)
        if eigen or uit:
            heel = sum((gepland_tussen(regel, begin, einde) for regel in eigen), NUL)
            nu = sum((gepland_tussen(regel, begin, op) for regel in eigen), NUL)
            stand.append(Planstand(str(soort.label), heel, nu, uit))
    if len(stand) > 1:
        stand.append(
            Planstand(
                "Samen",
                sum((s.heel_jaar for s in stand), NUL),
                sum((s.tot_nu for s in stand), NUL),
                sum((s.besteed for s in stand), NUL),
            )
        )
    return stand


def _voorstellen(request: HttpRequest, regio_: Arbeidsmarktregio):
    """What waits; and of one's own what was decided lately."""
    alle = Boekvoorstel.objects.zichtbaar_voor(request.bereik).filter(regio=regio_)
    alle = alle.select_related("ingediend_door", "akkoord_door")
    wacht = alle.filter(status__in=LOPEND)[:50]
    afgewezen = alle.filter(ingediend_door=request.user.pk, status="afgewezen")[:5]
    return [*wacht, *afgewezen]
