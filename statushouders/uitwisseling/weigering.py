"""A refusal of the database, in words."""

from django.apps import apps
from django.db import DatabaseError

from regio.uitwisseling.meldingen import Melding

TE_LANG = "57014"
OPNIEUW = "Er is niets opgeslagen. Probeer het opnieuw; blijft het misgaan, vraag dan de beheerder."


def zin_bij(fout: DatabaseError) -> Melding:
    """The sentence of the constraint that refused, or what else went wrong."""
    oorzaak = fout.__cause__
    naam = getattr(getattr(oorzaak, "diag", None), "constraint_name", None)
    if getattr(oorzaak, "pgcode", None) == TE_LANG:
        wat = "Het wegschrijven duurde te lang."
        doe = "Er is niets opgeslagen. Splits het bestand en lees de delen na elkaar in."
    elif zin := _zinnen().get(naam):
        wat, doe = f"De database weigerde een rij. {zin}", OPNIEUW
    else:
        wat, doe = "De database weigerde een rij.", OPNIEUW
    return Melding("", 0, "", "", wat, doe)


def _zinnen() -> dict[str, str]:
    return {
        regel.name: str(regel.violation_error_message)
        for model in apps.get_app_config("statushouders").get_models()
        for regel in model._meta.constraints
    }
