"""Money and hours, counted by plain loops over what was booked.

Written from docs/definities.md and docs/geld.md. A cell is named as in the table of figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.naief.cellen import Sleutel
from tests.naief.feiten import dagen

NUL = Decimal(0)
HERKOMST, LIJN, GEMEENTE = "herkomst", "actielijn", "gemeente"
ALGEMEEN, HELE_REGIO = "algemeen", "hele_regio"


@dataclass(frozen=True)
class Post:
    """One row of the ledger; `bedrag` is below zero for a storno."""

    soort: str  # bijdrage, doorschuiving, verplichting, besteding
    datum: date
    bedrag: Decimal
    herkomst: str
    naar_jaar: int = 0
    actielijn: str | None = None
    kostensoort: str = ""
    op_verplichting: bool = False
    delen: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class Dienst:
    """Hours a week of somebody (or of a vacancy), from a first to a last day."""

    uren_per_week: Decimal
    van: date
    tot_en_met: date
    vacature: bool = False


@dataclass
class Kas:
    """All that a region booked."""

    posten: list[Post] = field(default_factory=list)
    diensten: list[Dienst] = field(default_factory=list)
    uren: list[tuple[date, Decimal, str | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Stukje:
    """A part of an amount, with its categories."""

    bedrag: Decimal
    herkomst: str = ""
    actielijn: str = ALGEMEEN
    gemeente: str = HELE_REGIO


def cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(Decimal("0.01"), ROUND_HALF_UP)


def geldcijfers(kas: Kas, van: date, peildatum: date) -> dict[Sleutel, Decimal]:
    """Every cell of money and hours that is not zero; and the headlines, also at zero."""
    cellen: dict[Sleutel, Decimal] = {}
    for code, (stukjes, uitsplitsingen) in _figuren(kas, van, peildatum).items():
        geteld: dict[Sleutel, Decimal] = defaultdict(Decimal)
        geteld[code, "totaal", "alle"] = NUL
        for stukje in stukjes:
            geteld[code, "totaal", "alle"] += stukje.bedrag
            for naam in uitsplitsingen:
                geteld[code, naam, getattr(stukje, naam)] += stukje.bedrag
        cellen |= {plek: cent(som) for plek, som in geteld.items() if som or plek[1] == "totaal"}
    for code, jaar in (("F7.per_uur", ""), ("F7.per_uur_jaar", "_jaar")):
        uren = cellen[f"F7.ingezet{jaar}", "totaal", "alle"]
        begin = peildatum.replace(month=1, day=1) if jaar else van
        kosten = sum(
            (p.bedrag for p in kas.posten if _is(p, "besteding", begin, peildatum)
             and p.kostensoort == "inzet"), NUL,
        )  # fmt: skip
        if uren > 0:
            cellen[code, "totaal", "alle"] = cent(kosten / uren)
    return cellen


def _figuren(kas: Kas, van: date, peildatum: date):
    jaar = peildatum.replace(month=1, day=1)
    posten = kas.posten
    doorgeschoven_in = [
        Stukje(p.bedrag, p.herkomst)
        for p in posten
        if p.soort == "doorschuiving" and p.naar_jaar == peildatum.year
    ]
    doorgeschoven_uit = list(_van(posten, "doorschuiving", jaar, peildatum))
    ontvangen = list(_van(posten, "bijdrage", jaar, peildatum))
    begin = list(_beginsaldo(posten, peildatum.year))
    besteed = list(_van(posten, "besteding", jaar, peildatum))
    verplicht = list(_open(posten, peildatum))
    beschikbaar = [*begin, *ontvangen, *doorgeschoven_in, *_min(doorgeschoven_uit)]
    waarvoor = (HERKOMST, LIJN, GEMEENTE)
    return {
        "F1": (_van(posten, "bijdrage", van, peildatum), (HERKOMST,)),
        "F1.jaar": (ontvangen, (HERKOMST,)),
        "F2.in": (doorgeschoven_in, (HERKOMST,)),
        "F2.uit": (doorgeschoven_uit, (HERKOMST,)),
        "F3.begin": (begin, (HERKOMST,)),
        "F3": (beschikbaar, (HERKOMST,)),
        "F4": (verplicht, (HERKOMST, LIJN)),
        "F5": (_van(posten, "besteding", van, peildatum), waarvoor),
        "F5.jaar": (besteed, waarvoor),
        "F6": ([*beschikbaar, *_min(verplicht), *_min(besteed)], (HERKOMST,)),
        "F7.gepland": (_gepland(kas, van, peildatum, vacature=False), ()),
        "F7.gepland_jaar": (_gepland(kas, jaar, peildatum, vacature=False), ()),
        "F7.vacature": (_gepland(kas, van, peildatum, vacature=True), ()),
        "F7.ingezet": (_ingezet(kas, van, peildatum), (LIJN,)),
        "F7.ingezet_jaar": (_ingezet(kas, jaar, peildatum), (LIJN,)),
    }


def _is(post: Post, soort: str, van: date, tot_en_met: date) -> bool:
    return post.soort == soort and van <= post.datum <= tot_en_met


def _van(posten: Iterable[Post], soort: str, van: date, tot_en_met: date) -> Iterator[Stukje]:
    for post in posten:
        if _is(post, soort, van, tot_en_met):
            for gemeente, deel in post.delen or ((HELE_REGIO, post.bedrag),):
                yield Stukje(deel, post.herkomst, post.actielijn or ALGEMEEN, gemeente)


def _min(stukjes: Iterable[Stukje]) -> Iterator[Stukje]:
    for stukje in stukjes:
        yield Stukje(-stukje.bedrag, stukje.herkomst, stukje.actielijn, stukje.gemeente)


def _beginsaldo(posten: Iterable[Post], jaar: int) -> Iterator[Stukje]:
    """What was left when the year began: year after year, what came in less what went out."""
    for post in posten:
        ervoor = post.datum.year < jaar
        if post.soort == "bijdrage" and ervoor:
            yield Stukje(post.bedrag, post.herkomst)
        elif post.soort == "besteding" and ervoor:
            yield Stukje(-post.bedrag, post.herkomst)
        elif post.soort == "doorschuiving":
            if ervoor:
                yield Stukje(-post.bedrag, post.herkomst)
            if post.naar_jaar < jaar:
                yield Stukje(post.bedrag, post.herkomst)


def _open(posten: Iterable[Post], peildatum: date) -> Iterator[Stukje]:
    for post in posten:
        if post.datum > peildatum:
            continue
        lijn = post.actielijn or ALGEMEEN
        if post.soort == "verplichting":
            yield Stukje(post.bedrag, post.herkomst, lijn)
        elif post.soort == "besteding" and post.op_verplichting:
            yield Stukje(-post.bedrag, post.herkomst, lijn)


def _gepland(kas: Kas, van: date, peildatum: date, *, vacature: bool) -> Iterator[Stukje]:
    """Each day in service is a seventh of the hours a week."""
    for dienst in kas.diensten:
        if dienst.vacature == vacature:
            in_dienst = [d for d in dagen(van, peildatum) if dienst.van <= d <= dienst.tot_en_met]
            yield Stukje(dienst.uren_per_week * len(in_dienst) / 7)


def _ingezet(kas: Kas, van: date, peildatum: date) -> Iterator[Stukje]:
    for dag, uren, lijn in kas.uren:
        if van <= dag <= peildatum:
            yield Stukje(uren, actielijn=lijn or ALGEMEEN)
