"""The taakstelling of the gemeenten: entered, read in from a list, or estimated."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.models import Arbeidsmarktregio, KlaargezetteLijst, Lijstsoort, Taakstelling
from regio.perioden import halfjaar_uit_code, vandaag
from regio.services import taakstellingen as diensten
from regio.services.klaarzetten import rond_af, zet_klaar
from regio.uitwisseling.taakstellingen import MEESTE_REGELS, lees_in, lees_lijst
from regio.web.formulieren import eenmalig, toon
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import BevestigForm
from regio.web.lijstbestanden import tabel_van, vind_lijst
from regio.web.urenformulieren import LijstForm, SchattingForm, TaakstellingForm


def _leesbaar(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    bereik = request.bereik
    alle = Arbeidsmarktregio.objects.all()
    eigen = alle if bereik.alle_publicaties else alle.filter(pk__in=bereik.publicaties)
    return get_object_or_404(eigen, code=code)


def _te_schrijven(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    regio = _leesbaar(request, code)
    if regio.pk not in request.bereik.schrijfregios:
        raise PermissionDenied("Dit wijzigt de verbinder of de functioneel beheerder van de regio.")
    return regio


def _wie(request: HttpRequest) -> dict:
    return {"bereik": request.bereik, "door": request.door}


def _kruimels(regio: Arbeidsmarktregio) -> list[tuple[str, str]]:
    return [
        (regio.naam, reverse("regio", args=[regio.code])),
        ("Taakstelling", reverse("taakstellingen", args=[regio.code])),
    ]


@require_safe
def taakstellingen(request: HttpRequest, code: str) -> HttpResponse:
    """Per half-year the gemeenten of the region, with what they have to house and did."""
    regio = _leesbaar(request, code)
    rijen = (
        Taakstelling.objects.filter(gemeente__lidmaatschappen__regio=regio)
        .select_related("gemeente")
        .order_by("-halfjaar", "gemeente__naam")
        .distinct()[:400]
    )
    per_halfjaar: dict[str, list[Taakstelling]] = {}
    for rij in rijen:
        per_halfjaar.setdefault(halfjaar_uit_code(rij.halfjaar).naam, []).append(rij)
    context = {
        "regio": regio,
        "per_halfjaar": [
            (naam, lijst, sum(rij.opgave for rij in lijst), any(rij.geschat for rij in lijst))
            for naam, lijst in per_halfjaar.items()
        ],
        "schrijft": regio.pk in request.bereik.schrijfregios,
    }
    return toon(request, "regio/taakstellingen.html", context)


@eenmalig
def invoeren(request: HttpRequest, code: str) -> HttpResponse:
    """The number of one gemeente."""
    regio = _te_schrijven(request, code)
    form = TaakstellingForm.van(request)
    form.beperk(regio, op=vandaag())
    if form.is_valid() and form.voer_uit(diensten.zet_taakstelling, regio=regio, **_wie(request)):
        messages.success(request, f"De taakstelling van {form.resultaat.gemeente} is opgeslagen.")
        return redirect("taakstellingen", regio.code)
    return formulierpagina(
        request,
        form,
        titel="Taakstelling invoeren",
        knop="Opslaan",
        kruimels=_kruimels(regio),
        uitleg=["Hoeveel statushouders moet de gemeente dit halfjaar huisvesten?"],
    )


@eenmalig
def schatten(request: HttpRequest, code: str) -> HttpResponse:
    """Divide the national number by inhabitants."""
    regio = _te_schrijven(request, code)
    form = SchattingForm.van(request)
    form.beperk(op=vandaag())
    if form.is_valid() and form.voer_uit(
        diensten.schat_taakstellingen, regio=regio, **_wie(request)
    ):
        messages.success(request, f"{len(form.resultaat)} taakstellingen geschat.")
        return redirect("taakstellingen", regio.code)
    return formulierpagina(
        request,
        form,
        titel="Taakstelling schatten",
        knop="Schatten",
        kruimels=_kruimels(regio),
        uitleg=[
            "Is alleen het landelijke getal bekend, dan verdeelt Verbinder het naar inwoners. "
            "Elk getal is herkenbaar als schatting. Wat u zelf invoerde, blijft staan."
        ],
    )


@eenmalig
def inlezen(request: HttpRequest, code: str) -> HttpResponse:
    """A list of taakstellingen; it is looked at first."""
    regio = _te_schrijven(request, code)
    form = LijstForm.van(request)
    if form.is_valid() and form.voer_uit(_zet_klaar, form=form, regio=regio, request=request):
        return redirect("taakstelling_controle", regio.code, form.resultaat.sleutel)
    return formulierpagina(
        request,
        form,
        titel="Taakstellingen inlezen",
        knop="Bekijken",
        kruimels=_kruimels(regio),
        uitleg=[
            "De eerste regel noemt de kolommen: gemeente; halfjaar; opgave en eventueel "
            "gerealiseerd.",
            "U ziet eerst wat er verandert. Er wordt nog niets opgeslagen.",
        ],
    )


def _zet_klaar(
    *, form: LijstForm, regio: Arbeidsmarktregio, request: HttpRequest, bron: str, **_
) -> KlaargezetteLijst:
    """Keep the list until its uploader looked at it. Raises ValidationError."""
    lees_lijst(form.tabel, regio=regio)
    return zet_klaar(
        soort=Lijstsoort.TAAKSTELLING,
        gebruiker=request.user,
        regio=regio,
        naam=form.naam,
        inhoud=form.tekst,
        keuzes={"bron": bron},
        nu=timezone.now(),
    )


@eenmalig
def controle(request: HttpRequest, code: str, sleutel) -> HttpResponse:
    """What the list would change, and the button that does it."""
    regio = _te_schrijven(request, code)
    lijst = vind_lijst(request, Lijstsoort.TAAKSTELLING, sleutel)
    if lijst.regio_id != regio.pk or lijst.gedaan is not None:
        raise Http404
    regels = lees_lijst(tabel_van(lijst, MEESTE_REGELS), regio=regio)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        lees_in, regels=regels, bron=lijst.keuzes["bron"], regio=regio, **_wie(request)
    ):
        rond_af(lijst, {"regels": form.resultaat})
        messages.success(request, f"{form.resultaat} taakstellingen ingelezen.")
        return redirect("taakstellingen", regio.code)
    context = {
        "form": form,
        "regio": regio,
        "lijst": lijst,
        "regels": regels,
        "fouten": sum(bool(regel.fout) for regel in regels),
        "tellingen": {
            soort: sum(regel.soort == soort for regel in regels)
            for soort in ("nieuw", "gewijzigd", "ongewijzigd")
        },
    }
    return toon(request, "regio/taakstelling_controle.html", context)
