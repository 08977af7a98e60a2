"""The pages of reading in."""

from django.urls import path

from statushouders.web import inlezen

EEN = "inlezen/<uuid:sleutel>/"

urlpatterns = [
    path("inlezen/", inlezen.inlezen, name="inlezen"),
    path("inlezen/sjabloon/<str:code>/", inlezen.inlezen_sjabloon, name="inlezen_sjabloon"),
    path(
        "inlezen/gegevens/<str:code>/<slug:formaat>/",
        inlezen.gegevens_downloaden,
        name="gegevens_downloaden",
    ),
    path(EEN, inlezen.inlezen_controle, name="inlezen_controle"),
    path(f"{EEN}kolommen/", inlezen.inlezen_kolommen, name="inlezen_kolommen"),
    path(f"{EEN}meldingen/<slug:formaat>/", inlezen.inlezen_meldingen, name="inlezen_meldingen"),
    path(f"{EEN}weg/", inlezen.inlezen_weg, name="inlezen_weg"),
    path(f"{EEN}klaar/", inlezen.inlezen_klaar, name="inlezen_klaar"),
]
