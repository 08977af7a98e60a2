"""Load invented people, once. Never outside the development setting."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from regio.perioden import vandaag
from verbinder.demo.laden import is_geladen, laad_demo


class Command(BaseCommand):
    help = "Laadt de voorbeeldgegevens, als dat nog niet is gebeurd."

    def handle(self, *args, **options):
        if not settings.ONTWIKKELING:
            raise CommandError(
                "Voorbeeldgegevens horen alleen in de omgeving 'ontwikkeling', "
                "nooit bij echte gegevens."
            )
        if is_geladen():
            self.stdout.write("De voorbeeldgegevens zijn er al.")
            return
        aantal = laad_demo(vandaag())
        self.stdout.write(
            f"Voorbeeldgegevens geladen: {aantal} verzonnen personen in drie regio's."
        )
