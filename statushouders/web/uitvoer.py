"""Any list, as shown, as a spreadsheet: the same rows, columns, filter and order."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBadRequest
from django.views.decorators.http import require_POST

from regio.logboek import noteer
from regio.models import Handeling
from regio.perioden import vandaag
from statushouders.uitwisseling.lijst import INHOUDSOORTEN, schrijf
from statushouders.web.lijst import STANDAARD, alle_rijen, lees_lijst
from statushouders.web.start import eis_dossiers

FORMATEN = ("xlsx", "ods")


@require_POST
def lijst_downloaden(request: HttpRequest, pagina: str) -> HttpResponse:
    """The list of `pagina`, by the filter in the address and the name in the body."""
    eis_dossiers(request)
    formaat = request.POST.get("formaat", "")
    if formaat not in FORMATEN or pagina not in STANDAARD:
        return HttpResponseBadRequest("Kies xlsx of ods.")
    op = vandaag()
    lijst = lees_lijst(request, pagina, request.GET, op=op, naam=request.POST.get("naam", ""))
    personen = alle_rijen(lijst)
    koppen = [kolom.kop for kolom in lijst.kolommen]
    rijen = [[_platte_waarde(kolom.waarde(p)) for kolom in lijst.kolommen] for p in personen]
    if personen:
        noteer(request.door, Handeling.UITVOER_GEMAAKT, *personen, formaat=formaat, lijst=pagina)
    inhoud = schrijf(koppen, rijen, formaat, titel="Personen")
    antwoord = HttpResponse(inhoud, content_type=INHOUDSOORTEN[formaat])
    antwoord["Content-Disposition"] = f'attachment; filename="personen-{op.isoformat()}.{formaat}"'
    return antwoord


def _platte_waarde(waarde):
    """A code as its label; days and numbers as they are."""
    return getattr(waarde, "label", waarde)
