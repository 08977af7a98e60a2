"""Referring somebody, with a profile that is seen before it goes; and who guides them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regio.perioden import vandaag
from regio.web.formulieren import eenmalig
from statushouders.documenten.profiel import profiel, profiel_pdf
from statushouders.models import Begeleiding, Verwijzing
from statushouders.services.begeleiding import beeindig_begeleiding, begin_begeleiding, verleng
from statushouders.services.verwijzingen import noteer_profiel, verwijs, zet_stand
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_met_persoon, vind_persoon
from statushouders.web.formulieren.verwijzing import (
    BegeleidForm,
    EindeBegeleidingForm,
    StandForm,
    VerwijsForm,
)

HULP = "persoon_hulp"


@require_safe
def persoon_hulp(request: HttpRequest, sleutel) -> HttpResponse:
    """Verwijzingen of somebody, and who guides them."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel, op=op)
    context = {
        "persoon": persoon,
        "op": op,
        "fase": persoon.fase_op(op),
        "verwijzingen": list(persoon.verwijzingen.select_related("naar", "door")),
        "begeleiding": list(persoon.begeleiding.select_related("organisatie")),
    }
    return render(request, "statushouders/persoon_hulp.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def verwijzing_maken(request: HttpRequest, sleutel) -> HttpResponse:
    """Ask an organisation to help."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = VerwijsForm.van(request, initial={"gevraagd_op": op}, persoon=persoon)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(verwijs, statushouder=persoon, op=op, door=request.door)
    ):
        messages.success(request, "De verwijzing is vastgelegd. Bekijk nu het profiel.")
        return redirect("verwijzing_profiel", sleutel=form.resultaat.sleutel)
    return toon_formulier(request, form, persoon, titel="Verwijzen", knop="Verwijzing vastleggen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def verwijzing_stand(request: HttpRequest, sleutel) -> HttpResponse:
    """Accepted, refused, withdrawn or finished."""
    op = vandaag()
    rij = _vind_verwijzing(request, sleutel)
    form = StandForm.van(request, initial={"datum": op, "versie": rij.versie}, verwijzing=rij)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(zet_stand, verwijzing=rij, op=op, door=request.door)
    ):
        return naar_persoon(request, rij.statushouder, "De verwijzing is bijgewerkt.", tabblad=HULP)
    return toon_formulier(request, form, rij.statushouder, titel=f"Verwijzing naar {rij.naar}")


def _vind_verwijzing(request: HttpRequest, sleutel) -> Verwijzing:
    return vind_met_persoon(request, Verwijzing, sleutel, "naar", "statushouder__contactpersoon")


@require_http_methods(["GET", "HEAD", "POST"])
def verwijzing_profiel(request: HttpRequest, sleutel) -> HttpResponse:
    """Look at what would go out; a POST makes the file, and is logged."""
    op = vandaag()
    rij = _vind_verwijzing(request, sleutel)
    gegevens = profiel(rij, op=op)
    if request.method == "POST":
        try:
            noteer_profiel(verwijzing=rij, op=op, door=request.door)
        except ValidationError as weigering:
            messages.error(request, weigering.messages[0])
            return redirect("verwijzing_profiel", sleutel=rij.sleutel)
        inhoud = profiel_pdf(gegevens, op=timezone.now())
        koppen = {"Content-Disposition": 'attachment; filename="profiel.pdf"'}
        return HttpResponse(inhoud, content_type="application/pdf", headers=koppen)
    context = {"profiel": gegevens, "rij": rij, "persoon": rij.statushouder}
    return render(request, "statushouders/verwijzing_profiel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def begeleiding_beginnen(request: HttpRequest, sleutel) -> HttpResponse:
    """A volunteer or mentor guides this person."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = BegeleidForm.van(request, initial={"van": op}, persoon=persoon)
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(begin_begeleiding, statushouder=persoon, op=op, door=request.door)
    ):
        return naar_persoon(request, persoon, "De begeleiding is vastgelegd.", tabblad=HULP)
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Vrijwilliger of mentor",
        uitleg=(
            "Een vrijwilliger krijgt geen toegang tot dit dossier. De naam bewaren we een jaar, "
            "of tot drie maanden na het einde. Zeg dat ook tegen de vrijwilliger."
        ),
    )


def _vind_begeleiding(request: HttpRequest, sleutel) -> Begeleiding:
    return vind_met_persoon(request, Begeleiding, sleutel)


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def begeleiding_beeindigen(request: HttpRequest, sleutel) -> HttpResponse:
    """It ended."""
    op = vandaag()
    rij = _vind_begeleiding(request, sleutel)
    form = EindeBegeleidingForm.van(request, initial={"tot_en_met": op})
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(beeindig_begeleiding, begeleiding=rij, op=op, door=request.door)
    ):
        return naar_persoon(request, rij.statushouder, "De begeleiding is beëindigd.", tabblad=HULP)
    return toon_formulier(request, form, rij.statushouder, titel="Begeleiding beëindigen")


@require_POST
def begeleiding_verlengen(request: HttpRequest, sleutel) -> HttpResponse:
    """Keep the name for another year."""
    rij = _vind_begeleiding(request, sleutel)
    try:
        verleng(begeleiding=rij, op=vandaag(), door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
        return redirect(HULP, sleutel=rij.statushouder.sleutel)
    return naar_persoon(request, rij.statushouder, "De gegevens blijven een jaar.", tabblad=HULP)
