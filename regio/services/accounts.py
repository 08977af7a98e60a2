"""Accounts and rights: invite, give, end, reset; within what a beheerder manages, never oneself."""

from collections.abc import Collection, Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door, noteer, noteer_in_regios
from regio.models import (
    Arbeidsmarktregio,
    Gebruiker,
    Gemeente,
    GemeenteInRegio,
    Handeling,
    Recht,
    Rol,
)
from regio.models.gebruikers import ROLLEN_VAN_EEN_GEMEENTE
from regio.services.aanstellingen import volg_recht
from regio.services.post import stuur_accountbericht, stuur_wachtwoordlink
from regio.toegang import Bereik


@transaction.atomic
def nodig_uit(
    *,
    email: str,
    naam: str,
    rol: str,
    van: date,
    beheer: Bereik,
    basis: str,
    door: Door,
    functie: str = "",
    gemeenten: Collection[Gemeente] = (),
    regio: Arbeidsmarktregio | None = None,
    tot_en_met: date | None = None,
) -> Gebruiker:
    """Make an account with its first rights, and mail a link to set the password.

    Somebody who has an account already keeps it, and gets the rights. `basis` is the address of
    the site. Raises ValidationError for what does not fit, PermissionDenied outside `beheer`.
    """
    gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.met_wachtwoord(email=email, naam=naam)
        gebruiker.functie = functie
        gebruiker.full_clean()
        gebruiker.save(update_fields=["functie"])
        noteer(door, Handeling.ACCOUNT_GEMAAKT, gebruiker)
    geef_rechten(
        gebruiker=gebruiker,
        rol=rol,
        gemeenten=gemeenten,
        regio=regio,
        van=van,
        tot_en_met=tot_en_met,
        beheer=beheer,
        door=door,
    )
    if not gebruiker.has_usable_password():
        stuur_wachtwoordlink(gebruiker=gebruiker, basis=basis, door=door, uitnodiging=True)
    return gebruiker


@transaction.atomic
def maak_applicatiebeheerder(*, email: str, naam: str, van: date, door: Door) -> Gebruiker:
    """The first user of an installation, from the command line. Repeatable.

    Raises ValidationError for an address that is none.
    """
    gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.met_wachtwoord(email=email, naam=naam)
        noteer(door, Handeling.ACCOUNT_GEMAAKT, gebruiker)
    rechten = Recht.objects.geldig_op(van).filter(gebruiker=gebruiker)
    if not rechten.filter(rol=Rol.APPLICATIEBEHEERDER).exists():
        recht = Recht(gebruiker=gebruiker, rol=Rol.APPLICATIEBEHEERDER, van=van)
        recht.full_clean()
        recht.save()
        _noteer_recht(door, Handeling.RECHT_GEGEVEN, recht)
    return gebruiker


@transaction.atomic
def geef_rechten(
    *,
    gebruiker: Gebruiker,
    rol: str,
    van: date,
    beheer: Bereik,
    door: Door,
    gemeenten: Collection[Gemeente] = (),
    regio: Arbeidsmarktregio | None = None,
    tot_en_met: date | None = None,
) -> list[Recht]:
    """Give one role: for each of `gemeenten`, or for `regio`, or for neither.

    Raises ValidationError for what does not fit, PermissionDenied outside `beheer`.
    """
    if gebruiker.pk == door.gebruiker_id:
        raise PermissionDenied("U kunt uzelf geen rechten geven. Vraag een andere beheerder.")
    if rol in ROLLEN_VAN_EEN_GEMEENTE and not gemeenten:
        raise ValidationError({"gemeenten": "Kies ten minste één gemeente voor deze rol."})
    if rol in ROLLEN_VAN_EEN_GEMEENTE and regio is not None:
        raise ValidationError({"regio": "Deze rol hoort bij gemeenten. Laat de regio leeg."})
    gebieden: Iterable = gemeenten if rol in ROLLEN_VAN_EEN_GEMEENTE else [None]
    return [
        _geef(gebruiker, rol, gemeente, regio, van, tot_en_met, beheer, door)
        for gemeente in gebieden
    ]


def _geef(gebruiker, rol, gemeente, regio, van, tot_en_met, beheer, door) -> Recht:
    recht = Recht(
        gebruiker=gebruiker,
        rol=rol,
        gemeente=gemeente,
        regio=regio,
        van=van,
        tot_en_met=tot_en_met,
        gegeven_door_id=door.gebruiker_id,
    )
    recht.full_clean()
    if not mag_beheren(beheer, recht, op=van):
        raise PermissionDenied("Dit recht hoort niet bij de regio die u beheert.")
    recht.save()
    _noteer_recht(door, Handeling.RECHT_GEGEVEN, recht)
    return recht


@transaction.atomic
def beeindig_recht(
    *, recht: Recht, laatste_dag: date, op: date, beheer: Bereik, door: Door
) -> None:
    """Let a right end after `laatste_dag`; one that would not have begun by then disappears.

    Raises ValidationError for a day that is past or for the last applicatiebeheerder,
    PermissionDenied outside `beheer`.
    """
    recht = Recht.objects.select_for_update(of=("self",)).get(pk=recht.pk)
    if not mag_beheren(beheer, recht, op=op):
        raise PermissionDenied("Dit recht hoort niet bij de regio die u beheert.")
    if (op - laatste_dag).days > 1:
        raise ValidationError(
            {"laatste_dag": "Een recht eindigt op zijn vroegst gisteren. Kies een latere dag."}
        )
    if recht.tot_en_met and recht.tot_en_met < laatste_dag:
        raise ValidationError({"laatste_dag": "Dit recht eindigt al eerder. Kies een eerdere dag."})
    if recht.rol == Rol.APPLICATIEBEHEERDER:
        _eis_een_ander(recht, op)
    if laatste_dag < recht.van:
        _noteer_recht(door, Handeling.RECHT_BEEINDIGD, recht)
        volg_recht(recht, None)
        recht.delete()
        return
    recht.tot_en_met = laatste_dag
    recht.full_clean()
    volg_recht(recht, laatste_dag)
    recht.save(update_fields=["tot_en_met"])
    _noteer_recht(door, Handeling.RECHT_BEEINDIGD, recht, laatste_dag=str(laatste_dag))


