"""A traject: started, changed, closed with a reason, or withdrawn as a mistake."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.logboek import Door
from regio.models import (
    Actielijn,
    Gebruiker,
    Handeling,
    Organisatie,
    Organisatiesoort,
    Soortgebruik,
    Trajectsoort,
)
from regio.perioden import maanden_later
from statushouders.codes import Eindreden
from statushouders.models import Statushouder, Traject
from statushouders.regels import te_jong_voor
from statushouders.services.dossierplaats import controleer_contactpersoon, plaats_van_dossier
from statushouders.services.kern import (
    bewaar,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
)
from statushouders.services.organisaties import zoek_of_maak
from statushouders.services.referenties import voeg_toe_met_referentie
from statushouders.services.trajectdelen import sluit_voorzieningen

WIJZIGBAAR = (
    "actielijn",
    "soort",
    "begindatum",
    "verwachte_einddatum",
    "einddatum",
    "eindreden",
    "contactpersoon",
)


@transaction.atomic
def start_traject(
    *,
    statushouder: Statushouder,
    soort: Trajectsoort,
    begindatum: date,
    op: date,
    door: Door,
    actielijn: Actielijn | None = None,
    verwachte_einddatum: date | None = None,
    aanbieder: str = "",
    contactpersoon: Gebruiker | None = None,
) -> Traject:
    """Start a traject; without `actielijn` under the usual one of its soort (R34).

    What is left empty is as the region usually does it for this soort. Several may run at once
    (R6); a day after `op` is a planned traject. Raises ValidationError.
    """
    controleer_dagen(begindatum=begindatum, verwachte_einddatum=verwachte_einddatum)
    persoon = vergrendel(statushouder)
    controleer_persoon(persoon, begindatum)
    controleer_contactpersoon(contactpersoon, plaats_van_dossier(persoon), op=op)
    gebruik = gebruik_van(soort, persoon.dossierregio_id, begindatum=begindatum, op=op)
    if verwachte_einddatum is None and gebruik is not None and gebruik.maanden:
        verwachte_einddatum = maanden_later(begindatum, gebruik.maanden)
    traject = Traject(
        statushouder=persoon,
        actielijn=actielijn or soort.actielijn,
        soort=soort,
        begindatum=begindatum,
        verwachte_einddatum=verwachte_einddatum,
        aanbieder=_aanbieder(persoon, aanbieder, gebruik, begindatum),
        contactpersoon=contactpersoon,
    )
    voeg_toe_met_referentie(traject, persoon, letter="T")
    log(door, Handeling.TRAJECT_GESTART, persoon, traject=traject.pk)
    return traject


def gebruik_van(
    soort: Trajectsoort, regio_id: int, *, begindatum: date, op: date
) -> Soortgebruik | None:
    """How the region uses this soort. Raises ValidationError when it does so no more."""
    if not soort_bruikbaar(soort, regio_id, dagen=(begindatum, op)):
        raise ValidationError(
            {"soort": f"De regio gebruikt '{soort}' niet meer. Kies een andere soort traject."}
        )
    return (
        Soortgebruik.objects.filter(soort=soort, regio=regio_id).select_related("aanbieder").first()
    )


def soort_bruikbaar(soort: Trajectsoort, regio_id: int, *, dagen: tuple[date, ...]) -> bool:
    """Whether the region uses this soort on one of these days."""
    return any(
        Trajectsoort.objects.te_kiezen(regio_id, op=dag).filter(pk=soort.pk).exists()
        for dag in dict.fromkeys(dagen)
    )


def _aanbieder(
    persoon: Statushouder, naam: str, gebruik: Soortgebruik | None, begindatum: date
) -> Organisatie | None:
    aanbieder = zoek_of_maak(
        regio=persoon.dossierregio,
        soort=Organisatiesoort.AANBIEDER,
        naam=naam,
        veld="aanbieder",
    )
    if aanbieder is None:
        return gebruik.aanbieder if gebruik is not None else None
    if aanbieder.tot_en_met is not None and aanbieder.tot_en_met < begindatum:
        raise ValidationError(
            {
                "aanbieder": f"{aanbieder} is sinds {aanbieder.tot_en_met:%d-%m-%Y} geen aanbieder "
                "meer. Kies een andere."
            }
        )
    return aanbieder


def controleer_persoon(persoon: Statushouder, begindatum: date, veld: str = "begindatum") -> None:
    """Raises ValidationError when nothing can begin for this person on that day."""
    if persoon.ingetrokken_op is not None:
        raise ValidationError("Deze persoon is ten onrechte aangemeld. Maak dat eerst ongedaan.")
    if zin := te_jong_voor(begindatum, persoon.geboortejaar):
        raise ValidationError({veld: zin})


@transaction.atomic
def wijzig_traject(
    *,
    traject: Traject,
    versie: int,
    op: date,
    door: Door,
    aanbieder: str | None = None,
    **gegevens,
) -> list[str]:
    """Correct a traject, also a closed one; empty einddatum and eindreden open it again.

    Returns the fields that changed. Raises Ingehaald or ValidationError.
    """
    if onbekend := set(gegevens) - set(WIJZIGBAAR):
        raise TypeError(f"Geen wijzigbaar gegeven: {', '.join(sorted(onbekend))}")
    controleer_dagen(**{v: w for v, w in gegevens.items() if isinstance(w, date)})
    persoon = vergrendel(traject.statushouder)
    nu = vergrendel(traject, versie=versie)
    if aanbieder is not None:
        gegevens["aanbieder"] = zoek_of_maak(
            regio=persoon.dossierregio,
            soort=Organisatiesoort.AANBIEDER,
            naam=aanbieder,
            veld="aanbieder",
        )
    if gegevens.get("contactpersoon") != nu.contactpersoon:
        controleer_contactpersoon(
            gegevens.get("contactpersoon"), plaats_van_dossier(persoon), op=op
        )
    anders = [veld for veld, waarde in gegevens.items() if getattr(nu, veld) != waarde]
    for veld in anders:
        setattr(nu, veld, gegevens[veld])
    if nu.eindreden != Eindreden.CORRECTIE and nu.intrekreden:
        nu.intrekreden = ""
        anders.append("intrekreden")
    controleer_persoon(persoon, nu.begindatum)
    _niet_na_plaatsing(nu)
    if anders:
        bewaar(nu, *anders)
        log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=nu.pk, velden=anders)
    return anders


def _niet_na_plaatsing(traject: Traject) -> None:
    """The database refuses this too, but only at the end of the request."""
    eerste = traject.plaatsingen.order_by("begindatum").first()
    if eerste and eerste.begindatum < traject.begindatum:
        raise ValidationError(
            {
                "begindatum": (
                    f"Bij dit traject hoort een plaatsing vanaf {eerste.begindatum:%d-%m-%Y}. "
                    "Het traject kan niet later beginnen."
                )
            }
        )


@transaction.atomic
def sluit_traject_af(
    *,
    traject: Traject,
    einddatum: date,
    eindreden: str,
    op: date,
    door: Door,
    versie: int | None = None,
    diplomawaardering_afgerond_op: date | None = None,
) -> Traject:
    """Close a running traject; `einddatum` is its last day.

    The day of the diplomawaardering, the own question of actielijn 4, goes to the person.
    Raises Ingehaald or ValidationError.
    """
    controleer_dagen(einddatum=einddatum)
    persoon = vergrendel(traject.statushouder)
    nu = vergrendel(traject, versie=versie)
    if nu.einddatum is not None:
        raise ValidationError(f"Dit traject is al afgesloten op {nu.einddatum:%d-%m-%Y}.")
    if eindreden == Eindreden.CORRECTIE:
        raise ValidationError({"eindreden": "Gebruik hiervoor 'Ten onrechte vastgelegd'."})
    nu.einddatum, nu.eindreden = einddatum, eindreden
    bewaar(nu, "einddatum", "eindreden")
    sluit_voorzieningen(nu, einddatum)
    if diplomawaardering_afgerond_op is not None:
        persoon.diplomawaardering_afgerond_op = diplomawaardering_afgerond_op
        bewaar(persoon, "diplomawaardering_afgerond_op")
    log(door, Handeling.TRAJECT_AFGESLOTEN, persoon, traject=nu.pk, reden=eindreden)
    return nu


def sluit_lopende_trajecten(
    persoon: Statushouder, *, eindreden: str, einddatum: date, door: Door
) -> int:
    """Close every open traject of somebody who leaves; a planned one never began. Says how many."""
    open_ = list(persoon.trajecten.filter(einddatum__isnull=True))
    for traject in open_:
        if traject.begindatum <= einddatum:
            traject.einddatum, traject.eindreden = einddatum, eindreden
        else:
            traject.einddatum, traject.eindreden = traject.begindatum, Eindreden.CORRECTIE
            traject.intrekreden = "Niet begonnen"
        bewaar(traject, "einddatum", "eindreden", "intrekreden")
        sluit_voorzieningen(traject, einddatum)
        log(
            door, Handeling.TRAJECT_AFGESLOTEN, persoon, traject=traject.pk, reden=traject.eindreden
        )
    return len(open_)


@transaction.atomic
def trek_traject_in(
    *, traject: Traject, intrekreden: str, op: date, door: Door, versie: int | None = None
) -> Traject:
    """A traject that should never have been: an administratieve correctie, which counts nowhere.

    Raises Ingehaald, or ValidationError when valid plaatsingen still hang on it.
    """
    persoon = vergrendel(traject.statushouder)
    nu = vergrendel(traject, versie=versie)
    intrekreden = nette_tekst(intrekreden, "intrekreden")
    if not intrekreden:
        raise ValidationError({"intrekreden": "Schrijf kort op waarom dit traject niet klopt."})
    if nu.plaatsingen.filter(ingetrokken_op__isnull=True).exists():
        raise ValidationError(
            "Bij dit traject hoort een plaatsing. Trek eerst de plaatsing in, of maak haar los van "
            "het traject."
        )
    nu.eindreden, nu.intrekreden = Eindreden.CORRECTIE, intrekreden
    nu.einddatum = max(nu.begindatum, nu.einddatum or op)
    bewaar(nu, "eindreden", "intrekreden", "einddatum")
    log(door, Handeling.TRAJECT_GEWIJZIGD, persoon, traject=nu.pk, wat="ingetrokken")
    return nu
