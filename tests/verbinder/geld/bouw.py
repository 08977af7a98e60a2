"""Money that stands in the books before a page is opened."""

from datetime import date
from decimal import Decimal

from regio.models import Geldinstelling
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.regio.sturing.boekhouding import als_controller

NU = "2024-09-15 10:00"
OP = date(2024, 9, 15)


def boek_du(mensen, bedrag: str = "68000") -> None:
    """DU 2023, carried over to 2024."""
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage(bedrag)
        boeken.doorschuiving(bedrag)


def tweede_akkoord_boven(regio_id: int, bedrag: str) -> None:
    """The region asks for a second controller above an amount."""
    with bereik_transactie(Bereik(beheerregios=frozenset({regio_id}))):
        Geldinstelling.objects.create(regio_id=regio_id, goedkeuren_boven=Decimal(bedrag))


def een_besteding(**anders) -> dict:
    """The fields of the form, as somebody fills them in."""
    velden = {
        "pot": "2023-du",
        "bedrag": "1.234,50",
        "datum": "2024-09-01",
        "omschrijving": "Tolk",
        "kostensoort": "activiteit",
        "verdeling": "gelijk",
    }
    return velden | anders
