"""A chart or table of a dashboard as a file: the same numbers as CSV, the same drawing as SVG."""

from django.http import Http404, HttpRequest, HttpResponse

from regio.logboek import noteer
from regio.models import Handeling
from regio.uitwisseling.csvtekst import schrijf_tekst
from verbinder.dashboard.onderdelen import Figuur, Inhoud, Tabel
from verbinder.dashboard.plek import Plek


def bestand(request: HttpRequest, plek: Plek, inhoud: Inhoud) -> HttpResponse:
    """`?blok=stroom&formaat=csv` or `svg`, as a download; logged. Raises Http404 otherwise."""
    blok = inhoud.vind(request.GET.get("blok", ""))
    formaat = request.GET.get("formaat")
    if formaat == "csv" and blok is not None:
        antwoord = HttpResponse(als_csv(blok), content_type="text/csv; charset=utf-8")
    elif formaat == "svg" and isinstance(blok, Figuur):
        antwoord = HttpResponse(str(blok.grafiek.breed), content_type="image/svg+xml")
    else:
        raise Http404
    noteer(
        request.door,
        Handeling.UITVOER_GEMAAKT,
        soort="cijfers",
        regio_id=plek.regio.pk,
        gemeente_id=plek.gemeente.pk if plek.gemeente else None,
        blok=blok.id,
        formaat=formaat,
        halfjaar=plek.keuze.halfjaar.code,
    )
    waar = (plek.gemeente or plek.regio).code.lower()
    naam = f"{waar}-{plek.keuze.halfjaar.code}-{blok.id}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def als_csv(blok: Figuur | Tabel) -> bytes:
    """The table as people read it, for a spreadsheet."""
    return schrijf_tekst((blok.koppen, *blok.teksten))
