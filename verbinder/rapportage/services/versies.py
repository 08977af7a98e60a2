"""Making a version, measuring its figures again, and closing them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Handeling
from regio.perioden import Halfjaar
from verbinder.rapportage.behandeling import Intrekking
from verbinder.rapportage.cijfers import meet_rapport
from verbinder.rapportage.doelen import met_doelen
from verbinder.rapportage.models import (
    Momentopname,
    Rapportage,
    Stap,
    Stapsoort,
    Vaststelling,
    Versie,
)
from verbinder.rapportage.opslag import bewaar_cijfers, rapport_van
from verbinder.rapportage.services.samen import (
    Melder,
    eis_open_cijfers,
    houd_vast,
    noteer_versie,
    om_de_beurt,
    zet_stap,
)
from verbinder.rapportage.services.teksten import bewaar_concepttekst


def zorg_voor_versie(
    *,
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    nummer: int,
    nu: datetime,
    door: Door,
    meld: Melder = lambda stap, gedaan, totaal: None,
) -> tuple[Versie, bool]:
    """The version with its figures and draft texts; makes it when it is not there.

    Returns the version and whether it was made. However often this is asked, also at once by two
    workers, there is one. Raises ValidationError for a number that cannot be the next.
    """
    with transaction.atomic():
        om_de_beurt(f"rapportage {regio.code} {halfjaar.code}")
        rapportage, _ = Rapportage.objects.get_or_create(regio=regio, halfjaar=halfjaar.code)
        versie = rapportage.versies.filter(nummer=nummer).first()
        if versie is not None:
            return versie, False
        _controleer_nummer(rapportage, nummer)
        versie = Versie(rapportage=rapportage, nummer=nummer, gemaakt_op=nu, wie=door.wie)
        versie.full_clean()
        versie.save()
        meld("Cijfers meten", 0, 3)
        cijfers = met_doelen(meet_rapport(regio, halfjaar, bekend_op=nu))
        meld("Cijfers bewaren", 1, 3)
        bewaar_cijfers(versie, cijfers, op=nu)
        meld("Eerste teksten schrijven", 2, 3)
        bewaar_concepttekst(versie, rapport_van(versie), nu=nu, door=door)
        noteer_versie(door, Handeling.RAPPORT_GEMAAKT, versie)
        return versie, True


def meet_opnieuw(*, versie: Versie, nu: datetime, door: Door) -> Momentopname:
    """Measure the figures again, with all that is known by now. Texts that nobody touched follow.

    Raises ValidationError once the figures are closed.
    """
    with transaction.atomic():
        houd_vast(versie)
        eis_open_cijfers(versie)
        rapportage = versie.rapportage
        cijfers = met_doelen(meet_rapport(rapportage.regio, rapportage.periode, bekend_op=nu))
        opname = bewaar_cijfers(versie, cijfers, op=nu)
        bewaar_concepttekst(versie, rapport_van(versie), nu=nu, door=door)
        noteer_versie(door, Handeling.RAPPORT_GEMAAKT, versie, volgnummer=opname.volgnummer)
        return opname


def sluit_cijfers(*, versie: Versie, nu: datetime, door: Door) -> Stap:
    """Close the figures: they are measured once more, and what is entered later is "herzien"."""
    with transaction.atomic():
        meet_opnieuw(versie=versie, nu=nu, door=door)
        return zet_stap(versie, Stapsoort.GESLOTEN, nu=nu, door=door)


def _controleer_nummer(rapportage: Rapportage, nummer: int) -> None:
    """A new version stands beside an adopted one, and numbers leave no gap."""
    vorige = rapportage.versies.order_by("-nummer").first()
    volgende = vorige.nummer + 1 if vorige else 1
    if nummer != volgende:
        raise ValidationError(f"De volgende versie van dit rapport is versie {volgende}.")
    if vorige is not None and not is_afgerond(vorige):
        raise ValidationError(
            f"Versie {vorige.nummer} is nog niet vastgesteld. Wijzig die, of stel haar eerst vast."
        )


def is_afgerond(versie: Versie) -> bool:
    """Whether nothing of the version changes any more: it was adopted, or withdrawn."""
    return any(soort.objects.filter(versie=versie).exists() for soort in (Vaststelling, Intrekking))
