"""The steps of a report: measure again, close the figures, send the concept, adopt."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regio.perioden import vandaag
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.velden import Dag
from verbinder.rapportage.models import Uitkomst
from verbinder.rapportage.services import (
    meet_opnieuw,
    sluit_cijfers,
    stel_vast,
    verstuur_concept,
)
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie


class BevestigForm(HandelingForm):
    """A step that asks nothing but to be sure."""


class VaststelForm(HandelingForm):
    """What the overleg decided."""

    overleg = forms.CharField(
        label="Overleg",
        max_length=100,
        help_text="De naam van het overleg dat vaststelde, zoals PFHO of bestuurstafel.",
        error_messages={"required": "Vul de naam van het overleg in."},
    )
    datum = Dag(label="Datum van het overleg")
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    opmerking = forms.CharField(
        label="Opmerking",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat moet in het verslag staan? Noem geen personen.",
    )


def opnieuw_meten(request: HttpRequest, **waar) -> HttpResponse:
    """Measure the figures again with what is known now."""
    return _stap(
        request,
        waar,
        meet_opnieuw,
        titel="Cijfers bijwerken",
        uitleg=(
            "De cijfers worden opnieuw gemeten met alles wat nu bekend is. Teksten die u zelf "
            "schreef blijven staan; de getallen daarin veranderen mee."
        ),
        knop="Cijfers bijwerken",
        gelukt="De cijfers zijn bijgewerkt.",
    )


def sluiten(request: HttpRequest, **waar) -> HttpResponse:
    """Close the figures."""
    return _stap(
        request,
        waar,
        sluit_cijfers,
        titel="Cijfers sluiten",
        uitleg=(
            "De cijfers worden nog een keer gemeten en daarna gesloten. Wat later wordt ingevoerd, "
            "komt niet meer in dit rapport. Dit kunt u niet terugdraaien."
        ),
        knop="Cijfers sluiten",
        gelukt="De cijfers zijn gesloten.",
    )


def versturen(request: HttpRequest, **waar) -> HttpResponse:
    """Send the concept to the directieoverleg."""
    return _stap(
        request,
        waar,
        verstuur_concept,
        titel="Concept versturen",
        uitleg=(
            "Het directieoverleg en de gemeenten van de regio kunnen het concept daarna lezen en "
            "downloaden. U kunt de teksten nog wijzigen en het opnieuw versturen."
        ),
        knop="Concept versturen",
        gelukt="Het concept is verstuurd. Het directieoverleg kan het nu lezen.",
    )


def _stap(
    request: HttpRequest,
    waar: dict,
    handeling: Callable,
    *,
    titel: str,
    uitleg: str,
    knop: str,
    gelukt: str,
) -> HttpResponse:
    @eenmalig
    def bevestig(request: HttpRequest) -> HttpResponse:
        versie = vind_eigen_versie(request, **waar)
        form = BevestigForm.van(request)
        if form.is_valid() and form.voer_uit(
            handeling, versie=versie, nu=timezone.now(), door=request.door
        ):
            messages.success(request, gelukt)
            return redirect(adres_van(versie))
        context = {"form": form, "versie": versie, "titel": titel, "uitleg": uitleg}
        context |= {"knop": knop, "terug": adres_van(versie)}
        return toon(request, "verbinder/rapportage/stap.html", context)

    return bevestig(request)


@eenmalig
def vaststellen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Write down that the overleg adopted the report, and freeze it."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    form = VaststelForm.van(request, initial={"datum": vandaag()})
    if form.is_valid() and form.voer_uit(
        stel_vast, versie=versie, nu=timezone.now(), door=request.door
    ):
        messages.success(request, "Het rapport is vastgesteld. Het verandert niet meer.")
        return redirect(adres_van(versie))
    context = {"form": form, "versie": versie, "terug": adres_van(versie)}
    return toon(request, "verbinder/rapportage/vaststellen.html", context)
