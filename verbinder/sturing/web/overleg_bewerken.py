"""Changing what overleggen do: bodies, members, meetings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from regio.models import Overleg
from regio.perioden import vandaag
from regio.services import overleggen as diensten
from regio.services.vergaderingen import plan_vergaderingen, wijzig_vergadering
from regio.web.formulieren import eenmalig
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import BevestigForm
from verbinder.sturing.web.overlegformulieren import (
    LidForm,
    OverlegForm,
    ReeksForm,
    VergaderWijzigForm,
)
from verbinder.sturing.web.overleggen import vind_overleg, vind_vergadering
from verbinder.sturing.web.vinden import eis_schrijver, schrijfregio


def wie(request: HttpRequest) -> dict:
    """What every service takes."""
    return {"bereik": request.bereik, "door": request.door}


def vind_eigen_overleg(request: HttpRequest, pk: int) -> Overleg:
    """A body, to change it. Raises PermissionDenied for who only reads it."""
    overleg = vind_overleg(request, pk)
    eis_schrijver(request, overleg.regio_id)
    return overleg


def kruimels(overleg: Overleg) -> list[tuple[str, str]]:
    """The way to a body."""
    return [
        ("Overleggen", reverse("overleggen")),
        (overleg.naam, reverse("overleg", args=[overleg.pk])),
    ]


@eenmalig
def nieuw(request: HttpRequest, regio: str) -> HttpResponse:
    """A new body."""
    van_regio = schrijfregio(request, regio)
    form = OverlegForm.van(request)
    if form.is_valid() and form.voer_uit(diensten.zet_overleg, regio=van_regio, **wie(request)):
        return redirect("overleg", form.resultaat.pk)
    return formulierpagina(
        request,
        form,
        titel="Overleg toevoegen",
        knop="Opslaan",
        kruimels=[("Overleggen", reverse("overleggen"))],
    )


@eenmalig
def voorbeelden(request: HttpRequest, regio: str) -> HttpResponse:
    """Begin with the bodies that many regions have."""
    van_regio = schrijfregio(request, regio)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        diensten.neem_voorbeelden_over, regio=van_regio, **wie(request)
    ):
        messages.success(request, f"{len(form.resultaat)} overleggen toegevoegd.")
        return redirect("overleggen")
    namen = ", ".join(voorbeeld.naam for voorbeeld in diensten.VOORBEELDEN)
    return formulierpagina(
        request,
        form,
        titel="Beginnen met voorbeelden",
        knop="Toevoegen",
        kruimels=[("Overleggen", reverse("overleggen"))],
        uitleg=[f"Dit voegt toe wat er nog niet is: {namen}. U past ze daarna aan."],
    )


@eenmalig
def wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, agenda and purpose of a body."""
    overleg = vind_eigen_overleg(request, pk)
    form = OverlegForm.van(request, initial=OverlegForm.van_overleg(overleg))
    if form.is_valid() and form.voer_uit(
        diensten.zet_overleg, regio=overleg.regio, overleg=overleg, **wie(request)
    ):
        return redirect("overleg", overleg.pk)
    return formulierpagina(
        request, form, titel="Overleg wijzigen", knop="Opslaan", kruimels=kruimels(overleg)
    )


@eenmalig
def opheffen(request: HttpRequest, pk: int) -> HttpResponse:
    """A body meets no more."""
    overleg = vind_eigen_overleg(request, pk)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        diensten.hef_op, overleg=overleg, op=vandaag(), **wie(request)
    ):
        messages.success(request, f"{overleg} is opgeheven.")
        return redirect("overleggen")
    return formulierpagina(
        request,
        form,
        titel="Overleg opheffen",
        knop="Opheffen",
        kruimels=kruimels(overleg),
        uitleg=["Het verdwijnt uit de lijst. De besluiten blijven te lezen."],
    )


@eenmalig
def lid(request: HttpRequest, pk: int, lid: int | None = None) -> HttpResponse:
    """A new member, or one that changes or leaves."""
    overleg = vind_eigen_overleg(request, pk)
    bestaand = get_object_or_404(overleg.leden, pk=lid) if lid else None
    form = LidForm.van(request, initial=LidForm.van_lid(bestaand) or {"van": vandaag()})
    if form.is_valid() and form.voer_uit(
        diensten.zet_lid, overleg=overleg, lid=bestaand, **wie(request)
    ):
        return redirect("overleg", overleg.pk)
    return formulierpagina(
        request,
        form,
        titel="Lid wijzigen" if bestaand else "Lid toevoegen",
        knop="Opslaan",
        kruimels=kruimels(overleg),
    )


@eenmalig
def plannen(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting or a series."""
    overleg = vind_eigen_overleg(request, pk)
    form = ReeksForm.van(request)
    if form.is_valid() and form.voer_uit(plan_vergaderingen, overleg=overleg, **wie(request)):
        if len(form.resultaat) == 1:
            return redirect("vergadering", form.resultaat[0].pk)
        messages.success(request, f"{len(form.resultaat)} vergaderingen gepland.")
        return redirect("overleg", overleg.pk)
    return formulierpagina(
        request,
        form,
        titel="Vergadering plannen",
        knop="Plannen",
        kruimels=kruimels(overleg),
        uitleg=[
            "Een reeks per maand, kwartaal of halfjaar houdt dezelfde weekdag, zoals de tweede "
            "donderdag. Elke vergadering begint met de vaste agenda."
        ],
    )


@eenmalig
def verplaatsen(request: HttpRequest, pk: int) -> HttpResponse:
    """Move or cancel a meeting."""
    vergadering = vind_vergadering(request, pk)
    eis_schrijver(request, vergadering.overleg.regio_id)
    begin = {naam: getattr(vergadering, naam) for naam in VergaderWijzigForm.base_fields}
    form = VergaderWijzigForm.van(request, initial=begin)
    if form.is_valid() and form.voer_uit(
        wijzig_vergadering, vergadering=vergadering, **wie(request)
    ):
        messages.success(request, "Opgeslagen. Stuur de uitnodiging opnieuw.")
        return redirect("vergadering", vergadering.pk)
    return formulierpagina(
        request,
        form,
        titel="Vergadering wijzigen",
        knop="Opslaan",
        kruimels=[
            *kruimels(vergadering.overleg),
            (f"{vergadering.datum:%d-%m-%Y}", reverse("vergadering", args=[vergadering.pk])),
        ],
    )
