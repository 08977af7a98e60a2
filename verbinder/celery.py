"""The Celery application. Its settings stand in `verbinder.settings`, prefixed with CELERY_."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbinder.settings")

app = Celery("verbinder")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
