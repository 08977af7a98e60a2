"""Starting, changing and closing a traject: few fields, and only those that matter for it."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from regio.models import Actielijn, Gebruiker, Organisatiesoort, Trajectsoort
from statushouders.models import Statushouder, Traject
from statushouders.services.dossierplaats import mogelijke_contactpersonen, plaats_van_dossier
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    EINDREDENEN,
    KIES,
    breedte,
    dag,
    keuze,
    organisatie,
    tegels,
    tekst,
)

GEEN_VERVOLG, PLAATSING, TRAJECT = "niets", "plaatsing", "traject"
VERVOLG = (
    (GEEN_VERVOLG, "Niets"),
    (PLAATSING, "Een plaatsing vastleggen"),
    (TRAJECT, "Een volgend traject starten"),
)
AANBIEDERS = (Organisatiesoort.AANBIEDER,)
LIJN_VAN_DIPLOMAS = 4


class SoortKeuze(forms.ModelChoiceField):
    """A kind of traject, grouped by its usual actielijn."""

    def __init__(self, *, soorten: QuerySet[Trajectsoort], **kwargs):
        super().__init__(
            soorten.select_related("actielijn"),
            label="Soort traject",
            widget=forms.Select(attrs=breedte(6)),
            error_messages={"required": "Kies een soort traject."},
            **kwargs,
        )
        groepen: dict[str, list] = {}
        for soort in self.queryset:
            groepen.setdefault(str(soort.actielijn), []).append((soort.pk, soort.naam))
        self.choices = [KIES, *groepen.items()]


class TrajectForm(DossierForm):
    """Six fields to start a traject; the actielijn follows from the soort unless chosen."""

    begindatum = dag("Begindatum")
    verwachte_einddatum = dag(
        "Verwacht einde", required=False, help_text="Leeg: zoals gebruikelijk bij de soort."
    )

    def __init__(self, *args, persoon: Statushouder, op: date, ook_soort=None, **kwargs):
        super().__init__(*args, **kwargs)
        soorten = Trajectsoort.objects.te_kiezen(persoon.dossierregio_id, op=op)
        if ook_soort is not None:
            soorten = soorten | Trajectsoort.objects.filter(pk=ook_soort)
        self.fields["soort"] = SoortKeuze(soorten=soorten)
        self.fields["actielijn"] = ActielijnKeuze(op=op)
        self.fields["aanbieder"] = organisatie(
            "Aanbieder of werkgever", regio_id=persoon.dossierregio_id, soorten=AANBIEDERS, op=op
        )
        self.fields["contactpersoon"] = wie_begeleidt(persoon, op)
        self.order_fields(
            [
                "soort",
                "actielijn",
                "begindatum",
                "verwachte_einddatum",
                "aanbieder",
                "contactpersoon",
            ]
        )


class ActielijnKeuze(forms.TypedChoiceField):
    """An actielijn; empty means the usual one of the soort."""

    def __init__(self, *, op: date, verplicht: bool = False):
        lijnen = {str(lijn.pk): lijn for lijn in Actielijn.objects.geldig_op(op)}
        leeg = [] if verplicht else [("", "Zoals gebruikelijk bij de soort")]
        super().__init__(
            label="Actielijn",
            choices=[*leeg, *((code, str(lijn)) for code, lijn in lijnen.items())],
            coerce=lijnen.get,
            empty_value=None,
            required=verplicht,
            widget=forms.Select(attrs=breedte(6)),
        )


def wie_begeleidt(persoon: Statushouder, op: date) -> forms.ModelChoiceField:
    """Somebody who may open the dossier."""
    wie: QuerySet[Gebruiker] = mogelijke_contactpersonen(plaats_van_dossier(persoon), op=op)
    return forms.ModelChoiceField(
        label="Wie begeleidt dit traject?",
        queryset=wie,
        required=False,
        empty_label="Nog niemand",
        widget=forms.Select(attrs=breedte(6)),
    )


class TrajectWijzigForm(TrajectForm):
    """Correct a traject; a closed one also in how it ended."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, traject: Traject, op: date, **kwargs):
        persoon = traject.statushouder
        super().__init__(*args, persoon=persoon, op=op, ook_soort=traject.soort_id, **kwargs)
        self.fields["actielijn"] = ActielijnKeuze(op=op, verplicht=True)
        if traject.einddatum is not None:
            self.fields["einddatum"] = dag(
                "Einddatum", 6, required=False, help_text="Leeg: het traject loopt weer."
            )
            self.fields["eindreden"] = keuze("Eindreden", EINDREDENEN, required=False)
        for naam, veld in self.fields.items():
            veld.show_hidden_initial = naam != "versie"

    @classmethod
    def beginwaarden(cls, traject: Traject) -> dict:
        """The traject as it stands."""
        return {
            "soort": traject.soort_id,
            "actielijn": str(traject.actielijn_id),
            "begindatum": traject.begindatum,
            "verwachte_einddatum": traject.verwachte_einddatum,
            "aanbieder": traject.aanbieder.naam if traject.aanbieder else "",
            "contactpersoon": traject.contactpersoon_id,
            "einddatum": traject.einddatum,
            "eindreden": traject.eindreden,
            "versie": traject.versie,
        }


class TrajectAfsluitForm(DossierForm):
    """At most four fields; the day of the diplomawaardering is asked under actielijn 4 only."""

    einddatum = dag("Laatste dag", 6)
    eindreden = keuze("Waarom eindigt het?", EINDREDENEN)
    vervolg = tegels("Wat gebeurt er daarna?", VERVOLG)

    def __init__(self, *args, traject: Traject, **kwargs):
        super().__init__(*args, **kwargs)
        persoon = traject.statushouder
        if (
            traject.actielijn_id == LIJN_VAN_DIPLOMAS
            and persoon.diplomawaardering_afgerond_op is None
        ):
            self.fields["diplomawaardering_afgerond_op"] = dag(
                "Diplomawaardering afgerond op", 6, required=False
            )

    def clean(self):
        schoon = super().clean()
        self.vervolg = schoon.pop("vervolg", GEEN_VERVOLG)
        return schoon


class IntrekForm(DossierForm):
    """Why something should never have been registered."""

    intrekreden = tekst(
        "Waarom klopt dit niet?",
        12,
        langst=200,
        verplicht=True,
        help_text="Kort, zonder namen. Bijvoorbeeld: dubbel ingevoerd.",
    )
