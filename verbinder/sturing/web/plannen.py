"""Reading plans: the list, one version, and its files."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.models import PlanVanAanpak, Planversie, Voortgang
from regio.perioden import vandaag
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage.document import blokken_van
from verbinder.sturing.plandocument import plandocument, planning, uitgangswaarde, waar
from verbinder.sturing.standen import doelstanden, laatste_standen
from verbinder.sturing.stukken import download
from verbinder.sturing.web.vinden import leesbare_regios, vind_versie


@require_safe
def plannen(request: HttpRequest) -> HttpResponse:
    """Every plan that may be read, per region, the newest first."""
    bereik = request.bereik
    if not (bereik.publicaties or bereik.alle_publicaties):
        raise PermissionDenied("Plannen leest wie bij een regio hoort.")
    versies = Planversie.objects.select_related("vaststelling").order_by("-nummer")
    rijen = (
        PlanVanAanpak.objects.zichtbaar_voor(bereik)
        .select_related("regio")
        .prefetch_related(Prefetch("versies", versies))
        .order_by("regio__naam", "-van")
    )
    per_regio: dict = {regio: [] for regio in leesbare_regios(bereik)} if _eigen(bereik) else {}
    for plan in rijen:
        per_regio.setdefault(plan.regio, []).append(plan)
    context = {"per_regio": per_regio, "schrijfregios": bereik.schrijfregios}
    return render(request, "verbinder/sturing/plannen.html", context)


def _eigen(bereik) -> bool:
    """Whoever reads the whole country sees only the regions that have something."""
    return not bereik.alle_publicaties


@require_safe
def plan(request: HttpRequest, plan: int, nummer: int) -> HttpResponse:
    """One version: texts, goals with their realisation, measures and how far they are."""
    versie = vind_versie(request, plan, nummer)
    van_plan = versie.plan
    schrijft = van_plan.regio_id in request.bereik.schrijfregios
    doelen = list(
        versie.doelen.select_related("actielijn").prefetch_related("gemeenten").order_by("pk")
    )
    standen = doelstanden(van_plan, doelen, request.bereik, op=vandaag())
    for doel in doelen:
        doel.stand = standen.get(doel.pk)
        doel.cijfer = INDICATOREN.get(doel.indicator)
        doel.waar, doel.begin = waar(doel), uitgangswaarde(doel)
    vaststelling = getattr(versie, "vaststelling", None)
    alle = list(van_plan.versies.select_related("vaststelling").order_by("-nummer"))
    context = {
        "versie": versie,
        "plan": van_plan,
        "teksten": _teksten(versie),
        "doelen": doelen,
        "met_realisatie": bool(standen),
        "maatregelen": _maatregelen(versie),
        "vaststelling": vaststelling,
        "mag_wijzigen": schrijft and vaststelling is None,
        "mag_versie": schrijft and vaststelling is not None and versie == alle[0],
        "schrijft": schrijft,
        "versies": alle,
        "op": vandaag(),
    }
    return render(request, "verbinder/sturing/plan.html", context)


def _teksten(versie: Planversie) -> list[tuple[str, tuple]]:
    return [
        ("Analyse", blokken_van(versie.analyse)),
        ("Voorrang tussen oude en nieuwe wetters", blokken_van(versie.prioriteit)),
        ("Aandacht voor hoogopgeleiden", blokken_van(versie.hoogopgeleiden)),
    ]


def _maatregelen(versie: Planversie) -> list:
    standen = laatste_standen(versie.plan)
    maatregelen = list(versie.maatregelen.select_related("actielijn"))
    for maatregel in maatregelen:
        stand, maatregel.opmerking = standen.get(maatregel.code, (Voortgang.GEPLAND, ""))
        maatregel.stand, maatregel.standnaam = stand, Voortgang(stand).label
        maatregel.planning = planning(maatregel)
    return maatregelen


@require_safe
def bestand(request: HttpRequest, plan: int, nummer: int, soort: str) -> HttpResponse:
    """The version as PDF or ODT."""
    versie = vind_versie(request, plan, nummer)
    regio = versie.plan.regio
    return download(
        request,
        lambda: plandocument(versie),
        soort=soort,
        naam=f"plan-{regio.code}-{versie.plan.van.year}-v{versie.nummer}",
        object_=versie,
        regio=regio,
        op=timezone.now(),
    )
