"""Who stands in for whom, and planning it."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from regio.models import Gebruiker
from regio.perioden import vandaag
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.models import Waarneming
from statushouders.services.waarneming import beeindig_waarneming, collegas, neem_waar
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import breedte, dag
from statushouders.web.start import eis_dossiers


class WaarneemForm(DossierForm):
    """Who is away, who stands in, from when to when."""

    van = dag("Van")
    tot_en_met = dag("Tot en met")

    def __init__(self, *args, gebruiker: Gebruiker, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        ander = collegas(gebruiker, op=op)
        iedereen = Gebruiker.objects.filter(Q(pk=gebruiker.pk) | Q(pk__in=ander.values("pk")))
        for naam, label in (("voor", "Wie is er niet?"), ("door_wie", "Wie neemt waar?")):
            self.fields[naam] = forms.ModelChoiceField(
                label=label,
                queryset=iedereen,
                empty_label="Kies...",
                widget=forms.Select(attrs=breedte(6)),
            )
        self.order_fields(["voor", "door_wie", "van", "tot_en_met"])


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def waarneming(request: HttpRequest) -> HttpResponse:
    """The waarnemingen of the user and their colleagues, now and later; and a new one."""
    eis_dossiers(request)
    op = vandaag()
    form = WaarneemForm.van(
        request, initial={"voor": request.user.pk, "van": op}, gebruiker=request.user, op=op
    )
    if form.is_bound and form.is_valid() and form.voer_uit(neem_waar, op=op, door=request.door):
        messages.success(request, "De waarneming is opgeslagen.")
        return redirect("waarneming")
    context = {"form": form, "rijen": list(_van_ons(request, op)), "op": op}
    sjabloon = "statushouders/waarneming.html"
    return render(request, sjabloon, context, status=MISLUKT if form.mislukt else 200)


def _van_ons(request: HttpRequest, op: date):
    """Waarnemingen that are not over, of the user or of a colleague."""
    wij = [request.user.pk, *collegas(request.user, op=op).values_list("pk", flat=True)]
    return (
        Waarneming.objects.filter(Q(voor__in=wij) | Q(door_wie__in=wij), tot_en_met__gte=op)
        .select_related("voor", "door_wie")
        .order_by("van", "pk")
    )


@require_POST
def waarneming_einde(request: HttpRequest, nummer: int) -> HttpResponse:
    """It is over sooner."""
    eis_dossiers(request)
    op = vandaag()
    rij = get_object_or_404(_van_ons(request, op), pk=nummer)
    try:
        beeindig_waarneming(waarneming=rij, op=op, door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, "De waarneming is beëindigd.")
    return redirect("waarneming")
