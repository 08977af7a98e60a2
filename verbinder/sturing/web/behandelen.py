"""Writing down what an overleg did with a report, with its besluiten and actions."""

import re
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regio.models import Besluituitkomst, Overleg
from regio.perioden import vandaag
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.velden import Dag
from verbinder.rapportage.delen import BESLUIT
from verbinder.rapportage.models import Versie
from verbinder.rapportage.opslag import laatste_teksten
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie
from verbinder.sturing.behandelen import Actie, behandel_rapport
from verbinder.sturing.web.overlegformulieren import regels
from verbinder.sturing.web.planformulieren import HALF, halve_dag

ACTIES = 3
WAT, WIE, EMAIL, VOOR = ACTIEVELDEN = "wat", "wie", "email", "voor"


def _actievelden(nummer: int) -> dict[str, forms.Field]:
    """The fields of one action, all of them to leave empty."""
    tekst = {"required": False, "widget": forms.TextInput(attrs=HALF)}
    return {
        f"{WAT}_{nummer}": forms.CharField(
            label=f"Actie {nummer}: wat", max_length=300, required=False
        ),
        f"{WIE}_{nummer}": forms.CharField(label=f"Actie {nummer}: wie", max_length=100, **tekst),
        f"{VOOR}_{nummer}": halve_dag(label=f"Actie {nummer}: voor", required=False),
        f"{EMAIL}_{nummer}": forms.EmailField(
            label=f"Actie {nummer}: e-mailadres",
            required=False,
            help_text="Met een account ziet de eigenaar de actie op de startpagina.",
        ),
    }


class BehandelForm(HandelingForm):
    """An overleg, its day, what it did, decided and agreed."""

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
    besluiten = forms.CharField(
        label="Besluiten",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=(
            "Een besluit per regel. Elk komt met een eigen nummer op de besluitenlijst. Hier staat "
            "wat in het rapport is gevraagd; verander wat anders is besloten. Laat u dit leeg, dan "
            "komt er een besluit dat het rapport noemt."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for nummer in range(1, ACTIES + 1):
            self.fields |= _actievelden(nummer)

    def clean_besluiten(self) -> list[str]:
        """The besluiten, one for each line."""
        return regels(self.cleaned_data["besluiten"])

    def clean(self) -> dict:
        """The fields of each action become one `Actie`; half an action is refused."""
        gegevens = self.cleaned_data
        gegevens["acties"] = [
            actie for nummer in range(1, ACTIES + 1) if (actie := self._actie(nummer))
        ]
        return gegevens

    def _actie(self, nummer: int) -> Actie | None:
        velden = {naam: self.cleaned_data.pop(f"{naam}_{nummer}", None) for naam in ACTIEVELDEN}
        if not any(velden.values()) or f"{VOOR}_{nummer}" in self.errors:
            return None
        dag = velden[VOOR]
        if not velden[WAT]:
            self.add_error(f"{WAT}_{nummer}", "Schrijf op wat er moet gebeuren.")
        elif not (velden[WIE] or velden[EMAIL]):
            self.add_error(f"{WIE}_{nummer}", "Schrijf op wie dit doet.")
        elif not isinstance(dag, date):
            self.add_error(f"{VOOR}_{nummer}", "Vul in voor welke dag dit klaar is.")
        else:
            return Actie(velden[WAT], velden[WIE] or "", dag, velden[EMAIL] or "")
        return None


def _gevraagd(versie: Versie) -> list[str]:
    """The points of "Gevraagd besluit", without their numbers and those that hold a figure."""
    teksten = {tekst.deel: tekst.tekst for tekst in laatste_teksten(versie)}
    punten = regels(teksten.get(BESLUIT.code, ""))
    return [re.sub(r"^\d+\.\s*", "", punt) for punt in punten if "{{" not in punt]


@eenmalig
def behandelen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Write down what an overleg did with this version."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    begin = {"datum": vandaag(), "besluiten": "\n".join(_gevraagd(versie))}
    form = BehandelForm.van(request, initial=begin)
    form.fields["overleg"].queryset = Overleg.objects.filter(
        regio=versie.rapportage.regio_id, opgeheven_op__isnull=True
    )
    if form.is_valid() and form.voer_uit(
        behandel_rapport,
        versie=versie,
        nu=timezone.now(),
        bereik=request.bereik,
        door=request.door,
    ):
        messages.success(request, "De uitkomst van het overleg is vastgelegd.")
        return redirect(f"{adres_van(versie)}#overleggen")
    context = {
        "form": form,
        "versie": versie,
        "titel": "Uitkomst van een overleg",
        "uitleg": (
            "Leg vast wat een overleg met dit rapport deed. De besluiten komen op de "
            "besluitenlijst van dat overleg, de acties bij wie ze uitvoert. Dit kan ook na de "
            "vaststelling, en verandert niets aan het rapport. Stelt het overleg het rapport vast? "
            "Kies dan 'Vaststellen' bij het rapport."
        ),
        "knop": "Uitkomst vastleggen",
        "terug": adres_van(versie),
    }
    return toon(request, "verbinder/rapportage/stap.html", context)
