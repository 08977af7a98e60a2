"""Every change of a report. Nothing is overwritten: each service adds rows (see models.py)."""

from verbinder.rapportage.services.samen import AlGedaan
from verbinder.rapportage.services.teksten import schrijf_tekst
from verbinder.rapportage.services.vaststellen import stel_vast, verstuur_concept
from verbinder.rapportage.services.versies import meet_opnieuw, sluit_cijfers, zorg_voor_versie

__all__ = [
    "AlGedaan",
    "meet_opnieuw",
    "schrijf_tekst",
    "sluit_cijfers",
    "stel_vast",
    "verstuur_concept",
    "zorg_voor_versie",
]
