"""The forms of a plan."""

from datetime import date

from django import forms

from regio.models import (
    Actielijn,
    Doel,
    Gemeente,
    Maatregel,
    Overleg,
    Partner,
    Planversie,
    Richting,
    Voortgang,
)
from regio.services.plandelen import TAKEN, Doelopzet
from regio.web.formulieren import HandelingForm
from regio.web.velden import Dag
from verbinder.indicatoren.doelen import VOOR_DOELEN

HALF = {"data-breedte": "v6"}


def halve_dag(**kwargs) -> Dag:
    """A day that takes half of the width."""
    veld = Dag(**kwargs)
    veld.widget.attrs.update(HALF)
    return veld


class PlanForm(HandelingForm):
    """A new plan: how it is called, and for when."""

    titel = forms.CharField(label="Titel", max_length=150)
    van = halve_dag(label="Eerste dag")
    tot_en_met = halve_dag(label="Laatste dag")


class PlantekstForm(HandelingForm):
    """The texts of a version."""

    analyse = forms.CharField(
        label="Analyse",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=(
            "Wie zijn de mensen, wat kan de regio bieden, wat zit tegen? Een lege regel begint "
            "een nieuwe alinea; regels die met een streepje beginnen, worden een lijst."
        ),
    )
    prioriteit = forms.CharField(
        label="Voorrang tussen oude en nieuwe wetters",
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    hoogopgeleiden = forms.CharField(
        label="Aandacht voor hoogopgeleiden",
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class DoelForm(HandelingForm):
    """A goal: how much of what, when, where, and from which source."""

    omschrijving = forms.CharField(
        label="Doel", max_length=200, help_text="Bijvoorbeeld: meer mensen naar betaald werk."
    )
    indicator = forms.ChoiceField(
        label="Cijfer", help_text="Met dit cijfer telt Verbinder wat er is bereikt."
    )
    richting = forms.ChoiceField(
        label="Richting",
        choices=Richting.choices,
        initial=Richting.MINSTENS,
        widget=forms.Select(attrs=HALF),
        help_text="Hoogstens: bij een cijfer waarvan minder beter is.",
    )
    aantal = forms.IntegerField(
        label="Aantal of percentage",
        min_value=1,
        max_value=1_000_000,
        error_messages={"min_value": "Vul een aantal in dat hoger is dan 0."},
        widget=forms.NumberInput(attrs=HALF),
    )
    eenheid = forms.ChoiceField(
        label="Eenheid",
        widget=forms.Select(attrs=HALF),
        error_messages={"required": "Een doel heeft een eenheid. Kies wat u telt."},
    )
    begindatum = halve_dag(label="Eerste dag")
    einddatum = halve_dag(label="Laatste dag")
    actielijn = forms.ModelChoiceField(
        label="Actielijn",
        queryset=Actielijn.objects.all(),
        required=False,
        empty_label="Alle actielijnen",
    )
    gemeenten = forms.ModelMultipleChoiceField(
        label="Gemeenten",
        queryset=Gemeente.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies niets voor een doel van de hele regio.",
        error_messages={"invalid_choice": "Kies gemeenten uit uw regio."},
    )
    bron = forms.CharField(
        label="Bron", max_length=200, help_text="In welk stuk of besluit staat dit doel?"
    )
    uitgangswaarde = forms.IntegerField(
        label="Uitgangswaarde",
        min_value=0,
        max_value=1_000_000,
        required=False,
        widget=forms.NumberInput(attrs=HALF),
        help_text="Hoe was het bij het begin?",
    )
    uitgangsdatum = halve_dag(label="Gemeten op", required=False)

    def beperk(self, versie: Planversie, *, op: date) -> None:
        """Offer the figures that may be a goal, and the gemeenten of the region."""
        plan = versie.plan
        self.fields["indicator"].choices = [
            ("", "Kies een cijfer"),
            *((code, f"{code} {i.titel} ({i.eenheid})") for code, i in VOOR_DOELEN.items()),
        ]
        eenheden = dict.fromkeys(str(i.eenheid) for i in VOOR_DOELEN.values())
        self.fields["eenheid"].choices = [("", "Kies wat u telt"), *((e, e) for e in eenheden)]
        self.fields["gemeenten"].queryset = Gemeente.objects.in_regio(plan.regio, op=op)
        self.fields["uitgangsdatum"].hangt_af = True

    @classmethod
    def van_doel(cls, doel: Doel | None, versie: Planversie) -> dict:
        """What the form begins with."""
        if doel is None:
            return {"begindatum": versie.plan.van, "einddatum": versie.plan.tot_en_met}
        waarden = {naam: getattr(doel, naam) for naam in cls.base_fields if naam != "gemeenten"}
        return waarden | {"gemeenten": list(doel.gemeenten.all())}

    def clean(self):
        """One value for the service: the whole goal."""
        gegevens = super().clean()
        if self.errors:
            return gegevens
        return {"opzet": Doelopzet(**gegevens)}


class MaatregelForm(HandelingForm):
    """A measure: what, who sees to it, with whom, when."""

    titel = forms.CharField(label="Maatregel", max_length=200)
    omschrijving = forms.CharField(
        label="Omschrijving",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    actielijn = forms.ModelChoiceField(
        label="Actielijn",
        queryset=Actielijn.objects.all(),
        required=False,
        empty_label="Alle actielijnen",
        widget=forms.Select(attrs=HALF),
    )
    trekker = forms.CharField(
        label="Trekker",
        max_length=100,
        help_text="Een functie of organisatie, geen naam.",
        widget=forms.TextInput(attrs=HALF),
    )
    partners = forms.MultipleChoiceField(
        label="Partners",
        choices=Partner.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    van = halve_dag(label="Begint op", required=False)
    tot_en_met = halve_dag(label="Klaar op", required=False)

    @classmethod
    def van_maatregel(cls, maatregel: Maatregel | None) -> dict:
        """What the form begins with."""
        if maatregel is None:
            return {"trekker": "regionale verbinder"}
        return {naam: getattr(maatregel, naam) for naam in cls.base_fields}


class TakenForm(HandelingForm):
    """Which of the usual tasks of a verbinder become measures."""

    taken = forms.MultipleChoiceField(
        label="Taken",
        choices=[(taak.code, taak.titel) for taak in TAKEN],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste een taak."},
    )
    trekker = forms.CharField(label="Trekker", max_length=100, initial="regionale verbinder")


class StandForm(HandelingForm):
    """How far a measure is."""

    stand = forms.ChoiceField(label="Stand", choices=Voortgang.choices)
    opmerking = forms.CharField(label="Opmerking", max_length=500, required=False)


class VaststelForm(HandelingForm):
    """Which overleg adopted the plan, and when."""

    overleg = forms.ModelChoiceField(
        label="Overleg",
        queryset=Overleg.objects.none(),
        empty_label="Kies een overleg",
        help_text="Alleen een overleg dat plannen en rapporten vaststelt.",
    )
    datum = Dag(label="Datum van het overleg")
    opmerking = forms.CharField(
        label="Opmerking",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld een wijziging of een voorwaarde.",
    )
