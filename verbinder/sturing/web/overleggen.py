"""Reading what overleggen do: bodies, meetings, besluiten, and the files of them."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.geldwaarschuwing import waarschuwingen
from regio.models import Actiepunt, Besluit, Overleg, Vergadering
from regio.perioden import vandaag
from verbinder.rapportage.web.vinden import adres_van
from verbinder.sturing.besluitenlijst import besluiten_van, besluitenlijst, rapport_van, waarbij
from verbinder.sturing.models import Agendastuk
from verbinder.sturing.stukken import download
from verbinder.sturing.uitnodiging import INHOUDSOORT, uitnodiging
from verbinder.sturing.web.stukadres import adres_van_stuk
from verbinder.sturing.web.vinden import leesbare_regios

TE_ZIEN = 12


@require_safe
def overleggen(request: HttpRequest) -> HttpResponse:
    """The bodies of each region that may be read, with when they meet next."""
    bereik = request.bereik
    if not (bereik.publicaties or bereik.alle_publicaties):
        raise PermissionDenied("Overleggen leest wie bij een regio hoort.")
    komend = Vergadering.objects.filter(datum__gte=vandaag(), afgezegd=False).order_by("datum")
    rijen = (
        Overleg.objects.zichtbaar_voor(bereik)
        .filter(opgeheven_op__isnull=True)
        .select_related("regio")
        .prefetch_related(Prefetch("vergaderingen", komend, to_attr="komend"))
        .order_by("regio__naam", "volgorde", "naam")
    )
    regios = leesbare_regios(bereik)
    per_regio: dict = {} if bereik.alle_publicaties else {regio: [] for regio in regios}
    for overleg in rijen:
        per_regio.setdefault(overleg.regio, []).append(overleg)
    context = {"per_regio": per_regio, "schrijfregios": bereik.schrijfregios}
    return render(request, "verbinder/sturing/overleggen.html", context)


def vind_overleg(request: HttpRequest, pk: int) -> Overleg:
    """A body of a region of this user; a 404 for a stranger."""
    alle = Overleg.objects.zichtbaar_voor(request.bereik).select_related("regio")
    return get_object_or_404(alle, pk=pk)


def vind_vergadering(request: HttpRequest, pk: int) -> Vergadering:
    """A meeting of a region of this user; a 404 for a stranger."""
    alle = Vergadering.objects.zichtbaar_voor(request.bereik).select_related("overleg__regio")
    return get_object_or_404(alle, pk=pk)


@require_safe
def overleg(request: HttpRequest, pk: int) -> HttpResponse:
    """One body: who is in it, when it meets, what it decided and what is still to do."""
    gevonden = vind_overleg(request, pk)
    op = vandaag()
    vergaderingen = gevonden.vergaderingen
    context = {
        "overleg": gevonden,
        "schrijft": gevonden.regio_id in request.bereik.schrijfregios,
        "leden": gevonden.leden.geldig_op(op),
        "komend": vergaderingen.filter(datum__gte=op).order_by("datum", "begintijd")[:TE_ZIEN],
        "geweest": vergaderingen.filter(datum__lt=op)[:TE_ZIEN],
        "besluiten": gevonden.besluiten.select_related("overleg")[:TE_ZIEN],
        "jaren": _jaren(gevonden),
        "acties": gevonden.actiepunten.filter(klaar_op__isnull=True)[:50],
        "op": op,
    }
    return render(request, "verbinder/sturing/overleg.html", context)


def _jaren(overleg: Overleg) -> list[int]:
    dagen = Besluit.objects.filter(overleg=overleg).dates("datum", "year", order="DESC")
    return [dag.year for dag in dagen]


@require_safe
def vergadering(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: agenda, documents, what was said and decided, and action points."""
    gevonden = vind_vergadering(request, pk)
    schrijft = gevonden.overleg.regio_id in request.bereik.schrijfregios
    stukken = Agendastuk.objects.select_related(
        "rapport__rapportage__regio", "rapport__intrekking", "plan__plan"
    ).order_by("op")
    besluiten = Besluit.objects.select_related("overleg").order_by("datum", "nummer")
    punten = list(
        gevonden.agendapunten.prefetch_related(
            Prefetch("stukken", stukken), Prefetch("besluiten", besluiten)
        )
    )
    for punt in punten:
        for stuk in punt.stukken.all():
            stuk.adres = adres_van_stuk(stuk)
        punt.hoger = punt.volgorde - 1
    context = {
        "vergadering": gevonden,
        "overleg": gevonden.overleg,
        "punten": punten,
        "acties": gevonden.actiepunten.order_by("datum"),
        "schrijft": schrijft,
        "op": vandaag(),
    }
    return render(request, "verbinder/sturing/vergadering.html", context)


@require_safe
def ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting for in a calendar."""
    gevonden = vind_vergadering(request, pk)
    adres = request.build_absolute_uri(reverse("vergadering", args=[gevonden.pk]))
    naam = f"{gevonden.overleg.afkorting}-{gevonden.datum:%Y-%m-%d}.ics".replace(" ", "-")
    return HttpResponse(
        uitnodiging(gevonden, adres=adres, op=timezone.now()),
        content_type=INHOUDSOORT,
        headers={"Content-Disposition": f'attachment; filename="{_ascii(naam)}"'},
    )


@require_safe
def besluiten(request: HttpRequest, pk: int, jaar: int) -> HttpResponse:
    """The besluitenlijst of a year, to read."""
    gevonden = vind_overleg(request, pk)
    rijen = besluiten_van(gevonden, jaar)
    for besluit in rijen:
        besluit.bij = "; ".join(waarbij(besluit))
        over = rapport_van(besluit)
        besluit.rapportadres = adres_van(over) if over else ""
    context = {"overleg": gevonden, "jaar": jaar, "besluiten": rijen, "jaren": _jaren(gevonden)}
    return render(request, "verbinder/sturing/besluiten.html", context)


@require_safe
def besluitenbestand(request: HttpRequest, pk: int, jaar: int, soort: str) -> HttpResponse:
    """The same as PDF or ODT."""
    gevonden = vind_overleg(request, pk)
    naam = f"besluiten-{gevonden.afkorting}-{gevonden.regio.code}-{jaar}".replace(" ", "-")
    return download(
        request,
        lambda: besluitenlijst(gevonden, jaar),
        soort=soort,
        naam=_ascii(naam),
        object_=gevonden,
        regio=gevonden.regio,
        op=timezone.now(),
    )


def _ascii(naam: str) -> str:
    """A name of a file that every header can carry."""
    return "".join(
        teken for teken in naam if teken.isascii() and (teken.isalnum() or teken in "-.")
    )


@require_safe
def actiepunten(request: HttpRequest) -> HttpResponse:
    """What this user has to do before when, from every body."""
    op = vandaag()
    context = {
        "acties": Actiepunt.objects.open_van(request.user).order_by("datum", "pk")[:100],
        "gedaan": Actiepunt.objects.filter(eigenaar=request.user, klaar_op__isnull=False)
        .select_related("overleg")
        .order_by("-klaar_op")[:TE_ZIEN],
        "op": op,
        "waarschuwingen": waarschuwingen(request.bereik.geld_te_lezen, op=op),
    }
    return render(request, "verbinder/sturing/actiepunten.html", context)
