"""Employers of the region: whom to call, what was agreed, which places are filled."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regio.logboek import noteer_lijst
from regio.perioden import vandaag
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.models import (
    Afspraakplek,
    Plaatsing,
    Traject,
    Werkgeversafspraak,
    Werkgeverscontact,
)
from statushouders.services.werkgevers import (
    maak_afspraak,
    maak_plaats_vrij,
    maak_werkgever,
    trek_afspraak_in,
    vervul_plaats,
    vervuld,
    wijzig_afspraak,
    wis_contact,
    zet_contact,
)
from statushouders.web.conflict import vergelijk
from statushouders.web.formulieren.traject import IntrekForm
from statushouders.web.formulieren.werkgever import (
    AL2,
    AfspraakForm,
    ContactpersoonForm,
    PlekForm,
    WerkgeverForm,
)
from statushouders.web.start import eis_dossiers
from statushouders.web.werkgeverslijst import MEESTE, werkgevers_van


def _vind_afspraak(request: HttpRequest, sleutel) -> Werkgeversafspraak:
    afspraken = Werkgeversafspraak.objects.filter(werkgever__in=werkgevers_van(request))
    return get_object_or_404(
        afspraken.select_related("werkgever", "gemeente", "actielijn"), sleutel=sleutel
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def werkgever_toevoegen(request: HttpRequest) -> HttpResponse:
    """A new employer, or one that the region knows already."""
    eis_dossiers(request)
    form = WerkgeverForm.van(request, regios=request.bereik.publicaties)
    if form.is_bound and form.is_valid() and form.voer_uit(maak_werkgever, door=request.door):
        return redirect("werkgever", nummer=form.resultaat.pk)
    return _toon(request, form, titel="Werkgever toevoegen")


@require_safe
def werkgever(request: HttpRequest, nummer: int) -> HttpResponse:
    """One employer: people to call and agreements."""
    rij = get_object_or_404(werkgevers_van(request), pk=nummer)
    afspraken = list(rij.afspraken.select_related("gemeente", "actielijn"))
    per_afspraak = vervuld(afspraken)
    for afspraak in afspraken:
        afspraak.vervuld = per_afspraak[afspraak.pk]
    context = {"werkgever": rij, "contacten": list(rij.contacten.all()), "afspraken": afspraken}
    return render(request, "statushouders/werkgever.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def werkgevercontact(request: HttpRequest, nummer: int) -> HttpResponse:
    """Somebody to call."""
    rij = get_object_or_404(werkgevers_van(request), pk=nummer)
    form = ContactpersoonForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(zet_contact, werkgever=rij, door=request.door)
    ):
        return redirect("werkgever", nummer=rij.pk)
    return _toon(
        request,
        form,
        titel="Contactpersoon toevoegen",
        werkgever=rij,
        uitleg="Alleen om over werk te bellen of te mailen. Geen privégegevens.",
    )


@require_POST
def werkgevercontact_wissen(request: HttpRequest, nummer: int) -> HttpResponse:
    """No longer needed."""
    contacten = Werkgeverscontact.objects.filter(werkgever__in=werkgevers_van(request))
    contact = get_object_or_404(contacten.select_related("werkgever"), pk=nummer)
    wis_contact(contact=contact, door=request.door)
    messages.success(request, "De contactpersoon is gewist.")
    return redirect("werkgever", nummer=contact.werkgever_id)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def afspraak_maken(request: HttpRequest, nummer: int) -> HttpResponse:
    """What was agreed with this employer."""
    rij = get_object_or_404(werkgevers_van(request), pk=nummer)
    op = vandaag()
    eigen = request.bereik.gemeenten
    begin = {"afgesproken_op": op, "actielijn": AL2}
    if len(eigen) == 1:
        begin["gemeente"] = next(iter(eigen))
    form = AfspraakForm.van(request, initial=begin, gemeenten=eigen)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(maak_afspraak, werkgever=rij, op=op, door=request.door)
    ):
        messages.success(request, "De afspraak is opgeslagen.")
        return redirect("afspraak", sleutel=form.resultaat.sleutel)
    return _toon(request, form, titel="Afspraak vastleggen", werkgever=rij)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def afspraak(request: HttpRequest, sleutel) -> HttpResponse:
    """One agreement, who fills its places, and the form to add somebody."""
    rij = _vind_afspraak(request, sleutel)
    plekken = list(_plekken(request, rij))
    form = PlekForm.van(request, plaatsingen=list(_te_koppelen(request, rij)))
    lopend = list(_lopende_trajecten(request, rij, plekken))
    gezien = {r.statushouder_id: r.statushouder for r in (*plekken, *lopend)}
    noteer_lijst(request.door, gezien.values(), lijst="afspraak")
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(vervul_plaats, afspraak=rij, door=request.door)
    ):
        messages.success(request, "De plaats is vervuld.")
        return redirect("afspraak", sleutel=rij.sleutel)
    context = {
        "afspraak": rij,
        "plekken": plekken,
        "lopend": lopend,
        "vervuld": vervuld([rij])[rij.pk],
        "form": form,
    }
    status = MISLUKT if form.mislukt else 200
    return render(request, "statushouders/afspraak.html", context, status=status)


def _plekken(request: HttpRequest, rij: Werkgeversafspraak):
    return (
        Afspraakplek.objects.zichtbaar_voor(request.bereik)
        .filter(afspraak=rij)
        .select_related("plaatsing", "statushouder__naam")
    )


def _lopende_trajecten(request: HttpRequest, rij: Werkgeversafspraak, plekken):
    """Trajecten under the agreement of who fills no place with work yet."""
    return (
        Traject.objects.zichtbaar_voor(request.bereik)
        .filter(vragen__afspraak=rij, actielijn=AL2, einddatum__isnull=True)
        .exclude(statushouder__in=[plek.statushouder_id for plek in plekken])
        .select_related("soort", "statushouder__naam")
    )


def _te_koppelen(request: HttpRequest, rij: Werkgeversafspraak):
    """Plaatsingen at this employer that fill no place yet, of people the user may see."""
    return (
        Plaatsing.objects.zichtbaar_voor(request.bereik)
        .filter(
            werkgever=rij.werkgever_id,
            begindatum__gte=rij.afgesproken_op,
            ingetrokken_op__isnull=True,
            plek__isnull=True,
        )
        .select_related("statushouder__naam")[:MEESTE]
    )


@require_POST
def afspraak_plek_vrij(request: HttpRequest, nummer: int) -> HttpResponse:
    """This plaatsing did not fill the place after all."""
    eis_dossiers(request)
    plekken = Afspraakplek.objects.zichtbaar_voor(request.bereik)
    plek = get_object_or_404(plekken.select_related("afspraak", "statushouder"), pk=nummer)
    try:
        maak_plaats_vrij(plek=plek, door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    return redirect("afspraak", sleutel=plek.afspraak.sleutel)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def afspraak_wijzigen(request: HttpRequest, sleutel) -> HttpResponse:
    """Correct an agreement; who saved in between is shown, not overwritten."""
    rij = _vind_afspraak(request, sleutel)
    form = AfspraakForm.van(
        request,
        initial=AfspraakForm.beginwaarden(rij),
        gemeenten=request.bereik.gemeenten | ({rij.gemeente_id} - {None}),
        met_versie=True,
    )
    if form.is_bound and form.is_valid():
        if form.voer_uit(wijzig_afspraak, afspraak=rij, op=vandaag(), door=request.door):
            messages.success(request, "De afspraak is opgeslagen.")
            return redirect("afspraak", sleutel=rij.sleutel)
        if form.ingehaald:
            vergelijk(form, AfspraakForm.beginwaarden(_vind_afspraak(request, sleutel)))
    return _toon(request, form, titel="Afspraak verbeteren", werkgever=rij.werkgever)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def afspraak_intrekken(request: HttpRequest, sleutel) -> HttpResponse:
    """An agreement that should never have been."""
    rij = _vind_afspraak(request, sleutel)
    form = IntrekForm.van(request)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(trek_afspraak_in, afspraak=rij, op=vandaag(), door=request.door)
    ):
        messages.success(request, "De afspraak is ingetrokken.")
        return redirect("werkgever", nummer=rij.werkgever_id)
    return _toon(
        request, form, titel="Ten onrechte vastgelegd", werkgever=rij.werkgever, knop="Intrekken"
    )


def _toon(request: HttpRequest, form, *, titel: str, werkgever=None, knop="Opslaan", uitleg=""):
    context = {
        "form": form,
        "titel": titel,
        "werkgever": werkgever,
        "knop": knop,
        "uitleg": uitleg,
    }
    status = MISLUKT if form.mislukt else 200
    return render(request, "statushouders/werkgever_formulier.html", context, status=status)
