"""Facts about a person: corrected, or changed from a day on."""

from datetime import date, timedelta

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Gebruiker, Handeling
from statushouders.codes import (
    LEERROUTES_VAN_WI2021,
    OUDE_WETTEN,
    Berichtsoort,
    Correctiereden,
    Leerroute,
    Wet,
)
from statushouders.models import EerdereWaarde, Statushouder
from statushouders.models.statushouder import Veld
from statushouders.services.aanmelden import FEITEN, controleer_geboortejaar
from statushouders.services.berichten import meld
from statushouders.services.dossierplaats import controleer_contactpersoon, plaats_van_dossier
from statushouders.services.kern import bewaar, controleer_dagen, log, nette_tekst, vergrendel
from statushouders.services.namen import zet_kenmerk, zet_naam

WIJZIGBAAR = ("geboortejaar", "doelgroep", "aangemeld_op", *FEITEN)
# A known value of one of these decides in which figure somebody counts: say why it was wrong.
REDEN_NODIG = (
    "geboortejaar",
    "doelgroep",
    "aangemeld_op",
    "wet",
    "datum_bekendmaking",
    "leerroute",
    "opleidingsniveau",
)
NOG_LEEG = (None, "", "onbekend")


@transaction.atomic
def wijzig_gegevens(
    *,
    statushouder: Statushouder,
    versie: int,
    op: date,
    door: Door,
    reden: str = "",
    voornaam: str | None = None,
    achternaam: str | None = None,
    kenmerk: str | None = None,
    **gegevens,
) -> list[str]:
    """Correct facts: the new value was always the true one. Returns the fields that changed.

    `versie` is the version that the user saw. Fields that are absent stay. Raises Ingehaald when
    somebody else saved first, ValidationError when a fact is refused or the reason is missing.
    """
    if onbekend := set(gegevens) - set(WIJZIGBAAR):
        raise TypeError(f"Geen wijzigbaar gegeven: {', '.join(sorted(onbekend))}")
    persoon = vergrendel(statushouder, versie=versie)
    if "wet_bron" in gegevens:
        gegevens["wet_bron"] = nette_tekst(gegevens["wet_bron"], "wet_bron")
    anders = [veld for veld, waarde in gegevens.items() if getattr(persoon, veld) != waarde]
    reden = _reden(persoon, anders, reden)
    with pghistory.context(reden=reden):
        for veld in anders:
            setattr(persoon, veld, gegevens[veld])
        controleer_geboortejaar(persoon, op=op)
        apart = _wijzig_naam_en_kenmerk(persoon, voornaam, achternaam, kenmerk)
        if anders or apart:
            bewaar(persoon, *anders)
            log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, velden=anders + apart, reden=reden)
    return anders + apart


def _reden(persoon: Statushouder, anders: list[str], reden: str) -> str:
    """The given reason, or that something unknown was filled in. Raises ValidationError."""
    if reden and reden not in Correctiereden.values:
        raise ValidationError({"reden": "Kies een reden uit de lijst."})
    bekend = [
        veld for veld in anders if veld in REDEN_NODIG and getattr(persoon, veld) not in NOG_LEEG
    ]
    if bekend and not reden:
        namen = ", ".join(_naam_van(veld) for veld in bekend)
        raise ValidationError({"reden": f"Kies waarom u dit verbetert: {namen}."})
    aanvulling = all(getattr(persoon, veld) in NOG_LEEG for veld in anders)
    return reden or (Correctiereden.AANVULLING if anders and aanvulling else "")


def _naam_van(veld: str) -> str:
    """The name of a field as people read it."""
    return str(getattr(Statushouder._meta.get_field(veld), "verbose_name", veld))


def _wijzig_naam_en_kenmerk(
    persoon: Statushouder, voornaam: str | None, achternaam: str | None, kenmerk: str | None
) -> list[str]:
    gewijzigd = []
    if (voornaam, achternaam) != (None, None) and zet_naam(
        persoon, voornaam=voornaam or "", achternaam=achternaam or ""
    ):
        gewijzigd.append("naam")
    if kenmerk is not None and zet_kenmerk(persoon, kenmerk):
        gewijzigd.append("kenmerk")
    return gewijzigd


@transaction.atomic
def wijzig_waarde_per_datum(
    *,
    statushouder: Statushouder,
    veld: str,
    waarde: str,
    vanaf: date,
    op: date,
    door: Door,
    versie: int | None = None,
) -> Statushouder:
    """From day `vanaf` the fact `veld` is `waarde`; until then what it was stays true.

    Raises ValidationError when the day lies after `op`, or within an earlier value.
    """
    controleer_dagen(vanaf=vanaf)
    persoon = vergrendel(statushouder, versie=versie)
    if vanaf > op:
        raise ValidationError({"vanaf": "Kies vandaag of een eerdere dag."})
    if getattr(persoon, veld) == waarde:
        raise ValidationError({"waarde": "Dit is al de waarde. Kies een andere."})
    velden = [veld]
    _bewaar_eerdere_waarde(persoon, veld, vanaf)
    setattr(persoon, veld, waarde)
    if veld == Veld.WET and (leerroute := _leerroute_bij(persoon)):
        _bewaar_eerdere_waarde(persoon, Veld.LEERROUTE, vanaf)
        persoon.leerroute = leerroute
        velden.append("leerroute")
    bewaar(persoon, *velden)
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, velden=velden, vanaf=vanaf.isoformat())
    return persoon


def _leerroute_bij(persoon: Statushouder) -> str | None:
    """The leerroute that must change with the wet: only the Wi2021 knows them."""
    if persoon.wet in OUDE_WETTEN and persoon.leerroute in LEERROUTES_VAN_WI2021:
        return Leerroute.NVT
    if persoon.wet == Wet.WI2021 and persoon.leerroute == Leerroute.NVT:
        return Leerroute.ONBEKEND
    return None


def _bewaar_eerdere_waarde(persoon: Statushouder, veld: str, vanaf: date) -> None:
    laatste = persoon.eerdere_waarden.filter(veld=veld).order_by("-tot_en_met").first()
    van = laatste.tot_en_met + timedelta(days=1) if laatste else None
    if van is not None and vanaf <= van:
        raise ValidationError(
            {"vanaf": f"Tot en met {van:%d-%m-%Y} staat al een andere waarde. Kies een latere dag."}
        )
    EerdereWaarde.objects.create(
        statushouder=persoon,
        veld=veld,
        waarde=getattr(persoon, veld),
        van=van,
        tot_en_met=vanaf - timedelta(days=1),
    )


@transaction.atomic
def neem_over(
    *, statushouder: Statushouder, contactpersoon: Gebruiker | None, op: date, door: Door
) -> Statushouder:
    """Make somebody else the contactpersoon, or nobody. Raises ValidationError when not allowed."""
    persoon = vergrendel(statushouder)
    controleer_contactpersoon(contactpersoon, plaats_van_dossier(persoon), op=op)
    if persoon.contactpersoon != contactpersoon:
        persoon.contactpersoon = contactpersoon
        bewaar(persoon, "contactpersoon")
        wie = contactpersoon.pk if contactpersoon else None
        if contactpersoon is not None:
            meld(Berichtsoort.TOEGEWEZEN, aan=contactpersoon, door=door)
        log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, velden=["contactpersoon"], nu=wie)
    return persoon
