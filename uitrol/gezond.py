"""Health checks for docker-compose.yml: `python uitrol/gezond.py web|worker|beat`.

Ends well when the process in this container does its work, and with a sentence when it does not.
"""

import socket
import sys
import time
from pathlib import Path
from urllib.request import urlopen

GEREED = "http://127.0.0.1:8000/gezondheid/gereed"
KLOK = Path("/tmp")  # nosec B108 - a tmpfs that only this container sees
# Beat writes its clock down every three minutes.
KLOK_STAAT_STIL_NA = 600


def web() -> bool:
    """It answers, and so does its database; anything but a 200 raises an error."""
    with urlopen(GEREED, timeout=4) as antwoord:
        return antwoord.status == 200


def worker() -> bool:
    """It answers over the broker."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from verbinder.celery import app

    return bool(app.control.ping([f"celery@{socket.gethostname()}"], timeout=10))


def beat() -> bool:
    """Its clock moves."""
    geschreven = max((bestand.stat().st_mtime for bestand in KLOK.glob("klok*")), default=0)
    return time.time() - geschreven < KLOK_STAAT_STIL_NA


if __name__ == "__main__":
    controle = {"web": web, "worker": worker, "beat": beat}[sys.argv[1]]
    try:
        gezond = controle()
    except OSError as fout:
        sys.exit(f"{sys.argv[1]} antwoordt niet: {fout}")
    if not gezond:
        sys.exit(f"{sys.argv[1]} werkt niet.")
