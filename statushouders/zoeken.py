"""Find a person by name, however it is spelled, among those that the user may see.

A word matches when a name begins with it or sounds like it; two words may be one in the name.
What fits best comes first. A database function gives the likeliest of the visible persons from an
index of words and sounds; only those are weighed, among the rows that the user may see.
"""

from functools import reduce
from itertools import pairwise
from operator import add, or_
from typing import NamedTuple

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    FloatField,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Concat

from regio.woorden import vlak
from statushouders.models import Kenmerk, Statushouder
from statushouders.namen import klanken
from statushouders.querysets import StatushouderQuerySet

MEESTE_WOORDEN = 6
LANGSTE_VRAAG = 100
# The mark of a sound in a search key, and what no text in the database may hold.
NIET_IN_NAMEN = str.maketrans("~\x00", "  ")
# One letter fits half the caseload.
KORTSTE_NAAM = 2
GENOEG_GELIJK = 0.6
# Half of the words is enough: the other half may be spelled in a way nobody thought of.
GENOEG_PER_WOORD = 1.0
# Names that begin with the same consonants are worth weighing as a whole.
BEGIN_VAN_EEN_KLANK = 3
LAATSTE_TEKEN, NET_ERNA = "\U0010ffff", "\x01"
HEEL_WOORD, BEGIN_VAN_EEN_WOORD, ZELFDE_KLANK = 3.0, 2.5, 2.0
# So many are weighed in full; in a longer list nobody looks for a name.
MEESTE_KANDIDATEN = 150
KANDIDATEN = (
    '"statushouders_statushouder"."id" = any((select zoek_kandidaten('
    f"%s::integer[], %s::text[], %s::text[], %s::real[], {MEESTE_KANDIDATEN}))::bigint[])"
)
# Somebody who scores less than this part of the best hit is not worth showing while typing.
DEEL_VAN_DE_BESTE = 0.6
NUL = Value(0.0, output_field=FloatField())


def zoek(personen: StatushouderQuerySet, tekst: str) -> StatushouderQuerySet:
    """`personen` whose name or kenmerk fits `tekst`, best first (annotated as `score`).

    Text without a digit is not looked up among the kenmerken. An empty text finds nobody.
    """
    tekst = tekst.translate(NIET_IN_NAMEN).strip()[:LANGSTE_VRAAG]
    woorden = vlak(tekst).split()[:MEESTE_WOORDEN]
    if not woorden:
        return personen.none()
    scores = {
        f"woord{nummer}": _woordscore(woord, woorden[max(nummer - 1, 0) : nummer + 2])
        for nummer, woord in enumerate(woorden)
    }
    return (
        personen.filter(_kan_het_zijn(woorden, tekst))
        .annotate(
            tussen_spaties=Concat(Value(" "), "naam__zoeknaam", Value(" ")),
            gelijkenis=Coalesce(TrigramWordSimilarity(vlak(tekst), "naam__zoeknaam"), NUL),
            aaneen=_klankscore("".join(woorden)),
            kenmerk=_kenmerkscore(tekst),
            **scores,
        )
        .annotate(woorden=_som(*map(F, scores)))
        .filter(
            Q(woorden__gte=GENOEG_PER_WOORD * len(woorden))
            | Q(aaneen__gt=0)
            | Q(gelijkenis__gte=GENOEG_GELIJK)
            | Q(kenmerk__gt=0)
        )
        .annotate(score=_som(F("woorden"), F("gelijkenis"), F("aaneen"), F("kenmerk")))
        .order_by("-score", "naam__sorteernaam", "pk")
    )


def _kan_het_zijn(woorden: list[str], tekst: str) -> Q | RawSQL:
    """Who fits best by words, sounds, and how these begin; or has such a kenmerk."""
    termen = [term for deel, woord in enumerate(woorden) for term in _termen(deel, woord)]
    for deel, paar in enumerate(pairwise(woorden)):
        termen += _klanktermen(deel, "".join(paar))
    termen += _klanktermen(0, "".join(woorden))
    kandidaten = RawSQL(  # nosec B611
        KANDIDATEN, [list(kolom) for kolom in zip(*termen, strict=True)], BooleanField()
    )
    if not _heeft_cijfers(tekst):
        return kandidaten
    kenmerken = Kenmerk.objects.filter(kenmerk__istartswith=tekst).values("statushouder")
    return Q(kandidaten) | Q(pk__in=kenmerken)


