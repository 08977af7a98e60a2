"""Changing what is known of a person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders import waarschuwingen
from statushouders.models import Statushouder
from statushouders.models.statushouder import Veld
from statushouders.services.dossierplaats import leverancier_van
from statushouders.services.gegevens import neem_over, wijzig_gegevens, wijzig_waarde_per_datum
from statushouders.web.conflict import vergelijk
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_persoon
from statushouders.web.formulieren.persoon import GegevensForm, OvernameForm, WaardeVanafForm


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_wijzigen(request: HttpRequest, sleutel) -> HttpResponse:
    """Correct facts. Who saved in between is shown, not overwritten."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = GegevensForm.van(
        request,
        initial=_beginwaarden(persoon),
        met_naam=persoon.dossiergemeente_id not in request.bereik.zonder_namen,
    )
    if form.is_bound and form.is_valid():
        zinnen = waarschuwingen.bij_feiten(
            wet=form.cleaned_data["wet"],
            datum_bekendmaking=form.cleaned_data["datum_bekendmaking"],
            kenmerk=form.cleaned_data["kenmerk"],
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            wijzig_gegevens, statushouder=persoon, op=op, door=request.door
        ):
            melding = "De gegevens zijn opgeslagen." if form.resultaat else "Er is niets veranderd."
            return naar_persoon(request, persoon, melding, tabblad="persoon_gegevens")
        if form.ingehaald:
            vergelijk(form, _beginwaarden(vind_persoon(request, sleutel)))
    return toon_formulier(request, form, persoon, titel="Gegevens verbeteren")


def _beginwaarden(persoon: Statushouder) -> dict:
    eigen = persoon.kenmerken.filter(leverancier=leverancier_van(persoon)).first()
    return GegevensForm.beginwaarden(persoon, kenmerk=eigen.kenmerk if eigen else "")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_waarde(request: HttpRequest, sleutel, veld: str) -> HttpResponse:
    """A fact is another one from a day on."""
    if veld not in Veld.values:
        raise Http404
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = WaardeVanafForm.van(request, initial={"vanaf": op}, veld=Veld(veld), persoon=persoon)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(
            wijzig_waarde_per_datum, statushouder=persoon, veld=veld, op=op, door=request.door
        )
    ):
        return naar_persoon(
            request, persoon, "De nieuwe waarde is opgeslagen.", tabblad="persoon_gegevens"
        )
    titel = f"{Veld(veld).label} verandert vanaf een dag"
    return toon_formulier(request, form, persoon, titel=titel)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_overnemen(request: HttpRequest, sleutel) -> HttpResponse:
    """Another contactpersoon; the user is proposed."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    begin = {"contactpersoon": request.user.pk}
    form = OvernameForm.van(request, initial=begin, persoon=persoon, op=op)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(neem_over, statushouder=persoon, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De contactpersoon is opgeslagen.")
    return toon_formulier(request, form, persoon, titel="Contactpersoon")
