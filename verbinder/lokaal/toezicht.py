"""`make start`: everything runs while this runs, and stops in order when this stops.

Started: database, broker, what the database must hold, web, worker with the clock of Celery.
Stopped: web, worker, broker, database, so that nothing loses what it still needs.
"""

import errno
import http.client
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import redis

from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.gebruik import Alleenrecht
from verbinder.lokaal.plek import Plek
from verbinder.lokaal.processen import Programma, meld
from verbinder.lokaal.server import Server

ADRES = "127.0.0.1"
STOPSIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WACHT_OP_WEB = 60.0
WACHT_OP_VORIGE = 30.0


class Gestopt(BaseException):
    """Someone asked us to stop. No error, so nothing that catches errors may catch it."""


def start_alles(
    basis: Path,
    poort: int,
    *,
    database: str,
    broker: str,
    richt_in: Callable[[Plek], None],
    welkom: Callable[[Plek], None],
) -> None:
    """Run everything until a signal or a failure. Raises LokaleFout with one clear sentence.

    `database` and `broker` are the addresses in use: a server of our own is started for those
    that are ours, and nothing for those of someone else.
    """
    plek = Plek(basis)
    plek.maak()
    with _tot_een_signaal(), ExitStack() as stapel, _ongestoord_opruimen():
        kinderslot = stapel.enter_context(_alleen_hier(plek))
        _controleer_poort(poort)
        if database == (eigen_database := Databaseserver(plek)).adres():
            stapel.enter_context(_aan(eigen_database))
        if broker == (eigen_broker := Brokerserver(plek)).adres():
            stapel.enter_context(_aan(eigen_broker))
        else:
            _controleer_broker(broker)
        richt_in(plek)
        programmas = stapel.enter_context(_programmas())
        # The page first: someone is waiting for it. The worker takes a few seconds to load.
        web = Programma("web", _web(poort), map_=basis, erft=[kinderslot])
        programmas.append(web)
        _wacht_op_web(poort, web)
        programmas.append(Programma("worker", _worker(plek), map_=basis, erft=[kinderslot]))
        welkom(plek)
        _bewaak(programmas)


@contextmanager
def _tot_een_signaal() -> Iterator[None]:
    """Turn the first stop signal into `Gestopt`; the stopping itself is not disturbed by more."""

    def stop(signaal: int, frame: FrameType | None) -> None:
        _negeer_signalen()
        meld("start", "stoppen ...")
        raise Gestopt

    vorige = {een: signal.signal(een, stop) for een in STOPSIGNALEN if not _van_nohup(een)}
    try:
        yield
    except Gestopt:
        meld("start", "alles is gestopt; de gegevens zijn bewaard")
    finally:
        for een, afhandeling in vorige.items():
            signal.signal(een, afhandeling)


def _van_nohup(signaal: signal.Signals) -> bool:
    """Whether someone asked beforehand to let everything run when the terminal closes."""
    return signaal == signal.SIGHUP and signal.getsignal(signaal) == signal.SIG_IGN


@contextmanager
def _ongestoord_opruimen() -> Iterator[None]:
    """Also after a failure: one Ctrl-C too many must not leave half of it running."""
    try:
        yield
    finally:
        _negeer_signalen()


def _negeer_signalen() -> None:
    for een in STOPSIGNALEN:
        signal.signal(een, signal.SIG_IGN)


@contextmanager
def _alleen_hier(plek: Plek) -> Iterator[int]:
    """One `make start` per clone. Yields the lock for the children, who may outlive a kill -9."""
    hier = Alleenrecht(plek.thuis / "start.slot")
    kinderen = Alleenrecht(plek.thuis / "programmas.slot")
    if not hier.probeer():
        raise LokaleFout("Verbinder draait al vanuit deze map. Stop dat eerst met Ctrl-C.")
    try:
        _wacht_op_vorige(kinderen)
        yield kinderen.fd
    finally:
        kinderen.laat_los()
        hier.laat_los()


