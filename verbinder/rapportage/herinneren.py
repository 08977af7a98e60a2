"""Reminders before the overleg: six weeks, two weeks, and when it is late. By mail, each once.

They hold no figure: who opens the link sees only what they may see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import TextChoices
from django.template.loader import render_to_string

from regio.logboek import Door
from regio.models import Gebruiker, Gemeente, Opdracht, Recht, Rol, Vergadering
from regio.perioden import vandaag
from regio.toegang import GEEN_BEREIK
from regio.uitvak import werk, zet_klaar
from verbinder.rapportage.eigen import laatste_bevestigingen
from verbinder.rapportage.models import Versie
from verbinder.rapportage.uitgave import MET_EIGEN_CIJFERS

HERINNER = "rapportage.herinner"
# Somebody who was away for long gets no pile of them.
HOOGSTENS_DAGEN_LATER = 10


class Moment(TextChoices):
    """When, before (or after) the overleg."""

    ZES_WEKEN = "zes-weken", "over zes weken"
    TWEE_WEKEN = "twee-weken", "over twee weken"
    TE_LAAT = "te-laat", "geweest"


DAGEN_ERVOOR = {Moment.ZES_WEKEN: 42, Moment.TWEE_WEKEN: 14, Moment.TE_LAAT: -1}


@dataclass(frozen=True)
class Herinnering:
    """A mail to one user about one version."""

    versie: Versie
    vergadering: Vergadering
    moment: Moment
    voor: Gebruiker
    vraag: str

    @property
    def sleutel(self) -> str:
        delen = (self.versie.pk, self.vergadering.pk, self.moment, self.voor.pk, self.vraag)
        return f"{HERINNER}:{':'.join(map(str, delen))}"


def volgend_overleg(versie: Versie, op: date) -> Vergadering | None:
    """The meeting that this version is on its way to: before it is sent the first that does not
    adopt (the directieoverleg), after that the first that does; else any."""
    verstuurd = versie.stappen.filter(soort="verstuurd").exists()
    komend = Vergadering.objects.filter(
        overleg__regio=versie.rapportage.regio_id,
        overleg__opgeheven_op__isnull=True,
        afgezegd=False,
        datum__gt=versie.rapportage.periode.peildatum,
        datum__gte=op - timedelta(days=HOOGSTENS_DAGEN_LATER),
    ).order_by("datum", "begintijd")
    return komend.filter(overleg__stelt_vast=verstuurd).first() or komend.first()


def te_herinneren(op: date) -> Iterator[Herinnering]:
    """Every reminder that is due on a day."""
    open_ = Versie.objects.met_stappen().filter(vaststelling=None, intrekking=None)
    for versie in open_:
        vergadering = volgend_overleg(versie, op)
        if vergadering is None:
            continue
        for moment, dagen in DAGEN_ERVOOR.items():
            dag = vergadering.datum - timedelta(days=dagen)
            if dag <= op <= dag + timedelta(days=HOOGSTENS_DAGEN_LATER):
                yield from _over(versie, vergadering, moment, op)


def _over(
    versie: Versie, vergadering: Vergadering, moment: Moment, op: date
) -> Iterator[Herinnering]:
    regio, halfjaar = versie.rapportage.regio, versie.rapportage.periode
    rechten = Recht.objects.geldig_op(op).filter(gebruiker__is_active=True)
    for recht in rechten.filter(rol=Rol.VERBINDER, regio=regio).select_related("gebruiker"):
        yield Herinnering(versie, vergadering, moment, recht.gebruiker, _stap(versie))
    if versie.is_gesloten:
        return
    gezegd = laatste_bevestigingen(regio, halfjaar)
    klaar = [b.gemeente_id for b in gezegd.values() if b.akkoord]
    van_gemeenten = (
        rechten.filter(
            rol__in=MET_EIGEN_CIJFERS,
            gemeente__in=_leden(versie),
        )
        .exclude(gemeente__in=klaar)
        .select_related("gebruiker")
    )
    for gebruiker in {recht.gebruiker for recht in van_gemeenten}:
        yield Herinnering(versie, vergadering, moment, gebruiker, "bevestigen")


def _leden(versie: Versie):
    return Gemeente.objects.in_regio_tijdens(versie.rapportage.regio, versie.rapportage.periode)


def _stap(versie: Versie) -> str:
    """What the verbinder does next."""
    if not versie.is_gesloten:
        return "sluiten"
    return "vaststellen" if versie.is_verstuurd else "versturen"


@shared_task(name="verbinder.herinner_aan_rapporten")
def herinner_aan_rapporten() -> int:
    """Ask for every reminder that is due; each is asked once. Returns how many are due."""
    with transaction.atomic():
        herinneringen = list(te_herinneren(vandaag()))
        for herinnering in herinneringen:
            rapportage = herinnering.versie.rapportage
            zet_klaar(
                HERINNER,
                sleutel=herinnering.sleutel,
                door=Door.systeem("planner"),
                bereik=GEEN_BEREIK,
                gebruiker_id=herinnering.voor.pk,
                vraag=herinnering.vraag,
                moment=herinnering.moment.value,
                overleg=herinnering.vergadering.overleg.naam,
                datum=herinnering.vergadering.datum.isoformat(),
                regio=rapportage.regio.naam,
                halfjaar=rapportage.periode.naam,
            )
    return len(herinneringen)


@werk(HERINNER)
def verstuur_herinnering(
    *, door: Door, opdracht: Opdracht, gebruiker_id: int, moment: str, datum: str, **gegevens: str
) -> None:
    """Send the mail; a user who left meanwhile gets none."""
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).first()
    if gebruiker is None:
        return
    context = {
        **gegevens,
        "gebruiker": gebruiker,
        "wanneer": Moment(moment).label,
        "datum": date.fromisoformat(datum),
        "site_naam": settings.SITE_NAAM,
    }
    tekst = render_to_string("verbinder/rapportage/post/herinnering.txt", context)
    onderwerp = f"{settings.SITE_NAAM}: halfjaarrapport {gegevens['halfjaar']}"
    send_mail(onderwerp, tekst, None, [gebruiker.email])
