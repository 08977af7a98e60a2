"""Two dossiers of one person become one, and two again when that was wrong.

What hung on the other dossier goes to the one that stays: references, trajecten, plaatsingen,
contact. Where both say something of the same day, the dossier that stays is right. The other is
withdrawn, so that it counts nowhere; every step is written down, so that undoing is complete.
"""

from datetime import date, datetime, timedelta
from typing import Any, cast

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.dateparse import parse_date
from pghistory.models import Event

from regio.logboek import Door
from regio.models import Handeling
from statushouders.models import (
    Contactmoment,
    EerdereAanmelding,
    Ligging,
    Naam,
    NietDezelfde,
    Overdracht,
    Plaatsing,
    Samenvoeging,
    Statushouder,
    Uitkering,
    Verblijf,
    Zoekwoord,
)
from statushouders.services.aanmelden import FEITEN
from statushouders.services.dossierplaats import plaats_van_dossier
from statushouders.services.gegevens import NOG_LEEG
from statushouders.services.kern import bewaar, log, vergrendel

SAMENGEVOEGD = "Samengevoegd met een ander dossier"
# What is derived, follows its own rules below, or tells of the dossier itself.
BLIJFT_ACHTER = (
    Ligging,
    Zoekwoord,
    Naam,
    Overdracht,
    Samenvoeging,
    NietDezelfde,
    Verblijf,
    Uitkering,
    EerdereAanmelding,
)
DAG = timedelta(days=1)
EENS = date(9999, 12, 31)


@transaction.atomic
def voeg_samen(
    *, blijft: Statushouder, verdwijnt: Statushouder, op: date, nu: datetime, door: Door
) -> Samenvoeging:
    """Let the dossier `verdwijnt` go into `blijft`. Raises ValidationError."""
    if blijft.pk == verdwijnt.pk:
        raise ValidationError("Kies twee verschillende dossiers.")
    blijft, verdwijnt = _vergrendel_beide(blijft, verdwijnt)
    if blijft.ingetrokken_op or verdwijnt.ingetrokken_op:
        raise ValidationError("Een van beide dossiers is ingetrokken of al samengevoegd.")
    inhoud: dict[str, Any] = {
        "verplaatst": _verplaats_rijen(blijft, verdwijnt),
        "gemaakt": [
            *_vul_dagen(blijft, verdwijnt, Verblijf),
            *_vul_dagen(blijft, verdwijnt, Uitkering),
        ],
        "aanmeldingen": _voeg_aanmeldingen_samen(blijft, verdwijnt),
    }
    inhoud["velden"] = _vul_feiten(blijft, verdwijnt)
    bewaar(blijft, *inhoud["velden"], "aangemeld_op", "afgesloten_op", "afsluitreden")
    verdwijnt.ingetrokken_op, verdwijnt.intrekreden = op, SAMENGEVOEGD
    bewaar(verdwijnt, "ingetrokken_op", "intrekreden")
    samenvoeging = Samenvoeging.objects.create(
        statushouder=blijft, ander=verdwijnt, op=nu, door_id=door.gebruiker_id, inhoud=inhoud
    )
    log(door, Handeling.DOSSIER_GEWIJZIGD, blijft, wat="samengevoegd", met=verdwijnt.pk)
    log(door, Handeling.DOSSIER_GEWIJZIGD, verdwijnt, wat="opgegaan in ander", in_=blijft.pk)
    return samenvoeging


def _vergrendel_beide(een: Statushouder, ander: Statushouder) -> tuple[Statushouder, Statushouder]:
    """Both rows, locked in the order of their numbers."""
    rijen = {rij.pk: vergrendel(rij) for rij in sorted((een, ander), key=lambda rij: rij.pk)}
    return rijen[een.pk], rijen[ander.pk]


def _modellen() -> list[Any]:
    """Every kind of row of a dossier that has no rule of its own in `BLIJFT_ACHTER`."""
    relaties: list[Any] = [
        veld
        for veld in Statushouder._meta.get_fields(include_hidden=True)
        if veld.auto_created and not veld.concrete
    ]
    return [
        relatie.related_model
        for relatie in relaties
        if relatie.field.name == "statushouder"
        and relatie.related_model not in BLIJFT_ACHTER
        # The history of a row stays with the row.
        and not issubclass(relatie.related_model, Event)
    ]


def _verplaats_rijen(blijft: Statushouder, verdwijnt: Statushouder) -> list[dict]:
    """Every row of `_modellen`; those that clash stay where they are."""
    verplaatst = []
    for model in _modellen():
        for rij in model.objects.filter(statushouder=verdwijnt).order_by("pk"):
            was = _verplaats(rij, blijft)
            if was is not None:
                verplaatst.append({"model": model.__name__, "pk": rij.pk, "was": was})
    return verplaatst


