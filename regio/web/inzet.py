"""The verbinder as work: aanstellingen, hours, and what was meant against what was done."""

from decimal import ROUND_HALF_UP, Decimal

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from regio.aanstellingsverloop import verloop_van_aanstellingen
from regio.inzet import eerste_dag, laatste_dag, urenstand
from regio.models import Aanstelling, Actielijn, Arbeidsmarktregio, Ureninzet
from regio.perioden import Halfjaar, halfjaar_uit_code, halfjaar_van, halfjaren_terug, vandaag
from regio.services.aanstellingen import beeindig_aanstelling, stel_aan
from regio.services.uren import boek_week, mag_boeken
from regio.toegang import Bereik
from regio.web.bevestigen import opnieuw_bevestigd
from regio.web.formulieren import eenmalig
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import EindeForm
from regio.web.urenformulieren import ALGEMEEN, AanstellingForm, WeekForm

WEKEN_TE_ZIEN = 30


def _regios(bereik: Bereik):
    """Who works with the hours: verbinder, controller and functioneel beheerder."""
    ids = bereik.cijferregios | bereik.geldregios | bereik.beheerregios
    return Arbeidsmarktregio.objects.filter(pk__in=ids)


@require_safe
def inzetten(request: HttpRequest) -> HttpResponse:
    """Straight to the one region of this user, else a choice."""
    regios = list(_regios(request.bereik))
    if not regios:
        raise PermissionDenied("De inzet ziet de verbinder, de controller en de beheerder.")
    if len(regios) == 1:
        return redirect("inzet", regios[0].code)
    return render(request, "regio/inzet_kiezen.html", {"regios": regios})


@require_safe
def inzet(request: HttpRequest, code: str) -> HttpResponse:
    """Aanstellingen, hours of a half-year per actielijn, and the weeks that were booked."""
    regio = get_object_or_404(_regios(request.bereik), code=code)
    op = vandaag()
    halfjaar = _halfjaar(request, halfjaar_van(op))
    stand = urenstand(regio, halfjaar)
    alle = list(
        Aanstelling.objects.filter(regio=regio)
        .select_related("gebruiker", "regio")
        .prefetch_related("verdeling__actielijn")
        .order_by("-van", "-pk")
    )
    for aanstelling in alle:
        aanstelling.loopt = aanstelling.loopt_op(op)
    boekbaar = {a.pk for a in alle if mag_boeken(a, request.bereik, request.user.pk)}
    context = {
        "regio": regio,
        "halfjaar": halfjaar,
        "halfjaren": list(halfjaren_terug(halfjaar_van(op), 5)),
        "stand": stand,
        "regels": _regels(stand.per_actielijn),
        "aanstellingen": alle,
        "weken": _weken(regio, halfjaar),
        "verloop": verloop_van_aanstellingen(regio),
        "mag_aanstellen": regio.pk in request.bereik.beheerregios,
        "zonder_verbinder": not any(a.loopt and not a.is_vacature for a in alle),
        "boekbaar": boekbaar,
        "te_boeken": [a for a in stand.aanstellingen if a.pk in boekbaar],
    }
    return render(request, "regio/inzet.html", context)


def _halfjaar(request: HttpRequest, standaard: Halfjaar) -> Halfjaar:
    try:
        return halfjaar_uit_code(request.GET.get("halfjaar", "") or standaard.code)
    except ValidationError as fout:
        raise Http404 from fout


def heel(uren: Decimal) -> int:
    """Whole hours, half up."""
    return int(uren.quantize(Decimal(1), ROUND_HALF_UP))


def _regels(per_actielijn) -> list[dict]:
    namen = {lijn.pk: str(lijn) for lijn in Actielijn.objects.all()}
    return [
        {
            "naam": f"Actielijn {namen[nummer]}" if nummer is not None else "Algemeen",
            "gepland": heel(gepland),
            "ingezet": ingezet,
        }
        for nummer, (gepland, ingezet) in per_actielijn.items()
    ]


