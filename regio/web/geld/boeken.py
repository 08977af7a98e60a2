"""Booking money, looking at a booking, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from regio.bedragen import geschreven
from regio.geldstand import potnaam
from regio.models import (
    Besteding,
    Boekingsoort,
    Boekvoorstel,
    Verplichting,
    Voorstelstatus,
)
from regio.models.begroting import Boeking
from regio.perioden import vandaag
from regio.services.boeken import laat_vervallen, storneer
from regio.services.boekregels import open_van
from regio.services.boekvoorstellen import dien_in
from regio.web.formulieren import eenmalig, toon
from regio.web.geld.formulieren import FORMULIEREN, TerugForm
from regio.web.geld.vinden import boek_regio, lees_regio, mag_boeken, soort_van, vind_boeking


@eenmalig
def boeken(request: HttpRequest, code: str, soort: str) -> HttpResponse:
    """Book, for a controller; ask to book, for the verbinder."""
    regio = lees_regio(request, code)
    if soort not in FORMULIEREN:
        raise Http404
    op = vandaag()
    initial = {"datum": op, "herkomstjaar": op.year, "van_jaar": op.year, "naar_jaar": op.year + 1}
    form = FORMULIEREN[soort].van(request, initial=initial | request.GET.dict())
    form.beperk(regio, op=op)
    if form.is_valid() and form.voer_uit(
        lambda **_: dien_in(
            regio=regio,
            soort=soort,
            gegevens=form.gegevens(),
            bereik=request.bereik,
            op=op,
            door=request.door,
        )
    ):
        return _verder(request, form.resultaat)
    context = {
        "form": form,
        "regio": regio,
        "soort": Boekingsoort(soort).label,
        "mag_boeken": mag_boeken(request, regio),
        "soorten": _andere(regio.code, soort),
    }
    return toon(request, "regio/geld/boeken.html", context)


def _andere(code: str, hier: str) -> list[tuple[str, str, bool]]:
    return [
        (soort.label, reverse("geld_boeken", args=[code, soort.value]), soort.value == hier)
        for soort in Boekingsoort
    ]


def _verder(request: HttpRequest, voorstel: Boekvoorstel) -> HttpResponse:
    """To the booking, or to the proposal that waits."""
    if voorstel.status == Voorstelstatus.GEBOEKT:
        messages.success(request, f"Geboekt: {geschreven(voorstel.bedrag)}.")
        return redirect("geld_boeking", soort=voorstel.soort, pk=voorstel.boeking_id)
    messages.info(request, f"{voorstel.get_status_display()}. Er is nog niets geboekt.")
    return redirect("geld_voorstel", pk=voorstel.pk)


@require_safe
def boeking(request: HttpRequest, soort: str, pk: int) -> HttpResponse:
    """One row of the ledger, with all that is known of it."""
    gevonden = vind_boeking(request, soort, pk)
    terug = gevonden.stornos.order_by("pk")
    eigen = mag_boeken(request, gevonden.regio)
    rest = open_van(gevonden) if isinstance(gevonden, Verplichting) else None
    staat = gevonden.storno_van_id is None and not terug
    op_verplichting = isinstance(gevonden, Verplichting) and gevonden.bestedingen.exists()
    context = {
        "boeking": gevonden,
        "soort": soort,
        "soortnaam": Boekingsoort(soort).label,
        "feiten": list(_feiten(gevonden, rest)),
        "delen": _delen(gevonden),
        "bestedingen": _bestedingen(gevonden),
        "terug": [(rij, soort) for rij in terug],
        "mag_storneren": eigen and staat and not op_verplichting,
        "mag_vervallen": eigen and bool(rest) and gevonden.storno_van_id is None,
    }
    return render(request, "regio/geld/boeking.html", context)


def _feiten(gevonden: Boeking, rest):
    yield "Bedrag", geschreven(gevonden.bedrag)
    if rest is not None and gevonden.storno_van_id is None:
        yield "Nog open", geschreven(rest)
    yield "Datum", gevonden.datum.strftime("%d-%m-%Y")
    yield "Geld", potnaam(gevonden.herkomstjaar, gevonden.soort)
    for veld, naam in VELDEN:
        waarde = getattr(gevonden, f"get_{veld}_display", lambda v=veld: getattr(gevonden, v, ""))()
        if waarde:
            yield naam, waarde.strftime("%d-%m-%Y") if hasattr(waarde, "strftime") else str(waarde)
    if getattr(gevonden, "met_tekort", False):
        yield "Tekort", "Bewust geboekt terwijl er niet genoeg vrij was"
    yield "Geboekt door", gevonden.wie
    if gevonden.goedgekeurd_door:
        yield "Goedgekeurd door", gevonden.goedgekeurd_door.naam


VELDEN = (
    ("naar_jaar", "Naar het jaar"),
    ("circulaire", "Circulaire of beschikking"),
    ("besluit", "Besluit"),
    ("besluit_datum", "Datum van het besluit"),
    ("bron", "Bron"),
    ("zekerheid", "Zekerheid"),
    ("twijfel", "Nog niet zeker"),
    ("tegenpartij", "Met wie"),
    ("kostensoort", "Waarvoor"),
    ("actielijn", "Actielijn"),
    ("verplichting", "Op verplichting"),
    ("kenmerk", "Kenmerk"),
    ("boekdatum", "Boekdatum in de administratie"),
)


def _delen(gevonden: Boeking) -> list[tuple[str, str]]:
    if not isinstance(gevonden, Besteding):
        return []
    delen = gevonden.delen.select_related("gemeente").order_by("gemeente__naam")
    return [(deel.gemeente.naam, geschreven(deel.bedrag)) for deel in delen]


def _bestedingen(gevonden: Boeking) -> list[Boeking]:
    if not isinstance(gevonden, Verplichting):
        return []
    return list(gevonden.bestedingen.order_by("datum", "pk")[:200])


@eenmalig
def storno(request: HttpRequest, soort: str, pk: int) -> HttpResponse:
    """Take a booking back with a row of its own."""
    return _terug(request, soort, pk, storneer, "storno")


@eenmalig
def vervallen(request: HttpRequest, pk: int) -> HttpResponse:
    """Free what of a verplichting is still open."""
    return _terug(request, Boekingsoort.VERPLICHTING, pk, laat_vervallen, "vervallen")


def _terug(request: HttpRequest, soort: str, pk: int, handeling, wat: str) -> HttpResponse:
    gevonden = vind_boeking(request, soort, pk)
    boek_regio(request, gevonden.regio.code)
    op = vandaag()
    vroegste = max(gevonden.datum, op) if gevonden.jaar >= op.year else gevonden.datum
    form = TerugForm.van(request, initial={"datum": vroegste if wat == "vervallen" else op})
    wie = {"verplichting": gevonden} if wat == "vervallen" else {"boeking": gevonden}
    if form.is_valid() and form.voer_uit(
        handeling, **wie, op=op, bereik=request.bereik, door=request.door
    ):
        messages.success(request, f"Teruggenomen: {geschreven(-form.resultaat.bedrag)}.")
        return redirect("geld_boeking", soort=soort_van(gevonden), pk=pk)
    context = {
        "form": form,
        "boeking": gevonden,
        "soort": soort,
        "wat": wat,
        "bedrag": geschreven(open_van(gevonden) if wat == "vervallen" else gevonden.bedrag),
    }
    return toon(request, "regio/geld/terug.html", context)
