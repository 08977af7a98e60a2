"""Referring somebody, what became of it, and who guides them."""

from django import forms

from regio.models import Organisatiesoort
from statushouders.models import Begeleiding, Statushouder, Verwijzing
from statushouders.models.verwijzing import (
    VERWIJZEN_NAAR,
    Begeleidoel,
    Begeleidrol,
    Dienst,
    Verwijsreden,
    Verwijsstand,
)
from statushouders.services.verwijzingen import STAPPEN
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import (
    GEEN_MEDISCH,
    breedte,
    dag,
    keuze,
    organisatie,
    tegels,
    tekst,
)

SOORTEN = [(soort.value, soort.label) for soort in VERWIJZEN_NAAR]


def _langst(model, veld: str) -> int:
    return model._meta.get_field(veld).max_length or 0


class VerwijsForm(DossierForm):
    """To whom, what for, and since when."""

    soort = tegels("Waarheen?", SOORTEN)
    diensten = forms.MultipleChoiceField(
        label="Welke hulp van het Werkcentrum?",
        choices=Dienst.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=breedte(12)),
    )
    vraag = tekst("Wat vraagt u?", 12, langst=_langst(Verwijzing, "vraag"), help_text=GEEN_MEDISCH)
    gevraagd_op = dag("Gevraagd op")

    def __init__(self, *args, persoon: Statushouder, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["naam"] = organisatie(
            "Naam van de organisatie",
            regio_id=persoon.dossierregio_id,
            soorten=VERWIJZEN_NAAR,
            help_text="Leeg als er in de regio maar een is.",
        )
        self.order_fields(["soort", "naam", "diensten", "vraag", "gevraagd_op"])


class StandForm(DossierForm):
    """The next step: only what can follow."""

    reden = keuze(
        "Waarom?",
        Verwijsreden.choices,
        leeg=True,
        required=False,
        help_text="Nodig bij weigeren of intrekken.",
    )
    datum = dag("Op welke dag?")
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, verwijzing: Verwijzing, **kwargs):
        super().__init__(*args, **kwargs)
        kan = STAPPEN.get(Verwijsstand(verwijzing.stand), ())
        self.fields["stand"] = tegels("Wat is er gebeurd?", [(s.value, s.label) for s in kan])
        self.order_fields(["stand", "datum", "reden"])


class BegeleidForm(DossierForm):
    """Who guides this person, for what, and how to reach them."""

    naam = tekst("Naam", langst=_langst(Begeleiding, "naam"), verplicht=True)
    rol = keuze("Rol", Begeleidrol.choices)
    doel = keuze("Waarvoor?", Begeleidoel.choices)
    bereikbaar = tekst(
        "Telefoon of e-mail",
        langst=_langst(Begeleiding, "bereikbaar"),
        help_text="Geen privéadres.",
    )
    van = dag("Vanaf")

    def __init__(self, *args, persoon: Statushouder, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisatie"] = organisatie(
            "Via welke organisatie?",
            regio_id=persoon.dossierregio_id,
            soorten=(Organisatiesoort.OVERIG,),
        )
        self.order_fields(["naam", "rol", "doel", "bereikbaar", "organisatie", "van"])


class EindeBegeleidingForm(DossierForm):
    """The last day."""

    tot_en_met = dag("Laatste dag", 12)
