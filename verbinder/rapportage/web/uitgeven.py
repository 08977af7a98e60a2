"""Sending the concept and adopting the report: asked for here, done after the audit."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.models import Opdracht, Overleg
from regio.perioden import vandaag
from regio.uitvak import lees_voortgang
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.formulierpagina import formulierpagina
from regio.web.velden import Dag
from verbinder.rapportage.models import Uitkomst, Vaststelling, Versie
from verbinder.rapportage.uitgeven import (
    Doel,
    sleutel_van,
    vraag_openbaar,
    vraag_vaststelling,
    vraag_versturen,
)
from verbinder.rapportage.web.maken import HTMX_STOPT_MET_VRAGEN
from verbinder.rapportage.web.stappen import BevestigForm
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie
from verbinder.rapportage.werk import is_opgegeven

UITLEG_OPENBAAR = (
    "De openbare versie is voor de stukken van de raad en voor de website. Zij komt naast het "
    "vastgestelde rapport, met dezelfde cijfers en een strengere regel voor kleine aantallen.",
    "Verbinder controleert eerst of wie beide versies heeft, geen klein aantal kan herleiden. Wat "
    "dat mogelijk maakt, gaat eruit.",
    "Namen van medewerkers met een account en e-mailadressen gaan uit uw teksten, en teksten die "
    "over een persoon vertellen ook. Andere namen herkent Verbinder niet: lees de pdf na voordat u "
    "haar verspreidt.",
)


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
    openbaar = forms.BooleanField(
        label="Maak ook een openbare versie, voor de stukken van de raad",
        required=False,
        initial=True,
        help_text=(
            "Met een strengere regel voor kleine aantallen, zonder namen van medewerkers en zonder "
            "verhalen over personen. Dit kan ook later."
        ),
    )


@eenmalig
def versturen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Send the concept to the directieoverleg."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        vraag_versturen,
        versie=versie,
        nu=timezone.now(),
        door=request.door,
        basis=request.build_absolute_uri("/"),
    ):
        return redirect(adres_van(versie, "rapportage_controle"))
    context = {
        "form": form,
        "versie": versie,
        "titel": "Concept versturen",
        "uitleg": (
            "Verbinder controleert eerst of er uit het rapport geen klein aantal te herleiden is. "
            "Daarna kunnen het directieoverleg en de gemeenten van de regio het concept lezen en "
            "downloaden. U kunt de teksten nog wijzigen en het opnieuw versturen."
        ),
        "knop": "Concept versturen",
        "terug": adres_van(versie),
    }
    return toon(request, "verbinder/rapportage/stap.html", context)


@eenmalig
def vaststellen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Write down that the overleg adopted the report, and freeze it."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    begin = {"datum": vandaag(), "overleg": _wie_stelt_vast(versie)}
    form = VaststelForm.van(request, initial=begin)
    if form.is_valid() and form.voer_uit(
        vraag_vaststelling, versie=versie, nu=timezone.now(), door=request.door
    ):
        return redirect(adres_van(versie, "rapportage_controle"))
    context = {"form": form, "versie": versie, "terug": adres_van(versie)}
    return toon(request, "verbinder/rapportage/vaststellen.html", context)


@eenmalig
def openbaar(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Ask for the public edition of an adopted report."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(vraag_openbaar, versie=versie, door=request.door):
        return redirect(adres_van(versie, "rapportage_controle"))
    return formulierpagina(
        request,
        form,
        titel="Openbare versie maken",
        knop="Openbare versie maken",
        kruimels=[
            ("Rapportages", reverse("rapportages")),
            (versie.rapportage.periode.naam, adres_van(versie)),
        ],
        uitleg=UITLEG_OPENBAAR,
    )


def _wie_stelt_vast(versie: Versie) -> str:
    """The first overleg of the region that adopts reports."""
    overleggen = Overleg.objects.filter(
        regio=versie.rapportage.regio_id, stelt_vast=True, opgeheven_op__isnull=True
    )
    return overleggen.values_list("naam", flat=True).first() or ""


@require_safe
def controle(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """How far the audit is; the page asks again every second until the step is taken."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    opdrachten = Opdracht.objects.filter(sleutel__startswith=sleutel_van(versie))
    opdracht = get_object_or_404(opdrachten.order_by("-pk")[:1])
    if opdracht.klaar_op:
        return _klaar(request, versie, opdracht)
    context = {
        "adres": request.path,
        "versie": versie,
        "terug": adres_van(versie),
        "stand": lees_voortgang(opdracht),
        "opgegeven": is_opgegeven(opdracht),
        "fout": opdracht.fout,
        "openbaar": opdracht.gegevens["doel"] == Doel.OPENBAAR,
    }
    deel = "controle_deel" if request.htmx else "controle"
    status = HTMX_STOPT_MET_VRAGEN if request.htmx and context["opgegeven"] else 200
    return render(request, f"verbinder/rapportage/{deel}.html", context, status=status)


def _klaar(request: HttpRequest, versie: Versie, opdracht: Opdracht) -> HttpResponse:
    uitkomst = versie.controles.order_by("-volgnummer").first()
    doel = Doel(opdracht.gegevens["doel"])
    geweigerd = lees_voortgang(opdracht).get("totaal") == 0
    gelukt = uitkomst is not None and uitkomst.klaar and not geweigerd
    if doel == Doel.VASTSTELLEN and not Vaststelling.objects.filter(versie=versie).exists():
        gelukt = False
    if gelukt:
        messages.success(request, doel.label)
    elif geweigerd:
        messages.error(request, lees_voortgang(opdracht)["stap"])
    elif uitkomst is not None and uitkomst.reden:
        messages.error(request, uitkomst.reden)
    adres = adres_van(versie)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return redirect(adres)
