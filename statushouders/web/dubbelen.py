"""Dossiers that may be of one person: the list, two of them side by side, and what to do."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regio.logboek import noteer_lijst
from regio.perioden import vandaag
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.lijsten import dubbelen as lijst
from statushouders.models import Samenvoeging, Statushouder
from statushouders.services.samenvoegen import niet_dezelfde, voeg_samen
from statushouders.web.bestand import Blad, elk_eenmaal, wie_en_waar
from statushouders.web.dossier import naar_persoon
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.start import eis_dossiers

LAATSTE = 20


class SamenvoegForm(DossierForm):
    """Which of the two dossiers stays."""

    def __init__(self, *args, personen: list[Statushouder], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["blijft"] = forms.ChoiceField(
            label="Welk dossier blijft?",
            choices=[
                (str(p.sleutel), f"{p.weergavenaam}, aangemeld op {p.aangemeld_op:%d-%m-%Y}")
                for p in personen
            ],
            widget=forms.RadioSelect(attrs={"data-breedte": "v12"}),
            error_messages={"required": "Kies welk dossier blijft."},
        )


@require_safe
def dubbelen(request: HttpRequest) -> HttpResponse:
    """Pairs to look at, with the reasons; and the latest merges."""
    eis_dossiers(request)
    paren = lijst.dubbelen(request.bereik)
    samengevoegd = list(
        Samenvoeging.objects.zichtbaar_voor(request.bereik)
        .filter(ongedaan_op__isnull=True)
        .select_related("statushouder__naam", "ander", "door")[:LAATSTE]
    )
    gezien = {p.pk: p for paar in paren for p in (paar.een, paar.ander)}
    gezien |= {rij.statushouder_id: rij.statushouder for rij in samengevoegd}
    noteer_lijst(request.door, gezien.values(), lijst="dubbelen")
    context = {"paren": paren, "samengevoegd": samengevoegd}
    return render(request, "statushouders/dubbelen.html", context)


def blad_van_dubbelen(request: HttpRequest) -> Blad:
    """The pairs as a sheet: two names, two gemeenten, and why."""
    paren = lijst.dubbelen(request.bereik)
    return Blad(
        "Dubbele personen",
        (
            *("Persoon", "Gemeente", "Contactpersoon"),
            *("Lijkt op", "Gemeente daarvan", "Contactpersoon daarvan", "Waarom"),
        ),
        [
            (*wie_en_waar(paar.een), *wie_en_waar(paar.ander), ", ".join(paar.redenen))
            for paar in paren
        ],
        elk_eenmaal(p for paar in paren for p in (paar.een, paar.ander)),
    )


def _vind_beide(request: HttpRequest, sleutel, ander) -> list[Statushouder]:
    """Both persons, logged as seen. Raises Http404 when one is out of sight, or it is one."""
    gevonden = {
        p.sleutel: p for p in lijst.volledig(request.bereik).filter(sleutel__in=(sleutel, ander))
    }
    if len(gevonden) != 2:
        raise Http404
    personen = [gevonden[sleutel], gevonden[ander]]
    noteer_lijst(request.door, personen, lijst="vergelijken")
    return personen


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def dubbel_vergelijken(request: HttpRequest, sleutel, ander) -> HttpResponse:
    """Two dossiers side by side; merge them, or say that they are of two people."""
    personen = _vind_beide(request, sleutel, ander)
    form = SamenvoegForm.van(request, personen=personen, initial={"blijft": str(sleutel)})
    if form.is_bound and form.is_valid():
        blijft = next(p for p in personen if str(p.sleutel) == form.cleaned_data.pop("blijft"))
        verdwijnt = next(p for p in personen if p is not blijft)
        if form.voer_uit(
            voeg_samen,
            blijft=blijft,
            verdwijnt=verdwijnt,
            op=vandaag(),
            nu=timezone.now(),
            door=request.door,
        ):
            return naar_persoon(
                request,
                blijft,
                "De dossiers zijn samengevoegd. Bij Dubbele personen maakt u dit ongedaan.",
            )
    context = {
        "personen": personen,
        "form": form,
        "redenen": lijst.redenen_van(*personen),
        "titel": "Is dit dezelfde persoon?",
    }
    sjabloon = "statushouders/dubbel_vergelijken.html"
    return render(request, sjabloon, context, status=MISLUKT if form.mislukt else 200)


@require_POST
def dubbel_niet(request: HttpRequest, sleutel, ander) -> HttpResponse:
    """These are two people."""
    een, twee = _vind_beide(request, sleutel, ander)
    try:
        niet_dezelfde(een=een, ander=twee, nu=timezone.now(), door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, "Onthouden: dit zijn twee mensen.")
    return redirect("dubbelen")
