"""Finding what somebody may read or change. What is of another region is a 404."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from regio.models import Arbeidsmarktregio, PlanVanAanpak, Planversie
from regio.toegang import Bereik


def leesbare_regios(bereik: Bereik):
    """The regions whose plans and besluiten somebody may read."""
    if bereik.alle_publicaties:
        return Arbeidsmarktregio.objects.all()
    return Arbeidsmarktregio.objects.filter(pk__in=bereik.publicaties)


def schrijfregio(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    """The region at this address. Raises Http404 for a stranger, PermissionDenied for a reader."""
    regio = get_object_or_404(leesbare_regios(request.bereik), code=code)
    eis_schrijver(request, regio.pk)
    return regio


def eis_schrijver(request: HttpRequest, regio_id: int) -> None:
    """Raises PermissionDenied for who only reads here."""
    if regio_id not in request.bereik.schrijfregios:
        raise PermissionDenied("Dit wijzigt de verbinder of de functioneel beheerder van de regio.")


def vind_versie(request: HttpRequest, plan: int, nummer: int) -> Planversie:
    """A version of a plan of a region of this user."""
    return get_object_or_404(
        Planversie.objects.zichtbaar_voor(request.bereik).select_related(
            "plan__regio", "vaststelling"
        ),
        plan=plan,
        nummer=nummer,
    )


def vind_open_versie(request: HttpRequest, plan: int, nummer: int) -> Planversie:
    """The same, to change it. Raises PermissionDenied for who only reads it."""
    versie = vind_versie(request, plan, nummer)
    eis_schrijver(request, versie.plan.regio_id)
    return versie


def vind_plan(request: HttpRequest, plan: int) -> PlanVanAanpak:
    """A plan of a region for which this user writes."""
    gevonden = get_object_or_404(
        PlanVanAanpak.objects.zichtbaar_voor(request.bereik).select_related("regio"), pk=plan
    )
    eis_schrijver(request, gevonden.regio_id)
    return gevonden


def planadres(versie: Planversie, pagina: str = "plan", **meer) -> str:
    """The address of a page of a version."""
    return reverse(pagina, kwargs={"plan": versie.plan_id, "nummer": versie.nummer, **meer})
