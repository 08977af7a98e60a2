"""Dossiers that are asked for or offered, and the answer to each."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regio.logboek import noteer_lijst
from regio.perioden import vandaag
from regio.toegang import Bereik
from regio.web.formulieren import MISLUKT, eenmalig
from statushouders.lijsten.afgekapt import als_begin
from statushouders.models import Overdracht, Overdrachtsoort, Overdrachtstand, Statushouder
from statushouders.services.overdrachten import (
    aanvaard,
    bied_aan,
    trek_overdracht_in,
    weiger_overdracht,
)
from statushouders.web.bestand import Blad, elk_eenmaal
from statushouders.web.dossier import naar_persoon, toon_formulier, vind_persoon
from statushouders.web.formulieren.overdracht import AanbiedForm, AanvaardForm, WeigerForm
from statushouders.web.start import eis_dossiers

MEESTE = 100


@require_safe
def overdrachten(request: HttpRequest) -> HttpResponse:
    """What waits for an answer of the user, what the user waits for, and what was decided."""
    eis_dossiers(request)
    rijen = list(_zichtbaar(request)[:MEESTE])
    te_doen = set(Overdracht.objects.te_beantwoorden(request.bereik).values_list("pk", flat=True))
    noteer_lijst(
        request.door,
        [rij.persoon for rij in rijen if rij.persoon],
        lijst="overdrachten",
    )
    open_ = [rij for rij in rijen if rij.stand == Overdrachtstand.OPEN]
    context = als_begin(rijen, MEESTE) | {
        "te_doen": [rij for rij in open_ if rij.pk in te_doen],
        "wachten": [rij for rij in open_ if rij.pk not in te_doen],
        "beslist": [rij for rij in rijen if rij.stand != Overdrachtstand.OPEN],
    }
    return render(request, "statushouders/overdrachten.html", context)


def blad_van_overdrachten(request: HttpRequest) -> Blad:
    """The same as a sheet; the note of a warm handover stays in the dossier."""
    rijen = _zichtbaar(request)[:]
    return Blad(
        "Overdrachten",
        ("Wie", "Soort", "Van", "Naar", "Vanaf", "Gevraagd op", "Stand", "Beslist op"),
        [
            (
                _wie(rij),
                rij.get_soort_display(),
                str(rij.van_gemeente or ""),
                str(rij.naar_gemeente),
                rij.vanaf,
                timezone.localdate(rij.gevraagd_op),
                _stand(rij),
                timezone.localdate(rij.beslist_op) if rij.beslist_op else None,
            )
            for rij in rijen
        ],
        elk_eenmaal(rij.persoon for rij in rijen if rij.persoon),
    )


def _wie(rij: Overdracht) -> str:
    if rij.persoon:
        return f"{rij.persoon.weergavenaam}, geboren in {rij.persoon.geboortejaar}"
    return rij.over_wie or f"Overdracht {rij.pk}"


def _stand(rij: Overdracht) -> str:
    if rij.weigerreden:
        return f"{rij.get_stand_display()}: {rij.get_weigerreden_display().lower()}"
    return rij.get_stand_display()


def _zichtbaar(request: HttpRequest):
    """The overdrachten of the user's gemeenten, open ones first; each with its person where that
    is in sight."""
    beslist = Case(When(stand=Overdrachtstand.OPEN, then=0), default=1)
    rijen = Overdracht.objects.select_related(
        "van_gemeente", "naar_gemeente", "gevraagd_door"
    ).order_by(beslist, "-gevraagd_op", "-pk")
    return MetPersoon(rijen, request.bereik)


class MetPersoon:
    """Overdrachten with `persoon`: the person where the user may open the dossier, else None."""

    def __init__(self, rijen, bereik: Bereik):
        self.rijen, self.bereik = rijen, bereik

    def __getitem__(self, stuk):
        return self._vul(list(self.rijen[stuk]))

    def een(self, sleutel) -> Overdracht:
        """The one with this key. Raises Http404."""
        return self._vul([get_object_or_404(self.rijen, sleutel=sleutel)])[0]

    def _vul(self, rijen: list[Overdracht]) -> list[Overdracht]:
        personen = (
            Statushouder.objects.zichtbaar_voor(self.bereik)
            .met_kenmerk()
            .select_related("naam", "dossiergemeente")
            .in_bulk([rij.statushouder_id for rij in rijen])
        )
        for rij in rijen:
            rij.persoon = personen.get(rij.statushouder_id)
        return rijen


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def persoon_aanbieden(request: HttpRequest, sleutel) -> HttpResponse:
    """Offer the dossier to another gemeente, with a warm handover."""
    op = vandaag()
    persoon = vind_persoon(request, sleutel)
    form = AanbiedForm.van(
        request,
        initial={"vanaf": op, "verblijf_soort": "vestiging"},
        bereik=request.bereik,
        op=op,
    )
    if (
        form.is_bound
        and form.is_valid()
        and form.voer_uit(
            bied_aan, statushouder=persoon, nu=timezone.now(), op=op, door=request.door
        )
    ):
        gemeente = form.resultaat.naar_gemeente
        return naar_persoon(request, persoon, f"De overdracht wacht op antwoord van {gemeente}.")
    return toon_formulier(
        request,
        form,
        persoon,
        titel="Dossier overdragen",
        knop="Overdracht aanbieden",
        uitleg=(
            "In de regio gaat het dossier over zodra de nieuwe gemeente aanvaardt; u leest dan nog "
            "30 dagen mee. Naar een andere regio gaat alleen uw bericht: het dossier blijft hier."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@eenmalig
def overdracht(request: HttpRequest, sleutel) -> HttpResponse:
    """One overdracht, with the form to accept it for who may."""
    op = vandaag()
    rij, te_doen = _vind(request, sleutel)
    vraag = rij.soort == Overdrachtsoort.VRAAG
    form = AanvaardForm.van(request, initial={"vanaf": rij.vanaf}, met_bericht=vraag)
    if form.is_bound:
        if not te_doen:
            return _niet_aan_u(request, rij)
        if form.is_valid() and form.voer_uit(
            aanvaard, overdracht=rij, nu=timezone.now(), op=op, door=request.door
        ):
            messages.success(request, _na_aanvaarden(rij))
            return redirect("overdrachten")
    return _toon(request, rij, te_doen, form=form, weigerform=WeigerForm())


def _vind(request: HttpRequest, sleutel) -> tuple[Overdracht, bool]:
    """The overdracht, logged as seen, and whether the user may answer it."""
    eis_dossiers(request)
    rij = _zichtbaar(request).een(sleutel)
    if rij.persoon is not None:
        noteer_lijst(request.door, [rij.persoon], lijst="overdracht")
    te_doen = Overdracht.objects.te_beantwoorden(request.bereik).filter(pk=rij.pk).exists()
    return rij, te_doen


def _na_aanvaarden(rij: Overdracht) -> str:
    if not rij.binnen_regio:
        return "U hebt het bericht ontvangen. Meld de persoon aan als die er nog niet is."
    return f"Het dossier is nu van {rij.naar_gemeente}. De oude gemeente leest nog 30 dagen mee."


def _niet_aan_u(request: HttpRequest, rij: Overdracht) -> HttpResponse:
    messages.error(request, "Deze overdracht is al beantwoord, of niet aan u om te beantwoorden.")
    return redirect("overdracht", sleutel=rij.sleutel)


def _toon(request: HttpRequest, rij: Overdracht, te_doen: bool, *, form, weigerform):
    mislukt = form.mislukt or weigerform.mislukt
    eigen = not te_doen and rij.stand == Overdrachtstand.OPEN
    context = {
        "rij": rij,
        "te_doen": te_doen,
        "in_te_trekken": eigen,
        "form": form,
        "weigerform": weigerform,
    }
    sjabloon = "statushouders/overdracht.html"
    return render(request, sjabloon, context, status=MISLUKT if mislukt else 200)


@require_POST
@eenmalig
def overdracht_weigeren(request: HttpRequest, sleutel) -> HttpResponse:
    """No, with a reason."""
    rij, te_doen = _vind(request, sleutel)
    if not te_doen:
        return _niet_aan_u(request, rij)
    weigerform = WeigerForm.van(request)
    if weigerform.is_valid() and weigerform.voer_uit(
        weiger_overdracht, overdracht=rij, nu=timezone.now(), door=request.door
    ):
        messages.success(request, "De overdracht is geweigerd. De andere gemeente ziet waarom.")
        return redirect("overdrachten")
    vraag = rij.soort == Overdrachtsoort.VRAAG
    form = AanvaardForm(initial={"vanaf": rij.vanaf}, met_bericht=vraag)
    return _toon(request, rij, te_doen, form=form, weigerform=weigerform)


@require_POST
def overdracht_intrekken(request: HttpRequest, sleutel) -> HttpResponse:
    """Who asked or offered takes it back."""
    rij, te_doen = _vind(request, sleutel)
    if te_doen and not _van_beide_kanten(rij, request.bereik):
        return _niet_aan_u(request, rij)
    try:
        trek_overdracht_in(overdracht=rij, nu=timezone.now(), door=request.door)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, "De overdracht is ingetrokken.")
    return redirect("overdrachten")


def _van_beide_kanten(rij: Overdracht, bereik: Bereik) -> bool:
    """The verbinder may open both gemeenten, and may take back for either."""
    return {rij.naar_gemeente_id, rij.van_gemeente_id} <= bereik.gemeenten
