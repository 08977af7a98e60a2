"""Downloading: what was sent or adopted, byte for byte; and for its maker what it would be now."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.logboek import noteer
from regio.models import Gemeente, Handeling
from verbinder.rapportage.bijlage import bijlage
from verbinder.rapportage.models import Bestand, Bestandsoort, Eigencijfers, Versie
from verbinder.rapportage.opslag import laatste_opname, rapport_van
from verbinder.rapportage.uitvoer.bestanden import maak_bestanden
from verbinder.rapportage.web.vinden import vind_eigen_versie, vind_versie

INHOUDSOORTEN = {
    Bestandsoort.PDF: "application/pdf",
    Bestandsoort.ODT: "application/vnd.oasis.opendocument.text",
    Bestandsoort.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Bestandsoort.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Bestandsoort.CSV: "text/csv; charset=utf-8",
}


@require_safe
def download(
    request: HttpRequest,
    regio: str,
    halfjaar: str,
    nummer: int,
    soort: str,
    *,
    openbaar: bool = False,
) -> HttpResponse:
    """One file of the last sending, of the vaststelling, or of the public edition."""
    versie = vind_versie(request, regio, halfjaar, nummer)
    bestanden = Bestand.objects.filter(versie=versie, soort=_soort(soort), openbaar=openbaar)
    bestand = bestanden.order_by("-uitgave").first()
    if bestand is None:
        raise Http404
    _noteer(request, versie, soort, sha256=bestand.sha256, openbaar=openbaar)
    return _antwoord(versie, soort, bytes(bestand.inhoud), "openbaar-" if openbaar else "")


@require_safe
def voorbeeld(
    request: HttpRequest, regio: str, halfjaar: str, nummer: int, soort: str
) -> HttpResponse:
    """The file as it would be if it were sent now."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    bestanden = maak_bestanden(rapport_van(versie), op=timezone.now(), alleen=_soort(soort))
    _noteer(request, versie, soort, voorbeeld=True)
    return _antwoord(versie, soort, bestanden[soort], "VOORBEELD-")


@require_safe
def eigen_bijlage(
    request: HttpRequest, regio: str, halfjaar: str, nummer: int, code: str
) -> HttpResponse:
    """The true figures of one gemeente behind a report that was sent, for who may see them."""
    versie = vind_versie(request, regio, halfjaar, nummer)
    gemeente = Gemeente.objects.filter(code=code, pk__in=request.bereik.cijfergemeenten).first()
    gemeten = laatste_opname(versie).van_id
    eigen = Eigencijfers.objects.filter(momentopname_id=gemeten, gemeente=code).first()
    if gemeente is None or eigen is None:
        raise Http404
    _noteer(request, versie, "eigen-cijfers.csv", gemeente=code)
    naam = f"eigen-cijfers-{code}-{halfjaar}-v{nummer}.csv"
    return HttpResponse(
        bijlage(rapport_van(versie), eigen, gemeente.naam),
        content_type=INHOUDSOORTEN[Bestandsoort.CSV],
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def _soort(soort: str) -> str:
    if soort not in Bestandsoort.values:
        raise Http404
    return soort


def _noteer(request: HttpRequest, versie: Versie, soort: str, **gegevens) -> None:
    noteer(
        request.door,
        Handeling.RAPPORT_GEDOWNLOAD,
        versie,
        regio_id=versie.rapportage.regio_id,
        bestand=soort,
        **gegevens,
    )


def _antwoord(versie: Versie, soort: str, inhoud: bytes, merk: str = "") -> HttpResponse:
    """The file, under a name that says what it is, of which region, half-year and version."""
    rapportage = versie.rapportage
    naam, _, achter = soort.partition(".")
    waarvan = f"{rapportage.regio.code}-{rapportage.halfjaar}-v{versie.nummer}"
    bestandsnaam = f"{naam}-{merk}{waarvan}.{achter}"
    return HttpResponse(
        inhoud,
        content_type=INHOUDSOORTEN[Bestandsoort(soort)],
        headers={"Content-Disposition": f'attachment; filename="{bestandsnaam}"'},
    )
