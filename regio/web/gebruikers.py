"""Accounts: who has what, invite, give and end rights, reset a password or a second factor."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from regio.models import Gebruiker, Gemeente
from regio.perioden import vandaag
from regio.services.accounts import (
    beeindig_recht,
    geef_rechten,
    herstel_tweede_factor,
    herstel_wachtwoord,
    nodig_uit,
    rechten_in,
)
from regio.web.bevestigen import alleen, opnieuw_bevestigd
from regio.web.formulieren import eenmalig, toon
from regio.web.gebruikersformulieren import (
    BevestigForm,
    EindeForm,
    FilterForm,
    RechtForm,
    UitnodigingForm,
)
from regio.web.gebruikerslijst import gebruikers_van, met_rechten

PER_BLADZIJDE = 25


beheerders = alleen(
    lambda bereik: bool(bereik.beheerregios) or bereik.applicatie,
    "Alleen een beheerder ziet de accounts.",
)


def _vind(request: HttpRequest, pk: int) -> Gebruiker:
    return get_object_or_404(gebruikers_van(request.bereik, op=vandaag()), pk=pk)


@beheerders
@require_safe
def gebruikers(request: HttpRequest) -> HttpResponse:
    """Who has what, by filter."""
    op = vandaag()
    rechten = rechten_in(request.bereik, op=op)
    filter_ = FilterForm(request.GET)
    filter_.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=rechten.values("gemeente"))
    keuze = filter_.cleaned_data if filter_.is_valid() else {}
    lijst = gebruikers_van(request.bereik, op=op, **keuze)
    bladzijde = Paginator(lijst, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    met_rechten(bladzijde.object_list, rechten, op=op, ook_beeindigd=keuze.get("ook_beeindigd"))
    zoekvraag = request.GET.copy()
    zoekvraag.pop("pagina", None)
    context = {
        "filter": filter_,
        "bladzijde": bladzijde,
        "zoekvraag": f"{zoekvraag.urlencode()}&" if zoekvraag else "",
        "gefilterd": any(keuze.values()),
        "hele_land": request.bereik.applicatie,
    }
    return toon(request, "regio/gebruikers.html", context)


@beheerders
@require_safe
def gebruiker(request: HttpRequest, pk: int) -> HttpResponse:
    """One account, with the rights that this beheerder manages."""
    gebruiker = _vind(request, pk)
    op = vandaag()
    met_rechten([gebruiker], rechten_in(request.bereik, op=op), op=op, ook_beeindigd=True)
    context = {
        "gebruiker": gebruiker,
        "elders": gebruiker.rechten.count() - len(gebruiker.getoonde_rechten),
        "zichzelf": gebruiker.pk == request.user.pk,
    }
    return toon(request, "regio/gebruiker.html", context)


@beheerders
@opnieuw_bevestigd
@eenmalig
def uitnodigen(request: HttpRequest) -> HttpResponse:
    """Make an account with its first rights."""
    form = UitnodigingForm.van(request)
    form.beperk(request.bereik, op=vandaag())
    if form.is_valid() and form.voer_uit(
        nodig_uit, beheer=request.bereik, basis=_basis(request), door=request.door
    ):
        nieuw = form.resultaat
        if nieuw.has_usable_password():
            zin = f"{nieuw.naam} had al een account en heeft nu ook dit recht."
        else:
            zin = f"{nieuw.naam} is uitgenodigd. De e-mail gaat naar {nieuw.email}."
        messages.success(request, zin)
        return redirect("gebruiker", pk=nieuw.pk)
    return toon(request, "regio/gebruiker_uitnodigen.html", {"form": form})


@beheerders
@opnieuw_bevestigd
@eenmalig
def recht_geven(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody one more right."""
    gebruiker = _vind(request, pk)
    if gebruiker == request.user:
        raise PermissionDenied("U kunt uzelf geen rechten geven. Vraag een andere beheerder.")
    form = RechtForm.van(request)
    form.beperk(request.bereik, op=vandaag())
    if form.is_valid() and form.voer_uit(
        geef_rechten, gebruiker=gebruiker, beheer=request.bereik, door=request.door
    ):
        messages.success(request, f"{gebruiker.naam} heeft er dit recht bij.")
        return redirect("gebruiker", pk=pk)
    return toon(request, "regio/recht_geven.html", {"form": form, "gebruiker": gebruiker})


@beheerders
@opnieuw_bevestigd
@eenmalig
def recht_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a right end on a day."""
    op = vandaag()
    recht = get_object_or_404(
        rechten_in(request.bereik, op=op).select_related("gebruiker", "gemeente", "regio"), pk=pk
    )
    form = EindeForm.van(request, initial={"laatste_dag": op})
    if form.is_valid() and form.voer_uit(
        beeindig_recht, recht=recht, op=op, beheer=request.bereik, door=request.door
    ):
        messages.success(request, f"Het recht '{recht}' van {recht.gebruiker} eindigt.")
        return redirect("gebruikers")
    return toon(request, "regio/recht_beeindigen.html", {"form": form, "recht": recht})


@beheerders
@opnieuw_bevestigd
@eenmalig
def wachtwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail somebody a link to set a password."""
    gebruiker = _vind(request, pk)
    return _herstel(
        request,
        gebruiker,
        herstel_wachtwoord,
        "regio/wachtwoord_herstellen.html",
        f"{gebruiker.naam} krijgt een e-mail met een link.",
        basis=_basis(request),
    )


@beheerders
@opnieuw_bevestigd
@eenmalig
def tweede_stap(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away somebody's second factor, so that they can set up a new one."""
    gebruiker = _vind(request, pk)
    return _herstel(
        request,
        gebruiker,
        herstel_tweede_factor,
        "regio/tweede_stap_herstellen.html",
        f"De tweede stap van {gebruiker.naam} is weg. Bij het inloggen komt er een nieuwe.",
    )


def _herstel(
    request: HttpRequest,
    gebruiker: Gebruiker,
    handeling: Callable,
    sjabloon: str,
    zin: str,
    **gegevens,
) -> HttpResponse:
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        handeling,
        gebruiker=gebruiker,
        op=vandaag(),
        beheer=request.bereik,
        door=request.door,
        **gegevens,
    ):
        messages.success(request, zin)
        return redirect("gebruiker", pk=gebruiker.pk)
    return toon(request, sjabloon, {"form": form, "gebruiker": gebruiker})


def _basis(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")
