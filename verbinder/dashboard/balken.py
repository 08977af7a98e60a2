"""One chart that most parts share: an indicator over the categories of one breakdown."""

from collections.abc import Sequence

from verbinder.dashboard import titels
from verbinder.dashboard.onderdelen import Figuur, punt
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import BREED, Rij, staven
from verbinder.indicatoren import Indicator
from verbinder.indicatoren.samen import Antwoorden


def balken(
    plek: Plek,
    antwoorden: Antwoorden,
    indicator: Indicator,
    uitsplitsing: str,
    *,
    wat: str,
    naam: str,
    kop: str,
    titel: str = "",
    alleen_gevulde: bool = False,
    noten: Sequence[str] = (),
    breed: int = BREED,
) -> Figuur:
    """A bar per category, in the order of the list; the chart's id is the breakdown.

    `wat` names what is counted in the plural, for the title, unless `titel` says something else.
    `alleen_gevulde`: of a long list only the categories that have any, the largest first.
    """
    nu = plek.keuze.periode
    labels = plek.labels(indicator, uitsplitsing)
    aantallen = {code: antwoorden.aantal(indicator, nu, uitsplitsing, code) for code in labels}
    codes = list(labels)
    if alleen_gevulde:
        codes = [code for code in codes if aantallen[code]]
        codes.sort(key=lambda code: -aantallen[code])
    delen = [titels.Deel(labels[code], aantallen[code]) for code in codes]
    grafiek = staven(
        uitsplitsing,
        [Rij(labels[c], punt(plek, antwoorden, indicator, uitsplitsing, c)) for c in codes],
        titel=titel or titels.grootste(delen, wat),
        naam=naam,
        kop=kop,
        noten=noten,
        breed=breed,
    )
    return Figuur(grafiek, (indicator,))
