"""Nazorg: one click for "nog aan het werk", one day more for "niet meer"."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders.models import Nazorgmoment
from statushouders.services.nazorg import (
    neem_antwoord_terug,
    niet_meer_aan_het_werk,
    nog_aan_het_werk,
)
from statushouders.web.dossier import (
    naar_persoon,
    ongedaan_link,
    terug_waar_het_was,
    toon_formulier,
    veilig_terug,
    vind_nazorg,
    vind_plaatsing,
)
from statushouders.web.formulieren.plaatsing import LaatsteDagForm
from statushouders.web.taken import toon_taken

UITLEG = (
    "Vul de laatste werkdag in. Betaald werk dat nu loopt, eindigt op die dag. Begint binnen 30 "
    "dagen een andere baan, leg die dan vast: dat telt als doorwerken."
)


@require_POST
def nazorg_ja(request: HttpRequest, sleutel, maanden: int) -> HttpResponse:
    """Still at work. On the start page the tasks come back in place."""
    plaatsing = vind_plaatsing(request, sleutel)
    op = vandaag()
    try:
        moment = nog_aan_het_werk(plaatsing=plaatsing, maanden=maanden, op=op, door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
        return redirect(plaatsing.statushouder)
    melding = beantwoord(moment)
    if request.htmx and request.htmx.target == "taken":
        return toon_taken(request, op, melding)
    messages.success(request, melding)
    anders = plaatsing.statushouder.get_absolute_url()
    return redirect(veilig_terug(request, request.POST.get("terug", ""), anders))


def beantwoord(moment: Nazorgmoment) -> str:
    """What happened, with the way back. Names no name: messages live in the session."""
    return format_html(
        "Nog aan het werk, opgeslagen. {}",
        ongedaan_link(reverse("nazorg_ongedaan", args=[moment.sleutel])),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def nazorg_nee(request: HttpRequest, sleutel, maanden: int) -> HttpResponse:
    """Not at work any more: since when?"""
    plaatsing = vind_plaatsing(request, sleutel)
    persoon = plaatsing.statushouder
    form = LaatsteDagForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(
            niet_meer_aan_het_werk,
            plaatsing=plaatsing,
            maanden=maanden,
            op=vandaag(),
            door=request.door,
        )
    ):
        nieuw = reverse("plaatsing_vastleggen", args=[persoon.sleutel])
        melding = format_html(
            'De laatste werkdag is opgeslagen. <a class="utrecht-link utrecht-link--html-a" '
            'href="{}">Leg een nieuwe baan vast</a>',
            nieuw,
        )
        return naar_persoon(request, persoon, melding)
    return toon_formulier(request, form, persoon, titel="Niet meer aan het werk", uitleg=UITLEG)


@require_http_methods(["GET", "HEAD", "POST"])
def nazorg_ongedaan(request: HttpRequest, sleutel) -> HttpResponse:
    """The answer was wrong: the question is open again."""
    moment = vind_nazorg(request, sleutel)
    if request.method == "POST":
        persoon = neem_antwoord_terug(moment=moment, door=request.door)
        messages.success(request, "Het antwoord is weggehaald. De vraag staat weer open.")
        return terug_waar_het_was(request, persoon)
    context = {"moment": moment, "persoon": moment.statushouder}
    return render(request, "statushouders/nazorg_ongedaan.html", context)
