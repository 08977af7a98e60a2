"""Whose money somebody may see or book. A stranger to it gets a 404, a reader no button."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from regio.models import (
    Arbeidsmarktregio,
    Besteding,
    Bijdrage,
    Boekingsoort,
    Doorschuiving,
    Verplichting,
)
from regio.models.begroting import Boeking
from regio.toegang import Ids

MODELLEN: dict[str, type[Boeking]] = {
    Boekingsoort.BIJDRAGE: Bijdrage,
    Boekingsoort.DOORSCHUIVING: Doorschuiving,
    Boekingsoort.VERPLICHTING: Verplichting,
    Boekingsoort.BESTEDING: Besteding,
}


def lees_regio(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    """A region whose ledger the user reads. Raises Http404 for another."""
    return _een_van(code, request.bereik.geld_te_lezen)


def boek_regio(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    """A region whose money the user books. Raises PermissionDenied for who only reads it."""
    regio = lees_regio(request, code)
    if regio.pk not in request.bereik.geldregios:
        raise PermissionDenied("Boeken doet de controller van deze regio.")
    return regio


def beheer_regio(request: HttpRequest, code: str) -> Arbeidsmarktregio:
    """A region that the user manages. Raises Http404 for another."""
    return _een_van(code, request.bereik.beheerregios)


def mag_boeken(request: HttpRequest, regio: Arbeidsmarktregio) -> bool:
    """Whether the user is a controller of the region."""
    return regio.pk in request.bereik.geldregios


def vind_boeking(request: HttpRequest, soort: str, pk: int) -> Boeking:
    """One row of the ledger, by its kind. Raises Http404 for who does not read it."""
    if soort not in MODELLEN:
        raise Http404
    rijen = MODELLEN[soort].objects.zichtbaar_voor(request.bereik).select_related("regio")
    return get_object_or_404(rijen, pk=pk)


def soort_van(boeking: Boeking) -> str:
    """How addresses call the kind of a row."""
    return str(boeking._meta.model_name)


def _een_van(code: str, regios: Ids) -> Arbeidsmarktregio:
    return get_object_or_404(Arbeidsmarktregio.objects.filter(pk__in=regios), code=code)
