"""The top floor's tables: the half-yearly reports, and what hangs on agendas."""

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
from verbinder.sturing.models import Agendastuk

__all__ = [
    "Agendastuk",
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
