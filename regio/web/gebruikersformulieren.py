"""The forms of the accounts page."""

from datetime import date

from django import forms

from regio.models import Arbeidsmarktregio, Gemeente, Rol
from regio.models.gebruikers import ROLLEN_VAN_EEN_GEMEENTE, ROLLEN_VAN_EEN_REGIO
from regio.services.deelnames import gemeenten_in
from regio.toegang import Bereik
from regio.web.formulieren import HandelingForm
from regio.web.velden import Dag

KIES = [("", "Kies een rol")]


class RechtForm(HandelingForm):
    """One role, for one or more gemeenten or for a region, from a day to a day."""

    rol = forms.ChoiceField(label="Rol")
    gemeenten = forms.ModelMultipleChoiceField(
        label="Gemeenten",
        queryset=Gemeente.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Voor klantmanager en voor beleid en bestuur. U mag er meer dan één kiezen.",
        error_messages={"invalid_choice": "Kies gemeenten uit de lijst."},
    )
    regio = forms.ModelChoiceField(
        label="Regio",
        queryset=Arbeidsmarktregio.objects.none(),
        required=False,
        help_text="Voor de andere rollen.",
        empty_label="Geen regio",
        error_messages={"invalid_choice": "Kies een regio uit de lijst."},
    )
    van = Dag(label="Vanaf")
    tot_en_met = Dag(label="Tot en met", required=False, help_text="Leeg: zonder einde.")

    # The roles that need a region; the directieoverleg of the whole country has none.
    met_regio: tuple[Rol, ...] = ROLLEN_VAN_EEN_REGIO

    def beperk(self, beheer: Bereik, *, op: date) -> None:
        """Offer only what this beheerder may give."""
        rollen = [rol for rol in Rol if beheer.applicatie or rol != Rol.APPLICATIEBEHEERDER]
        if not beheer.applicatie:
            self.met_regio = (*ROLLEN_VAN_EEN_REGIO, Rol.DIRECTIEOVERLEG)
        self.fields["rol"].choices = KIES + [(rol.value, rol.label) for rol in rollen]
        self.fields["van"].initial = self.initial.get("van") or op
        for naam in ("gemeenten", "regio"):
            self.fields[naam].hangt_af = True
        for naam in ("van", "tot_en_met"):
            self.fields[naam].widget.attrs["data-breedte"] = "v6"
        if beheer.applicatie:
            # All gemeenten of the country: a list to pick from, in place of 342 boxes.
            self.fields["gemeenten"].widget = forms.SelectMultiple(attrs={"size": 8})
            self.fields["gemeenten"].help_text += " Houd Ctrl ingedrukt bij het kiezen."
            self.fields["gemeenten"].queryset = Gemeente.objects.bestaand_op(op)
            self.fields["regio"].queryset = Arbeidsmarktregio.objects.all()
        else:
            self.fields["gemeenten"].queryset = gemeenten_in(beheer, op=op)
            self.fields["regio"].queryset = Arbeidsmarktregio.objects.filter(
                pk__in=beheer.beheerregios
            )
            if len(beheer.beheerregios) == 1:
                self.fields["regio"].initial = next(iter(beheer.beheerregios))

    def clean(self):
        """The region is offered ready filled in, and does not matter to the role of a gemeente."""
        gegevens = super().clean()
        if gegevens.get("rol") in ROLLEN_VAN_EEN_GEMEENTE:
            gegevens["regio"] = None
        elif gegevens.get("rol") == Rol.APPLICATIEBEHEERDER:
            gegevens["regio"], gegevens["gemeenten"] = None, Gemeente.objects.none()
        elif gegevens.get("rol") in self.met_regio and not gegevens.get("regio"):
            self.add_error("regio", "Kies een regio voor deze rol.")
        return gegevens


class UitnodigingForm(RechtForm):
    """Who to invite, and with what right."""

    naam = forms.CharField(label="Naam", max_length=100)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Hier gaat de link naartoe om een wachtwoord te kiezen.",
    )
    functie = forms.CharField(label="Functie", max_length=100, required=False)

    field_order = ["naam", "email", "functie", "rol", "gemeenten", "regio", "van", "tot_en_met"]


class EindeForm(HandelingForm):
    """The last day of a right or of a deelname."""

    laatste_dag = Dag(
        label="Laatste dag",
        help_text="Kies gisteren om het meteen te laten eindigen.",
    )


class BevestigForm(HandelingForm):
    """Nothing to fill in: the button is the answer."""


class FilterForm(forms.Form):
    """What to show of the list of users."""

    q = forms.CharField(label="Naam of e-mailadres", required=False, max_length=100)
    rol = forms.ChoiceField(
        label="Rol", required=False, choices=[("", "Alle rollen"), *Rol.choices]
    )
    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.none(),
        required=False,
        empty_label="Alle gemeenten",
    )
    ook_beeindigd = forms.BooleanField(label="Ook beëindigde rechten", required=False)
