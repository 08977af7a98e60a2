"""A worker killed fifty times while it makes reports: each time no report or a whole one.

A real worker on a real broker. It is killed at a random moment after it began, and another takes
its place; that one must make the report whole, once, within two minutes.
"""

import itertools
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.uitkomst import Uitkomst
from bench.wereld import TOT, Werelden, regios_naar_grootte
from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.omgeving import BASIS, is_gezet
from verbinder.lokaal.plek import Plek
from verbinder.lokaal.processen import Programma

AANTAL = 50
HERVAT_BINNEN = 120
MENSEN = 20_000
HALFJAREN = 2
# A report of this world takes about a second; a little longer, so that some are done in time.
LANGST = 1.5
STARTTIJD = 60


def meet(werelden: Werelden, personen: int) -> list[Uitkomst]:
    """How many reports were found half, or not at all, and how long the longest wait was."""
    with werelden.gebruik(MENSEN), _broker():
        uitkomsten = list(_dood_en_hervat())
    geteld = Counter(na_de_dood for na_de_dood, _, _ in uitkomsten)
    bij = ", ".join(f"{aantal} {wat}" for wat, aantal in sorted(geteld.items()))
    niet_heel = sum(einde != "heel" for _, einde, _ in uitkomsten)
    langste = max(seconden for _, _, seconden in uitkomsten)
    wat = f"Werker {AANTAL} keer afgebroken"
    return [
        Uitkomst(f"{wat}: half rapport", geteld["half"], 0, "rapporten", f"meteen erna: {bij}"),
        Uitkomst(f"{wat}: daarna niet heel en een keer", niet_heel, 0, "rapporten"),
        Uitkomst(f"{wat}: langst wachten op het rapport", langste, HERVAT_BINNEN, "s"),
    ]


def _dood_en_hervat() -> Iterator[tuple[str, str, float]]:
    """What there is of each report at the death of its worker and in the end, and the wait."""
    kans = random.Random(1)
    with tempfile.TemporaryDirectory() as map_:
        werker = _Werker(Path(map_))
        for opdracht in _opdrachten():
            _wacht_tot(partial(_is_begonnen, opdracht), STARTTIJD)
            time.sleep(kans.uniform(0, LANGST))
            werker.sterf()
            na_de_dood, begin = _stand(opdracht), time.monotonic()
            werker = _Werker(Path(map_))
            _wacht_tot(partial(_is_heel, opdracht), HERVAT_BINNEN)
            yield na_de_dood, _stand(opdracht), time.monotonic() - begin
        werker.sterf()


class _Werker:
    """A worker with the clock of Celery in it, ready for work."""

    def __init__(self, map_: Path) -> None:
        from django.db import connection

        self._gereed = threading.Event()
        adres = os.environ["DATABASE_URL"].rpartition("/")[0]
        self._programma = Programma(
            "worker",
            [
                *(sys.executable, "-W", "ignore:You're running the worker with superuser"),
                *("-m", "celery", "-A", "verbinder", "worker"),
                *("--beat", "--schedule", str(map_ / "klok")),
                *("--concurrency", "1", "--loglevel", "INFO"),
                *("--without-gossip", "--without-mingle"),
            ],
            omgeving={
                **os.environ,
                "DATABASE_URL": f"{adres}/{connection.settings_dict['NAME']}",
            },
            map_=BASIS,
            ontvang=self._lees,
        )
        if not self._gereed.wait(STARTTIJD):
            raise RuntimeError("De werker is niet gestart.")

    def sterf(self) -> None:
        """`kill -9`, of the worker and of all that it started."""
        self._programma.breek_af()

    def _lees(self, naam: str, regel: str) -> None:
        if regel.endswith(" ready."):
            self._gereed.set()


@contextmanager
def _broker() -> Iterator[None]:
    """The broker of REDIS_URL, or that of this clone."""
    server = None if is_gezet("REDIS_URL") else Brokerserver(Plek(BASIS))
    if server:
        server.start()
    yield
    if server:
        server.stop()


def _opdrachten() -> Iterator:
    """Ask for one report after another."""
    from regio.logboek import Door
    from regio.models import Arbeidsmarktregio
    from regio.perioden import halfjaar_van
    from verbinder.rapportage.werk import vraag_rapport

    regios = [Arbeidsmarktregio.objects.get(code=code) for code in regios_naar_grootte()]
    # Not the last: of that one a worker that starts makes the reports by itself.
    halfjaren = [halfjaar_van(TOT).vorige.vorige]
    while len(halfjaren) < HALFJAREN:
        halfjaren.append(halfjaren[-1].vorige)
    for halfjaar, regio in itertools.islice(itertools.product(halfjaren, regios), AANTAL):
        yield vraag_rapport(regio=regio, halfjaar=halfjaar, nummer=1, door=Door("bench"))


def _is_begonnen(opdracht) -> bool:
    opdracht.refresh_from_db()
    return opdracht.begonnen_op is not None


def _is_heel(opdracht) -> bool:
    return _stand(opdracht) == "heel"


def _stand(opdracht) -> str:
    """`niets`, `heel` (once, and marked as done) or `half`."""
    from regio.rijrechten import bereik_transactie
    from regio.toegang import Bereik
    from verbinder.rapportage.models import Cijfer, Momentopname, Tekst, Versie

    opdracht.refresh_from_db()
    plek = opdracht.gegevens
    with bereik_transactie(Bereik(cijferregios=frozenset({plek["regio_id"]}))):
        versies = Versie.objects.filter(
            rapportage__regio=plek["regio_id"], rapportage__halfjaar=plek["halfjaar"]
        )
        opnamen = Momentopname.objects.filter(versie__in=versies)
        aantallen = [
            versies.count(),
            opnamen.count(),
            Cijfer.objects.filter(momentopname__in=opnamen).count(),
            Tekst.objects.filter(versie__in=versies).count(),
        ]
    if not any(aantallen) and opdracht.klaar_op is None:
        return "niets"
    heel = all(aantallen) and aantallen[:2] == [1, 1] and opdracht.klaar_op is not None
    return "heel" if heel else "half"


def _wacht_tot(klaar, seconden: float) -> None:
    einde = time.monotonic() + seconden
    while not klaar() and time.monotonic() < einde:
        time.sleep(0.05)
