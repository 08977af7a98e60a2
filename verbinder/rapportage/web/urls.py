"""The pages of the half-yearly reports."""

from django.urls import path

from verbinder.rapportage.web import (
    abonneren,
    archief,
    bestanden,
    gemeente,
    gevallen,
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
    path("rapportages/abonnementen/", abonneren.abonnementen, name="rapportage_abonnementen"),
    path("rapportages/afmelden/<str:kenmerk>/", abonneren.afmelden, name="rapportage_afmelden"),
    path(
        "rapportages/<slug:regio>/abonnement/", abonneren.abonnement, name="rapportage_abonnement"
    ),
    path("rapportages/<slug:regio>/archief/", archief.archief, name="rapportage_archief"),
    path("rapportages/<slug:regio>/reeks/", archief.reeks, name="rapportage_reeks"),
    path(f"{VERSIE}voortgang/", maken.voortgang, name="rapportage_voortgang"),
    path(VERSIE, lezen.rapportage, name="rapportage"),
    path(
        "rapportages/<slug:regio>/<slug:halfjaar>/gemeente/<slug:code>/",
        gemeente.gemeente,
        name="rapportage_gemeente",
    ),
    path(f"{VERSIE}intrekken/", stappen.intrekken, name="rapportage_intrekken"),
    path(f"{VERSIE}gevallen/", gevallen.gevallen, name="rapportage_gevallen"),
    path(f"{VERSIE}bestand/<str:soort>", bestanden.download, name="rapportage_download"),
    path(
        f"{VERSIE}openbaar/<str:soort>",
        bestanden.download,
        {"openbaar": True},
        name="rapportage_openbaar_bestand",
    ),
    path(f"{VERSIE}openbaar/", uitgeven.openbaar, name="rapportage_openbaar"),
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
