"""Reading a workbook in: upload, look at what would happen, decide, done."""

from itertools import islice
from pathlib import PurePosixPath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from regio.logboek import noteer, noteer_lijst
from regio.models import Handeling
from regio.perioden import vandaag
from regio.uitwisseling.meldingen import Geweigerd
from regio.web.formulieren import MISLUKT, eenmalig, toon
from statushouders.models import KlaargezetBestand
from statushouders.services.klaarzetten import bewaar_indeling, rond_af, zet_klaar
from statushouders.services.kolomindelingen import eerdere_indeling, onthoud_indeling
from statushouders.uitwisseling.bladen import BLADEN, HERKENBARE_BLADEN
from statushouders.uitwisseling.inlezen import Afzender, Uitkomst, lees_in, log_weigering
from statushouders.uitwisseling.lezen import Bestand, lees
from statushouders.uitwisseling.lijst import INHOUDSOORTEN, schrijf
from statushouders.uitwisseling.overzicht import Overzicht
from statushouders.uitwisseling.sjabloon import maak_sjabloon
from statushouders.uitwisseling.uitvoer import Werkmapschrijver
from statushouders.uitwisseling.vlak import GeenLijst, lees_vlak, maak_werkmap
from statushouders.web.formulieren.inlezen import InleesForm, mogelijke_afzenders
from statushouders.web.formulieren.kolommen import KolommenForm
from statushouders.web.start import eis_dossiers

# Below the ten seconds that a transaction of a page may stand still.
SECONDEN_VOOR_LEZEN = 8
HOOGSTENS_GETOOND = 200
KOPPEN_VAN_MELDINGEN = ("soort", "blad", "rij", "kolom", "waarde", "wat is er", "wat te doen")


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def inlezen(request: HttpRequest) -> HttpResponse:
    """Choose a file. It is looked at, and kept for its uploader until they decide."""
    eis_dossiers(request)
    form = InleesForm.van(request, bereik=request.bereik)
    if form.is_bound and form.is_valid():
        gekozen = form.cleaned_data["bestand"]
        bestand = Bestand(_veilige_naam(gekozen.name), gekozen.read())
        try:
            eigen_lijst = _is_eigen_lijst(bestand)
        except Geweigerd as weigering:
            form.add_error("bestand", str(weigering))
            log_weigering(form.afzender, request.door)
        else:
            klaargezet = zet_klaar(
                gebruiker=request.user,
                regio=form.afzender.regio,
                gemeente=form.afzender.gemeente,
                bestandsnaam=bestand.naam,
                inhoud=bestand.inhoud,
                nu=timezone.now(),
            )
            vervolg = "inlezen_kolommen" if eigen_lijst else "inlezen_controle"
            return redirect(vervolg, sleutel=klaargezet.sleutel)
    regios = {afzender.regio for afzender in form.afzenders.values()}
    context = {"form": form, "bladen": BLADEN.values(), "regios": regios}
    context["formaten"] = ("xlsx", "ods")
    return toon(request, "statushouders/inlezen.html", context)


def _is_eigen_lijst(bestand: Bestand) -> bool:
    """Whether none of its sheets is ours, but one is a list. Raises Geweigerd."""
    if lees(bestand, bladen=HERKENBARE_BLADEN, seconden=SECONDEN_VOOR_LEZEN).bladen:
        return False
    try:
        lees_vlak(bestand, seconden=SECONDEN_VOOR_LEZEN)
    except GeenLijst:
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def inlezen_kolommen(request: HttpRequest, sleutel) -> HttpResponse:
    """Which column of a gemeente's own list is what: guessed, corrected and remembered."""
    klaargezet = _vind(request, sleutel)
    if klaargezet.samenvatting is not None:
        return redirect("inlezen_klaar", sleutel=sleutel)
    bestand = Bestand(klaargezet.bestandsnaam, bytes(klaargezet.inhoud))
    try:
        vlak = lees_vlak(bestand, seconden=SECONDEN_VOOR_LEZEN)
    except Geweigerd as weigering:
        context = {"klaargezet": klaargezet, "weigering": weigering, "fout": True}
        return render(request, "statushouders/inlezen_geweigerd.html", context, status=MISLUKT)
    leverancier = _afzender(klaargezet).code
    form = KolommenForm.van(request, vlak=vlak, eerder=eerdere_indeling(leverancier), op=vandaag())
    if form.is_bound and form.is_valid():
        onthoud_indeling(leverancier, form.te_onthouden)
        bewaar_indeling(klaargezet, form.indeling)
        return redirect("inlezen_controle", sleutel=sleutel)
    context = {"form": form, "klaargezet": klaargezet}
    return toon(request, "statushouders/inlezen_kolommen.html", context)


