"""Which database and broker a command uses when nobody says so: the local ones of this clone.

The first command that nobody gave a database writes `var/lokaal.env`, which makes a clone one for
development. Whoever sets VERBINDER_OMGEVING=productie never gets anything of this.
"""

import os
import secrets
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from verbinder.lokaal.broker import Brokerserver
from verbinder.lokaal.database import Databaseserver
from verbinder.lokaal.fouten import LokaleFout, in_een_zin
from verbinder.lokaal.plek import Plek, controleer_eigenaar, schrijf_eenmaal

BASIS = Path(__file__).resolve().parents[2]
# These never open the database, or (`start`) run it themselves.
ZONDER_DATABASE = {
    "check", "collectstatic", "compilemessages", "diffsettings", "findstatic", "help",
    "makemessages", "sendtestemail", "spectacular", "start", "startapp", "startproject", "version",
    "wis",
}  # fmt: skip
VRAAG_OM_HULP = {"-h", "--help", "--version"}


def lees_lokale_omgeving(basis: Path) -> None:
    """Fill what the environment leaves open; never override what it says.

    Called at the top of the settings. Outside development it does nothing.
    """
    if is_productie() or not (bestand := _bestand(basis)).exists():
        return
    for regel in bestand.read_text().splitlines():
        naam, gelijk, waarde = regel.partition("=")
        if gelijk and not is_gezet(naam):
            os.environ[naam] = waarde
    plek = Plek(basis)
    if not is_gezet("DATABASE_URL"):
        os.environ["DATABASE_URL"] = Databaseserver(plek).adres()
    if not is_gezet("REDIS_URL"):
        os.environ["REDIS_URL"] = Brokerserver(plek).adres()


def maak_lokale_omgeving(basis: Path) -> None:
    """Make this clone one for development, with a secret key of its own."""
    with in_een_zin():
        bestand = _bestand(basis)
        if bestand.exists():
            return
        Plek(basis).maak()
        sleutel = secrets.token_urlsafe(50)
        schrijf_eenmaal(bestand, f"VERBINDER_OMGEVING=ontwikkeling\nSECRET_KEY={sleutel}\n")


@contextmanager
def voor_opdracht(argv: Sequence[str]) -> Iterator[None]:
    """Give a command of manage.py the local database, unless the environment names another.

    The database is joined where it runs and started where it does not; the last command that
    uses it switches it off. The broker is left alone: ringing its bell may fail.
    """
    try:
        with _met_database(BASIS, argv):
            yield
    except LokaleFout as fout:
        sys.exit(str(fout))
    except KeyboardInterrupt:
        sys.exit(130)


@contextmanager
def _met_database(basis: Path, argv: Sequence[str]) -> Iterator[None]:
    if is_productie() or (is_gezet("DATABASE_URL") and argv[1:2] != ["start"]):
        yield
        return
    maak_lokale_omgeving(basis)
    if not _heeft_database_nodig(argv):
        yield
        return
    server = Databaseserver(Plek(basis))
    server.start()
    vorige = signal.signal(signal.SIGTERM, _sluit_netjes_af)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, vorige)
        server.stop()


def _heeft_database_nodig(argv: Sequence[str]) -> bool:
    opdracht = argv[1] if len(argv) > 1 else "help"
    return opdracht not in ZONDER_DATABASE and not VRAAG_OM_HULP.intersection(argv)


def _sluit_netjes_af(signaal: int, frame: FrameType | None) -> None:
    sys.exit(128 + signaal)


def is_productie() -> bool:
    return os.environ.get("VERBINDER_OMGEVING") == "productie"


def is_gezet(naam: str) -> bool:
    """Whether the environment gives `naam` a value, directly or by the name of a file."""
    return bool(os.environ.get(naam) or os.environ.get(f"{naam}_FILE"))


def _bestand(basis: Path) -> Path:
    controleer_eigenaar(basis / "var")
    return basis / "var" / "lokaal.env"
