"""The regions of the country, and who belonged to them on a day."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from regio.models import (
    Arbeidsmarktregio,
    Centrumgemeente,
    Deelname,
    Gemeente,
    GemeenteInRegio,
)
from regio.perioden import vandaag
from regio.services.indeling import bevestig_centrumgemeente
from regio.web.formulieren import HandelingForm, eenmalig, toon
from regio.web.velden import Dag


class ZoekForm(forms.Form):
    """A word in the name of a region or of a gemeente in it."""

    q = forms.CharField(label="Naam van een regio of gemeente", required=False, max_length=100)


class DagForm(forms.Form):
    """The day to look at."""

    op = Dag(label="Stand op", required=False)


class CentrumgemeenteForm(HandelingForm):
    """Which gemeente is the centrumgemeente."""

    gemeente = forms.ModelChoiceField(
        label="Centrumgemeente",
        queryset=Gemeente.objects.none(),
        error_messages={"invalid_choice": "Kies een gemeente uit deze regio."},
    )


@require_safe
def regios(request: HttpRequest) -> HttpResponse:
    """All regions, or those that match a word."""
    op = vandaag()
    zoek = ZoekForm(request.GET)
    rijen = Arbeidsmarktregio.objects.annotate(
        aantal=Count("lidmaatschappen", filter=_geldig("lidmaatschappen", op))
    ).order_by("naam")
    if zoek.is_valid() and (woord := zoek.cleaned_data["q"].strip()):
        rijen = rijen.filter(pk__in=_met_woord(woord, op))
    rijen = list(rijen)
    centrumgemeenten = Centrumgemeente.objects.geldig_op(op).select_related("gemeente")
    centra = {centrum.regio_id: centrum for centrum in centrumgemeenten}
    for regio in rijen:
        regio.centrum = centra.get(regio.pk)
    telling = ngettext("%d regio", "%d regio's", len(rijen)) % len(rijen)
    context = {"zoek": zoek, "regios": rijen, "telling": telling}
    return toon(request, "regio/regios.html", context)


@require_safe
def regio(request: HttpRequest, code: str) -> HttpResponse:
    """One region as of a day (`?op=`), with what changed before and what will change."""
    regio = get_object_or_404(Arbeidsmarktregio, code=code)
    form = DagForm(request.GET)
    op = (form.is_valid() and form.cleaned_data["op"]) or vandaag()
    if not form.errors:
        form = DagForm(initial={"op": op})
    leden = list(
        GemeenteInRegio.objects.filter(regio=regio)
        .select_related("gemeente__opvolger")
        .order_by("gemeente__naam", "van")
    )
    nu = [lid for lid in leden if _geldt(lid, op)]
    deelnames = Deelname.objects.geldig_op(op).filter(gemeente__in=[lid.gemeente_id for lid in nu])
    doet_mee = {deelname.gemeente_id: deelname for deelname in deelnames}
    for lid in nu:
        lid.deelname = doet_mee.get(lid.gemeente_id)
    centrumgemeenten = Centrumgemeente.objects.geldig_op(op).select_related("gemeente")
    centrum = centrumgemeenten.filter(regio=regio).first()
    context = {
        "form": form,
        "regio": regio,
        "op": op,
        "leden": nu,
        "inwoners": sum(lid.gemeente.inwoners or 0 for lid in nu),
        "eerder": [lid for lid in leden if lid.tot_en_met and lid.tot_en_met < op],
        "later": [lid for lid in leden if lid.van and lid.van > op],
        "centrum": centrum,
        "mag_bevestigen": regio.pk in request.bereik.beheerregios,
        "leest_stukken": request.bereik.alle_publicaties or regio.pk in request.bereik.publicaties,
        "is_vandaag": op == vandaag(),
    }
    return toon(request, "regio/regio.html", context)


@eenmalig
def centrumgemeente(request: HttpRequest, code: str) -> HttpResponse:
    """Confirm or correct the centrumgemeente of a region that one manages."""
    regio = get_object_or_404(Arbeidsmarktregio, code=code)
    if regio.pk not in request.bereik.beheerregios:
        raise PermissionDenied("Dit is niet de regio die u beheert.")
    op = vandaag()
    huidig = Centrumgemeente.objects.geldig_op(op).filter(regio=regio).first()
    form = CentrumgemeenteForm.van(request, initial={"gemeente": huidig and huidig.gemeente_id})
    form.fields["gemeente"].queryset = Gemeente.objects.in_regio(regio, op=op)
    if form.is_valid() and form.voer_uit(
        bevestig_centrumgemeente, regio=regio, op=op, beheer=request.bereik, door=request.door
    ):
        return redirect("regio", code=code)
    context = {"form": form, "regio": regio, "huidig": huidig}
    return toon(request, "regio/centrumgemeente.html", context)


def _geldt(lid: GemeenteInRegio, op) -> bool:
    return (lid.van is None or lid.van <= op) and (lid.tot_en_met is None or lid.tot_en_met >= op)


def _geldig(pad: str, op) -> Q:
    return (Q(**{f"{pad}__van__isnull": True}) | Q(**{f"{pad}__van__lte": op})) & (
        Q(**{f"{pad}__tot_en_met__isnull": True}) | Q(**{f"{pad}__tot_en_met__gte": op})
    )


def _met_woord(woord: str, op):
    """The regions whose name, earlier name, code or a present gemeente contains the word."""
    leden = GemeenteInRegio.objects.geldig_op(op).filter(gemeente__naam__icontains=woord)
    return Arbeidsmarktregio.objects.filter(
        Q(naam__icontains=woord)
        | Q(eerdere_naam__icontains=woord)
        | Q(code__iexact=woord)
        | Q(pk__in=leden.values("regio"))
    ).values("pk")
