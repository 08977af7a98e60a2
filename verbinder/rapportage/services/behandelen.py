"""Around the report: a gemeente says of its figures, an overleg says of the report."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente, Handeling, Overleg
from regio.perioden import Halfjaar
from statushouders.models import Bevestiging
from verbinder.rapportage.behandeling import Behandeling, Intrekking
from verbinder.rapportage.models import Stap, Stapsoort, Versie
from verbinder.rapportage.services.samen import (
    AlGedaan,
    eis_niet_ingetrokken,
    eis_niet_vastgesteld,
    heeft,
    houd_vast,
    noteer_versie,
)


def bevestig_cijfers(
    *,
    gemeente: Gemeente,
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    akkoord: bool,
    opmerking: str,
    gebruiker: Gebruiker,
    nu: datetime,
    door: Door,
) -> Bevestiging:
    """Write down that the figures of a gemeente are right, or what is wrong with them.

    The last word counts. Raises ValidationError once the figures of the report are closed.
    """
    if not Gemeente.objects.in_regio_tijdens(regio, halfjaar).filter(pk=gemeente.pk).exists():
        raise ValidationError(f"{gemeente} hoorde in {halfjaar.naam} niet bij deze regio.")
    if timezone.localdate(nu) <= halfjaar.peildatum:
        raise ValidationError("Dit halfjaar is nog niet voorbij. Bevestig de cijfers daarna.")
    if gesloten_op(regio, halfjaar) is not None:
        raise ValidationError(
            "De cijfers van dit halfjaar zijn gesloten. Klopt er iets niet? Meld het de "
            "verbinder: het komt dan in het volgende rapport als herzien."
        )
    if not akkoord and not opmerking.strip():
        raise ValidationError({"opmerking": "Schrijf op wat er niet klopt."})
    with transaction.atomic():
        bevestiging = Bevestiging(
            gemeente=gemeente,
            halfjaar=halfjaar.code,
            akkoord=akkoord,
            opmerking=opmerking,
            op=nu,
            door=gebruiker,
        )
        bevestiging.full_clean()
        bevestiging.save()
        noteer(
            door,
            Handeling.CIJFERS_BEVESTIGD,
            bevestiging,
            regio_id=regio.pk,
            gemeente_id=gemeente.pk,
            halfjaar=halfjaar.code,
            stap="bevestigd" if akkoord else "klopt niet",
        )
        return bevestiging


def gesloten_op(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> datetime | None:
    """When the figures of the last version were closed; None while they are open."""
    laatste = (
        Versie.objects.filter(rapportage__regio=regio, rapportage__halfjaar=halfjaar.code)
        .order_by("-nummer")
        .first()
    )
    gesloten = Stap.objects.filter(versie=laatste, soort=Stapsoort.GESLOTEN)
    return gesloten.values_list("op", flat=True).first() if laatste else None


def leg_behandeling_vast(
    *,
    versie: Versie,
    overleg: Overleg | None,
    naam: str,
    datum: date,
    uitkomst: str,
    opmerking: str,
    nu: datetime,
    door: Door,
) -> Behandeling:
    """Write down what an overleg did with a version that was sent, also after its vaststelling."""
    if not heeft(versie, Stapsoort.VERSTUURD):
        raise ValidationError("Verstuur eerst het concept. Daarna kan een overleg het behandelen.")
    eis_niet_ingetrokken(versie)
    if overleg is None and not naam.strip():
        raise ValidationError({"naam": "Kies een overleg, of vul de naam in."})
    if datum > timezone.localdate(nu):
        raise ValidationError(
            {"datum": "Deze datum ligt in de toekomst. Vul de dag van het overleg in."}
        )
    with transaction.atomic():
        behandeling = Behandeling(
            versie=versie,
            overleg=overleg,
            naam=overleg.naam if overleg else naam.strip(),
            datum=datum,
            uitkomst=uitkomst,
            opmerking=opmerking,
            op=nu,
            wie=door.wie,
        )
        behandeling.full_clean()
        behandeling.save()
        noteer_versie(door, Handeling.BESLUIT_VASTGELEGD, versie, uitkomst=uitkomst)
        return behandeling


def trek_versie_in(*, versie: Versie, reden: str, nu: datetime, door: Door) -> Intrekking:
    """Take back a version that was sent. It stays readable, with the reason beside it.

    Raises ValidationError once it is adopted, or when nobody could read it yet.
    """
    with transaction.atomic():
        houd_vast(versie)
        eis_niet_vastgesteld(versie)
        if not heeft(versie, Stapsoort.VERSTUURD):
            raise ValidationError(
                "Dit rapport is nog niet verstuurd, dus niemand leest het. Wijzig het gewoon."
            )
        if Intrekking.objects.filter(versie=versie).exists():
            raise AlGedaan("Deze versie is al ingetrokken.")
        intrekking = Intrekking(versie=versie, reden=reden.strip(), op=nu, wie=door.wie)
        intrekking.full_clean()
        intrekking.save()
        noteer_versie(door, Handeling.RAPPORT_GEMAAKT, versie, stap="ingetrokken")
        return intrekking
