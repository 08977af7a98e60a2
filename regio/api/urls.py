"""Addresses of the API: no slash at the end, the version in the path."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import AllowAny
from rest_framework.routers import DefaultRouter

from regio.api.schema import API_VERSIE
from regio.api.views import GemeenteViewSet, RegioViewSet


class OpenApiView(SpectacularAPIView):
    """The description itself, for everyone and for every origin (API Design Rules)."""

    permission_classes = [AllowAny]
    renderer_classes = [OpenApiJsonRenderer]

    def finalize_response(self, request, response, *args, **kwargs):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["API-Version"] = API_VERSIE
        return super().finalize_response(request, response, *args, **kwargs)


router = DefaultRouter(trailing_slash=False)
router.include_root_view = False
router.include_format_suffixes = False
router.register("arbeidsmarktregios", RegioViewSet, "api-regio")
router.register("gemeenten", GemeenteViewSet, "api-gemeente")

urlpatterns = [
    *router.urls,
    path("openapi.json", login_not_required(OpenApiView.as_view()), name="api-openapi"),
]