def _wacht_op_vorige(kinderen: Alleenrecht) -> None:
    if kinderen.probeer():
        return
    meld("start", "de vorige keer is afgebroken; wachten tot alles daarvan gestopt is ...")
    einde = time.monotonic() + WACHT_OP_VORIGE
    while not kinderen.probeer():
        if time.monotonic() > einde:
            raise LokaleFout(
                "Er lopen nog programma's (gunicorn of celery) van een vorige keer. Stop die eerst."
            )
        time.sleep(0.1)


def _controleer_poort(poort: int) -> None:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((ADRES, poort))
        except (OSError, OverflowError) as fout:
            bezet = getattr(fout, "errno", None) == errno.EADDRINUSE
            reden = "al in gebruik door een ander programma" if bezet else "niet te gebruiken"
            raise LokaleFout(
                f"Poort {poort} is {reden}. Kies een andere, bijvoorbeeld: `make start POORT=8765`."
            ) from fout


def _controleer_broker(adres: str) -> None:
    """One of someone else must be there: pages do without, but no work would ever get done."""
    try:
        with redis.Redis.from_url(adres.replace("redis+socket://", "unix://")) as klant:
            klant.ping()
    except (redis.RedisError, ValueError) as fout:
        raise LokaleFout("De broker van REDIS_URL is niet bereikbaar. Klopt het adres?") from fout


@contextmanager
def _aan(server: Server) -> Iterator[None]:
    begin = time.monotonic()
    gestart = server.start()
    meld("start", f"{server.naam} {'is gestart' if gestart else 'draaide al'} ({_sinds(begin)})")
    try:
        yield
    finally:
        gestopt = server.stop()
        meld("start", f"{server.naam} {'is gestopt' if gestopt else 'blijft aan voor anderen'}")


@contextmanager
def _programmas() -> Iterator[list[Programma]]:
    """What runs, to be stopped in the same order: nobody may ask the worker for more."""
    lopend: list[Programma] = []
    try:
        yield lopend
    finally:
        for programma in lopend:
            programma.stop()
            meld("start", f"{programma.naam} is gestopt")


def _worker(plek: Plek) -> list[str]:
    """The worker, with the clock of Celery in it: right as long as there is exactly one worker."""
    return [
        *(sys.executable, "-W", "ignore:You're running the worker with superuser"),
        *("-m", "celery", "--quiet", "-A", "verbinder", "worker"),
        *("--beat", "--schedule", str(plek.thuis / "klok")),
        *("--concurrency", "2", "--loglevel", "WARNING"),
        *("--without-gossip", "--without-mingle"),
    ]


def _web(poort: int) -> list[str]:
    """Threads, because a browser keeps spare connections open, and each would hold a worker."""
    return [
        *(sys.executable, "-m", "gunicorn", "verbinder.wsgi"),
        *("--bind", f"{ADRES}:{poort}"),
        *("--workers", "2", "--threads", "4", "--preload"),
        *("--log-level", "warning", "--no-control-socket"),
    ]


def _wacht_op_web(poort: int, web: Programma) -> None:
    """Until the first page is there, so that the address works when it is shown."""
    einde = time.monotonic() + WACHT_OP_WEB
    while (status := _status_van_eerste_pagina(poort)) is None:
        if web.uitkomst is not None or time.monotonic() > einde:
            break
        time.sleep(0.05)
    if status is None or status >= 500:
        raise LokaleFout(
            "De webserver geeft geen pagina. De regels van 'web' hierboven zeggen waarom."
        )


def _status_van_eerste_pagina(poort: int) -> int | None:
    """The HTTP status; None while nobody listens yet."""
    verbinding = http.client.HTTPConnection(ADRES, poort, timeout=WACHT_OP_WEB)
    try:
        verbinding.request("GET", "/")
        return verbinding.getresponse().status
    except OSError:
        return None
    finally:
        verbinding.close()


def _bewaak(programmas: Iterable[Programma]) -> None:
    while True:
        for programma in programmas:
            if programma.uitkomst is not None:
                raise LokaleFout(
                    f"'{programma.naam}' is gestopt (uitkomst {programma.uitkomst}); daarom stopt "
                    "alles. De regels hierboven zeggen waarom."
                )
        time.sleep(0.2)


def _sinds(begin: float) -> str:
    return f"{time.monotonic() - begin:.1f} s".replace(".", ",")
