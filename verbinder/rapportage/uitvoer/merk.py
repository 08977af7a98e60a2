"""What every file of an installation with invented data says of itself."""

from django.conf import settings

VOORBEELDGEGEVENS = "Voorbeeldgegevens: alle personen in dit bestand zijn verzonnen."


def merk() -> str:
    """The warning for invented data, or nothing."""
    return VOORBEELDGEGEVENS if settings.ONTWIKKELING else ""
