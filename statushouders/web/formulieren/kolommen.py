"""Which column of a gemeente's own list is what."""

from datetime import date

from django import forms
from django.utils.html import escape

from regio.uitwisseling.koppen import herkenbaar
from regio.web.formulieren import HandelingForm
from regio.web.velden import Dag
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.vlak import (
    AANGEMELD,
    KENMERK,
    VASTE_KEUZES,
    Vlak,
    kolommen,
    raad,
)

NIET = ("", "Niet inlezen")
KOLOM, VAST = "kolom_", "vast_"


def _keuzes() -> list:
    groepen: dict[str, list] = {}
    for kolom in kolommen():
        blad, _, naam = kolom.partition(".")
        label = naam.replace("_", " ").capitalize()
        groepen.setdefault(BLADEN[blad].naam.capitalize(), []).append((kolom, label))
    return [NIET, *groepen.items()]


class KolommenForm(HandelingForm):
    """A choice for each column of the list, and what holds for every row without a column."""

    def __init__(self, *args, vlak: Vlak, eerder: dict[str, str], op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.vlak = vlak
        geraden = raad(vlak, eerder)
        keuzes = _keuzes()
        for plek, kop in vlak.koppen.items():
            voorbeelden = "; ".join(vlak.voorbeelden[plek]) or "deze kolom is leeg"
            self.fields[f"{KOLOM}{plek}"] = forms.ChoiceField(
                label=kop,
                choices=keuzes,
                required=False,
                initial=geraden[plek],
                help_text=escape(f"Bijvoorbeeld: {voorbeelden}"),
            )
            self.fields[f"{KOLOM}{plek}"].hangt_af = True
        for kolom, (gewoon, vaste) in VASTE_KEUZES.items():
            blad, _, naam = kolom.partition(".")
            self.fields[_vast(kolom)] = forms.ChoiceField(
                label=f"{naam.replace('_', ' ').capitalize()} ({blad})",
                choices=vaste,
                initial=gewoon,
            )
        self.fields[_vast(AANGEMELD)] = Dag(label="Aangemeld op", initial=op)

    @property
    def van_de_lijst(self):
        """The fields of the columns."""
        return [self[naam] for naam in self.fields if naam.startswith(KOLOM)]

    @property
    def voor_alle_rijen(self):
        """The fields of what holds for every row."""
        return [self[naam] for naam in self.fields if naam.startswith(VAST)]

    def clean(self):
        schoon = super().clean()
        gekozen: dict[str, str] = {}
        for naam in [naam for naam in self.fields if naam.startswith(KOLOM)]:
            kolom = schoon.get(naam)
            if kolom and kolom in gekozen.values():
                self.add_error(naam, "Deze keuze is al bij een andere kolom gemaakt.")
            gekozen[naam] = kolom or ""
        if KENMERK not in gekozen.values():
            self.add_error(
                None,
                "Kies welke kolom het kenmerk is: uw eigen klantnummer, nooit een BSN. Daarmee "
                "herkent Verbinder iemand de volgende keer.",
            )
        return schoon

    @property
    def indeling(self) -> dict:
        """What was chosen, as the list is read with."""
        return {
            "kolommen": {
                str(plek): self.cleaned_data[f"{KOLOM}{plek}"] for plek in self.vlak.koppen
            },
            "vast": {
                **{kolom: self.cleaned_data[_vast(kolom)] for kolom in VASTE_KEUZES},
                AANGEMELD: self.cleaned_data[_vast(AANGEMELD)].isoformat(),
            },
        }

    @property
    def te_onthouden(self) -> dict[str, str]:
        """The choice by recognisable header."""
        return {
            herkenbaar(kop): self.cleaned_data[f"{KOLOM}{plek}"]
            for plek, kop in self.vlak.koppen.items()
        }


def _vast(kolom: str) -> str:
    return f"{VAST}{kolom.replace('.', '_')}"
