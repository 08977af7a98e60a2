"""Writing the parts: a first draft by rules, then whoever writes."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.delen import delen_van
from verbinder.rapportage.models import Tekst, Versie
from verbinder.rapportage.opslag import boek_van, laatste_opname, laatste_teksten
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.services.samen import eis_niet_vastgesteld, houd_vast
from verbinder.rapportage.slot import eis_eigen_slot
from verbinder.rapportage.verwijzingen import controleer


def schrijf_tekst(
    *,
    versie: Versie,
    deel: str,
    tekst: str,
    gelezen: int,
    nu: datetime,
    door: Door,
    verhaal: bool = False,
    mag_verhaal: bool = False,
) -> Tekst:
    """Write one part. `gelezen` is the volgnummer of the text that the writer had before them.

    `verhaal`: it tells of a person; then `mag_verhaal` says that nobody can recognise them or that
    they agreed. Raises ValidationError when that is missing, when somebody else wrote or is writing
    in this part, when a reference names no figure, or when the report is adopted.
    """
    with transaction.atomic():
        houd_vast(versie)
        eis_niet_vastgesteld(versie)
        eis_eigen_slot(versie, deel, door)
        boek = boek_van(laatste_opname(versie))
        if deel not in {d.code for d in delen_van(boek)}:
            raise ValidationError(
                "Dit deel bestaat niet in dit rapport. Kies een deel uit de lijst."
            )
        controleer(tekst, boek)
        vorige = versie.teksten.filter(deel=deel).order_by("-volgnummer").first()
        vinkjes = verhaal, mag_verhaal
        if vorige and (vorige.tekst, vorige.verhaal, vorige.mag_verhaal) == (tekst, *vinkjes):
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
            verhaal=verhaal,
            mag_verhaal=mag_verhaal,
            op=nu,
            wie=door.wie,
            door_id=door.gebruiker_id,
        )
        nieuw.full_clean()
        nieuw.save()
        return nieuw


def bewaar_concepttekst(versie: Versie, rapport: Rapport, *, nu: datetime, door: Door) -> None:
    """Draft every part that nobody wrote in, where the draft is another one than before."""
    nu_geldend = {tekst.deel: tekst for tekst in laatste_teksten(versie)}
    nieuw = []
    for deel, tekst in concepttekst(rapport).items():
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
