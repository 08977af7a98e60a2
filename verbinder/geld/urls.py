"""The addresses of the money that combine floors: overview, year statement, published figures."""

from django.urls import path

from verbinder.geld import gepubliceerd, jaarstuk, overzicht

urlpatterns = [
    path("geld/", overzicht.geld, name="geld"),
    path("geld/<slug:code>/", overzicht.regio, name="geld_regio"),
    path("geld/<slug:code>/jaar/<int:jaar>/", overzicht.regio, name="geld_regio"),
    path("geld/<slug:code>/gepubliceerd/", gepubliceerd.gepubliceerd, name="geld_gepubliceerd"),
    path("geld/<slug:code>/jaar/<int:jaar>/<str:bestand>", jaarstuk.jaarstuk, name="geld_jaarstuk"),
]
