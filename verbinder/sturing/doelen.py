"""Goals of a plan, checked against the figures that they name."""

from django.core.exceptions import ValidationError

from regio.logboek import Door
from regio.models import Doel, Planversie, Richting
from regio.services import plandelen
from regio.services.plandelen import Doelopzet
from regio.toegang import Bereik
from verbinder.indicatoren import Indicator
from verbinder.indicatoren.doelen import VOOR_DOELEN


def zet_doel(
    *, versie: Planversie, opzet: Doelopzet, bereik: Bereik, door: Door, doel: Doel | None = None
) -> Doel:
    """Add or change a goal of a figure that exists, in the unit of that figure.

    Raises ValidationError with a sentence for what does not fit.
    """
    controleer(opzet)
    return plandelen.zet_doel(versie=versie, opzet=opzet, bereik=bereik, door=door, doel=doel)


def controleer(opzet: Doelopzet) -> None:
    """Raises ValidationError for an unknown figure, no unit, or a unit that is not counted."""
    indicator = VOOR_DOELEN.get(opzet.indicator)
    if indicator is None:
        raise ValidationError({"indicator": "Kies een cijfer uit de lijst."})
    if not opzet.eenheid:
        raise ValidationError({"eenheid": "Een doel heeft een eenheid. Kies wat u telt."})
    if opzet.eenheid != indicator.eenheid:
        raise ValidationError(
            {
                "eenheid": (
                    f"Het cijfer '{indicator.titel}' telt {indicator.eenheid}, geen "
                    f"{opzet.eenheid}. Kies {indicator.eenheid} of een ander cijfer."
                )
            }
        )
    _controleer_richting(opzet, indicator)
    if opzet.actielijn is not None and "actielijn" not in indicator.uitsplitsingen:
        raise ValidationError(
            {
                "actielijn": (
                    f"Het cijfer '{indicator.titel}' wordt niet per actielijn geteld. Laat de "
                    "actielijn leeg."
                )
            }
        )


def _controleer_richting(opzet: Doelopzet, indicator: Indicator) -> None:
    """A goal goes the way that is good: no promise to have at least so many fall back."""
    goed = {True: Richting.MINSTENS, False: Richting.HOOGSTENS}.get(indicator.meer_is_beter)
    if goed is not None and opzet.richting != goed:
        beter = "meer" if indicator.meer_is_beter else "minder"
        raise ValidationError(
            {
                "richting": (
                    f"Bij het cijfer '{indicator.titel}' is {beter} beter. Kies "
                    f"{goed.label.lower()}."
                )
            }
        )
