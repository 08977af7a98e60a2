"""The pages on employers."""

from django.urls import path

from statushouders.web import werkgevers, werkgeverslijst

EEN = "afspraken/<uuid:sleutel>/"

urlpatterns = [
    path("werkgevers/", werkgeverslijst.werkgevers, name="werkgevers"),
    path("werkgevers/toevoegen/", werkgevers.werkgever_toevoegen, name="werkgever_toevoegen"),
    path("werkgevers/<int:nummer>/", werkgevers.werkgever, name="werkgever"),
    path("werkgevers/<int:nummer>/contact/", werkgevers.werkgevercontact, name="werkgevercontact"),
    path("werkgevers/<int:nummer>/afspraak/", werkgevers.afspraak_maken, name="afspraak_maken"),
    path(
        "werkgevers/contact/<int:nummer>/wissen/",
        werkgevers.werkgevercontact_wissen,
        name="werkgevercontact_wissen",
    ),
    path(EEN, werkgevers.afspraak, name="afspraak"),
    path(
        "afspraken/<uuid:sleutel>/wijzigen/", werkgevers.afspraak_wijzigen, name="afspraak_wijzigen"
    ),
    path(
        "afspraken/<uuid:sleutel>/intrekken/",
        werkgevers.afspraak_intrekken,
        name="afspraak_intrekken",
    ),
    path(
        "afspraken/plek/<int:nummer>/vrij/",
        werkgevers.afspraak_plek_vrij,
        name="afspraak_plek_vrij",
    ),
]
