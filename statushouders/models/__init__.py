"""The middle floor's tables: the people, their trajecten, and what came of them."""

from statushouders.models.contact import Actie, Contactmoment
from statushouders.models.dubbel import NietDezelfde, Samenvoeging
from statushouders.models.levering import Bevestiging, Levering
from statushouders.models.nazorg import Nazorgmoment
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
from statushouders.models.trajectdelen import Trajectvragen, Voorziening
from statushouders.models.uitwisseling import KlaargezetBestand
from statushouders.models.verblijf import Ligging, Uitkering, Verblijf
from statushouders.models.verwijzing import Begeleiding, Verwijzing
from statushouders.models.voorkeuren import Bericht, Berichtvoorkeur, BewaardeLijst, Kolomindeling
from statushouders.models.waarneming import Waarneming
from statushouders.models.werkgever import Afspraakplek, Werkgeversafspraak, Werkgeverscontact
from statushouders.models.wissing import Wissing

__all__ = [
    "Actie",
    "Afspraakplek",
    "Begeleiding",
    "Bekendvraag",
    "Bericht",
    "Berichtvoorkeur",
    "BewaardeLijst",
    "Bevestiging",
    "Contactmoment",
    "EerdereAanmelding",
    "EerdereWaarde",
    "Kenmerk",
    "KlaargezetBestand",
    "Kolomindeling",
    "Levering",
    "Ligging",
    "Naam",
    "Nazorgmoment",
    "NietDezelfde",
    "Overdracht",
    "Overdrachtsoort",
    "Overdrachtstand",
    "Plaatsing",
    "Samenvoeging",
    "Statushouder",
    "Traject",
    "Trajectvragen",
    "Uitkering",
    "Verblijf",
    "Verwijzing",
    "Waarneming",
    "Weigerreden",
    "Werkgeversafspraak",
    "Werkgeverscontact",
    "Wissing",
    "Zoekwoord",
    "Voorziening",
]
