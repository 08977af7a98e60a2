"""The bijdragen of a circulaire for all regions at once: upload, look, choose, load."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regio.bedragen import geschreven
from regio.models import Zekerheid
from regio.models.klaargezet import Lijstsoort
from regio.perioden import vandaag
from regio.services.bijdragen import laad_bijdragen
from regio.services.klaarzetten import rond_af, zet_klaar
from regio.uitwisseling.circulaire import (
    KOLOMMEN,
    MEESTE_RIJEN,
    VERPLICHT,
    Gelezen,
    lees_circulaire,
)
from regio.web.bevestigen import opnieuw_bevestigd
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.geld.gemeente import beheerders
from regio.web.lijstbestanden import BestandForm, tabel_van, vind_lijst
from regio.web.velden import Dag

SOORT = Lijstsoort.CIRCULAIRE


class CirculaireForm(BestandForm):
    """The table of a circulaire as csv."""

    meeste_rijen = MEESTE_RIJEN


class LaadForm(HandelingForm):
    """Which circulaires of the table to load, and as received on which day."""

    datum = Dag(
        label="Ontvangen op",
        help_text="Voor alle gekozen bijdragen dezelfde dag, bijvoorbeeld die van de circulaire.",
    )
    groepen = forms.MultipleChoiceField(
        label="Welke bijdragen",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste een circulaire om te laden."},
    )

    def bied_aan(self, gelezen: Gelezen) -> None:
        """A choice per circulaire and year, with what is in it."""
        keuzes: dict[str, list] = {}
        for regel in gelezen.te_laden:
            keuzes.setdefault(f"{regel.rij}:{regel.circulaire}:{regel.jaar}", []).append(regel)
        self.regels = keuzes
        self.fields["groepen"].choices = [
            (sleutel, _naam(regels)) for sleutel, regels in keuzes.items()
        ]


def _naam(regels: list) -> str:
    een = regels[0]
    wie = str(een.regio) if len(regels) == 1 else f"{len(regels)} regio's"
    zeker = Zekerheid(een.zekerheid).label.lower()
    bedrag = f"{geschreven(een.bedrag)} per regio"
    return f"{een.circulaire}, geld van {een.jaar}: {wie}, {bedrag} ({zeker})"


@beheerders
@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def laden(request: HttpRequest) -> HttpResponse:
    """Choose a file. It is looked at, and kept for its uploader until they decide."""
    form = CirculaireForm.van(request)
    if form.is_bound and form.is_valid():
        lijst = zet_klaar(
            soort=SOORT,
            gebruiker=request.user,
            regio=None,
            naam=form.naam,
            inhoud=form.tekst,
            keuzes={},
            nu=timezone.now(),
        )
        return redirect("geld_bijdragen_controle", sleutel=lijst.sleutel)
    context = {"form": form, "kolommen": [(naam, naam in VERPLICHT) for naam in KOLOMMEN]}
    return toon(request, "regio/geld/bijdragen.html", context)


@beheerders
@opnieuw_bevestigd
@eenmalig
def controle(request: HttpRequest, sleutel) -> HttpResponse:
    """What the table would load; with POST it does so, checked anew."""
    lijst = vind_lijst(request, SOORT, sleutel, vergrendel=request.method == "POST")
    if lijst.gedaan is not None:
        return redirect("geld_beheer")
    gelezen = lees_circulaire(tabel_van(lijst, MEESTE_RIJEN))
    form = LaadForm.van(request, initial={"datum": vandaag()})
    form.bied_aan(gelezen)
    if form.is_valid() and not gelezen.fouten:
        datum, gekozen = form.cleaned_data["datum"], form.cleaned_data["groepen"]
        bijdragen = [r.als_bijdrage(datum) for sleutel in gekozen for r in form.regels[sleutel]]
        if form.voer_uit(
            lambda **_: laad_bijdragen(
                naam=lijst.naam,
                bijdragen=bijdragen,
                op=vandaag(),
                nu=timezone.now(),
                bereik=request.bereik,
                door=request.door,
            )
        ):
            rond_af(lijst, {"geladen": len(bijdragen)})
            messages.success(request, f"{len(bijdragen)} bijdragen zijn geladen.")
            return redirect("geld_beheer")
    context = {
        "form": form,
        "lijst": lijst,
        "gelezen": gelezen,
        "niet": [regel for regel in gelezen.regels if regel.waarom_niet],
        "fout": bool(gelezen.fouten),
    }
    return toon(request, "regio/geld/bijdragen_controle.html", context)


@beheerders
@require_POST
def weg(request: HttpRequest, sleutel) -> HttpResponse:
    """Not this table: it is thrown away."""
    vind_lijst(request, SOORT, sleutel, vergrendel=True).delete()
    return redirect("geld_bijdragen")
