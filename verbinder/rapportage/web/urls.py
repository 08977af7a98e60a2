"""The pages of the half-yearly reports."""

from django.urls import path

from verbinder.rapportage.web import bestanden, lezen, maken, schrijven, stappen

VERSIE = "rapportages/<slug:regio>/<slug:halfjaar>/<int:nummer>/"

urlpatterns = [
    path("rapportages/", lezen.rapportages, name="rapportages"),
    path("rapportages/maken/", maken.maken, name="rapportage_maken"),
    path(f"{VERSIE}voortgang/", maken.voortgang, name="rapportage_voortgang"),
    path(VERSIE, lezen.rapportage, name="rapportage"),
    path(f"{VERSIE}bestand/<str:soort>", bestanden.download, name="rapportage_download"),
    path(f"{VERSIE}voorbeeld/<str:soort>", bestanden.voorbeeld, name="rapportage_voorbeeld"),
    path(f"{VERSIE}tekst/<slug:deel>/", schrijven.tekst, name="rapportage_tekst"),
    path(f"{VERSIE}meten/", stappen.opnieuw_meten, name="rapportage_meten"),
    path(f"{VERSIE}sluiten/", stappen.sluiten, name="rapportage_sluiten"),
    path(f"{VERSIE}versturen/", stappen.versturen, name="rapportage_versturen"),
    path(f"{VERSIE}vaststellen/", stappen.vaststellen, name="rapportage_vaststellen"),
]
