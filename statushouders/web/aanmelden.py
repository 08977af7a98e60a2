"""Registering somebody: search first, few fields, and on to the person."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regio.perioden import vandaag
from regio.toegang import Bereik
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders import waarschuwingen
from statushouders.codes import Verblijfsoort
from statushouders.models import Statushouder
from statushouders.services.aanmelden import meld_aan
from statushouders.services.overdrachten import is_bekend_elders, vraag_dossier
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
    elders = False
    wil_overdracht = "vraag_overdracht" in request.POST and form.is_valid()
    if wil_overdracht and _vraag_overdracht(request, form, op):
        messages.success(request, "De overdracht is gevraagd. U hoort het als er antwoord is.")
        return redirect("overdrachten")
    if form.is_bound and form.is_valid():
        gelijken = zoek_gelijken(request)
        zinnen = _waarschuwingen(form.cleaned_data, gelijken, request.bereik, op)
        elders, zin = _bekend_elders(request, form.cleaned_data, op)
        zinnen += zin
        if form.akkoord_met(zinnen) and form.voer_uit(meld_aan, op=op, door=request.door):
            messages.success(request, "De persoon is aangemeld.")
            return redirect(form.resultaat)
    status = MISLUKT if form.mislukt else 200
    context = {"form": form, "gelijken": gelijken, "bekend_elders": elders}
    return render(request, "statushouders/persoon_toevoegen.html", context, status=status)


def _bekend_elders(request: HttpRequest, schoon: dict, op) -> tuple[bool, list[str]]:
    """Whether exactly this name and year is known elsewhere in the region, and what to say of it.

    Asked only of a form that is complete, for who comes under a gemeente of the user.
    """
    gemeente = schoon["verblijf_gemeente"]
    if not _is_te_vragen(schoon) or gemeente.pk not in request.bereik.gemeenten:
        return False, []
    try:
        bekend = is_bekend_elders(**_wie(schoon), gemeente=gemeente, op=op, door=request.door)
    except ValidationError as te_vaak:
        return False, te_vaak.messages
    if not bekend:
        return False, []
    return True, ["In een andere gemeente van de regio is iemand bekend met deze naam en dit jaar."]


def _is_te_vragen(schoon: dict) -> bool:
    return schoon["verblijf_soort"] != Verblijfsoort.AZC and bool(
        schoon["voornaam"] and schoon["achternaam"]
    )


def _wie(schoon: dict) -> dict:
    return {veld: schoon[veld] for veld in ("voornaam", "achternaam", "geboortejaar")}


def _vraag_overdracht(request: HttpRequest, form: AanmeldForm, op) -> bool:
    """Ask for the dossier in place of making a second one."""
    schoon = form.cleaned_data
    if not _is_te_vragen(schoon):
        form.add_error(None, "Vul voornaam, achternaam en de gemeente in.")
        return False
    try:
        vraag_dossier(
            **_wie(schoon),
            gemeente=schoon["verblijf_gemeente"],
            verblijf_soort=schoon["verblijf_soort"],
            vanaf=schoon["verblijf_van"],
            op=op,
            door=request.door,
        )
    except ValidationError as weigering:
        form.add_error(None, weigering.messages)
    return not form.errors


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
