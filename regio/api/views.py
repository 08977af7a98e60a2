"""Read-only API of the division of the country. No person is in it."""

from datetime import date

from django.db.models import Prefetch
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from regio.api.basis import ApiViewSet
from regio.api.serializers import (
    GemeenteSerializer,
    RegioMetGemeentenSerializer,
    RegioSerializer,
)
from regio.models import Arbeidsmarktregio, Centrumgemeente, Gemeente, GemeenteInRegio
from regio.perioden import vandaag

OP = OpenApiParameter(
    "op", OpenApiTypes.DATE, description="De dag waarop de indeling geldt; standaard vandaag."
)


class LeesViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ApiViewSet):
    """Rows of the division of the country, found by code."""

    lookup_field = "code"
    lookup_value_regex = "[A-Z0-9]+"

    @property
    def op(self) -> date:
        """The asked day, or today."""
        tekst = self.request.query_params.get("op")
        try:
            return date.fromisoformat(tekst) if tekst else vandaag()
        except ValueError as fout:
            raise ValidationError(
                "op is geen datum. Schrijf jaar, maand en dag, zoals 2026-06-30."
            ) from fout


class RegioViewSet(LeesViewSet):
    """Arbeidsmarktregio's."""

    queryset = Arbeidsmarktregio.objects.order_by("code")
    serializer_class = RegioSerializer
    vraagt = {"retrieve": ("op",)}

    @extend_schema(parameters=[OP], responses=RegioMetGemeentenSerializer)
    def retrieve(self, request, *args, **kwargs):
        """One region with its gemeenten as of a day."""
        leden = GemeenteInRegio.objects.geldig_op(self.op).select_related("gemeente")
        centrum = Centrumgemeente.objects.geldig_op(self.op).select_related("gemeente")
        self.queryset = self.queryset.prefetch_related(
            Prefetch("lidmaatschappen", leden.order_by("gemeente__naam"), to_attr="gemeenten"),
            Prefetch("centrumgemeenten", centrum, to_attr="centra"),
        )
        regio = self.get_object()
        regio.op = self.op
        regio.centrumgemeente = regio.centra[0].gemeente.code if regio.centra else None
        return Response(RegioMetGemeentenSerializer(regio).data)


class GemeenteViewSet(LeesViewSet):
    """Gemeenten, also those that ended."""

    queryset = Gemeente.objects.select_related("opvolger").order_by("code")
    serializer_class = GemeenteSerializer
    vraagt = {"list": ("op",)}

    @extend_schema(parameters=[OP])
    def list(self, request, *args, **kwargs):
        """All gemeenten; with `op` only those that existed on that day."""
        if "op" in request.query_params:
            self.queryset = self.queryset.bestaand_op(self.op)
        return super().list(request, *args, **kwargs)
