"""The archive of a region: every adopted report, and each figure over the half-years."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regio.logboek import noteer
from regio.models import Arbeidsmarktregio, Handeling
from regio.templatetags.nederlands import cijfernummer
from regio.uitwisseling.csvtekst import schrijf_tekst
from verbinder.rapportage.reeks import Moment, Reeks, Reeksen, vastgesteld
from verbinder.rapportage.web.vinden import adres_van

EERSTE = "A1"
KOPPEN = ("Halfjaar", "Cijfer", "Teller en noemer", "Versie", "Vastgesteld op", "Exclusief")


class CijferKeuze(forms.Form):
    """Which figure."""

    cijfer = forms.ChoiceField(label="Cijfer")

    def __init__(self, *args, titels: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cijfer"].choices = [
            (code, f"{cijfernummer(code)} {t}") for code, t in titels.items()
        ]


@require_safe
def archief(request: HttpRequest, regio: str) -> HttpResponse:
    """Every adopted report of a region, newest first."""
    van_regio = vind_regio(request, regio)
    versies = vastgesteld(request.bereik, van_regio)
    for versie in versies:
        versie.adres = adres_van(versie)
    context = {"regio": van_regio, "versies": versies}
    return render(request, "verbinder/rapportage/archief.html", context)


@require_safe
def reeks(request: HttpRequest, regio: str) -> HttpResponse:
    """One figure over the half-years as adopted; `?formaat=csv` gives it as a file."""
    van_regio = vind_regio(request, regio)
    versies = vastgesteld(request.bereik, van_regio)
    context: dict = {"regio": van_regio, "reeks": None}
    if versies:
        reeksen = Reeksen(versies)
        eerste = EERSTE if EERSTE in reeksen.titels else next(iter(reeksen.titels))
        gevraagd = request.GET.get("cijfer") or eerste
        form = CijferKeuze({"cijfer": gevraagd}, titels=reeksen.titels)
        if not form.is_valid():
            raise Http404
        gekozen = reeksen.van(gevraagd)
        if request.GET.get("formaat") == "csv":
            return _bestand(request, van_regio, gekozen)
        for moment in gekozen.momenten:
            if moment.versie:
                moment.versie.adres = adres_van(moment.versie)
        context |= {"form": form, "reeks": gekozen, "csv": f"?cijfer={gevraagd}&formaat=csv"}
    return render(request, "verbinder/rapportage/reeks.html", context)


def vind_regio(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    """The region, for who may read its publications. Raises Http404."""
    regios = Arbeidsmarktregio.objects.all()
    if not request.bereik.alle_publicaties:
        regios = regios.filter(pk__in=request.bereik.publicaties | request.bereik.cijferregios)
    return get_object_or_404(regios, code=code)


def _bestand(request: HttpRequest, regio: Arbeidsmarktregio, gekozen: Reeks) -> HttpResponse:
    code = gekozen.definitie.code
    noteer(
        request.door,
        Handeling.UITVOER_GEMAAKT,
        soort="cijfers",
        regio_id=regio.pk,
        cijfer=code,
        formaat="csv",
    )
    inhoud = schrijf_tekst([KOPPEN, *map(_rij, gekozen.momenten)])
    naam = f"reeks-{regio.code}-{code}.csv"
    return HttpResponse(
        inhoud,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def _rij(moment: Moment) -> tuple:
    versie = moment.versie
    return (
        moment.halfjaar.code,
        moment.weergave,
        moment.deel,
        versie.nummer if versie else None,
        versie.vaststelling.datum if versie else None,
        ", ".join(moment.zonder_levering),
    )
