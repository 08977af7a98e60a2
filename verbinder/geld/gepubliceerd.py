"""The money of a region as its reports publish it: for the directieoverleg and other readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regio.models import Arbeidsmarktregio
from verbinder.rapportage.document import Tabel
from verbinder.rapportage.getallen import STREEP, geschreven
from verbinder.rapportage.models import Versie
from verbinder.rapportage.opslag import boek_van, laatste_opname
from verbinder.rapportage.web.vinden import adres_van

HALFJAREN = 4


@require_safe
def gepubliceerd(request: HttpRequest, code: str) -> HttpResponse:
    """F1 to F7 of the last reports that were sent or adopted: stored, never measured here."""
    bereik = request.bereik
    regios = Arbeidsmarktregio.objects.all()
    if not bereik.alle_publicaties:
        regios = regios.filter(pk__in=bereik.publicaties)
    regio = get_object_or_404(regios, code=code)
    versies = _laatste_per_halfjaar(request, regio)
    context = {
        "regio": regio,
        "versies": [(versie, adres_van(versie)) for versie in versies],
        "tabel": _tabel(versies),
    }
    return render(request, "verbinder/geld/gepubliceerd.html", context)


def _laatste_per_halfjaar(request: HttpRequest, regio: Arbeidsmarktregio) -> list[Versie]:
    """Of each of the last half-years the last version that this user may read."""
    versies = (
        Versie.objects.zichtbaar_voor(request.bereik)
        .filter(rapportage__regio=regio)
        .order_by("-rapportage__halfjaar", "-nummer")[: HALFJAREN * 5]
    )
    per_halfjaar: dict[str, Versie] = {}
    for versie in versies:
        per_halfjaar.setdefault(versie.rapportage.halfjaar, versie)
    return list(per_halfjaar.values())[:HALFJAREN]


def _tabel(versies: list[Versie]) -> Tabel | None:
    """A row per figure of money, a column per half-year; None when no report has any."""
    kolommen = []
    titels: dict[str, str] = {}
    for versie in versies:
        opname = laatste_opname(versie)
        boek = boek_van(opname)
        kolommen.append((versie.rapportage.periode.naam, boek))
        titels |= {rij[0]: rij[1] for rij in opname.definities if rij[0].startswith("F")}
    codes = [code for code in titels if any(code in boek for _, boek in kolommen)]
    if not codes:
        return None
    rijen = tuple(
        (titels[code], *(geschreven(b[code]) if code in b else STREEP for _, b in kolommen))
        for code in codes
    )
    return Tabel("Geld en uren in de rapporten", ("Cijfer", *(naam for naam, _ in kolommen)), rijen)
