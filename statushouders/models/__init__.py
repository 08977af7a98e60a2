"""The middle floor's tables: the people, their trajecten, and what came of them."""

from statushouders.models.contact import Actie, Contactmoment
from statushouders.models.dubbel import NietDezelfde, Samenvoeging
from statushouders.models.levering import Bevestiging, Levering
from statushouders.models.overdracht import (
    Bekendvraag,
    Overdracht,
    Overdrachtsoort,
    Overdrachtstand,
    Weigerreden,
)
from statushouders.models.plaatsing import Plaatsing
from statushouders.models.statushouder import (
    EerdereAanmelding,
    EerdereWaarde,
    Kenmerk,
    Naam,
    Statushouder,
    Zoekwoord,
)
from statushouders.models.traject import Traject
from statushouders.models.uitwisseling import KlaargezetBestand
from statushouders.models.verblijf import Ligging, Uitkering, Verblijf
from statushouders.models.waarneming import Waarneming

__all__ = [
    "Actie",
    "Bekendvraag",
    "Bevestiging",
    "Contactmoment",
    "EerdereAanmelding",
    "EerdereWaarde",
    "Kenmerk",
    "KlaargezetBestand",
    "Levering",
    "Ligging",
    "Naam",
    "NietDezelfde",
    "Overdracht",
    "Overdrachtsoort",
    "Overdrachtstand",
    "Plaatsing",
    "Samenvoeging",
    "Statushouder",
    "Traject",
    "Uitkering",
    "Verblijf",
    "Waarneming",
    "Weigerreden",
    "Zoekwoord",
]
