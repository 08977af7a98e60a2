"""The bodies of a region and who is in them. Names differ per region, so a region makes its own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gebruiker, Handeling, Overleg, Overleglid, Recht
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik


@dataclass(frozen=True)
class Voorbeeld:
    """A body as many regions have it, to begin with."""

    naam: str
    afkorting: str
    doel: str
    agenda: tuple[str, ...]
    stelt_vast: bool = False


OPENING, ROND = "Opening en mededelingen", "Rondvraag en sluiting"
VOORBEELDEN = (
    Voorbeeld(
        "Programmateam werk en participatie",
        "PTWP",
        "Voert het plan uit en bespreekt hoe het gaat.",
        (OPENING, "Actiepunten", "Voortgang per actielijn", "Knelpunten", ROND),
    ),
    Voorbeeld(
        "Uitvoeringsoverleg",
        "UO",
        "Stemt de uitvoering van de gemeenten op elkaar af.",
        (OPENING, "Actiepunten", "Trajecten en plaatsen", ROND),
    ),
    Voorbeeld(
        "Regionaal beleidsoverleg",
        "BO",
        "Bereidt beleid en rapportages voor.",
        (OPENING, "Actiepunten", "Monitoring", "Voorbereiding directieoverleg", ROND),
    ),
    Voorbeeld(
        "Gemeentelijk overleg statushouders",
        "GOS",
        "Klantmanagers en verbinder bespreken hun werk. Geen namen van mensen in de stukken.",
        (OPENING, "Actiepunten", "Uit de gemeenten", "Aanbod van werkgevers", ROND),
    ),
    Voorbeeld(
        "Directieoverleg",
        "DO",
        "Neemt kennis van de voortgang en adviseert het PFHO.",
        (OPENING, "Besluitenlijst vorige keer", "Voortgangsrapportage", "Advies aan PFHO", ROND),
        stelt_vast=True,
    ),
    Voorbeeld(
        "Portefeuillehoudersoverleg",
        "PFHO",
        "Wethouders nemen kennis van de rapportage en stellen plan en rapport vast.",
        (OPENING, "Besluitenlijst vorige keer", "Voortgangsrapportage", "Besluiten", ROND),
        stelt_vast=True,
    ),
)


@transaction.atomic
def zet_overleg(
    *,
    regio: Arbeidsmarktregio,
    naam: str,
    afkorting: str,
    bereik: Bereik,
    door: Door,
    doel: str = "",
    stelt_vast: bool = False,
    agenda: Collection[str] = (),
    volgorde: int = 10,
    overleg: Overleg | None = None,
) -> Overleg:
    """Add a body to a region, or change one. What it decided before stays as it was."""
    eis_schrijver(regio, bereik)
    if overleg is not None and overleg.regio_id != regio.pk:
        raise PermissionDenied("A body of another region.")
    rij = overleg or Overleg(regio=regio)
    rij.naam, rij.afkorting, rij.doel = naam, afkorting, doel
    rij.stelt_vast, rij.agenda, rij.volgorde = stelt_vast, list(agenda), volgorde
    rij.full_clean()
    rij.save()
    noteer_overleg(door, rij)
    return rij


@transaction.atomic
def neem_voorbeelden_over(*, regio: Arbeidsmarktregio, bereik: Bereik, door: Door) -> list[Overleg]:
    """Begin with the bodies that many regions have; what is there already stays."""
    eis_schrijver(regio, bereik)
    bekend = Overleg.objects.filter(regio=regio)
    namen = set(bekend.values_list("naam", flat=True))
    kort = set(bekend.values_list("afkorting", flat=True))
    return [
        zet_overleg(
            regio=regio,
            naam=voorbeeld.naam,
            afkorting=voorbeeld.afkorting,
            doel=voorbeeld.doel,
            stelt_vast=voorbeeld.stelt_vast,
            agenda=voorbeeld.agenda,
            volgorde=10 * nummer,
            bereik=bereik,
            door=door,
        )
        for nummer, voorbeeld in enumerate(VOORBEELDEN, 1)
        if voorbeeld.naam not in namen and voorbeeld.afkorting not in kort
    ]


@transaction.atomic
def hef_op(*, overleg: Overleg, op: date, bereik: Bereik, door: Door) -> None:
    """A body meets no more; its besluiten can be read for ever."""
    overleg = houd_overleg_vast(overleg, bereik)
    overleg.opgeheven_op = op
    overleg.save(update_fields=["opgeheven_op"])
    noteer_overleg(door, overleg, opgeheven=str(op))


@transaction.atomic
def zet_lid(
    *,
    overleg: Overleg,
    naam: str,
    rol: str,
    van: date,
    bereik: Bereik,
    door: Door,
    organisatie: str = "",
    email: str = "",
    tot_en_met: date | None = None,
    lid: Overleglid | None = None,
) -> Overleglid:
    """Add somebody to a body, or change what is known of them.

    Who has an account in the region with that address is recognised, so that action points reach
    them.
    """
    overleg = houd_overleg_vast(overleg, bereik)
    if lid is not None and lid.overleg_id != overleg.pk:
        raise PermissionDenied("A member of another body.")
    rij = lid or Overleglid(overleg=overleg)
    rij.naam, rij.organisatie, rij.email, rij.rol = naam, organisatie, email, rol
    rij.van, rij.tot_en_met = van, tot_en_met
    rij.gebruiker = gebruiker_in_regio(overleg.regio, email)
    rij.full_clean()
    rij.save()
    noteer_overleg(door, overleg, lid=rij.pk)
    return rij


def gebruiker_in_regio(regio: Arbeidsmarktregio, email: str) -> Gebruiker | None:
    """The user with this address, when they have or had a right in the region."""
    if not email:
        return None
    gebruiker = Gebruiker.objects.filter(email__iexact=email, is_active=True).first()
    rechten = Recht.objects.filter(gebruiker=gebruiker)
    in_regio = rechten.filter(regio=regio) | rechten.filter(gemeente__lidmaatschappen__regio=regio)
    return gebruiker if gebruiker and in_regio.exists() else None


def houd_overleg_vast(overleg: Overleg, bereik: Bereik) -> Overleg:
    """The body, for us alone. Raises ValidationError when it meets no more."""
    eis_schrijver(overleg.regio, bereik)
    overleg = (
        Overleg.objects.select_for_update(of=("self",)).select_related("regio").get(pk=overleg.pk)
    )
    if overleg.opgeheven_op is not None:
        raise ValidationError(f"{overleg} is opgeheven op {overleg.opgeheven_op:%d-%m-%Y}.")
    return overleg


def noteer_overleg(door: Door, overleg: Overleg, **gegevens) -> None:
    """One line in the log about a change of a body or its meetings."""
    noteer(door, Handeling.OVERLEG_GEWIJZIGD, overleg, regio_id=overleg.regio_id, **gegevens)