def _weken(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> list[dict]:
    """The lines that stand, per verbinder and week, the newest first."""
    rijen = (
        Ureninzet.objects.staand()
        .filter(aanstelling__regio=regio, dag__gte=halfjaar.van, dag__lt=halfjaar.tot)
        .order_by("-dag")
        .values("dag", "aanstelling", "aanstelling__gebruiker__naam")
        .annotate(uren=Sum("uren"))[:WEKEN_TE_ZIEN]
    )
    return [rij | {"tot_en_met": laatste_dag(rij["dag"])} for rij in rijen]


@opnieuw_bevestigd
@eenmalig
def aanstellen(request: HttpRequest, code: str) -> HttpResponse:
    """Let somebody be verbinder, or write down a vacancy; `?vacature=` fills one."""
    regio = _eis_beheer(request, code)
    vacature = _vacature(request, regio)
    begin = AanstellingForm.van_vacature(vacature) if vacature else {}
    form = AanstellingForm.van(request, initial={"van": vandaag(), **begin})
    if form.is_valid() and form.voer_uit(
        stel_aan, regio=regio, vacature=vacature, bereik=request.bereik, door=request.door
    ):
        messages.success(request, f"Opgeslagen: {form.resultaat.gebruiker or 'vacature'}.")
        return redirect("inzet", regio.code)
    return formulierpagina(
        request,
        form,
        titel="Vacature vervullen" if vacature else "Verbinder aanstellen",
        knop="Opslaan",
        kruimels=[("Inzet", reverse("inzet", args=[regio.code]))],
        uitleg=[
            "Wie u aanstelt, heeft op deze dagen de rechten van regionale verbinder, en na de "
            "laatste dag niet meer."
        ],
    )


def _vacature(request: HttpRequest, regio: Arbeidsmarktregio) -> Aanstelling | None:
    sleutel = request.GET.get("vacature", "")
    if not sleutel:
        return None
    alle = Aanstelling.objects.filter(regio=regio, gebruiker__isnull=True)
    return get_object_or_404(alle, pk=sleutel if sleutel.isdecimal() else 0)


@opnieuw_bevestigd
@eenmalig
def einde(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Let an aanstelling end, and the right with it."""
    regio = _eis_beheer(request, code)
    aanstelling = get_object_or_404(Aanstelling.objects.filter(regio=regio), pk=pk)
    form = EindeForm.van(request, initial={"laatste_dag": vandaag()})
    if form.is_valid() and form.voer_uit(
        beeindig_aanstelling,
        aanstelling=aanstelling,
        op=vandaag(),
        bereik=request.bereik,
        door=request.door,
    ):
        messages.success(request, "De aanstelling eindigt, en het recht van verbinder ook.")
        return redirect("inzet", regio.code)
    return formulierpagina(
        request,
        form,
        titel=f"Aanstelling van {aanstelling.gebruiker or 'vacature'} beëindigen",
        knop="Beëindigen",
        kruimels=[("Inzet", reverse("inzet", args=[regio.code]))],
        uitleg=["Na de laatste dag ziet deze verbinder de gegevens van de regio niet meer."],
    )


def _eis_beheer(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    regio = get_object_or_404(_regios(request.bereik), code=code)
    if regio.pk not in request.bereik.beheerregios:
        raise PermissionDenied("Aanstellen doet de functioneel beheerder van de regio.")
    return regio


@eenmalig
def week(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The hours of one week of one verbinder, in one line."""
    regio = get_object_or_404(_regios(request.bereik), code=code)
    aanstelling = get_object_or_404(
        Aanstelling.objects.filter(regio=regio, gebruiker__isnull=False), pk=pk
    )
    if not mag_boeken(aanstelling, request.bereik, request.user.pk):
        raise PermissionDenied("Deze uren boekt de verbinder zelf of de beheerder van de regio.")
    form = WeekForm.van(request, initial=_begin(request, aanstelling))
    if form.is_valid() and form.voer_uit(
        boek_week, aanstelling=aanstelling, op=vandaag(), bereik=request.bereik, door=request.door
    ):
        messages.success(request, "De uren zijn geboekt.")
        return redirect("inzet", regio.code)
    return formulierpagina(
        request,
        form,
        titel=f"Uren van {aanstelling.gebruiker}",
        knop="Boeken",
        kruimels=[("Inzet", reverse("inzet", args=[regio.code]))],
        uitleg=[
            "Een regel per week. Boekt u een week nog eens, dan gelden de nieuwe uren. In een "
            "week waarin een nieuw halfjaar begint, boekt u voor en na die dag apart."
        ],
    )


def _begin(request: HttpRequest, aanstelling: Aanstelling) -> dict:
    """The week that is asked for, or this one, with what was booked in it."""
    veld = WeekForm.base_fields["dag"]
    try:
        dag = veld.clean(request.GET.get("dag") or vandaag())
    except ValidationError:
        dag = vandaag()
    staand = Ureninzet.objects.staand().filter(aanstelling=aanstelling, dag=eerste_dag(dag))
    uren = {
        f"lijn_{rij.actielijn_id}" if rij.actielijn_id is not None else ALGEMEEN: rij.uren
        for rij in staand
    }
    return {"dag": dag, **uren}
