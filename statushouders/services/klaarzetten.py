"""Keep an uploaded workbook for its uploader, between the preview and the decision."""

from datetime import datetime, timedelta

from django.db import connection

from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente
from statushouders.models import KlaargezetBestand

BEWAREN = timedelta(hours=2)


def zet_klaar(
    *,
    gebruiker: Gebruiker,
    regio: Arbeidsmarktregio,
    gemeente: Gemeente | None,
    bestandsnaam: str,
    inhoud: bytes,
    nu: datetime,
) -> KlaargezetBestand:
    """Store the bytes for two hours. What others left behind too long goes at the same time."""
    with connection.cursor() as cursor:
        cursor.execute("select wis_verlopen_bestanden()")
    return KlaargezetBestand.objects.create(
        gebruiker=gebruiker,
        regio=regio,
        gemeente=gemeente,
        bestandsnaam=bestandsnaam[-255:],
        inhoud=inhoud,
        klaargezet_op=nu,
        verloopt_op=nu + BEWAREN,
    )


def bewaar_indeling(bestand: KlaargezetBestand, indeling: dict) -> None:
    """Which columns of its own list are what."""
    bestand.indeling = indeling
    bestand.save(update_fields=["indeling"])


def rond_af(bestand: KlaargezetBestand, *, levering_id: int | None, samenvatting: dict) -> None:
    """The workbook was read in: its bytes go, what came of it stays until the row expires."""
    bestand.inhoud = b""
    bestand.levering_id = levering_id
    bestand.samenvatting = samenvatting
    bestand.save(update_fields=["inhoud", "levering", "samenvatting"])
