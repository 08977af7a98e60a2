"""Under which account the local servers run.

PostgreSQL refuses to run as root. Root therefore hands it to an account that already exists:
no account is made, and no folder of anyone else is opened up.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbinder.lokaal.fouten import LokaleFout

VOORKEUR = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """Whom a server program runs as, and whom its folders belong to."""

    uid: int
    gid: int

    def geef(self, pad: Path) -> None:
        """Make `pad` belong to this account."""
        if eigenaar_van(pad) != self:
            os.chown(pad, self.uid, self.gid)

    def opties(self) -> dict[str, Any]:
        """Arguments for `subprocess`: this account, in a folder that it can certainly reach."""
        if self.uid == os.geteuid():
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}

    def kan_uitvoeren(self, programma: Path) -> bool:
        """Whether this account can reach `programma`, and its libraries."""
        try:
            proef = subprocess.run(
                [programma, "--version"], capture_output=True, check=False, **self.opties()
            )
        except OSError:
            return False
        return proef.returncode == 0


def is_root() -> bool:
    return os.geteuid() == 0


def eigenaar_van(pad: Path) -> Account:
    gegevens = pad.stat()
    return Account(gegevens.st_uid, gegevens.st_gid)


def kies_account(bestaand: Path) -> Account:
    """The account for the servers, to which the folder `bestaand` belongs or will belong.

    What exists keeps its owner, also when a `postgres` account appears on the machine later.
    """
    if not is_root():
        return Account(os.geteuid(), os.getegid())
    if bestaand.exists() and (eigenaar := eigenaar_van(bestaand)).uid != 0:
        return eigenaar
    for naam in VOORKEUR:
        try:
            gevonden = pwd.getpwnam(naam)
        except KeyError:
            continue
        return Account(gevonden.pw_uid, gevonden.pw_gid)
    raise LokaleFout(
        "PostgreSQL wil niet als root draaien, en er is geen account 'postgres' of 'nobody' om het "
        "aan over te laten. Werk als gewone gebruiker, of geef DATABASE_URL een waarde."
    )
