"""Writing one part of the report."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regio.web.formulieren import HandelingForm, eenmalig, toon
from verbinder.rapportage.delen import Deel, delen_van
from verbinder.rapportage.document import blokken_van
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.opslag import laatste_teksten, rapport_van
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.services import schrijf_tekst
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
    form = TekstForm.van(
        request,
        initial={
            "tekst": geldend.tekst if geldend else "",
            "gelezen": geldend.volgnummer if geldend else 0,
        },
    )
    if form.is_valid() and form.voer_uit(
        schrijf_tekst, versie=versie, deel=deel, nu=timezone.now(), door=request.door
    ):
        messages.success(request, f"De tekst bij '{gekozen.titel}' is opgeslagen.")
        return redirect(f"{adres_van(versie)}#{deel}")
    context = {
        "form": form,
        "versie": versie,
        "rapport": rapport,
        "deel": gekozen,
        "terug": f"{adres_van(versie)}#{deel}",
        "geldend": geldend,
        "blokken": blokken_van(geldend.tekst, rapport) if geldend else (),
        "cijfers": _cijfers(rapport),
    }
    return toon(request, "verbinder/rapportage/tekst.html", context)


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
