"""During and after a meeting: its agenda, documents, besluiten and action points."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from regio.models import Actiepunt, Agendapunt, Besluit, Vergadering
from regio.perioden import vandaag
from regio.services import vergaderingen
from regio.services.besluiten import rond_af, spreek_af
from regio.web.formulieren import eenmalig
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import BevestigForm
from verbinder.sturing.agendastukken import besluit_op_punt, hang_aan, trek_stuk_in
from verbinder.sturing.models import Agendastuk
from verbinder.sturing.web.overleg_bewerken import kruimels, wie
from verbinder.sturing.web.overlegformulieren import (
    ActieForm,
    BesluitForm,
    IntrekForm,
    PuntForm,
    StukForm,
)
from verbinder.sturing.web.overleggen import vind_vergadering
from verbinder.sturing.web.stukadres import gekozen, te_kiezen
from verbinder.sturing.web.vinden import eis_schrijver


def _vergadering(request: HttpRequest, pk: int) -> Vergadering:
    vergadering = vind_vergadering(request, pk)
    eis_schrijver(request, vergadering.overleg.regio_id)
    return vergadering


def _punt(request: HttpRequest, pk: int, punt: int) -> Agendapunt:
    vergadering = _vergadering(request, pk)
    alle = vergadering.agendapunten.select_related("vergadering__overleg__regio")
    return get_object_or_404(alle, pk=punt)


def _pagina(request, form, vergadering: Vergadering, **rest) -> HttpResponse:
    weg = [
        *kruimels(vergadering.overleg),
        (f"{vergadering.datum:%d-%m-%Y}", reverse("vergadering", args=[vergadering.pk])),
    ]
    return formulierpagina(request, form, kruimels=weg, **rest)


@eenmalig
def punt(request: HttpRequest, pk: int, punt: int | None = None) -> HttpResponse:
    """A new point, or one with what was said about it."""
    vergadering = _vergadering(request, pk)
    bestaand = get_object_or_404(vergadering.agendapunten, pk=punt) if punt else None
    begin = {naam: getattr(bestaand, naam) for naam in PuntForm.base_fields} if bestaand else {}
    form = PuntForm.van(request, initial=begin)
    if form.is_valid() and form.voer_uit(
        vergaderingen.zet_agendapunt, vergadering=vergadering, punt=bestaand, **wie(request)
    ):
        return redirect("vergadering", vergadering.pk)
    titel = "Agendapunt en verslag" if bestaand else "Agendapunt toevoegen"
    return _pagina(request, form, vergadering, titel=titel, knop="Opslaan")


@eenmalig
def punt_weg(request: HttpRequest, pk: int, punt: int) -> HttpResponse:
    """Take a point off the agenda."""
    bestaand = _punt(request, pk, punt)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        vergaderingen.haal_agendapunt_weg, punt=bestaand, **wie(request)
    ):
        return redirect("vergadering", pk)
    return _pagina(
        request,
        form,
        bestaand.vergadering,
        titel="Agendapunt weghalen",
        knop="Weghalen",
        uitleg=[str(bestaand)],
    )


@require_POST
def punt_hoger(request: HttpRequest, pk: int, punt: int) -> HttpResponse:
    """Put a point at the place that was sent; sending it twice is the same place."""
    bestaand = _punt(request, pk, punt)
    vergadering = bestaand.vergadering
    volgorde = list(vergadering.agendapunten.values_list("pk", flat=True))
    naar = request.POST.get("naar", "")
    if naar.isdecimal() and 1 <= int(naar) <= len(volgorde):
        volgorde.remove(bestaand.pk)
        volgorde.insert(int(naar) - 1, bestaand.pk)
        try:
            vergaderingen.orden_agenda(vergadering=vergadering, volgorde=volgorde, **wie(request))
        except ValidationError as weigering:
            messages.error(request, " ".join(weigering.messages))
    return redirect("vergadering", vergadering.pk)


@eenmalig
def besluit(request: HttpRequest, pk: int, punt: int) -> HttpResponse:
    """What was decided on a point."""
    bestaand = _punt(request, pk, punt)
    overleg = bestaand.vergadering.overleg
    form = BesluitForm.van(request)
    form.fields["vervangt"].queryset = Besluit.objects.filter(
        overleg=overleg, vervangen_door__isnull=True
    ).select_related("overleg")
    if form.is_valid() and form.voer_uit(
        besluit_op_punt, agendapunt=bestaand, op=vandaag(), **wie(request)
    ):
        messages.success(request, f"Vastgelegd als {form.resultaat.kenmerk}.")
        return redirect("vergadering", pk)
    return _pagina(
        request,
        form,
        bestaand.vergadering,
        titel="Besluit vastleggen",
        knop="Vastleggen",
        uitleg=[str(bestaand), "Een besluit verandert niet meer; een later besluit vervangt het."],
    )


@eenmalig
def stuk(request: HttpRequest, pk: int, punt: int) -> HttpResponse:
    """A version of a report or plan on a point."""
    bestaand = _punt(request, pk, punt)
    form = StukForm.van(request)
    keuzes = te_kiezen(bestaand.vergadering.overleg.regio_id)
    form.fields["stuk"].choices = [("", "Kies een stuk"), *keuzes]
    if form.is_valid():
        keuze = gekozen(form.cleaned_data.pop("stuk"))
        if form.voer_uit(hang_aan, agendapunt=bestaand, **keuze, **wie(request)):
            return redirect("vergadering", pk)
    return _pagina(
        request,
        form,
        bestaand.vergadering,
        titel="Stuk toevoegen",
        knop="Toevoegen",
        uitleg=[
            str(bestaand),
            "Precies deze versie hangt aan de agenda, ook als er een nieuwe komt.",
        ],
    )


@eenmalig
def stuk_intrekken(request: HttpRequest, pk: int, stuk: int) -> HttpResponse:
    """Take a document back."""
    vergadering = _vergadering(request, pk)
    bestaand = get_object_or_404(
        Agendastuk.objects.select_related("agendapunt__vergadering__overleg__regio"),
        agendapunt__vergadering=vergadering,
        pk=stuk,
    )
    form = IntrekForm.van(request)
    if form.is_valid() and form.voer_uit(trek_stuk_in, stuk=bestaand, **wie(request)):
        messages.success(request, f"{bestaand.naam} is ingetrokken.")
        return redirect("vergadering", pk)
    return _pagina(
        request,
        form,
        vergadering,
        titel="Stuk intrekken",
        knop="Intrekken",
        uitleg=[bestaand.naam, "Over een ingetrokken stuk kan niet meer worden besloten."],
    )


@eenmalig
def actie(request: HttpRequest, pk: int) -> HttpResponse:
    """An action point of the meeting."""
    vergadering = _vergadering(request, pk)
    form = ActieForm.van(request)
    if form.is_valid() and form.voer_uit(
        spreek_af, overleg=vergadering.overleg, vergadering=vergadering, **wie(request)
    ):
        return redirect("vergadering", vergadering.pk)
    return _pagina(request, form, vergadering, titel="Actiepunt toevoegen", knop="Opslaan")


@require_POST
def actie_klaar(request: HttpRequest, actie: int) -> HttpResponse:
    """An action point is done, says its owner or who writes for the region."""
    eigen = Actiepunt.objects.filter(eigenaar=request.user)
    zichtbaar = Actiepunt.objects.te_bewerken_door(request.bereik)
    gevonden = get_object_or_404((eigen | zichtbaar).select_related("overleg__regio"), pk=actie)
    rond_af(actiepunt=gevonden, op=vandaag(), **wie(request))
    messages.success(request, "Het actiepunt is klaar.")
    if gevonden.eigenaar_id == request.user.pk and "vergadering" not in request.POST:
        return redirect("actiepunten")
    return redirect("overleg", gevonden.overleg_id)
