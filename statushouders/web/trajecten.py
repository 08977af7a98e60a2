"""Trajecten of one person: started, changed, closed, withdrawn."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from regio.web.velden import Dag
from statushouders import waarschuwingen
from statushouders.services.trajecten import (
    sluit_traject_af,
    start_traject,
    trek_traject_in,
    wijzig_traject,
)
from statushouders.web.conflict import vergelijk
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_persoon, vind_traject
from statushouders.web.formulieren.traject import (
    GEEN_VERVOLG,
    PLAATSING,
    TRAJECT,
    IntrekForm,
    TrajectAfsluitForm,
    TrajectForm,
    TrajectWijzigForm,
)

TRAJECTEN = "persoon_trajecten"


def dag_uit_adres(request: HttpRequest, anders):
    """The day that the page before passed on, else `anders`."""
    try:
        return Dag(required=False).clean(request.GET.get("dag", "")) or anders
    except ValidationError:
        return anders


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def traject_starten(request: HttpRequest, sleutel) -> HttpResponse:
    """Six fields; the days and whose it is are filled in."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    begin = {"begindatum": dag_uit_adres(request, op), "contactpersoon": request.user.pk}
    form = TrajectForm.van(request, initial=begin, persoon=persoon, op=op)
    if form.is_bound and form.is_valid():
        schoon = form.cleaned_data
        zinnen = waarschuwingen.bij_traject(
            persoon,
            soort_id=schoon["soort"].pk,
            begindatum=schoon["begindatum"],
            lopend=persoon.trajecten.all(),
            op=op,
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            start_traject, statushouder=persoon, op=op, door=request.door
        ):
            return naar_persoon(request, persoon, "Het traject is gestart.", tabblad=TRAJECTEN)
    return toon_formulier(request, form, persoon, titel="Traject starten", knop="Traject starten")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def traject_wijzigen(request: HttpRequest, sleutel) -> HttpResponse:
    """Correct a traject, or let a closed one run again."""
    op = vandaag()
    traject = vind_traject(request, sleutel)
    form = TrajectWijzigForm.van(
        request, initial=TrajectWijzigForm.beginwaarden(traject), traject=traject, op=op
    )
    if form.is_bound and form.is_valid():
        if form.voer_uit(wijzig_traject, traject=traject, op=op, door=request.door):
            return naar_persoon(
                request, traject.statushouder, "Het traject is opgeslagen.", tabblad=TRAJECTEN
            )
        if form.ingehaald:
            vergelijk(form, TrajectWijzigForm.beginwaarden(vind_traject(request, sleutel)))
    return toon_formulier(
        request, form, traject.statushouder, titel=f"Traject wijzigen: {traject.soort}"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def traject_afsluiten(request: HttpRequest, sleutel) -> HttpResponse:
    """How it ended, and what comes next."""
    op = vandaag()
    traject = vind_traject(request, sleutel)
    persoon = traject.statushouder
    form = TrajectAfsluitForm.van(
        request,
        initial={"einddatum": dag_uit_adres(request, op), "vervolg": GEEN_VERVOLG},
        traject=traject,
    )
    if form.is_bound and form.is_valid():
        zinnen = waarschuwingen.bij_dagen(
            op=op, einde_van_het_traject=form.cleaned_data["einddatum"]
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            sluit_traject_af, traject=traject, op=op, door=request.door
        ):
            return _na_afsluiten(request, form, traject)
    return toon_formulier(
        request,
        form,
        persoon,
        titel=f"Traject afsluiten: {traject.soort}",
        knop="Traject afsluiten",
    )


def _na_afsluiten(request: HttpRequest, form: TrajectAfsluitForm, traject) -> HttpResponse:
    persoon = traject.statushouder
    melding = "Het traject is afgesloten."
    dag = form.cleaned_data["einddatum"].isoformat()
    if form.vervolg == PLAATSING:
        vraag = urlencode({"dag": dag, "traject": traject.sleutel})
        adres = f"{reverse('plaatsing_vastleggen', args=[persoon.sleutel])}?{vraag}"
    elif form.vervolg == TRAJECT:
        adres = f"{reverse('traject_starten', args=[persoon.sleutel])}?{urlencode({'dag': dag})}"
    else:
        return naar_persoon(request, persoon, melding, tabblad=TRAJECTEN)
    messages.success(request, melding)
    return redirect(adres)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def traject_intrekken(request: HttpRequest, sleutel) -> HttpResponse:
    """A traject that should never have been."""
    op = vandaag()
    traject = vind_traject(request, sleutel)
    form = IntrekForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(trek_traject_in, traject=traject, op=op, door=request.door)
    ):
        return naar_persoon(
            request, traject.statushouder, "Het traject telt niet meer mee.", tabblad=TRAJECTEN
        )
    return toon_formulier(
        request,
        form,
        traject.statushouder,
        titel=f"Ten onrechte vastgelegd: {traject.soort}",
        knop="Traject intrekken",
        uitleg="Het traject telt dan nergens meer mee. De geschiedenis blijft bewaard.",
    )
