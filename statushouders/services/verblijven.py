"""Where somebody is and who answers for them, by date; and the dossier that follows.

A move inside the region hands the dossier over (R1). A move out of the region leaves it where it
is: the new gemeente begins with an empty dossier (R2). Koppeling and vestiging stay apart (R4).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Gemeente, Handeling
from statushouders.codes import Afsluitreden, Eindreden, Verblijfsoort
from statushouders.models import Actie, Statushouder, Verblijf
from statushouders.services.dossierplaats import (
    Plaats,
    mogelijke_contactpersonen,
    plaats_van_dossier,
    telt_nu_in,
    verplaats,
)
from statushouders.services.kern import (
    bewaar,
    log,
    vergrendel,
    voeg_toe,
)
from statushouders.services.tijdvakken import controleer_tijdvak, sluit_vorige
from statushouders.services.trajecten import sluit_lopende_trajecten

# What ends when something begins: a house ends the azc and the koppeling that led to it.
SLUIT = {
    Verblijfsoort.AZC: (Verblijfsoort.AZC,),
    Verblijfsoort.KOPPELING: (Verblijfsoort.KOPPELING,),
    Verblijfsoort.VESTIGING: tuple(Verblijfsoort),
}


@dataclass(frozen=True)
class Verhuizing:
    """What recording a verblijf led to."""

    verblijf: Verblijf | None
    overgedragen: bool = False  # the dossier is now with another gemeente of the region
    buiten_regio: bool = False  # the person counts in another region, or in none


@transaction.atomic
def leg_verblijf_vast(
    *,
    statushouder: Statushouder,
    soort: str,
    van: date,
    op: date,
    door: Door,
    gemeente: Gemeente | None = None,
    tot_en_met: date | None = None,
    sluit_dossier: bool = False,
) -> Verhuizing:
    """A koppeling, a vestiging or days in an azc begin on `van`; what ran until then ends.

    With `sluit_dossier`, when that means leaving the region, trajecten and aanmelding end neutrally
    on the day before. After a handing over the dossier may be out of sight for the user.
    Raises ValidationError.
    """
    controleer_tijdvak(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(statushouder)
    nieuw = Verblijf(
        statushouder=persoon, soort=soort, gemeente=gemeente, van=van, tot_en_met=tot_en_met
    )
    for ander in SLUIT[Verblijfsoort(soort)]:
        rijen = persoon.verblijven.filter(soort=ander)
        sluit_vorige(rijen, van=van, tot_en_met=tot_en_met, zelfde=ander == soort)
    voeg_toe(nieuw)
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="verblijf", soort=soort)
    buiten = _buiten_regio(persoon, op=max(van, op))
    if buiten and sluit_dossier:
        _sluit_na_vertrek(persoon, van - timedelta(days=1), op=op, door=door)
    return Verhuizing(nieuw, dossier_volgt(persoon, op=op, door=door), buiten)


@transaction.atomic
def verbeter_verblijf(
    *,
    verblijf: Verblijf,
    van: date,
    op: date,
    door: Door,
    gemeente: Gemeente | None = None,
    tot_en_met: date | None = None,
    versie: int | None = None,
) -> Verhuizing:
    """Correct the days or gemeente of a verblijf; the dossier follows.

    Raises Ingehaald or ValidationError.
    """
    controleer_tijdvak(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(verblijf.statushouder)
    nu = vergrendel(verblijf, versie=versie)
    nu.gemeente, nu.van, nu.tot_en_met = gemeente, van, tot_en_met
    bewaar(nu, "gemeente", "van", "tot_en_met")
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="verblijf verbeterd", soort=nu.soort)
    return Verhuizing(nu, dossier_volgt(persoon, op=op, door=door), _buiten_regio(persoon, op=op))


@transaction.atomic
def wis_verblijf(*, verblijf: Verblijf, op: date, door: Door) -> Verhuizing:
    """Take away a verblijf that never was; its history stays. The last one is refused."""
    persoon = vergrendel(verblijf.statushouder)
    if not persoon.verblijven.exclude(pk=verblijf.pk).exists():
        raise ValidationError("Dit is het enige verblijf. Verbeter het, of trek de aanmelding in.")
    soort = verblijf.soort
    verblijf.delete()
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="verblijf gewist", soort=soort)
    return Verhuizing(None, dossier_volgt(persoon, op=op, door=door), _buiten_regio(persoon, op=op))


def dossier_volgt(persoon: Statushouder, *, op: date, door: Door) -> bool:
    """Hand the dossier to the gemeente of the region that answers for somebody on `op`.

    True when it moved. Nothing moves for who is in another region or not yet gekoppeld.
    """
    plaats = telt_nu_in(persoon, op=op)
    hier = plaats_van_dossier(persoon)
    if plaats is None or plaats.gemeente_id is None or plaats == hier:
        return False
    if plaats.regio_id != hier.regio_id:
        return False
    maak_los_van_oude_gemeente(persoon, plaats, op=op)
    log(door, Handeling.DOSSIER_VERPLAATST, persoon, naar=plaats.gemeente_id)
    verplaats(persoon, plaats)
    return True


def maak_los_van_oude_gemeente(persoon: Statushouder, plaats: Plaats, *, op: date) -> None:
    """Who cannot open the dossier there is not its contactpersoon and has no next steps in it."""
    blijven = mogelijke_contactpersonen(plaats, op=op)
    if persoon.contactpersoon_id and not blijven.filter(pk=persoon.contactpersoon_id).exists():
        persoon.contactpersoon = None
        bewaar(persoon, "contactpersoon")
    Actie.objects.filter(statushouder=persoon, klaar_op__isnull=True).exclude(
        voor__in=blijven
    ).update(voor=None)


def _buiten_regio(persoon: Statushouder, *, op: date) -> bool:
    plaats = telt_nu_in(persoon, op=op)
    return plaats is None or plaats.regio_id != persoon.dossierregio_id


def _sluit_na_vertrek(persoon: Statushouder, laatste_dag: date, *, op: date, door: Door) -> None:
    sluit_lopende_trajecten(
        persoon, eindreden=Eindreden.VERHUISD_BUITEN, einddatum=laatste_dag, door=door
    )
    if persoon.afgesloten_op is None:
        persoon.afgesloten_op, persoon.afsluitreden = laatste_dag, Afsluitreden.VERHUISD
        bewaar(persoon, "afgesloten_op", "afsluitreden")
    Actie.objects.filter(statushouder=persoon, klaar_op__isnull=True).update(klaar_op=op)
