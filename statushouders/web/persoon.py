"""One person: what matters now, then the timeline, the trajecten and the facts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regio.perioden import vandaag
from statushouders import waarschuwingen
from statushouders.codes import Eindreden
from statushouders.lijsten.geschiedenis import geschiedenis
from statushouders.lijsten.nazorg import werk_van
from statushouders.lijsten.tijdlijn import CONTACT, GROEPEN, OPEN, Gebeurtenis, tijdlijn
from statushouders.lijsten.trajectdelen import antwoorden_van
from statushouders.models import Plaatsing, Statushouder, Traject, Trajectvragen
from statushouders.web.contactformulier import OpenStap, contactformulier
from statushouders.web.dossier import vind_persoon


@require_safe
def persoon(request: HttpRequest, sleutel) -> HttpResponse:
    """What matters now, and everything that happened."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel, op=op)
    gebeurtenissen = tijdlijn(persoon)
    groep = request.GET.get("soort", "")
    nu = _nu(persoon, gebeurtenissen, op)
    context = {
        **nu,
        "werk": werk_van(persoon, op=op),
        "gebeurtenissen": [
            gebeurtenis
            for gebeurtenis in gebeurtenissen
            if gebeurtenis.soort != OPEN and groep in ("", gebeurtenis.groep)
        ],
        "groepen": [(code, naam) for code, (naam, _) in GROEPEN.items()],
        "groep": groep if groep in GROEPEN else "",
        "contactform": contactformulier(
            request,
            persoon,
            stap=_eerste(nu["stappen"]),
            op=op,
            terug=persoon.get_absolute_url(),
            met_focus=False,
        ),
    }
    return render(request, "statushouders/persoon.html", context)


def _nu(persoon: Statushouder, gebeurtenissen, op) -> dict:
    """What every tab shows on top."""
    trajecten = _trajecten(persoon)
    contacten = [g.datum for g in gebeurtenissen if g.soort == CONTACT and g.datum <= op]
    return {
        "persoon": persoon,
        "op": op,
        "fase": persoon.fase_op(op),
        "trajecten": trajecten,
        "lopend": [traject for traject in trajecten if traject.loopt_op(op)],
        "stappen": [g for g in reversed(gebeurtenissen) if g.soort == OPEN],
        "laatste_contact": contacten[0] if contacten else None,
        "dagen_stil": (op - contacten[0]).days if contacten else None,
    }


def _eerste(stappen: list[Gebeurtenis]) -> OpenStap | None:
    if not stappen:
        return None
    return OpenStap(stappen[0].sleutel, stappen[0].tekst, stappen[0].datum)


def _trajecten(persoon: Statushouder) -> list[Traject]:
    return list(
        Traject.objects.filter(statushouder=persoon).select_related(
            "soort", "actielijn", "aanbieder", "contactpersoon"
        )
    )


@require_safe
def persoon_trajecten(request: HttpRequest, sleutel) -> HttpResponse:
    """The trajecten with their plaatsingen, newest first."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel, op=op)
    trajecten = _trajecten(persoon)
    plaatsingen = list(Plaatsing.objects.filter(statushouder=persoon).select_related("werkgever"))
    voorzieningen = list(persoon.voorzieningen.select_related("aanbieder"))
    vragen = {
        v.traject_id: v
        for v in Trajectvragen.objects.filter(statushouder=persoon).select_related(
            "azc", "werkgever", "afspraak"
        )
    }
    for traject in trajecten:
        traject.zijn_plaatsingen = [p for p in plaatsingen if p.traject_id == traject.pk]
        traject.zijn_voorzieningen = [v for v in voorzieningen if v.traject_id == traject.pk]
        traject.zijn_antwoorden = antwoorden_van(traject, vragen.get(traject.pk))
    geldig = [t for t in trajecten if t.eindreden != Eindreden.CORRECTIE]
    context = {
        "persoon": persoon,
        "op": op,
        "fase": persoon.fase_op(op),
        "trajecten": geldig,
        "zonder_traject": [p for p in plaatsingen if p.traject_id is None],
        "ingetrokken": [t for t in trajecten if t.eindreden == Eindreden.CORRECTIE],
    }
    return render(request, "statushouders/persoon_trajecten.html", context)


@require_safe
def persoon_gegevens(request: HttpRequest, sleutel) -> HttpResponse:
    """The facts, by date where they have one, and who changed them."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel, op=op)
    verblijven = list(persoon.verblijven.select_related("gemeente").order_by("-van"))
    context = {
        "persoon": persoon,
        "op": op,
        "fase": persoon.fase_op(op),
        "kenmerken": list(persoon.kenmerken.all()),
        "verblijven": verblijven,
        "uitkeringen": list(persoon.uitkeringen.order_by("-van")),
        "waarden": list(persoon.eerdere_waarden.order_by("veld", "-tot_en_met")),
        "wijzigingen": geschiedenis(persoon),
        "let_op": waarschuwingen.van_dossier(persoon, verblijven, op=op),
    }
    return render(request, "statushouders/persoon_gegevens.html", context)
