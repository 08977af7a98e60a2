"""What is known better by now of the half-year before: the published headlines beside today's.

Measured with the figures of a report, and shown in it after the audit: a new number beside an old
one tells what changed, so the new headlines are attacked first, beside all that readers hold, and
what gives something away is not shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar
from regio.toegang import Gebied
from verbinder.indicatoren import INDICATOREN, Cijfer, Eenheid, Maat, Plaats
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.regiometing import meet_regio
from verbinder.indicatoren.uitsplitsingen import TOTAAL
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import OPENBARE_EENHEDEN, REGELS
from verbinder.rapportage.boek import Boek
from verbinder.rapportage.cijfers import meting_zonder
from verbinder.rapportage.levering import Aanlevering, aanleveringen, niet_geleverd
from verbinder.rapportage.rapport import Herzien, opsomming

LATER_INGEVOERD = "later ingevoerd of verbeterd"


@dataclass(frozen=True)
class Hermeting:
    """The headlines of an earlier half-year as they are now: true, and of each gemeente."""

    cijfers: list[Cijfer]
    eigen: dict[str, list[Cijfer]]
    reden: str

    def publicatie(self, regel: str, weggelaten=frozenset(), *, afstand: int = 0) -> Publicatie:
        """As a publication of headlines only. `eigen` says of each gemeente all it knows."""
        return Publicatie(
            cijfers=self.cijfers,
            per_gemeente=self.eigen,
            regel=REGELS[regel],
            weggelaten=weggelaten,
            afstand=afstand,
        )

    def als_gegevens(self) -> dict:
        """Plain values, to keep with the measured figures."""
        return {
            "cijfers": [_rij(cijfer) for cijfer in self.cijfers],
            "eigen": {code: [_rij(c) for c in eigen] for code, eigen in self.eigen.items()},
            "reden": self.reden,
        }

    @classmethod
    def uit_gegevens(cls, gegevens: Mapping) -> "Hermeting":
        """The inverse of `als_gegevens`."""
        return cls(
            [_cijfer(rij) for rij in gegevens["cijfers"]],
            {code: [_cijfer(rij) for rij in eigen] for code, eigen in gegevens["eigen"].items()},
            gegevens["reden"],
        )


def meet_herzien(
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    gepubliceerd: Boek,
    toen: tuple[Aanlevering, ...],
    *,
    regel: str,
    nu: datetime,
) -> Hermeting | None:
    """Measure the headlines of a published half-year again; None when none reads differently."""
    # Over the same gemeenten: who had not delivered then does not count here either.
    zonder = niet_geleverd(toen)
    meting = meting_zonder(Meting(Gebied(regio.pk), halfjaar), zonder)
    gemeten = meet_regio(meting, tabellen=())
    cijfers = [cijfer for cijfer in gemeten.geteld if _telt_mensen(cijfer)]
    nieuw = Hermeting(cijfers, gemeten.per_gemeente, _reden(toen, regio, nu, halfjaar))
    return nieuw if list(herziene_rijen(nieuw, gepubliceerd, regel)) else None


def herziene_rijen(
    nieuw: Hermeting, gepubliceerd: Boek, regel: str, weggelaten=frozenset()
) -> Iterator[Herzien]:
    """Each headline that reads differently now, of those that may be shown."""
    for cel in nieuw.publicatie(regel, weggelaten).cellen():
        oud = gepubliceerd.zoek(*cel.plaats)
        code = cel.plaats.indicator
        if oud is None or not oud.is_getal or cel.gepubliceerd is None:
            continue
        if oud.weergave != cel.weergave:
            yield Herzien(code, INDICATOREN[code].titel, oud.weergave, cel.weergave, nieuw.reden)


def _telt_mensen(cijfer: Cijfer) -> bool:
    return cijfer.eenheid not in OPENBARE_EENHEDEN and cijfer.plaats.uitsplitsing == TOTAAL


def _reden(
    toen: tuple[Aanlevering, ...], regio: Arbeidsmarktregio, nu: datetime, halfjaar: Halfjaar
) -> str:
    """Who delivered after the figures were closed, else that something was entered later."""
    eerder = {a.code: a.op for a in toen}
    later = [
        a.naam
        for a in aanleveringen(regio, halfjaar, bekend_op=nu)
        if eerder.get(a.code) and a.op != eerder[a.code]
    ]
    return f"later aangeleverd door {opsomming(later)}" if later else LATER_INGEVOERD


def _rij(cijfer: Cijfer) -> list:
    waarde = None if cijfer.waarde is None else str(cijfer.waarde)
    soort = [str(cijfer.eenheid), str(cijfer.maat)]
    return [*cijfer.plaats, *soort, cijfer.teller, cijfer.noemer, waarde]


def _cijfer(rij: list) -> Cijfer:
    *plaats, eenheid, maat, teller, noemer, waarde = rij
    getal = None if waarde is None else Decimal(waarde)
    return Cijfer(Plaats(*plaats), Eenheid(eenheid), Maat(maat), teller, noemer, getal)
