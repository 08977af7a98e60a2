"""The pages of the ground floor: regions, accounts, participation, the log, and texts."""

from django.urls import path

from regio.web import (
    account,
    deelnames,
    gebruikers,
    huisstijl,
    inzet,
    logboek,
    paginas,
    regios,
    taakstellingen,
)

TAAKSTELLING = "regios/<slug:code>/taakstelling/"

urlpatterns = [
    path("regios/", regios.regios, name="regios"),
    path("regios/<slug:code>/", regios.regio, name="regio"),
    path("regios/<slug:code>/centrumgemeente/", regios.centrumgemeente, name="centrumgemeente"),
    path("inzet/", inzet.inzetten, name="inzetten"),
    path("inzet/<slug:code>/", inzet.inzet, name="inzet"),
    path("inzet/<slug:code>/aanstellen/", inzet.aanstellen, name="aanstellen"),
    path("inzet/<slug:code>/<int:pk>/einde/", inzet.einde, name="aanstelling_beeindigen"),
    path("inzet/<slug:code>/<int:pk>/uren/", inzet.week, name="uren_boeken"),
    path(TAAKSTELLING, taakstellingen.taakstellingen, name="taakstellingen"),
    path(f"{TAAKSTELLING}invoeren/", taakstellingen.invoeren, name="taakstelling_invoeren"),
    path(f"{TAAKSTELLING}schatten/", taakstellingen.schatten, name="taakstelling_schatten"),
    path(f"{TAAKSTELLING}inlezen/", taakstellingen.inlezen, name="taakstelling_inlezen"),
    path(
        f"{TAAKSTELLING}inlezen/<uuid:sleutel>/",
        taakstellingen.controle,
        name="taakstelling_controle",
    ),
    path("beheer/gebruikers/", gebruikers.gebruikers, name="gebruikers"),
    path("beheer/gebruikers/uitnodigen/", gebruikers.uitnodigen, name="gebruiker_uitnodigen"),
    path("beheer/gebruikers/<int:pk>/", gebruikers.gebruiker, name="gebruiker"),
    path("beheer/gebruikers/<int:pk>/recht/", gebruikers.recht_geven, name="recht_geven"),
    path(
        "beheer/gebruikers/<int:pk>/wachtwoord/",
        gebruikers.wachtwoord,
        name="wachtwoord_herstellen",
    ),
    path(
        "beheer/gebruikers/<int:pk>/tweede-stap/",
        gebruikers.tweede_stap,
        name="tweede_stap_herstellen",
    ),
    path("beheer/rechten/<int:pk>/einde/", gebruikers.recht_beeindigen, name="recht_beeindigen"),
    path("beheer/deelname/", deelnames.deelnames, name="deelnames"),
    path("beheer/deelname/nieuw/", deelnames.nieuw, name="deelname_nieuw"),
    path("beheer/deelname/<int:pk>/einde/", deelnames.einde, name="deelname_beeindigen"),
    path("beheer/huisstijl/", huisstijl.huisstijlen, name="huisstijlen"),
    path("beheer/huisstijl/<slug:code>/", huisstijl.huisstijl, name="huisstijl"),
    path("regios/<slug:code>/logo/<int:pk>/", huisstijl.logo, name="regiologo"),
    path("logboek/", logboek.logboek, name="logboek"),
    path("account/", account.mijn_account, name="mijn_account"),
    path("favicon.ico", paginas.favicon, name="favicon"),
    path("toegankelijkheid/", paginas.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", paginas.privacy, name="privacy"),
    path("hulp/", paginas.hulp, name="hulp"),
]
