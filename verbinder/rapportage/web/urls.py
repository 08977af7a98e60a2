"""The pages of the half-yearly reports."""

from django.urls import path

from verbinder.rapportage.web import (
    behandelen,
    bestanden,
    gemeente,
    lezen,
    maken,
    schrijven,
    stappen,
    uitgeven,
)

VERSIE = "rapportages/<slug:regio>/<slug:halfjaar>/<int:nummer>/"

urlpatterns = [
    path("rapportages/", lezen.rapportages, name="rapportages"),
    path("rapportages/maken/", maken.maken, name="rapportage_maken"),
    path(f"{VERSIE}voortgang/", maken.voortgang, name="rapportage_voortgang"),
    path(VERSIE, lezen.rapportage, name="rapportage"),
    path(
        "rapportages/<slug:regio>/<slug:halfjaar>/gemeente/<slug:code>/",
        gemeente.gemeente,
        name="rapportage_gemeente",
    ),
    path(f"{VERSIE}overleg/", behandelen.behandelen, name="rapportage_overleg"),
    path(f"{VERSIE}bestand/<str:soort>", bestanden.download, name="rapportage_download"),
    path(f"{VERSIE}eigen-cijfers/<slug:code>/", bestanden.eigen_bijlage, name="rapportage_bijlage"),
    path(f"{VERSIE}voorbeeld/<str:soort>", bestanden.voorbeeld, name="rapportage_voorbeeld"),
    path(f"{VERSIE}tekst/<slug:deel>/", schrijven.tekst, name="rapportage_tekst"),
    path(f"{VERSIE}tekst/<slug:deel>/bewaar/", schrijven.bewaar, name="rapportage_bewaar"),
    path(f"{VERSIE}meten/", stappen.opnieuw_meten, name="rapportage_meten"),
    path(f"{VERSIE}sluiten/", stappen.sluiten, name="rapportage_sluiten"),
    path(f"{VERSIE}versturen/", uitgeven.versturen, name="rapportage_versturen"),
    path(f"{VERSIE}vaststellen/", uitgeven.vaststellen, name="rapportage_vaststellen"),
    path(f"{VERSIE}controle/", uitgeven.controle, name="rapportage_controle"),
]
