"""Writing the parts: a first draft by rules, then whoever writes."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from verbinder.rapportage.cijfers import Cijferset
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.delen import delen_van
from verbinder.rapportage.models import Tekst, Versie
from verbinder.rapportage.opslag import boek_van, laatste_opname, laatste_teksten, vers_rapport
from verbinder.rapportage.services.samen import eis_niet_vastgesteld, houd_vast
from verbinder.rapportage.verwijzingen import controleer


def schrijf_tekst(
    *, versie: Versie, deel: str, tekst: str, gelezen: int, nu: datetime, door: Door
) -> Tekst:
    """Write one part. `gelezen` is the volgnummer of the text that the writer had before them.

    Raises ValidationError when somebody else wrote in between, when a reference names no figure,
    or when the report is adopted.
    """
    with transaction.atomic():
        houd_vast(versie)
        eis_niet_vastgesteld(versie)
        boek = boek_van(laatste_opname(versie))
        if deel not in {d.code for d in delen_van(boek)}:
            raise ValidationError(
                "Dit deel bestaat niet in dit rapport. Kies een deel uit de lijst."
            )
        controleer(tekst, boek)
        vorige = versie.teksten.filter(deel=deel).order_by("-volgnummer").first()
        if vorige is not None and vorige.tekst == tekst:
            return vorige
        if vorige is not None and vorige.volgnummer != gelezen:
            raise ValidationError(
                f"{vorige.wie} heeft dit deel net gewijzigd. Kopieer uw tekst, open het deel "
                "opnieuw en voeg uw wijziging toe."
            )
        nieuw = Tekst(
            versie=versie,
            deel=deel,
            volgnummer=vorige.volgnummer + 1 if vorige else 1,
            tekst=tekst,
            op=nu,
            wie=door.wie,
            door_id=door.gebruiker_id,
        )
        nieuw.full_clean()
        nieuw.save()
        return nieuw


def bewaar_concepttekst(versie: Versie, cijfers: Cijferset, *, nu: datetime, door: Door) -> None:
    """Draft every part that nobody wrote in, where the draft is another one than before."""
    nu_geldend = {tekst.deel: tekst for tekst in laatste_teksten(versie)}
    nieuw = []
    for deel, tekst in concepttekst(vers_rapport(cijfers, versie=versie.nummer)).items():
        vorige = nu_geldend.get(deel)
        if vorige and (not vorige.concept or vorige.tekst == tekst):
            continue
        volgnummer = vorige.volgnummer + 1 if vorige else 1
        nieuw.append(
            Tekst(
                versie=versie,
                deel=deel,
                volgnummer=volgnummer,
                tekst=tekst,
                concept=True,
                op=nu,
                wie=door.wie,
            )
        )
    Tekst.objects.bulk_create(nieuw)
