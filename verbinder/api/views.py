"""Read-only API of publications. Who may read the report of a region may read its figures here,
byte for byte those of the files: stored and audited, never counted anew."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins
from rest_framework.response import Response

from regio.api.basis import ApiViewSet
from regio.logboek import noteer
from regio.models import Handeling
from verbinder.api.serializers import (
    CijferSerializer,
    EnkelePublicatieSerializer,
    IndicatorSerializer,
    PublicatieSerializer,
)
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage.models import Cijfer, Versie
from verbinder.rapportage.opslag import aanleveringen_van, definities_van
from verbinder.rapportage.uitgave import uitgave_van

REGIO = OpenApiParameter("arbeidsmarktregio", str, description="Code, zoals AM12.")
HALFJAAR = OpenApiParameter("halfjaar", str, description="Zoals 2026-1.")
FILTERS = {"arbeidsmarktregio": "rapportage__regio__code", "halfjaar": "rapportage__halfjaar"}
INDICATOR = OpenApiParameter("indicator", str, description="Code, zoals A3.")
UITSPLITSING = OpenApiParameter("uitsplitsing", str, description="Zoals totaal of gemeente.")
CELFILTERS = ("indicator", "uitsplitsing")


class IndicatorViewSet(ApiViewSet):
    """Every figure that Verbinder counts."""

    serializer_class = IndicatorSerializer
    pagination_class = None

    @extend_schema(responses=IndicatorSerializer(many=True))
    def list(self, request):
        """All of them, in their fixed order."""
        return Response(IndicatorSerializer(INDICATOREN.values(), many=True).data)


class PublicatieViewSet(mixins.ListModelMixin, ApiViewSet):
    """The reports that were sent or adopted, newest first."""

    serializer_class = PublicatieSerializer
    queryset = Versie.objects.none()
    vraagt = {"list": tuple(FILTERS), "cijfers": CELFILTERS}
    gebladerd = frozenset({"list", "cijfers"})

    def get_queryset(self):
        """The publications that the rights of the caller reach, as asked."""
        gevraagd = {
            pad: self.request.query_params[naam]
            for naam, pad in FILTERS.items()
            if naam in self.request.query_params
        }
        return (
            Versie.objects.gepubliceerd_voor(self.request.bereik)
            .filter(**gevraagd)
            .order_by("-rapportage__halfjaar", "rapportage__regio__code", "-nummer")
        )

    @extend_schema(parameters=[REGIO, HALFJAAR])
    def list(self, request, *args, **kwargs):
        """Each version that may be read."""
        return super().list(request, *args, **kwargs)

    @extend_schema(responses=EnkelePublicatieSerializer)
    def retrieve(self, request, **plek):
        """One version, with who delivered and what its figures mean."""
        versie = self._versie(**plek)
        versie.aanlevering = aanleveringen_van(versie.opname)
        versie.definities = definities_van(versie.opname).values()
        return Response(EnkelePublicatieSerializer(versie).data)

    @extend_schema(parameters=[INDICATOR, UITSPLITSING], responses=CijferSerializer(many=True))
    def cijfers(self, request, **plek):
        """The published cells of one version, in their fixed order."""
        versie = self._versie(**plek)
        gevraagd = {
            naam: request.query_params[naam] for naam in CELFILTERS if naam in request.query_params
        }
        cellen = Cijfer.objects.filter(momentopname=versie.opname, **gevraagd).order_by("volgorde")
        noteer(
            request.door,
            Handeling.RAPPORT_GEDOWNLOAD,
            versie,
            regio_id=versie.rapportage.regio_id,
            bestand="api",
        )
        bladzijde = self.paginate_queryset(cellen)
        return self.get_paginated_response(CijferSerializer(bladzijde, many=True).data)

    def _versie(self, code: str, halfjaar: str, nummer: int) -> Versie:
        versie = get_object_or_404(
            Versie.objects.gepubliceerd_voor(self.request.bereik),
            rapportage__regio__code=code,
            rapportage__halfjaar=halfjaar,
            nummer=nummer,
        )
        versie.opname = uitgave_van(versie)
        return versie
