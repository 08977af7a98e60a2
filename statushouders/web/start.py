"""The start page: what to do now, and one's caseload. And the list of all persons one may see."""

from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods, require_safe

from regio.geldwaarschuwing import Geldwaarschuwing, waarschuwingen
from regio.logboek import noteer, noteer_lijst
from regio.models import Actiepunt, Handeling, Rol
from regio.perioden import halfjaar_van, vandaag
from statushouders.lijsten.afgekapt import aantal_of_meer
from statushouders.lijsten.filters import KANT_EN_KLAAR
from statushouders.lijsten.taken import Taak, taken_van
from statushouders.lijsten.tellingen import Tellingen, tel, tel_met_signalen
from statushouders.models import BewaardeLijst, Statushouder
from statushouders.web.bestand import Blad, elk_eenmaal
from statushouders.web.contactformulier import OpenStap, contactformulier
from statushouders.web.lijst import Lijst, lees_lijst
from statushouders.web.rijen import Rij, maak_rij

# Where somebody begins who opens no dossiers, by role, in the order in which rights count.
BEGINPAGINAS = (
    (Rol.GEMEENTE_CIJFERS, "dashboard"),
    (Rol.DIRECTIEOVERLEG, "rapportages"),
    (Rol.CONTROLLER, "geld"),
    (Rol.PRIVACY_OFFICER, "logboek"),
    (Rol.FUNCTIONEEL_BEHEERDER, "gebruikers"),
    (Rol.APPLICATIEBEHEERDER, "gebruikers"),
)
TAKEN_PER_KAART = 6
# Of more than these the start page says so; the page of all tasks has them.
MEESTE_TAKEN = 200
DAGEN_VOOR_PEILDATUM = 30


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Tasks and caseload; another beginning for who opens no dossiers."""
    if not request.bereik.met_dossiers:
        return _zonder_dossiers(request)
    return _lijstpagina(request, "start")


@require_http_methods(["GET", "HEAD", "POST"])
def personen(request: HttpRequest) -> HttpResponse:
    """Everyone whom the user may see."""
    eis_dossiers(request)
    return _lijstpagina(request, "personen")


def eis_dossiers(request: HttpRequest) -> None:
    """Raises PermissionDenied for who opens no dossiers."""
    if not request.bereik.met_dossiers:
        raise PermissionDenied("Personen ziet alleen wie dossiers mag openen.")


def _actiepunten(request: HttpRequest, pagina: str) -> list[Actiepunt]:
    """What was agreed in an overleg, and is still to be done by this user."""
    if not _met_nieuws(request, pagina):
        return []
    return list(Actiepunt.objects.open_van(request.user)[:TAKEN_PER_KAART])


def _waarschuwingen(request: HttpRequest, pagina: str, op: date) -> list[Geldwaarschuwing]:
    """The money of the user's regions that ends soon."""
    if not _met_nieuws(request, pagina):
        return []
    return waarschuwingen(request.bereik.geld_te_lezen, op=op)


def _met_nieuws(request: HttpRequest, pagina: str) -> bool:
    """Whether the page tells what else is up; not to who is recording a contact in a row."""
    return pagina == "start" and not _alleen_lijst(request) and "open" not in request.GET


def _zonder_dossiers(request: HttpRequest) -> HttpResponse:
    te_doen = _adres("actiepunten")
    if te_doen and Actiepunt.objects.open_van(request.user).exists():
        return redirect(te_doen)
    for rol, pagina in BEGINPAGINAS:
        if rol in request.bereik.rollen and (adres := _adres(pagina)):
            return redirect(adres)
    return render(request, "statushouders/geen_taken.html")


def _adres(pagina: str) -> str:
    try:
        return reverse(pagina)
    except NoReverseMatch:
        return ""


