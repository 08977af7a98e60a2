"""The middle floor as a Django app."""

from django.apps import AppConfig


class StatushoudersConfig(AppConfig):
    name = "statushouders"
    verbose_name = "Statushouders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from regio.toegang import MEELEZERS
        from statushouders import tasks  # noqa: F401  (registers the work of the outbox)
        from statushouders.services.overdrachten import meeleesbaar

        MEELEZERS.append(meeleesbaar)
