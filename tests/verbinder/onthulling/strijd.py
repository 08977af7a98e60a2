"""Audit a case, publish it, and set the attacker on it: as outsider and as each gemeente."""

from collections.abc import Sequence
from dataclasses import replace

from tests.verbinder.onthulling.aanval import Buit, val_aan
from tests.verbinder.onthulling.bestanden import gepubliceerd, waar
from tests.verbinder.onthulling.lastig import Geval
from verbinder.onthulling.audit import audit
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.verslag import Auditverslag


def keur(geval: Geval) -> tuple[Publicatie, Publicatie | None, Auditverslag]:
    """What is published in the end, what was before, and the verdict."""
    ervoor = geval.ervoor
    if ervoor is not None:
        ervoor = replace(ervoor, weggelaten=audit(ervoor).tabellen)
    eerdere = [ervoor] if ervoor else []
    verslag = audit(geval.nu, eerdere, stromen=geval.stromen, samen=geval.samen)
    return replace(geval.nu, weggelaten=verslag.tabellen), ervoor, verslag


def bestorm(
    nu: Publicatie,
    ervoor: Publicatie | None = None,
    stromen: dict[str, str] | None = None,
    *,
    samen: Sequence[tuple[str, ...]] = (),
    grondig: bool = False,
) -> Buit:
    """The outsider, each gemeente and each set that one person works for, on one publication."""
    buit = Buit()
    for wie in [(), *((gemeente,) for gemeente in nu.per_gemeente), *samen]:
        buit += val_aan(
            gepubliceerd(nu.cellen()),
            gepubliceerd(ervoor.cellen()) if ervoor else None,
            {gemeente: waar(nu.per_gemeente[gemeente]) for gemeente in wie},
            {gemeente: waar(ervoor.per_gemeente[gemeente]) for gemeente in wie} if ervoor else None,
            exact=(nu.regel.koppen_exact, bool(ervoor and ervoor.regel.koppen_exact)),
            zelfde=bool(ervoor and ervoor.afstand == 0),
            stromen=stromen or {},
            grondig=grondig,
        )
    return buit
