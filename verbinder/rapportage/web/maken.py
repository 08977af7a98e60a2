"""Asking for a report, and seeing how far the work is."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Opdracht
from regio.perioden import (
    Halfjaar,
    halfjaar_uit_code,
    halfjaar_van,
    halfjaren_terug,
    vandaag,
)
from regio.uitvak import lees_voortgang
from regio.web.formulieren import HandelingForm, eenmalig, toon
from verbinder.rapportage.models import Versie
from verbinder.rapportage.services.versies import is_afgerond
from verbinder.rapportage.web.vinden import adres_van, mag_maken
from verbinder.rapportage.werk import is_opgegeven, sleutel_van, vraag_rapport

HALFJAREN_TERUG = 10
HTMX_STOPT_MET_VRAGEN = 286


class MaakForm(HandelingForm):
    """Which report: of a region, about a half-year that ended."""

    regio = forms.ModelChoiceField(
        label="Regio",
        queryset=Arbeidsmarktregio.objects.none(),
        to_field_name="code",
        empty_label=None,
        error_messages={"invalid_choice": "Kies een van uw regio's."},
    )
    halfjaar = forms.TypedChoiceField(
        label="Halfjaar",
        coerce=halfjaar_uit_code,
        help_text="Een rapport gaat over een halfjaar dat voorbij is.",
        error_messages={"invalid_choice": "Kies een halfjaar uit de lijst."},
    )


@eenmalig
def maken(request: HttpRequest) -> HttpResponse:
    """Ask for the report of a half-year."""
    if not request.bereik.cijferregios:
        raise PermissionDenied("Een rapport maakt de verbinder van de regio.")
    form = MaakForm.van(request)
    form.fields["regio"].queryset = Arbeidsmarktregio.objects.filter(
        pk__in=request.bereik.cijferregios
    )
    laatste = halfjaar_van(vandaag()).vorige
    form.fields["halfjaar"].choices = [
        (h.code, h.naam) for h in halfjaren_terug(laatste, HALFJAREN_TERUG)
    ]
    if form.is_valid() and form.voer_uit(_vraag, door=request.door):
        return redirect(
            "rapportage_voortgang",
            regio=form.cleaned_data["regio"].code,
            halfjaar=form.cleaned_data["halfjaar"].code,
            nummer=form.resultaat,
        )
    return toon(request, "verbinder/rapportage/maken.html", {"form": form})


def _vraag(*, regio: Arbeidsmarktregio, halfjaar: Halfjaar, door: Door) -> int:
    """Ask for the first version, or for the one after the last that was adopted or withdrawn."""
    laatste = (
        Versie.objects.filter(rapportage__regio=regio, rapportage__halfjaar=halfjaar.code)
        .order_by("-nummer")
        .first()
    )
    if laatste is not None and not is_afgerond(laatste):
        raise ValidationError(
            f"Er is al een rapport over {halfjaar.naam} dat nog niet is vastgesteld. Open het in "
            "de lijst en ga daarin verder."
        )
    nummer = laatste.nummer + 1 if laatste else 1
    vraag_rapport(regio=regio, halfjaar=halfjaar, nummer=nummer, door=door)
    return nummer


@require_safe
def voortgang(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """How far the making is; the page asks again every second until the report is there."""
    van_regio = get_object_or_404(Arbeidsmarktregio, code=regio)
    if not mag_maken(request, van_regio.pk):
        raise Http404
    versie = Versie.objects.filter(
        rapportage__regio=van_regio, rapportage__halfjaar=halfjaar, nummer=nummer
    ).first()
    if versie is not None:
        return _klaar(request, versie)
    sleutel = sleutel_van(van_regio, lees_halfjaar(halfjaar), nummer)
    opdracht = get_object_or_404(Opdracht, sleutel=sleutel)
    context = {
        "adres": request.path,
        "regio": van_regio,
        "halfjaar": lees_halfjaar(halfjaar),
        "stand": lees_voortgang(opdracht),
        "opgegeven": is_opgegeven(opdracht),
        "fout": opdracht.fout,
    }
    deel = "voortgang_deel" if request.htmx else "voortgang"
    status = HTMX_STOPT_MET_VRAGEN if request.htmx and context["opgegeven"] else 200
    return render(request, f"verbinder/rapportage/{deel}.html", context, status=status)


def _klaar(request: HttpRequest, versie: Versie) -> HttpResponse:
    messages.success(request, "Het rapport is gemaakt.")
    adres = adres_van(versie)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return redirect(adres)


def lees_halfjaar(code: str) -> Halfjaar:
    """The half-year that an address names. Raises Http404 for what is none."""
    try:
        return halfjaar_uit_code(code)
    except ValidationError as fout:
        raise Http404 from fout
