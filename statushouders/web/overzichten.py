"""The lists of the region for nazorg and verwijzingen: on a page and as a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regio.logboek import noteer_lijst
from regio.perioden import vandaag
from statushouders.lijsten.afgekapt import als_begin
from statushouders.lijsten.overzichten import LOPEND, STANDEN, nazorgvragen, verwijzingen
from statushouders.web.bestand import Blad, elk_eenmaal, wie_en_waar
from statushouders.web.start import eis_dossiers

MEESTE = 500


@require_safe
def nazorglijst(request: HttpRequest) -> HttpResponse:
    """Everybody in sight to ask whether they are still at work."""
    eis_dossiers(request)
    op = vandaag()
    rijen = nazorgvragen(request.bereik, op=op, hoogstens=MEESTE)
    noteer_lijst(request.door, elk_eenmaal(rij.persoon for rij in rijen), lijst="nazorg")
    return render(
        request,
        "statushouders/nazorg.html",
        als_begin(rijen, MEESTE) | {"op": op},
    )


def blad_van_nazorg(request: HttpRequest) -> Blad:
    """The same as a sheet."""
    rijen = nazorgvragen(request.bereik, op=vandaag())
    return Blad(
        "Nazorg",
        ("Naam", "Gemeente", "Contactpersoon", "Werkgever", "Begonnen op", "Na maanden", "Vanaf"),
        [
            (
                *wie_en_waar(rij.persoon),
                rij.werkgever.naam if rij.werkgever else "",
                rij.begindatum,
                rij.na,
                rij.dag,
            )
            for rij in rijen
        ],
        elk_eenmaal(rij.persoon for rij in rijen),
    )


@require_safe
def verwijzingenlijst(request: HttpRequest) -> HttpResponse:
    """What was asked of other organisations; what runs, unless another stand is asked."""
    eis_dossiers(request)
    stand = _stand(request)
    rijen = verwijzingen(request.bereik, stand=stand, hoogstens=MEESTE)
    noteer_lijst(request.door, elk_eenmaal(rij.persoon for rij in rijen), lijst="verwijzingen")
    context = als_begin(rijen, MEESTE) | {
        "stand": stand,
        "standen": STANDEN.items(),
        "vraag": "" if stand == LOPEND else f"?stand={stand}",
    }
    return render(request, "statushouders/verwijzingen.html", context)


def blad_van_verwijzingen(request: HttpRequest) -> Blad:
    """The same as a sheet; what was asked in free text stays in the dossier."""
    rijen = verwijzingen(request.bereik, stand=_stand(request))
    return Blad(
        "Verwijzingen",
        (
            *("Naam", "Gemeente", "Contactpersoon", "Naar", "Diensten"),
            *("Stand", "Reden", "Gevraagd op", "Antwoord op", "Afgerond op"),
        ),
        [
            (
                *wie_en_waar(rij.persoon),
                str(rij.naar),
                ", ".join(rij.dienstnamen),
                rij.get_stand_display(),
                rij.get_reden_display(),
                rij.gevraagd_op,
                rij.besloten_op,
                rij.afgerond_op,
            )
            for rij in rijen
        ],
        elk_eenmaal(rij.persoon for rij in rijen),
    )


def _stand(request: HttpRequest) -> str:
    stand = request.GET.get("stand", "")
    return stand if stand in STANDEN else LOPEND
