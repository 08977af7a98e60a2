"""The top floor's tables: the half-yearly reports."""

from verbinder.rapportage.behandeling import Behandeling
from verbinder.rapportage.models import (
    Bestand,
    Bestandsoort,
    Cijfer,
    Controle,
    Eigencijfers,
    Momentopname,
    Rapportage,
    Stap,
    Stapsoort,
    Tekst,
    Uitkomst,
    Vaststelling,
    Versie,
    WaarCijfer,
)

__all__ = [
    "Behandeling",
    "Bestand",
    "Bestandsoort",
    "Cijfer",
    "Controle",
    "Eigencijfers",
    "Momentopname",
    "Rapportage",
    "Stap",
    "Stapsoort",
    "Tekst",
    "Uitkomst",
    "Vaststelling",
    "Versie",
    "WaarCijfer",
]
