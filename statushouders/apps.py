"""The middle floor as a Django app."""

from django.apps import AppConfig


class StatushoudersConfig(AppConfig):
    name = "statushouders"
    verbose_name = "Statushouders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from statushouders import tasks  # noqa: F401  (registers the work of the outbox)
