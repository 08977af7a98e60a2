"""Which mail a user wants, and when."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from regio.web.formulieren import HandelingForm, eenmalig, toon
from statushouders.codes import Berichtsoort, Wanneer
from statushouders.services.berichten import (
    ZONDER_MOMENT,
    kies_berichten,
    soorten_van,
    voorkeuren_van,
)


class BerichtenForm(HandelingForm):
    """One choice per kind of news that can reach this user."""

    def __init__(self, *args, soorten: list[Berichtsoort], **kwargs):
        super().__init__(*args, **kwargs)
        for soort in soorten:
            keuzes = [k for k in Wanneer.choices if k[0] != Wanneer.DIRECT or self._direct(soort)]
            self.fields[soort.value] = forms.ChoiceField(
                label=soort.label, choices=keuzes, widget=forms.RadioSelect
            )

    @staticmethod
    def _direct(soort: Berichtsoort) -> bool:
        return soort not in ZONDER_MOMENT


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def berichten(request: HttpRequest) -> HttpResponse:
    """Directly, every working morning, or not."""
    soorten = soorten_van(request.bereik)
    if not soorten:
        raise PermissionDenied("Voor uw rol is er geen e-mail om te kiezen.")
    form = BerichtenForm.van(request, initial=voorkeuren_van(request.user), soorten=soorten)
    if form.is_bound and form.is_valid() and form.voer_uit(kies_berichten, gebruiker=request.user):
        messages.success(request, "Uw keuze voor e-mail is opgeslagen.")
        return redirect("mijn_account")
    return toon(request, "statushouders/berichten.html", {"form": form})
