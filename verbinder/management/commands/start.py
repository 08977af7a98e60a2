"""`make start`: the whole of Verbinder on this computer, until Ctrl-C."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from verbinder.lokaal.inrichten import richt_database_in
from verbinder.lokaal.toezicht import start_alles
from verbinder.lokaal.welkom import toon_welkom
from verbinder.omgevingswaarden import getal


class Command(BaseCommand):
    help = "Start database, broker, worker en webserver op deze computer. Ctrl-C stopt alles."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--poort", type=int, default=getal("POORT", 8000, minstens=1))

    def handle(self, *, poort, **options):
        if not settings.ONTWIKKELING:
            raise CommandError(
                "Deze opdracht is om uit te proberen en te ontwikkelen. Productie start met "
                "docker-compose.yml."
            )
        start_alles(
            Path(settings.BASE_DIR),
            poort,
            database=settings.DATABASE_URL,
            broker=settings.REDIS_URL,
            richt_in=richt_database_in,
            welkom=lambda plek: toon_welkom(plek, poort),
        )
