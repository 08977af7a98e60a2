"""A plaatsing: what somebody was placed in, from when to when."""

from django import forms

from regio.models import Organisatiesoort
from statushouders.codes import Contractvorm, Niveau, Plaatsingsoort, Sector
from statushouders.models import Plaatsing, Statushouder, Traject
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import breedte, dag, keuze, organisatie, uren

GEVERS = (Organisatiesoort.WERKGEVER, Organisatiesoort.ONDERWIJS)


class PlaatsingForm(DossierForm):
    """The first line is enough; the rest may come later."""

    soort = keuze("Soort", Plaatsingsoort.choices, 6, leeg=True)
    begindatum = dag("Eerste dag")
    einddatum = dag("Laatste dag", required=False, help_text="Leeg als het nog duurt.")
    uren_per_week = uren()
    contractvorm = keuze("Contract", Contractvorm.choices, 6, leeg=True, required=False)
    sector = keuze("Sector", Sector.choices, 6, leeg=True, required=False)
    functieniveau = keuze("Niveau van het werk", Niveau.choices, 6)
    afspraak_werkgever = forms.BooleanField(
        label="Via een afspraak met de werkgever",
        required=False,
        widget=forms.CheckboxInput(attrs=breedte(6)),
    )
    loonkostensubsidie = forms.BooleanField(
        label="Met loonkostensubsidie", required=False, widget=forms.CheckboxInput(attrs=breedte(6))
    )

    VOLGORDE = (
        "soort",
        "werkgever",
        "begindatum",
        "einddatum",
        "traject",
        "uren_per_week",
        "contractvorm",
        "sector",
        "functieniveau",
    )

    def __init__(self, *args, persoon: Statushouder, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["werkgever"] = organisatie(
            "Werkgever of school", regio_id=persoon.dossierregio_id, soorten=GEVERS
        )
        self.fields["traject"] = TrajectKeuze(persoon)
        self.order_fields(self.VOLGORDE)


class TrajectKeuze(forms.ModelChoiceField):
    """One of the person's own trajecten, newest first."""

    def __init__(self, persoon: Statushouder):
        super().__init__(
            Traject.objects.filter(statushouder=persoon).select_related("soort"),
            label="Hoort bij traject",
            required=False,
            empty_label="Bij geen traject",
            widget=forms.Select(attrs=breedte(6)),
        )

    def label_from_instance(self, traject) -> str:
        return f"{traject.soort.naam}, vanaf {traject.begindatum:%d-%m-%Y}"


class PlaatsingWijzigForm(PlaatsingForm):
    """Correct a plaatsing."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, persoon: Statushouder, **kwargs):
        super().__init__(*args, persoon=persoon, **kwargs)
        for naam, veld in self.fields.items():
            veld.show_hidden_initial = naam != "versie"

    @classmethod
    def beginwaarden(cls, plaatsing: Plaatsing) -> dict:
        """The plaatsing as it stands."""
        waarden = {naam: getattr(plaatsing, naam) for naam in cls.base_fields}
        waarden["werkgever"] = plaatsing.werkgever.naam if plaatsing.werkgever else ""
        waarden["traject"] = plaatsing.traject_id
        return waarden


class LaatsteDagForm(DossierForm):
    """The last day of work."""

    einddatum = dag("Laatste dag", 6)


class PlaatsingEindeForm(LaatsteDagForm):
    """The last day of a plaatsing, unless somebody else filled it in meanwhile."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
