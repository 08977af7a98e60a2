"""Load regions, gemeenten and lists from the sources in `regio/gegevens/`."""

from django.core.management.base import BaseCommand

from regio.logboek import Door
from regio.services.referentiegegevens import laad_referentiegegevens


class Command(BaseCommand):
    help = "Laadt de regio's, gemeenten en lijsten; herhaalbaar, en zegt wat er veranderde."

    def handle(self, *args, **options):
        verslag = laad_referentiegegevens(door=Door.systeem("laad_referentiegegevens"))
        for tabel, telling in verslag.tellingen.items():
            delen = ", ".join(f"{aantal} {uitkomst}" for uitkomst, aantal in telling.items())
            self.stdout.write(f"{tabel}: {delen}")
        if options["verbosity"] > 1:
            for regel in verslag.wijzigingen:
                self.stdout.write(f"  {regel}")
