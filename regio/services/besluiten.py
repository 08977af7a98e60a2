"""What overleggen decide, numbered per year, and who does what about it before when."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Actiepunt, Agendapunt, Besluit, Handeling, Overleg, Vergadering
from regio.services.overleggen import (
    gebruiker_in_regio,
    houd_overleg_vast,
    noteer_overleg,
)
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@transaction.atomic
def leg_besluit_vast(
    *,
    overleg: Overleg,
    datum: date,
    tekst: str,
    uitkomst: str,
    op: date,
    bereik: Bereik,
    door: Door,
    opmerking: str = "",
    agendapunt: Agendapunt | None = None,
    vervangt: Besluit | None = None,
) -> Besluit:
    """Write down what an overleg decided, under the next number of that year. It never changes;
    a later one may replace it. Raises ValidationError for a day ahead or a meeting that was off.
    """
    overleg = houd_overleg_vast(overleg, bereik)
    if datum > op:
        raise ValidationError({"datum": "Deze dag moet nog komen. Vul de dag van het overleg in."})
    if agendapunt is not None:
        _controleer_punt(overleg, agendapunt)
    if vervangt is not None:
        _controleer_vervanging(overleg, vervangt)
    # The row of the body is ours, so nobody takes the same number.
    van_dit_jaar = Besluit.objects.filter(overleg=overleg, datum__year=datum.year)
    besluit = Besluit(
        overleg=overleg,
        datum=datum,
        nummer=(van_dit_jaar.aggregate(laatste=Max("nummer"))["laatste"] or 0) + 1,
        tekst=tekst,
        uitkomst=uitkomst,
        opmerking=opmerking,
        agendapunt=agendapunt,
        vervangt=vervangt,
        op=timezone.now(),
        wie=door.wie,
    )
    besluit.full_clean()
    besluit.save()
    noteer(
        door,
        Handeling.BESLUIT_VASTGELEGD,
        besluit,
        regio_id=overleg.regio_id,
        kenmerk=besluit.kenmerk,
        uitkomst=uitkomst,
    )
    return besluit


@transaction.atomic
def spreek_af(
    *,
    overleg: Overleg,
    omschrijving: str,
    wie: str,
    datum: date,
    bereik: Bereik,
    door: Door,
    email: str = "",
    vergadering: Vergadering | None = None,
    besluit: Besluit | None = None,
) -> Actiepunt:
    """Somebody does something before a day. With an account in the region they see it when they
    log in."""
    overleg = houd_overleg_vast(overleg, bereik)
    for ding in (vergadering, besluit):
        if ding is not None and ding.overleg_id != overleg.pk:
            raise PermissionDenied("Of another body.")
    eigenaar = gebruiker_in_regio(overleg.regio, email)
    if email and eigenaar is None:
        raise ValidationError(
            {
                "email": (
                    "Niemand in deze regio heeft een account met dit e-mailadres. Laat het leeg, "
                    "of verbeter het."
                )
            }
        )
    actiepunt = Actiepunt(
        overleg=overleg,
        vergadering=vergadering,
        besluit=besluit,
        omschrijving=omschrijving,
        eigenaar=eigenaar,
        eigenaar_naam=wie or (eigenaar.naam if eigenaar else ""),
        datum=datum,
    )
    actiepunt.full_clean()
    actiepunt.save()
    noteer_overleg(door, overleg, actiepunt=actiepunt.pk)
    return actiepunt


@transaction.atomic
def rond_af(*, actiepunt: Actiepunt, op: date, bereik: Bereik, door: Door) -> None:
    """It is done: said by its owner, or by who writes for the region."""
    actiepunt = Actiepunt.objects.select_for_update(of=("self",)).get(pk=actiepunt.pk)
    if actiepunt.eigenaar_id is None or actiepunt.eigenaar_id != door.gebruiker_id:
        eis_schrijver(actiepunt.overleg.regio, bereik)
    if actiepunt.klaar_op is not None:
        return
    actiepunt.klaar_op = op
    actiepunt.save(update_fields=["klaar_op"])
    noteer_overleg(door, actiepunt.overleg, actiepunt=actiepunt.pk, klaar=True)


def _controleer_punt(overleg: Overleg, agendapunt: Agendapunt) -> None:
    vergadering = agendapunt.vergadering
    if vergadering.overleg_id != overleg.pk:
        raise PermissionDenied("A point of another body.")
    if vergadering.afgezegd:
        raise ValidationError("Deze vergadering is afgezegd, dus er is niets besloten.")


def _controleer_vervanging(overleg: Overleg, vervangt: Besluit) -> None:
    if vervangt.overleg_id != overleg.pk:
        raise ValidationError({"vervangt": "Kies een besluit van hetzelfde overleg."})
    if Besluit.objects.filter(vervangt=vervangt).exists():
        raise ValidationError({"vervangt": f"{vervangt.kenmerk} is al vervangen."})
