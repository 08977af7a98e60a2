"""Where somebody is and what they live on: recorded, corrected and taken away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders import waarschuwingen
from statushouders.services.uitkeringen import (
    leg_uitkering_vast,
    verbeter_uitkering,
    wis_uitkering,
)
from statushouders.services.verblijven import (
    leg_verblijf_vast,
    verbeter_verblijf,
    wis_verblijf,
)
from statushouders.web.conflict import vergelijk
from statushouders.web.dossier import (
    na_verhuizing,
    naar_persoon,
    toon_formulier,
    vind_deel,
    vind_persoon,
)
from statushouders.web.formulieren.verblijf import (
    UitkeringForm,
    UitkeringVerbeterForm,
    VerblijfForm,
    VerblijfVerbeterForm,
)

GEGEVENS = "persoon_gegevens"


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def verblijf_toevoegen(request: HttpRequest, sleutel) -> HttpResponse:
    """A move, a koppeling or a stay in an azc."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = VerblijfForm.van(
        request, initial={"soort": "vestiging", "van": op}, bereik=request.bereik, op=op
    )
    if form.is_bound and form.is_valid():
        schoon = form.cleaned_data
        zinnen = waarschuwingen.bij_dagen(op=op, begin_van_het_verblijf=schoon["van"])
        zinnen += waarschuwingen.bij_gemeente(schoon["gemeente"], van=schoon["van"])
        zinnen += waarschuwingen.bij_verhuizing(
            schoon["gemeente"],
            soort=schoon["soort"],
            leesbaar=request.bereik.gemeenten,
            regio_id=persoon.dossierregio_id,
            van=schoon["van"],
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            leg_verblijf_vast, statushouder=persoon, op=op, door=request.door
        ):
            return na_verhuizing(request, persoon, form.resultaat)
    return toon_formulier(request, form, persoon, titel="Verhuizing of koppeling")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def verblijf_wijzigen(request: HttpRequest, sleutel, nummer: int) -> HttpResponse:
    """Correct one verblijf."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    verblijf = vind_deel(persoon, persoon.verblijven.select_related("gemeente"), nummer)
    begin = VerblijfVerbeterForm.beginwaarden(verblijf)
    form = VerblijfVerbeterForm.van(request, initial=begin, bereik=request.bereik, op=op)
    if form.is_bound and form.is_valid():
        if form.voer_uit(verbeter_verblijf, verblijf=verblijf, op=op, door=request.door):
            return na_verhuizing(request, persoon, form.resultaat)
        if form.ingehaald:
            vergelijk(form, VerblijfVerbeterForm.beginwaarden(form.ingehaald.nu))
    return toon_formulier(
        request,
        form,
        persoon,
        titel=f"{verblijf.get_soort_display()} verbeteren",
        weg=reverse("verblijf_wissen", args=[sleutel, nummer]),
    )


@require_POST
def verblijf_wissen(request: HttpRequest, sleutel, nummer: int) -> HttpResponse:
    """Take away a verblijf that never was."""
    persoon = vind_persoon(request, sleutel)
    verblijf = vind_deel(persoon, persoon.verblijven, nummer)
    try:
        uitkomst = wis_verblijf(verblijf=verblijf, op=vandaag(), door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
        return redirect(reverse(GEGEVENS, args=[sleutel]))
    return na_verhuizing(request, persoon, uitkomst)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def uitkering_toevoegen(request: HttpRequest, sleutel) -> HttpResponse:
    """What somebody lives on from a day."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = UitkeringForm.van(request, initial={"van": op})
    if form.is_bound and form.is_valid():
        zinnen = waarschuwingen.bij_dagen(op=op, begin_van_de_uitkering=form.cleaned_data["van"])
        if form.akkoord_met(zinnen) and form.voer_uit(
            leg_uitkering_vast, statushouder=persoon, op=op, door=request.door
        ):
            return naar_persoon(request, persoon, "De uitkering is opgeslagen.", tabblad=GEGEVENS)
    return toon_formulier(request, form, persoon, titel="Uitkering vastleggen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def uitkering_wijzigen(request: HttpRequest, sleutel, nummer: int) -> HttpResponse:
    """Correct one period."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    uitkering = vind_deel(persoon, persoon.uitkeringen, nummer)
    form = UitkeringVerbeterForm.van(request, initial=UitkeringVerbeterForm.beginwaarden(uitkering))
    if form.is_bound and form.is_valid():
        if form.voer_uit(verbeter_uitkering, uitkering=uitkering, op=op, door=request.door):
            return naar_persoon(request, persoon, "De uitkering is opgeslagen.", tabblad=GEGEVENS)
        if form.ingehaald:
            vergelijk(form, UitkeringVerbeterForm.beginwaarden(form.ingehaald.nu))
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Uitkering verbeteren",
        weg=reverse("uitkering_wissen", args=[sleutel, nummer]),
    )


@require_POST
def uitkering_wissen(request: HttpRequest, sleutel, nummer: int) -> HttpResponse:
    """Take away a period that never was."""
    persoon = vind_persoon(request, sleutel)
    uitkering = vind_deel(persoon, persoon.uitkeringen, nummer)
    wis_uitkering(uitkering=uitkering, op=vandaag(), door=request.door)
    return naar_persoon(request, persoon, "De uitkering is weggehaald.", tabblad=GEGEVENS)
