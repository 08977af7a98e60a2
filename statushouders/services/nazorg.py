"""Nazorg answered: still at work, or not any more; and answers that never contradict the work."""

from collections.abc import Collection
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from regio.logboek import Door
from regio.models import Handeling
from regio.perioden import maanden_later
from statushouders.codes import (
    BETAALD,
    NAZORG_NA_MAANDEN,
    NAZORG_VROEG_DAGEN,
    Nazorgantwoord,
)
from statushouders.models import Nazorgmoment, Plaatsing, Statushouder
from statushouders.services.kern import bewaar, controleer_dagen, log, vergrendel, voeg_toe


@transaction.atomic
def nog_aan_het_werk(*, plaatsing: Plaatsing, maanden: int, op: date, door: Door) -> Nazorgmoment:
    """Yes, on day `op`. Answering again changes nothing. Raises ValidationError."""
    persoon = vergrendel(plaatsing.statushouder)
    if not _werkt(persoon, op).exists():
        raise ValidationError(
            "Volgens het dossier werkt deze persoon nu niet. Leg eerst de nieuwe baan vast, of "
            "verbeter de laatste dag van de plaatsing."
        )
    return _beantwoord(plaatsing, maanden, Nazorgantwoord.JA, op=op, door=door)


@transaction.atomic
def niet_meer_aan_het_werk(
    *, plaatsing: Plaatsing, maanden: int, einddatum: date, op: date, door: Door
) -> Nazorgmoment:
    """No: `einddatum` was the last day of all paid work that ran. Raises ValidationError."""
    controleer_dagen(einddatum=einddatum)
    if einddatum > op:
        raise ValidationError(
            {"einddatum": "De laatste werkdag ligt in de toekomst. Wacht met dit antwoord."}
        )
    persoon = vergrendel(plaatsing.statushouder)
    for werk in _werkt(persoon, op).select_for_update(no_key=True):
        werk.einddatum = einddatum
        bewaar(werk, "einddatum")
        velden = ["einddatum"]
        log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=werk.pk, velden=velden)
    moment = _beantwoord(plaatsing, maanden, Nazorgantwoord.NEE, op=op, door=door)
    herzie_nazorg([persoon.pk])
    return moment


def _werkt(persoon: Statushouder, op: date):
    return Plaatsing.objects.filter(statushouder=persoon).betaald().lopend(op).order_by("pk")


def _beantwoord(
    plaatsing: Plaatsing, maanden: int, antwoord: str, *, op: date, door: Door
) -> Nazorgmoment:
    if plaatsing.soort not in BETAALD or plaatsing.ingetrokken_op is not None:
        raise ValidationError("Nazorg hoort bij betaald werk dat goed is vastgelegd.")
    if maanden not in NAZORG_NA_MAANDEN:
        raise ValidationError("Nazorg is na 1, 3 en 6 maanden.")
    dag = maanden_later(plaatsing.begindatum, maanden)
    if op < dag - timedelta(days=NAZORG_VROEG_DAGEN):
        raise ValidationError(f"Deze nazorgvraag komt pas op {dag:%d-%m-%Y}.")
    moment = Nazorgmoment.objects.filter(plaatsing=plaatsing, maanden=maanden).first()
    if moment is not None and moment.antwoord == antwoord:
        return moment
    moment = moment or Nazorgmoment(
        statushouder_id=plaatsing.statushouder_id, plaatsing=plaatsing, maanden=maanden
    )
    moment.antwoord, moment.datum, moment.door_id = antwoord, op, door.gebruiker_id
    if moment.pk is None:
        voeg_toe(moment)
    else:
        bewaar(moment, "antwoord", "datum", "door")
    log(
        door,
        Handeling.NAZORG_BEANTWOORD,
        plaatsing.statushouder,
        plaatsing=plaatsing.pk,
        maanden=maanden,
    )
    return moment


@transaction.atomic
def neem_antwoord_terug(*, moment: Nazorgmoment, door: Door) -> Statushouder:
    """The question is open again. What a "no" ended stays ended: that is mended where it stands."""
    persoon = vergrendel(moment.statushouder)
    log(
        door,
        Handeling.NAZORG_BEANTWOORD,
        persoon,
        plaatsing=moment.plaatsing_id,
        maanden=moment.maanden,
        wat="ongedaan gemaakt",
    )
    moment.delete()
    return persoon


def herzie_nazorg(personen: Collection[int]) -> int:
    """A "yes" on a day without paid work becomes a "no"; says how many. After every change of work.

    So that an answer never contradicts what the figures count.
    """
    return Nazorgmoment.objects.filter(
        ~Exists(_werk_op_de_dag()), statushouder__in=personen, antwoord=Nazorgantwoord.JA
    ).update(antwoord=Nazorgantwoord.NEE)


def _werk_op_de_dag():
    return (
        Plaatsing.objects.geldig()
        .betaald()
        .filter(
            Q(einddatum__isnull=True) | Q(einddatum__gte=OuterRef("datum")),
            statushouder=OuterRef("statushouder"),
            begindatum__lte=OuterRef("datum"),
        )
    )


def antwoorden_na(plaatsing: Plaatsing, einddatum: date) -> list[Nazorgmoment]:
    """The answers "yes" that would not hold any more when this work ended on `einddatum`."""
    ander_werk = _werk_op_de_dag().exclude(pk=plaatsing.pk)
    return list(
        Nazorgmoment.objects.filter(
            ~Exists(ander_werk),
            statushouder=plaatsing.statushouder_id,
            antwoord=Nazorgantwoord.JA,
            datum__gt=einddatum,
        ).order_by("datum")
    )