class Term(NamedTuple):
    """A stretch of the index: for which part of the question, from where to where, its weight."""

    deel: int
    vanaf: str
    tot: str
    gewicht: float


def _termen(deel: int, woord: str) -> list[Term]:
    begin = {teken[:BEGIN_VAN_EEN_KLANK] for teken in klanken(woord)}
    return [
        Term(deel, woord, f"{woord}{NET_ERNA}", HEEL_WOORD),
        Term(deel, woord, f"{woord}{LAATSTE_TEKEN}", BEGIN_VAN_EEN_WOORD),
        *_klanktermen(deel, woord),
        *(
            Term(deel, f"~{teken}", f"~{teken}{LAATSTE_TEKEN}", 0.5)
            for teken in sorted(begin)
            if len(teken) == BEGIN_VAN_EEN_KLANK
        ),
    ]


def _klanktermen(deel: int, woord: str) -> list[Term]:
    tekens = sorted(klanken(woord))
    return [Term(deel, f"~{teken}", f"~{teken}{NET_ERNA}", ZELFDE_KLANK) for teken in tekens]


def _met_paren(woorden: list[str]) -> list[str]:
    """The words, and each two neighbours as one: Abd Allah is found as Abdallah."""
    return [*woorden, *("".join(paar) for paar in pairwise(woorden)), "".join(woorden)]


def _woordscore(woord: str, met_buren: list[str]) -> Case:
    """3 for a whole word, 2.5 for its beginning, 2 for its sound, alone or with a neighbour."""
    tekens = {teken for stuk in _met_paren(met_buren)[len(met_buren) :] for teken in klanken(stuk)}
    return Case(
        When(tussen_spaties__contains=f" {woord} ", then=Value(HEEL_WOORD)),
        When(tussen_spaties__contains=f" {woord}", then=Value(BEGIN_VAN_EEN_WOORD)),
        When(_klinkt_als(klanken(woord) | tekens), then=Value(ZELFDE_KLANK)),
        default=NUL,
        output_field=FloatField(),
    )


def _klankscore(woord: str) -> Case:
    return Case(
        When(_klinkt_als(klanken(woord)), then=Value(1.0)),
        default=NUL,
        output_field=FloatField(),
    )


def _klinkt_als(tekens: set[str]) -> Q:
    klinkt = [Q(tussen_spaties__contains=f" ~{teken} ") for teken in sorted(tekens)]
    return reduce(or_, klinkt)


def _heeft_cijfers(tekst: str) -> bool:
    """A kenmerk has digits and a name has none, so only one of both costs a look."""
    return any(teken.isdigit() for teken in tekst)


def _kenmerkscore(tekst: str) -> Case | Value:
    if not _heeft_cijfers(tekst):
        return NUL
    past = Kenmerk.objects.filter(statushouder=OuterRef("pk"), kenmerk__istartswith=tekst)
    return Case(When(Exists(past), then=Value(4.0)), default=NUL, output_field=FloatField())


def _som(*delen) -> ExpressionWrapper:
    return ExpressionWrapper(reduce(add, delen), output_field=FloatField())


def gelijken(
    personen: StatushouderQuerySet,
    *,
    voornaam: str,
    achternaam: str,
    kenmerk: str = "",
    geboortejaar: str = "",
    aantal: int = 5,
) -> list[Statushouder]:
    """At most `aantal` persons who may be the one that is being typed, likeliest first.

    A year of birth that is far off makes somebody less likely, but hides nobody: years are
    mistyped too.
    """
    tekst = f"{voornaam} {achternaam}".strip() or kenmerk.strip()
    if len(tekst) < KORTSTE_NAAM:
        return []
    gevonden = list(
        zoek(personen, tekst)
        .met_kenmerk()
        .select_related("naam", "dossiergemeente", "contactpersoon")[: aantal * 4]
    )
    if not gevonden:
        return []
    genoeg = DEEL_VAN_DE_BESTE * gevonden[0].score
    lijkend = [persoon for persoon in gevonden if persoon.score >= genoeg]
    if geboortejaar.isdigit():
        lijkend.sort(key=lambda persoon: -_met_jaar(persoon, int(geboortejaar)))
    return lijkend[:aantal]


def _met_jaar(persoon: Statushouder, geboortejaar: int) -> float:
    verschil = abs(persoon.geboortejaar - geboortejaar)
    return persoon.score + (2.0 if verschil == 0 else 1.0 if verschil == 1 else 0.0)
