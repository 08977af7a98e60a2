"""Every change of a report. Nothing is overwritten: each service adds rows (see models.py)."""

from verbinder.rapportage.services.behandelen import (
    bevestig_cijfers,
    gesloten_op,
    leg_behandeling_vast,
    trek_versie_in,
)
from verbinder.rapportage.services.controleren import controleer_kleine_aantallen
from verbinder.rapportage.services.openbaar import eis_openbaar_te_maken, maak_openbaar
from verbinder.rapportage.services.samen import AlGedaan
from verbinder.rapportage.services.teksten import schrijf_tekst
from verbinder.rapportage.services.vaststellen import (
    eis_te_versturen,
    eis_vast_te_stellen,
    stel_vast,
    verstuur_concept,
)
from verbinder.rapportage.services.versies import meet_opnieuw, sluit_cijfers, zorg_voor_versie

__all__ = [
    "AlGedaan",
    "bevestig_cijfers",
    "controleer_kleine_aantallen",
    "eis_openbaar_te_maken",
    "eis_te_versturen",
    "eis_vast_te_stellen",
    "gesloten_op",
    "leg_behandeling_vast",
    "maak_openbaar",
    "meet_opnieuw",
    "schrijf_tekst",
    "sluit_cijfers",
    "stel_vast",
    "trek_versie_in",
    "verstuur_concept",
    "zorg_voor_versie",
]