def _lijstpagina(request: HttpRequest, pagina: str) -> HttpResponse:
    """The page, or the list alone when only that was asked for. A name comes by POST only."""
    op = vandaag()
    lijst = lees_lijst(request, pagina, request.GET, op=op, naam=request.POST.get("naam", ""))
    if _vraagt(request, "aantal"):
        return _aantal(request, lijst)
    bladzijde = lijst.bladzijde()
    bewaard = _bewaard(request, lijst) if pagina == "start" else {}
    tellingen = _tellingen(request, lijst, bewaard)
    met_taken = pagina == "start" and not _alleen_lijst(request)
    taken = _taken(request, op) if met_taken else []
    if lijst.naam:
        aantal = len(bladzijde.rijen)
        noteer(request.door, Handeling.GEZOCHT, soort="statushouder", aantal=aantal)
    _log(request, bladzijde.rijen, taken, pagina)
    context = {
        "lijst": lijst,
        "bladzijde": bladzijde,
        "rijen": _met_open_rij(request, lijst, bladzijde.rijen),
        "tellingen": tellingen,
        "bewaarde_lijsten": [
            (rij, eigen.adres, tellingen.bewaard.get(str(rij.pk), 0))
            for rij, eigen in bewaard.values()
        ],
        "kant_en_klaar": [
            (naam, f"{reverse(pagina)}?{urlencode(vraag)}") for naam, vraag in KANT_EN_KLAAR
        ],
        "halfjaar_eindigt": nadert(op) if pagina == "start" else None,
        "taken": verdeel(taken, op, hoogstens=MEESTE_TAKEN),
        "adres_vorige": lijst.adres_voor(bladzijde.vorige),
        "adres_volgende": lijst.adres_na(bladzijde.volgende),
        "alleen_lijst": _alleen_lijst(request) and not lijst.naam,
        "actiepunten": _actiepunten(request, pagina),
        "waarschuwingen": _waarschuwingen(request, pagina, op),
        "op": op,
    }
    sjabloon = "statushouders/onderdelen/lijst.html" if _alleen_lijst(request) else None
    antwoord = render(request, sjabloon or f"statushouders/{pagina}.html", context)
    if context["alleen_lijst"]:
        antwoord["HX-Push-Url"] = lijst.adres
    patch_vary_headers(antwoord, ["HX-Request", "HX-Target"])
    return antwoord


def _bewaard(request: HttpRequest, lijst: Lijst) -> dict[str, tuple[BewaardeLijst, Lijst]]:
    """The lists that this user kept, by key, read with the rights of today."""
    if _alleen_lijst(request):
        return {}
    return {
        str(rij.pk): (rij, _lees(request, rij, lijst))
        for rij in BewaardeLijst.objects.filter(gebruiker=request.user)
    }


def _lees(request: HttpRequest, rij: BewaardeLijst, lijst: Lijst) -> Lijst:
    return lees_lijst(request, rij.pagina, QueryDict(rij.vraag), op=lijst.op, keuzes=lijst.keuzes)


def nadert(op: date) -> date | None:
    """The last day of the half-year, when it is so near that figures must be looked at."""
    peildatum = halfjaar_van(op).peildatum
    return peildatum if (peildatum - op).days <= DAGEN_VOOR_PEILDATUM else None


def _tellingen(request: HttpRequest, lijst: Lijst, bewaard: dict) -> Tellingen:
    if lijst.pagina != "start" or _alleen_lijst(request):
        return tel(lijst.personen, op=lijst.op)
    return tel_met_signalen(
        lijst.personen,
        bereik=request.bereik,
        gebruiker=request.user,
        op=lijst.op,
        bewaard={sleutel: eigen.personen for sleutel, (_, eigen) in bewaard.items()},
    )


def _alleen_lijst(request: HttpRequest) -> bool:
    return _vraagt(request, "lijst")


def _vraagt(request: HttpRequest, stuk: str) -> bool:
    """Whether only this piece of the page was asked for."""
    htmx = request.htmx
    return bool(htmx) and htmx.target == stuk and not htmx.history_restore_request


def _taken(request: HttpRequest, op: date) -> list[Taak]:
    return taken_van(request.user, bereik=request.bereik, op=op, hoogstens=MEESTE_TAKEN)


