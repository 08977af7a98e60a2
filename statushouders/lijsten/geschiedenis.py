"""Who changed which fact of a person, and when."""

from dataclasses import replace

from regio.geschiedenis import Wijziging, wijzigingen
from statushouders.codes import Correctiereden
from statushouders.models import Naam, Statushouder

# Facts worth a line; keys, versions and search keys are not.
NIET_TONEN = ("id", "sleutel", "versie", "ingevoerd_op", "sorteernaam", "zoeknaam")


def geschiedenis(persoon: Statushouder) -> list[Wijziging]:
    """The changes of the person's facts and name since registration, newest first."""
    gevonden = [
        replace(wijziging, reden=_reden(wijziging.reden))
        for model in (Statushouder, Naam)
        for wijziging in wijzigingen(model, [persoon.pk], zonder=NIET_TONEN)
    ]
    return sorted(gevonden, key=lambda wijziging: wijziging.op, reverse=True)


def _reden(code: str) -> str:
    return Correctiereden(code).label if code in Correctiereden.values else ""
