"""Finding somebody by name. A name comes by POST and stands in no address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from regio.logboek import noteer, noteer_lijst
from regio.models import Handeling
from regio.perioden import vandaag
from statushouders.lijsten.personen import beste_treffers, kolommen
from statushouders.models import Statushouder
from statushouders.web.rijen import maak_rij
from statushouders.web.start import eis_dossiers
from statushouders.zoeken import LANGSTE_VRAAG, gelijken, zoek


@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """The best hits for a name or kenmerk, closed dossiers too."""
    eis_dossiers(request)
    op = vandaag()
    vraag = request.POST.get("q", "").strip()[:LANGSTE_VRAAG]
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).geldig()
    gevonden = beste_treffers(zoek(personen, vraag), op=op) if vraag else []
    if vraag:
        noteer(request.door, Handeling.GEZOCHT, soort="statushouder", aantal=len(gevonden))
        noteer_lijst(request.door, gevonden, lijst="zoeken")
    rijen = [
        maak_rij(
            persoon,
            kolommen(op, met_contactpersoon=True),
            terug=persoon.get_absolute_url(),
            in_lijst=False,
        )
        for persoon in gevonden
    ]
    context = {"vraag": vraag, "rijen": rijen, "op": op}
    return render(request, "statushouders/zoeken.html", context)


@require_POST
def persoon_gelijken(request: HttpRequest) -> HttpResponse:
    """While a name is typed: who is there already, with just enough to tell them apart."""
    eis_dossiers(request)
    gevonden = zoek_gelijken(request)
    return render(request, "statushouders/onderdelen/gelijken.html", {"gelijken": gevonden})


def zoek_gelijken(request: HttpRequest) -> list[Statushouder]:
    """The persons whom the typed name might be, logged as seen."""
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).geldig()
    gevonden = gelijken(
        personen,
        voornaam=request.POST.get("voornaam", ""),
        achternaam=request.POST.get("achternaam", ""),
        kenmerk=request.POST.get("kenmerk", ""),
        geboortejaar=request.POST.get("geboortejaar", ""),
    )
    noteer_lijst(request.door, gevonden, lijst="gelijken")
    return gevonden
