"""The name and logo of a region on its reports: chosen by the functioneel beheerder."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.models import Arbeidsmarktregio, Huisstijl
from regio.png import GROOTSTE_BESTAND
from regio.services.huisstijl import huisstijl_van, kies_huisstijl
from regio.web.formulieren import HandelingForm, eenmalig, toon


class HuisstijlForm(HandelingForm):
    """How the region is called on its reports, and its logo."""

    naam = forms.CharField(
        label="Naam in rapporten",
        required=False,
        min_length=3,
        max_length=80,
        help_text="Leeg: Arbeidsmarktregio en de naam van de regio.",
        error_messages={"min_length": "Gebruik ten minste 3 tekens, of laat het veld leeg."},
    )
    logo = forms.FileField(
        label="Logo",
        required=False,
        help_text=(
            f"Een PNG van hooguit {GROOTSTE_BESTAND // 1000} kB. Het komt op de eerste pagina, "
            "ongeveer anderhalve centimeter hoog."
        ),
        error_messages={"empty": "Dit bestand is leeg. Kies een ander bestand."},
        widget=forms.FileInput(attrs={"accept": "image/png"}),
    )
    beschrijving = forms.CharField(
        label="Beschrijving van het logo",
        required=False,
        max_length=150,
        help_text="Voor wie het niet kan zien, zoals: Logo van Regio Gooi en Vechtstreek.",
    )
    zonder_logo = forms.BooleanField(label="Haal het logo weg", required=False)

    def clean_logo(self) -> bytes | None:
        bestand: UploadedFile | None = self.cleaned_data["logo"]
        # One byte more than it may be is enough to refuse it.
        return bestand.read(GROOTSTE_BESTAND + 1) if bestand else None


@require_safe
def huisstijlen(request: HttpRequest) -> HttpResponse:
    """The regions that this user manages."""
    if not request.bereik.beheerregios:
        raise PermissionDenied("Naam en logo van een regio kiest de functioneel beheerder.")
    regios = Arbeidsmarktregio.objects.filter(pk__in=request.bereik.beheerregios)
    context = {"regios": [(regio, huisstijl_van(regio)) for regio in regios]}
    return render(request, "regio/huisstijlen.html", context)


@eenmalig
def huisstijl(request: HttpRequest, code: str) -> HttpResponse:
    """Choose the name and logo of one region."""
    if not request.bereik.beheerregios:
        raise PermissionDenied("Naam en logo van een regio kiest de functioneel beheerder.")
    regio = get_object_or_404(Arbeidsmarktregio, code=code, pk__in=request.bereik.beheerregios)
    nu = huisstijl_van(regio)
    begin = {"naam": nu.naam, "beschrijving": nu.beschrijving} if nu else {}
    form = HuisstijlForm.van(request, initial=begin)
    if not (nu and nu.logo):
        del form.fields["zonder_logo"]
    if form.is_valid() and form.voer_uit(
        kies_huisstijl, regio=regio, nu=timezone.now(), door=request.door
    ):
        messages.success(request, "Naam en logo zijn opgeslagen. Nieuwe rapporten krijgen ze.")
        return redirect("huisstijl", code=code)
    return toon(request, "regio/huisstijl.html", {"form": form, "regio": regio, "nu": nu})


@require_safe
def logo(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A logo as it was chosen; it never changes. No secret, but only for who is logged in."""
    gekozen = get_object_or_404(Huisstijl.objects.exclude(logo=b""), pk=pk, regio__code=code)
    return HttpResponse(bytes(gekozen.logo), content_type="image/png")
