"""Somebody comes into view, leaves it, and may come back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import Gebruiker, Gemeente, Handeling
from statushouders.codes import Afsluitreden, Eindreden
from statushouders.models import Actie, EerdereAanmelding, Plaatsing, Statushouder, Verblijf
from statushouders.services.dossierplaats import (
    Plaats,
    controleer_contactpersoon,
    plaats_van_aanmelding,
)
from statushouders.services.kern import (
    GEEN_RECHT,
    bewaar,
    controleer,
    controleer_dagen,
    log,
    vergrendel,
    voeg_toe,
    weiger,
)
from statushouders.services.namen import nette_namen, zet_kenmerk, zet_naam
from statushouders.services.trajecten import sluit_lopende_trajecten

# Facts that a registration may give; the rest follows from them or is set elsewhere.
FEITEN = (
    "geslacht",
    "wet",
    "wet_bron",
    "datum_bekendmaking",
    "leerroute",
    "opleidingsniveau",
    "taalniveau",
    "beroepswens",
    "beschikbaar_uren",
    "termijn_einde",
    "datum_brede_intake",
    "datum_pip",
    "diplomawaardering_aangevraagd_op",
    "diplomawaardering_afgerond_op",
)

# What ends with the person's leaving, and how: these reasons need no question per traject.
EINDREDEN_BIJ = {
    Afsluitreden.VERHUISD: Eindreden.VERHUISD_BUITEN,
    Afsluitreden.VERTROKKEN: Eindreden.VERTROKKEN,
    Afsluitreden.OVERLEDEN: Eindreden.OVERLEDEN,
    Afsluitreden.AOW: Eindreden.AOW,
    Afsluitreden.STATUS_INGETROKKEN: Eindreden.STATUS_INGETROKKEN,
}
EINDE_VAN_WERK = (Afsluitreden.OVERLEDEN, Afsluitreden.VERTROKKEN)


@transaction.atomic
def meld_aan(
    *,
    geboortejaar: int,
    doelgroep: str,
    aangemeld_op: date,
    verblijf_soort: str,
    verblijf_gemeente: Gemeente | None,
    verblijf_van: date,
    op: date,
    door: Door,
    voornaam: str = "",
    achternaam: str = "",
    kenmerk: str = "",
    contactpersoon: Gebruiker | None = None,
    **feiten,
) -> Statushouder:
    """Register a person with a first verblijf, on day `op`; `feiten` are fields of `FEITEN`.

    The dossier goes to the gemeente of the vestiging or koppeling, else to the region of the azc.
    Raises ValidationError with the fault at its field, also when the user may not register there.
    """
    if onbekend := set(feiten) - set(FEITEN):
        raise TypeError(f"Geen feit van een aanmelding: {', '.join(sorted(onbekend))}")
    voornaam, achternaam = nette_namen(voornaam, achternaam)
    if not (voornaam or achternaam or kenmerk.strip()):
        raise ValidationError({"achternaam": "Vul een naam in, of een kenmerk."})
    controleer_dagen(aangemeld_op=aangemeld_op, verblijf_van=verblijf_van)
    plaats = plaats_van_aanmelding(soort=verblijf_soort, gemeente=verblijf_gemeente, op=op)
    persoon = Statushouder(
        geboortejaar=geboortejaar,
        doelgroep=doelgroep,
        aangemeld_op=aangemeld_op,
        contactpersoon=contactpersoon,
        dossiergemeente_id=plaats.gemeente_id,
        dossierregio_id=plaats.regio_id,
        **feiten,
    )
    controleer_geboortejaar(persoon, op=op)
    controleer(persoon)
    with weiger(code=GEEN_RECHT, veld="verblijf_gemeente", zin=_buiten_bereik(plaats)):
        persoon.save(force_insert=True)
    controleer_contactpersoon(contactpersoon, plaats, op=op)
    _eerste_verblijf(persoon, verblijf_soort, verblijf_gemeente, verblijf_van)
    if voornaam or achternaam:
        zet_naam(persoon, voornaam=voornaam, achternaam=achternaam)
    if kenmerk.strip():
        zet_kenmerk(persoon, kenmerk)
    log(door, Handeling.DOSSIER_GEMAAKT, persoon)
    return persoon


def _eerste_verblijf(
    persoon: Statushouder, soort: str, gemeente: Gemeente | None, van: date
) -> None:
    try:
        voeg_toe(Verblijf(statushouder=persoon, soort=soort, gemeente=gemeente, van=van))
    except ValidationError as fout:
        raise ValidationError(
            {f"verblijf_{veld}": fouten for veld, fouten in fout.error_dict.items()}
        ) from fout


def _buiten_bereik(plaats: Plaats) -> str:
    if plaats.gemeente_id is None:
        return (
            "Wie nog niet gekoppeld is, hoort bij de regio. Vraag de verbinder om deze persoon aan "
            "te melden, of vul de koppeling in."
        )
    return (
        "U kunt geen personen aanmelden in deze gemeente. Dat doet de gemeente zelf, of de "
        "verbinder als de gemeente meedoet."
    )


def controleer_geboortejaar(persoon: Statushouder, *, op: date) -> None:
    """Raises ValidationError when somebody is not born yet, or only after the aanmelding."""
    if persoon.geboortejaar > op.year:
        raise ValidationError({"geboortejaar": "Dit geboortejaar ligt in de toekomst."})
    if persoon.geboortejaar > persoon.aangemeld_op.year:
        raise ValidationError(
            {"geboortejaar": "Het geboortejaar ligt na de dag van aanmelding. Controleer beide."}
        )


@transaction.atomic
def sluit_af(
    *,
    statushouder: Statushouder,
    afsluitreden: str,
    afgesloten_op: date,
    op: date,
    door: Door,
    versie: int | None = None,
) -> Statushouder:
    """Somebody is no longer "in beeld" after `afgesloten_op`; open next steps end on `op`.

    Death, departure, moving out of the region, AOW and a lost status end the trajecten neutrally;
    after another reason the user ends them first, since only they know why.
    Raises ValidationError.
    """
    controleer_dagen(afgesloten_op=afgesloten_op)
    persoon = vergrendel(statushouder, versie=versie)
    if persoon.afgesloten_op is not None:
        raise ValidationError("Dit dossier is al afgesloten.")
    if not afsluitreden:
        raise ValidationError({"afsluitreden": "Kies waarom deze persoon niet meer in beeld is."})
    if eindreden := EINDREDEN_BIJ.get(Afsluitreden(afsluitreden)):
        sluit_lopende_trajecten(persoon, eindreden=eindreden, einddatum=afgesloten_op, door=door)
    elif persoon.trajecten.filter(einddatum__isnull=True).exists():
        raise ValidationError(
            "Er loopt nog een traject. Sluit dat eerst af, met de reden; sluit daarna het dossier."
        )
    if afsluitreden in EINDE_VAN_WERK:
        _beeindig_plaatsingen(persoon, afgesloten_op)
    Actie.objects.filter(statushouder=persoon, klaar_op__isnull=True).update(klaar_op=op)
    persoon.afgesloten_op, persoon.afsluitreden = afgesloten_op, afsluitreden
    bewaar(persoon, "afgesloten_op", "afsluitreden")
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="afgesloten", reden=afsluitreden)
    return persoon


def _beeindig_plaatsingen(persoon: Statushouder, dag: date) -> None:
    for plaatsing in Plaatsing.objects.filter(statushouder=persoon).lopend(dag):
        if plaatsing.einddatum != dag:
            plaatsing.einddatum = dag
            bewaar(plaatsing, "einddatum")


@transaction.atomic
def heraanmelden(
    *,
    statushouder: Statushouder,
    aangemeld_op: date,
    op: date,
    door: Door,
    versie: int | None = None,
) -> Statushouder:
    """Somebody who was closed is back from `aangemeld_op`; the earlier time is kept.

    Raises ValidationError when the dossier is open, or was still open on that day.
    """
    controleer_dagen(aangemeld_op=aangemeld_op)
    persoon = vergrendel(statushouder, versie=versie)
    if persoon.afgesloten_op is None:
        raise ValidationError("Deze persoon is nog in beeld.")
    if aangemeld_op <= persoon.afgesloten_op:
        raise ValidationError(
            {
                "aangemeld_op": (
                    f"Het dossier was open tot en met {persoon.afgesloten_op:%d-%m-%Y}. "
                    "Kies een latere dag."
                )
            }
        )
    voeg_toe(
        EerdereAanmelding(
            statushouder=persoon,
            aangemeld_op=persoon.aangemeld_op,
            afgesloten_op=persoon.afgesloten_op,
            afsluitreden=persoon.afsluitreden,
        )
    )
    persoon.aangemeld_op = aangemeld_op
    persoon.afgesloten_op, persoon.afsluitreden = None, ""
    bewaar(persoon, "aangemeld_op", "afgesloten_op", "afsluitreden")
    log(door, Handeling.DOSSIER_GEMAAKT, persoon, wat="opnieuw aangemeld")
    return persoon