def _eis_een_ander(recht: Recht, op: date) -> None:
    """Somebody must remain who can let others in."""
    anderen = Recht.objects.select_for_update(of=("self",)).geldig_op(op)
    blijvers = anderen.filter(
        rol=Rol.APPLICATIEBEHEERDER, tot_en_met__isnull=True, gebruiker__is_active=True
    ).exclude(gebruiker=recht.gebruiker_id)
    if not blijvers.exists():
        raise ValidationError(
            "Dit is de laatste applicatiebeheerder. Geef eerst een ander dit recht."
        )


@transaction.atomic
def herstel_wachtwoord(
    *, gebruiker: Gebruiker, basis: str, op: date, beheer: Bereik, door: Door
) -> None:
    """Mail somebody a link to set a new password; the old one works until then."""
    _eis_beheer_over(gebruiker, op, beheer, door)
    stuur_wachtwoordlink(gebruiker=gebruiker, basis=basis, door=door)
    _noteer_herstel(door, gebruiker, "wachtwoord")


@transaction.atomic
def herstel_tweede_factor(*, gebruiker: Gebruiker, op: date, beheer: Bereik, door: Door) -> None:
    """Take away the second factor and end every session; the next log-in sets up a new one."""
    _eis_beheer_over(gebruiker, op, beheer, door)
    Authenticator.objects.filter(user=gebruiker).delete()
    beeindig_sessies(gebruiker=gebruiker)
    stuur_accountbericht(gebruiker=gebruiker, bericht="tweede_factor_hersteld", door=door)
    _noteer_herstel(door, gebruiker, "tweede factor")


def beeindig_sessies(*, gebruiker: Gebruiker, behalve: str | None = None) -> int:
    """Log a user out everywhere, except in the session `behalve`. Returns how many ended."""
    van_gebruiker = [
        sessie.session_key
        for sessie in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if sessie.get_decoded().get(SESSION_KEY) == str(gebruiker.pk)
        and sessie.session_key != behalve
    ]
    return Session.objects.filter(session_key__in=van_gebruiker).delete()[0]


def rechten_in(beheer: Bereik, *, op: date):
    """The rights that a beheerder manages on a day, past and future ones too."""
    if beheer.applicatie:
        return Recht.objects.all()
    leden = GemeenteInRegio.objects.geldig_op(op).filter(regio__in=beheer.beheerregios)
    van_regio = Recht.objects.filter(regio__in=beheer.beheerregios)
    van_gemeente = Recht.objects.filter(gemeente__in=leden.values("gemeente"))
    return van_regio | van_gemeente


def mag_beheren(beheer: Bereik, recht: Recht, *, op: date) -> bool:
    """Whether a beheerder may give or end this right: within their region, or all of them.

    A right of the whole country has no region and no gemeente: only the application manages it.
    """
    if beheer.applicatie:
        return True
    if recht.regio_id:
        return recht.regio_id in beheer.beheerregios
    leden = GemeenteInRegio.objects.geldig_op(op).filter(regio__in=beheer.beheerregios)
    return bool(recht.gemeente_id) and leden.filter(gemeente=recht.gemeente_id).exists()


def _eis_beheer_over(gebruiker: Gebruiker, op: date, beheer: Bereik, door: Door) -> None:
    if gebruiker.pk == door.gebruiker_id:
        raise PermissionDenied("Herstel uw eigen account bij 'Mijn account'.")
    if beheer.applicatie:
        return
    rechten = gebruiker.rechten.all()
    machtig = rechten.filter(rol=Rol.APPLICATIEBEHEERDER).exists()
    eigen = rechten_in(beheer, op=op).filter(gebruiker=gebruiker).exists()
    if machtig or not eigen:
        raise PermissionDenied("Deze gebruiker hoort niet bij de regio die u beheert.")


def _noteer_recht(door: Door, handeling: Handeling, recht: Recht, **gegevens) -> None:
    noteer(
        door,
        handeling,
        recht,
        regio_id=recht.regio_id or _regio_van(recht.gemeente_id, recht.van),
        gemeente_id=recht.gemeente_id,
        rol=recht.rol,
        aan=recht.gebruiker_id,
        van=str(recht.van),
        tot_en_met=str(recht.tot_en_met or ""),
        **gegevens,
    )


def _noteer_herstel(door: Door, gebruiker: Gebruiker, wat: str) -> None:
    rechten = Recht.objects.filter(gebruiker=gebruiker)
    alle = {recht.regio_id or _regio_van(recht.gemeente_id, recht.van) for recht in rechten}
    regios = [regio_id for regio_id in alle if regio_id is not None]
    noteer_in_regios(door, Handeling.ACCOUNT_HERSTELD, gebruiker, regios=regios, wat=wat)


def _regio_van(gemeente_id: int | None, op: date) -> int | None:
    leden = GemeenteInRegio.objects.geldig_op(op).filter(gemeente=gemeente_id)
    return leden.values_list("regio_id", flat=True).first()
