"""Small numbers: 500 random regions attacked, and what the audit costs per indicator."""

from bench.uitkomst import Uitkomst
from bench.wereld import Werelden
from tests.verbinder.onthulling.aanval import Buit
from tests.verbinder.onthulling.strijd import bestorm, keur
from tests.verbinder.onthulling.verzonnen import DIT_HALFJAAR, Vorm, verzin
from tests.verbinder.onthulling.willekeurig import willekeurig
from verbinder.onthulling.audit import audit
from verbinder.onthulling.gegevens import Publicatie

AANTAL = 500
# Every so often a region is attacked with all indicators at once, which takes ten times as long.
ALLES_OM_DE = 25
GROOTTEN = ((5, 400), (15, 1500))  # gemeenten, people


def meet(werelden: Werelden, personen: int) -> list[Uitkomst]:
    """Secrets that an attacker of the published files found, and the seconds of the audit."""
    return [*_strijd(AANTAL), *(rij for g, n in GROOTTEN for rij in _kosten(g, n))]


def _strijd(aantal: int) -> list[Uitkomst]:
    buit, niet_klaar = Buit(), 0
    for zaad in range(1, aantal + 1):
        geval = willekeurig(zaad, alles=zaad % ALLES_OM_DE == 0)
        nu, ervoor, verslag = keur(geval)
        niet_klaar += not (verslag.klaar and verslag.gelovigen_klaar)
        buit += bestorm(nu, ervoor, geval.stromen, samen=geval.samen)
    wat = f"{aantal} willekeurige regio's"
    bij = f"{buit.aangevallen} geheime cellen aangevallen, {buit.onbeslist} onbeslist"
    return [
        Uitkomst(f"{wat}: cellen precies gevonden", len(buit.exact), 0, "cellen", bij),
        Uitkomst(f"{wat}: cellen smaller dan 3", len(buit.smal), 0, "cellen", bij),
        Uitkomst(f"{wat}: controle niet klaar", niet_klaar, 0, "regio's"),
    ]


def _kosten(gemeenten: int, mensen: int) -> list[Uitkomst]:
    """Seconds of the audit, per indicator and in all."""
    regio = verzin(1, Vorm(gemeenten=gemeenten, personen=mensen))
    cijfers, eigen = regio.cijfers(DIT_HALFJAAR), regio.per_gemeente(DIT_HALFJAAR)
    verslag = audit(Publicatie(cijfers=cijfers, per_gemeente=eigen))
    wat = f"Controle, {gemeenten} gemeenten en {mensen} mensen"
    per_indicator = [
        Uitkomst(f"{wat}: {code}", seconden, None, "s")
        for code, seconden in verslag.seconden_per_indicator.items()
    ]
    return [*per_indicator, Uitkomst(f"{wat}: alles", verslag.seconden, 540, "s")]
