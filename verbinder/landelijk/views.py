"""The page of the country, for who has a right without region."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regio.logboek import noteer
from regio.models import Handeling
from regio.perioden import halfjaar_uit_code
from regio.templatetags.nederlands import cijfernummer
from statushouders.uitwisseling.lijst import INHOUDSOORTEN, schrijf
from verbinder.landelijk.naast_elkaar import gepubliceerd, naast_elkaar, te_vergelijken
from verbinder.rapportage.web.vinden import adres_van

STANDAARD = "A3"
FORMATEN = ("xlsx", "ods", "csv")
KOPPEN = ("Regio", "Cijfer", "Teller en noemer", "Gemeenten aangeleverd", "Stand", "Versie")


class Keuze(forms.Form):
    """Which figure over which half-year."""

    halfjaar = forms.ChoiceField(label="Halfjaar", required=False)
    indicator = forms.ChoiceField(label="Cijfer", required=False)

    def __init__(self, *args, halfjaren, indicatoren, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["halfjaar"].choices = [
            (code, halfjaar_uit_code(code).naam) for code in halfjaren
        ]
        self.fields["indicator"].choices = [
            (code, f"{cijfernummer(code)} {indicator.titel}")
            for code, indicator in indicatoren.items()
        ]


@require_safe
def landelijk(request: HttpRequest) -> HttpResponse:
    """The regions in use, sorted by one published figure; `?formaat=xlsx` gives it as a file."""
    if not request.bereik.alle_publicaties:
        raise PermissionDenied("Deze pagina is voor wie de rapporten van het hele land mag lezen.")
    versies = gepubliceerd(request.bereik)
    halfjaren = list(dict.fromkeys(versie.rapportage.halfjaar for versie in versies))
    indicatoren = te_vergelijken()
    eerste = {"halfjaar": halfjaren[0] if halfjaren else "", "indicator": STANDAARD}
    gevraagd = {naam: request.GET.get(naam) or waarde for naam, waarde in eerste.items()}
    form = Keuze(gevraagd, halfjaren=halfjaren, indicatoren=indicatoren)
    gekozen = gevraagd if form.is_valid() else eerste
    indicator = indicatoren[gekozen["indicator"]]
    van_halfjaar = [v for v in versies if v.rapportage.halfjaar == gekozen["halfjaar"]]
    regels = naast_elkaar(van_halfjaar, indicator)
    if request.GET.get("formaat") in FORMATEN and form.is_valid():
        return _bestand(request, regels, indicator, gekozen)
    for regel in regels:
        regel.versie.adres = adres_van(regel.versie)
    context = {
        "form": form,
        "halfjaar": halfjaar_uit_code(gekozen["halfjaar"]) if halfjaren else None,
        "indicator": indicator,
        "regels": regels,
        "gekozen": gekozen,
        "formaten": FORMATEN,
    }
    return render(request, "verbinder/landelijk/landelijk.html", context)


def _bestand(request: HttpRequest, regels, indicator, gekozen: dict[str, str]) -> HttpResponse:
    formaat = request.GET["formaat"]
    rijen = [
        (
            regel.naam,
            regel.weergave,
            regel.deel,
            f"{regel.aangeleverd} van {regel.gemeenten}",
            "Vastgesteld" if getattr(regel.versie, "vaststelling", None) else "Concept",
            regel.versie.nummer,
        )
        for regel in regels
    ]
    noteer(request.door, Handeling.UITVOER_GEMAAKT, soort="cijfers", formaat=formaat, **gekozen)
    titel = f"{indicator.code} {indicator.titel}"
    antwoord = HttpResponse(
        schrijf(KOPPEN, rijen, formaat, titel=titel), content_type=INHOUDSOORTEN[formaat]
    )
    naam = f"landelijk-{gekozen['halfjaar']}-{indicator.code}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
