"""`make wis`: throw away the local data, after a question."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from verbinder.lokaal.wissen import te_wissen, wis


class Command(BaseCommand):
    help = "Wis de gegevens die Verbinder op deze computer bewaart. Vraagt het eerst."
    requires_system_checks = []

    def handle(self, **options):
        basis = Path(settings.BASE_DIR)
        self.stdout.write("Dit wist alle gegevens van deze kloon, ook wat u zelf hebt ingevoerd:")
        for map_ in te_wissen(basis):
            self.stdout.write(f"  {map_}")
        if not self._zeker():
            self.stdout.write("Er is niets gewist.")
            return
        wis(basis)
        self.stdout.write("Gewist. `make start` begint weer met voorbeeldgegevens.")

    def _zeker(self) -> bool:
        if (antwoord := os.environ.get("WIS")) is None:
            try:
                antwoord = input("Typ ja om te wissen: ")
            except EOFError:
                return False
        return antwoord.strip().lower() == "ja"
