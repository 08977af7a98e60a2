"""Recording a contact: in a row of the list, on the person page, or on a page of its own."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from regio.perioden import vandaag
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.lijsten.personen import met_lijstgegevens
from statushouders.lijsten.taken import taken_van
from statushouders.models import Contactmoment, Statushouder
from statushouders.services.contact import leg_contact_vast, maak_contact_ongedaan
from statushouders.web.contactformulier import LAATSTE_SOORT, contactformulier, eerste_stap
from statushouders.web.dossier import (
    ongedaan_link,
    terug_waar_het_was,
    toon_formulier,
    veilig_terug,
    vind_contact,
    vind_persoon,
)
from statushouders.web.formulieren.contact import BEGINT, STOPT, WERK, ContactForm
from statushouders.web.lijst import Lijst, lees_lijst
from statushouders.web.rijen import Rij, maak_rij
from statushouders.web.start import eis_dossiers, verdeel

LIJSTPAGINAS = ("start", "personen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def contact_vastleggen(request: HttpRequest, sleutel) -> HttpResponse:
    """The quick form. From a list it opens under the row and gives the row back."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    gegevens = request.POST if request.method == "POST" else request.GET
    terug = veilig_terug(request, gegevens.get("terug", ""), persoon.get_absolute_url())
    stap = None if request.method == "POST" else eerste_stap(persoon)
    form = contactformulier(request, persoon, stap=stap, op=op, terug=terug, ontvangt=True)
    lijst = _lijst_van(request, terug, op)
    volgende = ""
    if form.is_bound and lijst and "volgende" in request.POST:
        volgende = lijst.volgende_na(persoon)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(leg_contact_vast, statushouder=persoon, op=op, door=request.door)
    ):
        _onthoud_soort(request, form)
        return _na_opslaan(request, form, persoon, terug=terug, lijst=lijst, volgende=volgende)
    if _in_rij(request, persoon):
        return _formulierrij(request, form, persoon, terug)
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Contact vastleggen",
        terug=terug,
        sjabloon="statushouders/contact.html",
        in_lijst=lijst is not None,
    )


def _lijst_van(request: HttpRequest, terug: str, op) -> Lijst | None:
    """The list that the user came from, when it was one."""
    pagina = _pagina_van(terug)
    if pagina not in LIJSTPAGINAS:
        return None
    return lees_lijst(request, pagina, QueryDict(terug.partition("?")[2]), op=op)


def _pagina_van(adres: str) -> str:
    return resolve(adres.partition("?")[0]).view_name


def _in_rij(request: HttpRequest, persoon: Statushouder) -> bool:
    return bool(request.htmx) and request.htmx.target in (f"f-{persoon.pk}", f"p-{persoon.pk}")


def _onthoud_soort(request: HttpRequest, form: ContactForm) -> None:
    soort = form.cleaned_data["soort"]
    if request.session.get(LAATSTE_SOORT) != soort:
        request.session[LAATSTE_SOORT] = soort


def _formulierrij(
    request: HttpRequest, form: ContactForm, persoon: Statushouder, terug: str
) -> HttpResponse:
    """The form as a row of the table; closed again on "Annuleren"."""
    in_lijst = _pagina_van(terug) in LIJSTPAGINAS
    rij = Rij(persoon, [], terug, in_lijst=in_lijst)
    form = None if "dicht" in request.GET else form
    status = MISLUKT if form and form.mislukt else 200
    antwoord = render(
        request,
        "statushouders/onderdelen/formulierrij.html",
        {"rij": rij, "form": form},
        status=status,
    )
    return reswap(retarget(antwoord, f"#f-{persoon.pk}"), "outerHTML")


def _na_opslaan(
    request: HttpRequest,
    form: ContactForm,
    persoon: Statushouder,
    *,
    terug: str,
    lijst: Lijst | None,
    volgende: str,
) -> HttpResponse:
    melding = opgeslagen(form.resultaat)
    if vervolg := _vervolgpagina(form, persoon):
        return _ga_naar(request, vervolg, melding)
    if "volgende" in request.POST and lijst is not None:
        if not volgende:
            melding = format_html("{} {}", melding, "Dit was de laatste persoon van de lijst.")
            return _ga_naar(request, terug, melding)
        scheiding = "&" if "?" in terug else "?"
        return _ga_naar(request, f"{terug}{scheiding}{urlencode({'open': volgende})}", melding)
    if lijst is not None and _in_rij(request, persoon):
        return _nieuwe_rij(request, persoon, lijst, melding)
    return _ga_naar(request, terug, melding)


def opgeslagen(contact: Contactmoment) -> str:
    """Saved, with the way back for ten minutes. Names no name: messages live in the session."""
    return format_html(
        "Contact opgeslagen. {}", ongedaan_link(reverse("contact_ongedaan", args=[contact.sleutel]))
    )


def _vervolgpagina(form: ContactForm, persoon: Statushouder) -> str:
    """Another phase asks what that phase needs, on the page that asks it anyway."""
    dag = {"dag": form.cleaned_data["datum"].isoformat()}
    if form.nieuwe_fase == WERK:
        return f"{reverse('plaatsing_vastleggen', args=[persoon.sleutel])}?{urlencode(dag)}"
    if form.nieuwe_fase == BEGINT:
        return f"{reverse('traject_starten', args=[persoon.sleutel])}?{urlencode(dag)}"
    if form.nieuwe_fase != STOPT:
        return ""
    lopend = list(persoon.trajecten.filter(einddatum__isnull=True)[:2])
    if len(lopend) == 1:
        return f"{reverse('traject_afsluiten', args=[lopend[0].sleutel])}?{urlencode(dag)}"
    return reverse("persoon_trajecten", args=[persoon.sleutel])


def _ga_naar(request: HttpRequest, adres: str, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return HttpResponseClientRedirect(adres) if request.htmx else redirect(adres)


def _nieuwe_rij(
    request: HttpRequest, persoon: Statushouder, lijst: Lijst, melding: str
) -> HttpResponse:
    """The row as it is now, and beside it the tasks and what happened."""
    vers = met_lijstgegevens(Statushouder.objects.filter(pk=persoon.pk), op=lijst.op).get()
    rij = maak_rij(vers, lijst.kolommen, terug=lijst.adres_hier)
    rij.net_opgeslagen = True
    context = {"rij": rij, "melding": melding, "op": lijst.op, "pagina": lijst.pagina}
    if lijst.pagina == "start":
        taken = taken_van(request.user, bereik=request.bereik, op=lijst.op)
        context["taken"] = verdeel(taken, lijst.op)
    return render(request, "statushouders/onderdelen/na_contact.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_ongedaan(request: HttpRequest, sleutel) -> HttpResponse:
    """Take back a contact that was just recorded."""
    contact = vind_contact(request, sleutel)
    persoon = contact.statushouder
    if request.method == "POST":
        try:
            maak_contact_ongedaan(contact=contact, nu=timezone.now(), door=request.door)
        except ValidationError as weigering:
            messages.error(request, weigering.messages[0])
        else:
            messages.success(request, "Het contact is weggehaald. Alles staat weer zoals het was.")
        return terug_waar_het_was(request, persoon)
    return render(
        request, "statushouders/contact_ongedaan.html", {"contact": contact, "persoon": persoon}
    )


@require_safe
def contact_kies_persoon(request: HttpRequest) -> HttpResponse:
    """Contact from the heading: first who it was with."""
    eis_dossiers(request)
    return render(request, "statushouders/zoeken.html", {"voor_contact": True})
