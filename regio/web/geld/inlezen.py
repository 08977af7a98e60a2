"""Bookings from a financial system: upload, put the columns right, look, and book all or none."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regio.geldstand import standen
from regio.models import Arbeidsmarktregio, KlaargezetteLijst, Kostensoort
from regio.models.klaargezet import Lijstsoort
from regio.perioden import vandaag
from regio.services.klaarzetten import rond_af, zet_klaar
from regio.uitwisseling.boekingen import (
    DOELVELDEN,
    MEESTE_RIJEN,
    Keuzes,
    Uitkomst,
    lees_boekingen_in,
    raad_kolommen,
)
from regio.uitwisseling.tabel import Tabel
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.geld.velden import Pot
from regio.web.geld.vinden import boek_regio
from regio.web.lijstbestanden import HOOGSTENS_GETOOND, BestandForm, tabel_van, vind_lijst

SOORT = Lijstsoort.BOEKINGEN


class BoekingenForm(BestandForm):
    """The csv of a financial system."""

    meeste_rijen = MEESTE_RIJEN


class KolommenForm(HandelingForm):
    """Which column holds what, and what holds for rows that say nothing of it."""

    pot = Pot(
        label="Uit welk geld, als de rij het niet zegt",
        required=False,
        widget=forms.Select(attrs={"data-breedte": "v6"}),
    )
    kostensoort = forms.ChoiceField(
        label="Waarvoor, als de rij het niet zegt",
        choices=[("", "Kies er een"), *Kostensoort.choices],
        required=False,
        widget=forms.Select(attrs={"data-breedte": "v6"}),
    )

    def bied_aan(self, tabel: Tabel, potten) -> None:
        """A choice per field, out of the heads of this file."""
        self.fields["pot"].bied_aan(potten)
        koppen = [("", "Geen kolom")] + [
            (str(nummer), kop or f"kolom {nummer + 1}") for nummer, kop in enumerate(tabel.koppen)
        ]
        for doel in DOELVELDEN:
            self.fields[f"kolom_{doel.code}"] = forms.ChoiceField(
                label=doel.naam,
                choices=koppen,
                required=doel.verplicht,
                widget=forms.Select(attrs={"data-breedte": "v4"}),
                error_messages={"required": "Kies de kolom waarin dit staat."},
            )

    def keuzes(self) -> Keuzes:
        schoon = self.cleaned_data
        jaar, soort = schoon["pot"] or (None, "")
        return Keuzes(
            kolommen={
                doel.code: int(schoon[f"kolom_{doel.code}"])
                for doel in DOELVELDEN
                if schoon[f"kolom_{doel.code}"]
            },
            herkomstjaar=jaar,
            soort=soort,
            kostensoort=schoon["kostensoort"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def inlezen(request: HttpRequest, code: str) -> HttpResponse:
    """Choose a file. It is kept for its uploader until they decide."""
    regio = boek_regio(request, code)
    form = BoekingenForm.van(request)
    if form.is_bound and form.is_valid():
        lijst = zet_klaar(
            soort=SOORT,
            gebruiker=request.user,
            regio=regio,
            naam=form.naam,
            inhoud=form.tekst,
            keuzes=_eerste_keuzes(form.tabel, regio).als_gegevens(),
            nu=timezone.now(),
        )
        return redirect("geld_inlezen_controle", sleutel=lijst.sleutel)
    context = {"form": form, "regio": regio, "doelvelden": DOELVELDEN, "rijen": MEESTE_RIJEN}
    return toon(request, "regio/geld/inlezen.html", context)


def _eerste_keuzes(tabel: Tabel, regio: Arbeidsmarktregio) -> Keuzes:
    """Guessed columns, and the only pot when there is but one."""
    potten = standen(regio.pk, op=vandaag())
    jaar, soort = potten[0].pot if len(potten) == 1 else (None, "")
    return Keuzes(raad_kolommen(tabel), jaar, soort)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def controle(request: HttpRequest, sleutel) -> HttpResponse:
    """What the file would do with these columns; `boek` does it, checked anew."""
    lijst = vind_lijst(request, SOORT, sleutel, vergrendel=request.method == "POST")
    regio = lijst.regio
    if regio is None or regio.pk not in request.bereik.geldregios:
        raise PermissionDenied("Boeken doet de controller van deze regio.")
    if lijst.gedaan is not None:
        return redirect("geld_regio", code=regio.code)
    tabel = tabel_van(lijst, MEESTE_RIJEN)
    form = KolommenForm.van(request, initial=_initieel(lijst))
    form.bied_aan(tabel, standen(regio.pk, op=vandaag()))
    if form.is_bound and form.is_valid():
        lijst.keuzes = form.keuzes().als_gegevens()
        lijst.save(update_fields=["keuzes"])
    boek = "boek" in request.POST and form.is_valid()
    uitkomst = _lees(request, lijst, tabel, regio, proef=not boek)
    if boek and not uitkomst.fouten:
        aantal = len(uitkomst.geboekt) + len(uitkomst.wacht)
        rond_af(lijst, {"geboekt": len(uitkomst.geboekt), "wacht": len(uitkomst.wacht)})
        messages.success(request, f"{aantal} rijen uit {lijst.naam} zijn verwerkt.")
        return redirect("geld_regio", code=regio.code)
    context = {
        "form": form,
        "lijst": lijst,
        "regio": regio,
        "uitkomst": uitkomst,
        "fouten": uitkomst.fouten[:HOOGSTENS_GETOOND],
        "nieuw": [*uitkomst.geboekt, *uitkomst.wacht][:HOOGSTENS_GETOOND],
        "hoogstens": HOOGSTENS_GETOOND,
        "fout": bool(uitkomst.fouten),
    }
    return toon(request, "regio/geld/inlezen_controle.html", context)


def _initieel(lijst: KlaargezetteLijst) -> dict:
    keuzes = Keuzes(**lijst.keuzes)
    kolommen = {f"kolom_{code}": str(kolom) for code, kolom in keuzes.kolommen.items()}
    pot = f"{keuzes.herkomstjaar}-{keuzes.soort}" if keuzes.soort else ""
    return {**kolommen, "pot": pot, "kostensoort": keuzes.kostensoort}


def _lees(request: HttpRequest, lijst, tabel: Tabel, regio, *, proef: bool) -> Uitkomst:
    return lees_boekingen_in(
        tabel=tabel,
        keuzes=Keuzes(**lijst.keuzes),
        regio=regio,
        bereik=request.bereik,
        op=vandaag(),
        door=request.door,
        proef=proef,
    )


@require_POST
def weg(request: HttpRequest, sleutel) -> HttpResponse:
    """Not this file: it is thrown away."""
    lijst = vind_lijst(request, SOORT, sleutel, vergrendel=True)
    code = lijst.regio.code if lijst.regio else ""
    lijst.delete()
    return redirect("geld_inlezen", code=code)
