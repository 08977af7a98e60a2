"""The pages of steering that meet figures and reports."""

from django.urls import path

from verbinder.sturing.web import plan_bewerken, plannen

PLAN = "plannen/<int:plan>/<int:nummer>/"

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
]
