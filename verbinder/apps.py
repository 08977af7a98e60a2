"""The top floor as a Django app."""

from django.apps import AppConfig


class VerbinderConfig(AppConfig):
    name = "verbinder"
    label = "verbinder"
    verbose_name = "Verbinder"
    default_auto_field = "django.db.models.BigAutoField"
