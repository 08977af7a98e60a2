"""A dossier is closed, opened again, or withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders import waarschuwingen
from statushouders.services.aanmelden import heraanmelden, sluit_af
from statushouders.services.intrekken import herstel_aanmelding, trek_aanmelding_in
from statushouders.services.samenvoegen import maak_samenvoeging_ongedaan
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_persoon
from statushouders.web.formulieren.einde import AfsluitForm, HeraanmeldForm
from statushouders.web.formulieren.traject import IntrekForm


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_afsluiten(request: HttpRequest, sleutel) -> HttpResponse:
    """Somebody is no longer in view."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = AfsluitForm.van(request, initial={"afgesloten_op": op})
    if form.is_bound and form.is_valid():
        zinnen = waarschuwingen.bij_dagen(
            op=op, laatste_dag_in_beeld=form.cleaned_data["afgesloten_op"]
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            sluit_af, statushouder=persoon, op=op, door=request.door
        ):
            return naar_persoon(request, persoon, "Het dossier is afgesloten.")
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Dossier afsluiten",
        knop="Dossier afsluiten",
        uitleg=(
            "De volgende stappen vervallen. Bij overlijden, vertrek, verhuizing uit de regio, "
            "AOW of een ingetrokken status eindigen de trajecten vanzelf, neutraal."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_heraanmelden(request: HttpRequest, sleutel) -> HttpResponse:
    """Somebody is back."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = HeraanmeldForm.van(request, initial={"aangemeld_op": op})
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(heraanmelden, statushouder=persoon, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De persoon is weer in beeld.")
    return toon_formulier(request, form, persoon, titel="Opnieuw aanmelden", knop="Aanmelden")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_intrekken(request: HttpRequest, sleutel) -> HttpResponse:
    """Somebody who should never have been registered."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = IntrekForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(trek_aanmelding_in, statushouder=persoon, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De aanmelding is ingetrokken.")
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Ten onrechte aangemeld",
        knop="Aanmelding intrekken",
        uitleg=(
            "De persoon verdwijnt uit de lijsten en de cijfers. De gegevens blijven bewaard en u "
            "kunt dit ongedaan maken."
        ),
    )


@require_POST
def persoon_herstellen(request: HttpRequest, sleutel) -> HttpResponse:
    """The registration was right after all; what was merged is two dossiers again."""
    persoon = vind_persoon(request, sleutel)
    samenvoeging = persoon.opgegaan_in.filter(ongedaan_op__isnull=True).first()
    try:
        if samenvoeging is not None:
            maak_samenvoeging_ongedaan(
                samenvoeging=samenvoeging, nu=timezone.now(), door=request.door
            )
        else:
            herstel_aanmelding(statushouder=persoon, op=vandaag(), door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
        return redirect(persoon)
    return naar_persoon(request, persoon, "De aanmelding geldt weer.")
