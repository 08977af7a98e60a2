"""The lists of a region: kinds of traject and aanbieders. For its functioneel beheerder."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from regio.models import Actielijn, Arbeidsmarktregio, Organisatie, Organisatiesoort, Trajectsoort
from regio.perioden import vandaag
from regio.web.bevestigen import alleen
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.velden import Dag
from statushouders.services.beleidslijsten import (
    bewaar_aanbieder,
    bewaar_soort,
    soorten_met_gebruik,
)

TOT = "De laatste dag waarop dit een keuze is. Lopende en oude trajecten houden het."


class AanbiederForm(HandelingForm):
    """An aanbieder, and from when to when it is one."""

    naam = forms.CharField(label="Naam", max_length=150)
    van = Dag(label="Vanaf", required=False)
    tot_en_met = Dag(label="Tot en met", required=False, help_text=TOT)


class SoortForm(HandelingForm):
    """A kind of traject, and what is usual in the region."""

    naam = forms.CharField(label="Naam", max_length=80)
    actielijn = forms.ModelChoiceField(
        label="Gebruikelijke actielijn", queryset=Actielijn.objects.all(), empty_label="Kies…"
    )
    aanbieder = forms.ModelChoiceField(
        label="Gebruikelijke aanbieder", queryset=None, required=False, empty_label="Geen vaste"
    )
    maanden = forms.IntegerField(label="Gebruikelijke duur in maanden", required=False)
    van = Dag(label="Vanaf", required=False)
    tot_en_met = Dag(label="Tot en met", required=False, help_text=TOT)

    def __init__(self, *args, regio: Arbeidsmarktregio, soort: Trajectsoort | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = _aanbieders(regio).geldig_op(vandaag())
        if soort is not None and soort.regio_id is None:
            # A kind of the whole country keeps its name.
            del self.fields["naam"], self.fields["actielijn"]


def _aanbieders(regio: Arbeidsmarktregio):
    return Organisatie.objects.filter(regio=regio, soort=Organisatiesoort.AANBIEDER)


beheerders = alleen(
    lambda bereik: bool(bereik.beheerregios),
    "Alleen de functioneel beheerder van een regio beheert deze lijsten.",
)


def _regio(request: HttpRequest) -> Arbeidsmarktregio:
    """The region that one manages: the first, unless the address says which."""
    eigen = Arbeidsmarktregio.objects.filter(pk__in=request.bereik.beheerregios).order_by("code")
    code = request.GET.get("regio", "")
    for regio in eigen:
        if code in ("", regio.code):
            return regio
    raise Http404


@beheerders
@require_safe
def beleidslijsten(request: HttpRequest) -> HttpResponse:
    """Both lists, with what is usual and until when."""
    regio = _regio(request)
    context = {
        "regio": regio,
        "regios": Arbeidsmarktregio.objects.filter(pk__in=request.bereik.beheerregios),
        "soorten": soorten_met_gebruik(regio),
        "aanbieders": list(_aanbieders(regio)),
        "op": vandaag(),
    }
    return toon(request, "statushouders/beleidslijsten.html", context)


@beheerders
@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def trajectsoort(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new kind, or what is usual for one that there is."""
    regio = _regio(request)
    soort = get_object_or_404(Trajectsoort.objects.van_regio(regio), pk=pk) if pk else None
    gebruik = soort.gebruik.filter(regio=regio).first() if soort else None
    begin = {veld: getattr(gebruik, veld) for veld in ("maanden", "van", "tot_en_met") if gebruik}
    if soort:
        begin |= {
            "naam": soort.naam,
            "actielijn": soort.actielijn_id,
            "aanbieder": gebruik.aanbieder_id if gebruik else None,
        }
    form = SoortForm.van(request, initial=begin, regio=regio, soort=soort)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(
            bewaar_soort, regio=regio, soort=soort, beheer=request.bereik, door=request.door
        )
    ):
        messages.success(request, f"'{form.resultaat.soort}' is opgeslagen.")
        return _naar_lijsten(regio)
    titel = soort.naam if soort else "Soort traject toevoegen"
    return _toon(request, form, titel)


@beheerders
@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def aanbieder(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new aanbieder, or one with another name or a last day."""
    regio = _regio(request)
    rij = get_object_or_404(_aanbieders(regio), pk=pk) if pk else None
    begin = {veld: getattr(rij, veld) for veld in ("naam", "van", "tot_en_met") if rij}
    form = AanbiederForm.van(request, initial=begin)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(
            bewaar_aanbieder, regio=regio, aanbieder=rij, beheer=request.bereik, door=request.door
        )
    ):
        messages.success(request, f"'{form.resultaat}' is opgeslagen.")
        return _naar_lijsten(regio)
    return _toon(request, form, rij.naam if rij else "Aanbieder toevoegen")


def _naar_lijsten(regio: Arbeidsmarktregio) -> HttpResponse:
    antwoord = redirect("beleidslijsten")
    antwoord["Location"] += f"?regio={regio.code}"
    return antwoord


def _toon(request: HttpRequest, form: HandelingForm, titel: str) -> HttpResponse:
    return toon(request, "statushouders/beleidslijst_regel.html", {"form": form, "titel": titel})
