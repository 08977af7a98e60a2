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
    verslag = audit(geval.nu, [ervoor] if ervoor else [], stromen=geval.stromen)
    return replace(geval.nu, weggelaten=verslag.tabellen), ervoor, verslag


def bestorm(
    nu: Publicatie,
    ervoor: Publicatie | None = None,
    stromen: dict[str, str] | None = None,
    *,
    grondig: bool = False,
    wie: Sequence[str | None] | None = None,
) -> Buit:
    """All attackers on one publication (`wie`: only these; None is the outsider)."""
    buit = Buit()
    for gemeente in [None, *nu.per_gemeente] if wie is None else wie:
        buit += val_aan(
            gepubliceerd(nu.cellen()),
            gepubliceerd(ervoor.cellen()) if ervoor else None,
            waar(nu.per_gemeente[gemeente]) if gemeente else None,
            waar(ervoor.per_gemeente[gemeente]) if ervoor and gemeente else None,
            gemeente=gemeente,
            exact=(nu.regel.koppen_exact, bool(ervoor and ervoor.regel.koppen_exact)),
            zelfde=bool(ervoor and ervoor.zelfde_halfjaar),
            stromen=stromen or {},
            grondig=grondig,
        )
    return buit
