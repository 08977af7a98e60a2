"""Entry point for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbinder.settings")

application = get_wsgi_application()
# Import every page now, once. Left to Django, each process of gunicorn does so for itself, while
# its first visitor waits.
get_resolver().url_patterns  # noqa: B018
# What was loaded stays. Looking through it for garbage, now and then, kept a visitor waiting for
# an eighth of a second.
gc.collect()
gc.freeze()
