"""Read a workbook of a gemeente or region in, from the command line."""

from contextlib import suppress
from pathlib import Path

import pghistory
from django.core.management.base import BaseCommand
from django.db import DatabaseError
from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import vandaag
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from regio.uitwisseling.meldingen import Geweigerd
from statushouders.uitwisseling.bladen import HERKENBARE_BLADEN
from statushouders.uitwisseling.inlezen import Afzender, Uitkomst, lees_in, log_weigering
from statushouders.uitwisseling.lezen import bestand_van_pad, lees
from statushouders.uitwisseling.naslag import Gemeenten
from statushouders.uitwisseling.verslag import als_json, als_tekst, weigering_als_json


class Command(BaseCommand):
    # The checks of pages and settings say nothing about a workbook, and take a second.
    requires_system_checks = []
    help = "Leest een werkmap in: alles of niets. Zegt per blad wat nieuw, gewijzigd of gelijk is."

    def add_arguments(self, parser):
        parser.add_argument(
            "bestand", nargs="?", help="xlsx, ods of csv, of een map of zip met csv"
        )
        parser.add_argument("--regio", help="code van de arbeidsmarktregio, zoals AM12")
        parser.add_argument("--gemeente", help="code van de gemeente die aanlevert, zoals GM0402")
        parser.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
        parser.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")

    def handle(self, *args, **options):
        self.als_json = options["json"]
        door = Door.systeem("importeer")
        afzender = None
        try:
            afzender = _afzender(options)
            uitkomst = self._lees_in(Path(options["bestand"]), afzender, door, options["proef"])
        except Geweigerd as weigering:
            if afzender and not options["proef"]:
                with suppress(DatabaseError), bereik_transactie(Bereik()):
                    log_weigering(afzender, door)
            self._stop(weigering)
        except DatabaseError as fout:
            self._stop(
                Geweigerd(
                    f"De database gaf een fout ({type(fout).__name__}).",
                    "Er is niets opgeslagen. Controleer of de database bereikbaar is.",
                )
            )
        self._toon(uitkomst, options["proef"])

    @staticmethod
    def _lees_in(pad: Path, afzender: Afzender, door: Door, proef: bool) -> Uitkomst:
        bestand = bestand_van_pad(pad)
        werkmap = lees(bestand, bladen=HERKENBARE_BLADEN)
        bereik = bereik_van_regio(afzender.regio)
        with pghistory.context(wie=door.wie), bereik_transactie(bereik):
            return lees_in(
                werkmap=werkmap,
                bestand=bestand,
                afzender=afzender,
                bereik=bereik,
                op=vandaag(),
                nu=timezone.now(),
                door=door,
                proef=proef,
            )

    def _toon(self, uitkomst: Uitkomst, proef: bool) -> None:
        if self.als_json:
            self.stdout.write(als_json(uitkomst, proef=proef))
        else:
            self.stdout.write(als_tekst(uitkomst, proef=proef))
        if uitkomst.fouten:
            aantal = len(uitkomst.fouten)
            self.stderr.write(f"Niets ingelezen: {aantal} {'fout' if aantal == 1 else 'fouten'}.")
            raise SystemExit(1)

    def _stop(self, weigering: Geweigerd) -> None:
        if self.als_json:
            self.stdout.write(weigering_als_json(weigering))
        self.stderr.write(f"{weigering} Er is niets ingelezen.")
        raise SystemExit(1)


def bereik_van_regio(regio: Arbeidsmarktregio) -> Bereik:
    """What the command may open: dossiers of every gemeente that was ever in the region.

    Also of those that followed them: a delivered person stays known after a herindeling. Rows are
    found by references of the deliverer alone, so that the breadth opens nobody else's persons.
    """
    return Bereik(gemeenten=Gemeenten().ooit_in(regio), regios=frozenset({regio.pk}))


def _afzender(options: dict) -> Afzender:
    """Who delivers. Raises Geweigerd."""
    if not options["bestand"]:
        raise Geweigerd(
            "Er is geen bestand genoemd.", "Zet de naam van het bestand achter importeer."
        )
    if not options["regio"]:
        raise Geweigerd("Er is geen regio genoemd.", "Voeg --regio toe, bijvoorbeeld --regio AM12.")
    regio = Arbeidsmarktregio.objects.filter(code=options["regio"].strip().upper()).first()
    if regio is None:
        raise Geweigerd(
            f"De regio {options['regio']} bestaat niet.",
            "Gebruik een code zoals AM12. Staat er nog geen regio in? "
            "Draai laad_referentiegegevens.",
        )
    if not options["gemeente"]:
        return Afzender(regio)
    gemeente = Gemeente.objects.filter(code=options["gemeente"].strip().upper()).first()
    if gemeente is None:
        raise Geweigerd(
            f"De gemeente {options['gemeente']} bestaat niet.", "Gebruik een GM-code, zoals GM0402."
        )
    if not Gemeenten().ooit_lid(gemeente.pk, regio.pk):
        raise Geweigerd(
            f"{gemeente.naam} hoort niet bij {regio.naam}.", "Controleer --regio en --gemeente."
        )
    return Afzender(regio, gemeente)
