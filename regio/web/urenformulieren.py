"""The forms of aanstellingen, of hours, and of taakstellingen."""

from datetime import date
from decimal import Decimal

from django import forms

from regio.models import Aanstelling, Actielijn, Arbeidsmarktregio, Gebruiker, Gemeente, Standplaats
from regio.perioden import halfjaar_van, halfjaren_terug
from regio.uitwisseling.taakstellingen import MEESTE_REGELS
from regio.web.formulieren import HandelingForm
from regio.web.lijstbestanden import BestandForm
from regio.web.velden import Dag

HALF = {"data-breedte": "v6"}
SMAL = {"data-breedte": "v3", "step": "0.25", "inputmode": "decimal"}
ALGEMEEN = "algemeen"


def uren_veld(label: str, *, hoogste: int, attrs: dict, **kwargs) -> forms.DecimalField:
    """Hours, with a comma or a point."""
    return forms.DecimalField(
        label=label,
        min_value=Decimal(0),
        max_value=Decimal(hoogste),
        max_digits=5,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"invalid": "Dit is geen aantal uren. Schrijf het als 32 of 7,5."},
        **kwargs,
    )


class PerActielijnForm(HandelingForm):
    """Hours for each actielijn in a field of its own."""

    hoogste = 80

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.actielijnen = list(Actielijn.objects.all())
        for lijn in self.actielijnen:
            self.fields[self.naam_van(lijn)] = uren_veld(
                f"Actielijn {lijn}", hoogste=self.hoogste, attrs=SMAL, required=False
            )
            self.fields[self.naam_van(lijn)].hangt_af = True

    @staticmethod
    def naam_van(lijn: Actielijn) -> str:
        return f"lijn_{lijn.pk}"

    def haal_uren(self, gegevens: dict) -> dict[Actielijn, Decimal | None]:
        """Take the hours per actielijn out of the cleaned values."""
        return {lijn: gegevens.pop(self.naam_van(lijn), None) for lijn in self.actielijnen}


class AanstellingForm(PerActielijnForm):
    """Who is verbinder, from when to when, for how many hours."""

    hoogste = 60

    # An address that is typed, not a list to pick from: that would show who works elsewhere.
    gebruiker = forms.EmailField(
        label="E-mailadres van de verbinder",
        required=False,
        help_text="Leeg: dit is een vacature. Wie nog geen account heeft, nodigt u eerst uit.",
    )
    uren_per_week = uren_veld("Uren per week", hoogste=60, attrs=HALF)
    standplaats = forms.ChoiceField(
        label="Standplaats", choices=Standplaats.choices, widget=forms.Select(attrs=HALF)
    )
    van = Dag(label="Eerste dag")
    tot_en_met = Dag(
        label="Laatste dag",
        required=False,
        help_text="De dag zelf telt mee. Leeg: zonder einde.",
    )
    werkgever = forms.CharField(label="In dienst bij", max_length=150, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in ("van", "tot_en_met"):
            self.fields[naam].widget.attrs.update(HALF)
        for lijn in self.actielijnen:
            self.fields[self.naam_van(lijn)].label = f"Uren per week voor {lijn}"

    @staticmethod
    def van_vacature(vacature: Aanstelling) -> dict:
        """Filling a vacancy begins with what was asked."""
        waarden = {
            "uren_per_week": vacature.uren_per_week,
            "standplaats": vacature.standplaats,
            "werkgever": vacature.werkgever,
            "tot_en_met": vacature.tot_en_met,
        }
        for deel in vacature.verdeling.all():
            waarden[f"lijn_{deel.actielijn_id}"] = deel.uren_per_week
        return waarden

    def clean_gebruiker(self) -> Gebruiker | None:
        """Who has this address."""
        email = self.cleaned_data["gebruiker"]
        if not email:
            return None
        gebruiker = Gebruiker.objects.filter(email__iexact=email, is_active=True).first()
        if gebruiker is None:
            raise forms.ValidationError(
                "Er is geen account met dit e-mailadres. Nodig deze persoon eerst uit."
            )
        return gebruiker

    def clean(self):
        """The hours per actielijn travel as one value."""
        gegevens = super().clean()
        uren = self.haal_uren(gegevens)
        gegevens["verdeling"] = {lijn: getal for lijn, getal in uren.items() if getal}
        return gegevens


class WeekForm(PerActielijnForm):
    """The hours of one week, in one line."""

    dag = Dag(label="Week van", help_text="Elke dag van de week is goed.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dag"].widget.attrs["data-breedte"] = "v12"
        self.fields[ALGEMEEN] = uren_veld("Algemeen", hoogste=80, attrs=SMAL, required=False)
        self.fields[ALGEMEEN].hangt_af = True

    def clean(self):
        """The hours as the service takes them: by actielijn, and None for the whole."""
        gegevens = super().clean()
        uren = self.haal_uren(gegevens)
        return {"dag": gegevens.get("dag"), "uren": {**uren, None: gegevens.get(ALGEMEEN)}}


def halfjaarkeuzes(op: date) -> list[tuple[str, str]]:
    """The half-years around today, the next one first."""
    halfjaren = halfjaren_terug(halfjaar_van(op).volgende, 8)
    return [(halfjaar.code, halfjaar.naam) for halfjaar in halfjaren]


class TaakstellingForm(HandelingForm):
    """What a gemeente has to house in a half-year."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.none(),
        empty_label="Kies een gemeente",
        error_messages={"invalid_choice": "Kies een gemeente uit uw regio."},
    )
    halfjaar = forms.ChoiceField(label="Halfjaar")
    opgave = forms.IntegerField(
        label="Te huisvesten", min_value=0, max_value=100_000, widget=forms.NumberInput(attrs=HALF)
    )
    gerealiseerd = forms.IntegerField(
        label="Gehuisvest",
        min_value=0,
        max_value=100_000,
        required=False,
        widget=forms.NumberInput(attrs=HALF),
    )
    bron = forms.CharField(label="Bron", max_length=200)

    def beperk(self, regio: Arbeidsmarktregio, *, op: date) -> None:
        """Offer the gemeenten of the region."""
        self.fields["gemeente"].queryset = Gemeente.objects.in_regio(regio, op=op)
        self.fields["halfjaar"].choices = halfjaarkeuzes(op)


class SchattingForm(HandelingForm):
    """The national number, to divide by inhabitants."""

    halfjaar = forms.ChoiceField(label="Halfjaar")
    landelijk = forms.IntegerField(
        label="Landelijke taakstelling", min_value=1, max_value=1_000_000
    )
    bron = forms.CharField(label="Bron van het landelijke getal", max_length=200)

    def beperk(self, *, op: date) -> None:
        """Offer the half-years around today."""
        self.fields["halfjaar"].choices = halfjaarkeuzes(op)


class LijstForm(BestandForm):
    """A list to read in, and where it comes from."""

    meeste_rijen = MEESTE_REGELS
    bron = forms.CharField(label="Bron", max_length=200)