def taken_op_start(request: HttpRequest, op: date) -> dict:
    """The tasks of the user, as the start page shows them."""
    return verdeel(_taken(request, op), op, hoogstens=MEESTE_TAKEN)


def verdeel(taken: list[Taak], op: date, *, hoogstens: int | None = None) -> dict:
    """Tasks by urgency, with the first few of each kind.

    `hoogstens`: how many were asked for; then the last kind may have more, and says so.
    """
    laat = [taak for taak in taken if taak.datum <= op]
    week = [taak for taak in taken if taak.datum > op]
    return {
        "laat": laat,
        "week": week,
        "kaarten": [
            (code, kop, aantal_of_meer(rijen, grens), rijen[:TAKEN_PER_KAART], len(rijen))
            for code, kop, rijen, grens in (
                ("laat", "Te laat en vandaag", laat, hoogstens),
                ("week", "Deze week", week, hoogstens and hoogstens - len(laat)),
            )
        ],
        "aantal": aantal_of_meer(taken, hoogstens),
    }


def _log(request: HttpRequest, rijen: list[Statushouder], taken: list[Taak], pagina: str) -> None:
    gezien = {persoon.pk: persoon for persoon in rijen}
    for taak in taken:
        gezien.setdefault(taak.persoon_id, taak.als_persoon())
    noteer_lijst(request.door, gezien.values(), lijst=pagina)


def _met_open_rij(request: HttpRequest, lijst: Lijst, personen: list[Statushouder]) -> list[Rij]:
    """The rows; one of them with the quick form open, when the address says so."""
    open_ = request.GET.get("open", "")
    rijen = []
    for persoon in personen:
        rij = maak_rij(persoon, lijst.kolommen, terug=lijst.adres_hier)
        if str(persoon.sleutel) == open_:
            rij.form = contactformulier(
                request,
                persoon,
                stap=OpenStap.van_rij(persoon),
                op=lijst.op,
                terug=lijst.adres_hier,
            )
        rijen.append(rij)
    return rijen


@require_safe
def taken(request: HttpRequest) -> HttpResponse:
    """All tasks of the user up to a week ahead; for the start page only its cards."""
    eis_dossiers(request)
    op = vandaag()
    if _vraagt(request, "taken"):
        return _kaarten(request, op)
    alle = taken_van(request.user, bereik=request.bereik, op=op)
    _log(request, [], alle, "taken")
    return render(request, "statushouders/taken.html", {"taken": verdeel(alle, op), "op": op})


def _kaarten(request: HttpRequest, op: date) -> HttpResponse:
    """The tasks of the start page with what stands out, after a contact in a row of its list."""
    rijen = _taken(request, op)
    _log(request, [], rijen, "start")
    lijst = lees_lijst(request, "start", QueryDict(), op=op)
    context = {
        "taken": verdeel(rijen, op, hoogstens=MEESTE_TAKEN),
        "tellingen": _tellingen(request, lijst, {}),
        "halfjaar_eindigt": nadert(op),
        "op": op,
    }
    return render(request, "statushouders/onderdelen/na_opslaan.html", context)


def _aantal(request: HttpRequest, lijst: Lijst) -> HttpResponse:
    """How many there are in the list, likewise."""
    context = {"lijst": lijst, "tellingen": tel(lijst.personen, op=lijst.op)}
    return render(request, "statushouders/onderdelen/aantal.html", context)


def blad_van_taken(request: HttpRequest) -> Blad:
    """The tasks as a sheet, by day."""
    alle = taken_van(request.user, bereik=request.bereik, op=vandaag())
    alle.sort(key=lambda taak: taak.datum)
    return Blad(
        "Taken",
        ("Dag", "Wat", "Naam", "Gemeente"),
        [(taak.datum, taak.tekst, taak.naam, taak.plaats) for taak in alle],
        elk_eenmaal(taak.als_persoon() for taak in alle),
    )
