"""The quick form: a contact in three clicks, with everything filled in that can be."""

from datetime import date, timedelta

from django import forms

from regio.models import Gebruiker, Trajectsoort
from statushouders.codes import Contactsoort, Gevolg, Plaatsingsoort
from statushouders.lijsten.snellijsten import Snellijsten
from statushouders.models import Actie, Statushouder
from statushouders.services.contactgevolg import (
    TrajectBegint,
    TrajectStopt,
    Vervolg,
    WerkBegint,
)
from statushouders.services.dossierplaats import mogelijke_contactpersonen, plaats_van_dossier
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    EINDREDENEN,
    GEEN_MEDISCH,
    LANGSTE_NOTITIE,
    Naamlijst,
    breedte,
    dag,
    keuze,
    tegels,
    tekst,
    uren,
)

VANDAAG, GISTEREN, ANDERS = "vandaag", "gisteren", "anders"
WANNEER = ((VANDAAG, "Vandaag"), (GISTEREN, "Gisteren"), (ANDERS, "Andere dag"))
GEEN_VERANDERING = "geen"
RESULTATEN = ((GEEN_VERANDERING, "Geen verandering van fase"), *Gevolg.choices)
OVER_TWEE_WEKEN = timedelta(days=14)
LANGSTE_STAP = Actie._meta.get_field("omschrijving").max_length


def bij(veld: forms.Field) -> forms.Field:
    """A field that matters with one result only, so it is not called "niet verplicht"."""
    veld.hangt_af = True
    return veld


class ContactForm(DossierForm):
    """All defaults are valid: opening and saving is enough."""

    soort = tegels("Soort contact", Contactsoort.choices)
    wanneer = tegels("Wanneer", WANNEER, 6)
    resultaat = keuze("Resultaat", RESULTATEN, 6)
    andere_dag = dag("Welke dag?", 6, required=False)
    # What a result needs to know, shown with that result alone.
    werk_soort = bij(keuze("Wat gaat de persoon doen?", Plaatsingsoort.choices, required=False))
    werkgever = bij(tekst("Werkgever of school", langst=150))
    uren_per_week = bij(uren())
    eerste_dag = bij(dag("Eerste dag", required=False))
    traject_soort = bij(forms.ChoiceField(label="Soort traject", required=False))
    traject_begin = bij(dag("Begindatum", required=False))
    traject = bij(forms.ChoiceField(label="Welk traject stopt?", required=False))
    eindreden = bij(keuze("Waarom stopt het?", EINDREDENEN, required=False))
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

    GROEPEN = {
        Gevolg.WERK: ("werk_soort", "werkgever", "uren_per_week", "eerste_dag"),
        Gevolg.BEGINT: ("traject_soort", "traject_begin"),
        Gevolg.STOPT: ("traject", "eindreden"),
    }

    def __init__(
        self,
        *args,
        persoon: Statushouder,
        op: date,
        vorige: Actie | None = None,
        lijsten: Snellijsten | None = None,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.persoon, self.op, self.vorige = persoon, op, vorige
        self.lijsten = lijsten or Snellijsten(persoon, op=op)
        self.fields["werkgever"].widget = Naamlijst(
            self.lijsten.werkgevers, attrs=self.fields["werkgever"].widget.attrs
        )
        for naam in ("traject_soort", "traject"):
            self.fields[naam].widget.attrs.update(breedte(6))
        self.fields["traject_soort"].choices = self.lijsten.soorten
        self.fields["traject"].choices = self.lijsten.lopend

    @property
    def gewone_velden(self):
        """The fields of every contact."""
        bijzonder = {naam for groep in self.GROEPEN.values() for naam in groep}
        return [veld for veld in self.visible_fields() if veld.name not in bijzonder]

    @property
    def groepen(self):
        """By result, the fields that it alone needs."""
        return [(code, [self[naam] for naam in namen]) for code, namen in self.GROEPEN.items()]

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
            "werk_soort": Plaatsingsoort.BETAALD_WERK,
            "eerste_dag": op,
            "traject_begin": op,
            "vorige_stap": stap.sleutel if stap else None,
            "terug": terug,
        }

    def clean(self):
        schoon = super().clean()
        self.terug = schoon.pop("terug", "")
        wanneer, andere_dag = schoon.pop("wanneer", VANDAAG), schoon.pop("andere_dag", None)
        if wanneer == ANDERS and andere_dag is None and "andere_dag" not in self.errors:
            self.add_error("andere_dag", "Kies de dag van het contact.")
        dagen = {VANDAAG: self.op, GISTEREN: self.op - timedelta(days=1), ANDERS: andere_dag}
        schoon["datum"] = dagen[wanneer]
        sleutel = schoon.get("vorige_stap")
        schoon["vorige_stap"] = (
            self.vorige if self.vorige and self.vorige.sleutel == sleutel else None
        )
        schoon["vervolg"] = self._vervolg(
            schoon.pop("resultaat", GEEN_VERANDERING),
            {naam: schoon.pop(naam, None) for groep in self.GROEPEN.values() for naam in groep},
        )
        return schoon

    def _vervolg(self, resultaat: str, gegevens: dict) -> Vervolg | None:
        """What the chosen result asks for; a fault at each field that it cannot do without."""
        nodig = {
            Gevolg.WERK: {
                "werk_soort": "Kies wat de persoon gaat doen.",
                "eerste_dag": "Vul de eerste dag in.",
            },
            Gevolg.BEGINT: {
                "traject_soort": "Kies een soort traject.",
                "traject_begin": "Vul de begindatum in.",
            },
            Gevolg.STOPT: {
                "traject": "Kies het traject dat stopt.",
                "eindreden": "Kies waarom het traject stopt.",
            },
        }.get(resultaat, {})
        for naam, zin in nodig.items():
            if not gegevens[naam] and naam not in self.errors:
                self.add_error(naam, zin)
        if self.errors or not nodig:
            return None
        if resultaat == Gevolg.WERK:
            return WerkBegint(
                gegevens["werk_soort"],
                gegevens["eerste_dag"],
                gegevens["werkgever"],
                gegevens["uren_per_week"],
            )
        if resultaat == Gevolg.BEGINT:
            soort = Trajectsoort.objects.get(pk=gegevens["traject_soort"])
            return TrajectBegint(soort, gegevens["traject_begin"])
        traject = self.persoon.trajecten.get(sleutel=gegevens["traject"])
        return TrajectStopt(traject, gegevens["eindreden"])


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
