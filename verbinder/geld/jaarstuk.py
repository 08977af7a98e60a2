"""Downloading the year statement."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.logboek import noteer
from regio.models import Handeling
from regio.perioden import vandaag
from regio.web.geld.vinden import lees_regio
from verbinder.geld.jaarrekening import (
    Jaarrekening,
    als_csv,
    als_ods,
    als_pdf,
    lees_jaarrekening,
)

INHOUDSOORTEN = {
    "jaarrekening.pdf": "application/pdf",
    "jaarrekening.ods": "application/vnd.oasis.opendocument.spreadsheet",
    "boekingen.csv": "text/csv; charset=utf-8",
}


@require_safe
def jaarstuk(request: HttpRequest, code: str, jaar: int, bestand: str) -> HttpResponse:
    """One form of the statement of a year. Logged: money leaves the application."""
    regio = lees_regio(request, code)
    if bestand not in INHOUDSOORTEN or not 2015 <= jaar <= vandaag().year:
        raise Http404
    stuk = lees_jaarrekening(regio, jaar, op=vandaag())
    inhoud = _maak(stuk, bestand, timezone.now())
    noteer(
        request.door,
        Handeling.STUK_GEDOWNLOAD,
        regio_id=regio.pk,
        soort="jaarrekening",
        bestand=bestand,
        jaar=jaar,
    )
    naam, _, achter = bestand.partition(".")
    kop = f'attachment; filename="{naam}-{regio.code}-{jaar}.{achter}"'
    return HttpResponse(
        inhoud, content_type=INHOUDSOORTEN[bestand], headers={"Content-Disposition": kop}
    )


def _maak(stuk: Jaarrekening, bestand: str, op: datetime) -> bytes:
    if bestand.endswith(".pdf"):
        return als_pdf(stuk, op=op)
    return als_ods(stuk, op=op) if bestand.endswith(".ods") else als_csv(stuk)