def _verplaats(rij: Any, blijft: Statushouder) -> dict | None:
    """Move one row; what else had to change in it, as it was. None when it clashes."""
    was = {}
    rij.statushouder = blijft
    if isinstance(rij, Contactmoment):
        zelfde = blijft.contactmomenten.filter(
            leverancier=rij.leverancier, datum=rij.datum, soort=rij.soort
        )
        laatste = zelfde.aggregate(n=models.Max("volgnummer"))["n"] or 0
        was = {"volgnummer": rij.volgnummer}
        rij.volgnummer = max(rij.volgnummer, laatste + 1) if laatste else rij.volgnummer
    try:
        with transaction.atomic():
            rij.save(update_fields=["statushouder", *was])
    except IntegrityError:
        return None
    return was


def _vul_dagen(blijft: Statushouder, verdwijnt: Statushouder, model) -> list[dict]:
    """Copy the days of the other on which the dossier that stays says nothing of that kind."""
    gemaakt = []
    for rij in model.objects.filter(statushouder=verdwijnt).order_by("van"):
        bezet = model.objects.filter(statushouder=blijft).order_by("van")
        if model is Verblijf:
            bezet = bezet.filter(soort=rij.soort)
        for van, tot_en_met in _vrije_dagen(rij, list(bezet)):
            nieuw = model.objects.get(pk=rij.pk)
            nieuw.pk, nieuw.statushouder = None, blijft
            nieuw.van, nieuw.tot_en_met = van, tot_en_met
            nieuw.save(force_insert=True)
            gemaakt.append({"model": model.__name__, "pk": nieuw.pk})
    return gemaakt


def _vrije_dagen(rij, bezet: list) -> list[tuple[date, date | None]]:
    vrij, begin, einde = [], rij.van, rij.tot_en_met or EENS
    for ander in bezet:
        if (ander.tot_en_met or EENS) < begin or ander.van > einde:
            continue
        if ander.van > begin:
            vrij.append((begin, ander.van - DAG))
        if ander.tot_en_met is None:
            return vrij
        begin = ander.tot_en_met + DAG
    if begin <= einde:
        vrij.append((begin, rij.tot_en_met))
    return vrij


def _voeg_aanmeldingen_samen(blijft: Statushouder, verdwijnt: Statushouder) -> dict:
    """In beeld is whoever was so in either dossier. Returns what it was and what it became."""
    was = _aanmeldingen(blijft)
    samen = _verenig([*was, *_aanmeldingen(verdwijnt)])
    *eerder, nu = samen
    if samen != was:
        blijft.eerdere_aanmeldingen.all().delete()
        EerdereAanmelding.objects.bulk_create(
            EerdereAanmelding(
                statushouder=blijft, aangemeld_op=van, afgesloten_op=tot, afsluitreden=reden
            )
            for van, tot, reden in eerder
        )
        blijft.aangemeld_op, blijft.afgesloten_op, blijft.afsluitreden = nu
    return {"was": _als_tekst(was), "werd": _als_tekst(samen)}


def _aanmeldingen(persoon: Statushouder) -> list[tuple[date, date | None, str]]:
    """Every time in beeld, oldest first; the last one is the current."""
    eerder = persoon.eerdere_aanmeldingen.order_by("aangemeld_op")
    return [
        *((rij.aangemeld_op, rij.afgesloten_op, rij.afsluitreden) for rij in eerder),
        (persoon.aangemeld_op, persoon.afgesloten_op, persoon.afsluitreden),
    ]


def _verenig(tijden: list[tuple]) -> list[tuple]:
    samen: list[tuple] = []
    for van, tot, reden in sorted(tijden, key=lambda tijd: (tijd[0], tijd[1] or EENS)):
        if samen and van <= (samen[-1][1] or EENS):
            begin, einde, oude_reden = samen[-1]
            if (tot or EENS) > (einde or EENS):
                samen[-1] = (begin, tot, reden)
            elif einde is None:
                samen[-1] = (begin, None, "")
            else:
                samen[-1] = (begin, einde, oude_reden)
        else:
            samen.append((van, tot, reden))
    return samen


def _als_tekst(tijden: list[tuple]) -> list[list]:
    return [[van.isoformat(), tot.isoformat() if tot else None, r] for van, tot, r in tijden]


def _uit_tekst(tijden: list[list]) -> list[tuple]:
    return [(parse_date(van), parse_date(tot) if tot else None, r) for van, tot, r in tijden]


def _vul_feiten(blijft: Statushouder, verdwijnt: Statushouder) -> dict:
    """Take over what the dossier that stays does not know. Old and new, as text for the record."""
    velden = [*FEITEN]
    if plaats_van_dossier(blijft) == plaats_van_dossier(verdwijnt):
        velden.append("contactpersoon_id")
    if blijft.wet != verdwijnt.wet and blijft.wet not in NOG_LEEG:
        velden.remove("leerroute")
    gevuld = {}
    for veld in velden:
        oud, nieuw = getattr(blijft, veld), getattr(verdwijnt, veld)
        if oud in NOG_LEEG and nieuw not in NOG_LEEG:
            setattr(blijft, veld, nieuw)
            gevuld[veld.removesuffix("_id")] = [oud, _kaal(nieuw)]
    return gevuld


