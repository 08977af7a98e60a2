"""Small numbers: 500 random regions attacked, and what the audit costs per indicator."""

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


def meet() -> list[dict]:
    """Rows of name, ratio, target and whether it was met."""
    return [*_strijd(AANTAL), *(rij for g, personen in GROOTTEN for rij in _kosten(g, personen))]


def _strijd(aantal: int) -> list[dict]:
    """Secrets found by an attacker of the published files, per secret attacked."""
    buit, niet_klaar = Buit(), 0
    for zaad in range(1, aantal + 1):
        geval = willekeurig(zaad, alles=zaad % ALLES_OM_DE == 0)
        nu, ervoor, verslag = keur(geval)
        niet_klaar += not verslag.klaar
        buit += bestorm(nu, ervoor, geval.stromen, samen=geval.samen)
    naam = f"{aantal} willekeurige regio's, {buit.aangevallen} geheime cellen"
    return [
        _rij(f"{naam}: precies gevonden", len(buit.exact), 0),
        _rij(f"{naam}: smaller dan 3", len(buit.smal), 0),
        _rij(f"{aantal} willekeurige regio's: controle niet klaar", niet_klaar, 0),
    ]


def _kosten(gemeenten: int, personen: int) -> list[dict]:
    """Seconds of the audit, per indicator and in all."""
    regio = verzin(1, Vorm(gemeenten=gemeenten, personen=personen))
    verslag = audit(Publicatie(
        cijfers=regio.cijfers(DIT_HALFJAAR), per_gemeente=regio.per_gemeente(DIT_HALFJAAR)
    ))  # fmt: skip
    naam = f"controle, {gemeenten} gemeenten en {personen} mensen"
    rijen = [
        _rij(f"{naam}: seconden voor {code}", seconden)
        for code, seconden in verslag.seconden_per_indicator.items()
    ]
    return [*rijen, _rij(f"{naam}: seconden in totaal", verslag.seconden, 600)]


def _rij(naam: str, gemeten: float, doel: float | None = None) -> dict:
    gehaald = doel is None or gemeten <= doel
    return {"name": naam, "ratio": gemeten, "target": doel, "met": gehaald}
