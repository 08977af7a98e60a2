"""Trajecten: which run, how long people wait, how trajecten end."""

from verbinder.dashboard import titels
from verbinder.dashboard.balken import balken
from verbinder.dashboard.onderdelen import (
    Inhoud,
    tabel_van,
    tegel,
    vragen_van_tegels,
)
from verbinder.dashboard.plek import Plek
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.samen import Antwoorden, Vraag

NAAM = "Trajecten"
TEGELS = tuple(INDICATOREN[code] for code in ("A9", "A6", "B1", "B2", "B3", "B4"))
A4, A9, B1 = (INDICATOREN[code] for code in ("A4", "A9", "B1"))
PER_ACTIELIJN = tuple(INDICATOREN[code] for code in ("A3", "A4", "A5", "A9", "B1", "B2", "B4"))


def vragen(plek: Plek) -> list[Vraag]:
    nu = plek.keuze.periode
    tabellen = {indicator: ["actielijn"] for indicator in PER_ACTIELIJN}
    tabellen[A4].append("trajectsoort")
    tabellen[B1].append("eindreden")
    eerder = [v for v in vragen_van_tegels(plek, TEGELS) if v.periode != nu]
    nodig = dict.fromkeys((*TEGELS, *PER_ACTIELIJN))
    return [*eerder, *(Vraag(i, nu, tuple(tabellen.get(i, ()))) for i in nodig)]


def inhoud(plek: Plek, antwoorden: Antwoorden) -> Inhoud:
    nu = plek.keuze.periode
    wachttijd = antwoorden.cijfer(A9, nu)
    return Inhoud(
        tegels=tuple(tegel(plek, antwoorden, indicator) for indicator in TEGELS),
        blokken=(
            balken(
                plek,
                antwoorden,
                A4,
                "trajectsoort",
                wat="lopende trajecten",
                naam="Lopende trajecten op de peildatum naar soort",
                kop="Soort traject",
                alleen_gevulde=True,
            ),
            balken(
                plek,
                antwoorden,
                B1,
                "eindreden",
                wat="beëindigde trajecten",
                naam="Beëindigde trajecten in het halfjaar naar reden",
                kop="Eindreden",
                alleen_gevulde=True,
            ),
            tabel_van(
                plek,
                antwoorden,
                id="per-actielijn",
                titel=titels.wachttijd(wachttijd.waarde, antwoorden.geheel(A9, nu))
                or "Trajecten per actielijn",
                indicatoren=PER_ACTIELIJN,
                uitsplitsing="actielijn",
                kop="Actielijn",
                noten=(
                    "Wie trajecten heeft onder twee actielijnen, telt bij mensen in elk van beide "
                    "en een keer in het totaal.",
                ),
            ),
        ),
    )
