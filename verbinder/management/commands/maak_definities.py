"""Write docs/definities.md from the indicators."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from verbinder.dashboard.definities import als_markdown

BESTAND = Path("docs", "definities.md")


class Command(BaseCommand):
    help = "Maak docs/definities.md uit de indicatoren."

    def add_arguments(self, parser):
        parser.add_argument(
            "--controle", action="store_true", help="Schrijf niets; zeg of het bestand klopt."
        )

    def handle(self, *args, **options):
        bestand = settings.BASE_DIR / BESTAND
        nieuw = als_markdown()
        oud = bestand.read_text(encoding="utf-8") if bestand.exists() else ""
        if options["controle"]:
            if oud != nieuw:
                raise CommandError(
                    f"{BESTAND} past niet bij de indicatoren. Draai `python manage.py "
                    "maak_definities`."
                )
            return
        bestand.write_text(nieuw, encoding="utf-8")
        self.stdout.write(f"{BESTAND} {'is bijgewerkt' if oud != nieuw else 'klopte al'}.")
