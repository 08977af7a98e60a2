"""Finding a version as somebody may see it. A stranger's report is a 404."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from verbinder.rapportage.models import Stapsoort, Versie
from verbinder.rapportage.opslag import rapport_van
from verbinder.rapportage.rapport import Rapport


def vind_versie(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> Versie:
    """The version at this address. Raises Http404 for who may not read it."""
    return get_object_or_404(
        Versie.objects.zichtbaar_voor(request.bereik),
        rapportage__regio__code=regio,
        rapportage__halfjaar=halfjaar,
        nummer=nummer,
    )


def vind_eigen_versie(request: HttpRequest, regio: str, halfjaar: str, nummer: int) -> Versie:
    """The same, for who makes the report. Raises PermissionDenied for who only reads it."""
    versie = vind_versie(request, regio, halfjaar, nummer)
    if not mag_maken(request, versie.rapportage.regio_id):
        raise PermissionDenied("Aan dit rapport werkt alleen de verbinder van de regio.")
    return versie


def mag_maken(request: HttpRequest, regio_id: int) -> bool:
    """Whether this user makes the reports of the region: who may see its true figures."""
    return regio_id in request.bereik.cijferregios


def rapport_voor(request: HttpRequest, versie: Versie) -> Rapport:
    """The report as this user may see it: who reads it sees the texts as they were sent."""
    if mag_maken(request, versie.rapportage.regio_id) or hasattr(versie, "vaststelling"):
        return rapport_van(versie)
    verstuurd = versie.stappen.filter(soort=Stapsoort.VERSTUURD).order_by("-op").first()
    if verstuurd is None:
        raise Http404
    return rapport_van(versie, teksten_tot=verstuurd.op)


def adres_van(versie: Versie, pagina: str = "rapportage", **meer) -> str:
    """The address of a page of a version."""
    rapportage = versie.rapportage
    return reverse(
        pagina,
        kwargs={
            "regio": rapportage.regio.code,
            "halfjaar": rapportage.halfjaar,
            "nummer": versie.nummer,
            **meer,
        },
    )
