"""The first applicatiebeheerder of a new installation, who invites everybody else."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from regio.logboek import Door
from regio.perioden import vandaag
from regio.services.accounts import maak_applicatiebeheerder
from regio.services.post import wachtwoordpad


class Command(BaseCommand):
    help = (
        "Maakt een applicatiebeheerder en toont een link om een wachtwoord te kiezen. "
        "Nog eens draaien geeft een nieuwe link."
    )

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True, help="het e-mailadres om mee in te loggen")
        parser.add_argument("--naam", required=True, help="de naam van de beheerder")
        parser.add_argument(
            "--adres",
            default="",
            help="het adres van de site, zoals https://verbinder.voorbeeld.nl",
        )

    def handle(self, *args, **options):
        try:
            beheerder = maak_applicatiebeheerder(
                email=options["email"],
                naam=options["naam"],
                van=vandaag(),
                door=Door.systeem("maak_beheerder"),
            )
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        basis = (options["adres"] or self._adres()).rstrip("/")
        self.stdout.write(f"{beheerder.naam} is applicatiebeheerder. Kies een wachtwoord op:")
        self.stdout.write(f"{basis}{wachtwoordpad(beheerder)}")
        self.stdout.write("De link werkt één keer en is drie dagen geldig. Deel hem met niemand.")

    def _adres(self) -> str:
        host = settings.ALLOWED_HOSTS[0] if settings.ALLOWED_HOSTS else "localhost"
        return f"{'https' if settings.HTTPS else 'http'}://{host}"
