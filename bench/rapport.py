"""The report: all figures, text, charts and files of one region, and of all regions on two workers.

Without the audit, which has its own chapter (bench/onthulling.py): it asks the database nothing.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from bench.uitkomst import Uitkomst
from bench.wereld import TOT, Werelden, regios_naar_grootte

SECONDEN_EEN_REGIO, SECONDEN_ALLE, DEEL_VAN_EEN_WERKER = 5, 90, 0.6
GEHEUGEN_MB = 400
EEN_WERKER = """
import django, resource, sys; django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from bench.rapport import maak
for code in sys.argv[2:]:
    maak(code)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def meet(werelden: Werelden, personen: int) -> list[Uitkomst]:
    """The largest region in parts, then all regions with one worker and with two."""
    from django.db import connection

    with werelden.gebruik(personen):
        regios = regios_naar_grootte()
        maak(regios[0])  # what is loaded once a process
        delen = maak(regios[0])
        naam = connection.settings_dict["NAME"]
        een, _ = _werkers(naam, [regios])
        twee, geheugen = _werkers(naam, [regios[::2], regios[1::2]])
    alles = sum(delen.values())
    aandelen = ", ".join(f"{deel} {100 * s / alles:.0f} %" for deel, s in delen.items())
    return [
        Uitkomst("Rapport grootste regio", alles, SECONDEN_EEN_REGIO, "s", aandelen),
        Uitkomst(f"Rapport van {len(regios)} regio's, twee werkers", twee, SECONDEN_ALLE, "s"),
        Uitkomst("Twee werkers tegen een", twee / een, DEEL_VAN_EEN_WERKER),
        Uitkomst("Geheugen per werker", geheugen, GEHEUGEN_MB, "MB"),
    ]


def maak(code: str) -> dict[str, float]:
    """Make every form of the report of a region. Returns the seconds of each part."""
    from regio.models import Arbeidsmarktregio
    from regio.perioden import halfjaar_van
    from regio.rijrechten import bereik_transactie
    from regio.toegang import Bereik
    from verbinder.rapportage.cijfers import meet_rapport
    from verbinder.rapportage.concepttekst import concepttekst
    from verbinder.rapportage.doelen import met_doelen
    from verbinder.rapportage.levering import einde_van_de_dag
    from verbinder.rapportage.models import Bestandsoort
    from verbinder.rapportage.opslag import vers_rapport
    from verbinder.rapportage.uitvoer.bestanden import maak_bestanden

    regio = Arbeidsmarktregio.objects.get(code=code)
    op, delen = einde_van_de_dag(TOT), _Klok()
    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        halfjaar = halfjaar_van(TOT).vorige
        cijfers = delen("cijfers", lambda: met_doelen(meet_rapport(regio, halfjaar, bekend_op=op)))
        rapport = delen("rapport", lambda: vers_rapport(cijfers, versie=1))
        teksten = delen("teksten", lambda: concepttekst(rapport))
        rapport = replace(rapport, teksten=teksten)
        for soort in Bestandsoort.values:
            delen(soort, lambda soort=soort: maak_bestanden(rapport, op=op, alleen=soort))
    return delen.seconden


class _Klok:
    """Does something and remembers how long it took."""

    def __init__(self) -> None:
        self.seconden: dict[str, float] = {}

    def __call__(self, deel: str, doe: Callable):
        begin = time.perf_counter()
        uitkomst = doe()
        self.seconden[deel] = time.perf_counter() - begin
        return uitkomst


def _werkers(database: str, verdeling: list[list[str]]) -> tuple[float, float]:
    """Seconds until all are done, and the most memory that one needed."""
    begin = time.perf_counter()
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", EEN_WERKER, database, *codes],
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "verbinder.settings"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for codes in verdeling
    ]
    geheugen = max(float(tekst) for tekst in _antwoorden(processen))
    return time.perf_counter() - begin, geheugen


def _antwoorden(processen: list[subprocess.Popen]) -> Iterator[str]:
    for proces in processen:
        uit, _ = proces.communicate()
        if proces.returncode:
            raise RuntimeError(f"Een werker stopte met {proces.returncode}.")
        yield uit
