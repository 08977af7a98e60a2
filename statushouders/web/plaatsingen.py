"""Plaatsingen of one person: recorded, changed, ended, withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders import waarschuwingen
from statushouders.codes import Niveau
from statushouders.services.nazorg import antwoorden_na
from statushouders.services.plaatsingen import (
    beeindig_plaatsing,
    plaats,
    trek_plaatsing_in,
    wijzig_plaatsing,
)
from statushouders.web.conflict import vergelijk
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_persoon, vind_plaatsing
from statushouders.web.formulieren.plaatsing import (
    PlaatsingEindeForm,
    PlaatsingForm,
    PlaatsingWijzigForm,
)
from statushouders.web.formulieren.traject import IntrekForm
from statushouders.web.trajecten import TRAJECTEN, dag_uit_adres


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def plaatsing_vastleggen(request: HttpRequest, sleutel) -> HttpResponse:
    """Work, study or a place to learn, from its first day."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    begin = {
        "begindatum": dag_uit_adres(request, op),
        "functieniveau": Niveau.ONBEKEND,
        "traject": _traject(request, persoon, op),
    }
    form = PlaatsingForm.van(request, initial=begin, persoon=persoon)
    if form.is_bound and form.is_valid():
        zinnen = waarschuwingen.bij_dagen(
            op=op, begin_van_de_plaatsing=form.cleaned_data["begindatum"]
        )
        if form.akkoord_met(zinnen) and form.voer_uit(
            plaats, statushouder=persoon, op=op, door=request.door
        ):
            return naar_persoon(request, persoon, "De plaatsing is opgeslagen.", tabblad=TRAJECTEN)
    return toon_formulier(request, form, persoon, titel="Plaatsing vastleggen")


def _traject(request: HttpRequest, persoon, op):
    """The traject in the address, else the only one that runs."""
    trajecten = list(persoon.trajecten.all())
    gevraagd = request.GET.get("traject", "")
    for traject in trajecten:
        if str(traject.sleutel) == gevraagd:
            return traject.pk
    lopend = [traject.pk for traject in trajecten if traject.loopt_op(op)]
    return lopend[0] if len(lopend) == 1 else None


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def plaatsing_wijzigen(request: HttpRequest, sleutel) -> HttpResponse:
    """Correct a plaatsing."""
    op = vandaag()
    plaatsing = vind_plaatsing(request, sleutel)
    persoon = plaatsing.statushouder
    form = PlaatsingWijzigForm.van(
        request, initial=PlaatsingWijzigForm.beginwaarden(plaatsing), persoon=persoon
    )
    if form.is_bound and form.is_valid():
        if form.voer_uit(wijzig_plaatsing, plaatsing=plaatsing, op=op, door=request.door):
            return naar_persoon(request, persoon, "De plaatsing is opgeslagen.", tabblad=TRAJECTEN)
        if form.ingehaald:
            vergelijk(form, PlaatsingWijzigForm.beginwaarden(vind_plaatsing(request, sleutel)))
    return toon_formulier(request, form, persoon, titel="Plaatsing wijzigen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def plaatsing_beeindigen(request: HttpRequest, sleutel) -> HttpResponse:
    """The last day."""
    op = vandaag()
    plaatsing = vind_plaatsing(request, sleutel)
    persoon = plaatsing.statushouder
    begin = {"einddatum": op, "versie": plaatsing.versie}
    form = PlaatsingEindeForm.van(request, initial=begin)
    if form.is_bound and form.is_valid():
        einddatum = form.cleaned_data["einddatum"]
        zinnen = waarschuwingen.bij_dagen(op=op, einde_van_de_plaatsing=einddatum)
        zinnen += [
            f"Op {moment.datum:%d-%m-%Y} is bij de nazorg geantwoord: nog aan het werk. Dat wordt "
            "dan: niet meer aan het werk."
            for moment in antwoorden_na(plaatsing, einddatum)
        ]
        if form.akkoord_met(zinnen) and form.voer_uit(
            beeindig_plaatsing, plaatsing=plaatsing, op=op, door=request.door
        ):
            return naar_persoon(
                request, persoon, "De laatste dag is opgeslagen.", tabblad=TRAJECTEN
            )
        if form.ingehaald:
            nu = form.ingehaald.nu
            vergelijk(form, {"einddatum": nu.einddatum, "versie": nu.versie})
    return toon_formulier(request, form, persoon, titel="Plaatsing beëindigen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def plaatsing_intrekken(request: HttpRequest, sleutel) -> HttpResponse:
    """A plaatsing that should never have been."""
    op = vandaag()
    plaatsing = vind_plaatsing(request, sleutel)
    persoon = plaatsing.statushouder
    form = IntrekForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(trek_plaatsing_in, plaatsing=plaatsing, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De plaatsing telt niet meer mee.", tabblad=TRAJECTEN)
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Ten onrechte vastgelegde plaatsing",
        knop="Plaatsing intrekken",
        uitleg="De plaatsing telt dan nergens meer mee. De geschiedenis blijft bewaard.",
    )
