"""Registering somebody: search first, few fields, and on to the person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regio.perioden import vandaag
from regio.toegang import Bereik
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders import waarschuwingen
from statushouders.models import Statushouder
from statushouders.services.aanmelden import meld_aan
from statushouders.web.formulieren.persoon import AanmeldForm
from statushouders.web.start import eis_dossiers
from statushouders.web.zoeken import zoek_gelijken


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_toevoegen(request: HttpRequest) -> HttpResponse:
    """Quick registration; who looks like somebody we know is shown before a second one is made."""
    eis_dossiers(request)
    op = vandaag()
    form = AanmeldForm.van(
        request,
        initial=AanmeldForm.beginwaarden(op),
        bereik=request.bereik,
        gebruiker=request.user,
        op=op,
    )
    gelijken: list[Statushouder] = []
    if form.is_bound and form.is_valid():
        gelijken = zoek_gelijken(request)
        zinnen = _waarschuwingen(form.cleaned_data, gelijken, request.bereik, op)
        if form.akkoord_met(zinnen) and form.voer_uit(meld_aan, op=op, door=request.door):
            messages.success(request, "De persoon is aangemeld.")
            return redirect(form.resultaat)
    status = MISLUKT if form.mislukt else 200
    context = {"form": form, "gelijken": gelijken}
    return render(request, "statushouders/persoon_toevoegen.html", context, status=status)


def _waarschuwingen(schoon: dict, gelijken: list[Statushouder], bereik: Bereik, op) -> list[str]:
    zinnen = []
    if any(abs(persoon.geboortejaar - schoon["geboortejaar"]) <= 1 for persoon in gelijken):
        zinnen.append(
            "Er is al iemand met een naam en geboortejaar die hierop lijken. Kijk rechts of het "
            "dezelfde persoon is."
        )
    zinnen += waarschuwingen.bij_feiten(
        wet=schoon["wet"],
        datum_bekendmaking=schoon["datum_bekendmaking"],
        kenmerk=schoon["kenmerk"],
    )
    zinnen += waarschuwingen.bij_dagen(
        op=op,
        dag_van_aanmelding=schoon["aangemeld_op"],
        begin_van_het_verblijf=schoon["verblijf_van"],
    )
    return zinnen + waarschuwingen.bij_gemeente(
        schoon["verblijf_gemeente"], van=schoon["verblijf_van"]
    )
