"""Find a person by name, however it is spelled, among those that the user may see.

A word matches when a name begins with it or sounds like it; names that look alike as a whole are
found too. What fits best comes first. Row-level security keeps the database from searching an
index of all names, so the search runs over the visible persons only.
"""

from functools import reduce
from operator import add

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
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
from django.db.models.functions import Coalesce, Concat

from regio.woorden import vlak
from statushouders.models import Kenmerk, Statushouder
from statushouders.namen import klank
from statushouders.querysets import StatushouderQuerySet

MEESTE_WOORDEN = 6
LANGSTE_VRAAG = 100
# The mark of a sound in a search key, and what no text in the database may hold.
NIET_IN_NAMEN = str.maketrans("~\x00", "  ")
# One letter fits half the caseload.
KORTSTE_NAAM = 2
GENOEG_GELIJK = 0.6
# Half of the words is enough: the other half may be spelled in a way nobody thought of.
GENOEG_PER_WOORD = 0.5
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
    scores = {f"woord{nummer}": _woordscore(woord) for nummer, woord in enumerate(woorden)}
    return (
        personen.annotate(
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


def _woordscore(woord: str) -> Case:
    """2 for a whole word, 1.5 for its beginning, 1 for its sound."""
    return Case(
        When(tussen_spaties__contains=f" {woord} ", then=Value(2.0)),
        When(tussen_spaties__contains=f" {woord}", then=Value(1.5)),
        default=_klankscore(woord),
        output_field=FloatField(),
    )


def _klankscore(woord: str) -> Case:
    return Case(
        When(tussen_spaties__contains=f" ~{klank(woord)} ", then=Value(1.0)),
        default=NUL,
        output_field=FloatField(),
    )


def _kenmerkscore(tekst: str) -> Case | Value:
    """A kenmerk has digits and a name has none, so only one of both costs a look."""
    if not any(teken.isdigit() for teken in tekst):
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
