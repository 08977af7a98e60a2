"""Voorzieningen within a traject, and the answers to what its actielijn asks."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling, Organisatiesoort
from statushouders.codes import Doelgroep, Twv
from statushouders.models import (
    Statushouder,
    Traject,
    Trajectvragen,
    Voorziening,
    Werkgeversafspraak,
)
from statushouders.services.kern import (
    Ingehaald,
    bewaar,
    controleer,
    controleer_dagen,
    log,
    vergrendel,
    voeg_toe,
)
from statushouders.services.organisaties import zoek_of_maak
from statushouders.services.werkgevers import vervul_uit_traject

# What each actielijn asks. Days of the diplomawaardering stand with the person.
VRAGEN_VAN = {
    1: ("azc", "twv", "overgedragen_op"),
    2: ("werkgever", "afspraak", "via_afspraak", "sector"),
    3: ("werkgever", "uren_per_week", "sociale_onderneming", "duaal"),
    4: ("diplomaniveau", "doelniveau", "sector"),
}
VAN_DE_PERSOON = ("diplomawaardering_aangevraagd_op", "diplomawaardering_afgerond_op")
LIJN_VAN_DIPLOMAS = 4
ORGANISATIES = {"azc": Organisatiesoort.AZC, "werkgever": Organisatiesoort.WERKGEVER}


@transaction.atomic
def leg_voorziening_vast(
    *,
    traject: Traject,
    soort: str,
    van: date,
    op: date,
    door: Door,
    tot_en_met: date | None = None,
    aanbieder: str = "",
) -> Voorziening:
    """One more voorziening in a traject. Raises ValidationError."""
    controleer_dagen(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(traject.statushouder)
    voorziening = Voorziening(
        statushouder=persoon,
        traject=traject,
        soort=soort,
        aanbieder=_organisatie(persoon, "aanbieder", aanbieder),
        van=van,
        tot_en_met=tot_en_met,
    )
    _binnen_traject(voorziening)
    voeg_toe(voorziening)
    log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=traject.pk, wat="voorziening")
    return voorziening


@transaction.atomic
def wijzig_voorziening(
    *,
    voorziening: Voorziening,
    versie: int,
    soort: str,
    van: date,
    op: date,
    door: Door,
    tot_en_met: date | None = None,
    aanbieder: str = "",
) -> Voorziening:
    """Correct or end a voorziening. Raises Ingehaald or ValidationError."""
    controleer_dagen(van=van, tot_en_met=tot_en_met)
    persoon = vergrendel(voorziening.statushouder)
    nu = vergrendel(voorziening, versie=versie)
    nu.soort, nu.van, nu.tot_en_met = soort, van, tot_en_met
    nu.aanbieder = _organisatie(persoon, "aanbieder", aanbieder)
    _binnen_traject(nu)
    bewaar(nu, "soort", "van", "tot_en_met", "aanbieder")
    log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=nu.traject_id, wat="voorziening")
    return nu


@transaction.atomic
def wis_voorziening(*, voorziening: Voorziening, door: Door) -> None:
    """Take away a voorziening that never was; its history stays."""
    persoon = vergrendel(voorziening.statushouder)
    wat = "voorziening gewist"
    log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=voorziening.traject_id, wat=wat)
    voorziening.delete()


def _organisatie(persoon: Statushouder, veld: str, naam: str):
    soort = ORGANISATIES.get(veld, Organisatiesoort.AANBIEDER)
    return zoek_of_maak(regio=persoon.dossierregio, soort=soort, naam=naam, veld=veld)


def _binnen_traject(voorziening: Voorziening) -> None:
    traject = voorziening.traject
    laatste = voorziening.tot_en_met or voorziening.van
    if voorziening.van < traject.begindatum:
        raise ValidationError(
            {
                "van": f"Het traject begon op {traject.begindatum:%d-%m-%Y}. Een voorziening kan "
                "niet eerder beginnen."
            }
        )
    if traject.einddatum is not None and traject.einddatum < laatste:
        veld = "tot_en_met" if voorziening.tot_en_met else "van"
        raise ValidationError(
            {veld: f"Het traject eindigde op {traject.einddatum:%d-%m-%Y}. Kies een eerdere dag."}
        )


@transaction.atomic
def beantwoord_vragen(
    *, traject: Traject, versie: int, op: date, door: Door, **antwoorden: Any
) -> Trajectvragen:
    """Keep the answers to what the actielijn of this traject asks.

    Raises Ingehaald, ValidationError, or TypeError for a question of another actielijn.
    """
    controleer_dagen(**{v: w for v, w in antwoorden.items() if isinstance(w, date)})
    persoon = vergrendel(traject.statushouder)
    nu = Trajectvragen.objects.select_for_update(no_key=True).filter(traject=traject).first()
    if nu is None:
        nu = Trajectvragen(traject=traject, statushouder_id=persoon.pk)
    if nu.versie != versie:
        raise Ingehaald(nu)
    van_persoon = VAN_DE_PERSOON if traject.actielijn_id == LIJN_VAN_DIPLOMAS else ()
    for veld, waarde in antwoorden.items():
        if veld in van_persoon:
            setattr(persoon, veld, waarde)
        elif veld not in VRAGEN_VAN[traject.actielijn_id]:
            raise TypeError(f"Geen vraag van actielijn {traject.actielijn_id}: {veld}")
        elif veld in ORGANISATIES:
            setattr(nu, veld, _organisatie(persoon, veld, waarde))
        else:
            setattr(nu, veld, waarde)
    _klopt(nu, persoon, traject)
    if nu.afspraak is not None:
        _volg_afspraak(nu, nu.afspraak, persoon)
    nu.versie += 1
    controleer(nu)
    nu.save()
    vervul_uit_traject(traject, door=door)
    if van_persoon:
        bewaar(persoon, *van_persoon)
    log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=traject.pk, wat="vragen")
    return nu


def _klopt(vragen: Trajectvragen, persoon: Statushouder, traject: Traject) -> None:
    nodig = vragen.twv not in ("", Twv.NIET_NODIG)
    if nodig and persoon.doelgroep != Doelgroep.KANSRIJKE_ASIELZOEKER:
        raise ValidationError(
            {
                "twv": "Alleen een asielzoeker heeft een tewerkstellingsvergunning nodig. Kies "
                "'Niet nodig'."
            }
        )
    if vragen.overgedragen_op and vragen.overgedragen_op < traject.begindatum:
        raise ValidationError(
            {
                "overgedragen_op": f"Het traject begon op {traject.begindatum:%d-%m-%Y}. De "
                "overdracht kan niet eerder zijn."
            }
        )


def _volg_afspraak(
    vragen: Trajectvragen, afspraak: Werkgeversafspraak, persoon: Statushouder
) -> None:
    """An agreement names the employer, and is one of the region of this person."""
    if afspraak.regio_id != persoon.dossierregio_id or afspraak.ingetrokken_op is not None:
        raise ValidationError({"afspraak": "Kies een afspraak die in deze regio geldt."})
    if vragen.werkgever_id not in (None, afspraak.werkgever_id):
        raise ValidationError(
            {
                "afspraak": f"Deze afspraak is met {afspraak.werkgever}. Kies die werkgever, of "
                "een andere afspraak."
            }
        )
    vragen.werkgever = afspraak.werkgever
    vragen.via_afspraak = True


def sluit_voorzieningen(traject: Traject, einddatum: date) -> None:
    """What still ran in a traject ends with it; what had not begun never was."""
    open_ = traject.voorzieningen.filter(tot_en_met__isnull=True)
    for voorziening in open_:
        if voorziening.van > einddatum:
            voorziening.delete()
        else:
            voorziening.tot_en_met = einddatum
            bewaar(voorziening, "tot_en_met")
