"""The form that takes a workbook."""

from django import forms
from django.conf import settings

from regio.models import Arbeidsmarktregio, GemeenteInRegio
from regio.perioden import vandaag
from regio.toegang import Bereik
from regio.web.formulieren import HandelingForm
from statushouders.uitwisseling.inlezen import Afzender
from statushouders.uitwisseling.wacht import MB


class InleesForm(HandelingForm):
    """Which file, and for whom: a region of which one is verbinder, or a gemeente."""

    voor = forms.ChoiceField(
        label="Voor wie levert u aan?",
        widget=forms.RadioSelect,
        help_text=(
            "Kenmerken en nummers van trajecten horen bij wie aanlevert. Kies elke keer dezelfde."
        ),
    )
    bestand = forms.FileField(
        label="Bestand",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.zip"}),
        error_messages={"empty": "Het bestand is leeg. Kies een ander bestand."},
    )

    def __init__(self, *args, bereik: Bereik, **kwargs):
        super().__init__(*args, **kwargs)
        self.afzenders = mogelijke_afzenders(bereik)
        keuzes = [(code, _naam(afzender)) for code, afzender in self.afzenders.items()]
        self.fields["voor"].choices = keuzes
        if len(keuzes) == 1:
            self.fields["voor"].initial = keuzes[0][0]
            self.fields["voor"].widget = forms.HiddenInput()
        grens = settings.IMPORT_GRENZEN["bestand"] // MB
        self.fields[
            "bestand"
        ].help_text = (
            f"Een xlsx, ods of csv, of een zip met een csv per blad. Hoogstens {grens} MB."
        )
        self.fields["bestand"].error_messages["required"] = (
            f"Kies een bestand van hoogstens {grens} MB."
        )

    @property
    def afzender(self) -> Afzender:
        """Who delivers, once the form is valid."""
        return self.afzenders[self.cleaned_data["voor"]]


def mogelijke_afzenders(bereik: Bereik) -> dict[str, Afzender]:
    """For whom these rights may deliver, by code: regions first, then gemeenten by name."""
    op = vandaag()
    regios = {r.pk: r for r in Arbeidsmarktregio.objects.filter(pk__in=bereik.regios)}
    afzenders = {regio.code: Afzender(regio) for regio in regios.values()}
    leden = GemeenteInRegio.objects.geldig_op(op).filter(gemeente__in=bereik.gemeenten)
    for lid in leden.select_related("gemeente", "regio").order_by("gemeente__naam"):
        afzenders[lid.gemeente.code] = Afzender(lid.regio, lid.gemeente)
    return afzenders


def _naam(afzender: Afzender) -> str:
    if afzender.gemeente is None:
        return f"De regio {afzender.regio.naam}, als verbinder"
    return f"Gemeente {afzender.gemeente.naam}"
