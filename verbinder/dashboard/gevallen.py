"""The cases that a number counts, for who may open them. Each look is logged, per person."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from regio.logboek import noteer
from regio.models import Handeling
from regio.perioden import vandaag
from statushouders.lijsten.personen import bladzijde, geordend, kolommen
from statushouders.models import Statushouder
from statushouders.web.bestand import Blad, als_bestand
from verbinder.dashboard.plek import EERSTE_DEEL, Plek, vind_gemeente, vind_regio
from verbinder.dashboard.stroom import STROOM
from verbinder.indicatoren import INDICATOREN, Eenheid, Indicator, Maat, Plaats
from verbinder.indicatoren.meten import personen_achter
from verbinder.indicatoren.samen import Vraag
from verbinder.indicatoren.signalen import SIGNALEN
from verbinder.indicatoren.uitsplitsingen import KRUIS, UITSPLITSINGEN, tabellen_van

ALLE = INDICATOREN | STROOM | SIGNALEN


@dataclass(frozen=True)
class Cel:
    """One number of a dashboard, as its address names it."""

    indicator: Indicator
    uitsplitsing: str
    categorie: str
    naam: str

    @property
    def plaats(self) -> Plaats:
        return Plaats(self.indicator.code, self.uitsplitsing, self.categorie)


@require_http_methods(["GET", "HEAD", "POST"])
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    """The cases behind a number of a gemeente; by POST as a spreadsheet."""
    return _antwoord(
        request, vind_gemeente(request.bereik, code, request.GET, vandaag(), EERSTE_DEEL)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def regio(request: HttpRequest, code: str) -> HttpResponse:
    """The cases behind a number of a region; by POST as a spreadsheet."""
    return _antwoord(request, vind_regio(request.bereik, code, request.GET, vandaag(), EERSTE_DEEL))


def _antwoord(request: HttpRequest, plek: Plek) -> HttpResponse:
    if not plek.opent:
        raise Http404
    cel = lees_cel(request, plek)
    if request.method == "POST":
        return als_bestand(request, cel.indicator.code, lambda: _blad(request, plek, cel))
    return _toon(request, plek, cel)


def _blad(request: HttpRequest, plek: Plek, cel: Cel) -> Blad:
    """Everybody behind the number whose dossier may be opened, as the page orders them."""
    geteld = personen_achter(plek.meting(), cel.indicator, cel.plaats)
    te_openen = Statushouder.objects.zichtbaar_voor(request.bereik).filter(pk__in=geteld)
    op = plek.keuze.vandaag
    personen = list(geordend(te_openen, "naam", op=op))
    kolommen_ = kolommen(op, met_contactpersoon=True)
    return Blad(
        f"Gevallen {cel.indicator.code}",
        [kolom.kop for kolom in kolommen_],
        [[kolom.waarde(persoon) for kolom in kolommen_] for persoon in personen],
        personen,
    )


def _toon(request: HttpRequest, plek: Plek, cel: Cel) -> HttpResponse:
    geteld = personen_achter(plek.meting(), cel.indicator, cel.plaats)
    personen = Statushouder.objects.zichtbaar_voor(request.bereik).filter(pk__in=geteld)
    te_openen = personen.count()
    blad = bladzijde(
        personen,
        "naam",
        op=plek.keuze.vandaag,
        na=_sleutel(request, "na"),
        voor=_sleutel(request, "voor"),
    )
    _noteer(request, plek, cel, blad.rijen)
    kolommen_ = kolommen(plek.keuze.vandaag, met_contactpersoon=True)
    hier = plek.gevallen(cel.indicator, cel.uitsplitsing, cel.categorie)
    context = {
        "plek": plek,
        "keuze": plek.keuze,
        "cel": cel,
        "zin": _zin(plek, cel, len(geteld)),
        "mensen": len(geteld),
        "te_openen": te_openen,
        "gesloten": len(geteld) - te_openen,
        "gesloten_zin": _gesloten(len(geteld) - te_openen),
        "kolommen": kolommen_,
        "rijen": [
            {"persoon": p, "cellen": [(kolom, kolom.waarde(p)) for kolom in kolommen_]}
            for p in blad.rijen
        ],
        "op": plek.keuze.vandaag,
        "adres": hier,
        "vorige": f"{hier}&voor={blad.vorige}" if blad.vorige else "",
        "volgende": f"{hier}&na={blad.volgende}" if blad.volgende else "",
    }
    return render(request, "verbinder/dashboard/gevallen.html", context)


def _gesloten(aantal: int) -> str:
    """Why fewer persons stand here than the number counts."""
    wie = "1 dossier" if aantal == 1 else f"{aantal} dossiers"
    return (
        f"{wie} kunt u niet openen: die mensen tellen hier mee, maar hun dossier is nu van een "
        "andere gemeente, bijvoorbeeld na een verhuizing."
    )


def lees_cel(request: HttpRequest, plek: Plek) -> Cel:
    """The cell that the address names. Raises Http404 for one outside the book of tables."""
    indicator = ALLE.get(request.GET.get("cijfer", ""))
    uitsplitsing = request.GET.get("per", "totaal")
    categorie = request.GET.get("categorie", "alle")
    if indicator is None or indicator.van_geld:
        raise Http404
    if uitsplitsing == "totaal":
        return Cel(indicator, "totaal", "alle", "")
    delen, codes = uitsplitsing.split(KRUIS), categorie.split(KRUIS)
    if uitsplitsing not in tabellen_van(indicator) or len(delen) != len(codes):
        raise Http404
    labels = [_label(plek, indicator, deel, code) for deel, code in zip(delen, codes, strict=True)]
    return Cel(indicator, uitsplitsing, categorie, ", ".join(labels))


def _label(plek: Plek, indicator: Indicator, uitsplitsing: str, categorie: str) -> str:
    labels = plek.labels(indicator, uitsplitsing)
    if categorie not in labels:
        raise Http404
    return f"{UITSPLITSINGEN[uitsplitsing].titel.lower()}: {labels[categorie]}"


def _sleutel(request: HttpRequest, naam: str) -> UUID | None:
    try:
        return UUID(request.GET[naam]) if naam in request.GET else None
    except ValueError as fout:
        raise Http404 from fout


def _zin(plek: Plek, cel: Cel, mensen: int) -> str:
    """What the number counts, where that is not simply these persons."""
    indicator = cel.indicator
    if indicator.maat == Maat.PERCENTAGE:
        return f"Dit zijn de mensen die meetellen als '{indicator.teller_heet}'."
    if indicator.maat == Maat.MEDIAAN:
        return "Over deze mensen gaat de mediaan."
    if indicator.eenheid == Eenheid.PERSONEN:
        return ""
    periode = plek.keuze.periode
    antwoord = plek.meet([Vraag(indicator, periode, _tabel(cel))])
    aantal = antwoord.aantal(indicator, periode, cel.uitsplitsing, cel.categorie)
    return f"Het cijfer telt {aantal} {indicator.eenheid}. Ze zijn van deze mensen."


def _tabel(cel: Cel) -> tuple[str, ...]:
    return () if cel.uitsplitsing == "totaal" else (cel.uitsplitsing,)


def _noteer(request: HttpRequest, plek: Plek, cel: Cel, personen: list[Statushouder]) -> None:
    """One row per person on the page; one without a person where there is none."""
    noteer(
        request.door,
        Handeling.GEVALLEN_GEOPEND,
        *personen,
        soort="" if personen else "cijfers",
        regio_id=None if personen else plek.regio.pk,
        cijfer=cel.indicator.code,
        per=cel.uitsplitsing,
        categorie=cel.categorie,
        halfjaar=plek.keuze.halfjaar.code,
        aantal=len(personen),
    )
