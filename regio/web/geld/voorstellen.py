"""What is asked to be booked: looking at it, agreeing, refusing and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from regio.bedragen import geschreven
from regio.models import Boekvoorstel, Voorstelstatus
from regio.perioden import vandaag
from regio.services.boekvoorstellen import geef_akkoord, opzet_van, trek_in, wijs_af
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.geld.formulieren import FORMULIEREN, AfwijsForm
from regio.web.geld.vinden import boek_regio, mag_boeken

GEDAAN = {
    Voorstelstatus.GEBOEKT: "Het voorstel is geboekt.",
    Voorstelstatus.AKKOORD: "U gaf akkoord. Een tweede controller keurt het nog goed.",
}


@eenmalig
def voorstel(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal; a POST of the controller agrees with it."""
    gevonden = _vind(request, pk)
    form = HandelingForm.van(request)
    if request.method == "POST":
        boek_regio(request, gevonden.regio.code)
        if form.is_valid() and form.voer_uit(
            geef_akkoord,
            voorstel=gevonden,
            bereik=request.bereik,
            op=vandaag(),
            door=request.door,
        ):
            messages.success(request, GEDAAN[form.resultaat.status])
            return redirect("geld_voorstel", pk=pk)
    return _toon(request, gevonden, form, AfwijsForm())


@require_POST
@eenmalig
def afwijzen(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse a proposal, with the reason."""
    gevonden = _vind(request, pk)
    boek_regio(request, gevonden.regio.code)
    form = AfwijsForm.van(request)
    if form.is_valid() and form.voer_uit(
        wijs_af, voorstel=gevonden, bereik=request.bereik, door=request.door
    ):
        messages.success(request, "Het voorstel is afgewezen.")
        return redirect("geld_voorstel", pk=pk)
    return _toon(request, gevonden, HandelingForm(), form)


@require_POST
@eenmalig
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own proposal back."""
    gevonden = _vind(request, pk)
    form = HandelingForm.van(request)
    if form.is_valid() and form.voer_uit(trek_in, voorstel=gevonden, door=request.door):
        messages.success(request, "Het voorstel is ingetrokken.")
        return redirect("geld_voorstel", pk=pk)
    return _toon(request, gevonden, form, AfwijsForm())


def _vind(request: HttpRequest, pk: int) -> Boekvoorstel:
    voorstellen = Boekvoorstel.objects.zichtbaar_voor(request.bereik).select_related(
        "regio", "ingediend_door", "akkoord_door", "beslist_door"
    )
    return get_object_or_404(voorstellen, pk=pk)


def _toon(request: HttpRequest, gevonden: Boekvoorstel, form, afwijzing: AfwijsForm):
    eigen = gevonden.ingediend_door_id == request.user.pk
    al_akkoord = gevonden.akkoord_door_id == request.user.pk
    context = {
        "voorstel": gevonden,
        "form": afwijzing if afwijzing.is_bound else form,
        "akkoord": form,
        "afwijzing": afwijzing,
        "feiten": list(_feiten(gevonden)),
        "mag_beslissen": gevonden.loopt and mag_boeken(request, gevonden.regio),
        "mag_akkoord": gevonden.loopt and not al_akkoord,
        "mag_intrekken": gevonden.loopt and eigen,
    }
    return toon(request, "regio/geld/voorstel.html", context)


def _feiten(gevonden: Boekvoorstel):
    """The values of the booking, under the labels of its form."""
    opzet = opzet_van(gevonden)
    velden = FORMULIEREN[gevonden.soort].base_fields
    yield "Bedrag", geschreven(gevonden.bedrag)
    for naam, veld in velden.items():
        if naam in ("bedrag", "pot", "gemeenten", "met_tekort", "verdeling"):
            continue
        toon_ = getattr(opzet.boeking, f"get_{naam}_display", None)
        waarde = toon_() if toon_ else getattr(opzet.boeking, naam, "")
        if waarde:
            tekst = waarde.strftime("%d-%m-%Y") if hasattr(waarde, "strftime") else str(waarde)
            yield veld.label, tekst
    yield "Geld van het jaar", str(opzet.boeking.herkomstjaar)
    for gemeente, bedrag in opzet.delen:
        yield f"Voor {gemeente}", geschreven(bedrag)
