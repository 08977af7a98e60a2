"""The top floor's tables: the half-yearly reports."""

from verbinder.rapportage.models import (
    Bestand,
    Bestandsoort,
    Cijfer,
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
    "Bestand",
    "Bestandsoort",
    "Cijfer",
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
