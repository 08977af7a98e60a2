"""One row of a list of persons, as the page draws it."""

from dataclasses import dataclass

from statushouders.lijsten.personen import Kolom
from statushouders.models import Statushouder
from statushouders.web.formulieren.contact import ContactForm


@dataclass
class Rij:
    """A person with the value of each column; `form` is there while the quick form is open."""

    persoon: Statushouder
    cellen: list[tuple[Kolom, object]]
    terug: str
    form: ContactForm | None = None
    in_lijst: bool = True
    net_opgeslagen: bool = False


def maak_rij(
    persoon: Statushouder, kolommen: tuple[Kolom, ...], *, terug: str, in_lijst: bool = True
) -> Rij:
    """The row of a person who was read with `met_lijstgegevens`."""
    cellen = [(kolom, kolom.waarde(persoon)) for kolom in kolommen]
    return Rij(persoon, cellen, terug, in_lijst=in_lijst)