def _veilige_naam(naam: str) -> str:
    """The last part, without signs that turn a line around or break it."""
    return "".join(t for t in PurePosixPath(naam).name if t.isprintable())[-255:] or "bestand"


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def inlezen_controle(request: HttpRequest, sleutel) -> HttpResponse:
    """What the file would do; with POST it does so, checked anew against this moment."""
    klaargezet = _vind(request, sleutel, vergrendel=request.method == "POST")
    if klaargezet.samenvatting is not None:
        return redirect("inlezen_klaar", sleutel=sleutel)
    try:
        uitkomst = _lees(request, klaargezet, proef=request.method != "POST")
    except Geweigerd as weigering:
        context = {"klaargezet": klaargezet, "weigering": weigering, "fout": True}
        return render(request, "statushouders/inlezen_geweigerd.html", context, status=MISLUKT)
    if uitkomst.geschreven:
        rond_af(
            klaargezet,
            levering_id=uitkomst.levering.pk if uitkomst.levering else None,
            samenvatting={
                "bladen": uitkomst.tellingen,
                "waarschuwingen": len(uitkomst.waarschuwingen),
                "eerder_op": uitkomst.eerder_op.isoformat() if uitkomst.eerder_op else None,
            },
        )
        return redirect("inlezen_klaar", sleutel=sleutel)
    return _toon_controle(request, klaargezet, uitkomst)


def _vind(request: HttpRequest, sleutel, *, vergrendel: bool = False) -> KlaargezetBestand:
    """The file of this user; raises Http404 for another's, and for rights that ended meanwhile."""
    eis_dossiers(request)
    rijen = KlaargezetBestand.objects.filter(gebruiker=request.user, verloopt_op__gt=timezone.now())
    if vergrendel:
        rijen = rijen.select_for_update(of=("self",))
    else:
        rijen = rijen.select_related("regio", "gemeente")
    klaargezet = get_object_or_404(rijen, sleutel=sleutel)
    if _afzender(klaargezet).code not in mogelijke_afzenders(request.bereik):
        raise Http404
    return klaargezet


def _afzender(klaargezet: KlaargezetBestand) -> Afzender:
    return Afzender(klaargezet.regio, klaargezet.gemeente)


def _lees(request: HttpRequest, klaargezet: KlaargezetBestand, *, proef: bool) -> Uitkomst:
    bestand = Bestand(klaargezet.bestandsnaam, bytes(klaargezet.inhoud))
    if klaargezet.indeling:
        vlak = lees_vlak(bestand, seconden=SECONDEN_VOOR_LEZEN)
        werkmap = maak_werkmap(vlak, klaargezet.indeling)
    else:
        werkmap = lees(bestand, bladen=HERKENBARE_BLADEN, seconden=SECONDEN_VOOR_LEZEN)
    return lees_in(
        werkmap=werkmap,
        bestand=bestand,
        afzender=_afzender(klaargezet),
        bereik=request.bereik,
        op=vandaag(),
        nu=timezone.now(),
        door=request.door,
        proef=proef,
    )


