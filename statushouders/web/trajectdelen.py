"""The voorzieningen of one traject, and what its actielijn asks."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders.models import Traject, Trajectvragen
from statushouders.services.trajectdelen import (
    beantwoord_vragen,
    leg_voorziening_vast,
    wijzig_voorziening,
    wis_voorziening,
)
from statushouders.web.conflict import vergelijk
from statushouders.web.dossier import (
    naar_persoon,
    toon_formulier,
    vind_traject,
    vind_voorziening,
)
from statushouders.web.formulieren.trajectdelen import (
    VoorzieningForm,
    VoorzieningWijzigForm,
    VragenForm,
)
from statushouders.web.trajecten import TRAJECTEN


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def traject_vragen(request: HttpRequest, sleutel) -> HttpResponse:
    """What the actielijn of this traject asks."""
    op = vandaag()
    traject = vind_traject(request, sleutel)
    form = VragenForm.van(request, initial=_begin(traject), traject=traject, op=op)
    if form.is_bound and form.is_valid():
        if form.voer_uit(beantwoord_vragen, traject=traject, op=op, door=request.door):
            return naar_persoon(
                request, traject.statushouder, "De antwoorden zijn opgeslagen.", tabblad=TRAJECTEN
            )
        if form.ingehaald:
            vergelijk(form, _begin(vind_traject(request, sleutel)))
    titel = f"Vragen bij actielijn {traject.actielijn.code}: {traject.soort}"
    return toon_formulier(request, form, traject.statushouder, titel=titel)


def _begin(traject: Traject) -> dict:
    vragen = (
        Trajectvragen.objects.filter(traject=traject)
        .select_related("azc", "werkgever", "afspraak")
        .first()
    )
    return VragenForm.beginwaarden(traject, vragen)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def voorziening_toevoegen(request: HttpRequest, sleutel) -> HttpResponse:
    """One more voorziening in a traject."""
    op = vandaag()
    traject = vind_traject(request, sleutel)
    form = VoorzieningForm.van(request, initial={"van": op}, traject=traject, op=op)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(leg_voorziening_vast, traject=traject, op=op, door=request.door)
    ):
        return naar_persoon(
            request, traject.statushouder, "De voorziening is opgeslagen.", tabblad=TRAJECTEN
        )
    return toon_formulier(
        request, form, traject.statushouder, titel=f"Voorziening bij {traject.soort}"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def voorziening_wijzigen(request: HttpRequest, sleutel) -> HttpResponse:
    """Correct a voorziening, or give it a last day."""
    op = vandaag()
    voorziening = vind_voorziening(request, sleutel)
    form = VoorzieningWijzigForm.van(
        request,
        initial=VoorzieningWijzigForm.beginwaarden(voorziening),
        traject=voorziening.traject,
        op=op,
    )
    if form.is_bound and form.is_valid():
        if form.voer_uit(wijzig_voorziening, voorziening=voorziening, op=op, door=request.door):
            return naar_persoon(
                request,
                voorziening.statushouder,
                "De voorziening is opgeslagen.",
                tabblad=TRAJECTEN,
            )
        if form.ingehaald:
            vergelijk(form, VoorzieningWijzigForm.beginwaarden(vind_voorziening(request, sleutel)))
    return toon_formulier(
        request,
        form,
        voorziening.statushouder,
        titel="Voorziening wijzigen",
        weg=reverse("voorziening_wissen", args=[sleutel]),
    )


@require_POST
def voorziening_wissen(request: HttpRequest, sleutel) -> HttpResponse:
    """Take away a voorziening that never was."""
    voorziening = vind_voorziening(request, sleutel)
    wis_voorziening(voorziening=voorziening, door=request.door)
    return naar_persoon(
        request, voorziening.statushouder, "De voorziening is weggehaald.", tabblad=TRAJECTEN
    )
