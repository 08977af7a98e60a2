"""The ground floor as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class RegioConfig(AppConfig):
    name = "regio"
    verbose_name = "Regio"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Registers the system checks, what follows a log-in, and the work of the outbox.
        from regio import controles, signalen, tasks  # noqa: F401
        from regio.rijrechten import neem_rol_aan

        connection_created.connect(neem_rol_aan, dispatch_uid="regio.neem_rol_aan")
