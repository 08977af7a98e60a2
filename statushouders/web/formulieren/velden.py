"""Fields that the forms on a dossier share."""

from datetime import date

from django import forms
from django.db.models import Exists, OuterRef

from regio.models import Gemeente, GemeenteInRegio, Organisatie
from regio.web.velden import Dag
from statushouders.codes import GESLAAGD, NEUTRAAL, UITVAL, Eindreden

LANGSTE_NOTITIE = 2000
GEEN_MEDISCH = "Noem geen medische gegevens. De persoon mag deze tekst inzien."
KIES = ("", "Kies…")
EINDREDENEN = [
    KIES,
    ("Goed afgelopen", [(reden.value, reden.label) for reden in GESLAAGD]),
    ("Gestopt", [(reden.value, reden.label) for reden in UITVAL]),
    ("Anders", [(reden.value, reden.label) for reden in (*NEUTRAAL, Eindreden.ONBEKEND)]),
]


def breedte(kolommen: int, **attrs) -> dict:
    """Widget attributes for a field that takes so many of the twelve columns."""
    return {"data-breedte": f"v{kolommen}", **attrs}


def dag(label: str, kolommen: int = 6, **kwargs) -> Dag:
    """A day of so many columns wide."""
    veld = Dag(label=label, **kwargs)
    veld.widget.attrs.update(breedte(kolommen))
    return veld


def keuze(label: str, keuzes, kolommen: int = 6, *, leeg: bool = False, **kwargs):
    """A list to choose one code from; `leeg` adds "Kies…" on top."""
    return forms.ChoiceField(
        label=label,
        choices=[KIES, *keuzes] if leeg else keuzes,
        widget=forms.Select(attrs=breedte(kolommen)),
        error_messages={"required": "Kies een van de mogelijkheden."},
        **kwargs,
    )


class Tegels(forms.RadioSelect):
    """Radio buttons of which the chosen one takes the focus, when the form is meant to."""

    def create_option(self, *args, **kwargs):
        optie = super().create_option(*args, **kwargs)
        if optie["attrs"].get("autofocus") and not optie["selected"]:
            del optie["attrs"]["autofocus"]
        return optie


def tegels(label: str, keuzes, kolommen: int = 12, **kwargs):
    """A few codes as large radio buttons."""
    return forms.ChoiceField(
        label=label,
        choices=keuzes,
        widget=Tegels(attrs=breedte(kolommen)),
        error_messages={"required": "Kies een van de mogelijkheden."},
        **kwargs,
    )


def tekst(label: str, kolommen: int = 6, *, langst: int, verplicht: bool = False, **kwargs):
    """One line of text."""
    return forms.CharField(
        label=label,
        max_length=langst,
        required=verplicht,
        widget=forms.TextInput(attrs=breedte(kolommen, autocomplete="off")),
        error_messages={"required": "Vul dit in."},
        **kwargs,
    )


def uren(label: str = "Uren per week", kolommen: int = 6) -> forms.DecimalField:
    """Hours a week, with a comma; the model says how many there may be."""
    return forms.DecimalField(
        label=label,
        required=False,
        localize=True,
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs=breedte(kolommen, inputmode="decimal", autocomplete="off")),
        error_messages={"invalid": "Vul een getal in, zoals 24 of 19,5."},
    )


class Naamlijst(forms.TextInput):
    """A text with earlier names to choose from; a new name is fine too."""

    template_name = "statushouders/widgets/naamlijst.html"

    def __init__(self, namen=(), attrs=None):
        super().__init__(attrs=attrs)
        self.namen = namen

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs']['id']}_namen"
        context["widget"]["namen"] = self.namen() if callable(self.namen) else self.namen
        return context


def organisatie(
    label: str, *, regio_id: int, soorten, op: date | None = None, kolommen: int = 6, **kwargs
):
    """The name of an organisation that the region knows (on `op`), or of a new one."""
    namen = Organisatie.objects.filter(regio=regio_id, soort__in=soorten)
    if op is not None:
        namen = namen.geldig_op(op)
    return forms.CharField(
        label=label,
        required=False,
        max_length=150,
        widget=Naamlijst(
            namen.values_list("naam", flat=True).distinct().order_by("naam")[:500],
            attrs=breedte(kolommen, autocomplete="off"),
        ),
        **kwargs,
    )


class GemeenteKeuze(forms.ChoiceField):
    """One gemeente of the country: those of the regions of this user first, ended ones last.

    Gives the Gemeente, or None when empty and not required.
    """

    def __init__(self, *, regios, op: date, alleen=None, kolommen: int = 6, **kwargs):
        lid = GemeenteInRegio.objects.geldig_op(op).filter(
            gemeente=OuterRef("pk"), regio__in=regios
        )
        rijen = Gemeente.objects.annotate(van_hier=Exists(lid)).order_by("naam")
        if alleen is not None:
            rijen = rijen.filter(pk__in=alleen)
        self.gemeenten = {gemeente.code: gemeente for gemeente in rijen}
        super().__init__(
            choices=self._groepen(op),
            widget=forms.Select(attrs=breedte(kolommen)),
            error_messages={"required": "Kies een gemeente."},
            **kwargs,
        )

    def _groepen(self, op: date) -> list:
        groepen: dict[str, list] = {"In de regio": [], "Elders": [], "Opgeheven": []}
        for code, gemeente in self.gemeenten.items():
            if not gemeente.bestaat_op(op):
                groep = "Opgeheven"
            else:
                groep = "In de regio" if gemeente.van_hier else "Elders"
            groepen[groep].append((code, gemeente.naam))
        return [KIES, *((naam, keuzes) for naam, keuzes in groepen.items() if keuzes)]

    def prepare_value(self, value):
        return value.code if isinstance(value, Gemeente) else value

    def clean(self, value):
        code = super().clean(value)
        return self.gemeenten[code] if code else None
