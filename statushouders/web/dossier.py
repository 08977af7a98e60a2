"""Find a dossier or a part of one, among what the user may open; and show a form on it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from regio.logboek import noteer
from regio.models import Handeling
from regio.web.formulieren import MISLUKT
from statushouders.models import (
    Actie,
    Contactmoment,
    Nazorgmoment,
    Plaatsing,
    Statushouder,
    Traject,
    Voorziening,
)
from statushouders.services.verblijven import Verhuizing
from statushouders.web.formulieren.basis import DossierForm

FORMULIER = "statushouders/formulier.html"


def vind_persoon(request: HttpRequest, sleutel, *, op=None) -> Statushouder:
    """The person with this key, and a row in the log that their dossier was opened.

    With `op` also what their phase on that day needs. Raises Http404 for a stranger's.
    """
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).met_kenmerk()
    if op is not None:
        personen = personen.met_fase(op)
    personen = personen.select_related("naam", "dossiergemeente", "dossierregio", "contactpersoon")
    persoon = get_object_or_404(personen, sleutel=sleutel)
    persoon.alleen_lezen = _leest_alleen(request, persoon)
    return _geopend(request, persoon)


def _leest_alleen(request: HttpRequest, persoon: Statushouder) -> bool:
    """Whether the dossier was handed over and may only be read, for a while."""
    if persoon.dossiergemeente_id is None:
        return persoon.dossierregio_id not in request.bereik.regios
    return persoon.dossiergemeente_id not in request.bereik.gemeenten


def _geopend(request: HttpRequest, persoon: Statushouder) -> Statushouder:
    """What is saved is logged by its service; what is looked at is logged here."""
    if request.method != "POST":
        pagina = request.resolver_match.view_name
        noteer(request.door, Handeling.DOSSIER_GEOPEND, persoon, pagina=pagina)
    return persoon


def vind_persoon_op_slot(
    request: HttpRequest, sleutel, stap_sleutel: str
) -> tuple[Statushouder, Actie | None]:
    """The person and their next step with these keys, both locked, for a page that saves at once.

    A person who may be read but not changed comes without a lock: the service refuses that.
    """
    relaties = ("naam", "dossiergemeente", "dossierregio", "contactpersoon")
    if stap_nummer := als_uuid(stap_sleutel):
        stap = (
            Actie.objects.zichtbaar_voor(request.bereik)
            .filter(sleutel=stap_nummer, statushouder__sleutel=sleutel)
            .select_related("statushouder", *(f"statushouder__{naam}" for naam in relaties))
            .select_for_update(of=("self", "statushouder"), no_key=True)
            .first()
        )
        if stap is not None:
            stap.statushouder.op_slot = True
            return stap.statushouder, stap
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).select_related(*relaties)
    op_slot = personen.select_for_update(of=("self",), no_key=True).filter(sleutel=sleutel).first()
    if op_slot is None:
        return vind_persoon(request, sleutel), None
    op_slot.op_slot = True
    return op_slot, None


def als_uuid(tekst: str | None) -> UUID | None:
    """The key that a text holds, if it does."""
    try:
        return UUID(tekst or "")
    except ValueError:
        return None


def vind_traject(request: HttpRequest, sleutel) -> Traject:
    """The traject with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(
        request, Traject, sleutel, "soort", "actielijn", "aanbieder", "contactpersoon"
    )


def vind_plaatsing(request: HttpRequest, sleutel) -> Plaatsing:
    """The plaatsing with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(request, Plaatsing, sleutel, "werkgever", "traject__soort")


def vind_voorziening(request: HttpRequest, sleutel) -> Voorziening:
    """The voorziening with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(request, Voorziening, sleutel, "aanbieder", "traject__statushouder")


def vind_nazorg(request: HttpRequest, sleutel) -> Nazorgmoment:
    """The answer with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(request, Nazorgmoment, sleutel)


def vind_contact(request: HttpRequest, sleutel) -> Contactmoment:
    """The contact with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(request, Contactmoment, sleutel)


def vind_actie(request: HttpRequest, sleutel) -> Actie:
    """The next step with this key, with its person. Raises Http404 for a stranger's."""
    return vind_met_persoon(request, Actie, sleutel)


def vind_met_persoon(request: HttpRequest, model, sleutel, *relaties):
    """The row with this key, with its person, logged. Raises Http404 for a stranger's."""
    rijen = model.objects.zichtbaar_voor(request.bereik).select_related(
        *relaties,
        "statushouder__naam",
        "statushouder__dossiergemeente",
        "statushouder__dossierregio",
    )
    rij = get_object_or_404(rijen, sleutel=sleutel)
    _geopend(request, rij.statushouder)
    return rij


def vind_deel(persoon: Statushouder, rijen, nummer: int):
    """The verblijf or uitkering with this number, of this person and no other."""
    rij = rijen.filter(pk=nummer).first()
    if rij is None:
        raise Http404
    rij.statushouder = persoon
    return rij


def toon_formulier(
    request: HttpRequest,
    form: DossierForm,
    persoon: Statushouder,
    *,
    titel: str,
    knop: str = "Opslaan",
    terug: str = "",
    sjabloon: str = FORMULIER,
    **context,
) -> HttpResponse:
    """The page of a form on this person; 422 when something has to be looked at again."""
    context |= {
        "form": form,
        "persoon": persoon,
        "titel": titel,
        "knop": knop,
        "terug": terug or persoon.get_absolute_url(),
    }
    return render(request, sjabloon, context, status=MISLUKT if form.mislukt else 200)


def veilig_terug(request: HttpRequest, adres: str, anders: str) -> str:
    """`adres` when it is a page of our own, else `anders`."""
    eigen = url_has_allowed_host_and_scheme(
        adres, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not adres.startswith("/") or not eigen:
        return anders
    try:
        resolve(adres.partition("?")[0])
    except Resolver404:
        return anders
    return adres


def ongedaan_link(adres: str) -> str:
    """One click takes it back; without JavaScript a page asks first."""
    return format_html(
        '<a class="utrecht-link utrecht-link--html-a" href="{0}" hx-post="{0}" hx-swap="none">'
        "Ongedaan maken</a>",
        adres,
    )


def terug_waar_het_was(request: HttpRequest, persoon: Statushouder) -> HttpResponse:
    """The page on which somebody took something back, drawn anew; else the person."""
    if not request.htmx:
        return redirect(persoon)
    hier = request.htmx.current_url_abs_path or ""
    return HttpResponseClientRedirect(veilig_terug(request, hier, persoon.get_absolute_url()))


def naar_persoon(
    request: HttpRequest, persoon: Statushouder, melding: str, *, tabblad: str = "persoon"
) -> HttpResponse:
    """Say what happened and go to the person; to the start when they are out of sight by now."""
    messages.success(request, melding)
    if not Statushouder.objects.zichtbaar_voor(request.bereik).filter(pk=persoon.pk).exists():
        return redirect("start")
    return redirect(reverse(tabblad, args=[persoon.sleutel]))


def na_verhuizing(
    request: HttpRequest, persoon: Statushouder, uitkomst: Verhuizing
) -> HttpResponse:
    """Say what the move led to."""
    melding = "Het verblijf is opgeslagen."
    if uitkomst.overgedragen:
        melding += " Het dossier is nu van de nieuwe gemeente."
    elif uitkomst.buiten_regio:
        melding += " Deze persoon telt dan niet meer in deze regio."
    return naar_persoon(request, persoon, melding, tabblad="persoon_gegevens")