def _kaal(waarde):
    return waarde.isoformat() if isinstance(waarde, date) else waarde


@transaction.atomic
def maak_samenvoeging_ongedaan(
    *, samenvoeging: Samenvoeging, nu: datetime, door: Door
) -> Samenvoeging:
    """Both dossiers as they were; what was added to the merged one since stays there.

    A fact that somebody corrected after the merge keeps that correction. Raises ValidationError
    when it was undone already, or the merged dossier itself went into another.
    """
    rij = Samenvoeging.objects.select_for_update(of=("self",)).filter(pk=samenvoeging.pk).first()
    if rij is None or rij.ongedaan_op is not None:
        raise ValidationError("Deze samenvoeging is al ongedaan gemaakt, of niet aan u.")
    blijft, ander = _vergrendel_beide(rij.statushouder, rij.ander)
    if blijft.ingetrokken_op is not None:
        raise ValidationError(
            "Dit dossier is zelf ingetrokken of samengevoegd. Maak eerst dat ongedaan."
        )
    for stap in rij.inhoud["verplaatst"]:
        _model(stap).objects.filter(pk=stap["pk"], statushouder=blijft).update(
            statushouder=ander, **stap["was"]
        )
    _neem_mee_wat_erbij_kwam(blijft, ander)
    for stap in rij.inhoud["gemaakt"]:
        _model(stap).objects.filter(pk=stap["pk"], statushouder=blijft).delete()
    velden = _zet_feiten_terug(blijft, rij.inhoud["velden"])
    _zet_aanmeldingen_terug(blijft, rij.inhoud["aanmeldingen"])
    bewaar(blijft, *velden, "aangemeld_op", "afgesloten_op", "afsluitreden")
    ander.ingetrokken_op, ander.intrekreden = None, ""
    bewaar(ander, "ingetrokken_op", "intrekreden")
    rij.ongedaan_op, rij.ongedaan_door_id = nu, door.gebruiker_id
    rij.save(update_fields=["ongedaan_op", "ongedaan_door"])
    for persoon in (blijft, ander):
        log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="samenvoeging ongedaan gemaakt")
    return rij


def _neem_mee_wat_erbij_kwam(blijft: Statushouder, ander: Statushouder) -> None:
    """What was added to a traject or plaatsing since the merge goes back with it."""
    for bij in ("traject", "plaatsing"):
        for model in _modellen():
            if any(veld.name == bij and veld.is_relation for veld in model._meta.concrete_fields):
                model.objects.filter(
                    **{"statushouder": blijft, f"{bij}__statushouder": ander}
                ).update(statushouder=ander)
    los = Plaatsing.objects.filter(statushouder__in=(blijft, ander), traject__isnull=False)
    if los.exclude(traject__statushouder=models.F("statushouder")).exists():
        raise ValidationError(
            "Een plaatsing van het ene dossier hoort nu bij een traject van het andere. Maak haar "
            "eerst los van dat traject."
        )


def _model(stap: dict) -> Any:
    return apps.get_model("statushouders", stap["model"])


def _zet_feiten_terug(blijft: Statushouder, velden: dict) -> list[str]:
    terug = []
    for veld, (oud, nieuw) in velden.items():
        attribuut = cast(Any, Statushouder._meta.get_field(veld)).attname
        if _kaal(getattr(blijft, attribuut)) == nieuw:
            setattr(blijft, attribuut, oud)
            terug.append(veld)
    return terug


def _zet_aanmeldingen_terug(blijft: Statushouder, aanmeldingen: dict) -> None:
    if _als_tekst(_aanmeldingen(blijft)) != aanmeldingen["werd"]:
        return
    *eerder, nu = _uit_tekst(aanmeldingen["was"])
    blijft.eerdere_aanmeldingen.all().delete()
    EerdereAanmelding.objects.bulk_create(
        EerdereAanmelding(
            statushouder=blijft, aangemeld_op=van, afgesloten_op=tot, afsluitreden=reden
        )
        for van, tot, reden in eerder
    )
    blijft.aangemeld_op, blijft.afgesloten_op, blijft.afsluitreden = nu


@transaction.atomic
def niet_dezelfde(*, een: Statushouder, ander: Statushouder, nu: datetime, door: Door) -> None:
    """These are two people: they are not shown as doubles again."""
    laag, hoog = sorted((een, ander), key=lambda persoon: persoon.pk)
    _vergrendel_beide(laag, hoog)
    _, nieuw = NietDezelfde.objects.get_or_create(
        statushouder=laag, ander=hoog, defaults={"op": nu, "door_id": door.gebruiker_id}
    )
    if nieuw:
        log(door, Handeling.DOSSIER_GEWIJZIGD, laag, wat="niet dezelfde persoon", als=hoog.pk)
