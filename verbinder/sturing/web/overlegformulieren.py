"""The forms of overleggen: bodies, members, meetings, points, besluiten, action points."""

from django import forms

from regio.models import Besluit, Besluituitkomst, Overleg, Overleglid, Overlegrol, Puntsoort
from regio.services.vergaderingen import MEESTE_VERGADERINGEN, Herhaling
from regio.web.formulieren import HandelingForm
from regio.web.velden import Dag
from verbinder.sturing.web.planformulieren import HALF, halve_dag


def regels(tekst: str) -> list[str]:
    """The lines of a text that say something."""
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


def tijdveld(label: str) -> forms.TimeField:
    """A time of day."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time", **HALF}, format="%H:%M"),
        error_messages={"invalid": "Dit is geen tijd. Schrijf haar als 14:30."},
    )


class OverlegForm(HandelingForm):
    """A body, as the region calls it."""

    naam = forms.CharField(label="Naam", max_length=100)
    afkorting = forms.CharField(
        label="Korte naam",
        max_length=20,
        help_text="Staat voor het nummer van elk besluit, zoals PFHO 2026-03.",
        widget=forms.TextInput(attrs=HALF),
    )
    volgorde = forms.IntegerField(
        label="Plaats in de lijst",
        min_value=1,
        max_value=999,
        initial=10,
        widget=forms.NumberInput(attrs=HALF),
    )
    doel = forms.CharField(
        label="Waar gaat het over",
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agenda = forms.CharField(
        label="Vaste agenda",
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Een punt per regel. Elke nieuwe vergadering begint hiermee.",
    )
    stelt_vast = forms.BooleanField(label="Stelt plannen en rapporten vast", required=False)

    @classmethod
    def van_overleg(cls, overleg: Overleg | None) -> dict:
        """What the form begins with."""
        if overleg is None:
            return {}
        waarden = {naam: getattr(overleg, naam) for naam in cls.base_fields}
        return waarden | {"agenda": "\n".join(overleg.agenda)}

    def clean_agenda(self) -> list[str]:
        """The points of the agenda."""
        punten = regels(self.cleaned_data["agenda"])
        if any(len(punt) > 150 for punt in punten):
            raise forms.ValidationError("Een agendapunt is te lang. Gebruik hooguit 150 tekens.")
        return punten


class LidForm(HandelingForm):
    """Somebody in a body."""

    naam = forms.CharField(label="Naam", max_length=100, widget=forms.TextInput(attrs=HALF))
    organisatie = forms.CharField(
        label="Namens", max_length=100, required=False, widget=forms.TextInput(attrs=HALF)
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Zo herkent Verbinder wie een account heeft.",
    )
    rol = forms.ChoiceField(label="Rol", choices=Overlegrol.choices, initial=Overlegrol.LID)
    van = halve_dag(label="Lid vanaf")
    tot_en_met = halve_dag(label="Tot en met", required=False)

    @classmethod
    def van_lid(cls, lid: Overleglid | None) -> dict:
        """What the form begins with."""
        return {naam: getattr(lid, naam) for naam in cls.base_fields} if lid else {}


class VergaderForm(HandelingForm):
    """When and where a body meets."""

    datum = Dag(label="Datum")
    begintijd = tijdveld("Begint om")
    eindtijd = tijdveld("Eindigt om")
    plaats = forms.CharField(label="Plaats", max_length=150, required=False)


class ReeksForm(VergaderForm):
    """The same, once or a series."""

    herhaling = forms.ChoiceField(
        label="Hoe vaak", choices=Herhaling.choices, widget=forms.Select(attrs=HALF)
    )
    aantal = forms.IntegerField(
        label="Aantal keer",
        min_value=1,
        max_value=MEESTE_VERGADERINGEN,
        initial=1,
        widget=forms.NumberInput(attrs=HALF),
    )


class VergaderWijzigForm(VergaderForm):
    """Move a meeting, or cancel it."""

    afgezegd = forms.BooleanField(label="De vergadering gaat niet door", required=False)


class PuntForm(HandelingForm):
    """A point of the agenda, and what was said about it."""

    titel = forms.CharField(label="Onderwerp", max_length=150)
    soort = forms.ChoiceField(
        label="Wat wordt gevraagd", choices=Puntsoort.choices, initial=Puntsoort.BESPREKING
    )
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    verslag = forms.CharField(
        label="Verslag",
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Schrijf geen namen of gegevens van statushouders op.",
    )


class BesluitForm(HandelingForm):
    """What was decided."""

    tekst = forms.CharField(
        label="Besluit", max_length=3_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=[("", "Kies een uitkomst"), *Besluituitkomst.choices]
    )
    opmerking = forms.CharField(
        label="Opmerking",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    vervangt = forms.ModelChoiceField(
        label="Vervangt een eerder besluit",
        queryset=Besluit.objects.none(),
        required=False,
        empty_label="Nee",
    )


class ActieForm(HandelingForm):
    """Who does what before when."""

    omschrijving = forms.CharField(label="Wat", max_length=300)
    wie = forms.CharField(label="Wie", max_length=100, widget=forms.TextInput(attrs=HALF))
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Met een account ziet de eigenaar het punt op de startpagina.",
    )
    datum = Dag(label="Voor")


class StukForm(HandelingForm):
    """A version of a report or of a plan."""

    stuk = forms.ChoiceField(label="Stuk")


class IntrekForm(HandelingForm):
    """Why a document is withdrawn."""

    reden = forms.CharField(label="Reden", max_length=200)
