"""Health for the machines around it: alive, and ready with what is late.

Answered before host names, sessions and log-ins, so that it also speaks when those fail.
"""

from datetime import timedelta

from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.utils import timezone

from regio.uitvak import HARTSLAG

LEEFT = "/gezondheid"
GEREED = "/gezondheid/gereed"
# The sweep of the outbox runs every 30 seconds; twice missed is late.
TE_LAAT = timedelta(seconds=90)


class GezondheidMiddleware:
    """`/gezondheid` says that the process lives; `/gezondheid/gereed` that it can work.

    Without a database the answer is 503. Without a broker or worker it stays 200: pages work and
    background tasks are late.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == LEEFT:
            return JsonResponse({"status": "goed"})
        if request.path == GEREED:
            onderdelen = {"database": _database(), "achtergrondtaken": _achtergrondtaken()}
            gereed = onderdelen["database"] == "goed"
            status = "goed" if set(onderdelen.values()) == {"goed"} else "vertraagd"
            return JsonResponse(
                {"status": status if gereed else "gestoord", "onderdelen": onderdelen},
                status=200 if gereed else 503,
            )
        return self.get_response(request)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        return "onbereikbaar"
    return "goed"


def _achtergrondtaken() -> str:
    """Beat, broker and worker together: the worker leaves a heartbeat with every sweep."""
    laatst = caches["default"].get(HARTSLAG)
    if laatst is None or timezone.now() - laatst > TE_LAAT:
        return "vertraagd"
    return "goed"
