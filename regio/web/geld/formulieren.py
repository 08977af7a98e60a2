"""The forms of the ledger. Each ends in one booking, or in a proposal to book."""

from datetime import date
from typing import Any

from django import forms

from regio.geldstand import standen
from regio.models import (
    Arbeidsmarktregio,
    Boekingsoort,
    Geldsoort,
    Gemeente,
    Kostensoort,
    Verplichting,
    Zekerheid,
)
from regio.services.boekopzet import GELIJK, NAAR_INWONERS
from regio.services.jaarafsluiting import open_verplichtingen
from regio.web.formulieren import HandelingForm
from regio.web.geld.velden import Bedrag, Jaar, Lijn, Pot
from regio.web.velden import Dag

HELFT = {"data-breedte": "v6"}


class BoekForm(HandelingForm):
    """What every booking asks. `gegevens` are the values as the services take them."""

    def beperk(self, regio: Arbeidsmarktregio, *, op: date) -> None:
        """Offer what this region has."""
        if "pot" in self.fields:
            self.fields["pot"].bied_aan(standen(regio.pk, op=op))
        for naam in ("datum", "besluit_datum", "boekdatum"):
            if naam in self.fields:
                self.fields[naam].widget.attrs |= HELFT

    def gegevens(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        if "pot" in gegevens and (pot := gegevens.pop("pot")):
            gegevens["herkomstjaar"], gegevens["soort"] = pot
        return gegevens


class BijdrageForm(BoekForm):
    """Money that comes in."""

    herkomstjaar = Jaar(
        label="Geld van het jaar", help_text="Het jaar waarvoor de bijdrage is bedoeld."
    )
    soort = forms.ChoiceField(
        label="Soort geld", choices=Geldsoort.choices, widget=forms.Select(attrs=HELFT)
    )
    bedrag = Bedrag(label="Bedrag")
    datum = Dag(label="Ontvangen op")
    circulaire = forms.CharField(label="Circulaire of beschikking", max_length=100)
    besluit = forms.CharField(label="Besluit", max_length=200, required=False)
    bron = forms.CharField(
        label="Bron", max_length=300, help_text="Waar het bedrag staat: stuk, nummer en datum."
    )
    zekerheid = forms.ChoiceField(label="Hoe zeker is dit bedrag?", choices=Zekerheid.choices)
    twijfel = forms.CharField(
        label="Wat is nog niet zeker?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kenmerk = forms.CharField(label="Kenmerk in de boekhouding", max_length=60, required=False)


class DoorschuivingForm(BoekForm):
    """Money that moves to a later year by a besluit."""

    pot = Pot()
    bedrag = Bedrag(label="Bedrag")
    van_jaar = Jaar(label="Van het jaar")
    naar_jaar = Jaar(label="Naar het jaar")
    besluit = forms.CharField(
        label="Besluit", max_length=200, help_text="Welk overleg of welke raad, met het kenmerk."
    )
    besluit_datum = Dag(label="Datum van het besluit")


class KostenForm(BoekForm):
    """What commitments and spending share."""

    pot = Pot()
    bedrag = Bedrag(label="Bedrag")
    datum = Dag(label="Datum")
    omschrijving = forms.CharField(label="Omschrijving", max_length=200)
    kostensoort = forms.ChoiceField(
        label="Waarvoor", choices=Kostensoort.choices, widget=forms.Select(attrs=HELFT)
    )
    actielijn = Lijn()
    kenmerk = forms.CharField(label="Kenmerk in de boekhouding", max_length=60, required=False)
    met_tekort = forms.BooleanField(
        label="Boek ook als er niet genoeg geld vrij is",
        required=False,
        help_text="Er ontstaat dan een tekort, dat overal zo te zien is.",
    )

    def beperk(self, regio: Arbeidsmarktregio, *, op: date) -> None:
        super().beperk(regio, op=op)
        self.fields["actielijn"].widget.attrs |= HELFT


class VerplichtingForm(KostenForm):
    """Money that is committed to somebody."""

    tegenpartij = forms.CharField(label="Met wie", max_length=150)

    field_order = ["pot", "bedrag", "datum", "tegenpartij", "omschrijving"]


class Verplichtingkeuze(forms.ModelChoiceField):
    """A verplichting with what of it is open."""

    def label_from_instance(self, obj: Verplichting) -> str:
        return f"{obj.tegenpartij}: {obj.omschrijving} ({obj.jaar}, {obj.pot[0]})"


class BestedingForm(KostenForm):
    """Money that was spent, on a verplichting or apart, for gemeenten or for the region."""

    verplichting = Verplichtingkeuze(
        queryset=Verplichting.objects.none(),
        label="Op een verplichting",
        required=False,
        empty_label="Nee, los van een verplichting",
        help_text="Dan komt het uit het geld van die verplichting.",
        error_messages={"invalid_choice": "Kies een verplichting uit de lijst."},
    )
    boekdatum = Dag(
        label="Boekdatum in de administratie",
        required=False,
        help_text="Als die anders is dan de datum.",
    )
    gemeenten = forms.ModelMultipleChoiceField(
        label="Voor welke gemeenten",
        queryset=Gemeente.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Niets aangevinkt: voor de hele regio.",
        error_messages={"invalid_choice": "Kies gemeenten uit de lijst."},
    )
    verdeling = forms.ChoiceField(
        label="Verdelen over die gemeenten",
        choices=[(GELIJK, "Elk evenveel"), (NAAR_INWONERS, "Naar aantal inwoners")],
        required=False,
        initial=GELIJK,
    )

    field_order = [
        "verplichting", "pot", "bedrag", "datum", "omschrijving", "kostensoort", "actielijn",
        "gemeenten", "verdeling", "kenmerk", "boekdatum", "met_tekort",
    ]  # fmt: skip

    def beperk(self, regio: Arbeidsmarktregio, *, op: date) -> None:
        super().beperk(regio, op=op)
        self.fields["pot"].required = False
        self.fields["pot"].hangt_af = True
        self.fields["gemeenten"].queryset = Gemeente.objects.in_regio(regio, op=op)
        open_ = [
            verplichting.pk
            for jaar in (op.year - 1, op.year, op.year + 1)
            for verplichting, _ in open_verplichtingen(regio, jaar)
        ]
        self.fields["verplichting"].queryset = Verplichting.objects.filter(pk__in=open_)

    def clean(self):
        gegevens = super().clean()
        if not gegevens.get("pot") and not gegevens.get("verplichting"):
            self.add_error("pot", "Kies uit welk geld dit komt, of kies een verplichting.")
        gegevens["verdeling"] = gegevens.get("verdeling") or GELIJK
        return gegevens


FORMULIEREN: dict[str, type[BoekForm]] = {
    Boekingsoort.BIJDRAGE: BijdrageForm,
    Boekingsoort.DOORSCHUIVING: DoorschuivingForm,
    Boekingsoort.VERPLICHTING: VerplichtingForm,
    Boekingsoort.BESTEDING: BestedingForm,
}


class TerugForm(HandelingForm):
    """Take a booking back, or let the rest of a verplichting lapse."""

    datum = Dag(label="Datum")
    reden = forms.CharField(
        label="Waarom", max_length=190, help_text="Dit staat bij de boeking, voor wie haar leest."
    )


class AfwijsForm(HandelingForm):
    """Why a proposal is refused."""

    reden = forms.CharField(
        label="Waarom niet", max_length=300, help_text="Wie het voorstelde, leest dit."
    )


class PlanregelForm(HandelingForm):
    """One line of the bestedingsplan."""

    omschrijving = forms.CharField(label="Omschrijving", max_length=200)
    bedrag = Bedrag(label="Bedrag")
    van = Dag(label="Eerste dag")
    tot_en_met = Dag(
        label="Laatste dag", help_text="Deze dag telt mee: 'tot 1 september' is t/m 31 augustus."
    )
    kostensoort = forms.ChoiceField(label="Waarvoor", choices=Kostensoort.choices)
    actielijn = Lijn()


class AfspraakForm(HandelingForm):
    """What the region agrees about its ledger."""

    goedkeuren_boven = Bedrag(
        label="Boven welk bedrag keurt een tweede controller goed?",
        required=False,
        help_text="Leeg: dat is niet nodig. Geldt voor elke nieuwe boeking.",
    )
    waarschuw_dagen = forms.IntegerField(
        label="Hoeveel dagen vooraf waarschuwen dat het geld opraakt?",
        min_value=0,
        max_value=730,
        widget=forms.NumberInput(attrs=HELFT),
    )


class AfsluitForm(HandelingForm):
    """Close a year for good."""

    rest_blijft = forms.BooleanField(
        label="Wat over is, wordt zonder besluit het beginsaldo van het volgende jaar",
        required=False,
        help_text="Alleen nodig als er geld over is dat niet is doorgeschoven.",
    )
