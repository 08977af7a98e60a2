"""Writing down what an overleg did with a report."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regio.models import Besluituitkomst, Overleg
from regio.perioden import vandaag
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.velden import Dag
from verbinder.rapportage.services import leg_behandeling_vast
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie


class BehandelForm(HandelingForm):
    """An overleg, its day, what it did and what it said."""

    overleg = forms.ModelChoiceField(
        label="Overleg",
        queryset=Overleg.objects.none(),
        required=False,
        empty_label="Een ander overleg",
        error_messages={"invalid_choice": "Kies een overleg van deze regio."},
    )
    naam = forms.CharField(
        label="Naam van het andere overleg",
        required=False,
        max_length=100,
        help_text="Alleen als het overleg niet in de lijst staat, zoals een gemeenteraad.",
    )
    datum = Dag(label="Datum van het overleg")
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=Besluituitkomst.choices, widget=forms.RadioSelect
    )
    opmerking = forms.CharField(
        label="Opmerking",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat vroeg het overleg, of wat moet anders? Noem geen personen.",
    )


@eenmalig
def behandelen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Write down what an overleg did with this version."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    form = BehandelForm.van(request, initial={"datum": vandaag()})
    form.fields["overleg"].queryset = Overleg.objects.filter(
        regio=versie.rapportage.regio_id, opgeheven_op__isnull=True
    )
    if form.is_valid() and form.voer_uit(
        leg_behandeling_vast, versie=versie, nu=timezone.now(), door=request.door
    ):
        messages.success(request, "De uitkomst van het overleg is vastgelegd.")
        return redirect(f"{adres_van(versie)}#overleggen")
    context = {
        "form": form,
        "versie": versie,
        "titel": "Uitkomst van een overleg",
        "uitleg": (
            "Leg vast wat een overleg met dit rapport deed. Dit kan ook na de vaststelling, en "
            "verandert niets aan het rapport. Stelt het overleg het rapport vast? Kies dan "
            "'Vaststellen' bij het rapport."
        ),
        "knop": "Uitkomst vastleggen",
        "terug": adres_van(versie),
    }
    return toon(request, "verbinder/rapportage/stap.html", context)
