"""Lists that a user keeps: saved from the page, opened with one click, thrown away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from regio.perioden import vandaag
from statushouders.models import BewaardeLijst
from statushouders.services.bewaarde_lijsten import bewaar_lijst
from statushouders.web.lijst import STANDAARD, lees_lijst
from statushouders.web.start import eis_dossiers


@require_POST
def lijst_bewaren(request: HttpRequest, pagina: str) -> HttpResponse:
    """Keep the list in the address under a name."""
    eis_dossiers(request)
    if pagina not in STANDAARD:
        return HttpResponseBadRequest("Deze lijst bestaat niet.")
    lijst = lees_lijst(request, pagina, request.GET, op=vandaag())
    try:
        bewaar_lijst(
            gebruiker=request.user,
            pagina=pagina,
            naam=request.POST.get("naam", ""),
            vraag=lijst.vraag.removeprefix("?"),
        )
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, "De lijst is bewaard. U vindt haar op de startpagina.")
    return redirect(lijst.adres)


@require_POST
def lijst_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Not needed any more; the persons in it stay."""
    eis_dossiers(request)
    get_object_or_404(BewaardeLijst, pk=pk, gebruiker=request.user).delete()
    messages.success(request, "De bewaarde lijst is weg. De personen zijn gebleven.")
    return redirect(reverse("start"))
