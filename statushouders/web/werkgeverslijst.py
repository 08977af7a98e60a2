"""The employers of the region and what was agreed with them: on a page and as spreadsheets."""

from collections import Counter

from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from regio.models import Organisatie, Organisatiesoort
from statushouders.lijsten.afgekapt import als_begin
from statushouders.models import Werkgeversafspraak
from statushouders.services.werkgevers import vervuld
from statushouders.web.bestand import Blad
from statushouders.web.start import eis_dossiers

MEESTE = 200
LANGSTE_NAAM = 100


def werkgevers_van(request: HttpRequest) -> QuerySet[Organisatie]:
    """The employers of the user's regions. Raises PermissionDenied for who opens no dossiers."""
    eis_dossiers(request)
    return Organisatie.objects.filter(
        regio__in=request.bereik.publicaties, soort=Organisatiesoort.WERKGEVER
    )


@require_safe
def werkgevers(request: HttpRequest) -> HttpResponse:
    """Employers with an agreement first; by a part of the name when asked."""
    deel = _deel(request)
    rijen = list(_gezocht(request)[:MEESTE])
    _tel_vervuld(rijen)
    context = als_begin(rijen, MEESTE) | {
        "deel": deel,
        "vraag": f"?{urlencode({'naam': deel})}" if deel else "",
    }
    return render(request, "statushouders/werkgevers.html", context)


def blad_van_werkgevers(request: HttpRequest) -> Blad:
    """All of them, in the order of the page."""
    rijen = list(_gezocht(request))
    _tel_vervuld(rijen)
    return Blad(
        "Werkgevers",
        ("Werkgever", "Afspraken", "Plaatsen", "Vervuld"),
        [(rij.naam, rij.aantal, rij.plaatsen or 0, rij.vervuld) for rij in rijen],
    )


def blad_van_afspraken(request: HttpRequest) -> Blad:
    """What was agreed with these employers; no agreement that should never have been."""
    afspraken = list(
        _afspraken(_gezocht(request))
        .select_related("werkgever", "gemeente", "actielijn")
        .order_by("werkgever__naam", "afgesproken_op", "pk")
    )
    per_afspraak = vervuld(afspraken)
    return Blad(
        "Afspraken",
        (
            *("Werkgever", "Afspraak", "Actielijn", "Sector", "Gemeente"),
            *("Afgesproken op", "Tot en met", "Plaatsen", "Vervuld"),
        ),
        [
            (
                rij.werkgever.naam,
                rij.omschrijving,
                str(rij.actielijn),
                rij.get_sector_display(),
                str(rij.gemeente or "de regio"),
                rij.afgesproken_op,
                rij.tot_en_met,
                rij.plaatsen,
                per_afspraak[rij.pk],
            )
            for rij in afspraken
        ],
    )


def _deel(request: HttpRequest) -> str:
    return request.GET.get("naam", "").replace("\x00", "").strip()[:LANGSTE_NAAM]


def _gezocht(request: HttpRequest) -> QuerySet[Organisatie]:
    geldig = Q(afspraken__ingetrokken_op__isnull=True)
    rijen = werkgevers_van(request).annotate(
        aantal=Count("afspraken", filter=geldig, distinct=True),
        plaatsen=Sum("afspraken__plaatsen", filter=geldig),
    )
    if deel := _deel(request):
        rijen = rijen.filter(naam__icontains=deel)
    return rijen.order_by("-aantal", "naam")


def _afspraken(werkgevers) -> QuerySet[Werkgeversafspraak]:
    nummers = [werkgever.pk for werkgever in werkgevers]
    return Werkgeversafspraak.objects.filter(werkgever__in=nummers, ingetrokken_op__isnull=True)


def _tel_vervuld(rijen: list[Organisatie]) -> None:
    afspraken = list(_afspraken(rijen))
    per_afspraak = vervuld(afspraken)
    per_werkgever: Counter[int] = Counter()
    for afspraak in afspraken:
        per_werkgever[afspraak.werkgever_id] += per_afspraak[afspraak.pk]
    for rij in rijen:
        rij.vervuld = per_werkgever[rij.pk]
