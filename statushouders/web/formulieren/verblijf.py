"""Where somebody is, and what they live on, by date."""

from datetime import date

from django import forms

from regio.toegang import Bereik
from statushouders.codes import Uitkeringsoort, Verblijfsoort
from statushouders.models import Uitkering, Verblijf
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import GemeenteKeuze, dag, keuze, tegels

WAT = (
    (Verblijfsoort.VESTIGING, "Woont in een gemeente"),
    (Verblijfsoort.KOPPELING, "Is gekoppeld aan een gemeente"),
    (Verblijfsoort.AZC, "Is in een azc"),
)


class VerblijfForm(DossierForm):
    """A move: what ran until then ends the day before."""

    soort = tegels("Wat verandert er?", WAT)
    van = dag("Vanaf")
    tot_en_met = dag("Tot en met", required=False, help_text="Leeg als het nog duurt.")

    def __init__(self, *args, bereik: Bereik, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = GemeenteKeuze(
            label="Gemeente",
            regios=bereik.regios or bereik.publicaties,
            op=op,
            required=False,
            kolommen=12,
        )
        self.fields["gemeente"].help_text = "Bij een azc: waar het azc staat."
        self.fields["sluit_dossier"] = forms.BooleanField(
            label="Bij vertrek uit de regio: sluit de trajecten en het dossier",
            required=False,
            help_text=(
                "De trajecten eindigen dan neutraal op de laatste dag. Het dossier gaat niet mee: "
                "de nieuwe gemeente begint opnieuw."
            ),
        )
        self.order_fields(["soort", "gemeente", "van", "tot_en_met", "sluit_dossier"])


class VerblijfVerbeterForm(DossierForm):
    """Correct one verblijf."""

    van = dag("Vanaf")
    tot_en_met = dag("Tot en met", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, bereik: Bereik, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = GemeenteKeuze(
            label="Gemeente",
            regios=bereik.regios or bereik.publicaties,
            op=op,
            required=False,
            kolommen=12,
        )
        self.fields["gemeente"].show_hidden_initial = True
        self.order_fields(["gemeente", "van", "tot_en_met"])

    @classmethod
    def beginwaarden(cls, verblijf: Verblijf) -> dict:
        """The verblijf as it stands."""
        return {
            veld: getattr(verblijf, veld) for veld in ("gemeente", "van", "tot_en_met", "versie")
        }


class UitkeringForm(DossierForm):
    """What somebody lives on from a day; what ran until then ends the day before."""

    soort = keuze("Uitkering", Uitkeringsoort.choices, 12)
    van = dag("Vanaf")
    tot_en_met = dag("Tot en met", required=False, help_text="Leeg als het nog duurt.")


class UitkeringVerbeterForm(UitkeringForm):
    """Correct one period."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def beginwaarden(cls, uitkering: Uitkering) -> dict:
        """The period as it stands."""
        return {veld: getattr(uitkering, veld) for veld in ("soort", "van", "tot_en_met", "versie")}
