"""The top floor's tables: the half-yearly reports, and what hangs on agendas."""

from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.behandeling import Behandeling, Intrekking
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
from verbinder.rapportage.openbaarmaking import Openbaarmaking
from verbinder.sturing.models import Agendastuk, Rapportbesluit

__all__ = [
    "Abonnement",
    "Agendastuk",
    "Behandeling",
    "Bestand",
    "Bestandsoort",
    "Cijfer",
    "Controle",
    "Eigencijfers",
    "Intrekking",
    "Momentopname",
    "Openbaarmaking",
    "Rapportage",
    "Rapportbesluit",
    "Stap",
    "Stapsoort",
    "Tekst",
    "Uitkomst",
    "Vaststelling",
    "Versie",
    "WaarCijfer",
]
