"""What stands in a plan: goals, measures, how far they are, and the usual tasks to begin with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import (
    Actielijn,
    Doel,
    Gemeente,
    Maatregel,
    Maatregelstand,
    Planversie,
    Richting,
)
from regio.perioden import Periode
from regio.plannen import is_vastgesteld
from regio.services.plannen import noteer_plan, open_versie, volgende_code
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@dataclass(frozen=True)
class Doelopzet:
    """What a goal says, as it was filled in."""

    omschrijving: str
    indicator: str
    eenheid: str
    aantal: int
    begindatum: date
    einddatum: date
    bron: str
    actielijn: Actielijn | None = None
    gemeenten: Collection[Gemeente] = ()
    richting: str = Richting.MINSTENS
    uitgangswaarde: int | None = None
    uitgangsdatum: date | None = None


@transaction.atomic
def zet_doel(
    *, versie: Planversie, opzet: Doelopzet, bereik: Bereik, door: Door, doel: Doel | None = None
) -> Doel:
    """Add a goal to a version, or change one of it.

    That the figure exists and counts in this unit is checked on the floor that knows figures
    (`verbinder.sturing.doelen`). Raises ValidationError for what does not fit.
    """
    versie = open_versie(versie, bereik)
    if doel is not None and doel.versie_id != versie.pk:
        raise PermissionDenied("A goal of another version.")
    rij = doel or Doel(versie=versie, code=volgende_code(versie, Doel))
    for naam in opzet.__dataclass_fields__:
        if naam != "gemeenten":
            setattr(rij, naam, getattr(opzet, naam))
    rij.full_clean()
    _eis_binnen_plan(versie, rij)
    _eis_van_regio(versie, opzet.gemeenten, rij)
    rij.save()
    rij.gemeenten.set(opzet.gemeenten)
    noteer_plan(door, versie, doel=rij.code)
    return rij


@transaction.atomic
def haal_doel_weg(*, doel: Doel, bereik: Bereik, door: Door) -> None:
    """Take a goal out of a version that is not adopted yet."""
    versie = open_versie(doel.versie, bereik)
    noteer_plan(door, versie, doel=doel.code, weg=True)
    doel.delete()


@transaction.atomic
def zet_maatregel(
    *,
    versie: Planversie,
    titel: str,
    trekker: str,
    bereik: Bereik,
    door: Door,
    omschrijving: str = "",
    actielijn: Actielijn | None = None,
    partners: Collection[str] = (),
    van: date | None = None,
    tot_en_met: date | None = None,
    maatregel: Maatregel | None = None,
) -> Maatregel:
    """Add a measure to a version, or change one of it."""
    versie = open_versie(versie, bereik)
    if maatregel is not None and maatregel.versie_id != versie.pk:
        raise PermissionDenied("A measure of another version.")
    rij = maatregel or Maatregel(versie=versie, code=volgende_code(versie, Maatregel))
    rij.titel, rij.omschrijving, rij.trekker = titel, omschrijving, trekker
    rij.actielijn, rij.partners = actielijn, list(partners)
    rij.van, rij.tot_en_met = van, tot_en_met
    rij.full_clean()
    rij.save()
    noteer_plan(door, versie, maatregel=rij.code)
    return rij


@transaction.atomic
def haal_maatregel_weg(*, maatregel: Maatregel, bereik: Bereik, door: Door) -> None:
    """Take a measure out of a version that is not adopted yet."""
    versie = open_versie(maatregel.versie, bereik)
    noteer_plan(door, versie, maatregel=maatregel.code, weg=True)
    maatregel.delete()


@transaction.atomic
def neem_taken_over(
    *, versie: Planversie, taken: Collection[str], trekker: str, bereik: Bereik, door: Door
) -> list[Maatregel]:
    """Begin with tasks of the verbinder as gemeenten listed them; what is there already stays."""
    bekend = set(versie.maatregelen.values_list("titel", flat=True))
    return [
        zet_maatregel(
            versie=versie,
            titel=taak.titel,
            omschrijving=taak.omschrijving,
            actielijn=Actielijn.objects.filter(pk__in=[taak.actielijn or 0]).first(),
            partners=taak.partners,
            trekker=trekker,
            bereik=bereik,
            door=door,
        )
        for taak in TAKEN
        if taak.code in taken and taak.titel not in bekend
    ]


@transaction.atomic
def leg_stand_vast(
    *, maatregel: Maatregel, stand: str, opmerking: str, bereik: Bereik, door: Door
) -> Maatregelstand:
    """How far a measure is now; kept beside the plan, also when that was adopted."""
    plan = maatregel.versie.plan
    eis_schrijver(plan.regio, bereik)
    rij = Maatregelstand(
        plan=plan,
        code=maatregel.code,
        stand=stand,
        opmerking=opmerking,
        op=timezone.now(),
        wie=door.wie,
    )
    rij.full_clean()
    rij.save()
    noteer_plan(door, maatregel.versie, maatregel=maatregel.code, stand=stand)
    return rij


def mag_wijzigen(versie: Planversie, bereik: Bereik) -> bool:
    """Whether this user may still change the version."""
    return versie.plan.regio_id in bereik.schrijfregios and not is_vastgesteld(versie)


def _eis_binnen_plan(versie: Planversie, doel: Doel) -> None:
    plan = versie.plan
    if doel.begindatum < plan.van or doel.einddatum > plan.tot_en_met:
        raise ValidationError(
            f"Een doel valt binnen de looptijd van het plan: {plan.van:%d-%m-%Y} tot en met "
            f"{plan.tot_en_met:%d-%m-%Y}. Pas de dagen aan."
        )


def _eis_van_regio(versie: Planversie, gemeenten: Collection[Gemeente], doel: Doel) -> None:
    looptijd = Periode(doel.begindatum, doel.einddatum + timedelta(days=1))
    leden = Gemeente.objects.in_regio_tijdens(versie.plan.regio_id, looptijd)
    if {g.pk for g in gemeenten} - set(leden.values_list("pk", flat=True)):
        raise ValidationError({"gemeenten": "Kies gemeenten uit uw regio."})


@dataclass(frozen=True)
class Taak:
    """A task that gemeenten asked of their verbinder, to begin a measure with."""

    code: str
    titel: str
    omschrijving: str
    actielijn: int | None = None
    partners: tuple[str, ...] = ()


# As the gemeenten of Gooi en Vechtstreek listed them in January 2024, and what VNG added.
TAKEN = (
    Taak(
        "plan",
        "Plan van aanpak schrijven en bijhouden",
        "Het regionale plan schrijven, met de gemeenten bespreken en elk halfjaar bijwerken.",
    ),
    Taak(
        "beleid",
        "Beleid en uitvoering samenbrengen",
        "Beleidsmedewerkers en klantmanagers van de gemeenten over dezelfde vragen laten praten.",
        3,
    ),
    Taak(
        "projecten",
        "Statushouders verbinden aan regionale arbeidsmarktprojecten",
        "Van elk project weten welke plekken er zijn, en er mensen voor aandragen.",
        2,
        ("werkcentrum", "werkgevers", "uwv"),
    ),
    Taak(
        "hoogopgeleid",
        "Aandacht voor hoogopgeleide statushouders",
        "Diploma's laten waarderen, en werk of een schakeltraject zoeken op het eigen niveau.",
        4,
        ("uaf", "onderwijs"),
    ),
    Taak(
        "voorrang",
        "Voorrang bepalen tussen oude en nieuwe wetters",
        "Afspreken wie eerst aan de beurt is: mensen onder de oude of onder de nieuwe wet.",
        3,
    ),
    Taak(
        "overleg",
        "Gemeentelijk overleg statushouders organiseren en voorzitten",
        "De klantmanagers van de gemeenten elke maand bij elkaar brengen.",
        3,
    ),
    Taak(
        "werkbedrijf",
        "Trajecten bij het sociaal werkbedrijf",
        "Plekken bij het sociaal werkbedrijf verdelen over de gemeenten en volgen wat ervan komt.",
        3,
        ("werkbedrijf",),
    ),
    Taak(
        "werkcentrum",
        "Werken via het Werkcentrum",
        "Geen nieuw loket: de mensen en werkgevers van het Werkcentrum inzetten.",
        3,
        ("werkcentrum", "uwv", "sbb", "vakbonden"),
    ),
    Taak(
        "verdringing",
        "Bewaken dat andere groepen niet tekortkomen",
        "Elk halfjaar met het Werkcentrum kijken of hun dienstverlening aan anderen gelijk bleef.",
        None,
        ("werkcentrum",),
    ),
)
