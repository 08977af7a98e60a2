"""The top floor's tables: the half-yearly reports, and what hangs on agendas."""

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
from verbinder.sturing.models import Agendastuk

__all__ = [
    "Agendastuk",
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
