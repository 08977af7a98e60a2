"""Write the report of a half-year to files, from what is known now or was known on a day."""

import os
import tempfile
from datetime import date, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Handeling
from regio.perioden import Halfjaar, halfjaar_uit_code
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from verbinder.rapportage.levering import einde_van_de_dag
from verbinder.rapportage.los import LosRapport, maak_los_rapport


class Command(BaseCommand):
    # The checks of pages and settings say nothing about figures, and take a second.
    requires_system_checks = []
    help = (
        "Schrijft het rapport van een halfjaar naar een map, in elke vorm: pdf, odt, ods, xlsx en "
        "csv. Verandert niets aan rapporten die in Verbinder staan."
    )

    def add_arguments(self, parser):
        parser.add_argument("--regio", help="code van de arbeidsmarktregio, zoals AM12")
        parser.add_argument("--halfjaar", help="het halfjaar, zoals 2026-1")
        parser.add_argument("--uit", help="de map waar de bestanden komen")
        parser.add_argument("--bekend-op", help="alleen wat op die dag bekend was (jjjj-mm-dd)")
        parser.add_argument(
            "--intern",
            action="store_true",
            help="voeg de ware cijfers toe; komt in het logboek",
        )
        parser.add_argument(
            "--openbaar",
            action="store_true",
            help="de openbare versie: strenge regel, gecontroleerd naast die voor de regio",
        )

    def handle(self, *args, **options):
        regio = _regio(options["regio"])
        halfjaar = _halfjaar(options["halfjaar"])
        bekend_op = _bekend_op(options["bekend_op"])
        map_ = _map(options["uit"])
        intern = options["intern"]
        try:
            with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
                rapport = maak_los_rapport(
                    regio=regio,
                    halfjaar=halfjaar,
                    bekend_op=bekend_op or timezone.now(),
                    op=timezone.localdate(),
                    toen=bekend_op is not None,
                    intern=intern,
                    openbaar=options["openbaar"],
                )
                _noteer(rapport, regio, intern)
                _schrijf(map_, rapport.bestanden)
        except ValidationError as fout:
            raise CommandError(f"{' '.join(fout.messages)} Er is niets geschreven.") from fout
        except DatabaseError as fout:
            raise CommandError(
                f"De database gaf een fout ({type(fout).__name__}). Er is niets geschreven. "
                "Controleer of de database bereikbaar is en of `migrate` is gedraaid."
            ) from fout
        self._vertel(rapport, map_, intern)

    def _vertel(self, rapport: LosRapport, map_: Path, intern: bool) -> None:
        inhoud = rapport.rapport
        self.stdout.write(f"{inhoud.titel}, {inhoud.naam_van_regio}")
        peildatum, bekend_op = inhoud.halfjaar.peildatum, timezone.localdate(inhoud.bekend_op)
        self.stdout.write(f"Peildatum {peildatum}, bekend op {bekend_op}")
        if peildatum >= bekend_op:
            self.stdout.write("Let op: dit halfjaar was nog niet voorbij; dit is een tussenstand.")
        if inhoud.zonder_levering:
            self.stdout.write(f"Niet aangeleverd: {', '.join(inhoud.zonder_levering)}")
        for weg in rapport.verslag.weggelaten:
            self.stdout.write(f"Weggelaten om kleine aantallen: {weg.indicator} {weg.uitsplitsing}")
        if rapport.verslag.eerder_herleidbaar:
            self.stdout.write("Let op: een eerder rapport gaf op zichzelf al een klein aantal weg.")
        if not rapport.verslag.gelovigen_klaar:
            self.stdout.write(
                "Let op: lezers die ten onrechte aannemen dat niemand verhuisde, zijn niet "
                "allemaal nagerekend: de tijd daarvoor was om."
            )
        if intern:
            self.stdout.write("INTERN: de tabellen bevatten ware cijfers. Publiceer ze niet.")
        for naam, bytes_ in rapport.bestanden.items():
            self.stdout.write(f"{map_ / naam}  {len(bytes_)} bytes")


def _regio(code: str | None) -> Arbeidsmarktregio:
    if not code:
        raise CommandError("Geef een regio op, zoals --regio AM12.")
    try:
        regio = Arbeidsmarktregio.objects.filter(code=code.strip().upper()).first()
    except DatabaseError as fout:
        raise CommandError(
            f"De database is niet te lezen ({type(fout).__name__}). Controleer of zij draait en of "
            "`migrate` is gedraaid."
        ) from fout
    if regio is None:
        raise CommandError(
            f"Regio '{code}' bestaat niet. Gebruik een code als AM12. Is de lijst leeg? Draai dan "
            "`python manage.py laad_referentiegegevens`."
        )
    return regio


def _halfjaar(code: str | None) -> Halfjaar:
    if not code:
        raise CommandError("Geef een halfjaar op, zoals --halfjaar 2026-1.")
    try:
        return halfjaar_uit_code(code)
    except ValidationError as fout:
        raise CommandError(" ".join(fout.messages)) from fout


def _bekend_op(dag: str | None) -> datetime | None:
    """The end of that day in Europe/Amsterdam."""
    if not dag:
        return None
    try:
        gekozen = date.fromisoformat(dag.strip())
    except ValueError as fout:
        raise CommandError(
            f"'{dag}' is geen datum. Schrijf --bekend-op als jjjj-mm-dd, zoals 2026-07-15."
        ) from fout
    if gekozen > timezone.localdate():
        raise CommandError(f"{gekozen} ligt in de toekomst. Kies voor --bekend-op een eerdere dag.")
    return einde_van_de_dag(gekozen)


def _map(pad: str | None) -> Path:
    if not pad:
        raise CommandError("Geef een map op voor de bestanden, zoals --uit rapport.")
    map_ = Path(pad)
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise CommandError(
            f"De map {map_} kan niet worden gemaakt ({fout.strerror}). Kies een andere map."
        ) from fout
    return map_


def _noteer(rapport: LosRapport, regio: Arbeidsmarktregio, intern: bool) -> None:
    noteer(
        Door.systeem("rapporteer"),
        Handeling.RAPPORT_INTERN if intern else Handeling.RAPPORT_GEMAAKT,
        soort="rapport",
        regio_id=regio.pk,
        halfjaar=rapport.rapport.halfjaar.code,
        openbaar=rapport.rapport.openbaar,
        bekend_op=rapport.rapport.bekend_op.isoformat(),
    )


def _schrijf(map_: Path, bestanden: dict[str, bytes]) -> None:
    """All files or none: each is complete before the first takes its place."""
    try:
        with tempfile.TemporaryDirectory(dir=map_) as tijdelijk:
            for naam, inhoud in bestanden.items():
                (Path(tijdelijk) / naam).write_bytes(inhoud)
            for naam in bestanden:
                os.replace(Path(tijdelijk) / naam, map_ / naam)
    except OSError as fout:
        raise CommandError(
            f"In de map {map_} kan niet worden geschreven ({fout.strerror}). Kies een andere map "
            "of maak ruimte vrij."
        ) from fout
