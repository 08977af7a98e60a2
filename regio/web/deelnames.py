"""Which gemeenten take part: the page of the functioneel beheerder."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from regio.models import Deelname, Gemeente
from regio.perioden import vandaag
from regio.services.deelnames import beeindig_deelname, begin_deelname, gemeenten_in
from regio.web.bevestigen import alleen, opnieuw_bevestigd
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.gebruikersformulieren import EindeForm
from regio.web.velden import Dag

MET_NAMEN = [("ja", "Met namen"), ("nee", "Zonder namen")]


class DeelnameForm(HandelingForm):
    """A gemeente takes part from a day, by an agreement and on a legal basis."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.none(),
        empty_label="Kies een gemeente",
        error_messages={"invalid_choice": "Kies een gemeente uit uw regio."},
    )
    overeenkomst = forms.CharField(
        label="Overeenkomst",
        max_length=200,
        help_text="Naam en datum van de overeenkomst waarin de gemeente het delen afspreekt.",
    )
    grondslag = forms.CharField(
        label="Wettelijke grondslag",
        max_length=200,
        help_text="Bijvoorbeeld: Participatiewet artikel 7, met een verwerkersovereenkomst.",
    )
    met_namen = forms.TypedChoiceField(
        label="Wat ziet de verbinder?",
        choices=MET_NAMEN,
        coerce=lambda keuze: keuze == "ja",
        widget=forms.RadioSelect,
        initial="ja",
        help_text="Zonder namen ziet de verbinder het kenmerk van de gemeente.",
    )
    van = Dag(label="Vanaf")
    tot_en_met = Dag(label="Tot en met", required=False, help_text="Leeg: zonder einde.")


beheerders = alleen(
    lambda bereik: bool(bereik.beheerregios),
    "Alleen de functioneel beheerder van een regio ziet de deelname.",
)


@beheerders
@require_safe
def deelnames(request: HttpRequest) -> HttpResponse:
    """Each gemeente of the region with its deelname: now, before and later."""
    op = vandaag()
    gemeenten = list(gemeenten_in(request.bereik, op=op).prefetch_related("deelnames"))
    for gemeente in gemeenten:
        # In Python, on what was prefetched: one query for all gemeenten.
        alle = list(gemeente.deelnames.all())
        gemeente.nu = [d for d in alle if d.van <= op and (not d.tot_en_met or d.tot_en_met >= op)]
        gemeente.later = [d for d in alle if d.van > op]
        gemeente.eerder = [d for d in alle if d.tot_en_met and d.tot_en_met < op]
    doen_mee = sum(bool(gemeente.nu) for gemeente in gemeenten)
    context = {"gemeenten": gemeenten, "doen_mee": doen_mee}
    return toon(request, "regio/deelnames.html", context)


@beheerders
@opnieuw_bevestigd
@eenmalig
def nieuw(request: HttpRequest) -> HttpResponse:
    """Let a gemeente take part."""
    op = vandaag()
    form = DeelnameForm.van(
        request, initial={"van": op, "gemeente": request.GET.get("gemeente", "")}
    )
    form.fields["gemeente"].queryset = gemeenten_in(request.bereik, op=op)
    if form.is_valid() and form.voer_uit(begin_deelname, beheer=request.bereik, door=request.door):
        messages.success(
            request, f"{form.resultaat.gemeente} doet mee vanaf {form.resultaat.van:%d-%m-%Y}."
        )
        return redirect("deelnames")
    return toon(request, "regio/deelname_nieuw.html", {"form": form})


@beheerders
@opnieuw_bevestigd
@eenmalig
def einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a deelname end on a day."""
    op = vandaag()
    eigen = Deelname.objects.filter(gemeente__in=gemeenten_in(request.bereik, op=op))
    deelname = get_object_or_404(eigen.select_related("gemeente"), pk=pk)
    form = EindeForm.van(request, initial={"laatste_dag": op})
    if form.is_valid() and form.voer_uit(
        beeindig_deelname, deelname=deelname, op=op, beheer=request.bereik, door=request.door
    ):
        messages.success(request, f"De deelname van {deelname.gemeente} eindigt.")
        return redirect("deelnames")
    context = {"form": form, "deelname": deelname}
    return toon(request, "regio/deelname_beeindigen.html", context)
