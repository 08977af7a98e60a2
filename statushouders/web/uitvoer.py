"""Any list, as shown, as a spreadsheet: the same rows, columns, filter and order."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBadRequest
from django.views.decorators.http import require_POST

from regio.perioden import vandaag
from statushouders.web.bestand import KIES, Blad, als_bestand
from statushouders.web.dubbelen import blad_van_dubbelen
from statushouders.web.lijst import STANDAARD, alle_rijen, lees_lijst
from statushouders.web.overdrachten import blad_van_overdrachten
from statushouders.web.overzichten import blad_van_nazorg, blad_van_verwijzingen
from statushouders.web.start import blad_van_taken, eis_dossiers
from statushouders.web.werkgeverslijst import blad_van_afspraken, blad_van_werkgevers

# Each list that has a page, by the name in its address.
LIJSTEN: dict[str, Callable[[HttpRequest], Blad]] = {
    "afspraken": blad_van_afspraken,
    "dubbelen": blad_van_dubbelen,
    "nazorg": blad_van_nazorg,
    "overdrachten": blad_van_overdrachten,
    "taken": blad_van_taken,
    "verwijzingen": blad_van_verwijzingen,
    "werkgevers": blad_van_werkgevers,
}


@require_POST
def lijst_bestand(request: HttpRequest, lijst: str) -> HttpResponse:
    """The list of a page, with the filter that stands in the address."""
    eis_dossiers(request)
    if lijst not in LIJSTEN:
        raise Http404
    return als_bestand(request, lijst, lambda: LIJSTEN[lijst](request))


@require_POST
def lijst_downloaden(request: HttpRequest, pagina: str) -> HttpResponse:
    """The persons of `pagina`, by the filter in the address and the name in the body."""
    eis_dossiers(request)
    if pagina not in STANDAARD:
        return HttpResponseBadRequest(KIES)
    return als_bestand(request, pagina, lambda: _blad_van_personen(request, pagina))


def _blad_van_personen(request: HttpRequest, pagina: str) -> Blad:
    naam = request.POST.get("naam", "")
    lijst = lees_lijst(request, pagina, request.GET, op=vandaag(), naam=naam)
    personen = alle_rijen(lijst)
    return Blad(
        "Personen",
        [kolom.kop for kolom in lijst.kolommen],
        [[kolom.waarde(persoon) for kolom in lijst.kolommen] for persoon in personen],
        personen,
    )
