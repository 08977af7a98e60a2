"""The verdict of the small-number audit, in words for the maker."""

from dataclasses import dataclass

from regio.models import Gemeente
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.uitsplitsingen import KRUIS, TOTAAL, UITSPLITSINGEN
from verbinder.onthulling.model import BUITENSTAANDER
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN
from verbinder.onthulling.verslag import Auditverslag, Weglating
from verbinder.rapportage.models import Controle, Versie
from verbinder.rapportage.opslag import laatste_opname

GEHEIM = f"aantal van {GEHEIM_IN_WOORDEN}"


@dataclass(frozen=True)
class Weggelaten:
    """A table that is not in the report, and why."""

    tabel: str
    reden: str


@dataclass(frozen=True)
class Oordeel:
    """What the audit said of the figures that the version shows."""

    controle: Controle
    weggelaten: tuple[Weggelaten, ...]
    eerder: tuple[str, ...]
    gelovigen_klaar: bool
    aanvallers: int
    cellen: int


def oordeel_over(versie: Versie, *, openbaar: bool = False) -> Oordeel | None:
    """The last verdict on the figures of this version, or on its public edition; None when they
    were never audited."""
    gemeten = laatste_opname(versie).gemeten
    gedaan = versie.controles.filter(momentopname=gemeten, openbaar=openbaar)
    controles = list(gedaan.order_by("volgnummer"))
    if not controles:
        return None
    # Each run adds to what the ones before it left out.
    verslagen = [Auditverslag.uit_gegevens(c.verslag) for c in controles]
    namen = dict(Gemeente.objects.values_list("code", "naam"))
    laatste = verslagen[-1]
    return Oordeel(
        controle=controles[-1],
        weggelaten=tuple(
            Weggelaten(_tabel(w.indicator, w.uitsplitsing), _reden(w, namen))
            for verslag in verslagen
            for w in verslag.weggelaten
        ),
        eerder=laatste.eerder_herleidbaar,
        gelovigen_klaar=laatste.gelovigen_klaar,
        aanvallers=len(laatste.aanvallers),
        cellen=max((a.geheime_cellen for a in laatste.aanvallers), default=0),
    )


def _tabel(indicator: str, uitsplitsing: str) -> str:
    """`C3 Personen naar betaald werk, per wet`."""
    titel = INDICATOREN[indicator].titel if indicator in INDICATOREN else ""
    naam = f"{indicator} {titel}".strip()
    if uitsplitsing == TOTAAL:
        return f"{naam}, het totaal en alles daaronder"
    stukken = [UITSPLITSINGEN[stuk].titel.lower() for stuk in uitsplitsing.split(KRUIS)]
    return f"{naam}, per {' en '.join(stukken)}"


def _reden(weglating: Weglating, namen: dict[str, str]) -> str:
    wie = " en ".join(namen.get(code, code) for code in weglating.aanvaller.split(" en "))
    door = "een buitenstaander" if weglating.aanvaller == BUITENSTAANDER else wie
    if weglating.onbeslist:
        return f"Niet op tijd te bewijzen dat {door} geen {GEHEIM} kan herleiden."
    return f"Door {door} was een {GEHEIM} te herleiden."
