"""The name and logo of a region on its reports: a new choice beside the ones before it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Handeling, Huisstijl
from regio.png import lees_png


def huisstijl_van(regio: Arbeidsmarktregio, *, op: datetime | None = None) -> Huisstijl | None:
    """The choice that held at a moment, or holds now."""
    keuzes = Huisstijl.objects.filter(regio=regio)
    if op is not None:
        keuzes = keuzes.filter(op__lte=op)
    return keuzes.order_by("-op", "-pk").first()


def kies_huisstijl(
    *,
    regio: Arbeidsmarktregio,
    naam: str,
    logo: bytes | None,
    beschrijving: str,
    zonder_logo: bool = False,
    nu: datetime,
    door: Door,
) -> Huisstijl:
    """Keep a name and a logo. Without a new `logo` the one of before stays, unless `zonder_logo`.

    Raises ValidationError for a picture that is not a safe PNG, or has no description.
    """
    eerder = huisstijl_van(regio)
    if logo and zonder_logo:
        raise ValidationError(
            {"zonder_logo": "Kies een nieuw logo, of haal het logo weg. Niet allebei."}
        )
    beeld = b"" if zonder_logo or eerder is None else bytes(eerder.logo)
    if logo:
        beeld = _lees(logo)
    nieuw = Huisstijl(
        regio=regio,
        naam=" ".join(naam.split()),
        logo=beeld,
        beschrijving=beschrijving.strip() if beeld else "",
        op=nu,
        wie=door.wie,
    )
    if beeld and not nieuw.beschrijving:
        raise ValidationError(
            {"beschrijving": "Beschrijf het logo in een paar woorden, voor wie het niet kan zien."}
        )
    nieuw.full_clean()
    with transaction.atomic():
        nieuw.save()
        noteer(
            door,
            Handeling.HUISSTIJL_GEWIJZIGD,
            nieuw,
            regio_id=regio.pk,
            met_logo=bool(beeld),
        )
    return nieuw


def _lees(logo: bytes) -> bytes:
    try:
        return lees_png(logo).inhoud
    except ValidationError as weigering:
        raise ValidationError({"logo": weigering.messages}) from weigering
