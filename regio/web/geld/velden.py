"""Fields of the forms about money."""

from decimal import Decimal

from django import forms

from regio.bedragen import geschreven, lees_bedrag
from regio.geldstand import Potstand
from regio.models import Actielijn


class Bedrag(forms.CharField):
    """An amount in euro, as people write it: `68.000`, `1.234,56`."""

    def __init__(self, **kwargs):
        kwargs.setdefault("error_messages", {"required": "Vul een bedrag in."})
        attrs = {"inputmode": "decimal", "autocomplete": "off", "data-breedte": "v6"}
        # The length is asked of the browser only: what comes out is a number.
        attrs["maxlength"] = "40"
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value) -> Decimal | None:
        tekst = super().to_python(value)
        return lees_bedrag(tekst) if tekst else None

    def prepare_value(self, value):
        if isinstance(value, Decimal):
            return geschreven(value).removeprefix("€ ")
        return value


class Jaar(forms.IntegerField):
    """A year, of four digits."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "error_messages",
            {"invalid": "Dit is geen jaar. Schrijf het met vier cijfers, zoals 2026."},
        )
        super().__init__(
            min_value=2015,
            max_value=2100,
            widget=forms.NumberInput(attrs={"data-breedte": "v6"}),
            **kwargs,
        )


class Pot(forms.ChoiceField):
    """Which money: the year it came for and its kind, with what of it is free."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Uit welk geld")
        super().__init__(**kwargs)

    def bied_aan(self, potten: list[Potstand]) -> None:
        """Offer the pots of the region."""
        self.choices = [("", "Kies het geld")] + [
            (pot.sleutel, f"{pot.naam} ({geschreven(pot.bedragen.vrij)} vrij)") for pot in potten
        ]

    def clean(self, value):
        sleutel = super().clean(value)
        if not sleutel:
            return None
        jaar, _, soort = sleutel.partition("-")
        return int(jaar), soort


class Lijn(forms.ModelChoiceField):
    """An actielijn, or none in particular."""

    def __init__(self, **kwargs):
        super().__init__(
            queryset=Actielijn.objects.all(),
            required=False,
            label="Actielijn",
            empty_label="Geen actielijn in het bijzonder",
            **kwargs,
        )

    def label_from_instance(self, lijn: Actielijn) -> str:
        return f"{lijn.pk} {lijn.korte_naam}"
