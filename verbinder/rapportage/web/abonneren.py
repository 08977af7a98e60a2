"""One's own subscriptions to reports, and ending one from a mail without logging in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regio.logboek import Door
from regio.models import Arbeidsmarktregio
from verbinder.rapportage.abonnement import Abonnement
from verbinder.rapportage.models import Versie
from verbinder.rapportage.services.abonneren import abonneer, lees_afmeldkenmerk, mag_lezen, zeg_op


@require_safe
def abonnementen(request: HttpRequest) -> HttpResponse:
    """Of each region whose reports may be read: a mail, or none."""
    bereik = request.bereik
    if not (bereik.publicaties or bereik.alle_publicaties):
        raise PermissionDenied("Een abonnement is voor wie rapporten mag lezen.")
    regios = Arbeidsmarktregio.objects.filter(pk__in=bereik.publicaties)
    if bereik.alle_publicaties:
        met_rapport = Versie.objects.zichtbaar_voor(bereik).values("rapportage__regio")
        regios |= Arbeidsmarktregio.objects.filter(pk__in=met_rapport)
    eigen = set(Abonnement.objects.filter(gebruiker=request.user).values_list("regio", flat=True))
    context = {"regios": [(regio, regio.pk in eigen) for regio in regios.distinct()]}
    return render(request, "verbinder/rapportage/abonnementen.html", context)


@require_POST
def abonnement(request: HttpRequest, regio: str) -> HttpResponse:
    """Switch one subscription on or off: one click, that may be repeated."""
    gekozen = get_object_or_404(Arbeidsmarktregio, code=regio)
    if request.POST.get("wat") == "uit":
        zeg_op(gebruiker_id=request.user.pk, regio=gekozen, door=request.door)
        messages.success(request, f"U krijgt geen e-mail meer over rapporten van {gekozen}.")
        return redirect("rapportage_abonnementen")
    if not mag_lezen(request.bereik, gekozen.pk):
        raise Http404
    abonneer(
        gebruiker=request.user,
        regio=gekozen,
        bereik=request.bereik,
        nu=timezone.now(),
        door=request.door,
    )
    messages.success(request, f"U krijgt een e-mail bij elk nieuw rapport van {gekozen}.")
    return redirect("rapportage_abonnementen")


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def afmelden(request: HttpRequest, kenmerk: str) -> HttpResponse:
    """End a subscription with the link of a mail. Its signature says whose, so nothing else is
    asked; a GET changes nothing, for programs follow links in mail by themselves."""
    try:
        gebruiker_id, regio_id = lees_afmeldkenmerk(kenmerk)
    except (BadSignature, ValueError, TypeError) as fout:
        raise Http404 from fout
    regio = get_object_or_404(Arbeidsmarktregio, pk=regio_id)
    if request.method == "POST":
        zeg_op(
            gebruiker_id=gebruiker_id,
            regio=regio,
            door=Door("afmelding per e-mail", gebruiker_id, herkomst="e-mail"),
        )
    nog = Abonnement.objects.filter(gebruiker=gebruiker_id, regio=regio).exists()
    return render(request, "verbinder/rapportage/afmelden.html", {"regio": regio, "nog": nog})
