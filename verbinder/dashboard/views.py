"""The pages of live figures. Persons come in sight only on the page of the cases."""

from types import ModuleType

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from regio.models import Arbeidsmarktregio, GemeenteInRegio
from regio.perioden import vandaag
from regio.toegang import Bereik
from verbinder.dashboard import uitvoer
from verbinder.dashboard.capaciteit import met_capaciteit
from verbinder.dashboard.delen import (
    alle,
    gegevens,
    geld,
    jongeren,
    overzicht,
    trajecten,
    uitsplitsen,
    werk,
)
from verbinder.dashboard.doelen import met_doelen
from verbinder.dashboard.onderdelen import Inhoud
from verbinder.dashboard.plek import EERSTE_DEEL, Plek, vind_gemeente, vind_regio
from verbinder.indicatoren.uitsplitsingen import UITSPLITSINGEN

DELEN: dict[str, ModuleType] = {
    "overzicht": overzicht,
    "trajecten": trajecten,
    "werk": werk,
    "uitsplitsen": uitsplitsen,
    "jongeren": jongeren,
    "geld": geld,
    "gegevens": gegevens,
    "alle": alle,
}


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Where somebody's figures are: straight there when that is one place, else a choice."""
    op = vandaag()
    regios = list(Arbeidsmarktregio.objects.filter(pk__in=request.bereik.cijferregios))
    gemeenten = _buiten(request.bereik, op)
    if not regios and not gemeenten:
        return _naar_publicaties(request.bereik)
    if len(regios) + len(gemeenten) == 1:
        if regios:
            return redirect("dashboard_regio", regios[0].code)
        return redirect("dashboard_gemeente", gemeenten[0].gemeente.code)
    context = {"regios": regios, "gemeenten": gemeenten}
    return render(request, "verbinder/dashboard/kiezen.html", context)


def _buiten(bereik: Bereik, op) -> list[GemeenteInRegio]:
    """The gemeenten whose figures may be seen beside those of a whole region."""
    return list(
        GemeenteInRegio.objects.geldig_op(op)
        .filter(gemeente__in=bereik.cijfergemeenten)
        .exclude(regio__in=bereik.cijferregios)
        .select_related("gemeente", "regio")
        .order_by("regio__naam", "gemeente__naam")
    )


def _naar_publicaties(bereik: Bereik) -> HttpResponse:
    """Live figures are for a gemeente and its verbinder; others read what was published."""
    if bereik.publicaties or bereik.alle_publicaties:
        try:
            return redirect(reverse("rapportages"))
        except NoReverseMatch:
            pass
    raise PermissionDenied("Deze cijfers zijn voor de gemeente en de verbinder van de regio.")


@require_safe
def gemeente(request: HttpRequest, code: str, deel: str = EERSTE_DEEL) -> HttpResponse:
    """One part of the dashboard of a gemeente."""
    return _toon(request, vind_gemeente(request.bereik, code, request.GET, vandaag(), deel))


@require_safe
def regio(request: HttpRequest, code: str, deel: str = EERSTE_DEEL) -> HttpResponse:
    """One part of the dashboard of a region."""
    return _toon(request, vind_regio(request.bereik, code, request.GET, vandaag(), deel))


def _toon(request: HttpRequest, plek: Plek) -> HttpResponse:
    if plek.deel not in DELEN:
        raise Http404
    per = request.GET.get("per", uitsplitsen.STANDAARD)
    inhoud = _meet(plek, per)
    if "formaat" in request.GET:
        return uitvoer.bestand(request, plek, inhoud)
    context = {
        "plek": plek,
        "keuze": plek.keuze,
        "inhoud": inhoud,
        "blokken": [
            {"blok": blok, "csv": _bestand(plek, blok, per, "csv")}
            | {"svg": _bestand(plek, blok, per, "svg")}
            for blok in inhoud.blokken
        ],
        "delen": [
            (module.NAAM, plek.adres(deel=naam), naam == plek.deel)
            for naam, module in DELEN.items()
        ],
        "buren": plek.buren(),
        "halfjaren": plek.halfjaren(),
        "indelingen": plek.indelingen(),
        "keuzes": _keuzes(plek, per),
        "zonder_deelname": [lid.naam for lid in plek.leden if not lid.telt],
    }
    return render(request, "verbinder/dashboard/dashboard.html", context)


def _meet(plek: Plek, per: str) -> Inhoud:
    """Ask the database once, and make what the page shows of it."""
    module = DELEN[plek.deel]
    if module is uitsplitsen:
        if per not in uitsplitsen.KEUZES:
            raise Http404
        antwoorden = plek.meet(uitsplitsen.vragen(plek, per))
        return met_doelen(plek, uitsplitsen.inhoud(plek, antwoorden, per))
    antwoorden = plek.meet(module.vragen(plek))
    inhoud = module.inhoud(plek, antwoorden)
    if module is overzicht and plek.is_regio:
        inhoud = met_capaciteit(plek, inhoud, antwoorden)
    return met_doelen(plek, inhoud)


def _bestand(plek: Plek, blok, per: str, formaat: str) -> str:
    """The address of a chart or table as a file."""
    keuze = {"per": per} if plek.deel == "uitsplitsen" else {}
    return plek.adres(**keuze, blok=blok.id, formaat=formaat)


def _keuzes(plek: Plek, per: str) -> list[tuple[str, str, bool]]:
    """The breakdowns to choose from, where this part has a choice."""
    if plek.deel != "uitsplitsen":
        return []
    return [
        (UITSPLITSINGEN[code].titel, plek.adres(per=code), code == per)
        for code in uitsplitsen.KEUZES
    ]
