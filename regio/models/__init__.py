"""The ground floor's tables: where, who works here, with what rights, and what was seen."""

from regio.models.aanstelling import Aanstelling, Standplaats, Ureninzet, Urenverdeling
from regio.models.begroting import (
    Besteding,
    Bestedingsdeel,
    Bijdrage,
    Circulairelading,
    Doorschuiving,
    Geldsoort,
    Kostensoort,
    Verplichting,
    Zekerheid,
)
from regio.models.beleid import Actielijn, Soortgebruik, Trajectsoort
from regio.models.gebruikers import Gebruiker, Recht, Rol
from regio.models.geldjaar import (
    Boekingsoort,
    Boekvoorstel,
    Geldinstelling,
    Jaarafsluiting,
    Jaarstand,
    Planregel,
    Voorstelstatus,
)
from regio.models.huisstijl import Huisstijl
from regio.models.indeling import (
    Arbeidsmarktregio,
    Centrumgemeente,
    Gemeente,
    GemeenteInRegio,
)
from regio.models.inzendingen import Inzending
from regio.models.klaargezet import KlaargezetteLijst, Lijstsoort
from regio.models.logboek import Handeling, Logregel
from regio.models.organisaties import Deelname, Organisatie, Organisatiesoort
from regio.models.overleg import (
    Actiepunt,
    Agendapunt,
    Besluit,
    Besluituitkomst,
    Overleg,
    Overleglid,
    Overlegrol,
    Puntsoort,
    Vergadering,
)
from regio.models.plan import (
    Doel,
    Maatregel,
    Maatregelstand,
    Partner,
    PlanVanAanpak,
    Planvaststelling,
    Planversie,
    Richting,
    Voortgang,
)
from regio.models.taakstelling import Taakstelling
from regio.models.uitvak import Opdracht
from regio.models.werkwijze import Groep, Werkwijze

__all__ = [
    "Aanstelling",
    "Actielijn",
    "Actiepunt",
    "Agendapunt",
    "Arbeidsmarktregio",
    "Besluit",
    "Besluituitkomst",
    "Besteding",
    "Bestedingsdeel",
    "Bijdrage",
    "Boekingsoort",
    "Boekvoorstel",
    "Centrumgemeente",
    "Circulairelading",
    "Deelname",
    "Doel",
    "Doorschuiving",
    "Gebruiker",
    "Geldinstelling",
    "Geldsoort",
    "Gemeente",
    "GemeenteInRegio",
    "Groep",
    "Handeling",
    "Huisstijl",
    "Inzending",
    "Jaarafsluiting",
    "Jaarstand",
    "KlaargezetteLijst",
    "Kostensoort",
    "Lijstsoort",
    "Logregel",
    "Maatregel",
    "Maatregelstand",
    "Opdracht",
    "Organisatie",
    "Organisatiesoort",
    "Overleg",
    "Overleglid",
    "Overlegrol",
    "Partner",
    "PlanVanAanpak",
    "Planregel",
    "Planvaststelling",
    "Planversie",
    "Puntsoort",
    "Recht",
    "Richting",
    "Rol",
    "Standplaats",
    "Taakstelling",
    "Soortgebruik",
    "Trajectsoort",
    "Ureninzet",
    "Urenverdeling",
    "Vergadering",
    "Verplichting",
    "Voorstelstatus",
    "Voortgang",
    "Werkwijze",
    "Zekerheid",
]
