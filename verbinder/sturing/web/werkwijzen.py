"""What works elsewhere: read by everybody, written by a region about itself."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from regio.models import Actielijn, Arbeidsmarktregio, Groep, Werkwijze
from regio.perioden import halfjaar_van, halfjaren_terug, vandaag
from regio.services.werkwijzen import Beschrijving, deel
from regio.web.formulieren import HandelingForm, eenmalig
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import BevestigForm
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage.document import blokken_van
from verbinder.rapportage.web.vinden import adres_van
from verbinder.sturing.web.planformulieren import HALF
from verbinder.sturing.web.vinden import eis_schrijver, schrijfregio
from verbinder.sturing.werkwijzen import beschrijf, resultaten

PER_BLADZIJDE = 20


class ZoekForm(forms.Form):
    """What to look for: words, an actielijn, a target group."""

    q = forms.CharField(label="Zoeken", required=False, max_length=100)
    actielijn = forms.ModelChoiceField(
        label="Actielijn",
        queryset=Actielijn.objects.all(),
        required=False,
        empty_label="Alle actielijnen",
    )
    groep = forms.ChoiceField(
        label="Doelgroep", required=False, choices=[("", "Alle doelgroepen"), *Groep.choices]
    )

    def filter(self, werkwijzen):
        """What was asked for; everything while the question makes no sense."""
        if not self.is_valid():
            return werkwijzen
        vraag = self.cleaned_data
        for woord in vraag["q"].split():
            velden = ("titel", "situatie", "aanpak", "resultaat", "regio__naam")
            ergens = Q()
            for veld in velden:
                ergens |= Q(**{f"{veld}__icontains": woord})
            werkwijzen = werkwijzen.filter(ergens)
        if vraag["actielijn"]:
            werkwijzen = werkwijzen.filter(actielijn=vraag["actielijn"])
        if vraag["groep"]:
            werkwijzen = werkwijzen.filter(groepen__contains=[vraag["groep"]])
        return werkwijzen


class WerkwijzeForm(HandelingForm):
    """A way of working in the words of who knows it."""

    titel = forms.CharField(label="Titel", max_length=120)
    situatie = forms.CharField(
        label="Situatie",
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat was er aan de hand, en voor wie?",
    )
    aanpak = forms.CharField(
        label="Aanpak", max_length=6_000, widget=forms.Textarea(attrs={"rows": 8})
    )
    kosten = forms.CharField(
        label="Kosten", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    resultaat = forms.CharField(
        label="Wat het opleverde",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In woorden. Het cijfer komt uit uw vastgestelde rapport.",
    )
    indicator = forms.ChoiceField(label="Cijfer", required=False, widget=forms.Select(attrs=HALF))
    halfjaar = forms.ChoiceField(
        label="Halfjaar van het cijfer", required=False, widget=forms.Select(attrs=HALF)
    )
    contact = forms.CharField(
        label="Contact",
        max_length=120,
        help_text="Een functie, zoals regionale verbinder. Geen naam of adres.",
    )
    actielijn = forms.ModelChoiceField(
        label="Actielijn",
        queryset=Actielijn.objects.all(),
        required=False,
        empty_label="Alle actielijnen",
    )
    groepen = forms.MultipleChoiceField(
        label="Voor wie", choices=Groep.choices, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cijfers = [(code, f"{code} {i.titel}") for code, i in INDICATOREN.items()]
        self.fields["indicator"].choices = [("", "Geen cijfer"), *cijfers]
        halfjaren = halfjaren_terug(halfjaar_van(vandaag()), 8)
        self.fields["halfjaar"].choices = [("", "Geen"), *((h.code, h.naam) for h in halfjaren)]
        self.fields["halfjaar"].hangt_af = True

    def clean(self):
        """One value for the service: the whole description."""
        gegevens = super().clean()
        return gegevens if self.errors else {"beschrijving": Beschrijving(**gegevens)}


@require_safe
def werkwijzen(request: HttpRequest) -> HttpResponse:
    """All that was shared, and one's own drafts; by words, actielijn and target group."""
    form = ZoekForm(request.GET)
    alle = Werkwijze.objects.zichtbaar_voor(request.bereik).select_related("regio", "actielijn")
    bladzijde = Paginator(form.filter(alle), PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    vraag = request.GET.copy()
    vraag.pop("pagina", None)
    gevonden = resultaten(bladzijde.object_list)
    for werkwijze in bladzijde:
        werkwijze.uitkomst = gevonden.get(werkwijze.pk)
    context = {
        "zoek": form,
        "bladzijde": bladzijde,
        "zoekvraag": f"{vraag.urlencode()}&" if vraag else "",
        "eigen": Arbeidsmarktregio.objects.filter(pk__in=request.bereik.schrijfregios),
    }
    return render(request, "verbinder/sturing/werkwijzen.html", context)


def _vind(request: HttpRequest, pk: int) -> Werkwijze:
    alle = Werkwijze.objects.zichtbaar_voor(request.bereik).select_related("regio", "actielijn")
    return get_object_or_404(alle, pk=pk)


@require_safe
def werkwijze(request: HttpRequest, pk: int) -> HttpResponse:
    """One way of working, with its result as it was published."""
    gevonden = _vind(request, pk)
    resultaat = resultaten([gevonden]).get(gevonden.pk)
    mag_rapport = request.bereik.alle_publicaties or gevonden.regio_id in request.bereik.publicaties
    context = {
        "werkwijze": gevonden,
        "delen": [
            ("Situatie", blokken_van(gevonden.situatie)),
            ("Aanpak", blokken_van(gevonden.aanpak)),
            ("Kosten", blokken_van(gevonden.kosten)),
            ("Wat het opleverde", blokken_van(gevonden.resultaat)),
        ],
        "resultaat": resultaat,
        "rapport": adres_van(resultaat.versie)
        if resultaat and resultaat.versie and mag_rapport
        else "",
        "schrijft": gevonden.regio_id in request.bereik.schrijfregios,
    }
    return render(request, "verbinder/sturing/werkwijze.html", context)


@eenmalig
def nieuw(request: HttpRequest, regio: str) -> HttpResponse:
    """Describe a way of working of one's own region."""
    van_regio = schrijfregio(request, regio)
    return _schrijf(request, van_regio, None, {"contact": "regionale verbinder"})


@eenmalig
def wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one's own description."""
    gevonden = _vind(request, pk)
    eis_schrijver(request, gevonden.regio_id)
    begin = {naam: getattr(gevonden, naam) for naam in WerkwijzeForm.base_fields}
    return _schrijf(request, gevonden.regio, gevonden, begin)


def _schrijf(request, regio, werkwijze: Werkwijze | None, begin: dict) -> HttpResponse:
    form = WerkwijzeForm.van(request, initial=begin)
    if form.is_valid() and form.voer_uit(
        beschrijf, regio=regio, werkwijze=werkwijze, bereik=request.bereik, door=request.door
    ):
        return redirect("werkwijze", form.resultaat.pk)
    return formulierpagina(
        request,
        form,
        titel="Werkwijze wijzigen" if werkwijze else "Werkwijze beschrijven",
        knop="Opslaan",
        kruimels=[("Wat werkt elders", reverse("werkwijzen"))],
        uitleg=["Noem geen mensen. Andere regio's lezen dit pas als u het deelt."],
    )


@eenmalig
def delen(request: HttpRequest, pk: int) -> HttpResponse:
    """Share it with the country, or take it back."""
    gevonden = _vind(request, pk)
    eis_schrijver(request, gevonden.regio_id)
    aan = not gevonden.gedeeld
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        deel, werkwijze=gevonden, gedeeld=aan, bereik=request.bereik, door=request.door
    ):
        messages.success(request, "Gedeeld met andere regio's." if aan else "Niet meer gedeeld.")
        return redirect("werkwijze", gevonden.pk)
    return formulierpagina(
        request,
        form,
        titel="Werkwijze delen" if aan else "Werkwijze niet meer delen",
        knop="Delen" if aan else "Niet meer delen",
        kruimels=[
            ("Wat werkt elders", reverse("werkwijzen")),
            (gevonden.titel, reverse("werkwijze", args=[gevonden.pk])),
        ],
        uitleg=["Iedereen met een account, in elke regio, leest wat u deelt."] if aan else [],
    )
