"""The plan of a region: begun, written in versions, and adopted by an overleg."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import (
    Arbeidsmarktregio,
    Doel,
    Handeling,
    Maatregel,
    Overleg,
    PlanVanAanpak,
    Planvaststelling,
    Planversie,
)
from regio.plannen import is_vastgesteld
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@transaction.atomic
def begin_plan(
    *,
    regio: Arbeidsmarktregio,
    titel: str,
    van: date,
    tot_en_met: date,
    bereik: Bereik,
    door: Door,
) -> Planversie:
    """A plan for a period, with an empty first version.

    Raises ValidationError for what does not fit, PermissionDenied for who does not write here.
    """
    eis_schrijver(regio, bereik)
    plan = PlanVanAanpak(regio=regio, titel=titel, van=van, tot_en_met=tot_en_met)
    plan.full_clean()
    plan.save()
    return _bewaar(Planversie(plan=plan, nummer=1), door)


@transaction.atomic
def maak_planversie(*, plan: PlanVanAanpak, bereik: Bereik, door: Door) -> Planversie:
    """The next version, beginning as a copy of the last; that one stays as it was adopted.

    Raises ValidationError while the last version still can be changed.
    """
    eis_schrijver(plan.regio, bereik)
    plan = PlanVanAanpak.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    vorige = plan.versies.order_by("-nummer")[0]
    if not is_vastgesteld(vorige):
        raise ValidationError(
            f"Versie {vorige.nummer} is nog niet vastgesteld. Wijzig die versie zelf."
        )
    nieuw = _bewaar(
        Planversie(
            plan=plan,
            nummer=vorige.nummer + 1,
            analyse=vorige.analyse,
            prioriteit=vorige.prioriteit,
            hoogopgeleiden=vorige.hoogopgeleiden,
        ),
        door,
    )
    _neem_over(vorige, nieuw)
    return nieuw


@transaction.atomic
def schrijf_plan(
    *,
    versie: Planversie,
    analyse: str,
    prioriteit: str,
    hoogopgeleiden: str,
    bereik: Bereik,
    door: Door,
) -> Planversie:
    """Change the texts of a version that is not adopted yet."""
    versie = open_versie(versie, bereik)
    versie.analyse, versie.prioriteit = analyse, prioriteit
    versie.hoogopgeleiden = hoogopgeleiden
    versie.full_clean()
    versie.save(update_fields=["analyse", "prioriteit", "hoogopgeleiden"])
    noteer_plan(door, versie, wat="tekst")
    return versie


@transaction.atomic
def stel_plan_vast(
    *,
    versie: Planversie,
    overleg: Overleg,
    datum: date,
    opmerking: str,
    op: date,
    bereik: Bereik,
    door: Door,
) -> Planvaststelling:
    """Write down that an overleg adopted a version. From then on it never changes.

    Raises ValidationError for a day ahead, for a body of another region or one that does not
    adopt plans, and for a version that was adopted before.
    """
    versie = open_versie(versie, bereik)
    if overleg.regio_id != versie.plan.regio_id:
        raise ValidationError({"overleg": "Kies een overleg van deze regio."})
    if not overleg.stelt_vast:
        raise ValidationError({"overleg": f"{overleg} stelt geen plannen vast."})
    if datum > op:
        raise ValidationError({"datum": "Deze dag moet nog komen. Vul de dag in van het overleg."})
    vaststelling = Planvaststelling(
        versie=versie,
        overleg=overleg.naam,
        datum=datum,
        opmerking=opmerking,
        op=timezone.now(),
        wie=door.wie,
    )
    vaststelling.full_clean()
    vaststelling.save()
    noteer(
        door,
        Handeling.PLAN_VASTGESTELD,
        versie,
        regio_id=versie.plan.regio_id,
        versie=versie.nummer,
        datum=str(datum),
    )
    return vaststelling


def open_versie(versie: Planversie, bereik: Bereik) -> Planversie:
    """The version, for us alone, to change it.

    Raises PermissionDenied for who does not write here, ValidationError once it was adopted.
    """
    eis_schrijver(versie.plan.regio, bereik)
    versie = (
        Planversie.objects.select_for_update(of=("self",))
        .select_related("plan__regio")
        .get(pk=versie.pk)
    )
    if is_vastgesteld(versie):
        raise ValidationError("Deze versie van het plan is vastgesteld. Maak een nieuwe versie.")
    return versie


def noteer_plan(door: Door, versie: Planversie, **gegevens) -> None:
    """One line in the log about a change of a version."""
    regio_id = versie.plan.regio_id
    noteer(door, Handeling.PLAN_GEWIJZIGD, versie, regio_id=regio_id, **gegevens)


def _bewaar(versie: Planversie, door: Door) -> Planversie:
    versie.gemaakt_op, versie.wie = timezone.now(), door.wie
    versie.full_clean()
    versie.save()
    noteer_plan(door, versie, nummer=versie.nummer)
    return versie


def _neem_over(vorige: Planversie, nieuw: Planversie) -> None:
    """Copy the goals and measures; their codes stay the same, so that they can be followed."""
    for doel in vorige.doelen.prefetch_related("gemeenten").order_by("pk"):
        gemeenten = list(doel.gemeenten.all())
        doel.pk, doel.versie = None, nieuw
        doel._state.adding = True
        doel.save()
        doel.gemeenten.set(gemeenten)
    maatregelen = list(vorige.maatregelen.order_by("pk"))
    for maatregel in maatregelen:
        maatregel.pk, maatregel.versie = None, nieuw
    Maatregel.objects.bulk_create(maatregelen)


def volgende_code(versie: Planversie, soort: type[Doel] | type[Maatregel]) -> str:
    """`D4` or `M12`: a code that no version of the plan used for something else."""
    letter = "D" if soort is Doel else "M"
    codes = soort.objects.filter(versie__plan=versie.plan_id, code__startswith=letter)
    nummers = [int(code[1:]) for code in codes.values_list("code", flat=True) if code[1:].isdigit()]
    return f"{letter}{max(nummers, default=0) + 1}"
