"""Employers: whom to call there, what was agreed, and who fills the places."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from regio.logboek import Door, noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Gemeente,
    Handeling,
    Organisatie,
    Organisatiesoort,
)
from statushouders.models import (
    Afspraakplek,
    Plaatsing,
    Traject,
    Werkgeversafspraak,
    Werkgeverscontact,
)
from statushouders.services.kern import (
    DUBBEL,
    bewaar,
    controleer,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
    voeg_toe,
    weiger,
)
from statushouders.services.organisaties import zoek_of_maak

WIJZIGBAAR = (
    "omschrijving",
    "sector",
    "plaatsen",
    "afgesproken_op",
    "tot_en_met",
    "actielijn",
    "gemeente",
)


@transaction.atomic
def maak_werkgever(*, regio: Arbeidsmarktregio, naam: str, door: Door) -> Organisatie:
    """The employer with this name in the region; an existing one is found, not doubled."""
    werkgever = zoek_of_maak(regio=regio, soort=Organisatiesoort.WERKGEVER, naam=naam, veld="naam")
    if werkgever is None:
        raise ValidationError({"naam": "Vul de naam van de werkgever in."})
    _log(door, werkgever, "werkgever", werkgever.regio_id)
    return werkgever


@transaction.atomic
def zet_contact(
    *,
    werkgever: Organisatie,
    naam: str,
    functie: str,
    telefoon: str,
    email: str,
    door: Door,
) -> Werkgeverscontact:
    """Somebody to call at this employer. Raises ValidationError."""
    contact = voeg_toe(
        Werkgeverscontact(
            werkgever=werkgever,
            naam=nette_tekst(naam, "naam"),
            functie=nette_tekst(functie, "functie"),
            telefoon=nette_tekst(telefoon, "telefoon"),
            email=email,
        )
    )
    _log(door, werkgever, "contactpersoon", werkgever.regio_id)
    return contact


@transaction.atomic
def wis_contact(*, contact: Werkgeverscontact, door: Door) -> None:
    """No longer needed: gone."""
    _log(door, contact.werkgever, "contactpersoon gewist", contact.werkgever.regio_id)
    contact.delete()


@transaction.atomic
def maak_afspraak(
    *,
    werkgever: Organisatie,
    omschrijving: str,
    plaatsen: int,
    afgesproken_op: date,
    actielijn: Actielijn,
    op: date,
    door: Door,
    sector: str = "",
    tot_en_met: date | None = None,
    gemeente: Gemeente | None = None,
) -> Werkgeversafspraak:
    """Record what was agreed with an employer. Raises ValidationError."""
    _controleer_dagen(afgesproken_op, tot_en_met, op=op)
    afspraak = Werkgeversafspraak(
        werkgever=werkgever,
        regio_id=werkgever.regio_id,
        gemeente=gemeente,
        actielijn=actielijn,
        omschrijving=nette_tekst(omschrijving, "omschrijving"),
        sector=sector,
        plaatsen=plaatsen,
        afgesproken_op=afgesproken_op,
        tot_en_met=tot_en_met,
    )
    voeg_toe(afspraak)
    _log(door, afspraak, "afspraak gemaakt", afspraak.regio_id)
    return afspraak


def _controleer_dagen(afgesproken_op: date, tot_en_met: date | None, *, op: date) -> None:
    controleer_dagen(afgesproken_op=afgesproken_op, tot_en_met=tot_en_met)
    if afgesproken_op > op:
        raise ValidationError(
            {"afgesproken_op": "Een afspraak is gemaakt op of voor vandaag. Kies een andere dag."}
        )


@transaction.atomic
def wijzig_afspraak(
    *, afspraak: Werkgeversafspraak, versie: int, op: date, door: Door, **gegevens
) -> list[str]:
    """Correct an agreement. Returns the fields that changed. Raises Ingehaald, ValidationError."""
    if onbekend := set(gegevens) - set(WIJZIGBAAR):
        raise TypeError(f"Geen wijzigbaar gegeven: {', '.join(sorted(onbekend))}")
    nu = vergrendel(afspraak, versie=versie)
    gegevens["omschrijving"] = nette_tekst(gegevens["omschrijving"], "omschrijving")
    _controleer_dagen(gegevens["afgesproken_op"], gegevens["tot_en_met"], op=op)
    anders = [veld for veld, waarde in gegevens.items() if getattr(nu, veld) != waarde]
    for veld in anders:
        setattr(nu, veld, gegevens[veld])
    if anders:
        bewaar(nu, *anders)
        _log(door, nu, "afspraak gewijzigd", nu.regio_id)
    return anders


@transaction.atomic
def trek_afspraak_in(
    *, afspraak: Werkgeversafspraak, intrekreden: str, op: date, door: Door
) -> Werkgeversafspraak:
    """An agreement that should never have been: it counts nowhere. Raises ValidationError."""
    nu = vergrendel(afspraak)
    intrekreden = nette_tekst(intrekreden, "intrekreden")
    if not intrekreden:
        raise ValidationError({"intrekreden": "Schrijf kort op waarom deze afspraak niet klopt."})
    if vervuld([nu])[nu.pk]:
        raise ValidationError(
            "Bij deze afspraak horen plaatsingen of lopende trajecten. Maak die eerst los."
        )
    nu.ingetrokken_op, nu.intrekreden = op, intrekreden
    bewaar(nu, "ingetrokken_op", "intrekreden")
    _log(door, nu, "afspraak ingetrokken", nu.regio_id)
    return nu


@transaction.atomic
def vervul_plaats(
    *, afspraak: Werkgeversafspraak, plaatsing: Plaatsing, door: Door
) -> Afspraakplek:
    """This plaatsing fills a place of the agreement, and came from it. Raises ValidationError."""
    persoon = vergrendel(plaatsing.statushouder)
    nu = vergrendel(plaatsing)
    rij = vergrendel(afspraak)
    if nu.werkgever_id != rij.werkgever_id or nu.begindatum < rij.afgesproken_op:
        raise ValidationError(
            {"plaatsing": "Kies een plaatsing bij deze werkgever, begonnen na de afspraak."}
        )
    plek = Afspraakplek(afspraak=rij, plaatsing=nu, statushouder=persoon)
    controleer(plek)
    zin = "Deze plaatsing hoort al bij een afspraak."
    with weiger(code=DUBBEL, veld="plaatsing", zin=zin):
        plek.save(force_insert=True)
    if not nu.afspraak_werkgever:
        nu.afspraak_werkgever = True
        bewaar(nu, "afspraak_werkgever")
    log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=nu.pk, afspraak=rij.pk)
    return plek


@transaction.atomic
def vervul_uit_traject(traject: Traject, *, door: Door) -> None:
    """What a traject under an agreement led to at that employer fills its places by itself."""
    afspraak = Werkgeversafspraak.objects.filter(
        trajectvragen__traject=traject, ingetrokken_op__isnull=True
    ).first()
    if afspraak is None:
        return
    for plaatsing in Plaatsing.objects.filter(
        traject=traject,
        werkgever=afspraak.werkgever_id,
        begindatum__gte=afspraak.afgesproken_op,
        ingetrokken_op__isnull=True,
        plek__isnull=True,
    ):
        vervul_plaats(afspraak=afspraak, plaatsing=plaatsing, door=door)


@transaction.atomic
def maak_plaats_vrij(*, plek: Afspraakplek, door: Door) -> None:
    """The plaatsing did not fill this place after all; that it came from an agreement stays."""
    persoon = vergrendel(plek.statushouder)
    log(door, Handeling.PLAATSING_GEWIJZIGD, persoon, plaatsing=plek.plaatsing_id, afspraak=None)
    plek.delete()


def vervuld(afspraken: Iterable[Werkgeversafspraak]) -> dict[int, int]:
    """How many places of each agreement are filled, also by people out of sight; in one query.

    A place is filled by a plaatsing, or by a traject under the agreement that has not ended.
    """
    nummers = [afspraak.pk for afspraak in afspraken]
    with connection.cursor() as cursor:
        cursor.execute("select afspraak, vervuld from vervulde_plaatsen(%s)", [nummers])
        return dict.fromkeys(nummers, 0) | dict(cursor.fetchall())


def _log(door: Door, rij, wat: str, regio_id: int) -> None:
    noteer(door, Handeling.GEGEVENS_GEWIJZIGD, rij, regio_id=regio_id, wat=wat)
