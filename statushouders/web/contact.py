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
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget, trigger_client_event

from regio.perioden import vandaag
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.codes import Gevolg
from statushouders.lijsten.personen import met_lijstgegevens
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
    vind_persoon_op_slot,
)
from statushouders.web.formulieren.contact import ContactForm
from statushouders.web.lijst import Lijst, lees_lijst
from statushouders.web.rijen import Rij, maak_rij
from statushouders.web.start import eis_dossiers

LIJSTPAGINAS = ("start", "personen")
ERBIJ = {
    Gevolg.WERK: ", en de plaatsing",
    Gevolg.BEGINT: ", en het traject",
    Gevolg.STOPT: ", en het traject is afgesloten",
}


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def contact_vastleggen(request: HttpRequest, sleutel) -> HttpResponse:
    """The quick form. From a list it opens under the row and gives the row back."""
    op = vandaag()
    vorige = None
    if request.method == "POST":
        persoon, vorige = vind_persoon_op_slot(
            request, sleutel, request.POST.get("vorige_stap", "")
        )
    else:
        persoon = vind_persoon(request, sleutel)
    gegevens = request.POST if request.method == "POST" else request.GET
    terug = veilig_terug(request, gegevens.get("terug", ""), persoon.get_absolute_url())
    stap = None if request.method == "POST" else eerste_stap(persoon)
    form = contactformulier(
        request, persoon, stap=stap, op=op, terug=terug, ontvangt=True, vorige=vorige
    )
    volgende = ""
    if form.is_bound and "volgende" in request.POST and _uit_lijst(terug):
        # Before saving: a contact may take the person out of the list that it came from.
        volgende = _lijst_van(request, terug, op).volgende_na(persoon)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(leg_contact_vast, statushouder=persoon, op=op, door=request.door)
    ):
        _onthoud_soort(request, form)
        return _na_opslaan(request, form, persoon, terug=terug, volgende=volgende)
    if _in_rij(request, persoon):
        return _formulierrij(request, form, persoon, terug)
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Contact vastleggen",
        terug=terug,
        sjabloon="statushouders/contact.html",
        in_lijst=_uit_lijst(terug),
    )


def _uit_lijst(terug: str) -> bool:
    """Whether the user came from a list."""
    return _pagina_van(terug) in LIJSTPAGINAS


def _lijst_van(request: HttpRequest, terug: str, op) -> Lijst:
    return lees_lijst(request, _pagina_van(terug), QueryDict(terug.partition("?")[2]), op=op)


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
    rij = Rij(persoon, [], terug, in_lijst=_uit_lijst(terug))
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
    volgende: str,
) -> HttpResponse:
    melding = opgeslagen(form.resultaat)
    if "volgende" in request.POST and _uit_lijst(terug):
        if not volgende:
            melding = format_html("{} {}", melding, "Dit was de laatste persoon van de lijst.")
            return _ga_naar(request, terug, melding)
        scheiding = "&" if "?" in terug else "?"
        return _ga_naar(request, f"{terug}{scheiding}{urlencode({'open': volgende})}", melding)
    if _uit_lijst(terug) and _in_rij(request, persoon):
        return _nieuwe_rij(request, persoon, _lijst_van(request, terug, form.op), melding)
    return _ga_naar(request, terug, melding)


def opgeslagen(contact: Contactmoment) -> str:
    """Saved, with the way back for ten minutes. Names no name: messages live in the session."""
    return format_html(
        "Contact opgeslagen{}. {}",
        ERBIJ.get(contact.gevolg, ""),
        ongedaan_link(reverse("contact_ongedaan", args=[contact.sleutel])),
    )


def _ga_naar(request: HttpRequest, adres: str, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return HttpResponseClientRedirect(adres) if request.htmx else redirect(adres)


def _nieuwe_rij(
    request: HttpRequest, persoon: Statushouder, lijst: Lijst, melding: str
) -> HttpResponse:
    """The row as it is now, and what happened; the tasks on the page ask for themselves."""
    vers = met_lijstgegevens(Statushouder.objects.filter(pk=persoon.pk), op=lijst.op).get()
    rij = maak_rij(vers, lijst.kolommen, terug=lijst.adres_hier)
    rij.net_opgeslagen = True
    context = {"rij": rij, "melding": melding, "op": lijst.op, "pagina": lijst.pagina}
    antwoord = render(request, "statushouders/onderdelen/na_contact.html", context)
    return trigger_client_event(antwoord, "contact-opgeslagen")


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
