"""Keep an uploaded list for its uploader, between the preview and the decision."""

from datetime import datetime, timedelta

from regio.models import Arbeidsmarktregio, Gebruiker, KlaargezetteLijst

BEWAREN = timedelta(hours=2)


def zet_klaar(
    *,
    soort: str,
    gebruiker: Gebruiker,
    regio: Arbeidsmarktregio | None,
    naam: str,
    inhoud: str,
    keuzes: dict,
    nu: datetime,
) -> KlaargezetteLijst:
    """Store the text for two hours. What others left behind too long goes at the same time."""
    KlaargezetteLijst.objects.filter(op__lt=nu - BEWAREN).delete()
    return KlaargezetteLijst.objects.create(
        soort=soort,
        gebruiker=gebruiker,
        regio=regio,
        naam=naam[-255:],
        inhoud=inhoud,
        keuzes=keuzes,
        op=nu,
    )


def rond_af(lijst: KlaargezetteLijst, gedaan: dict) -> None:
    """It was read in: the text goes, what came of it stays until the row expires."""
    lijst.inhoud, lijst.gedaan = "", gedaan
    lijst.save(update_fields=["inhoud", "gedaan"])
