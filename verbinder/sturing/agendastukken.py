"""Documents on an agenda, and deciding on a point with what hangs on it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Agendapunt, Besluit, Planversie
from regio.services.besluiten import leg_besluit_vast
from regio.services.overleggen import houd_overleg_vast, noteer_overleg
from regio.toegang import Bereik
from verbinder.rapportage.models import Stapsoort, Versie
from verbinder.rapportage.services.samen import eis_niet_ingetrokken
from verbinder.sturing.models import Agendastuk


@transaction.atomic
def hang_aan(
    *,
    agendapunt: Agendapunt,
    bereik: Bereik,
    door: Door,
    rapport: Versie | None = None,
    plan: Planversie | None = None,
) -> Agendastuk:
    """Put a version of a report or plan on an agenda.

    Raises ValidationError for one of another region, or a report that nobody can read yet.
    """
    overleg = houd_overleg_vast(agendapunt.vergadering.overleg, bereik)
    eigenaren = {rapport.rapportage.regio_id} if rapport else set()
    eigenaren |= {plan.plan.regio_id} if plan else set()
    if eigenaren - {overleg.regio_id}:
        raise ValidationError("Kies een stuk van deze regio.")
    if rapport is not None and not rapport.stappen.filter(soort=Stapsoort.VERSTUURD).exists():
        raise ValidationError(
            "Dit rapport is nog niet verstuurd, dus het overleg kan het niet lezen. Verstuur "
            "eerst het concept."
        )
    if rapport is not None:
        eis_niet_ingetrokken(rapport)
    stuk = Agendastuk(
        agendapunt=agendapunt, rapport=rapport, plan=plan, op=timezone.now(), wie=door.wie
    )
    stuk.full_clean()
    stuk.save()
    noteer_overleg(door, overleg, stuk=stuk.pk)
    return stuk


@transaction.atomic
def trek_stuk_in(*, stuk: Agendastuk, reden: str, bereik: Bereik, door: Door) -> Agendastuk:
    """Take a document back. What was decided on it before, stays decided."""
    overleg = houd_overleg_vast(stuk.agendapunt.vergadering.overleg, bereik)
    stuk = Agendastuk.objects.select_for_update(of=("self",)).get(pk=stuk.pk)
    if stuk.ingetrokken_op is not None:
        raise ValidationError("Dit stuk is al ingetrokken.")
    stuk.ingetrokken_op, stuk.reden = timezone.now(), reden
    stuk.full_clean()
    stuk.save(update_fields=["ingetrokken_op", "reden"])
    noteer_overleg(door, overleg, stuk=stuk.pk, ingetrokken=True)
    return stuk


@transaction.atomic
def besluit_op_punt(*, agendapunt: Agendapunt, bereik: Bereik, door: Door, **gegevens) -> Besluit:
    """Decide on a point of an agenda. Raises ValidationError when what it was about was withdrawn.

    The body is held, so nobody withdraws a document while it is decided on.
    """
    overleg = houd_overleg_vast(agendapunt.vergadering.overleg, bereik)
    stukken = list(
        Agendastuk.objects.filter(agendapunt=agendapunt)
        .select_related("rapport__rapportage", "rapport__intrekking", "plan__plan")
        .order_by("op")
    )
    weg = [stuk for stuk in stukken if stuk.waarom_weg]
    if weg and len(weg) == len(stukken):
        raise ValidationError(
            f"{weg[-1].naam} is ingetrokken. Zet eerst de goede versie bij dit agendapunt."
        )
    return leg_besluit_vast(
        overleg=overleg,
        datum=agendapunt.vergadering.datum,
        agendapunt=agendapunt,
        bereik=bereik,
        door=door,
        **gegevens,
    )
