"""The connector's view: indicators, dashboards, reports, and the wiring of the project."""

from verbinder.celery import app as celery_app

__all__ = ["celery_app"]
