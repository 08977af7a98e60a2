"""Plan and besluitenlijst as a file: what they share."""

from collections.abc import Callable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format

from regio.logboek import noteer
from regio.models import Arbeidsmarktregio, Handeling
from verbinder.rapportage.document import Alinea, Document
from verbinder.rapportage.uitvoer.odt import odt
from verbinder.rapportage.uitvoer.pdf import pdf
from verbinder.rapportage.verwijzingen import Stuk

SOORTEN = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
}
STREEP = "–"


def voluit(dag) -> str:
    """`30 juni 2026`, or a dash."""
    return date_format(dag, "j F Y") if dag else STREEP


def zin(tekst: str) -> Alinea:
    """A paragraph without figures."""
    return Alinea((Stuk(tekst),))


def eis_soort(soort: str) -> str:
    """Raises Http404 for a kind of file that is not made."""
    if soort not in SOORTEN:
        raise Http404
    return soort


def als_bestand(document: Document, soort: str, *, op: datetime) -> bytes:
    """The document as `pdf` or `odt`."""
    if soort == "odt":
        return odt(document, op=op)
    return pdf(document, voet=f"{document.onderwerp}, {document.status}", op=op)


def download(
    request: HttpRequest,
    maak: Callable[[], Document],
    *,
    soort: str,
    naam: str,
    object_,
    regio: Arbeidsmarktregio,
    op: datetime,
) -> HttpResponse:
    """The document as a download, logged."""
    inhoud = als_bestand(maak(), eis_soort(soort), op=op)
    bestand = f"{naam}.{soort}"
    noteer(request.door, Handeling.STUK_GEDOWNLOAD, object_, regio_id=regio.pk, bestand=bestand)
    return HttpResponse(
        inhoud,
        content_type=SOORTEN[soort],
        headers={"Content-Disposition": f'attachment; filename="{bestand}"'},
    )
