"""The pages on persons. Keys in addresses are random; a name or kenmerk never stands in one."""

from django.urls import include, path

from statushouders.web import (
    aanmelden,
    acties,
    contact,
    dubbelen,
    einde,
    gegevens,
    overdrachten,
    persoon,
    plaatsingen,
    start,
    trajecten,
    uitvoer,
    verblijven,
    waarneming,
    zoeken,
)

EEN = "personen/<uuid:sleutel>/"

urlpatterns = [
    path("", start.start, name="start"),
    path("", include("statushouders.web.inlezen_urls")),
    path("taken/", start.taken, name="taken"),
    path("waarneming/", waarneming.waarneming, name="waarneming"),
    path("waarneming/<int:nummer>/einde/", waarneming.waarneming_einde, name="waarneming_einde"),
    path("contact/", contact.contact_kies_persoon, name="contact_kies_persoon"),
    path("personen/", start.personen, name="personen"),
    path("personen/toevoegen/", aanmelden.persoon_toevoegen, name="persoon_toevoegen"),
    path("personen/gelijken/", zoeken.persoon_gelijken, name="persoon_gelijken"),
    path("personen/dubbel/", dubbelen.dubbelen, name="dubbelen"),
    path(
        f"{EEN}dubbel/<uuid:ander>/",
        dubbelen.dubbel_vergelijken,
        name="dubbel_vergelijken",
    ),
    path(f"{EEN}dubbel/<uuid:ander>/niet/", dubbelen.dubbel_niet, name="dubbel_niet"),
    path("personen/zoeken/", zoeken.zoeken, name="zoeken"),
    path("personen/download/<slug:pagina>/", uitvoer.lijst_downloaden, name="lijst_downloaden"),
    path(EEN, persoon.persoon, name="persoon"),
    path(f"{EEN}trajecten/", persoon.persoon_trajecten, name="persoon_trajecten"),
    path(f"{EEN}gegevens/", persoon.persoon_gegevens, name="persoon_gegevens"),
    path(f"{EEN}gegevens/wijzigen/", gegevens.persoon_wijzigen, name="persoon_wijzigen"),
    path(f"{EEN}gegevens/<slug:veld>/vanaf/", gegevens.persoon_waarde, name="persoon_waarde"),
    path(f"{EEN}contactpersoon/", gegevens.persoon_overnemen, name="persoon_overnemen"),
    path(f"{EEN}afsluiten/", einde.persoon_afsluiten, name="persoon_afsluiten"),
    path(f"{EEN}opnieuw/", einde.persoon_heraanmelden, name="persoon_heraanmelden"),
    path(f"{EEN}overdracht/", overdrachten.persoon_aanbieden, name="persoon_aanbieden"),
    path("overdrachten/", overdrachten.overdrachten, name="overdrachten"),
    path("overdrachten/<uuid:sleutel>/", overdrachten.overdracht, name="overdracht"),
    path(
        "overdrachten/<uuid:sleutel>/weigeren/",
        overdrachten.overdracht_weigeren,
        name="overdracht_weigeren",
    ),
    path(
        "overdrachten/<uuid:sleutel>/intrekken/",
        overdrachten.overdracht_intrekken,
        name="overdracht_intrekken",
    ),
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
    path(f"{EEN}traject/starten/", trajecten.traject_starten, name="traject_starten"),
    path("trajecten/<uuid:sleutel>/wijzigen/", trajecten.traject_wijzigen, name="traject_wijzigen"),
    path(
        "trajecten/<uuid:sleutel>/afsluiten/", trajecten.traject_afsluiten, name="traject_afsluiten"
    ),
    path(
        "trajecten/<uuid:sleutel>/intrekken/", trajecten.traject_intrekken, name="traject_intrekken"
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
