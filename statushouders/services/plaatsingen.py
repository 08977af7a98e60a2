"""A plaatsing: made, changed, ended, or withdrawn because it never should have been."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling, Organisatie
from statushouders.models import Plaatsing, Statushouder, Traject
from statushouders.services.kern import (
    bewaar,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
)
from statushouders.services.nazorg import herzie_nazorg
from statushouders.services.organisaties import soort_van_werkgever, zoek_of_maak
from statushouders.services.referenties import voeg_toe_met_referentie
from statushouders.services.trajecten import controleer_persoon
from statushouders.services.werkgevers import vervul_uit_traject

WIJZIGBAAR = (
    "soort",
    "traject",
    "begindatum",
    "einddatum",
    "sector",
    "uren_per_week",
    "contractvorm",
    "functieniveau",
    "afspraak_werkgever",
    "loonkostensubsidie",
)


@transaction.atomic
def plaats(
    *,
    statushouder: Statushouder,
    soort: str,
    begindatum: date,
    op: date,
    door: Door,
    traject: Traject | None = None,
    werkgever: str = "",
    einddatum: date | None = None,
    sector: str = "",
    uren_per_week: Decimal | None = None,
    contractvorm: str = "",
    functieniveau: str = "onbekend",
    afspraak_werkgever: bool = False,
    loonkostensubsidie: bool = False,
) -> Plaatsing:
    """Record a plaatsing from its first day; `werkgever` is a name, also of a school.

    Raises ValidationError: before the traject or of another person's, before birth, and so on.
    """
    controleer_dagen(begindatum=begindatum, einddatum=einddatum)
    persoon = vergrendel(statushouder)
    plaatsing = Plaatsing(
        statushouder=persoon,
        soort=soort,
        traject=traject,
        werkgever=_werkgever(persoon, soort, werkgever),
        begindatum=begindatum,
        einddatum=einddatum,
        sector=sector,
        uren_per_week=uren_per_week,
        contractvorm=contractvorm,
        functieniveau=functieniveau,
        afspraak_werkgever=afspraak_werkgever,
        loonkostensubsidie=loonkostensubsidie,
    )
    _past_bij_persoon(plaatsing, persoon)
    voeg_toe_met_referentie(plaatsing, persoon, letter="P")
    log(door, Handeling.PLAATSING_GEMAAKT, persoon, plaatsing=plaatsing.pk)
    if traject is not None:
        vervul_uit_traject(traject, door=door)
    return plaatsing


def _werkgever(persoon: Statushouder, soort: str, naam: str) -> Organisatie | None:
    bij = soort_van_werkgever(soort)
    return zoek_of_maak(regio=persoon.dossierregio, soort=bij, naam=naam, veld="werkgever")


def _past_bij_persoon(plaatsing: Plaatsing, persoon: Statushouder) -> None:
    """What the database refuses only at the end of the request, and what it cannot know."""
    controleer_persoon(persoon, plaatsing.begindatum)
    traject = plaatsing.traject
    if traject is None:
        return
    if traject.statushouder_id != persoon.pk:
        raise ValidationError({"traject": "Dit traject is niet van deze persoon. Kies een ander."})
    if plaatsing.begindatum < traject.begindatum:
        raise ValidationError(
            {
                "begindatum": (
                    f"Het traject begon op {traject.begindatum:%d-%m-%Y}. Een plaatsing kan niet "
                    "eerder beginnen. Kies een latere dag of een ander traject."
                )
            }
        )


@transaction.atomic
def wijzig_plaatsing(
    *,
    plaatsing: Plaatsing,
    versie: int,
    op: date,
    door: Door,
    werkgever: str | None = None,
    **gegevens,
) -> list[str]:
    """Correct a plaatsing; an empty einddatum says that it still runs. Returns what changed.

    Raises Ingehaald or ValidationError.
    """
    if onbekend := set(gegevens) - set(WIJZIGBAAR):
        raise TypeError(f"Geen wijzigbaar gegeven: {', '.join(sorted(onbekend))}")
    controleer_dagen(**{v: w for v, w in gegevens.items() if isinstance(w, date)})
    persoon = vergrendel(plaatsing.statushouder)
    nu = vergrendel(plaatsing, versie=versie)
    if werkgever is not None:
        gegevens["werkgever"] = _werkgever(persoon, gegevens.get("soort", nu.soort), werkgever)
    anders = [veld for veld, waarde in gegevens.items() if getattr(nu, veld) != waarde]
    for veld in anders:
        setattr(nu, veld, gegevens[veld])
    _past_bij_persoon(nu, persoon)
    if anders:
        bewaar(nu, *anders)
        herzie_nazorg([persoon.pk])
        log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=nu.pk, velden=anders)
    if anders and nu.traject is not None:
        vervul_uit_traject(nu.traject, door=door)
    return anders


@transaction.atomic
def beeindig_plaatsing(
    *, plaatsing: Plaatsing, einddatum: date, op: date, door: Door, versie: int | None = None
) -> Plaatsing:
    """The plaatsing ends; `einddatum` is its last day. Raises Ingehaald or ValidationError."""
    controleer_dagen(einddatum=einddatum)
    persoon = vergrendel(plaatsing.statushouder)
    nu = vergrendel(plaatsing, versie=versie)
    nu.einddatum = einddatum
    bewaar(nu, "einddatum")
    herzie_nazorg([persoon.pk])
    log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=nu.pk, velden=["einddatum"])
    return nu


@transaction.atomic
def trek_plaatsing_in(
    *, plaatsing: Plaatsing, intrekreden: str, op: date, door: Door, versie: int | None = None
) -> Plaatsing:
    """A plaatsing that should never have been: it counts nowhere from now on.

    Raises Ingehaald or ValidationError.
    """
    persoon = vergrendel(plaatsing.statushouder)
    nu = vergrendel(plaatsing, versie=versie)
    intrekreden = nette_tekst(intrekreden, "intrekreden")
    if not intrekreden:
        raise ValidationError({"intrekreden": "Schrijf kort op waarom deze plaatsing niet klopt."})
    nu.ingetrokken_op, nu.intrekreden = op, intrekreden
    bewaar(nu, "ingetrokken_op", "intrekreden")
    herzie_nazorg([persoon.pk])
    log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=nu.pk, wat="ingetrokken")
    return nu
