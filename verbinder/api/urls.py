"""Addresses of the API of figures: no slash at the end, as in regio/api."""

from django.urls import path

from verbinder.api.views import IndicatorViewSet, PublicatieViewSet

VERSIE = "publicaties/<slug:code>/<slug:halfjaar>/<int:nummer>"

urlpatterns = [
    path("indicatoren", IndicatorViewSet.as_view({"get": "list"}), name="api-indicatoren"),
    path("publicaties", PublicatieViewSet.as_view({"get": "list"}), name="api-publicaties"),
    path(VERSIE, PublicatieViewSet.as_view({"get": "retrieve"}), name="api-publicatie"),
    path(f"{VERSIE}/cijfers", PublicatieViewSet.as_view({"get": "cijfers"}), name="api-cijfers"),
]
