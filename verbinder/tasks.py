"""The Celery tasks of the top floor, where Celery looks for them."""

from verbinder.rapportage.tasks import maak_halfjaarrapportages

__all__ = ["maak_halfjaarrapportages"]
