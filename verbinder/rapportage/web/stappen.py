"""Steps that need no audit: measure again, close the figures, withdraw what was sent."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regio.web.formulieren import HandelingForm, eenmalig, toon
from verbinder.rapportage.services import meet_opnieuw, sluit_cijfers, trek_versie_in
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie


class BevestigForm(HandelingForm):
    """A step that asks nothing but to be sure."""


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


class IntrekForm(HandelingForm):
    """Why a report is withdrawn."""

    reden = forms.CharField(
        label="Reden",
        max_length=500,
        help_text="Wie het rapport las, leest deze reden. Noem geen personen.",
    )


def intrekken(request: HttpRequest, **waar) -> HttpResponse:
    """Take back a version that was sent."""
    return _stap(
        request,
        waar,
        trek_versie_in,
        formulier=IntrekForm,
        titel="Rapport intrekken",
        uitleg=(
            "Er verdwijnt niets: wie het rapport mag lezen, kan dat blijven doen en ziet dat het "
            "is ingetrokken en waarom. Een overleg kan er niet meer over besluiten. Daarna kunt u "
            "een nieuwe versie maken. Dit kunt u niet terugdraaien."
        ),
        knop="Intrekken",
        gelukt="Het rapport is ingetrokken.",
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
    formulier: type[HandelingForm] = BevestigForm,
) -> HttpResponse:
    @eenmalig
    def bevestig(request: HttpRequest) -> HttpResponse:
        versie = vind_eigen_versie(request, **waar)
        form = formulier.van(request)
        if form.is_valid() and form.voer_uit(
            handeling, versie=versie, nu=timezone.now(), door=request.door
        ):
            messages.success(request, gelukt)
            return redirect(adres_van(versie))
        context = {"form": form, "versie": versie, "titel": titel, "uitleg": uitleg}
        context |= {"knop": knop, "terug": adres_van(versie)}
        return toon(request, "verbinder/rapportage/stap.html", context)

    return bevestig(request)
