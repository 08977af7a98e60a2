"""The lists of a region: its kinds of traject with what is usual, and its aanbieders, with dates.

What is retired stays on old cases and is no choice for new ones.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Handeling,
    Organisatie,
    Organisatiesoort,
    Soortgebruik,
    Trajectsoort,
)
from regio.toegang import Bereik
from statushouders.services.kern import controleer, controleer_dagen, nette_tekst
from statushouders.services.organisaties import zoeksleutel

LANGSTE_CODE = 40


@transaction.atomic
def bewaar_soort(
    *,
    regio: Arbeidsmarktregio,
    beheer: Bereik,
    door: Door,
    soort: Trajectsoort | None = None,
    naam: str = "",
    actielijn: Actielijn | None = None,
    aanbieder: Organisatie | None = None,
    maanden: int | None = None,
    van: date | None = None,
    tot_en_met: date | None = None,
) -> Soortgebruik:
    """Add a kind of traject of the region, or change how the region uses one.

    Name and actielijn are of the region's own kinds only. Raises ValidationError, PermissionDenied.
    """
    _eis_beheer(regio, beheer)
    controleer_dagen(van=van, tot_en_met=tot_en_met)
    if soort is None or soort.regio_id == regio.pk:
        soort = _eigen_soort(regio, soort, naam, actielijn)
    if aanbieder is not None and aanbieder.regio_id != regio.pk:
        raise ValidationError({"aanbieder": "Kies een aanbieder van uw eigen regio."})
    gebruik = Soortgebruik.objects.filter(regio=regio, soort=soort).first()
    gebruik = gebruik or Soortgebruik(regio=regio, soort=soort)
    gebruik.aanbieder, gebruik.maanden = aanbieder, maanden
    gebruik.van, gebruik.tot_en_met = van, tot_en_met
    controleer(gebruik)
    gebruik.save()
    noteer(door, Handeling.GEGEVENS_GEWIJZIGD, soort, regio_id=regio.pk, wat="trajectsoort")
    return gebruik


def _eigen_soort(
    regio: Arbeidsmarktregio, soort: Trajectsoort | None, naam: str, actielijn: Actielijn | None
) -> Trajectsoort:
    naam = nette_tekst(naam, "naam")
    if not naam:
        raise ValidationError({"naam": "Vul een naam in."})
    if actielijn is None:
        raise ValidationError({"actielijn": "Kies een actielijn."})
    dubbel = Trajectsoort.objects.van_regio(regio).filter(naam__iexact=naam)
    if dubbel.exclude(pk=soort.pk if soort else None).exists():
        raise ValidationError({"naam": "Deze soort staat al in de lijst."})
    if soort is None:
        soort = Trajectsoort(regio=regio, code=_vrije_code(regio, naam))
    soort.naam, soort.actielijn = naam, actielijn
    controleer(soort)
    soort.save()
    return soort


def _vrije_code(regio: Arbeidsmarktregio, naam: str) -> str:
    """The code of the exchange format: the name, with the region where that is taken."""
    kern = zoeksleutel(naam).replace(" ", "_").replace("-", "_")[: LANGSTE_CODE - 8] or "soort"
    kern = "".join(teken for teken in kern if teken.isascii() and (teken.isalnum() or teken == "_"))
    for code in (kern, f"{kern}_{regio.code.lower()}", f"{kern}_{regio.pk}_2"):
        if code and not Trajectsoort.objects.filter(code=code).exists():
            return code
    raise ValidationError({"naam": "Deze naam lijkt te veel op een andere. Kies een andere naam."})


@transaction.atomic
def bewaar_aanbieder(
    *,
    regio: Arbeidsmarktregio,
    naam: str,
    beheer: Bereik,
    door: Door,
    aanbieder: Organisatie | None = None,
    van: date | None = None,
    tot_en_met: date | None = None,
) -> Organisatie:
    """Add an aanbieder, give it another name, or say until when it is one.

    Raises ValidationError, PermissionDenied.
    """
    _eis_beheer(regio, beheer)
    controleer_dagen(van=van, tot_en_met=tot_en_met)
    naam = nette_tekst(naam, "naam")
    sleutel = zoeksleutel(naam)
    if not sleutel:
        raise ValidationError({"naam": "Vul een naam in met letters of cijfers."})
    if aanbieder is None:
        aanbieder = Organisatie(regio=regio, soort=Organisatiesoort.AANBIEDER)
    aanbieder.naam, aanbieder.zoeknaam = naam, sleutel
    aanbieder.van, aanbieder.tot_en_met = van, tot_en_met
    controleer(aanbieder)
    aanbieder.save()
    noteer(door, Handeling.GEGEVENS_GEWIJZIGD, aanbieder, regio_id=regio.pk, wat="aanbieder")
    return aanbieder


def soorten_met_gebruik(
    regio: Arbeidsmarktregio,
) -> list[tuple[Trajectsoort, Soortgebruik | None]]:
    """Every kind that the region knows, with how it uses it where it said so."""
    gebruik = {
        rij.soort_id: rij
        for rij in Soortgebruik.objects.filter(regio=regio).select_related("aanbieder")
    }
    soorten = Trajectsoort.objects.van_regio(regio).select_related("actielijn")
    return [(soort, gebruik.get(soort.pk)) for soort in soorten]


def _eis_beheer(regio: Arbeidsmarktregio, beheer: Bereik) -> None:
    if regio.pk not in beheer.beheerregios:
        raise PermissionDenied("Deze lijsten zijn van een regio die u niet beheert.")
