"""Handing a dossier over: offering, accepting and refusing."""

from datetime import date

from django import forms

from regio.toegang import Bereik
from statushouders.models import Overdracht, Weigerreden
from statushouders.services.overdrachten import SOORTEN
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    GEEN_MEDISCH,
    GemeenteKeuze,
    breedte,
    dag,
    keuze,
    tegels,
)

WAT = tuple(zip(SOORTEN, ("Woont in die gemeente", "Is gekoppeld aan die gemeente"), strict=True))
WAT_WETEN = "Wat moet de nieuwe gemeente weten?"


def _bericht(**kwargs) -> forms.CharField:
    return forms.CharField(
        label=WAT_WETEN,
        max_length=Overdracht._meta.get_field("bericht").max_length,
        help_text=f"Wat loopt er, wat is afgesproken, wie belt u. {GEEN_MEDISCH}",
        widget=forms.Textarea(attrs=breedte(12, rows=5)),
        **kwargs,
    )


class AanbiedForm(DossierForm):
    """To which gemeente, since when, and a warm handover."""

    verblijf_soort = tegels("Wat is er veranderd?", WAT)
    vanaf = dag("Sinds")
    bericht = _bericht()

    def __init__(self, *args, bereik: Bereik, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["naar_gemeente"] = GemeenteKeuze(
            label="Naar gemeente", regios=bereik.regios or bereik.publicaties, op=op
        )
        self.order_fields(["verblijf_soort", "naar_gemeente", "vanaf", "bericht"])


class AanvaardForm(DossierForm):
    """Yes, since this day; who gives the dossier away writes the note here."""

    vanaf = dag("Vanaf welke dag hoort de persoon bij de nieuwe gemeente?", 12)

    def __init__(self, *args, met_bericht: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if met_bericht:
            self.fields["bericht"] = _bericht(required=False)


class WeigerForm(DossierForm):
    """No, and why."""

    weigerreden = keuze("Waarom weigert u?", Weigerreden.choices, 12, leeg=True)
