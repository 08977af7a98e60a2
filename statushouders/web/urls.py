"""The pages on persons. Keys in addresses are random; a name or kenmerk never stands in one."""

from django.urls import include, path

from statushouders.web import (
    aanmelden,
    acties,
    beleidslijsten,
    contact,
    einde,
    gegevens,
    lijsten,
    nazorg,
    persoon,
    plaatsingen,
    start,
    trajectdelen,
    trajecten,
    uitvoer,
    verblijven,
    zoeken,
)

EEN = "personen/<uuid:sleutel>/"

urlpatterns = [
    path("", start.start, name="start"),
    path("", include("statushouders.web.inlezen_urls")),
    path("beheer/trajecten/", beleidslijsten.beleidslijsten, name="beleidslijsten"),
    path("beheer/trajecten/soort/", beleidslijsten.trajectsoort, name="trajectsoort_nieuw"),
    path("beheer/trajecten/soort/<int:pk>/", beleidslijsten.trajectsoort, name="trajectsoort"),
    path("beheer/trajecten/aanbieder/", beleidslijsten.aanbieder, name="aanbieder_nieuw"),
    path("beheer/trajecten/aanbieder/<int:pk>/", beleidslijsten.aanbieder, name="aanbieder"),
    path("taken/", start.taken, name="taken"),
    path("contact/", contact.contact_kies_persoon, name="contact_kies_persoon"),
    path("personen/", start.personen, name="personen"),
    path("personen/toevoegen/", aanmelden.persoon_toevoegen, name="persoon_toevoegen"),
    path("personen/gelijken/", zoeken.persoon_gelijken, name="persoon_gelijken"),
    path("personen/zoeken/", zoeken.zoeken, name="zoeken"),
    path("personen/download/<slug:pagina>/", uitvoer.lijst_downloaden, name="lijst_downloaden"),
    path("personen/bewaren/<slug:pagina>/", lijsten.lijst_bewaren, name="lijst_bewaren"),
    path("lijsten/<int:pk>/weg/", lijsten.lijst_weg, name="lijst_weg"),
    path(EEN, persoon.persoon, name="persoon"),
    path(f"{EEN}trajecten/", persoon.persoon_trajecten, name="persoon_trajecten"),
    path(f"{EEN}gegevens/", persoon.persoon_gegevens, name="persoon_gegevens"),
    path(f"{EEN}gegevens/wijzigen/", gegevens.persoon_wijzigen, name="persoon_wijzigen"),
    path(f"{EEN}gegevens/<slug:veld>/vanaf/", gegevens.persoon_waarde, name="persoon_waarde"),
    path(f"{EEN}contactpersoon/", gegevens.persoon_overnemen, name="persoon_overnemen"),
    path(f"{EEN}afsluiten/", einde.persoon_afsluiten, name="persoon_afsluiten"),
    path(f"{EEN}opnieuw/", einde.persoon_heraanmelden, name="persoon_heraanmelden"),
    path(f"{EEN}intrekken/", einde.persoon_intrekken, name="persoon_intrekken"),
    path(f"{EEN}herstellen/", einde.persoon_herstellen, name="persoon_herstellen"),
    path(f"{EEN}verblijf/toevoegen/", verblijven.verblijf_toevoegen, name="verblijf_toevoegen"),
    path(f"{EEN}verblijf/<int:nummer>/", verblijven.verblijf_wijzigen, name="verblijf_wijzigen"),
    path(f"{EEN}verblijf/<int:nummer>/wissen/", verblijven.verblijf_wissen, name="verblijf_wissen"),
    path(f"{EEN}uitkering/toevoegen/", verblijven.uitkering_toevoegen, name="uitkering_toevoegen"),
    path(f"{EEN}uitkering/<int:nummer>/", verblijven.uitkering_wijzigen, name="uitkering_wijzigen"),
    path(
        f"{EEN}uitkering/<int:nummer>/wissen/",
        verblijven.uitkering_wissen,
        name="uitkering_wissen",
    ),
    path(f"{EEN}contact/", contact.contact_vastleggen, name="contact_vastleggen"),
    path("contact/<uuid:sleutel>/ongedaan/", contact.contact_ongedaan, name="contact_ongedaan"),
    path(f"{EEN}stap/", acties.actie_toevoegen, name="actie_toevoegen"),
    path("stappen/<uuid:sleutel>/klaar/", acties.actie_klaar, name="actie_klaar"),
    path("stappen/<uuid:sleutel>/ongedaan/", acties.actie_ongedaan, name="actie_ongedaan"),
    path("nazorg/<uuid:sleutel>/<int:maanden>/ja/", nazorg.nazorg_ja, name="nazorg_ja"),
    path("nazorg/<uuid:sleutel>/<int:maanden>/nee/", nazorg.nazorg_nee, name="nazorg_nee"),
    path("nazorg/<uuid:sleutel>/ongedaan/", nazorg.nazorg_ongedaan, name="nazorg_ongedaan"),
    path(f"{EEN}traject/starten/", trajecten.traject_starten, name="traject_starten"),
    path("trajecten/<uuid:sleutel>/wijzigen/", trajecten.traject_wijzigen, name="traject_wijzigen"),
    path(
        "trajecten/<uuid:sleutel>/afsluiten/", trajecten.traject_afsluiten, name="traject_afsluiten"
    ),
    path(
        "trajecten/<uuid:sleutel>/intrekken/", trajecten.traject_intrekken, name="traject_intrekken"
    ),
    path("trajecten/<uuid:sleutel>/vragen/", trajectdelen.traject_vragen, name="traject_vragen"),
    path(
        "trajecten/<uuid:sleutel>/voorziening/",
        trajectdelen.voorziening_toevoegen,
        name="voorziening_toevoegen",
    ),
    path(
        "voorzieningen/<uuid:sleutel>/",
        trajectdelen.voorziening_wijzigen,
        name="voorziening_wijzigen",
    ),
    path(
        "voorzieningen/<uuid:sleutel>/wissen/",
        trajectdelen.voorziening_wissen,
        name="voorziening_wissen",
    ),
    path(f"{EEN}plaatsing/", plaatsingen.plaatsing_vastleggen, name="plaatsing_vastleggen"),
    path(
        "plaatsingen/<uuid:sleutel>/wijzigen/",
        plaatsingen.plaatsing_wijzigen,
        name="plaatsing_wijzigen",
    ),
    path(
        "plaatsingen/<uuid:sleutel>/einde/",
        plaatsingen.plaatsing_beeindigen,
        name="plaatsing_beeindigen",
    ),
    path(
        "plaatsingen/<uuid:sleutel>/intrekken/",
        plaatsingen.plaatsing_intrekken,
        name="plaatsing_intrekken",
    ),
]
