"""Everything about one person as a PDF, for the klantmanager who gets the question."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from regio.logboek import noteer
from regio.models import Handeling
from statushouders.inzage.pdf import pdf
from statushouders.inzage.verzamelen import verzamel
from statushouders.web.dossier import vind_persoon


@require_http_methods(["GET", "HEAD", "POST"])
def persoon_inzage(request: HttpRequest, sleutel) -> HttpResponse:
    """Says what the document is; with POST it is made, and that is logged."""
    persoon = vind_persoon(request, sleutel)
    if request.method != "POST":
        return render(request, "statushouders/inzage.html", {"persoon": persoon})
    inhoud = pdf(
        verzamel(persoon),
        naam=persoon.weergavenaam,
        van=request.user.naam,
        op=timezone.localtime(),
    )
    noteer(request.door, Handeling.INZAGE_GEMAAKT, persoon)
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    # No name in the name of a file: that ends up in lists of downloads.
    antwoord["Content-Disposition"] = 'attachment; filename="inzage.pdf"'
    return antwoord
