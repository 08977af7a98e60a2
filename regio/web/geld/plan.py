"""The bestedingsplan, what the region agreed about its ledger, and closing a year."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from regio.bedragen import geschreven
from regio.geldstand import einde_van, standen, totaal
from regio.models import Planregel
from regio.perioden import vandaag
from regio.services.bestedingsplan import (
    afspraken_van,
    bewaar_planregel,
    stel_afspraken_in,
    wis_planregel,
)
from regio.services.jaarafsluiting import open_verplichtingen, sluit_jaar_af, te_sluiten
from regio.web.bevestigen import opnieuw_bevestigd
from regio.web.formulieren import eenmalig, toon
from regio.web.geld.formulieren import AfsluitForm, AfspraakForm, PlanregelForm
from regio.web.geld.vinden import beheer_regio, boek_regio, lees_regio


@eenmalig
def plan(request: HttpRequest, code: str, pk: int | None = None) -> HttpResponse:
    """The lines of the plan, with a form to add one or to change the one in the address."""
    regio = lees_regio(request, code)
    regels = Planregel.objects.zichtbaar_voor(request.bereik).filter(regio=regio)
    regel = get_object_or_404(regels, pk=pk) if pk else None
    op = vandaag()
    initial = {"van": op, "tot_en_met": einde_van(op.year)}
    if regel is not None:
        velden = PlanregelForm.base_fields
        initial = {veld: getattr(regel, veld) for veld in velden}
    form = PlanregelForm.van(request, initial=initial)
    if form.is_valid() and form.voer_uit(
        bewaar_planregel, regio=regio, regel=regel, bereik=request.bereik, door=request.door
    ):
        messages.success(request, "De regel staat in het bestedingsplan.")
        return redirect("geld_plan", code=code)
    context = {
        "form": form,
        "regio": regio,
        "regel": regel,
        "regels": regels.select_related("actielijn")[:200],
        "samen": geschreven(sum(r.bedrag for r in regels)),
    }
    return toon(request, "regio/geld/plan.html", context)


@require_POST
@eenmalig
def planregel_weg(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a line out of the plan."""
    regio = lees_regio(request, code)
    regels = Planregel.objects.zichtbaar_voor(request.bereik).filter(regio=regio)
    wis_planregel(regel=get_object_or_404(regels, pk=pk), bereik=request.bereik, door=request.door)
    messages.success(request, "De regel is weg uit het bestedingsplan.")
    return redirect("geld_plan", code=code)


@opnieuw_bevestigd
@eenmalig
def afspraken(request: HttpRequest, code: str) -> HttpResponse:
    """Above which amount a second person approves, and how long ahead to warn."""
    regio = beheer_regio(request, code)
    nu = afspraken_van(regio)
    initial = {"goedkeuren_boven": nu.goedkeuren_boven, "waarschuw_dagen": nu.waarschuw_dagen}
    form = AfspraakForm.van(request, initial=initial)
    if form.is_valid() and form.voer_uit(
        stel_afspraken_in, regio=regio, bereik=request.bereik, door=request.door
    ):
        messages.success(request, f"De afspraken van {regio} zijn opgeslagen.")
        return redirect("geld_beheer")
    return toon(request, "regio/geld/afspraken.html", {"form": form, "regio": regio})


@opnieuw_bevestigd
@eenmalig
def afsluiten(request: HttpRequest, code: str, jaar: int) -> HttpResponse:
    """Close a year for good, after a look at what it leaves."""
    regio = boek_regio(request, code)
    op = vandaag()
    if not 2015 <= jaar <= op.year:
        raise PermissionDenied("Dit jaar is niet af te sluiten.")
    form = AfsluitForm.van(request)
    if form.is_valid() and form.voer_uit(
        sluit_jaar_af, regio=regio, jaar=jaar, op=op, bereik=request.bereik, door=request.door
    ):
        messages.success(request, f"Het jaar {jaar} is afgesloten.")
        return redirect("geld_regio", code=code)
    potten = standen(regio.pk, op=einde_van(jaar))
    context = {
        "form": form,
        "regio": regio,
        "jaar": jaar,
        "potten": potten,
        "samen": totaal(potten),
        "mee": open_verplichtingen(regio, jaar),
        "eerst": te_sluiten(regio, voor=jaar),
    }
    return toon(request, "regio/geld/afsluiten.html", context)
