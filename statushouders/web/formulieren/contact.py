"""The quick form: a contact in three clicks, with everything filled in that can be."""

from datetime import date, timedelta

from django import forms

from regio.models import Gebruiker
from statushouders.codes import Contactsoort
from statushouders.models import Actie, Statushouder
from statushouders.services.dossierplaats import mogelijke_contactpersonen, plaats_van_dossier
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    GEEN_MEDISCH,
    LANGSTE_NOTITIE,
    breedte,
    dag,
    keuze,
    tegels,
    tekst,
)

VANDAAG, GISTEREN, ANDERS = "vandaag", "gisteren", "anders"
WANNEER = ((VANDAAG, "Vandaag"), (GISTEREN, "Gisteren"), (ANDERS, "Andere dag"))
GEEN_VERANDERING, WERK, STOPT, BEGINT = "geen", "werk", "stopt", "begint"
RESULTATEN = (
    (GEEN_VERANDERING, "Geen verandering van fase"),
    (BEGINT, "Er begint een traject"),
    (WERK, "Gaat aan het werk of naar school"),
    (STOPT, "Een traject stopt"),
)
OVER_TWEE_WEKEN = timedelta(days=14)
LANGSTE_STAP = Actie._meta.get_field("omschrijving").max_length


class ContactForm(DossierForm):
    """All defaults are valid: opening and saving is enough."""

    soort = tegels("Soort contact", Contactsoort.choices)
    wanneer = tegels("Wanneer", WANNEER, 6)
    resultaat = keuze(
        "Resultaat",
        RESULTATEN,
        6,
    )
    andere_dag = dag("Welke dag?", 6, required=False)
    notitie = forms.CharField(
        label="Notitie",
        required=False,
        max_length=LANGSTE_NOTITIE,
        help_text=GEEN_MEDISCH,
        widget=forms.Textarea(attrs=breedte(12, rows="2")),
        error_messages={
            "max_length": (
                f"De notitie is te lang (%(show_value)d tekens). Gebruik hoogstens "
                f"{LANGSTE_NOTITIE} tekens."
            )
        },
    )
    volgende_stap = tekst("Volgende stap", 8, langst=LANGSTE_STAP)
    volgende_datum = dag("Datum volgende stap", 4, required=False)
    vorige_stap = forms.UUIDField(required=False, widget=forms.HiddenInput)
    terug = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def __init__(self, *args, persoon: Statushouder, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.persoon, self.op = persoon, op

    @classmethod
    def beginwaarden(cls, stap: Actie | None, *, soort: str, op: date, terug: str) -> dict:
        """The last used soort, today, and the open step, two weeks further when it is due."""
        datum = stap.datum if stap and stap.datum > op else op + OVER_TWEE_WEKEN
        return {
            "soort": soort or Contactsoort.TELEFOON,
            "wanneer": VANDAAG,
            "resultaat": GEEN_VERANDERING,
            "volgende_stap": stap.omschrijving if stap else "",
            "volgende_datum": datum,
            "vorige_stap": stap.sleutel if stap else None,
            "terug": terug,
        }

    def clean(self):
        schoon = super().clean()
        self.nieuwe_fase = schoon.pop("resultaat", GEEN_VERANDERING)
        self.terug = schoon.pop("terug", "")
        wanneer, andere_dag = schoon.pop("wanneer", VANDAAG), schoon.pop("andere_dag", None)
        if wanneer == ANDERS and andere_dag is None and "andere_dag" not in self.errors:
            self.add_error("andere_dag", "Kies de dag van het contact.")
        dagen = {VANDAAG: self.op, GISTEREN: self.op - timedelta(days=1), ANDERS: andere_dag}
        schoon["datum"] = dagen[wanneer]
        sleutel = schoon.get("vorige_stap")
        schoon["vorige_stap"] = (
            Actie.objects.filter(sleutel=sleutel, statushouder=self.persoon).first()
            if sleutel
            else None
        )
        return schoon


class ActieForm(DossierForm):
    """A next step by itself."""

    volgende_stap = tekst("Volgende stap", 12, langst=LANGSTE_STAP, verplicht=True)
    volgende_datum = dag("Datum", 6)

    def __init__(self, *args, persoon: Statushouder, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        wie: type[Gebruiker] = mogelijke_contactpersonen(plaats_van_dossier(persoon), op=op)
        self.fields["voor"] = forms.ModelChoiceField(
            label="Voor wie",
            queryset=wie,
            required=False,
            empty_label="De contactpersoon",
            widget=forms.Select(attrs=breedte(6)),
        )
