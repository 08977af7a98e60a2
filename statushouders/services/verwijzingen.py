"""Referring somebody to an organisation, and what became of it."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Handeling, Organisatie, Organisatiesoort
from statushouders.models import Statushouder, Verwijzing
from statushouders.models.verwijzing import REDEN_NODIG, VERWIJZEN_NAAR, Dienst, Verwijsstand
from statushouders.services.kern import (
    bewaar,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
    voeg_toe,
)
from statushouders.services.organisaties import zoek_of_maak

# From where to where; what is refused, withdrawn or finished stays so.
STAPPEN = {
    Verwijsstand.GEVRAAGD: (
        Verwijsstand.AANVAARD,
        Verwijsstand.GEWEIGERD,
        Verwijsstand.INGETROKKEN,
    ),
    Verwijsstand.AANVAARD: (Verwijsstand.AFGEROND, Verwijsstand.INGETROKKEN),
}


def naar_organisatie(*, persoon: Statushouder, soort: str, naam: str = "") -> Organisatie | None:
    """The organisation of this kind in the region; one without a name is called by its kind."""
    if soort not in VERWIJZEN_NAAR:
        raise ValidationError({"soort": "Kies waarheen u verwijst."})
    return zoek_of_maak(
        regio=persoon.dossierregio,
        soort=soort,
        naam=naam or str(Organisatiesoort(soort).label),
        veld="naam",
    )


@transaction.atomic
def verwijs(
    *,
    statushouder: Statushouder,
    soort: str,
    gevraagd_op: date,
    op: date,
    door: Door,
    naam: str = "",
    diensten: Collection[str] = (),
    vraag: str = "",
) -> Verwijzing:
    """Ask an organisation to help somebody. Raises ValidationError."""
    controleer_dagen(gevraagd_op=gevraagd_op)
    if gevraagd_op > op:
        raise ValidationError({"gevraagd_op": "Kies vandaag of een eerdere dag."})
    persoon = vergrendel(statushouder)
    if set(diensten) - set(Dienst.values):
        raise ValidationError({"diensten": "Kies diensten uit de lijst."})
    if diensten and soort != Organisatiesoort.WERKCENTRUM:
        raise ValidationError({"diensten": "Alleen het Werkcentrum biedt deze diensten."})
    verwijzing = voeg_toe(
        Verwijzing(
            statushouder=persoon,
            naar=naar_organisatie(persoon=persoon, soort=soort, naam=naam),
            diensten=sorted(diensten),
            vraag=nette_tekst(vraag, "vraag"),
            gevraagd_op=gevraagd_op,
            door_id=door.gebruiker_id,
        )
    )
    _log(door, verwijzing, persoon)
    return verwijzing


@transaction.atomic
def zet_stand(
    *,
    verwijzing: Verwijzing,
    stand: str,
    datum: date,
    versie: int,
    op: date,
    door: Door,
    reden: str = "",
) -> Verwijzing:
    """The next step of a verwijzing. Raises Ingehaald or ValidationError."""
    controleer_dagen(datum=datum)
    if datum > op:
        raise ValidationError({"datum": "Kies vandaag of een eerdere dag."})
    persoon = vergrendel(verwijzing.statushouder)
    nu = vergrendel(verwijzing, versie=versie)
    if stand not in STAPPEN.get(Verwijsstand(nu.stand), ()):
        raise ValidationError(
            {"stand": f"Een verwijzing die {nu.get_stand_display().lower()} is, kan dit niet meer."}
        )
    nu.stand = stand
    nu.reden = reden if stand in REDEN_NODIG else ""
    if stand == Verwijsstand.AFGEROND:
        nu.afgerond_op = datum
    else:
        nu.besloten_op = datum
    bewaar(nu, "stand", "reden", "besloten_op", "afgerond_op")
    _log(door, nu, persoon)
    return nu


@transaction.atomic
def noteer_profiel(*, verwijzing: Verwijzing, op: date, door: Door) -> Verwijzing:
    """The profile was made to be sent: who, when and about whom is logged."""
    persoon = vergrendel(verwijzing.statushouder)
    nu = vergrendel(verwijzing)
    nu.profiel_gemaakt_op = op
    bewaar(nu, "profiel_gemaakt_op")
    log(door, Handeling.UITVOER_GEMAAKT, persoon, wat="profiel", verwijzing=nu.pk, naar=nu.naar_id)
    return nu


def _log(door: Door, verwijzing: Verwijzing, persoon: Statushouder) -> None:
    log(
        door,
        Handeling.DOSSIER_GEWIJZIGD,
        persoon,
        wat="verwijzing",
        verwijzing=verwijzing.pk,
        stand=verwijzing.stand,
    )
