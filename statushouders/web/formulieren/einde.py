"""Somebody leaves view, comes back, or should never have been registered."""

from statushouders.codes import Afsluitreden
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import dag, keuze


class AfsluitForm(DossierForm):
    """Two fields: until when, and why."""

    afsluitreden = keuze(
        "Waarom is deze persoon niet meer in beeld?", Afsluitreden.choices, leeg=True
    )
    afgesloten_op = dag("Laatste dag in beeld", 6)


class HeraanmeldForm(DossierForm):
    """The day on which somebody is back."""

    aangemeld_op = dag("Opnieuw aangemeld op", 6)
