"""The list of reports, and one report."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regio.models import Besluit, Gemeente, GemeenteInRegio
from regio.perioden import halfjaar_van, vandaag
from statushouders.models import Bevestiging
from verbinder.rapportage.behandeling import Intrekking
from verbinder.rapportage.controle import afwijkingen
from verbinder.rapportage.gevallen import gebied_van
from verbinder.rapportage.gewist import gewist_sinds
from verbinder.rapportage.models import Bestandsoort, Eigencijfers, Versie
from verbinder.rapportage.opbouw import maak_document, voluit
from verbinder.rapportage.opslag import laatste_opname, laatste_teksten
from verbinder.rapportage.web.oordeel import oordeel_over
from verbinder.rapportage.web.stand import gemeenten_van, nakijken, stappen_van
from verbinder.rapportage.web.vinden import adres_van, mag_maken, rapport_voor, vind_versie


@require_safe
def rapportages(request: HttpRequest) -> HttpResponse:
    """Every report that may be read, per region, newest first."""
    bereik = request.bereik
    if not (bereik.publicaties or bereik.alle_publicaties):
        raise PermissionDenied("Rapportages leest wie bij een regio hoort.")
    versies = Versie.objects.zichtbaar_voor(bereik).order_by(
        "rapportage__regio__naam", "-rapportage__halfjaar", "-nummer"
    )
    per_regio: dict[str, list[Versie]] = {}
    for versie in versies:
        versie.adres = adres_van(versie)
        per_regio.setdefault(versie.rapportage.regio.naam, []).append(versie)
    context = {
        "per_regio": per_regio,
        "mag_maken": bool(bereik.cijferregios),
        "te_bevestigen": [] if bereik.cijferregios else _te_bevestigen(request),
    }
    return render(request, "verbinder/rapportage/rapportages.html", context)


def _te_bevestigen(request: HttpRequest) -> list[dict]:
    """The own gemeenten of this user, whose figures of the last half-year await a word."""
    halfjaar = halfjaar_van(vandaag()).vorige
    eigen = request.bereik.cijfergemeenten
    leden = (
        GemeenteInRegio.objects.geldig_op(halfjaar.peildatum)
        .filter(gemeente__in=eigen)
        .select_related("gemeente", "regio")
        .order_by("gemeente__naam")
    )
    gezegd = set(
        Bevestiging.objects.filter(
            gemeente__in=eigen, halfjaar=halfjaar.code, akkoord=True
        ).values_list("gemeente", flat=True)
    )
    return [
        {
            "gemeente": lid.gemeente,
            "regio": lid.regio,
            "halfjaar": halfjaar,
            "klaar": lid.gemeente_id in gezegd,
        }
        for lid in leden
    ]


@require_safe
def rapportage(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> HttpResponse:
    """One version: figures, texts, files, and for who makes it what is still to do."""
    versie = vind_versie(request, regio, halfjaar, nummer)
    eigen = mag_maken(request, versie.rapportage.regio_id)
    rapport = rapport_voor(request, versie)
    vaststelling = getattr(versie, "vaststelling", None)
    intrekking = getattr(versie, "intrekking", None)
    open_ = eigen and not (vaststelling or intrekking)
    teksten = {t.deel: t for t in laatste_teksten(versie)} if eigen else {}
    context = {
        "versie": versie,
        "rapport": rapport,
        "document": maak_document(rapport),
        "stappen": stappen_van(versie),
        "mag_maken": eigen,
        "mag_schrijven": open_,
        "mag_behandelen": eigen and versie.is_verstuurd and not intrekking,
        "teksten": teksten,
        "nakijken": nakijken(rapport, teksten.values()) if open_ else [],
        "bestanden": _bestanden(versie),
        "voorbeelden": list(Bestandsoort) if open_ else [],
        "eerdere": _eerdere(request, versie),
        "vaststelling": vaststelling,
        "intrekking": intrekking and _waarom(intrekking),
        "oordeel": oordeel_over(versie) if eigen else None,
        "openbaar": _openbaar(versie, eigen) if vaststelling else None,
        "bijlagen": _bijlagen(request, versie),
        "gewist": gewist_sinds(laatste_opname(versie)) if versie.is_gesloten else None,
        "naar_gevallen": gebied_van(laatste_opname(versie), request.bereik) is not None,
        "behandelingen": versie.behandelingen.order_by("datum", "pk"),
        "besluiten": Besluit.objects.filter(over_rapport__rapport=versie)
        .select_related("overleg")
        .order_by("datum", "nummer"),
        "gemeenten": gemeenten_van(rapport, versie, request.bereik) if eigen else [],
        "gecontroleerd": "controleer" in request.GET,
        "exclusief": f"De totalen zijn {rapport.exclusief}: daar is niet aangeleverd.",
    }
    if vaststelling and context["gecontroleerd"]:
        context["afwijkingen"] = list(afwijkingen(vaststelling, ook_waar=eigen))
    return render(request, "verbinder/rapportage/rapportage.html", context)


def _waarom(intrekking: Intrekking) -> str:
    dag = voluit(timezone.localdate(intrekking.op))
    return (
        f"Dit rapport is ingetrokken op {dag}. Reden: {intrekking.waarom} Wat hier staat, is zoals "
        "het verstuurd was."
    )


def _bijlagen(request: HttpRequest, versie: Versie) -> list[Gemeente]:
    """The gemeenten of which this user may take the true figures of this report along."""
    codes = Eigencijfers.objects.filter(momentopname_id=laatste_opname(versie).van_id)
    return list(
        Gemeente.objects.filter(
            pk__in=request.bereik.cijfergemeenten, code__in=codes.values("gemeente")
        ).order_by("naam")
    )


def _openbaar(versie: Versie, eigen: bool) -> dict | None:
    """The public edition, or for who may make it what became of the last attempt."""
    gemaakt = getattr(versie, "openbaarmaking", None)
    if gemaakt is None and not eigen:
        return None
    return {
        "gemaakt": gemaakt,
        "bestanden": _bestanden(versie, openbaar=True),
        "oordeel": oordeel_over(versie, openbaar=True) if eigen else None,
    }


def _bestanden(versie: Versie, *, openbaar: bool = False) -> list:
    """The files of the last sending, or of the public edition, without their bytes."""
    bestanden = versie.bestanden.filter(openbaar=openbaar).defer("inhoud")
    bestanden = bestanden.order_by("-uitgave", "soort")
    laatste = [b for b in bestanden if b.uitgave == bestanden[0].uitgave]
    volgorde = list(Bestandsoort.values)
    return sorted(laatste, key=lambda bestand: volgorde.index(bestand.soort))


def _eerdere(request: HttpRequest, versie: Versie) -> list[Versie]:
    """The other reports of the region that this user may read."""
    anderen = (
        Versie.objects.zichtbaar_voor(request.bereik)
        .filter(rapportage__regio=versie.rapportage.regio_id)
        .exclude(pk=versie.pk)
        .order_by("-rapportage__halfjaar", "-nummer")[:6]
    )
    for ander in anderen:
        ander.adres = adres_van(ander)
    return anderen
