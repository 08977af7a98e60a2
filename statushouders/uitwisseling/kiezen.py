"""Which of several gemeenten with one name is meant: the one that existed on the day."""

from datetime import date

from regio.models import Gemeente
from regio.uitwisseling.meldingen import Melding
from statushouders.uitwisseling.herkennen import Rij


def kies_gemeente(mogelijk: tuple[Gemeente, ...], rij: Rij) -> Gemeente | Melding:
    """The gemeente that a row of verblijf means, or the fault when it cannot be told."""
    if len(mogelijk) == 1:
        return mogelijk[0]
    van = rij.waarden.get("van")
    if isinstance(van, date):
        passend = [g for g in mogelijk if g.bestaat_op(van)]
        if len(passend) == 1:
            return passend[0]
    keuzes = " of ".join(f"{g.naam} ({g.code})" for g in mogelijk)
    return rij.melding(
        "gemeente", f"Deze naam kan {keuzes} zijn.", "Vul de GM-code in in plaats van de naam."
    )
