"""The main figures by one characteristic: old and new law, leerroute, education, age, …"""

from verbinder.dashboard.balken import balken
from verbinder.dashboard.onderdelen import Inhoud, tabel_van
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import VOL
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.samen import Antwoorden, Vraag
from verbinder.indicatoren.uitsplitsingen import UITSPLITSINGEN, VAN_PERSONEN

NAAM = "Uitsplitsen"
KOLOMMEN = tuple(
    INDICATOREN[code] for code in ("A1", "A2", "A3", "A7", "A8", "A9", "B2", "C3", "C6")
)
A1 = INDICATOREN["A1"]
KEUZES = tuple(code for code in VAN_PERSONEN if code != "gemeente")
STANDAARD = "wet"


def vragen(plek: Plek, per: str = STANDAARD) -> list[Vraag]:
    return [Vraag(indicator, plek.keuze.periode, (per,)) for indicator in KOLOMMEN]


def inhoud(plek: Plek, antwoorden: Antwoorden, per: str = STANDAARD) -> Inhoud:
    titel = UITSPLITSINGEN[per].titel
    figuur = balken(
        plek,
        antwoorden,
        A1,
        per,
        wat="mensen in beeld",
        naam=f"Mensen in beeld op de peildatum naar {titel.lower()}",
        kop=titel,
        breed=VOL,
    )
    tabel = tabel_van(
        plek,
        antwoorden,
        id="cijfers",
        titel=f"De cijfers naar {titel.lower()}",
        indicatoren=KOLOMMEN,
        uitsplitsing=per,
        kop=titel,
    )
    return Inhoud(blokken=(figuur, tabel))
