"""Employers: the name, whom to call, what was agreed, and who fills a place."""

from django import forms

from regio.models import Actielijn, Arbeidsmarktregio, Gemeente, Organisatie
from statushouders.codes import Sector
from statushouders.models import Plaatsing, Werkgeversafspraak, Werkgeverscontact
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import breedte, dag, keuze, tekst

AL2 = 2


def _langst(model, veld: str) -> int:
    return model._meta.get_field(veld).max_length or 0


class WerkgeverForm(DossierForm):
    """The name of an employer; one that the region knows is found again."""

    naam = tekst("Naam van de werkgever", 12, langst=_langst(Organisatie, "naam"), verplicht=True)

    def __init__(self, *args, regios, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regio"] = forms.ModelChoiceField(
            label="Regio",
            queryset=Arbeidsmarktregio.objects.filter(pk__in=regios),
            empty_label=None,
            widget=forms.Select(attrs=breedte(12)),
        )


class ContactpersoonForm(DossierForm):
    """Somebody to call; only how to reach them at work."""

    naam = tekst("Naam", langst=_langst(Werkgeverscontact, "naam"), verplicht=True)
    functie = tekst("Functie", langst=_langst(Werkgeverscontact, "functie"))
    telefoon = tekst("Telefoon op het werk", langst=_langst(Werkgeverscontact, "telefoon"))
    email = forms.EmailField(
        label="E-mail op het werk",
        required=False,
        widget=forms.EmailInput(attrs=breedte(6, autocomplete="off")),
    )


class AfspraakForm(DossierForm):
    """What was agreed, since when, and how many places."""

    omschrijving = tekst(
        "Wat is afgesproken?",
        12,
        langst=_langst(Werkgeversafspraak, "omschrijving"),
        verplicht=True,
    )
    plaatsen = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=500,
        widget=forms.NumberInput(attrs=breedte(4, inputmode="numeric")),
    )
    afgesproken_op = dag("Afgesproken op", 4)
    tot_en_met = dag("Geldt tot en met", 4, required=False)
    sector = keuze("Sector", Sector.choices, 12, leeg=True, required=False)

    def __init__(self, *args, gemeenten, met_versie: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actielijn"] = forms.ModelChoiceField(
            label="Actielijn",
            queryset=Actielijn.objects.all(),
            empty_label=None,
            widget=forms.Select(attrs=breedte(6)),
        )
        self.fields["gemeente"] = forms.ModelChoiceField(
            label="Gemaakt door",
            queryset=Gemeente.objects.filter(pk__in=gemeenten).order_by("naam"),
            required=False,
            empty_label="De regio",
            widget=forms.Select(attrs=breedte(6)),
        )
        if met_versie:
            self.fields["versie"] = forms.IntegerField(widget=forms.HiddenInput)
            for naam, veld in self.fields.items():
                veld.show_hidden_initial = naam != "versie"

    @classmethod
    def beginwaarden(cls, afspraak: Werkgeversafspraak) -> dict:
        """The agreement as it stands."""
        velden = (*cls.base_fields, "actielijn", "gemeente", "versie")
        return {veld: getattr(afspraak, veld) for veld in velden}


class PlekForm(DossierForm):
    """Which plaatsing fills a place."""

    def __init__(self, *args, plaatsingen: list[Plaatsing], **kwargs):
        super().__init__(*args, **kwargs)
        self.op_sleutel = {str(rij.sleutel): rij for rij in plaatsingen}
        self.fields["plaatsing"] = forms.TypedChoiceField(
            label="Wie vervult een plaats?",
            choices=[
                ("", "Kies…"),
                *((str(rij.sleutel), _naam(rij)) for rij in plaatsingen),
            ],
            coerce=self.op_sleutel.get,
            widget=forms.Select(attrs=breedte(12)),
            error_messages={"required": "Kies een plaatsing."},
        )


def _naam(plaatsing: Plaatsing) -> str:
    wie = plaatsing.statushouder.weergavenaam
    return f"{wie}: {plaatsing.get_soort_display()} vanaf {plaatsing.begindatum:%d-%m-%Y}"
