"""Next steps: made, ticked off, and open again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders.models import Actie
from statushouders.services.contact import heropen_actie, maak_actie, zet_actie_klaar
from statushouders.web.dossier import (
    naar_persoon,
    ongedaan_link,
    terug_waar_het_was,
    toon_formulier,
    veilig_terug,
    vind_actie,
    vind_persoon,
)
from statushouders.web.formulieren.contact import OVER_TWEE_WEKEN, ActieForm
from statushouders.web.taken import toon_taken


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def actie_toevoegen(request: HttpRequest, sleutel) -> HttpResponse:
    """A next step by itself."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    begin = {"volgende_datum": op + OVER_TWEE_WEKEN, "voor": request.user.pk}
    form = ActieForm.van(request, initial=begin, persoon=persoon, op=op)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(maak_actie, statushouder=persoon, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De volgende stap is opgeslagen.")
    return toon_formulier(request, form, persoon, titel="Volgende stap toevoegen")


@require_POST
def actie_klaar(request: HttpRequest, sleutel) -> HttpResponse:
    """Done, with the way back. On the start page the tasks come back in place."""
    actie = vind_actie(request, sleutel)
    op = vandaag()
    zet_actie_klaar(actie=actie, op=op, door=request.door)
    melding = klaar_gezet(actie)
    if request.htmx and request.htmx.target == "taken":
        return toon_taken(request, op, melding)
    messages.success(request, melding)
    anders = actie.statushouder.get_absolute_url()
    return redirect(veilig_terug(request, request.POST.get("terug", ""), anders))


def klaar_gezet(actie: Actie) -> str:
    """What happened, with the way back. Names no name: messages live in the session."""
    return format_html(
        "De stap is klaar. {}", ongedaan_link(reverse("actie_ongedaan", args=[actie.sleutel]))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def actie_ongedaan(request: HttpRequest, sleutel) -> HttpResponse:
    """Not done after all."""
    actie = vind_actie(request, sleutel)
    if request.method == "POST":
        heropen_actie(actie=actie, door=request.door)
        messages.success(request, "De stap staat weer open.")
        return terug_waar_het_was(request, actie.statushouder)
    return render(
        request,
        "statushouders/actie_ongedaan.html",
        {"actie": actie, "persoon": actie.statushouder},
    )
