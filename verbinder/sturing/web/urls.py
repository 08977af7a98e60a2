"""The pages of steering that meet figures and reports."""

from django.urls import path

from verbinder.rapportage.web.urls import VERSIE
from verbinder.sturing.web import (
    behandelen,
    overleg_bewerken,
    overleggen,
    plan_bewerken,
    plannen,
    vergadering_bewerken,
    werkwijzen,
)

PLAN = "plannen/<int:plan>/<int:nummer>/"
OVERLEG, VERGADERING = "overleggen/<int:pk>/", "vergaderingen/<int:pk>/"
PUNT = f"{VERGADERING}punten/<int:punt>/"

urlpatterns = [
    path("plannen/", plannen.plannen, name="plannen"),
    path("plannen/<slug:regio>/beginnen/", plan_bewerken.beginnen, name="plan_beginnen"),
    path("plannen/<int:plan>/versie/", plan_bewerken.versie_maken, name="plan_versie_maken"),
    path(PLAN, plannen.plan, name="plan"),
    path(f"{PLAN}bestand/<slug:soort>/", plannen.bestand, name="plan_bestand"),
    path(f"{PLAN}tekst/", plan_bewerken.tekst, name="plan_tekst"),
    path(f"{PLAN}doelen/nieuw/", plan_bewerken.doel, name="doel_nieuw"),
    path(f"{PLAN}doelen/<slug:code>/", plan_bewerken.doel, name="doel"),
    path(f"{PLAN}doelen/<slug:code>/weg/", plan_bewerken.doel_weg, name="doel_weg"),
    path(f"{PLAN}maatregelen/nieuw/", plan_bewerken.maatregel, name="maatregel_nieuw"),
    path(f"{PLAN}maatregelen/<slug:code>/", plan_bewerken.maatregel, name="maatregel"),
    path(f"{PLAN}maatregelen/<slug:code>/weg/", plan_bewerken.maatregel_weg, name="maatregel_weg"),
    path(
        f"{PLAN}maatregelen/<slug:code>/stand/",
        plan_bewerken.maatregel_stand,
        name="maatregel_stand",
    ),
    path(f"{PLAN}taken/", plan_bewerken.taken, name="plan_taken"),
    path(f"{PLAN}vaststellen/", plan_bewerken.vaststellen, name="plan_vaststellen"),
    path(f"{VERSIE}overleg/", behandelen.behandelen, name="rapportage_overleg"),
    path("overleggen/", overleggen.overleggen, name="overleggen"),
    path("overleggen/<slug:regio>/nieuw/", overleg_bewerken.nieuw, name="overleg_nieuw"),
    path(
        "overleggen/<slug:regio>/voorbeelden/",
        overleg_bewerken.voorbeelden,
        name="overleg_voorbeelden",
    ),
    path(OVERLEG, overleggen.overleg, name="overleg"),
    path(f"{OVERLEG}wijzigen/", overleg_bewerken.wijzigen, name="overleg_wijzigen"),
    path(f"{OVERLEG}opheffen/", overleg_bewerken.opheffen, name="overleg_opheffen"),
    path(f"{OVERLEG}leden/nieuw/", overleg_bewerken.lid, name="lid_nieuw"),
    path(f"{OVERLEG}leden/<int:lid>/", overleg_bewerken.lid, name="lid"),
    path(f"{OVERLEG}plannen/", overleg_bewerken.plannen, name="vergaderingen_plannen"),
    path(f"{OVERLEG}besluiten/<int:jaar>/", overleggen.besluiten, name="besluiten"),
    path(
        f"{OVERLEG}besluiten/<int:jaar>/<slug:soort>/",
        overleggen.besluitenbestand,
        name="besluitenbestand",
    ),
    path(VERGADERING, overleggen.vergadering, name="vergadering"),
    path(f"{VERGADERING}uitnodiging.ics", overleggen.ics, name="vergadering_ics"),
    path(f"{VERGADERING}wijzigen/", overleg_bewerken.verplaatsen, name="vergadering_wijzigen"),
    path(f"{VERGADERING}acties/nieuw/", vergadering_bewerken.actie, name="actiepunt_nieuw"),
    path(f"{VERGADERING}punten/nieuw/", vergadering_bewerken.punt, name="agendapunt_nieuw"),
    path(PUNT, vergadering_bewerken.punt, name="agendapunt"),
    path(f"{PUNT}weg/", vergadering_bewerken.punt_weg, name="agendapunt_weg"),
    path(f"{PUNT}hoger/", vergadering_bewerken.punt_hoger, name="agendapunt_hoger"),
    path(f"{PUNT}besluit/", vergadering_bewerken.besluit, name="besluit_nieuw"),
    path(f"{PUNT}stuk/", vergadering_bewerken.stuk, name="stuk_nieuw"),
    path(
        f"{VERGADERING}stukken/<int:stuk>/intrekken/",
        vergadering_bewerken.stuk_intrekken,
        name="stuk_intrekken",
    ),
    path("actiepunten/", overleggen.actiepunten, name="actiepunten"),
    path(
        "actiepunten/<int:actie>/klaar/", vergadering_bewerken.actie_klaar, name="actiepunt_klaar"
    ),
    path("werkwijzen/", werkwijzen.werkwijzen, name="werkwijzen"),
    path("werkwijzen/<slug:regio>/nieuw/", werkwijzen.nieuw, name="werkwijze_nieuw"),
    path("werkwijzen/<int:pk>/", werkwijzen.werkwijze, name="werkwijze"),
    path("werkwijzen/<int:pk>/wijzigen/", werkwijzen.wijzigen, name="werkwijze_wijzigen"),
    path("werkwijzen/<int:pk>/delen/", werkwijzen.delen, name="werkwijze_delen"),
]
