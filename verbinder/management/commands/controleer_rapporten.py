"""Check that no adopted report changed: figures, texts, files and true values."""

from django.core.management.base import BaseCommand, CommandError

from regio.models import Arbeidsmarktregio
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from verbinder.rapportage.controle import afwijkingen
from verbinder.rapportage.models import Vaststelling


class Command(BaseCommand):
    requires_system_checks = []
    help = (
        "Controleert van elk vastgesteld rapport of er iets aan veranderd is sinds de vaststelling."
    )

    def handle(self, *args, **options):
        alle = frozenset(Arbeidsmarktregio.objects.values_list("pk", flat=True))
        fouten = 0
        with bereik_transactie(Bereik(cijferregios=alle)):
            vaststellingen = Vaststelling.objects.select_related("versie__rapportage__regio")
            for vaststelling in vaststellingen.order_by("op"):
                gevonden = list(afwijkingen(vaststelling, ook_waar=True))
                fouten += len(gevonden)
                self.stdout.write(f"{vaststelling.versie}: {'FOUT' if gevonden else 'klopt'}")
                for afwijking in gevonden:
                    self.stdout.write(f"  {afwijking.wat}")
        if fouten:
            raise CommandError(
                "Er is iets veranderd aan een vastgesteld rapport. Zet een back-up van voor de "
                "wijziging terug en zoek uit wie bij de database kon."
            )
        self.stdout.write("Alle vastgestelde rapporten zijn onveranderd.")
