"""The addresses of the ledger on the ground floor; its overview stands on the top floor."""

from django.urls import path

from regio.web.geld import boeken, circulaire, gemeente, inlezen, plan, voorstellen

LADING = "beheer/geld/bijdragen/<uuid:sleutel>/"
BOEKING = "geld/boeking/<slug:soort>/<int:pk>/"

urlpatterns = [
    path("geld/gemeente/<slug:code>/", gemeente.gemeente, name="geld_gemeente"),
    path(BOEKING, boeken.boeking, name="geld_boeking"),
    path(f"{BOEKING}storno/", boeken.storno, name="geld_storno"),
    path("geld/verplichting/<int:pk>/vervallen/", boeken.vervallen, name="geld_vervallen"),
    path("geld/voorstel/<int:pk>/", voorstellen.voorstel, name="geld_voorstel"),
    path("geld/voorstel/<int:pk>/afwijzen/", voorstellen.afwijzen, name="geld_afwijzen"),
    path("geld/voorstel/<int:pk>/intrekken/", voorstellen.intrekken, name="geld_intrekken"),
    path("geld/inlezen/<uuid:sleutel>/", inlezen.controle, name="geld_inlezen_controle"),
    path("geld/inlezen/<uuid:sleutel>/weg/", inlezen.weg, name="geld_inlezen_weg"),
    path("geld/<slug:code>/boeken/<slug:soort>/", boeken.boeken, name="geld_boeken"),
    path("geld/<slug:code>/plan/", plan.plan, name="geld_plan"),
    path("geld/<slug:code>/plan/<int:pk>/", plan.plan, name="geld_planregel"),
    path("geld/<slug:code>/plan/<int:pk>/weg/", plan.planregel_weg, name="geld_planregel_weg"),
    path("geld/<slug:code>/inlezen/", inlezen.inlezen, name="geld_inlezen"),
    path("geld/<slug:code>/afsluiten/<int:jaar>/", plan.afsluiten, name="geld_afsluiten"),
    path("beheer/geld/", gemeente.beheer, name="geld_beheer"),
    path("beheer/geld/bijdragen/", circulaire.laden, name="geld_bijdragen"),
    path(
        "beheer/geld/bijdragen/<uuid:sleutel>/", circulaire.controle, name="geld_bijdragen_controle"
    ),
    path("beheer/geld/bijdragen/<uuid:sleutel>/weg/", circulaire.weg, name="geld_bijdragen_weg"),
    path("beheer/geld/<slug:code>/", plan.afspraken, name="geld_afspraken"),
]
