"""The cases behind a figure of a report, as counted then. Each look is logged, per person."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regio.logboek import noteer
from regio.models import Handeling
from regio.perioden import vandaag
from statushouders.lijsten.personen import bladzijde, kolommen
from statushouders.models import Statushouder
from verbinder.indicatoren import INDICATOREN, Maat, Plaats
from verbinder.indicatoren.uitsplitsingen import UITSPLITSINGEN
from verbinder.rapportage.gevallen import Regel, cel_van, gebied_van, geteld, koppen, uitgesplitst
from verbinder.rapportage.models import Cijfer, Momentopname, Versie
from verbinder.rapportage.opslag import laatste_opname
from verbinder.rapportage.web.vinden import adres_van, vind_versie


@require_safe
def gevallen(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """Which figures can be looked into; with `?cijfer=A1` the persons that it counted."""
    versie = vind_versie(request, regio, halfjaar, nummer)
    opname = laatste_opname(versie)
    gebied = gebied_van(opname, request.bereik)
    if gebied is None:
        raise Http404
    context = {"versie": versie, "opname": opname, "terug": adres_van(versie)}
    if "cijfer" not in request.GET:
        context["koppen"] = [(regel, _adres(versie, regel)) for regel in koppen(opname)]
        return render(request, "verbinder/rapportage/gevallen_kiezen.html", context)
    cel = _cel(request, opname)
    sleutels = geteld(opname, gebied, cel)
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).filter(pk__in=sleutels)
    te_openen, op = personen.count(), vandaag()
    blad = bladzijde(
        personen, "naam", op=op, na=_sleutel(request, "na"), voor=_sleutel(request, "voor")
    )
    _noteer(request, versie, cel, blad.rijen)
    kolommen_ = kolommen(op, met_contactpersoon=True)
    hier = _adres(versie, cel)
    context |= {
        "cel": cel,
        "naam": _naam(opname, cel),
        "zin": _zin(cel),
        "mensen": len(sleutels),
        "te_openen": te_openen,
        "gesloten": len(sleutels) - te_openen,
        "kolommen": kolommen_,
        "rijen": [
            {"persoon": p, "cellen": [(kolom, kolom.waarde(p)) for kolom in kolommen_]}
            for p in blad.rijen
        ],
        "op": op,
        "kiezen": adres_van(versie, "rapportage_gevallen"),
        "delen": _delen(versie, opname, cel),
        "vorige": f"{hier}&voor={blad.vorige}" if blad.vorige else "",
        "volgende": f"{hier}&na={blad.volgende}" if blad.volgende else "",
    }
    return render(request, "verbinder/rapportage/gevallen.html", context)


def _cel(request: HttpRequest, opname: Momentopname) -> Cijfer:
    """The cell that the address names. Raises Http404 for one that is not in the report."""
    vraag = request.GET
    plaats = Plaats(vraag["cijfer"], vraag.get("per", "totaal"), vraag.get("categorie", "alle"))
    cel = cel_van(opname, plaats)
    if cel is None:
        raise Http404
    return cel


def _adres(versie: Versie, wat: Regel | Cijfer) -> str:
    code, per, categorie = (
        wat.plaats if isinstance(wat, Regel) else (wat.indicator, wat.uitsplitsing, wat.categorie)
    )
    vraag = {"cijfer": code}
    if per != "totaal":
        vraag |= {"per": per, "categorie": categorie}
    return f"{adres_van(versie, 'rapportage_gevallen')}?{urlencode(vraag)}"


def _delen(versie: Versie, opname: Momentopname, cel: Cijfer) -> list[tuple]:
    """(breakdown, its cells with their addresses), to look closer."""
    return [
        (UITSPLITSINGEN[per].titel, [(regel, _adres(versie, regel)) for regel in regels])
        for per, regels in uitgesplitst(opname, cel.indicator).items()
        if per in UITSPLITSINGEN
    ]


def _naam(opname: Momentopname, cel: Cijfer) -> str:
    titels = {rij[0]: rij[1] for rij in opname.definities}
    titel = titels.get(cel.indicator, INDICATOREN[cel.indicator].titel)
    return titel if cel.uitsplitsing == "totaal" else f"{titel}, {cel.label}"


def _zin(cel: Cijfer) -> str:
    indicator = INDICATOREN[cel.indicator]
    match indicator.maat:
        case Maat.PERCENTAGE:
            return f"Dit zijn de mensen die meetelden als '{indicator.teller_heet}'."
        case Maat.MEDIAAN:
            return "Over deze mensen ging de mediaan."
    return ""


def _sleutel(request: HttpRequest, naam: str) -> UUID | None:
    try:
        return UUID(request.GET[naam]) if naam in request.GET else None
    except ValueError as fout:
        raise Http404 from fout


def _noteer(
    request: HttpRequest, versie: Versie, cel: Cijfer, personen: list[Statushouder]
) -> None:
    """One row per person on the page; one about the report where there is none."""
    rapportage = versie.rapportage
    noteer(
        request.door,
        Handeling.RAPPORTGEVALLEN_GEOPEND,
        *(personen or [versie]),
        regio_id=rapportage.regio_id,
        cijfer=cel.indicator,
        per=cel.uitsplitsing,
        categorie=cel.categorie,
        halfjaar=rapportage.halfjaar,
        nummer=versie.nummer,
        aantal=len(personen),
    )
