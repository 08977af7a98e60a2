"""The addresses of the live figures and of their definitions."""

from django.urls import path

from verbinder.dashboard import definities, gevallen, views

GEMEENTE, REGIO = "dashboard/gemeente/<slug:code>/", "dashboard/regio/<slug:code>/"

urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path(GEMEENTE, views.gemeente, name="dashboard_gemeente"),
    path(f"{GEMEENTE}gevallen/", gevallen.gemeente, name="dashboard_gemeente_gevallen"),
    path(f"{GEMEENTE}<slug:deel>/", views.gemeente, name="dashboard_gemeente"),
    path(REGIO, views.regio, name="dashboard_regio"),
    path(f"{REGIO}gevallen/", gevallen.regio, name="dashboard_regio_gevallen"),
    path(f"{REGIO}<slug:deel>/", views.regio, name="dashboard_regio"),
    path("definities/", definities.definities, name="definities"),
    path("definities/<str:code>/", definities.definitie, name="definitie"),
]
