"""Who hears of a new report: subscribing, and the mail. The mail holds no figure and no name of
anybody else; whoever opens its link sees only what they may see."""

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gebruiker, Handeling, Opdracht
from regio.toegang import GEEN_BEREIK, Bereik, bereik_van
from regio.uitvak import werk, zet_klaar
from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.models import Versie

NIEUW_RAPPORT = "rapportage.nieuw"
ZOUT = "verbinder.rapportage.afmelden"


def mag_lezen(bereik: Bereik, regio_id: int) -> bool:
    """Whether the publications of a region may be read."""
    return bereik.alle_publicaties or regio_id in bereik.publicaties


def abonneer(
    *, gebruiker: Gebruiker, regio: Arbeidsmarktregio, bereik: Bereik, nu: datetime, door: Door
) -> Abonnement:
    """From now on a mail for each new report of the region. Asking again changes nothing."""
    if not mag_lezen(bereik, regio.pk):
        raise ValidationError("U mag de rapporten van deze regio niet lezen.")
    with transaction.atomic():
        abonnement, nieuw = Abonnement.objects.get_or_create(
            gebruiker=gebruiker, regio=regio, defaults={"sinds": nu}
        )
        if nieuw:
            _noteer(door, regio, "aan")
        return abonnement


def zeg_op(*, gebruiker_id: int, regio: Arbeidsmarktregio, door: Door) -> None:
    """No mail any more. Asking again changes nothing."""
    with transaction.atomic():
        weg, _ = Abonnement.objects.filter(gebruiker=gebruiker_id, regio=regio).delete()
        if weg:
            _noteer(door, regio, "uit")


def _noteer(door: Door, regio: Arbeidsmarktregio, wat: str) -> None:
    noteer(door, Handeling.ABONNEMENT_GEWIJZIGD, regio, regio_id=regio.pk, wat=wat)


def afmeldkenmerk(abonnement: Abonnement) -> str:
    """What the link in a mail holds: signed, so that nobody can end the subscription of another."""
    return signing.dumps([abonnement.gebruiker_id, abonnement.regio_id], salt=ZOUT)


def lees_afmeldkenmerk(kenmerk: str) -> tuple[int, int]:
    """The user and the region. Raises BadSignature."""
    gebruiker, regio = signing.loads(kenmerk, salt=ZOUT)
    return gebruiker, regio


def kondig_aan(versie: Versie, *, basis: str, door: Door) -> None:
    """Ask for a mail to every subscriber, once per version however often it is sent.

    `basis` is the address of the site; runs in the transaction of the sending.
    """
    abonnementen = Abonnement.objects.filter(regio=versie.rapportage.regio_id)
    for abonnement in abonnementen.order_by("pk"):
        zet_klaar(
            NIEUW_RAPPORT,
            sleutel=f"{NIEUW_RAPPORT}:{versie.pk}:{abonnement.gebruiker_id}",
            door=door,
            bereik=GEEN_BEREIK,
            versie_id=versie.pk,
            gebruiker_id=abonnement.gebruiker_id,
            basis=basis.rstrip("/"),
        )


@werk(NIEUW_RAPPORT)
def verstuur_aankondiging(
    *, door: Door, opdracht: Opdracht, versie_id: int, gebruiker_id: int, basis: str
) -> None:
    """Send the mail; none to who left, ended the subscription or lost the right meanwhile."""
    versie = Versie.objects.select_related("rapportage__regio").get(pk=versie_id)
    regio = versie.rapportage.regio
    abonnement = (
        Abonnement.objects.filter(regio=regio, gebruiker=gebruiker_id, gebruiker__is_active=True)
        .select_related("gebruiker")
        .first()
    )
    if abonnement is None:
        return
    gebruiker = abonnement.gebruiker
    if not mag_lezen(bereik_van(gebruiker, op=timezone.localdate()), regio.pk):
        return
    rapportage = versie.rapportage
    waar = {"regio": regio.code, "halfjaar": rapportage.halfjaar, "nummer": versie.nummer}
    afmelden = basis + reverse("rapportage_afmelden", args=[afmeldkenmerk(abonnement)])
    context = {
        "gebruiker": gebruiker,
        "regio": regio,
        "halfjaar": rapportage.periode,
        "adres": basis + reverse("rapportage", kwargs=waar),
        "afmelden": afmelden,
        "site_naam": settings.SITE_NAAM,
    }
    koppen = {"List-Unsubscribe": f"<{afmelden}>"} if basis else {}
    if basis.startswith("https://"):
        koppen["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    EmailMessage(
        f"{settings.SITE_NAAM}: een nieuw rapport van {regio}",
        render_to_string("verbinder/rapportage/post/nieuw.txt", context),
        to=[gebruiker.email],
        headers=koppen,
    ).send()
