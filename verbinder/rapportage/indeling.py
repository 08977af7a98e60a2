"""The figures per gemeente in the division of now, beside those of the half-year itself.

Added up from the published numbers and from nothing else, so it tells nothing that the audit has
not seen (docs/besluiten/0016).
"""

from collections.abc import Sequence

from verbinder.onthulling.cellen import Status
from verbinder.onthulling.regel import HOOGSTE_GEHEIM
from verbinder.rapportage.boek import Rapportcel
from verbinder.rapportage.document import Tabel
from verbinder.rapportage.getallen import kort
from verbinder.rapportage.rapport import Rapport, opsomming
from verbinder.rapportage.tabellen import KORTE_TITELS


def huidige_indeling(rapport: Rapport, codes: Sequence[str]) -> Tabel | None:
    """The figures per gemeente as the division is now; None where it is the same."""
    getoond = [code for code in codes if rapport.boek.getoond(code, "gemeente")]
    if not rapport.opvolgers or not getoond:
        return None
    nu = {o.code: o for o in rapport.opvolgers}
    groepen: dict[str, list[str]] = {}
    # Also of figures of events: who ended within the half-year is in no stock.
    for code in getoond:
        for cel in rapport.boek.tabel(code, "gemeente"):
            categorie = cel.plaats.categorie
            label = nu[categorie].heet if categorie in nu else cel.label
            if categorie not in groepen.setdefault(label, []):
                groepen[label].append(categorie)
    rijen = tuple(
        (label, *(_samen(_cellen(rapport, code, delen)) for code in getoond))
        for label, delen in groepen.items()
    )
    return Tabel(
        "Dezelfde cijfers naar de huidige indeling",
        ("Gemeente", *(KORTE_TITELS.get(c, rapport.definities[c].titel) for c in getoond)),
        rijen,
        noten=(
            f"Sinds dit halfjaar: {opsomming(o.zin for o in rapport.opvolgers)}.",
            "Opgeteld uit de gepubliceerde, afgeronde aantallen in de tabel hierboven.",
        ),
    )


def _cellen(rapport: Rapport, code: str, delen: Sequence[str]) -> list[Rapportcel]:
    gevonden = (rapport.boek.zoek(code, "gemeente", deel) for deel in delen)
    return [cel for cel in gevonden if cel is not None and cel.status != Status.NVT]


def _samen(cellen: Sequence[Rapportcel]) -> str:
    """`55`, `40 en 7 of minder`, `14 of minder`; or the word of the first that says nothing."""
    if len(cellen) == 1:
        return kort(cellen[0])
    anders = [cel for cel in cellen if not (cel.is_getal or cel.is_geheim)]
    if anders or not cellen:
        return kort(anders[0]) if anders else "–"
    geheim = HOOGSTE_GEHEIM * sum(cel.is_geheim for cel in cellen)
    som = sum(int(cel.getal or 0) for cel in cellen)
    delen = [str(som)] if som else []
    return " en ".join([*delen, *([f"{geheim} of minder"] if geheim else [])])
