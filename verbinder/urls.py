"""Every address of Verbinder."""

from django.urls import include, path

from regio.admin import referentiesite

handler400 = "regio.web.fouten.onjuist_verzoek"
handler403 = "regio.web.fouten.geen_toegang"
handler404 = "regio.web.fouten.niet_gevonden"
handler500 = "regio.web.fouten.storing"

# From the top floor down: a page of the top may combine what lies below.
urlpatterns = [
    path("", include("verbinder.dashboard.urls")),
    path("", include("verbinder.rapportage.web.urls")),
    path("", include("verbinder.landelijk.urls")),
    path("", include("verbinder.sturing.web.urls")),
    path("", include("verbinder.geld.urls")),
    path("", include("statushouders.web.urls")),
    path("", include("regio.web.urls")),
    path("", include("regio.web.geld.urls")),
    path("", include("regio.web.inloggen_urls")),
    path("beheer/django/", referentiesite.urls),
    path("api/v1/", include("verbinder.api.urls")),
    path("api/v1/", include("regio.api.urls")),
]