def _toon_controle(
    request: HttpRequest, klaargezet: KlaargezetBestand, uitkomst: Uitkomst
) -> HttpResponse:
    overzicht = Overzicht(uitkomst)
    # What is shown of dossiers that exist is looked at, and so it is logged.
    noteer_lijst(request.door, overzicht.gewijzigde_personen(), pagina="inlezen_controle")
    tel = {
        soort: sum(telling[soort] for telling in uitkomst.tellingen.values())
        for soort in ("nieuw", "gewijzigd", "ongewijzigd")
    }
    mislukt = bool(uitkomst.fouten) and request.method == "POST"
    context = {
        "klaargezet": klaargezet,
        "afzender": _afzender(klaargezet),
        "uitkomst": uitkomst,
        "tel": tel,
        "te_schrijven": tel["nieuw"] + tel["gewijzigd"],
        "nieuw": list(islice(overzicht.nieuw(), HOOGSTENS_GETOOND)),
        "gewijzigd": list(islice(overzicht.gewijzigd(), HOOGSTENS_GETOOND)),
        "fouten": uitkomst.fouten[:HOOGSTENS_GETOOND],
        "waarschuwingen": uitkomst.waarschuwingen[:HOOGSTENS_GETOOND],
        "hoogstens": HOOGSTENS_GETOOND,
        "fout": bool(uitkomst.fouten),
    }
    return render(
        request, "statushouders/inlezen_controle.html", context, status=MISLUKT if mislukt else 200
    )


@require_GET
def inlezen_meldingen(request: HttpRequest, sleutel, formaat: str) -> HttpResponse:
    """Every fault and warning as a list to work through beside the workbook."""
    klaargezet = _vind(request, sleutel)
    if formaat not in INHOUDSOORTEN or klaargezet.samenvatting is not None:
        raise Http404
    try:
        uitkomst = _lees(request, klaargezet, proef=True)
    except Geweigerd as weigering:
        raise Http404 from weigering
    rijen = [
        [soort, m.blad, m.rij or None, m.kolom, m.waarde, m.wat, m.doe]
        for soort, meldingen in (
            ("fout", uitkomst.fouten),
            ("waarschuwing", uitkomst.waarschuwingen),
        )
        for m in meldingen
    ]
    noteer(request.door, Handeling.UITVOER_GEMAAKT, soort="meldingen", aantal=len(rijen))
    inhoud = schrijf(KOPPEN_VAN_MELDINGEN, rijen, formaat, "Meldingen")
    return _als_bestand(inhoud, formaat, f"meldingen.{formaat}")


@require_POST
def inlezen_weg(request: HttpRequest, sleutel) -> HttpResponse:
    """Not this file: it is thrown away."""
    _vind(request, sleutel, vergrendel=True).delete()
    return redirect("inlezen")


@require_GET
def inlezen_klaar(request: HttpRequest, sleutel) -> HttpResponse:
    """What was written."""
    klaargezet = _vind(request, sleutel)
    if klaargezet.samenvatting is None:
        return redirect("inlezen_controle", sleutel=sleutel)
    geteld = klaargezet.samenvatting["bladen"]
    # JSON in the database keeps no order.
    bladen = {blad: geteld[blad] for blad in BLADEN if blad in geteld}
    veranderd = any(telling["nieuw"] or telling["gewijzigd"] for telling in bladen.values())
    context = {"klaargezet": klaargezet, "bladen": bladen, "veranderd": veranderd}
    return render(request, "statushouders/inlezen_klaar.html", context)


@require_GET
def inlezen_sjabloon(request: HttpRequest, code: str) -> HttpResponse:
    """An empty workbook with the lists of a region that one delivers for, or for a gemeente of."""
    eis_dossiers(request)
    regios = {a.regio.code: a.regio for a in mogelijke_afzenders(request.bereik).values()}
    if code not in regios:
        raise Http404
    inhoud = maak_sjabloon(regios[code], op=vandaag())
    return _als_bestand(inhoud, "xlsx", f"aanlevering-{code}.xlsx")


@require_POST
def gegevens_downloaden(request: HttpRequest, code: str, formaat: str) -> HttpResponse:
    """What one delivered, as it stands now, in the same workbook: to mend and read in again."""
    eis_dossiers(request)
    afzender = mogelijke_afzenders(request.bereik).get(code)
    if afzender is None or formaat not in ("xlsx", "ods"):
        raise Http404
    werkmap = Werkmapschrijver(afzender, request.bereik)
    inhoud = werkmap.schrijf(formaat)
    if werkmap.personen:
        noteer(request.door, Handeling.UITVOER_GEMAAKT, *werkmap.personen, lijst="werkmap")
    return _als_bestand(inhoud, formaat, f"gegevens-{code}-{vandaag().isoformat()}.{formaat}")


def _als_bestand(inhoud: bytes, formaat: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=INHOUDSOORTEN[formaat])
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
