"""`migrate` as the owner of the tables; makes the database roles first where it may."""

from django.core.management.commands.migrate import Command as DjangoMigrate

from regio.rijrechten import als_eigenaar, als_inlog
from regio.rollen import zorg_voor_rollen, zorg_voor_standaardrechten


class Command(DjangoMigrate):
    help = "Maakt of verandert de tabellen, als eigenaar van de database."
    # The checks of the database ask for roles that the first migrate still has to make.
    requires_system_checks = []

    def handle(self, *args, **options):
        with als_inlog():
            zorg_voor_rollen()
        with als_eigenaar():
            zorg_voor_standaardrechten()
            return super().handle(*args, **options)
