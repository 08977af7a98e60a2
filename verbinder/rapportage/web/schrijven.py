"""Writing one part of the report."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from regio.web.formulieren import HandelingForm, eenmalig, toon
from verbinder.rapportage.delen import Deel, delen_van
from verbinder.rapportage.document import blokken_van
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.models import Tekst
from verbinder.rapportage.opslag import laatste_teksten, rapport_van
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.services import schrijf_tekst
from verbinder.rapportage.slot import ander_slot, geef_vrij, neem_slot
from verbinder.rapportage.verwijzingen import verwijs
from verbinder.rapportage.web.vinden import adres_van, vind_eigen_versie


class TekstForm(HandelingForm):
    """The text of a part, and which text the writer had before them."""

    tekst = forms.CharField(
        label="Tekst",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=(
            "Komt letterlijk in het rapport. Noem geen personen. Een lege regel begint een nieuwe "
            "alinea; een regel die begint met een streepje of een nummer wordt een opsomming. "
            "Tussen {{ en }} staan cijfers uit het rapport; die blijven gelijk aan de tabel."
        ),
    )
    verhaal = forms.BooleanField(label="Deze tekst vertelt over een persoon", required=False)
    mag_verhaal = forms.BooleanField(
        label="Die persoon is niet herkenbaar, of gaf toestemming",
        required=False,
        help_text="Geanonimiseerd of met toestemming: anders mag het verhaal er niet in.",
    )
    gelezen = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def clean_gelezen(self) -> int:
        return self.cleaned_data["gelezen"] or 0


@eenmalig
def tekst(request: HttpRequest, regio: str, halfjaar: str, nummer: int, deel: str) -> HttpResponse:
    """Show and change the text of one part."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    rapport = rapport_van(versie)
    gekozen = _deel(rapport, deel)
    geldend = laatste_teksten(versie).filter(deel=deel).first()
    form = TekstForm.van(request, initial=_begin(geldend))
    if request.method == "GET" and not hasattr(versie, "vaststelling"):
        neem_slot(versie, deel, request.door)
    if form.is_valid() and form.voer_uit(
        schrijf_tekst, versie=versie, deel=deel, nu=timezone.now(), door=request.door
    ):
        geef_vrij(versie, deel, request.door)
        messages.success(request, f"De tekst bij '{gekozen.titel}' is opgeslagen.")
        return redirect(f"{adres_van(versie)}#{deel}")
    schrijft = ander_slot(versie, deel, request.door)
    context = {
        "form": form,
        "versie": versie,
        "rapport": rapport,
        "deel": gekozen,
        "terug": f"{adres_van(versie)}#{deel}",
        "geldend": geldend,
        "blokken": blokken_van(geldend.tekst, rapport) if geldend else (),
        "cijfers": _cijfers(rapport),
        "schrijft": schrijft,
    }
    return toon(request, "verbinder/rapportage/tekst.html", context)


@require_POST
def bewaar(request: HttpRequest, regio: str, halfjaar: str, nummer: int, deel: str) -> HttpResponse:
    """Save what was typed so far, and keep the part for this writer. Says so in one line."""
    versie = vind_eigen_versie(request, regio, halfjaar, nummer)
    form = TekstForm(data=request.POST)
    if form.is_valid() and form.voer_uit(
        schrijf_tekst, versie=versie, deel=deel, nu=timezone.now(), door=request.door
    ):
        neem_slot(versie, deel, request.door)
    fouten = [fout for lijst in form.errors.values() for fout in lijst]
    context = {"bewaard": None if fouten else form.resultaat, "fouten": fouten}
    # htmx shows an answer only when it is a 200.
    return render(request, "verbinder/rapportage/bewaard.html", context)


def _begin(geldend: Tekst | None) -> dict:
    if geldend is None:
        return {"tekst": "", "gelezen": 0}
    return {
        "tekst": geldend.tekst,
        "gelezen": geldend.volgnummer,
        "verhaal": geldend.verhaal,
        "mag_verhaal": geldend.mag_verhaal,
    }


def _deel(rapport: Rapport, code: str) -> Deel:
    for deel in delen_van(rapport.boek):
        if deel.code == code:
            return deel
    raise Http404


def _cijfers(rapport: Rapport) -> list[dict[str, str]]:
    """The headlines, each with the reference that puts it into a text."""
    return [
        {
            "titel": rapport.definities[cel.plaats.indicator].titel,
            "waarde": geschreven(cel),
            "verwijzing": verwijs(cel.plaats.indicator),
        }
        for cel in rapport.boek.koppen()
    ]
